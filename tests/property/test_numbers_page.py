"""The page of numbers is printed where evidence 5.3 allows it and nowhere else, over every combination."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest

from allcounsel.domain.answers import Age
from allcounsel.domain.assessment import Assessment, Finding, Status, TeamGroup
from allcounsel.domain.case import Case
from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.ids import FeatureId, GroupId, RuleId
from allcounsel.domain.truth import Truth
from allcounsel.services import compose_handout, numbers
from allcounsel.services.compose_handout import compose
from allcounsel.services.numbers import CLAUSES, STRONGER, STRONGER_FLAG, numbers_refused
from helpers.papers import FRAME, Paper, clinic, measure, paper_of
from helpers.shipped import ASKED_FOR_NUMBERS, NONE_FOUND, RAISED_BY_SOME, engine, release
from helpers.shipped import case as case_of
from helpers.shown import shipped

FIGURE = re.compile(r"\d\s*(out )?of\s*(every )?10|\d (out of|in) \d|%|per cent", re.IGNORECASE)
SPECIALS = tuple(release().rules.special_order)
MADE_ON = date(2026, 11, 22)


# ---- evidence 5.3 over every combination
@dataclass(frozen=True)
class Child:
    """What the page depends on. ``special``: one that holds; ``open_special``: one an open answer can bring.

    ``stronger``: whether many teams plan stronger treatment (R15).
    """

    wants: str | None
    years: int | None
    situation: str
    status: Status
    group: str | None
    special: str | None
    open_special: str | None
    stronger: Truth
    team_differs: bool

    @property
    def allowed(self) -> bool:
        """Evidence 5.3, read once more and by itself; unknown is never no."""
        return (
            self.wants == "yes"
            and self.situation == "first_treatment"
            and self.status is Status.FINAL
            and self.group in {"standard", "high"}
            and self.special is None
            and self.open_special is None
            and self.stronger is Truth.NO
            and not self.team_differs
            and self.years is not None
            and self.years <= 14
        )


WANTS = ("yes", "no", "not_asked", None)
YEARS = (None, 1, 14, 15)
SITUATIONS = ("first_treatment", "refractory", "relapse")
GROUPS = (None, *release().rules.mildest_first)
HELD_AND_OPEN = ((None, None), *((name, None) for name in SPECIALS), *((None, name) for name in SPECIALS))


@cache
def usual() -> Assessment:
    return engine().assess(case_of(ASKED_FOR_NUMBERS))


@cache
def case_for(wants: str | None, years: int | None) -> Case:
    case = case_of(ASKED_FOR_NUMBERS).with_answer(FeatureId("family.wants_numbers"), wants)
    return case.with_answer(FeatureId("age_at_diagnosis"), None if years is None else Age(years, 0))


@cache
def findings_with(stronger: Truth) -> tuple[Finding, ...]:
    return tuple(
        replace(finding, truth=stronger) if finding.rule == STRONGER else finding
        for finding in usual().findings
    )


def assessed(child: Child) -> Assessment:
    """The child's result, whether or not an engine could give it."""
    flags = [STRONGER_FLAG] * (child.stronger is Truth.YES) + ["team_differs"] * child.team_differs
    group = GroupId(child.group) if child.group else None
    return replace(
        usual(),
        situation=child.situation,
        status=child.status,
        group=group,
        possible_groups=(group,) if group else (),
        special_groups=(child.special,) if child.special else (),
        possible_special_groups=tuple(filter(None, (child.special, child.open_special))),
        flags=tuple(flags),
        findings=findings_with(child.stronger),
        team_group=TeamGroup("other", "Plan Z", "") if child.team_differs else None,
    )


def everyone() -> Iterator[tuple[Child, Assessment]]:
    """Every combination, but for who the family is: that is looked at by ``wrong``."""
    for situation, status, group, (special, open_special), stronger, differs in itertools.product(
        SITUATIONS, Status, GROUPS, HELD_AND_OPEN, Truth, (False, True)
    ):
        child = Child(
            "yes", 1, situation, status, group, special, open_special, stronger, team_differs=differs
        )
        yield child, assessed(child)


def wrong(limit: int | None = None) -> list[Child]:
    """The children for whom the program decides otherwise than evidence 5.3."""
    found = (
        other
        for child, assessment in everyone()
        for wants, years in itertools.product(WANTS, YEARS)
        for other in (replace(child, wants=wants, years=years),)
        if (numbers_refused(case_for(wants, years), assessment) == ()) != other.allowed
    )
    return list(itertools.islice(found, limit))


def test_the_program_decides_as_evidence_5_3_does_for_every_combination(capsys):
    assert wrong(1) == []
    count = len(SITUATIONS) * len(Status) * len(GROUPS) * len(HELD_AND_OPEN) * len(Truth) * 2
    count *= len(WANTS) * len(YEARS)
    with capsys.disabled():
        sys.stdout.write(f"\n{count:,} combinations of what the page of numbers depends on\n")


@pytest.mark.parametrize("left_out", range(len(CLAUSES)), ids=lambda index: CLAUSES[index][1])
def test_each_clause_is_needed(left_out, monkeypatch):
    monkeypatch.setattr(numbers, "CLAUSES", (*CLAUSES[:left_out], *CLAUSES[left_out + 1 :]))
    assert wrong(1)


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("UNDER_YEARS", 16),
        ("UNDER_YEARS", 14),
        ("GROUPS", ("standard", "high", "very_high")),
        ("GROUPS", ("standard",)),
        ("STRONGER", RuleId("R14")),
        ("STRONGER_FLAG", "some_protocols_lower"),
    ],
)
def test_a_limit_that_is_off_is_noticed(name, planted, monkeypatch):
    monkeypatch.setattr(numbers, name, planted)
    assert wrong(1)


def test_the_rule_and_the_flag_are_those_of_the_content():
    rule = release().rules.by_id[STRONGER]
    assert rule.flag == STRONGER_FLAG
    assert "first_treatment" in rule.looked_at_in
    assert [one.id for one in release().rules.rules if one.flag == STRONGER_FLAG] == [STRONGER]


# ---- on paper
FINE = Child("yes", 5, "first_treatment", Status.FINAL, "standard", None, None, Truth.NO, team_differs=False)
CHANGES = {
    "wants": ("no", "not_asked", None),
    "years": (15, None),
    "status": (Status.PROVISIONAL, Status.NOT_ASSIGNED),
    "group": ("high", "very_high", "t_cell"),
    "special": SPECIALS,
    "open_special": SPECIALS,
    "stronger": (Truth.YES, Truth.UNKNOWN),
    "team_differs": (True,),
}


def paper_for(child: Child, *, ordered: bool) -> Paper:
    """The whole paper of a child of the first treatment."""
    case, assessment = case_for(child.wants, child.years), assessed(child)
    choices = PaperChoices(numbers=ordered)
    handout = compose(case, assessment, release(), engine(), clinic(), MADE_ON, choices, measure, FRAME)
    return Paper(case, assessment, handout)


def on_paper() -> Iterator[Child]:
    """The child for whom all is fine, and each that differs in one or two things."""
    yield FINE
    single = [(name, value) for name, values in CHANGES.items() for value in values]
    yield from (replace(FINE, **{name: value}) for name, value in single)
    for one, other in itertools.combinations(CHANGES, 2):
        yield replace(FINE, **{one: CHANGES[one][0], other: CHANGES[other][0]})


def misprints() -> Iterator[tuple[Child, bool]]:
    for child, ordered in itertools.product(on_paper(), (True, False)):
        paper = paper_for(child, ordered=ordered)
        figures = bool(paper.said(FIGURE))
        elsewhere = bool(paper.said(FIGURE, without=("numbers",)))
        printed = bool(paper.section("numbers"))
        if {figures, printed} != {child.allowed and ordered} or elsewhere:
            yield child, ordered


def test_page_and_figures_are_on_paper_where_they_may_be_and_nowhere_else():
    assert list(misprints()) == []


def test_a_paper_that_does_not_ask_is_noticed(monkeypatch):
    monkeypatch.setattr(compose_handout, "numbers_refused", lambda *_: ())
    assert next(misprints())


# ---- children as they are entered
REFUSED = {
    "the family has not asked": ({"family": {"wants_numbers": "not_asked"}}, "has not asked"),
    "the family said no": ({"family": {"wants_numbers": "no"}}, "has not asked"),
    "nobody wrote it down": ({"family": {}}, "has not asked"),
    "15 years": ({"age_at_diagnosis": {"years": 15}}, "under 15"),
    "14 years is a group of its own": ({"age_at_diagnosis": {"years": 14}}, "special group"),
    "no age": ({"age_at_diagnosis": "unknown"}, "under 15"),
    "Down syndrome": ({"down_syndrome": "yes"}, "belongs to a special group"),
    "Down syndrome not known": ({"down_syndrome": "unknown"}, "could bring a special group"),
    "Down syndrome awaited": ({"down_syndrome": "pending"}, "could bring a special group"),
    "leukaemia in the fluid": ({"cns_status": "cns3"}, "belongs to a special group"),
    "fluid not known": ({"cns_status": "unknown"}, "could bring a special group"),
    "testicles": ({"testicular_disease": "yes"}, "belongs to a special group"),
    "steroids before": ({"steroids_before_treatment": "over_24h"}, "stronger treatment"),
    "a gene change": (
        {"genetics": NONE_FOUND | RAISED_BY_SOME | {"iamp21": "detected"}},
        "stronger treatment",
    ),
    "a gene awaited": ({"genetics": NONE_FOUND | RAISED_BY_SOME | {"iamp21": "pending"}}, "could mean"),
    "the check awaited": ({"end_of_induction": "pending"}, "not final"),
    "T-cell": ({"lineage": "t_cell"}, "standard and high groups only"),
    "the team says otherwise": ({"team_group": {"group": "high"}}, "another group"),
    "refractory": ({"situation": "refractory"}, "first treatment only"),
    "relapse": ({"situation": "relapse", "relapse": {"sites": ["marrow"]}}, "first treatment only"),
}


def without_what_is_not_asked(changes: dict[str, object]) -> dict[str, object]:
    left_out = {"end_of_induction", "slow_response"} if "situation" in changes else set()
    return {name: answer for name, answer in ASKED_FOR_NUMBERS.items() if name not in left_out} | changes


@pytest.mark.parametrize("name", REFUSED)
def test_the_order_is_refused_with_its_reason_and_the_page_not_printed(name):
    changes, reason = REFUSED[name]
    document = without_what_is_not_asked(changes)
    case, paper = shipped().case(document), paper_of(document, numbers=True)
    assert reason in " ".join(numbers_refused(case, shipped().engine.assess(case)))
    assert "numbers_not_allowed" in shipped().refusals(document, numbers=True)
    assert paper is not None
    assert paper.section("numbers") == []
    assert paper.said(FIGURE) == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"wbc_at_diagnosis": {"value": 80, "unit": "10*9/L"}},
        {"team_group": {"group": "standard"}},
        {"age_at_diagnosis": {"years": 9, "months": 11}},
    ],
    ids=["standard", "high", "the team agrees", "the oldest"],
)
def test_the_page_is_printed_for_whom_it_is(changes):
    document = ASKED_FOR_NUMBERS | changes
    paper = paper_of(document, numbers=True)
    assert "numbers_not_allowed" not in shipped().refusals(document, numbers=True)
    assert paper is not None
    assert paper.section("numbers")


QUESTION_OF_CHANCE = "questions.treatment.chance"
"""The one question that a family which said no is not shown."""


def without_the_page(family: dict[str, str]) -> dict[str, str]:
    paper = paper_of(ASKED_FOR_NUMBERS | {"family": family})
    assert paper is not None
    sources = {f"sources.{name}" for name in release().sources}
    return {piece.id: piece.plain for piece in paper.handout.pieces() if piece.id not in sources}


def test_without_the_page_the_paper_does_not_tell_whether_the_family_wants_numbers():
    wants, not_asked, unknown = (
        without_the_page(family) for family in ({"wants_numbers": "yes"}, {"wants_numbers": "not_asked"}, {})
    )
    assert wants == not_asked == unknown


def test_a_family_that_said_no_is_not_even_shown_the_question():
    said_no, unknown = without_the_page({"wants_numbers": "no"}), without_the_page({})
    assert unknown.keys() - said_no.keys() == {QUESTION_OF_CHANCE}
    assert all(unknown[name] == text for name, text in said_no.items())
