"""What can be looked up, as one list: Tab comes to it once, arrow keys walk and show at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card, Scroll
from allcounsel.ui.parts.row_button import RowButton
from allcounsel.ui.parts.words import Text

_LEAST_ROW = 36
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One row. ``at_right``: a year, or how many there are."""

    key: str
    section: str
    name: str
    at_right: str


class Entry(RowButton):
    """A low row that hands its arrow keys to the list."""

    walked = Signal(int)

    def __init__(self, look: Look, choice: Choice) -> None:
        super().__init__(look, choice.name, "", choice.at_right)
        self._look_of_row = look
        self.key = choice.key
        self.setObjectName(f"look-up-{choice.key}")
        self.setAccessibleName(f"{choice.section}: {choice.name}, {choice.at_right}")

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """One piece of text alone."""
        name, second = super()._boxes(width)
        return name, QRect(second.topLeft(), QSize(second.width(), 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._look_of_row.px(_LEAST_ROW))

    def heightForWidth(self, width: int) -> int:
        name, _ = self._boxes(width)
        return max(name.height() + self._look_of_row.px(12), self._look_of_row.px(_LEAST_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)


class Contents(Card):
    """``chosen``: the key of a row."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=(1, 1))
        self._look_of_rows = look
        self.entries: list[Entry] = []
        self._scroll: Scroll | None = None
        self._shown: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """These rows; nothing happens when they are the ones that stand there."""
        if self._shown == tuple(choices):
            return
        self._shown = tuple(choices)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)  # room for the focus ring
        column.setSpacing(0)
        self.entries = []
        section = ""
        for choice in choices:
            if choice.section != section:
                section = choice.section
                column.addWidget(self._heading(section, first=not self.entries))
            entry = Entry(self._look_of_rows, choice)
            entry.clicked.connect(lambda _checked=False, key=choice.key: self.choose(key))
            entry.walked.connect(self._walk)
            self.entries.append(entry)
            column.addWidget(entry)
        column.addStretch(1)
        self._replace(Scroll(inside))

    def _heading(self, section: str, *, first: bool) -> Text:
        heading = Text(self._look_of_rows, section, "caption_strong", "ink2")
        heading.setContentsMargins(8, 4 if first else 12, 4, 4)
        return heading

    def _replace(self, scroll: Scroll) -> None:
        if self._scroll is not None:
            self.column.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = scroll
        self.column.addWidget(scroll)
        scroll.show()

    def choose(self, key: str) -> None:
        """Mark a row and say that it was chosen."""
        self.mark(key)
        self.chosen.emit(key)

    def mark(self, key: str) -> None:
        """The row that is shown beside the list; it is the one that Tab comes to."""
        for entry in self.entries:
            here = entry.key == key
            entry.select(on=here)
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def entry(self, key: str) -> Entry | None:
        """The row with this key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def _walk(self, step: int) -> None:
        focused = next((index for index, entry in enumerate(self.entries) if entry.hasFocus()), 0)
        target = self.entries[max(0, min(focused + step, len(self.entries) - 1))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if self._scroll is not None:
            self._scroll.ensureWidgetVisible(target)
        self.choose(target.key)
