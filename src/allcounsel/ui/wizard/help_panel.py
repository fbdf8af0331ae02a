"""Help for one question, in its place: what it means, why it is asked, and where that is written."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.words import Marked, Text


class HelpPanel(QWidget):
    """Opens under a question; the same key closes it."""

    def __init__(self, look: Look, help_text: str, sources: tuple[str, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(look, padding=(14, 10), role="soft", edge="soft")
        card.column.addWidget(Text(look, help_text, "small"))
        for line in sources:
            card.column.addWidget(Marked(look, line, "caption", "ink2"))
        column.addWidget(card)
