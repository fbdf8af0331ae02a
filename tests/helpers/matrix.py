"""Every invented child on every kind of paper: which papers there are, and what is wrong with one of them."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from allcounsel.bootstrap import Core, build_core
from allcounsel.domain.assessment import Assessment
from allcounsel.domain.handout import Handout, PaperChoices
from allcounsel.services.case_file import read_case
from allcounsel.services.export_handout import HandoutOrder, composed, refusals
from allcounsel.services.numbers import numbers_refused
from helpers.paper_checks import Printed, wrong_with
from helpers.papers import clinic
from helpers.pdf_structure import listen

DAY = date(2026, 11, 22)
TELLING_EVERY = 500
LANGUAGES = ("en", "es")
SIZES = ("standard", "large", "giant")
PAPERS = ("a4", "letter")
INKS = ("colour", "grey")
EVERY_FORMAT = tuple(
    PaperChoices(language, size, ink == "grey", paper)
    for language, size, paper, ink in itertools.product(LANGUAGES, SIZES, PAPERS, INKS)
)
"""Two languages, three sizes, two papers, with and without colour."""


@dataclass(frozen=True)
class Job:
    """One paper to be made: whose it is, and how."""

    child: str
    choices: PaperChoices

    def __str__(self) -> str:
        one = self.choices
        languages = f"{one.language}+{one.second_language}" if one.second_language else one.language
        more = " with numbers" if one.numbers else ""
        return f"{self.child} {languages} {one.size} {one.paper} {'grey' if one.grey else 'colour'}{more}"


@cache
def core() -> Core:
    return build_core()


@cache
def children() -> dict[str, dict[str, object]]:
    """Every practice child and every vignette as a case file, all under one label."""
    release = core().release
    named = [(f"child {one.name}", one.case) for one in release.practice_children]
    named += [(f"vignette {one.id}", one.case) for one in release.vignettes]
    head = {"format": "allcounsel-case/1", "label": "Example"}
    return {name: {**head, **case, "label": "Example"} for name, case in named}


def assessment_of(child: str) -> Assessment:
    """The result of a child whose case can be read."""
    read = read_case(children()[child], core().release.dictionary, DAY)
    if read.case is None:
        raise ValueError(read.problems)
    return core().engine.assess(read.case)


def handout_of(job: Job) -> Handout | None:
    """What is printed; None where the program refuses to make this paper."""
    one, choices = core(), job.choices
    read = read_case(children()[job.child], one.release.dictionary, DAY)
    if read.case is None:
        return None
    assessment = one.engine.assess(read.case)
    accepted = frozenset(notice.code for notice in assessment.to_confirm)
    if refusals(HandoutOrder(read.case, clinic(), choices, "A clinician", accepted), assessment):
        return None
    if choices.numbers and numbers_refused(read.case, assessment):
        return None
    return composed(
        read.case,
        assessment,
        one.release,
        one.engine,
        clinic(),
        DAY,
        choices,
        one.measure,
        one.frame(choices),
    )


def different(jobs: Iterable[Job]) -> Iterator[Job]:
    """The jobs that the program makes, without those whose paper is the same as an earlier one."""
    seen: set[Handout] = set()
    for job in jobs:
        handout = handout_of(job)
        if handout is not None and handout not in seen:
            seen.add(handout)
            yield job


def every_job() -> Iterator[Job]:
    """All children on all formats; on two more in both languages side by side; with numbers where allowed."""
    for choices in EVERY_FORMAT:
        yield from (Job(name, choices) for name in children())
    for first, second in (LANGUAGES, LANGUAGES[::-1]):
        both = PaperChoices(first, second_language=second, size="large" if first == "es" else "standard")
        yield from (Job(name, both) for name in children())
    for choices in EVERY_FORMAT:
        yield from (Job(name, replace(choices, numbers=True)) for name in children())


def wrong_paper(job: Job) -> tuple[str, ...]:
    """What is wrong with one paper; empty when nothing is."""
    handout = handout_of(job)
    if handout is None:
        return (f"{job}: the program does not make it",)
    writer = core().writer
    pdf = writer.pdf(handout)
    paper = Printed(pdf, handout, assessment_of(job.child), tuple(writer.printed(handout)), listen(pdf))
    with tempfile.TemporaryDirectory() as folder:
        found = tuple(wrong_with(paper, core().release, Path(folder) / "paper.pdf"))
    return tuple(f"{job}: {one}" for one in found)


def wrong_papers(jobs: list[Job], told: Callable[[str], object] = lambda _: None) -> list[str]:
    """What is wrong with many, on all cores. ``told``: hears now and then how far it has come."""
    wrong: list[str] = []
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for number, found in enumerate(pool.map(wrong_paper, jobs, chunksize=4), start=1):
            wrong.extend(found)
            if number % TELLING_EVERY == 0:
                told(f"{number} of {len(jobs)} papers, {len(wrong)} faults")
    return wrong
