"""Faults planted in rules, engine and space: each law of every case is seen to fail on the fault for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from allcounsel.domain.answers import Age
from allcounsel.domain.assessment import Outcome, Status
from allcounsel.domain.case import Case
from allcounsel.domain.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Evaluator,
    Named,
    Not,
    Said,
    Value,
)
from allcounsel.domain.ids import FeatureId, GroupId, RuleId
from allcounsel.domain.possible import GroupSearch
from allcounsel.domain.rule import RuleSet
from allcounsel.domain.truth import UNKNOWN, YES
from helpers.block_laws import closed_too_early, read_otherwise, unlike_all
from helpers.case_space import BLOCKS, blocks_in_search, kept_past_an_answer, mixed_blocks
from helpers.every_case import PlainEngine, Run, Space, by_outcome, coarse
from helpers.every_shipped_case import nothing_found, plain, planted
from helpers.group_laws import (
    added_by_an_answer,
    milder_when_worse,
    unlike_their_representatives,
    without_one_group,
    wrong_group,
    wrong_possible,
    wrong_status,
)
from helpers.shipped import release

WHEN = release().rules.conditions
KMT2A = FeatureId("genetics.kmt2a_r")
A_GENE = Compare(KMT2A, "is", "not_detected")


def rule(name: str) -> Named:
    return Named(RuleId(name))


def when(name: str) -> Condition:
    return WHEN[RuleId(name)]


def faulty(rules: RuleSet | None = None, kind: type[PlainEngine] = PlainEngine) -> Space:
    return Space(plain(rules, kind), "first_treatment")


def cases(rules: RuleSet | None = None, kind: type[PlainEngine] = PlainEngine) -> Run:
    return coarse(faulty(rules, kind))


# ---------------------------------------------------------------- independence


@pytest.mark.parametrize(
    ("name", "condition", "fault"),
    [
        ("P3", AllOf((when("P3"), A_GENE)), "the age rests on genetics.kmt2a_r"),
        ("P9", AnyOf((when("P9"), rule("P4"))), "the slow response rests on wbc_at_diagnosis"),
        ("R7", AllOf((when("R7"), A_GENE)), "R7 looks at genetics.kmt2a_r past the blocks"),
        ("R13", AllOf((rule("P2"), rule("P8"))), "R13 looks at genetics.iamp21 past the blocks"),
        ("P8", WHEN[RuleId("P10")], "P8 leaves a verdict open and is no part of a block"),
    ],
)
def test_a_rule_that_mixes_blocks_is_found(name, condition, fault):
    group = {"group": GroupId("high")} if name == "R13" else {}
    assert fault in list(mixed_blocks(planted(name, condition, **group)))


def test_a_search_that_comes_back_to_a_block_is_found():
    engine = plain()
    age, count, *rest = engine._open_classes
    engine._open_classes = (count, age, *rest)
    assert blocks_in_search(engine)[:3] == ["count", "age", "count"]


def test_an_outcome_that_is_kept_past_an_answer_to_it_is_found():
    engine = plain()
    feature, whole = engine._open_classes[0]
    kept = replace(whole, rules=whole.rules - {"R7"})
    engine._open_classes = ((feature, kept), *engine._open_classes[1:])
    assert list(kept_past_an_answer(engine)) == ["R7 is kept past the answer to age_at_diagnosis"]


def test_a_class_of_numbers_that_is_not_tried_is_found():
    table = faulty().tables[1]
    table.kind_of = {member: kind for member, kind in table.kind_of.items() if member != (Age(0),)}
    assert list(unlike_all(table, FeatureId("age_at_diagnosis"), (Age(0), Age(7)))) == [Age(0)]


# ---------------------------------------------------------------- one block


@pytest.mark.parametrize("name", ["P5", "P6", "P9"])
def test_a_rule_that_turns_unknown_into_no_is_found(name):
    space = faulty(planted(name, Said(when(name))))
    assert next(closed_too_early(space), None)
    assert next(read_otherwise(space), None)


FROM_11 = Compare("age_at_diagnosis", "at_least", Decimal(11))
OVER_50 = Compare("wbc_at_diagnosis", "more_than", Decimal(50))
ANY_METHOD = Compare("end_of_induction.mrd#method", "one_of", ("flow", "pcr", "ngs", "fusion_transcript"))


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("P3", FROM_11),
        ("P4", replace(when("P4"), yes=OVER_50)),
        ("P4a", when("P4a").parts[0]),  # steroids are not asked about
        ("P7", AnyOf(when("P7").parts[1:])),  # KMT2A is forgotten
        ("P10", replace(when("P10"), no=AllOf(when("P10").no.parts[:-1]))),  # clear elsewhere: not asked
        ("P10a", ANY_METHOD),
    ],
)
def test_a_wrong_limit_or_a_forgotten_part_is_found(name, condition):
    assert next(read_otherwise(faulty(planted(name, condition))), None)


# ---------------------------------------------------------------- the group


def test_complete_cases_that_no_rule_gives_a_group_are_found():
    assert next(without_one_group(faulty(planted("R8", AnyOf(())))), None)


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("P12", AllOf((rule("P2"), Not(Said(rule("P4")))))),  # a count that is not known is taken for low
        ("R12", AnyOf(())),  # a high count with the age not known
    ],
)
def test_a_wrong_group_for_now_is_found(name, condition):
    assert next(wrong_group(cases(planted(name, condition))), None)


class AlwaysFinal(PlainEngine):
    """A fault: a group that is given is called final."""

    def _status(self, case: Case, outcome: Outcome, possible: tuple[GroupId, ...]) -> Status:
        return Status.FINAL if outcome.group else Status.NOT_ASSIGNED


def test_a_wrong_status_is_found():
    assert next(wrong_status(cases(kind=AlwaysFinal)), None)


@pytest.mark.parametrize(
    ("name", "walk"), [("R3", by_outcome), ("R4", by_outcome), ("R5", coarse), ("R6", coarse)]
)
def test_a_finding_that_makes_milder_is_found(name, walk):
    """Coarse cases of a detected gene have all genes detected, where R3 and R4 stand in for one another."""
    faulty_cases = walk(faulty(planted(name, when(name), group=GroupId("standard"))))
    assert next(milder_when_worse(faulty_cases), None)


def test_a_count_that_makes_milder_is_found():
    turned = planted("R7", when("R7"), group=GroupId("standard"))
    assert next(milder_when_worse(cases(turned)), None)


# ---------------------------------------------------------------- possible groups

Possible = tuple[GroupId, ...]


class Odd(PlainEngine):
    """A fault in the possible groups of some cases only; ``made_of`` makes it."""

    def _possible(self, case: Case, facts: Mapping[str, Value], enough: int | None = None) -> Possible:
        return self.made_of(case, super()._possible(case, facts, enough))

    def made_of(self, case: Case, possible: Possible) -> Possible:
        raise NotImplementedError


class AddsOne(Odd):
    """While the age is open a high count is thought to go with standard too."""

    def made_of(self, case: Case, possible: Possible) -> Possible:
        high = possible[:1] == ("high",) and FeatureId("age_at_diagnosis") not in case.answers
        return (GroupId("standard"), *possible) if high else possible


class Doubts(Odd):
    """A slow response opens again what was settled."""

    def made_of(self, case: Case, possible: Possible) -> Possible:
        slow = case.text(FeatureId("slow_response")) == "yes"
        return release().rules.mildest_first if slow else possible


class DecidesOneWay(GroupSearch):
    """Where all is known and the sources leave a verdict open, only its yes is followed."""

    def _decide(self, evaluator: Evaluator, found: set[GroupId], enough: int) -> None:
        left_open = next(rule for rule in self._verdicts if evaluator.rule(rule) & UNKNOWN)
        decided = {**evaluator.facts.decided, left_open: YES}
        facts = replace(evaluator.facts, decided=decided)
        self._explore(Evaluator(self._conditions, facts), (), found, enough)


class OneWay(PlainEngine):
    """An engine with that search."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)
        self._search = DecidesOneWay(self._rules, self._group_rules)


@pytest.mark.parametrize("kind", [OneWay, AddsOne])
def test_a_possible_group_too_few_or_too_many_is_found(kind):
    assert next(wrong_possible(cases(kind=kind)), None)


def test_an_answer_that_adds_a_possible_group_is_found():
    assert next(added_by_an_answer(cases(kind=Doubts)), None)


class LosesAGene(Odd):
    """While KMT2A alone is open among the genes, its being found is not thought of."""

    def made_of(self, case: Case, possible: Possible) -> Possible:
        others = ("genetics.bcr_abl1", "genetics.hypodiploidy_lt44", "genetics.tcf3_hlf")
        only = KMT2A not in case.answers and all(FeatureId(name) in case.answers for name in others)
        return tuple(group for group in possible if group != "very_high") if only else possible


def test_a_member_that_does_not_behave_as_its_representative_is_found():
    """A fault that no reasoning about rules would show: it depends on which gene is open."""
    faulty_cases = cases(kind=LosesAGene)
    genes = next(at for at, block in enumerate(BLOCKS) if block.name == "genes")
    assert next(unlike_their_representatives(faulty_cases, genes, [nothing_found(faulty_cases.space)]), None)
