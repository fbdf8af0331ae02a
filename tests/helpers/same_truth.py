"""Proves that two conditions are the same for every answer there is, by going through all of them.

A rule that a condition names counts as free to be yes, no or unknown: what is the same under every such
outcome is the same under those that can occur.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, product
from math import prod

from allcounsel.domain.answers import Interval
from allcounsel.domain.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Evaluator,
    Facts,
    Named,
    Not,
    Said,
    StillOpen,
    Value,
    Verdict,
)
from allcounsel.domain.truth import NO, UNKNOWN, YES
from helpers.condition_edits import Known

MOST = 300_000
"""So many combinations are gone through; of two conditions with more, the parts that differ are compared."""

NOT_GIVEN = None
Choices = dict[str, tuple[Value | None, ...]]


def always_the_same(conditions: tuple[Condition, Condition], known: Known) -> bool:
    """Whether no answers whatsoever, given or open, make the two conditions differ."""
    one, other = conditions
    leaves = [leaf for condition in conditions for leaf in leaves_of(condition)]
    choices = choices_of([leaf for leaf in leaves if isinstance(leaf, Compare)], known)
    rules = tuple(dict.fromkeys(leaf.rule for leaf in leaves if isinstance(leaf, Named)))
    if prod(map(len, choices.values())) * 3 ** len(rules) > MOST:
        return _the_parts_are_the_same(one, other, known)
    for values in product(*choices.values()):
        facts = Facts({name: value for name, value in zip(choices, values, strict=True) if value is not None})
        for truths in product((YES, NO, UNKNOWN), repeat=len(rules)):
            evaluator = Evaluator({}, facts, dict(zip(rules, truths, strict=True)))
            if evaluator.mask(one) != evaluator.mask(other):
                return False
    return True


def _the_parts_are_the_same(one: Condition, other: Condition, known: Known) -> bool:
    """Whether the two are joined alike, and the parts in which they differ are always the same."""
    if type(one) is not type(other):
        return False
    pairs = list(zip(_parts(one), _parts(other), strict=False))
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    alike = len(pairs) == len(_parts(one)) == len(_parts(other)) > 0
    return alike and all(always_the_same(pair, known) for pair in differing)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case AllOf() | AnyOf():
            return condition.parts
        case Not() | Said() | StillOpen():
            return (condition.part,)
        case Verdict():
            return condition.yes, condition.no
    return ()


def leaves_of(condition: Condition) -> Iterator[Compare | Named]:
    """The comparisons and the named rules of a condition, in order."""
    if isinstance(condition, Compare | Named):
        yield condition
    for part in _parts(condition):
        yield from leaves_of(part)


def choices_of(compares: list[Compare], known: Known) -> Choices:
    """Everything that each target can be, as far as the comparisons can tell it apart; first, not given."""
    targets = dict.fromkeys(compare.target for compare in compares)
    return {
        target: (NOT_GIVEN, *values_of([compare for compare in compares if compare.target == target], known))
        for target in targets
    }


def values_of(compares: list[Compare], known: Known) -> tuple[Value, ...]:
    """A value of each class that these comparisons of one target tell apart."""
    target = compares[0].target
    if target in known.wholes:
        return tuple(Decimal(number) for number in known.wholes[target])
    words = known.facts.get(target, ())
    if any(compare.operator == "includes" for compare in compares):
        chosen = {str(compare.limit) for compare in compares}
        named = [word for word in words if word in chosen]
        picks = product((True, False), repeat=len(named))
        return tuple(
            frozenset(word for word, in_it in zip(named, pick, strict=True) if in_it) for pick in picks
        )
    return words or _numbers_around(compares)


def _numbers_around(compares: list[Compare]) -> tuple[Value, ...]:
    """Each limit and a number in every gap; of an MRD also every "below" that ends at one of these."""
    limits = sorted({compare.limit for compare in compares if isinstance(compare.limit, Decimal)})
    between = [(low + high) / 2 for low, high in pairwise(limits)]
    points = sorted({limits[0] / 2, *limits, *between, limits[-1] * 2})
    below = points if compares[0].target.endswith("#percent") else ()
    return (*points, *(Interval(Decimal(0), point) for point in below))
