"""Three-valued logic by its truth tables, intervals, and masks that never leave a possibility out."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from allcounsel.domain.answers import Interval
from allcounsel.domain.condition import (
    AllOf,
    AnyOf,
    Compare,
    Evaluator,
    Facts,
    Not,
    Said,
    StillOpen,
    Verdict,
)
from allcounsel.domain.truth import NO, OPEN, UNKNOWN, YES

A, B = Compare("a", "is", "yes"), Compare("b", "is", "yes")
WORD = {YES: "yes", NO: "no"}


def facts(**truths: int) -> Facts:
    return Facts({name: WORD[truth] for name, truth in truths.items() if truth in WORD})


def truth(condition: object, **truths: int) -> int:
    return Evaluator({}, facts(**truths)).mask(condition)  # type: ignore[arg-type]


@pytest.mark.parametrize(("a", "b"), list(product((YES, NO, UNKNOWN), repeat=2)))
def test_all_any_and_not_follow_kleene(a, b):
    strength = {NO: 0, UNKNOWN: 1, YES: 2}
    assert truth(AllOf((A, B)), a=a, b=b) == min(a, b, key=strength.__getitem__)
    assert truth(AnyOf((A, B)), a=a, b=b) == max(a, b, key=strength.__getitem__)
    assert strength[truth(Not(A), a=a)] == 2 - strength[a]


def test_said_and_still_open_are_never_unknown():
    assert [truth(Said(A), a=a) for a in (YES, NO, UNKNOWN)] == [YES, NO, NO]
    assert [truth(StillOpen(A), a=a) for a in (YES, NO, UNKNOWN)] == [NO, NO, YES]


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [
        (YES, NO, YES),
        (YES, YES, YES),
        (NO, YES, NO),
        (NO, NO, UNKNOWN),
        (UNKNOWN, YES, NO),
        (UNKNOWN, NO, UNKNOWN),
    ],
)
def test_a_verdict_is_unknown_where_neither_side_is_known(yes, no, expected):
    assert truth(Verdict(A, B), a=yes, b=no) == expected


@pytest.mark.parametrize(
    ("operator", "value", "expected"),
    [
        ("at_least", "50", YES),
        ("at_least", "49.95", NO),
        ("more_than", "50", NO),
        ("more_than", "50.0000001", YES),
        ("less_than", "50", NO),
        ("less_than", "49.95", YES),
        ("at_most", "50", YES),
        ("at_most", "50.01", NO),
    ],
)
def test_numbers_are_compared_raw(operator, value, expected):
    compare = Compare("n", operator, Decimal(50))
    assert Evaluator({}, Facts({"n": Decimal(value)})).mask(compare) == expected


@pytest.mark.parametrize(
    ("operator", "high", "expected"),
    [
        ("less_than", "0.01", YES),
        ("less_than", "0.009", YES),
        ("less_than", "0.1", UNKNOWN),
        ("at_least", "0.01", NO),
        ("at_least", "0.1", UNKNOWN),
        ("at_most", "0.01", YES),
        ("more_than", "0.01", NO),
    ],
)
def test_not_found_below_a_limit_is_a_number_somewhere_under_it(operator, high, expected):
    value = Interval(Decimal(0), Decimal(high))
    compare = Compare("n", operator, Decimal("0.01"))
    assert Evaluator({}, Facts({"n": value})).mask(compare) == expected


def test_an_open_fact_may_turn_out_either_way():
    evaluator = Evaluator({}, Facts({"b": "yes"}, frozenset({"a"})))
    assert evaluator.mask(AllOf((A, B))) == OPEN
    assert evaluator.mask(AnyOf((A, B))) == YES
    assert evaluator.mask(Said(A)) == OPEN
    assert evaluator.mask(StillOpen(A)) == NO
