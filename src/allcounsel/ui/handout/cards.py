"""Which cards go on the paper, and in which order: a list of check boxes that Alt with ↑ and ↓ moves."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.ui.handout.making import CardShown
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.words import Text

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CardList(QWidget):
    """``changed``: other cards, or another order."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(look, self.tr("Cards on this paper"), "strong"))
        column.addWidget(Text(look, self.tr("↑ and ↓ go to a card. With Alt they move it."), "small", "ink2"))
        column.addLayout(self._every_button())
        self._card = Card(look, padding=(12, 6))
        self._card.column.setSpacing(0)
        column.addWidget(self._card)
        self._shown: tuple[CardShown, ...] = ()
        self._rows: dict[str, _Row] = {}
        self._order: list[str] = []
        self._left_out: set[str] = set()

    def _every_button(self) -> QHBoxLayout:
        """All of them at once, or the fewest that a paper can have."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for words, on in ((self.tr("All cards"), True), (self.tr("Fewest cards"), False)):
            button = Button(self._look, words, small=True)
            button.clicked.connect(lambda _checked=False, on=on: self._take_every(on=on))
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _take_every(self, *, on: bool) -> None:
        for row in self._rows.values():
            if row.box.isEnabled():
                row.box.setChecked(on)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The cards to print in their order; none while they are all there in the order of the content."""
        every = [card.id for card in self._shown if not card.always]
        order = [name for name in self._order if name in every]
        wanted = tuple(name for name in order if name not in self._left_out)
        if list(wanted) == every:
            return ()
        # A paper of nothing but what is always printed is a choice too.
        return wanted or tuple(card.id for card in self._shown if card.always)

    def show_cards(self, cards: Sequence[CardShown]) -> None:
        """The cards of this child, with their pages."""
        known = {card.id for card in self._shown}
        self._shown = tuple(cards)
        if {card.id for card in cards} != known:
            self._order = [card.id for card in cards]
            self._build()
        for card in cards:
            self._rows[card.id].show_card(card)

    def _build(self) -> None:
        for row in self._rows.values():
            self._card.column.removeWidget(row)
            row.deleteLater()
        self._rows = {card.id: self._row(card) for card in self._shown}
        for name in self._order:
            self._card.column.addWidget(self._rows[name])

    def _row(self, card: CardShown) -> _Row:
        row = _Row(self._look, card, taken=card.id not in self._left_out)
        row.box.toggled.connect(lambda on, name=card.id: self._take(name, on=on))
        return row

    def _take(self, name: str, *, on: bool) -> None:
        (self._left_out.discard if on else self._left_out.add)(name)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        moves = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not step or not (self._move(step) if moves else self._go(step)):
            super().keyPressEvent(event)

    def _go(self, step: int) -> bool:
        """The focus, to the card above or below; false at the ends and elsewhere."""
        boxes = [self._rows[name].box for name in self._order if self._rows[name].box.isEnabled()]
        at = next((index for index, box in enumerate(boxes) if box.hasFocus()), None)
        if at is None or not 0 <= at + step < len(boxes):
            return False
        boxes[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _move(self, step: int) -> bool:
        """The card that has the focus, past its neighbour; false at the ends and elsewhere."""
        free = {card.id for card in self._shown if not card.always}
        name = next((one for one in self._order if self._rows[one].box.hasFocus()), "")
        if name not in free:
            return False
        at = self._order.index(name)
        to = at + step
        if not 0 <= to < len(self._order) or self._order[to] not in free:
            return False
        self._order[at], self._order[to] = self._order[to], name
        self._card.column.removeWidget(self._rows[name])
        self._card.column.insertWidget(to, self._rows[name])
        self._tab_through()
        self.changed.emit()
        return True

    def _tab_through(self) -> None:
        boxes = [self._rows[name].box for name in self._order]
        for one, other in itertools.pairwise(boxes):
            QWidget.setTabOrder(one, other)


class _Row(QWidget):
    """A card to tick, and at the right its pages; what is always printed cannot be ticked off."""

    def __init__(self, look: Look, card: CardShown, *, taken: bool) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.box = Check(look, card.title)
        self.box.setObjectName(f"card-{card.id}")
        self.box.setChecked(taken or card.always)
        self.box.setEnabled(not card.always)
        self._pages = Text(look, "", "small", "ink2").on_one_line()
        line.addWidget(self.box, 1)
        line.addWidget(self._pages, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_card(self, card: CardShown) -> None:
        """How many pages it takes; nothing where it is not printed."""
        one, many = self.tr("1 page"), self.tr("{count} pages")
        pages = one if card.pages == 1 else many.format(count=card.pages) if card.pages else ""
        self._pages.setText(pages)
        said = self.tr("always in, {pages}").format(pages=pages) if card.always else pages
        self.box.setAccessibleDescription(said)
