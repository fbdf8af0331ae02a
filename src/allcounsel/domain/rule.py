"""Rules: one row of the evidence tables each, with its condition, what it brings and where it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from allcounsel.domain.condition import Condition
from allcounsel.domain.ids import EvidenceId, GroupId, RuleId, SourceId


class RuleKind(Enum):
    """Which table of the evidence file a row belongs to."""

    PREDICATE = "predicate"
    GROUP = "group"
    SPECIAL = "special"
    AFTER_INDUCTION = "after_induction"
    RELAPSE = "relapse"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Rule:
    """If the condition holds: this group, special group or flag, because of these sources.

    ``looked_at_in``: situations in which the row is looked at and shown as a reason. ``topic``: what the
    sources leave open where the rule holds, for families.
    """

    id: RuleId
    kind: RuleKind
    when: Condition
    sources: tuple[EvidenceId, ...]
    looked_at_in: tuple[str, ...]
    group: GroupId | None = None
    special: str | None = None
    flag: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class WarningRule:
    """Something odd in a case, told to the clinician; ``confirm`` stops the handout until accepted."""

    code: str
    field: str
    when: Condition
    confirm: bool
    sources: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """Days between two dates of a case, for conditions; target ``id`` in days."""

    id: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact in our own words; ``id`` is what rules and sentences cite. ``superseded_by``: newer facts."""

    id: EvidenceId
    source: SourceId
    fact: str
    superseded_by: tuple[EvidenceId, ...] = ()


@dataclass(frozen=True, slots=True)
class NotUsed:
    """A fact of the seed documents that nothing cites, and why: in one word, and in one sentence.

    ``conflict``: the row of evidence 1.6 that says so, where there is one.
    """

    id: EvidenceId
    kind: str
    reason: str
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from. ``content_date`` is when the text was written, never when it was copied.

    ``read_on``: the day of the copy that was read. ``superseded_by``: the newer text on the same matter.
    """

    id: SourceId
    title: str
    organisation: str
    year: int | None
    content_date: str
    address: str
    for_families: bool = False
    note: str = ""
    read_on: date | None = None
    superseded_by: SourceId | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules of a release, and the groups, mildest first."""

    rules: tuple[Rule, ...]
    mildest_first: tuple[GroupId, ...]
    special_order: tuple[str, ...]
    flag_order: tuple[str, ...]
    warnings: tuple[WarningRule, ...] = ()
    measures: tuple[Measure, ...] = ()
    by_id: dict[RuleId, Rule] = field(init=False, compare=False)
    conditions: dict[RuleId, Condition] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {rule.id: rule for rule in self.rules})
        object.__setattr__(self, "conditions", {rule.id: rule.when for rule in self.rules})

    @property
    def decision_order(self) -> tuple[GroupId, ...]:
        """The groups in the order of decision: the first with a proven rule wins."""
        return self.mildest_first[::-1]

    def of_kind(self, *kinds: RuleKind) -> tuple[Rule, ...]:
        """The rules of these tables in file order."""
        return tuple(rule for rule in self.rules if rule.kind in kinds)


@dataclass(frozen=True, slots=True)
class ReleaseInfo:
    """What a content release says of itself; see ``domain.currency`` for what the days mean."""

    version: str
    checked: date
    review_due: date
    long_past_after_months: int
