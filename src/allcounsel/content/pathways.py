"""The pathway files: nodes, rows, edges and "you are here"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from allcounsel.content.conditions import ConditionReader
from allcounsel.content.features import cited
from allcounsel.content.fields import Taker, did_you_mean, entries
from allcounsel.content.reader import Listed, Problems, Value
from allcounsel.domain.assessment import NodeStyle
from allcounsel.domain.ids import EvidenceId, NodeId
from allcounsel.domain.pathway import CurrentRow, NodeKind, PathwayRow

PLACES = ("step", "lane", "option")


def read_nodes(value: Value | None, problems: Problems) -> tuple[NodeKind, ...]:
    """Every step a road can have, in drawing order."""
    read = []
    for taker in entries(value, problems):
        spans = tuple(NodeId(step) for step in taker.texts("spans"))
        name, place = NodeId(taker.text("id")), taker.one_of("place", PLACES)
        read.append(NodeKind(name, place, spans, cited(taker), taker.texts("own_words")))
        problems.place("node", read[-1].id, taker.mapping.line)
        taker.rest()
    return tuple(read)


def read_rows(
    value: Value | None, nodes: Collection[str], conditions: ConditionReader, problems: Problems
) -> tuple[PathwayRow, ...]:
    """The rows of the pathway table."""
    return tuple(_row(taker, nodes, conditions) for taker in entries(value, problems))


def _row(taker: Taker, nodes: Collection[str], conditions: ConditionReader) -> PathwayRow:
    styled = [
        (node, style)
        for style in (NodeStyle.SOLID, NodeStyle.DASHED, NodeStyle.PENDING)
        for node in _nodes(taker, style.value, nodes)
    ]
    row = PathwayRow(
        taker.text("id"),
        conditions.read_when(taker),
        tuple(styled),
        _nodes(taker, "never", nodes),
        cited(taker),
    )
    row = replace(row, own=_own(taker, row), cites=_nodes(taker, "cites", nodes))
    taker.problems.place("row", row.id, taker.mapping.line)
    taker.rest()
    return row


def _own(taker: Taker, row: PathwayRow) -> dict[NodeId, tuple[EvidenceId, ...]]:
    """Which of the row's sources speak of which of its nodes."""
    if "own" not in taker.mapping:
        return {}
    own = Taker(taker.value("own"), taker.line("own"), taker.problems)
    found = {}
    brought = [node for node, _ in row.nodes]
    for name in own.mapping:
        if name not in brought:
            taker.problems.add(
                own.line(name), f"this row brings no node '{name}'{did_you_mean(name, brought)}"
            )
        sources = tuple(EvidenceId(source) for source in own.texts(name))
        found[NodeId(name)] = sources
        for source in sources:
            if source not in row.sources:
                taker.problems.add(own.line(name), f"'{source}' is not among the sources of the row")
    return found


def _nodes(taker: Taker, key: str, nodes: Collection[str]) -> tuple[NodeId, ...]:
    named = taker.texts(key)
    for node in named:
        if node not in nodes:
            taker.problems.add(taker.line(key), f"unknown node '{node}'{did_you_mean(node, nodes)}")
    return tuple(NodeId(node) for node in named)


def read_edges(
    value: Value | None, nodes: Collection[str], problems: Problems
) -> tuple[tuple[NodeId, NodeId], ...]:
    """Which step leads to which."""
    if not isinstance(value, Listed):
        problems.add(1, "expected a list of pairs here")
        return ()
    read = []
    for pair, line in zip(value, value.lines, strict=True):
        if not isinstance(pair, Listed) or len(pair) != len(("from", "to")) or not set(pair) <= set(nodes):
            problems.add(line, "an edge is a pair of known nodes")
            continue
        read.append((NodeId(str(pair[0])), NodeId(str(pair[1]))))
    return tuple(read)


def read_current(
    value: Value | None, nodes: Collection[str], conditions: ConditionReader, problems: Problems
) -> tuple[CurrentRow, ...]:
    """Where "you are here" stands: first row that applies."""
    read = []
    for taker in entries(value, problems):
        read.append(CurrentRow(conditions.read_when(taker), NodeId(taker.one_of("node", nodes))))
        taker.rest()
    return tuple(read)
