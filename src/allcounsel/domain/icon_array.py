"""An array of 100 circles that shows parts of a whole: how many each part has, and where they stand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

from allcounsel.domain.primitives import Circle

WHOLE = 100
"""Every figure on paper is of 100, so that nobody has to convert one into another."""
COLUMNS = 10
PATTERNS = ("filled", "ring")
"""How the circles of each part are drawn, in order: told apart without colour, and none is a person."""
_RADIUS = 0.38
"""Part of the distance between two circles."""
_PEN = 0.16
"""Part of the radius."""


def counts_of(shares: Sequence[int | Fraction]) -> tuple[int, ...]:
    """Shares of any measure as whole counts of 100, by largest remainder; the earlier wins a tie."""
    if any(share < 0 for share in shares) or sum(shares) <= 0:
        message = "shares have to be at least 0, and one of them more"
        raise ValueError(message)
    exact = [Fraction(share) * WHOLE / sum(shares) for share in shares]
    counts = [math.floor(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: counts[index] - exact[index])
    for index in by_remainder[: WHOLE - sum(counts)]:
        counts[index] += 1
    return tuple(counts)


@dataclass(frozen=True, slots=True)
class IconPlan:
    """The array in a square. ``radius``: of each circle; ``parts``: the circles of each part.

    ``spans``: the height of the square shared out to the parts, from where to where.
    """

    side: float
    radius: float
    parts: tuple[tuple[Circle, ...], ...]
    spans: tuple[tuple[float, float], ...]


def plan_icons(counts: Sequence[int], side: float) -> IconPlan:
    """The circles of each part row by row, the first part first, in a square of ``side``."""
    if sum(counts) != WHOLE or min(counts) < 0 or len(counts) != len(PATTERNS):
        message = f"{tuple(counts)} are not counts of {WHOLE} in {len(PATTERNS)} parts"
        raise ValueError(message)
    pitch = side / (COLUMNS - 1 + 2 * _RADIUS)
    radius = _RADIUS * pitch

    def circle(pattern: str, place: int) -> Circle:
        row, column = divmod(place, COLUMNS)
        return icon_circle(pattern, radius + column * pitch, radius + row * pitch, radius)

    ends = tuple(pairwise(accumulate(counts, initial=0)))
    return IconPlan(
        side,
        radius,
        tuple(
            tuple(circle(pattern, place) for place in range(start, end))
            for pattern, (start, end) in zip(PATTERNS, ends, strict=True)
        ),
        tuple((start * side / WHOLE, end * side / WHOLE) for start, end in ends),
    )


def icon_circle(pattern: str, x: float, y: float, radius: float) -> Circle:
    """One circle of a pattern; both patterns are equally large."""
    if pattern == "filled":
        return Circle(x, y, radius, fill="accent")
    pen = _PEN * radius
    return Circle(x, y, radius - pen / 2, stroke="accent", stroke_width=pen)
