"""Yes, no and unknown, and sets of the three as bit masks: one evaluator serves facts and possibilities.

A mask of one bit is a plain Kleene truth value. A mask of several bits means "one of these, once the open
answers are known"; combining masks keeps every combination, so the result never leaves a possibility out.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

YES, NO, UNKNOWN = 1, 2, 4
"""Masks of a single truth value."""

OPEN = YES | NO
"""Mask of an answer that is not known yet and will turn out yes or no."""

ANY = YES | NO | UNKNOWN


class Truth(Enum):
    """A three-valued truth (Kleene); the value is the word used in the assessment file."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


_TRUTH_OF = {YES: Truth.YES, NO: Truth.NO, UNKNOWN: Truth.UNKNOWN}


def truth_of(mask: int) -> Truth:
    """The truth of a single-bit mask; KeyError for a set of several."""
    return _TRUTH_OF[mask]


def _and(left: int, right: int) -> int:
    if NO in (left, right):
        return NO
    return YES if left == right == YES else UNKNOWN


def _or(left: int, right: int) -> int:
    if YES in (left, right):
        return YES
    return NO if left == right == NO else UNKNOWN


def _bits(mask: int) -> tuple[int, ...]:
    return tuple(bit for bit in (YES, NO, UNKNOWN) if mask & bit)


def _table(combine: Callable[[int, int], int]) -> tuple[tuple[int, ...], ...]:
    rows = []
    for left in range(8):
        row = []
        for right in range(8):
            mask = 0
            for one in _bits(left):
                for other in _bits(right):
                    mask |= combine(one, other)
            row.append(mask)
        rows.append(tuple(row))
    return tuple(rows)


def _each(single: dict[int, int]) -> tuple[int, ...]:
    return tuple(sum({single[bit] for bit in _bits(mask)}) for mask in range(8))


AND = _table(_and)
OR = _table(_or)
NOT = _each({YES: NO, NO: YES, UNKNOWN: UNKNOWN})
SAID = _each({YES: YES, NO: NO, UNKNOWN: NO})
STILL_OPEN = _each({YES: NO, NO: NO, UNKNOWN: YES})
