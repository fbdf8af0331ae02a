"""The pen of the small drawings of the handout: even lines, round ends, curves through given points."""

from __future__ import annotations

import math
from dataclasses import replace

from allcounsel.domain.primitives import Circle, Path, Primitive
from allcounsel.domain.shapes import Point, circle_curve

GRID = 96.0
"""All are drawn in a square of this side, so that side by side they have one pen and one size."""
PEN = 1.7
FINE = 1.1
"""For what lies inside of things."""
_EASE = 6.0
"""How softly a curve turns at its points (Catmull-Rom)."""
_LENGTHS = ("width", "height", "radius", "stroke_width", "size")


# ---- lines
def line(*points: Point, pen: float = PEN) -> Path:
    """Straight from point to point."""
    return Path(points, "ink", pen, round_caps=True)


def curve(*points: Point, colour: str = "ink", pen: float = PEN) -> Path:
    """A smooth line through points."""
    threes = [points[0]]
    for index in range(len(points) - 1):
        before, here = points[max(index - 1, 0)], points[index]
        after, beyond = points[index + 1], points[min(index + 2, len(points) - 1)]
        threes += [_eased(here, before, after), _eased(after, beyond, here), after]
    return Path(tuple(threes), colour, pen, round_caps=True, curved=True)


def _eased(at: Point, come_from: Point, go_to: Point) -> Point:
    return at[0] + (go_to[0] - come_from[0]) / _EASE, at[1] + (go_to[1] - come_from[1]) / _EASE


def arc(x: float, y: float, radius: float, first: float, last: float, pen: float = PEN) -> Path:
    """A part of a circle, from one angle to another in degrees: 0 is at the right, 90 below."""
    steps = math.ceil(abs(last - first) / 45)
    step = math.radians(last - first) / steps
    reach = 4 / 3 * math.tan(step / 4)
    threes: list[Point] = []
    for index in range(steps + 1):
        angle = math.radians(first) + index * step
        out = math.cos(angle), math.sin(angle)
        ahead = -reach * out[1], reach * out[0]
        around = [(out[0] - ahead[0], out[1] - ahead[1]), out, (out[0] + ahead[0], out[1] + ahead[1])]
        threes += around[(0 if index else 1) : (3 if index < steps else 2)]
    points = tuple((x + radius * across, y + radius * down) for across, down in threes)
    return Path(points, "ink", pen, round_caps=True, curved=True)


# ---- things with an inside
def blob(*points: Point, fill: str = "surface", outlined: bool = True) -> Path:
    """A closed smooth shape through points."""
    # Once round and a little further: both ends of the loop then turn alike.
    around = curve(points[-1], *points, points[0], points[1]).points[3:-3]
    return Path(around, "ink" if outlined else None, FINE, closed=True, curved=True, fill=fill)


def oval(
    at: Point, wide: float, high: float, turn: float = 0.0, fill: str = "surface", pen: float = FINE
) -> Path:
    """An ellipse half as wide and high as that, turned clockwise by degrees."""
    around = tuple((at[0] + a * wide, at[1] + b * high) for a, b in circle_curve(0, 0, 1))
    shape = Path(around, "ink" if pen else None, pen, closed=True, curved=True, fill=fill)
    return turned(shape, turn, at)


def tube(way: Path, width: float, fill: str = "surface", pen: float = PEN) -> tuple[Path, Path]:
    """Something long with an even outline, such as an arm: a broad line, and a narrower one in it."""
    outer = replace(way, stroke="ink", stroke_width=width)
    return outer, replace(way, stroke=fill, stroke_width=width - 2 * pen)


def magnified(spot: tuple[float, float, float], lens: tuple[float, float, float]) -> tuple[Primitive, ...]:
    """A small ring at a spot, and the large ring that shows it enlarged; each as x, y, radius."""
    (x, y, small), (lens_x, lens_y, large) = spot, lens
    towards = math.atan2(lens_y - y, lens_x - x)
    aside = math.acos((small - large) / math.hypot(lens_x - x, lens_y - y))
    sides = [(math.cos(towards + turn), math.sin(towards + turn)) for turn in (aside, -aside)]
    return (
        *(
            line((x + small * a, y + small * b), (lens_x + large * a, lens_y + large * b), pen=FINE)
            for a, b in sides
        ),
        Circle(x, y, small, "accent", PEN, fill="surface"),
        Circle(lens_x, lens_y, large, "ink", PEN, fill="surface"),
    )


# ---- moving things
def turned(shape: Path, degrees: float, about: Point) -> Path:
    """The same, turned clockwise on the page."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = about
    points = tuple(
        (x + (a - x) * cos - (b - y) * sin, y + (a - x) * sin + (b - y) * cos) for a, b in shape.points
    )
    return replace(shape, points=points)


def mirrored(shape: Path, x: float) -> Path:
    """The same on the other side of an upright line."""
    return replace(shape, points=tuple((2 * x - a, b) for a, b in shape.points))


def enlarged(shape: Primitive, scale: float) -> Primitive:
    """The same at another size, pen and all, from the origin."""
    sizes = {name: getattr(shape, name) * scale for name in _LENGTHS if hasattr(shape, name)}
    if isinstance(shape, Path):
        return replace(shape, points=tuple((x * scale, y * scale) for x, y in shape.points), **sizes)
    return replace(shape, x=shape.x * scale, y=shape.y * scale, **sizes)
