"""What the clinician is shown of a paper before it is printed: pages by card, how it reads, its scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from allcounsel.domain.handout import Handout
from allcounsel.services.handout_reading import TextReading, reading_of
from allcounsel.services.ports import END
from allcounsel.services.quality.cci import CLEAR_COMMUNICATION
from allcounsel.services.quality.checklist import Score
from allcounsel.services.quality.pemat import ACTIONABILITY, UNDERSTANDABILITY


@dataclass(frozen=True, slots=True)
class PaperFigures:
    """One paper in one language: how the whole of it reads, and what a machine can see of the checklists."""

    language: str
    reading: TextReading
    scores: tuple[Score, ...]


def paper_figures(handout: Handout) -> PaperFigures:
    """The figures of a composed paper."""
    scales = (UNDERSTANDABILITY, ACTIONABILITY, CLEAR_COMMUNICATION)
    scores = tuple(scale.score(handout) for scale in scales)
    return PaperFigures(handout.choices.language, reading_of(handout).whole, scores)


def card_pages(handout: Handout, starts: Mapping[str, int]) -> dict[str, int]:
    """How many pages each card takes; ``starts``: the page on which each section starts, and the end."""
    firsts = [
        (card, starts[next(sections).id])
        for card, sections in groupby(handout.sections, lambda section: section.card)
    ]
    ends = [*(start for _, start in firsts[1:]), starts[END]]
    return {card: end - start for (card, start), end in zip(firsts, ends, strict=True)}
