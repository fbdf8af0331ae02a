"""The road for a child: rows of nodes combined by union; *never* beats all; the weaker style wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from allcounsel.domain.assessment import NodeStyle, Pathway, PathwayNode
from allcounsel.domain.condition import Condition
from allcounsel.domain.ids import EvidenceId, NodeId
from allcounsel.domain.truth import YES

_WEAKER = (NodeStyle.SOLID, NodeStyle.DASHED, NodeStyle.PENDING)


@dataclass(frozen=True, slots=True)
class PathwayRow:
    """One row of the table: when it applies, which nodes it brings and which it forbids.

    ``own``: which of the row's sources speak of a node, where not all of them do. ``cites``: nodes that get
    nothing from it but its sources, where they are drawn.
    """

    id: str
    when: Condition
    nodes: tuple[tuple[NodeId, NodeStyle], ...]
    never: tuple[NodeId, ...]
    sources: tuple[EvidenceId, ...]
    own: Mapping[NodeId, tuple[EvidenceId, ...]] = field(default_factory=dict)
    cites: tuple[NodeId, ...] = ()


@dataclass(frozen=True, slots=True)
class CurrentRow:
    """Which node is "you are here", first row that applies."""

    when: Condition
    node: NodeId


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A step that a road can have. ``place``: step, lane or option; ``spans``: steps a lane runs under;
    ``own_words``: the situations in which it is said in words of its own.
    """

    id: NodeId
    place: str
    spans: tuple[NodeId, ...]
    sources: tuple[EvidenceId, ...]
    own_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PathwayTable:
    """All nodes in drawing order, the rows, the possible edges and "you are here"."""

    nodes: tuple[NodeKind, ...]
    rows: tuple[PathwayRow, ...]
    edges: tuple[tuple[NodeId, NodeId], ...]
    current: tuple[CurrentRow, ...]

    def kind(self, node_id: NodeId) -> NodeKind:
        """The node with this id; StopIteration when there is none."""
        return next(node for node in self.nodes if node.id == node_id)


Holds = Callable[[Condition], int]
"""Evaluates a condition for the case at hand to a mask of one truth."""


def road(table: PathwayTable, name: str, holds: Holds) -> Pathway:
    """The road for one case: union of the rows that are known to apply. ``name``: its situation and group."""
    rows = tuple(row for row in table.rows if holds(row.when) == YES)
    never = {node for row in rows for node in row.never}
    styles: dict[NodeId, NodeStyle] = {}
    cited: dict[NodeId, list[EvidenceId]] = {}
    for row in rows:
        for node, style in row.nodes:
            styles[node] = max(styles.get(node, style), style, key=_WEAKER.index)
            cited.setdefault(node, []).extend(row.own.get(node, row.sources))
        for node in row.cites:
            cited.setdefault(node, []).extend(row.sources)
    here = next((row.node for row in table.current if holds(row.when) == YES), None)
    situation = name.partition(".")[0]
    nodes = tuple(
        PathwayNode(
            kind.id,
            styles[kind.id],
            kind.id == here,
            _distinct([*kind.sources, *cited[kind.id]]),
            situation if situation in kind.own_words else "",
        )
        for kind in table.nodes
        if kind.id in styles and kind.id not in never
    )
    drawn = {node.id for node in nodes}
    edges = tuple(edge for edge in table.edges if set(edge) <= drawn)
    return Pathway(name, nodes, edges)


def _distinct(sources: list[EvidenceId]) -> tuple[EvidenceId, ...]:
    return tuple(dict.fromkeys(sources))


def other_branches(
    table: PathwayTable, pathway: Pathway, possible: Callable[[Condition], bool]
) -> tuple[NodeId, ...]:
    """What may be part of the road of other children in the same situation, in drawing order.

    ``possible``: whether a row can apply in this situation.
    """
    rows = (row for row in table.rows if possible(row.when))
    found = {node for row in rows for node, _ in row.nodes} - {node.id for node in pathway.nodes}
    return tuple(kind.id for kind in table.nodes if kind.place == "option" and kind.id in found)
