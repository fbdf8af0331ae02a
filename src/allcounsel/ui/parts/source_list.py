"""Where a sentence comes from, opened in place: the fact in our words, the source with its year, and what is
newer.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.text import SOURCE_LANGUAGE
from allcounsel.services.currency import cited, sources_of
from allcounsel.services.words import Words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.words import Marked, Text


class SourceList(QWidget):
    """One entry for each evidence id."""

    def __init__(self, look: Look, words: Words, sources: Iterable[EvidenceId]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(look, padding=(14, 10), role="soft", edge="soft")
        card.column.setSpacing(2)
        if words.language != SOURCE_LANGUAGE:
            card.column.addWidget(Text(look, words.text("labels.currency.in_english"), "caption", "ink2"))
        for entry in cited(words, sources):
            card.column.addWidget(Marked(look, f"**{entry.id}** {entry.fact}", "small"))
            lines = [Text(look, line, "caption") for line in entry.newer]
            lines.append(Text(look, entry.where, "caption", "ink2"))
            lines[-1].setContentsMargins(0, 0, 0, 6)
            for line in lines:
                card.column.addWidget(line)
        column.addWidget(card)


def source_lines(words: Words, evidence: Iterable[EvidenceId]) -> tuple[str, ...]:
    """One line for each source: its ids first, then title, organisation and year; our own words cite none."""
    return tuple(f"**{ids}** {where}" for ids, where in sources_of(words, evidence))
