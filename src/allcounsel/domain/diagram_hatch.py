"""The waiting lines: hatching cut exactly at a rounded box, and the plain plate that text stands on.

Worked out here, so that a painter needs no clipping (SVG Tiny has none) and all painters agree.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from allcounsel.domain.primitives import Rect

Segment = tuple[float, float, float, float]

_SPECK = 0.5
"""Shorter lines are left out."""
PLATE_NEEDS = 40
"""A box lower or narrower than this has no plate: it holds no text (a swatch of the legend)."""


def plate(box: Rect, inset: float) -> Rect | None:
    """The plain ground inside a hatched box, for text; None where there is no room for one."""
    if min(box.width, box.height) < PLATE_NEEDS:
        return None
    return Rect(
        box.x + inset,
        box.y + inset,
        box.width - 2 * inset,
        box.height - 2 * inset,
        max(box.radius - inset / 2, 2.0),
        fill="wait_bg",
    )


def hatching(box: Rect, pitch: float) -> tuple[Segment, ...]:
    """Lines that rise to the right at 45 degrees, ``pitch`` apart, cut at the edge of a rounded box."""
    step = pitch * math.sqrt(2)
    count = int((box.width + box.height) / step) + 1
    found = (_cut(box, step * (index + 0.5)) for index in range(count))
    return tuple(segment for segment in found if segment is not None)


def _cut(box: Rect, total: float) -> Segment | None:
    """The part inside the box of the line on which x + y is ``total`` from the top left corner."""
    radius = min(box.radius, box.width / 2, box.height / 2)
    low = max(0.0, total - box.height)
    high = min(box.width, total)
    if high <= low:
        return None
    inside = [way for way in _ways(box, radius, total, low, high) if low - 1e-9 <= way <= high + 1e-9]
    if not inside or max(inside) - min(inside) < _SPECK:
        return None
    first, last = min(inside), max(inside)
    return box.x + first, box.y + total - first, box.x + last, box.y + total - last


def _ways(box: Rect, radius: float, total: float, low: float, high: float) -> Iterator[float]:
    """Where the line meets the straight edges and the four round corners, as x from the left edge."""
    for way in (low, high):
        if not _in_corner(box, radius, way, total - way):
            yield way
    for right in (False, True):
        for low_side in (False, True):
            x = box.width - radius if right else radius
            y = box.height - radius if low_side else radius
            for way in _on_circle(x, y, radius, total):
                if (way >= x) is right and (total - way >= y) is low_side:
                    yield way


def _in_corner(box: Rect, radius: float, x: float, y: float) -> bool:
    """Whether a point lies in the square of a corner, where the straight edge does not count."""
    return not (radius <= x <= box.width - radius or radius <= y <= box.height - radius)


def _on_circle(x: float, y: float, radius: float, total: float) -> tuple[float, ...]:
    # (way - x)^2 + (total - way - y)^2 = radius^2
    other = total - y
    middle = (x + other) / 2
    rest = radius**2 / 2 - (x - other) ** 2 / 4
    return (middle - math.sqrt(rest), middle + math.sqrt(rest)) if rest >= 0 else ()
