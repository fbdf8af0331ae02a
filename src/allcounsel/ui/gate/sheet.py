"""One narrow column in the middle of an otherwise empty window: nothing here belongs to a child."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card, Scroll
from allcounsel.ui.parts.words import Marked, Text

_WIDTH, _LEAST, _EDGE = 560, 320, 24


class GateSheet(QWidget):
    """A card with a title and a quiet sentence; whoever derives from it goes on in ``body``."""

    def __init__(self, look: Look, title: str, note: str) -> None:
        super().__init__()
        self.look = look
        card = Card(look, padding=(36, 30))
        self.title = Text(look, title, "h1")
        self.note = Marked(look, note, "body", "ink2")
        card.column.addWidget(self.title)
        card.column.addWidget(self.note)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        self.body.setContentsMargins(0, 10, 0, 0)
        card.column.addLayout(self.body)
        self._card = card
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        across.addStretch(1)
        across.addWidget(card, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(inside))
        self._resize()
        look.changed.connect(self._resize)

    def _resize(self) -> None:
        self._card.setFixedWidth(min(self.look.px(_WIDTH), max(self.width() - 2 * _EDGE, _LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._resize()

    def enter(self) -> None:
        """The sheet is shown; put the focus where work begins."""
