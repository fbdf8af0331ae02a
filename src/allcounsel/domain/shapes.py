"""The group shapes and the small line icons as primitives of any size: one drawing for screen, paper and SVG.

All group shapes have the same size, line and colour: no shape outranks another. Open while anything that
could change the group is unknown, closed when it stands.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from allcounsel.domain.primitives import Circle, Path, Primitive

Point = tuple[float, float]
_Put = Callable[[Point], Point]

GAP = 0.13
"""Part of the outline that is missing while the group is "for now"."""
PATTERN_INSET = 0.8
FINER_BELOW = 40
"""Below this size the pattern would clot, so its pitch stops shrinking."""
_KAPPA = 0.5522847498
"""Where the control points of a quarter circle lie."""
_SAMPLES = 48
_NOTHING = 1e-9
_LINE = 2
"""So many points make a line, more a curve."""


@dataclass(frozen=True, slots=True)
class _Outline:
    """A closed curve, box of 100. ``gap_at``: the middle of its gap; ``inside``: corners for the pattern."""

    curve: tuple[Point, ...]
    gap_at: Point
    inside: tuple[Point, ...]


def group_shape(
    group: str | None, size: float, *, closed: bool, at: Point = (0.0, 0.0)
) -> tuple[Primitive, ...]:
    """The shape of a group in a square of ``size`` whose top left corner is ``at``; None: no group yet."""
    outline = _OUTLINES.get(group or "", _OUTLINES["standard"])
    scale = size / 100

    def put(point: Point) -> Point:
        return at[0] + point[0] * scale, at[1] + point[1] * scale

    ring = _ring(
        tuple(map(put, outline.curve)), put(outline.gap_at), size, closed=closed and group is not None
    )
    if group is None:
        return (replace(ring, stroke="edge"),)
    return (ring, *_pattern(group, outline, size, put))


def _ring(curve: tuple[Point, ...], gap_at: Point, size: float, *, closed: bool) -> Path:
    pen = max(2.0, size / 22)
    if closed:
        return Path(curve, "accent", pen * 1.25, curved=True, closed=True)
    length, middle = _lengths(curve, gap_at)
    drawn = (1 - GAP) * length
    offset = (drawn - middle + GAP * length / 2) % length
    dash = (drawn, GAP * length)
    return Path(curve, "accent", pen, dash, offset, round_caps=True, curved=True, closed=True)


def _lengths(curve: tuple[Point, ...], near: Point) -> tuple[float, float]:
    """Length of the curve, and the way along it to the point nearest to ``near``."""
    points = flatten(curve)
    way, best, best_way = 0.0, math.inf, 0.0
    for before, here in pairwise(points):
        way += math.dist(before, here)
        if math.dist(here, near) < best:
            best, best_way = math.dist(here, near), way
    return way, best_way


def flatten(curve: Sequence[Point]) -> tuple[Point, ...]:
    """Points along a curve whose points come in threes after the first."""
    found = [curve[0]]
    for index in range(1, len(curve) - 2, 3):
        a, b, c, d = curve[index - 1], curve[index], curve[index + 1], curve[index + 2]
        for step in range(1, _SAMPLES + 1):
            t = step / _SAMPLES
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            found.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return tuple(found)


# ---- what stands inside
def _pattern(group: str, outline: _Outline, size: float, put: _Put) -> tuple[Primitive, ...]:
    scale = size / 100
    pitch = (size / 9.5 if size >= FINER_BELOW else 4.3) / scale
    if group == "standard":
        return _dots(pitch, max(0.9, size * 0.02) / scale, scale, put)
    width = max(1.0, size / 60)
    directions = {"high": (90,), "very_high": (45, -45), "t_cell": (0,)}.get(group, ())
    inside = tuple((50 + (x - 50) * PATTERN_INSET, 50 + (y - 50) * PATTERN_INSET) for x, y in outline.inside)
    return tuple(
        Path((put(one), put(other)), "accent", width)
        for degrees in directions
        for one, other in _parallel_lines(inside, pitch, degrees)
    )


def _dots(pitch: float, radius: float, scale: float, put: _Put) -> tuple[Primitive, ...]:
    """Whole dots only, in a honeycomb about the middle."""
    reach = 44 * PATTERN_INSET - radius
    rows = int(reach // (pitch * math.sqrt(3) / 2))
    found: list[Primitive] = []
    for row in range(-rows, rows + 1):
        y = row * pitch * math.sqrt(3) / 2
        shift = pitch / 2 if row % 2 else 0.0
        for column in range(-20, 21):
            x = column * pitch + shift
            if math.hypot(x, y) <= reach:
                centre = put((50 + x, 50 + y))
                found.append(Circle(*centre, radius * scale, fill="accent"))
    return tuple(found)


def _parallel_lines(polygon: tuple[Point, ...], pitch: float, degrees: float) -> list[tuple[Point, Point]]:
    """Lines at an angle through a convex polygon, one of them through the middle of the box of 100."""
    along = math.cos(math.radians(degrees)), -math.sin(math.radians(degrees))
    across = -along[1], along[0]
    found = []
    for step in range(-20, 21):
        through = 50 + across[0] * step * pitch, 50 + across[1] * step * pitch
        cut = clip_line(through, along, polygon)
        if cut and math.dist(*cut) > pitch / 2:  # no specks at the corners
            found.append(cut)
    return found


def clip_line(through: Point, along: Point, polygon: Sequence[Point]) -> tuple[Point, Point] | None:
    """The part of an endless line that lies in a convex polygon whose corners run clockwise on the page."""
    first, last = -math.inf, math.inf
    for a, b in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        # The inward side of a clockwise edge, with y downwards.
        inward = (a[1] - b[1], b[0] - a[0])
        depth = inward[0] * (through[0] - a[0]) + inward[1] * (through[1] - a[1])
        speed = inward[0] * along[0] + inward[1] * along[1]
        if abs(speed) < _NOTHING:
            if depth < 0:
                return None
        elif speed > 0:
            first = max(first, -depth / speed)
        else:
            last = min(last, -depth / speed)
    if not first < last:
        return None
    return _along(through, along, first), _along(through, along, last)


def _along(through: Point, along: Point, way: float) -> Point:
    return through[0] + along[0] * way, through[1] + along[1] * way


# ---- the outlines, in a box of 100, clockwise on the page from the lower left
def _curve(*pieces: Sequence[Point]) -> tuple[Point, ...]:
    """Joins pieces of two points (a line) or four (a curve) into points in threes after the first."""
    found = [pieces[0][0]]
    for piece in pieces:
        start, end = piece[0], piece[-1]
        found.extend(
            piece[1:3] if len(piece) > _LINE else (_between(start, end, 1 / 3), _between(start, end, 2 / 3))
        )
        found.append(end)
    return tuple(found)


def _between(one: Point, other: Point, part: float) -> Point:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _quarter(start: Point, corner: Point, end: Point) -> tuple[Point, ...]:
    """A quarter circle from start to end that would touch ``corner`` if it were sharp."""
    return start, _between(start, corner, _KAPPA), _between(end, corner, _KAPPA), end


def circle_curve(x: float, y: float, radius: float) -> tuple[Point, ...]:
    """A circle as a closed curve, clockwise from the left."""
    left, top, right, bottom = (x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)
    return _curve(
        _quarter(left, (left[0], top[1]), top),
        _quarter(top, (right[0], top[1]), right),
        _quarter(right, (right[0], bottom[1]), bottom),
        _quarter(bottom, (left[0], bottom[1]), left),
    )


def _square() -> _Outline:
    low, high, r = 8, 92, 10
    curve = _curve(
        _quarter((low + r, high), (low, high), (low, high - r)),
        ((low, high - r), (low, low + r)),
        _quarter((low, low + r), (low, low), (low + r, low)),
        ((low + r, low), (high - r, low)),
        _quarter((high - r, low), (high, low), (high, low + r)),
        ((high, low + r), (high, high - r)),
        _quarter((high, high - r), (high, high), (high - r, high)),
        ((high - r, high), (low + r, high)),
    )
    return _Outline(curve, (high, low), ((low, low), (high, low), (high, high), (low, high)))


def _hexagon() -> _Outline:
    corners = ((28, 92), (5, 50), (28, 8), (72, 8), (95, 50), (72, 92))
    edges = zip(corners, (*corners[1:], corners[0]), strict=True)
    return _Outline(_curve(*edges), _between((72, 8), (95, 50), 0.5), corners)


def _arch() -> _Outline:
    left, right, base, spring, top = 12, 88, 92, 50, 12
    curve = _curve(
        ((left, base), (left, spring)),
        _quarter((left, spring), (left, top), (50, top)),
        _quarter((50, top), (right, top), (right, spring)),
        ((right, spring), (right, base)),
        ((right, base), (left, base)),
    )
    slant = 38 * math.sqrt(0.5)
    return _Outline(curve, (50 + slant, spring - slant), flatten(curve)[:-1])


def _circle() -> _Outline:
    slant = 44 * math.sqrt(0.5)
    return _Outline(circle_curve(50, 50, 44), (50 + slant, 50 - slant), ())


_OUTLINES = {"standard": _circle(), "high": _square(), "very_high": _hexagon(), "t_cell": _arch()}
