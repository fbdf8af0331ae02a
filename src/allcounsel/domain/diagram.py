"""The pathway as geometry: boxes, lanes and arrows in points, the same for screen, paper and SVG.

Two directions: across for screens, down for paper. No colours, no fonts, no toolkit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from allcounsel.domain.primitives import Primitive, Rect, Words

Measure = Callable[[str, float, int], float]
"""Width in points of a text at a size and weight (400, 600, 700)."""


@dataclass(frozen=True, slots=True)
class NodeWords:
    """What stands in one node."""

    title: str
    line: str


@dataclass(frozen=True, slots=True)
class DiagramWords:
    """Every word of the diagram; ``**`` marks bold parts.

    ``nodes``: by node id, at least those of the road. ``sometimes``: in the dashed end of a lane.
    ``another_road``: what happens if a check that is waited for turns out badly.
    ``unfinished``: steps that are never ticked off, because results of theirs are still out.
    ``note``: under the intro of a picture that stands alone.
    """

    title: str
    nodes: Mapping[str, NodeWords]
    here: str
    done: str
    waiting: str
    legend_solid: str
    legend_dashed: str
    legend_pending: str
    sometimes: str
    another_road: str | None = None
    intro: str | None = None
    unfinished: frozenset[str] = frozenset()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DiagramArrow:
    """An arrow as it is drawn, from one node to the box with the id ``end``."""

    start: str
    end: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class DiagramNode:
    """One node as drawn: its box, what a screen reader says, and its shapes in plan coordinates."""

    id: str
    box: Rect
    name: str
    description: str
    primitives: tuple[Primitive, ...]


@dataclass(frozen=True, slots=True)
class DiagramPlan:
    """The whole picture. ``background``: arrows, lanes' joins and the legend, drawn before the nodes.

    Painters that are read aloud draw the words of the background (the legend) after the nodes.
    ``arrows`` are already drawn in the background.
    ``texts``: every text as it was handed in, in reading order.
    ``heading``: title and intro of a picture that stands alone, drawn first; else empty.
    """

    width: float
    height: float
    title: str
    nodes: tuple[DiagramNode, ...]
    background: tuple[Primitive, ...]
    arrows: tuple[DiagramArrow, ...] = ()
    texts: tuple[str, ...] = ()
    heading: tuple[Primitive, ...] = ()

    def in_reading_order(self) -> Iterator[Primitive]:
        """Every shape: heading, shapes behind, nodes, then the words of the legend."""
        yield from self.heading
        yield from (item for item in self.background if not isinstance(item, Words))
        for node in self.nodes:
            yield from node.primitives
        yield from (item for item in self.background if isinstance(item, Words))
