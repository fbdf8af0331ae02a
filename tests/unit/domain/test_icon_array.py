"""An array of 100 circles: counts that are fair to every part, and circles that stand clear of each other."""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allcounsel.domain.icon_array import COLUMNS, PATTERNS, WHOLE, counts_of, plan_icons

SHARES = st.lists(
    st.one_of(st.integers(0, 1000), st.fractions(0, 100, max_denominator=997)), min_size=1, max_size=9
).filter(any)
IN_TWO = st.integers(0, WHOLE).map(lambda first: (first, WHOLE - first))
SIDES = st.floats(min_value=40, max_value=600)


def exact(shares):
    return [Fraction(share) * WHOLE / sum(shares) for share in shares]


def broken(shares, counts):
    """The laws of fair rounding that these counts break."""
    wanted = exact(shares)
    pairs = [(one, other) for one in range(len(shares)) for other in range(len(shares))]
    laws = {
        "sum": sum(counts) == WHOLE,
        "near": all(abs(count - share) < 1 for count, share in zip(counts, wanted, strict=True)),
        "order": all(counts[a] >= counts[b] for a, b in pairs if wanted[a] > wanted[b]),
        "tie": all(counts[a] >= counts[b] for a, b in pairs if wanted[a] == wanted[b] and a < b),
        "whole": all(
            count == share for count, share in zip(counts, wanted, strict=True) if share.denominator == 1
        ),
    }
    return {law for law, holds in laws.items() if not holds}


@given(SHARES)
@example([90, 10])
@example([1, 1, 1])
@example([0, 0, 7])
def test_counts_are_100_in_all_near_every_share_and_in_the_order_of_the_shares(shares):
    assert broken(shares, counts_of(shares)) == set()


@given(SHARES, st.fractions(Fraction(1, 50), 50, max_denominator=50))
def test_the_measure_of_the_shares_does_not_matter(shares, measure):
    assert counts_of(shares) == counts_of([share * measure for share in shares])


def test_counts_by_hand():
    assert counts_of([90, 10]) == (90, 10)
    assert counts_of([1, 1, 1]) == (34, 33, 33)
    assert counts_of([1, 1, 1, 1, 1, 1]) == (17, 17, 17, 17, 16, 16)
    assert counts_of([Fraction("89.4"), Fraction("10.6")]) == (89, 11)


@pytest.mark.parametrize("shares", [[], [0], [0, 0], [50, -1], [-1, 101]])
def test_shares_of_nothing_and_negative_ones_are_refused(shares):
    with pytest.raises(ValueError, match="at least 0"):
        counts_of(shares)


def last_wins(shares):
    return tuple(reversed(counts_of(list(reversed(shares)))))


def first_takes_the_rest(shares):
    floors = [math.floor(share) for share in exact(shares)]
    return (WHOLE - sum(floors[1:]), *floors[1:])


def smallest_remainder(shares):
    floors = [math.floor(share) for share in exact(shares)]
    order = sorted(range(len(floors)), key=lambda index: exact(shares)[index] - floors[index])
    return tuple(floor + (index in order[: WHOLE - sum(floors)]) for index, floor in enumerate(floors))


@pytest.mark.parametrize(
    ("rounding", "shares", "law"),
    [
        (lambda shares: tuple(round(share) for share in exact(shares)), [1, 1, 1], "sum"),
        (lambda shares: tuple(math.floor(share) for share in exact(shares)), [1, 1, 1], "sum"),
        (first_takes_the_rest, [1] * 7, "near"),
        (first_takes_the_rest, [1, 7, 7, 7], "near"),
        (smallest_remainder, [Fraction("10.4"), Fraction("10.1"), Fraction("79.5")], "order"),
        (smallest_remainder, [20, Fraction("40.5"), Fraction("39.5")], "whole"),
        (last_wins, [1, 1, 1], "tie"),
    ],
)
def test_another_rounding_breaks_a_law(rounding, shares, law):
    assert law in broken(shares, rounding(shares))


# ---- the circles
def circles(plan):
    return [circle for part in plan.parts for circle in part]


def reach(circle):
    return circle.radius + circle.stroke_width / 2


@given(IN_TWO, SIDES)
def test_each_part_has_its_circles_row_by_row(counts, side):
    plan = plan_icons(counts, side)
    assert tuple(len(part) for part in plan.parts) == counts
    places = [(circle.y, circle.x) for circle in circles(plan)]
    assert places == sorted(places)
    assert len({round(y, 6) for y, _ in places}) == len({round(x, 6) for _, x in places}) == COLUMNS


@given(IN_TWO, SIDES)
def test_all_circles_are_equally_large_stand_clear_and_fill_the_square(counts, side):
    found = circles(plan_icons(counts, side))
    assert all(reach(circle) == pytest.approx(reach(found[0])) for circle in found)
    assert min(circle.x - reach(circle) for circle in found) == pytest.approx(0, abs=1e-6)
    assert max(circle.y + reach(circle) for circle in found) == pytest.approx(side)
    apart = found[1].x - found[0].x
    assert apart > 2.2 * reach(found[0])


@given(IN_TWO, SIDES)
def test_patterns_differ_without_colour_and_no_circle_is_red(counts, side):
    full, rings = plan_icons(counts, side).parts
    assert all(circle.fill == "accent" and circle.stroke is None for circle in full)
    assert all(circle.fill is None and circle.stroke == "accent" for circle in rings)


@given(IN_TWO, SIDES)
def test_what_each_part_spans_holds_all_its_whole_rows_and_nothing_overlaps(counts, side):
    plan = plan_icons(counts, side)
    assert (plan.spans[0][0], plan.spans[-1][1]) == (0, pytest.approx(side))
    assert all(one[1] == other[0] for one, other in pairwise(plan.spans))
    for (top, foot), part in zip(plan.spans, plan.parts, strict=True):
        rows = Counter(circle.y for circle in part)
        assert all(top < y < foot for y, count in rows.items() if count == COLUMNS)


@pytest.mark.parametrize("counts", [(90, 11), (101, -1), (40, 30, 30), (90,)])
def test_counts_that_are_none_of_100_in_two_parts_are_refused(counts):
    with pytest.raises(ValueError, match="not counts of 100"):
        plan_icons(counts, 200)


def test_there_are_two_patterns():
    assert PATTERNS == ("filled", "ring")
