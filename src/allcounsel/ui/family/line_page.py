"""One numbered sentence in two languages, for a talk with an interpreter: everyone can point at it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.services.family_view import Line
from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Hairline, Scroll
from allcounsel.ui.parts.words import Marked, Text


class LinePage(QWidget):
    """Made anew for each sentence."""

    def __init__(self, look: Look, line: Line) -> None:
        super().__init__()
        self.line = line
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(look.px(28))
        words.addStretch(1)
        words.addWidget(Text(look, str(line.number), "family_foot", "ink2"))
        words.addWidget(Marked(look, line.first.text, "family_title"))
        words.addWidget(Hairline(look))
        words.addWidget(Marked(look, line.second.text, "family_title"))
        words.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        spoken = f"{line.number}. {line.first.plain} {line.second.plain}"
        column.addWidget(Scroll(inside, spoken))
