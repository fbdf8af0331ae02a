"""Which answers decided a condition: the parts whose truth is that of the whole, followed to their facts."""

from __future__ import annotations

from collections.abc import Mapping

from allcounsel.domain.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Evaluator,
    Named,
    Not,
    Said,
    StillOpen,
    Verdict,
)
from allcounsel.domain.ids import RuleId
from allcounsel.domain.truth import YES


def deciding_features(
    condition: Condition, evaluator: Evaluator, rules: Mapping[RuleId, Condition]
) -> frozenset[str]:
    """Ids of the features that the outcome of this condition rests on."""
    match condition:
        case Compare():
            return frozenset({condition.feature})
        case AllOf() | AnyOf():
            whole = evaluator.mask(condition)
            decisive = [part for part in condition.parts if evaluator.mask(part) == whole]
            return _union(decisive or condition.parts, evaluator, rules)
        case Not() | Said() | StillOpen():
            return deciding_features(condition.part, evaluator, rules)
        case Named():
            return deciding_features(rules[condition.rule], evaluator, rules)
        case Verdict():
            if evaluator.mask(condition.yes) == YES:
                return deciding_features(condition.yes, evaluator, rules)
            return _union((condition.yes, condition.no), evaluator, rules)


def _union(
    parts: list[Condition] | tuple[Condition, ...], evaluator: Evaluator, rules: Mapping[RuleId, Condition]
) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for part in parts:
        found |= deciding_features(part, evaluator, rules)
    return found
