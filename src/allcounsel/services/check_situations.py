"""Whether a family finds what is particular to it: each section has something of its own to say there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from allcounsel.domain.assess import Engine
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.diagram import Measure
from allcounsel.domain.handout import Handout, PaperChoices, pieces_of
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.vignette import Situation
from allcounsel.services.case_file import read_case
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.compose_handout import Frame, compose
from allcounsel.services.numbers import numbers_refused

Said = Mapping[str, frozenset[str]]
"""What a paper says in its sentences and lists, by section."""

_TEXT = ("sentence", "list")
TEENAGER = 13
"""Years from which on a paper may speak to the child."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Makes the papers of invented children; nothing of them depends on the day or the clinic."""

    release: ContentRelease
    engine: Engine
    measure: Measure
    frame: Frame
    today: date

    def of(self, situation: Situation, language: str) -> Iterator[Handout]:
        """One paper for each age, with every card."""
        for years in situation.ages:
            yield self._paper(_at(situation, years), language)

    def every(self, language: str) -> Iterator[tuple[str, Handout]]:
        """All of them by name, read by a teenager too, and those of children with a page of numbers."""
        for situation in self.release.situations:
            yield from ((situation.id, handout) for handout in self.of(situation, language))
            for years in situation.ages:
                if years >= TEENAGER:
                    read = {**_at(situation, years), "family": {"reader": "teenager"}}
                    yield f"{situation.id}, read by a teenager", self._paper(read, language)
        for child in self.release.practice_children:
            case = self._case(child.case)
            if not numbers_refused(case, self.engine.assess(case)):
                yield f"{child.name}, with numbers", self._paper(child.case, language)

    def _paper(self, document: Mapping[str, object], language: str) -> Handout:
        case = self._case(document)
        return compose(
            case,
            self.engine.assess(case),
            self.release,
            self.engine,
            self._clinic(),
            self.today,
            PaperChoices(language=language, numbers=True),
            self.measure,
            self.frame,
        )

    def _case(self, document: Mapping[str, object]) -> Case:
        read = read_case(document, self.release.dictionary, self.today)
        if read.case is None:
            raise ValueError(f"an invented child cannot be read: {read.problems[0].message}")
        return read.case

    def _clinic(self) -> Clinic:
        clinic = read_clinic(self.release.practice_clinic).clinic
        if clinic is None:
            raise ValueError("the practice clinic cannot be read")
        # A pointer that only one country gets would hide that a section says nothing else.
        return replace(clinic, country="GB")


def _at(situation: Situation, years: int) -> Mapping[str, object]:
    return {**situation.case, "age_at_diagnosis": {"years": years}}


def silent_sections(papers: Papers, language: str) -> Iterator[str]:
    """One sentence for each section that says nothing of its own in a situation in which it prints."""
    release = papers.release
    said = {
        situation.id: tuple(_said(handout) for handout in papers.of(situation, language))
        for situation in release.situations
    }
    for section in release.sections:
        if section.id in release.general_sections:
            continue
        anywhere = {name: _anywhere(pages, section.id) for name, pages in said.items()}
        having = [name for name, texts in anywhere.items() if texts]
        for name in having:
            own = [
                text
                for text in _everywhere(said[name], section.id)
                if 2 * sum(text in anywhere[other] for other in having) <= len(having)
            ]
            if not own and len(having) > 1:
                yield f"section '{section.id}' says nothing of its own in situation '{name}' ({language})"


def _said(handout: Handout) -> Said:
    return {
        section.id: frozenset(
            piece.plain for block in section.blocks for piece in pieces_of(block) if piece.kind in _TEXT
        )
        for section in handout.sections
    }


def _anywhere(pages: tuple[Said, ...], section: str) -> frozenset[str]:
    """What the section says to a child of any age in this situation."""
    return frozenset().union(*(said.get(section, frozenset()) for said in pages))


def _everywhere(pages: tuple[Said, ...], section: str) -> frozenset[str]:
    """What it says at every age at which it prints."""
    printed = [said[section] for said in pages if section in said]
    return frozenset.intersection(*printed) if printed else frozenset()
