"""The reasons as cards: a mark, the fact and its value, the clause, and the way to its source."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.services.currency import short_citation
from allcounsel.services.words import Words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card, Hairline, Scroll
from allcounsel.ui.parts.mark import MarkRing
from allcounsel.ui.parts.source_list import SourceList
from allcounsel.ui.parts.words import Marked, Text
from allcounsel.ui.result.reasons import Reason


class ReasonCard(QWidget):
    """One reason; its source opens under it."""

    def __init__(self, look: Look, words: Words, reason: Reason) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.reason = reason
        self._open: SourceList | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 14, 9)
        row.setSpacing(12)
        row.addWidget(MarkRing(look, reason.mark), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(1)
        row.addLayout(self._column, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        said = f"**{reason.title}** {reason.value}" if reason.value else f"**{reason.title}**"
        head.addWidget(Marked(look, said), 1)
        first = short_citation(words, reason.sources[0]) if reason.sources else ""
        self.link = Button(look, first, "link")
        if not reason.sources:
            self.link.hide()
        spoken = self.tr("Source of: {title}").format(title=reason.title)
        self.link.setAccessibleName(spoken)
        self.link.setAccessibleDescription(f"{reason.value} {reason.clause}".strip())
        self.link.clicked.connect(self.toggle)
        head.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(Text(look, reason.clause, "small", "ink2"))

    @property
    def is_open(self) -> bool:
        """Whether the source is shown."""
        return self._open is not None and not self._open.isHidden()

    def toggle(self) -> None:
        """Open or close the source under the card."""
        if self._open is None:
            self._open = SourceList(self._look, self._words, self.reason.sources)
            self._column.addWidget(self._open)
            self._open.show()
        else:
            self._open.setVisible(self._open.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_open or self.link.hasFocus():
            QPainter(self).fillRect(self.rect(), self._look.colour("soft" if not self.is_open else "surface"))


class ReasonList(Card):
    """All cards, and on demand every other rule that was looked at."""

    def __init__(self, look: Look, words: Words, telling: Iterable[Reason], rest: tuple[Reason, ...]) -> None:
        super().__init__(look, padding=(1, 1))
        self._look_of_cards = look
        self._words = words
        self._rest = rest
        self.cards: list[ReasonCard] = []
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 2, 0, 6)
        self._list.setSpacing(0)
        for reason in telling:
            self._add(reason)
        self.more = Button(look, self.tr("Every other rule that was looked at"), "quiet", small=True)
        if not rest:
            self.more.hide()
        self.more.clicked.connect(self._show_rest)
        self._list.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        self.column.addWidget(Scroll(inside))

    def _add(self, reason: Reason) -> None:
        card = ReasonCard(self._look_of_cards, self._words, reason)
        if self.cards:
            self._list.addWidget(Hairline(self._look_of_cards))
        self._list.addWidget(card)
        self.cards.append(card)

    def _show_rest(self) -> None:
        first = len(self.cards)
        self._list.takeAt(self._list.count() - 1)
        self.more.hide()
        for reason in self._rest:
            self._add(reason)
            self.cards[-1].show()
        self._list.addStretch(1)
        self.cards[first].link.setFocus()

    def toggle_sources(self) -> None:
        """F2: the focused card, or the first one."""
        focused = next((card for card in self.cards if card.link.hasFocus()), None)
        card = focused or (self.cards[0] if self.cards else None)
        if card is not None:
            card.link.setFocus()
            card.toggle()
