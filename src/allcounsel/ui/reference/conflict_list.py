"""Where the sources disagree: what differs, every side with its year, and how allcounsel shows it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.reference import Conflict
from allcounsel.services.reference_words import ReferenceWords, SideWords
from allcounsel.services.words import Words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card, Hairline, Scroll
from allcounsel.ui.parts.source_list import SourceList
from allcounsel.ui.parts.words import Text

_LABEL = 150


class ConflictCard(QWidget):
    """One conflict; what its sides cite opens under it."""

    def __init__(self, look: Look, words: Words, said: ReferenceWords, conflict: Conflict) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._conflict = conflict
        self._sources: SourceList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 12, 16, 14)
        self._column.setSpacing(5)
        differs, sides, shown = said.differs(conflict), said.sides(conflict), said.shown(conflict)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(look, differs, "strong"), 1)
        self.link = Button(look, self.tr("Sources"), "link")
        self.link.setAccessibleName(self.tr("Sources of: {what}").format(what=f"{conflict.id}. {differs}"))
        spoken = " ".join(f"{side.when}: {side.says} {side.standing}".strip() for side in sides)
        self.link.setAccessibleDescription(f"{spoken} {shown}")
        self.link.clicked.connect(self.toggle)
        head.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        for side in sides:
            self._column.addLayout(self._side(side))
        seen = self.tr("{id}. Seen on: {places}.").format(id=conflict.id, places=said.seen_on(conflict))
        self._column.addLayout(self._line("allcounsel", "accent", (shown, "small"), (seen, "caption")))

    def _side(self, side: SideWords) -> QBoxLayout:
        second = [(side.standing, "caption")] if side.standing else []
        return self._line(side.when, "ink2", (side.says, "small"), *second)

    def _line(self, label: str, role: str, *texts: tuple[str, str]) -> QBoxLayout:
        """A label at the left, and beside it (in large text under it) one or two pieces of text."""
        down = self._look.stacked
        line = QBoxLayout(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)
        line.setSpacing(2 if down else 12)
        name = Text(self._look, label, "small_strong", role)
        if not down:
            name.setFixedWidth(self._look.px(_LABEL))
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        for text, style in texts:
            said.addWidget(Text(self._look, text, style, "ink" if style == "small" else "ink2"))
        line.addLayout(said, 1)
        return line

    def toggle(self) -> None:
        """Open or close what the sides cite."""
        if self._sources is None:
            self._sources = SourceList(self._look, self._words, self._conflict.cited)
            self._column.addWidget(self._sources)
            self._sources.show()
        else:
            self._sources.setVisible(self._sources.isHidden())


class ConflictList(Card):
    """The conflicts of one kind of concern, under one title."""

    def __init__(
        self, look: Look, words: Words, said: ReferenceWords, title: str, conflicts: Iterable[Conflict]
    ) -> None:
        super().__init__(look, padding=(1, 1))
        self.column.setSpacing(0)
        heading = Text(look, title, "h3")
        heading.setContentsMargins(20, 14, 16, 8)
        self.column.addWidget(heading)
        self.column.addWidget(Hairline(look))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 6)
        rows.setSpacing(0)
        self.cards = [ConflictCard(look, words, said, conflict) for conflict in conflicts]
        for index, card in enumerate(self.cards):
            if index:
                rows.addWidget(Hairline(look))
            rows.addWidget(card)
        if not self.cards:
            nothing = Text(look, self.tr("Nothing here."), "body", "ink2")
            nothing.setContentsMargins(20, 14, 16, 14)
            rows.addWidget(nothing)
        rows.addStretch(1)
        self.column.addWidget(Scroll(inside), 1)

    def toggle_sources(self) -> None:
        """F2: the focused card, or the first one."""
        focused = next((card for card in self.cards if card.link.hasFocus()), None)
        card = focused or (self.cards[0] if self.cards else None)
        if card is not None:
            card.link.setFocus()
            card.toggle()
