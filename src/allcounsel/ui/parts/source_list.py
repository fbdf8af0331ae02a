"""Where a sentence comes from, opened in place: the fact in our words, the source, its organisation and
year.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.handout import HOUSE
from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.rule import Source
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
        for evidence_id in sources:
            if evidence_id == HOUSE:
                continue
            fact, source = words.source(evidence_id)
            card.column.addWidget(Marked(look, f"**{evidence_id}** {fact}", "small"))
            name = Text(look, source_name(source), "caption", "ink2")
            name.setContentsMargins(0, 0, 0, 6)
            card.column.addWidget(name)
        column.addWidget(card)


def source_lines(words: Words, evidence: Iterable[EvidenceId]) -> tuple[str, ...]:
    """One line for each source: its ids first, then title, organisation and year; our own words cite none."""
    ids: dict[str, list[str]] = {}
    for evidence_id in evidence:
        if evidence_id != HOUSE:
            ids.setdefault(source_name(words.source(evidence_id)[1]), []).append(evidence_id)
    return tuple(f"**{', '.join(found)}** {name}" for name, found in ids.items())


def source_name(source: Source) -> str:
    """Title, organisation and year in one line."""
    when = str(source.year) if source.year else source.content_date
    return f"{source.title}. {source.organisation}, {when}."
