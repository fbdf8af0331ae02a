"""The content as it is shipped, read once, and short ways to assess a case file with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from allcounsel.content.release import read_release
from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment
from allcounsel.domain.case import Case
from allcounsel.domain.handout import SectionPlan
from allcounsel.domain.release import ContentRelease
from allcounsel.services.case_file import read_case

TODAY = date(2026, 11, 1)
SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def seed_files() -> Mapping[str, bytes]:
    """The files of ``seeds/`` by path."""
    return {
        path.relative_to(SEEDS).as_posix(): path.read_bytes()
        for path in sorted(SEEDS.rglob("*"))
        if path.suffix in (".yaml", ".toml")
    }


@cache
def release() -> ContentRelease:
    """The shipped release."""
    return read_release(seed_files())


def with_sections(content: ContentRelease, plans: Iterable[SectionPlan]) -> ContentRelease:
    """The content with these sections of the handout in place of its own, each on its card."""
    by_id = {plan.id: plan for plan in plans}
    cards = tuple(
        replace(card, sections=tuple(by_id[plan.id] for plan in card.sections if plan.id in by_id))
        for card in content.cards
    )
    return replace(content, cards=cards)


@cache
def engine() -> Engine:
    """The engine over the shipped release."""
    return Engine(release().dictionary, release().rules, release().pathways)


def case(document: Mapping[str, object]) -> Case:
    """The case in a case file that has to be valid."""
    read = read_case(document, release().dictionary, TODAY)
    assert read.case is not None, read.problems
    return read.case


def assess(document: Mapping[str, object]) -> Assessment:
    """The assessment of a case file that has to be valid."""
    return engine().assess(case(document))


def problems(document: object) -> list[tuple[str, str]]:
    """Field and code of everything wrong with a document."""
    found = read_case(document, release().dictionary, TODAY).problems
    return [(problem.field, problem.code) for problem in found]


NONE_FOUND = {
    "bcr_abl1": "not_detected",
    "kmt2a_r": "not_detected",
    "hypodiploidy_lt44": "not_detected",
    "tcf3_hlf": "not_detected",
}

ALL_CLEAR: dict[str, object] = {
    "situation": "first_treatment",
    "lineage": "b_cell",
    "age_at_diagnosis": {"years": 5},
    "wbc_at_diagnosis": {"value": 20, "unit": "10*9/L"},
    "wbc_before_steroids_or_fluids": "yes",
    "steroids_before_treatment": "none",
    "cns_status": "cns1",
    "testicular_disease": "not_applicable",
    "down_syndrome": "no",
    "slow_response": "no",
    "genetics": NONE_FOUND,
    "end_of_induction": {
        "marrow": "m1",
        "mrd": {"below": Decimal("0.01"), "method": "flow"},
        "extramedullary_clear": "yes",
    },
}
"""A child of the standard group about whom everything that decides the group is known."""

RAISED_BY_SOME = dict.fromkeys(("iamp21", "bcr_abl1_like", "ikzf1_deletion"), "not_detected")
"""Gene changes after which many teams plan stronger treatment, looked for and not found."""

ASKED_FOR_NUMBERS: dict[str, object] = ALL_CLEAR | {
    "genetics": NONE_FOUND | RAISED_BY_SOME,
    "family": {"wants_numbers": "yes"},
}
"""A child whose family can be given the page of numbers: nothing that it depends on is open."""
