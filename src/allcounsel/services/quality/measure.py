"""The quality of many papers in one language: what the worst of them comes to, and what misses a bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allcounsel.domain.handout import Handout
from allcounsel.services.handout_reading import TextReading
from allcounsel.services.quality import cci, ipdas, pemat
from allcounsel.services.quality.checklist import Checklist, Score
from allcounsel.services.quality.voice import read

CHECKLISTS: tuple[Checklist, ...] = (
    pemat.UNDERSTANDABILITY,
    pemat.ACTIONABILITY,
    cci.CLEAR_COMMUNICATION,
    *(ipdas.checklist(choice) for choice in ipdas.CHOICES),
)
LEAST_PERCENT = {cci.CLEAR_COMMUNICATION.name: cci.LEAST}
"""What a checklist asks for; all of it where none is named."""
ALL_OF_IT = 100.0


@dataclass(frozen=True, slots=True)
class PaperQuality:
    """One paper: whose it is, its scores in the order of the checklists, and how its cards read."""

    name: str
    scores: tuple[Score, ...]
    readings: tuple[TextReading, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """All papers in one language."""

    language: str
    papers: tuple[PaperQuality, ...]

    def worst(self, checklist: Checklist) -> Score:
        """The lowest score on a checklist, from a paper on which most was asked."""
        found = [score for paper in self.papers for score in paper.scores if score.name == checklist.name]
        return min(found, key=lambda score: (score.percent if score.judged else ALL_OF_IT, -score.judged))

    def readings(self, card: str) -> tuple[TextReading, ...]:
        """How one card reads, or the ``whole``, on each paper that has it."""
        return tuple(reading for paper in self.papers for reading in paper.readings if reading.name == card)

    @property
    def cards(self) -> tuple[str, ...]:
        """``whole`` and every card that any paper has."""
        return tuple(dict.fromkeys(reading.name for paper in self.papers for reading in paper.readings))

    def below(self) -> Iterator[str]:
        """One sentence for each paper and item or card that misses its bar."""
        for paper in self.papers:
            for score in paper.scores:
                yield from _missed(score, f"{paper.name} ({self.language})")
            for reading in paper.readings:
                for bar in reading.as_is.too_hard():
                    yield f"card '{reading.name}' of {paper.name} ({self.language}): {bar}"


def measured(papers: Iterable[tuple[str, Handout]], language: str) -> Quality:
    """The quality of named papers."""
    return Quality(language, tuple(_paper(name, handout) for name, handout in papers))


def _paper(name: str, handout: Handout) -> PaperQuality:
    found = read(handout)
    return PaperQuality(name, tuple(one.score(handout) for one in CHECKLISTS), (found.whole, *found.cards))


def _missed(score: Score, where: str) -> Iterator[str]:
    if not score.judged or score.percent >= LEAST_PERCENT.get(score.name, ALL_OF_IT):
        return
    for answer in score.missed:
        more = f" and {len(answer.faults) - 1} more" if len(answer.faults) > 1 else ""
        yield f"{score.name} {answer.item.id} in {where}: {answer.faults[0]}{more}"
