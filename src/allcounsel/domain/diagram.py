"""The pathway as geometry: boxes, lanes and arrows in points, the same for screen, paper and SVG.

Two directions: across for screens, down for paper. No colours, no fonts, no toolkit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from allcounsel.domain.primitives import Primitive, Rect

Measure = Callable[[str, float, int], float]
"""Width in points of a text at a size and weight (400, 600, 700)."""


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
    """The whole picture. ``background``: arrows, lanes' joins and the legend, drawn before the nodes."""

    width: float
    height: float
    title: str
    nodes: tuple[DiagramNode, ...]
    background: tuple[Primitive, ...]
