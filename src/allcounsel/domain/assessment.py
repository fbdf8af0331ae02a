"""The answer to "which group, why, and what could still change it": plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from allcounsel.domain.answers import Answer
from allcounsel.domain.ids import EvidenceId, FeatureId, GroupId, NodeId, RuleId
from allcounsel.domain.truth import Truth


class Status(Enum):
    """How firmly the group stands."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    NOT_ASSIGNED = "not_assigned"
    NOT_APPLICABLE = "not_applicable"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that was looked at, its truth, and the features that decided it."""

    rule: RuleId
    truth: Truth
    features: tuple[FeatureId, ...]
    sources: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules give for one set of answers."""

    group: GroupId | None
    special_groups: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An answer to an open feature that alone would change the outcome."""

    feature: FeatureId
    answer: Answer
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Notice:
    """Something odd in the case; ``confirm`` stops the handout until it is accepted."""

    code: str
    field: str
    confirm: bool
    sources: tuple[EvidenceId, ...]


class NodeStyle(Enum):
    """How surely a step belongs to the road: always, may be, or waiting for a result."""

    SOLID = "solid"
    DASHED = "dashed"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class PathwayNode:
    """One step of the road for this child. ``said_for``: the situation that it has words of its own for."""

    id: NodeId
    style: NodeStyle
    current: bool
    sources: tuple[EvidenceId, ...]
    said_for: str = ""


@dataclass(frozen=True, slots=True)
class Pathway:
    """The road for this child: nodes in drawing order, and which leads to which."""

    id: str
    nodes: tuple[PathwayNode, ...]
    edges: tuple[tuple[NodeId, NodeId], ...]

    def node(self, node_id: str) -> PathwayNode | None:
        """The node with this id, if the road has it."""
        return next((node for node in self.nodes if node.id == node_id), None)


@dataclass(frozen=True, slots=True)
class Counted:
    """A time to relapse from one day, in whole months and days; None for both while still on treatment."""

    start: str
    months: int | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Clock:
    """One way of counting the time to relapse; None where its dates are missing or it has no statement.

    ``waits``: a date or the place is missing, so that it cannot say yet whether it has a statement.
    ``lacks``: the questions it waits for. ``intervals``: the times it rests on, where months and days do not
    say it all.
    """

    id: str
    start: str
    months: int | None
    days: int | None
    band: str | None
    lean: str | None
    sources: tuple[EvidenceId, ...]
    waits: bool
    lacks: tuple[FeatureId, ...] = ()
    intervals: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class RelapseFinding:
    """Where it came back, whether only there, and the five clocks."""

    site: str | None
    isolated: Truth
    clocks: tuple[Clock, ...]
    agree: bool


@dataclass(frozen=True, slots=True)
class TeamGroup:
    """What the care team decided; it always stands above the computed group."""

    group: str
    protocol: str
    reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that is worked out from one case under one content release."""

    situation: str
    status: Status
    group: GroupId | None
    team_group: TeamGroup | None
    possible_groups: tuple[GroupId, ...]
    special_groups: tuple[str, ...]
    possible_special_groups: tuple[str, ...]
    flags: tuple[str, ...]
    findings: tuple[Finding, ...]
    could_change: tuple[Change, ...]
    relapse: RelapseFinding | None
    pathway: Pathway | None
    notices: tuple[Notice, ...]

    @property
    def for_now(self) -> bool:
        """Whether every mention of the group carries "for now"."""
        return self.status is Status.PROVISIONAL

    @property
    def to_confirm(self) -> tuple[Notice, ...]:
        """Notices that stop the handout until the clinician accepts them."""
        return tuple(notice for notice in self.notices if notice.confirm)
