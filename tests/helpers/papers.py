"""The family's paper for a case file: what is printed, by section, without a page being laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.handout import Handout, PaperChoices, Piece, pieces_of
from allcounsel.domain.release import ContentRelease
from allcounsel.services.case_file import parse_json, read_case, to_json
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.compose_handout import Frame, compose
from allcounsel.services.export_handout import HandoutOrder, refusals
from helpers.shipped import SEEDS, TODAY, engine, release

FRAME = Frame(width=480, figure_height=590)
LETTERS_A_LINE = 0.5  # a stand-in for real fonts: half the size for each letter


@dataclass(frozen=True)
class Paper:
    """One handout with the child it is for."""

    case: Case
    assessment: Assessment
    handout: Handout

    def texts(self, *, without: tuple[str, ...] = ()) -> list[str]:
        """Every printed text, but for the sections left out."""
        return [
            piece.plain
            for section in self.handout.sections
            if section.id not in without
            for block in section.blocks
            for piece in pieces_of(block)
        ]

    def said(self, pattern: re.Pattern[str], *, without: tuple[str, ...] = ()) -> list[str]:
        """The printed texts that a pattern is found in."""
        return [text for text in self.texts(without=without) if pattern.search(text)]

    def page_one(self) -> list[str]:
        """The printed texts of page one."""
        return self.texts(without=tuple(section.id for section in self.handout.sections[1:]))

    def blocks(self, kind: type) -> list[Any]:
        """The blocks of page one of one kind."""
        return [block for block in self.handout.sections[0].blocks if isinstance(block, kind)]

    def section(self, name: str) -> list[str]:
        """The printed texts of one section; none where the paper has no such section."""
        return [piece.plain for piece in self.pieces(name)]

    def pieces(self, *names: str) -> list[Piece]:
        """The printed pieces of these sections."""
        return [
            piece
            for section in self.handout.sections
            if section.id in names
            for block in section.blocks
            for piece in pieces_of(block)
        ]


@cache
def clinic() -> Clinic:
    """The practice clinic."""
    read = read_clinic((SEEDS / "practice" / "clinic.toml").read_text(encoding="utf-8"))
    assert read.clinic is not None
    return read.clinic


def measure(text: str, size: float, _weight: int) -> float:
    """About how wide a text is."""
    return len(text) * size * LETTERS_A_LINE


def paper_of(
    document: object, *, numbers: bool = False, content: ContentRelease | None = None, language: str = "en"
) -> Paper | None:
    """The paper of a case file; none where the program refuses to make one. ``content``: a faulty release."""
    content = content or release()
    read = read_case(parse_json(to_json(document)), content.dictionary, TODAY)
    assert read.case is not None, read.problems
    assessment = engine().assess(read.case)
    accepted = frozenset(notice.code for notice in assessment.to_confirm)
    choices = PaperChoices(language, numbers=numbers)
    if refusals(HandoutOrder(read.case, clinic(), PaperChoices(), "A clinician", accepted), assessment):
        return None
    made_on = date(2026, 11, 22)
    handout = compose(read.case, assessment, content, engine(), clinic(), made_on, choices, measure, FRAME)
    return Paper(read.case, assessment, handout)
