"""Conditions as data: comparisons of one fact, joined by any, all and not, evaluated in three values.

Operators are a closed table; nothing here evaluates text. Facts may be certain, unknown, or (while asking
what is still possible) open; see ``truth``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from allcounsel.domain.answers import Interval
from allcounsel.domain.ids import RuleId
from allcounsel.domain.truth import AND, ANY, NO, NOT, OPEN, OR, SAID, STILL_OPEN, UNKNOWN, YES

Value = str | Decimal | date | Interval | frozenset[str]
"""A fact that a comparison can look at."""

OPERATORS = (
    "is",
    "is_not",
    "one_of",
    "includes",
    "mentions",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
)


@dataclass(frozen=True, slots=True)
class Compare:
    """One fact against one limit. ``target`` is a feature id, with ``#aspect`` for a part of its answer."""

    target: str
    operator: str
    limit: Decimal | str | tuple[str | Decimal, ...]

    @property
    def feature(self) -> str:
        """The feature whose answer decides this."""
        return self.target.partition("#")[0]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Yes when every part is; no when one part is; else unknown."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Yes when one part is; no when all are; else unknown."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Yes and no exchanged; unknown stays unknown."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Said:
    """Yes only when the part is known to hold; an unknown part counts as not said."""

    part: Condition


@dataclass(frozen=True, slots=True)
class StillOpen:
    """Yes exactly when the part is unknown."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Named:
    """Another rule's outcome."""

    rule: RuleId


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes where ``yes`` is known to hold, else no where ``no`` is; otherwise unknown: the protocol decides.

    Unknown here does not end with the last result: the sources themselves leave the case open.
    """

    yes: Condition
    no: Condition


Condition = Compare | AllOf | AnyOf | Not | Said | StillOpen | Named | Verdict


def _ordered(operator: str, low: Decimal, high: Decimal, limit: Decimal, *, open_end: bool) -> int:
    """Compare every number from ``low`` to ``high`` (left out when ``open_end``) with the limit."""
    if operator in ("less_than", "at_most"):
        opposite = "at_least" if operator == "less_than" else "more_than"
        return NOT[_ordered(opposite, low, high, limit, open_end=open_end)]
    strict = operator == "more_than"
    if low > limit or (low == limit and not strict):
        return YES
    if high < limit or (high == limit and (strict or open_end)):
        return NO
    return UNKNOWN


def _compare_number(operator: str, value: Decimal | Interval, limit: Decimal) -> int:
    if isinstance(value, Interval):
        return _ordered(operator, value.low, value.high, limit, open_end=True)
    return _ordered(operator, value, value, limit, open_end=False)


def _compare_word(operator: str, value: Value, limit: Decimal | str | tuple[str | Decimal, ...]) -> bool:
    if isinstance(limit, tuple):
        if operator == "mentions":
            return any(str(word) in str(value).lower() for word in limit)
        return value in limit
    if isinstance(value, frozenset):
        return limit in value
    return (value == limit) is (operator == "is")


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions can look at.

    ``values``: known facts. ``open_targets``: facts that will be known one day, asked while exploring what is
    possible. ``decided``: what the protocol would say of a verdict that the sources leave open.
    """

    values: Mapping[str, Value]
    open_targets: frozenset[str] = frozenset()
    decided: Mapping[RuleId, int] = field(default_factory=dict)


class Evaluator:
    """Evaluates conditions over one set of facts, each named rule once."""

    def __init__(
        self, rules: Mapping[RuleId, Condition], facts: Facts, known: Mapping[RuleId, int] | None = None
    ) -> None:
        """``rules``: what ``Named`` refers to; ``known``: outcomes that these facts cannot have changed."""
        self._rules = rules
        self.facts = facts
        self._known = dict(known or {})
        self._by_type: dict[type, Callable[..., int]] = {
            Compare: self._compare,
            Named: lambda condition: self.rule(condition.rule),
            AllOf: lambda condition: self._joined(condition.parts, AND, YES, NO),
            AnyOf: lambda condition: self._joined(condition.parts, OR, NO, YES),
            Not: lambda condition: NOT[self.mask(condition.part)],
            Said: lambda condition: SAID[self.mask(condition.part)],
            StillOpen: lambda condition: STILL_OPEN[self.mask(condition.part)],
            Verdict: self._verdict,
        }

    def rule(self, rule_id: RuleId) -> int:
        """Mask of a named rule."""
        mask = self._known.get(rule_id)
        if mask is None:
            mask = self.mask(self._rules[rule_id])
            if mask & UNKNOWN and rule_id in self.facts.decided:
                mask = self.facts.decided[rule_id]
            self._known[rule_id] = mask
        return mask

    def known_without(self, rules: Collection[RuleId]) -> dict[RuleId, int]:
        """Outcomes so far, but for these rules."""
        return {rule_id: mask for rule_id, mask in self._known.items() if rule_id not in rules}

    def mask(self, condition: Condition) -> int:
        """Mask of any condition: one bit for plain facts, several while something is open."""
        return self._by_type[type(condition)](condition)

    def _joined(
        self, parts: tuple[Condition, ...], table: tuple[tuple[int, ...], ...], start: int, end: int
    ) -> int:
        mask = start
        for part in parts:
            mask = table[mask][self.mask(part)]
            if mask == end:
                break
        return mask

    def _verdict(self, verdict: Verdict) -> int:
        yes = SAID[self.mask(verdict.yes)]
        no = SAID[self.mask(verdict.no)]
        mask = YES if yes & YES else 0
        if yes & NO:
            mask |= (NO if no & YES else 0) | (UNKNOWN if no & NO else 0)
        return mask

    def _compare(self, compare: Compare) -> int:
        value = self.facts.values.get(compare.target)
        if value is None:
            if compare.target not in self.facts.open_targets:
                return UNKNOWN
            return ANY if compare.target.endswith("#percent") else OPEN
        if isinstance(value, Decimal | Interval) and isinstance(compare.limit, Decimal):
            if compare.operator == "is" and isinstance(value, Decimal):
                return YES if value == compare.limit else NO
            return _compare_number(compare.operator, value, compare.limit)
        return YES if _compare_word(compare.operator, value, compare.limit) else NO


def compares_of(condition: Condition, rules: Mapping[RuleId, Condition]) -> Iterator[Compare]:
    """Every comparison that a condition rests on, named rules included."""
    match condition:
        case Compare():
            yield condition
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from compares_of(part, rules)
        case Not() | Said() | StillOpen():
            yield from compares_of(condition.part, rules)
        case Named():
            yield from compares_of(rules[condition.rule], rules)
        case Verdict():
            yield from compares_of(condition.yes, rules)
            yield from compares_of(condition.no, rules)
