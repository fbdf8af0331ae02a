"""Shapes in points that every painter knows: screen, paper and SVG draw the same picture from them.

Origin top left, y downwards. Colours are roles (see ``services.palette``), never values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Rect:
    """A rounded rectangle; ``hatched``: filled with the waiting lines, with a plain plate inside the edge."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    stroke: str | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    round_caps: bool = False
    fill: str | None = None
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; ``closed`` joins the ends; ``curved`` points come in threes after the first."""

    points: tuple[tuple[float, float], ...]
    stroke: str | None
    stroke_width: float
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    round_caps: bool = False
    closed: bool = False
    curved: bool = False
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (x, y)."""

    x: float
    y: float
    radius: float
    stroke: str | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    round_caps: bool = False
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; (x, y) is the left end of its base line. ``weight``: 400, 600 or 700."""

    x: float
    y: float
    text: str
    size: float
    weight: int = 400
    colour: str = "ink"


Primitive = Rect | Path | Circle | Words


def moved(item: Primitive, right: float, down: float) -> Primitive:
    """The shape at another place."""
    if isinstance(item, Path):
        return replace(item, points=tuple((x + right, y + down) for x, y in item.points))
    return replace(item, x=item.x + right, y=item.y + down)
