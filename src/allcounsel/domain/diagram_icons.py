"""The few line icons that paper and diagram need, on a grid of 24, as primitives. Always next to a word."""

from __future__ import annotations

from allcounsel.domain.primitives import Circle, Path, Primitive
from allcounsel.domain.shapes import Point

GRID = 24
PEN = 1.75

_STROKES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "check": (((5, 12.6), (9.8, 17.3), (19, 7.4)),),
    "clock": (((12, 6.8), (12, 12), (15.4, 14)),),
    "plus": (((12, 5), (12, 19)), ((5, 12), (19, 12))),
}
"""Straight strokes."""

_CURVES: dict[str, tuple[Point, ...]] = {
    "question": (
        (9.3, 9.6), (9.4, 8), (10.5, 7), (12.1, 7), (13.7, 7), (14.8, 8), (14.8, 9.5),
        (14.8, 11.4), (12.1, 11.6), (12.1, 13.7),
    ),
    "pin": (
        (12, 21), (8, 16.6), (5.5, 13.2), (5.5, 9.7), (5.5, 6.1), (8.4, 3.2), (12, 3.2),
        (15.6, 3.2), (18.5, 6.1), (18.5, 9.7), (18.5, 13.2), (16, 16.6), (12, 21),
    ),
    "drop": (
        (12, 3), (9.2, 6.8), (6.2, 10.2), (6.2, 14.4), (6.2, 17.7), (8.8, 20.4), (12, 20.4),
        (15.2, 20.4), (17.8, 17.7), (17.8, 14.4), (17.8, 10.2), (14.8, 6.8), (12, 3),
    ),
    "heart": (
        (12, 20), (6.6, 15.7), (3.2, 12.6), (3.2, 8.9), (3.2, 6.2), (5.3, 4.2), (7.8, 4.2),
        (9.5, 4.2), (11.1, 5.1), (12, 6.7), (12.9, 5.1), (14.5, 4.2), (16.2, 4.2),
        (18.7, 4.2), (20.8, 6.2), (20.8, 8.9), (20.8, 12.6), (17.4, 15.7), (12, 20),
    ),
    "phone": (
        (5.6, 3.4), (6.4, 3.4), (7.2, 3.4), (8, 3.4),  # the ear piece
        (8.8, 3.4), (9.4, 3.9), (9.5, 4.7), (9.6, 5.7), (9.8, 6.5), (10.1, 7.3),
        (10.3, 8), (10.2, 8.6), (9.7, 9.1), (9.3, 9.5), (9, 9.8), (8.6, 10.2),
        (9.8, 12.4), (11.6, 14.2), (13.8, 15.4),  # the handle
        (14.2, 15), (14.5, 14.7), (14.9, 14.3), (15.4, 13.8), (16, 13.7), (16.7, 13.9),
        (17.5, 14.2), (18.3, 14.4), (19.3, 14.5), (20.1, 14.6), (20.6, 15.2), (20.6, 16),
        (20.6, 16.8), (20.6, 17.6), (20.6, 18.4),  # the mouth piece
        (20.6, 19.6), (19.7, 20.5), (18.5, 20.4), (10.5, 19.8), (4.2, 13.5), (3.6, 5.5),
        (3.5, 4.3), (4.4, 3.4), (5.6, 3.4),
    ),
}  # fmt: skip
"""Curves whose points come in threes after the first."""

_CIRCLES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "clock": ((12, 12, 9),),
    "question": ((12, 12, 9),),
    "pin": ((12, 9.7, 2.6),),
}

_DOTS: dict[str, tuple[tuple[float, float, float], ...]] = {"question": ((12.1, 16.7, 1.15),)}

NAMES = tuple(sorted({*_STROKES, *_CURVES, *_CIRCLES}))


def icon(name: str, size: float, *, at: Point = (0.0, 0.0), colour: str = "ink") -> tuple[Primitive, ...]:
    """The icon in a square of ``size`` whose top left corner is ``at``; KeyError when there is none."""
    if name not in NAMES:
        raise KeyError(name)
    scale = size / GRID
    pen = PEN * scale

    def put(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple((at[0] + x * scale, at[1] + y * scale) for x, y in points)

    found: list[Primitive] = [
        Circle(*put(((x, y),))[0], r * scale, colour, pen) for x, y, r in _CIRCLES.get(name, ())
    ]
    if name in _CURVES:
        curve = _CURVES[name]
        closed = curve[0] == curve[-1]
        found.append(Path(put(curve), colour, pen, round_caps=True, curved=True, closed=closed))
    found.extend(Path(put(stroke), colour, pen, round_caps=True) for stroke in _STROKES.get(name, ()))
    found.extend(Circle(*put(((x, y),))[0], r * scale, fill=colour) for x, y, r in _DOTS.get(name, ()))
    return tuple(found)
