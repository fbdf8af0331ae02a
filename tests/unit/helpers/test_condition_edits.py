"""The wrong edits of a condition, and the proof that some of them change nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from allcounsel.domain.condition import AllOf, AnyOf, Compare, Condition, Named, Not, Said, StillOpen, Verdict
from allcounsel.domain.ids import RuleId
from helpers.condition_edits import edits, known_of
from helpers.same_truth import always_the_same
from helpers.shipped import release

KNOWN = known_of(release().dictionary, release().rules)
AGE = Compare("age_at_diagnosis", "at_least", Decimal(10))
COUNT = Compare("wbc_at_diagnosis", "less_than", Decimal(50))
SLOW = Compare("slow_response", "is", "yes")
MRD = Compare("end_of_induction.mrd#percent", "less_than", Decimal(1))
P5, P13 = Named(RuleId("P5")), Named(RuleId("P13"))


def said(condition: Condition) -> list[str]:
    return [what for what, _ in edits(condition, KNOWN)]


def test_a_number_is_moved_and_its_operator_taken_for_its_neighbours():
    assert said(COUNT) == [
        "'wbc_at_diagnosis less than 50' becomes 'wbc_at_diagnosis at most 50'",
        "'wbc_at_diagnosis less than 50' becomes 'wbc_at_diagnosis at least 50'",
        "'wbc_at_diagnosis less than 50' becomes 'wbc_at_diagnosis less than 45'",
        "'wbc_at_diagnosis less than 50' becomes 'wbc_at_diagnosis less than 55'",
    ]


def test_a_whole_number_is_moved_by_one():
    assert {edited.limit for _, edited in edits(AGE, KNOWN) if isinstance(edited, Compare)} == {9, 10, 11}


def test_an_option_is_exchanged_for_each_other_one():
    assert said(SLOW)[1:] == [
        "'slow_response is yes' becomes 'slow_response is no'",
        "'slow_response is yes' becomes 'slow_response is not_used'",
    ]


def test_a_list_loses_gains_and_exchanges_entries():
    marrow = Compare("end_of_induction.marrow", "one_of", ("m2", "m3"))
    limits = {edited.limit for _, edited in edits(marrow, KNOWN) if isinstance(edited, Compare)}
    assert {("m3",), ("m2",), ("m1", "m3"), ("m2", "m1"), ("m2", "m3", "m1")} <= limits
    numbers = Compare("genetics.chromosome_number", "one_of", (Decimal(44), Decimal(45)))
    limits = {edited.limit for _, edited in edits(numbers, KNOWN) if isinstance(edited, Compare)}
    assert {(44,), (45,), (43, 45), (44, 46)} <= limits


def test_a_part_is_dropped_and_all_is_taken_for_any():
    found = [condition for _, condition in edits(AllOf((P5, P13)), KNOWN)]
    assert {AnyOf((P5, P13)), AllOf((P5,)), AllOf((P13,)), Not(AllOf((P5, P13)))} <= set(found)


def test_not_said_and_open_are_dropped_added_and_exchanged():
    assert {P5, Not(Not(P5))} & {condition for _, condition in edits(Not(P5), KNOWN)} == {P5, Not(Not(P5))}
    assert {P5, StillOpen(P5), Not(Said(P5))} <= {condition for _, condition in edits(Said(P5), KNOWN)}
    assert {P5, Said(P5), Not(StillOpen(P5))} <= {condition for _, condition in edits(StillOpen(P5), KNOWN)}


def test_the_sides_of_a_verdict_are_exchanged_and_dropped():
    found = {condition for _, condition in edits(Verdict(P5, P13), KNOWN)}
    assert {Verdict(P13, P5), Verdict(AnyOf(()), P13), Verdict(P5, AnyOf(())), P5} <= found
    assert Verdict(P5, Not(P13)) in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (StillOpen(P5), StillOpen(Not(P5))),
        (StillOpen(AGE), StillOpen(Compare("age_at_diagnosis", "less_than", Decimal(1)))),
        (
            Compare("age_at_diagnosis", "less_than", Decimal(1)),
            Compare("age_at_diagnosis", "at_most", Decimal(0)),
        ),
        (Not(AllOf((P5, P13))), AnyOf((Not(P5), Not(P13)))),
        (AnyOf((SLOW, Said(SLOW))), SLOW),
        (SLOW, Compare("slow_response", "one_of", ("yes",))),
    ],
)
def test_what_no_answer_tells_apart_is_proved_the_same(one, other):
    assert always_the_same((one, other), KNOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Said(P5), P5),
        (Not(Said(P5)), Said(Not(P5))),
        (COUNT, Compare("wbc_at_diagnosis", "at_most", Decimal(50))),
        (MRD, Compare("end_of_induction.mrd#percent", "less_than", Decimal("1.1"))),
        # A "below 1 %" that may be anything down to nothing tells these two apart, though no number does.
        (StillOpen(MRD), StillOpen(Compare("end_of_induction.mrd#percent", "less_than", Decimal("0.5")))),
        (AllOf((P5, P13)), AnyOf((P5, P13))),
        (Verdict(P5, P13), P5),
        (SLOW, Not(Compare("slow_response", "is", "no"))),
    ],
)
def test_what_an_answer_tells_apart_is_not(one, other):
    assert not always_the_same((one, other), KNOWN)


def test_what_is_too_large_to_go_through_is_the_same_where_its_parts_are():
    many = tuple(Named(RuleId(f"P{number}")) for number in range(1, 14))
    under_one = Compare("age_at_diagnosis", "less_than", Decimal(1))
    assert always_the_same((AllOf((*many, under_one)), AllOf((*many, Not(Not(under_one))))), KNOWN)
    assert not always_the_same((AllOf((*many, AGE)), AllOf((*many, under_one))), KNOWN)
    assert not always_the_same((AllOf(many), AnyOf(many)), KNOWN)
    assert not always_the_same((AllOf(many), AllOf(many[:-1])), KNOWN)
