"""Small drawings of the body, without a face: where marrow is taken, a spinal tap, a line into a vein."""

from __future__ import annotations

from dataclasses import replace

from allcounsel.domain.diagram_icons import icon
from allcounsel.domain.picture_pen import (
    FINE,
    GRID,
    PEN,
    arc,
    blob,
    curve,
    line,
    magnified,
    mirrored,
    oval,
    tube,
)
from allcounsel.domain.primitives import Circle, Path, Primitive, Rect
from allcounsel.domain.shapes import Point

_EDGE = PEN / 2
"""A line that runs out of the square ends so far before it."""


def marrow() -> tuple[Primitive, ...]:
    """Hips from behind with their bones; a spot of the hip bone enlarged: hard bone, and marrow in it."""
    x, spot, lens = 38.0, (52.0, 29.0, 3.2), (71.0, 69.0, 21.5)
    flank = ((62, 0), (61.5, 14), (66, 32), (70, 50), (70.5, 68), (68, GRID))
    wing = (
        (6.5, 35), (10, 27), (17, 22), (22, 26), (21, 35), (17.5, 43), (17, 51),
        (14, 58), (9.5, 56.5), (5, 55.5), (4, 51.5), (9, 47.5), (11, 42),
    )  # fmt: skip
    bone = blob(*((x + a, b) for a, b in wing), fill="hatch")
    middle = ((-5.5, 29), (0, 28), (5.5, 29), (4.5, 38), (0, 47), (-4.5, 38))
    cells = (
        (58.5, 68, 3.6), (67, 73.5, 4.6), (78, 69.5, 4.2), (70.5, 64.5, 2.6),
        (76, 81, 3.6), (61.5, 80.5, 3), (85.5, 66, 2.4),
    )  # fmt: skip
    return (
        *_torso(flank, x),
        line((x, 78), (x, GRID - _EDGE)),
        *(Rect(x - 4, y, 8, 6, 2.4, "ink", FINE, fill="hatch") for y in (5.5, 13, 20.5)),
        blob(*((x + a, b) for a, b in middle), fill="hatch"),
        bone,
        mirrored(bone, x),
        *magnified(spot, lens),
        replace(arc(71, 69, 20.65, -30, 210), stroke=None, closed=True, fill="hatch"),
        line((53, 58.7), (89, 58.7), pen=FINE),
        *(Circle(a, b, radius, "ink", FINE, fill="surface") for a, b, radius in cells),
    )


def _torso(side: tuple[Point, ...], x: float) -> tuple[Path, ...]:
    """A body from its right side, from above to below, and the same at the left; open at both ends."""
    right = curve(*side)
    left = mirrored(right, x)
    around = (*right.points, right.points[-1], left.points[-1], *reversed(left.points))
    inside = Path(around, None, 0, closed=True, curved=True, fill="surface")
    seen = curve(*(_within(point) for point in side))
    return inside, seen, mirrored(seen, x)


def _within(point: Point) -> Point:
    return point[0], min(max(point[1], _EDGE), GRID - _EDGE)


def spinal_tap() -> tuple[Primitive, ...]:
    """Seen from above: a child curled on the side in bed with a soft toy, a needle in the lower back."""
    spine = ((45.5, 40), (38.7, 46), (35.2, 53), (34.2, 60), (35, 67))
    return (
        Rect(17, 5.5, 66, 85, 7, "ink", FINE, fill="surface"),
        Rect(34, 9.5, 44, 24, 8, "ink", FINE, fill="soft"),
        *tube(line((64, 82.5), (70, 83)), 8),
        *tube(line((45, 71), (68, 58), (62, 82)), 14, "hatch"),
        *tube(curve((53, 42), (42, 53), (43, 70)), 22),
        *tube(line((46, 72), (66, 64)), 15, "hatch"),
        *(Circle(x, y, 1.4, fill="accent") for x, y in spine),
        *_soft_toy(),
        *tube(line((53, 43), (60, 55), (68, 50)), 8),
        Circle(59, 28, 11, "ink", PEN, fill="surface"),
        arc(55, 29, 3, 90, 270, FINE),
        line((12, 65.3), (33.2, 63.7)),
        *tube(line((6, 65.7), (12, 65.3)), 5, "accent"),
    )


def _soft_toy() -> tuple[Primitive, ...]:
    ears = (Circle(x, y, 2.4, "ink", FINE, fill="hatch") for x, y in ((69.5, 37), (78, 39)))
    return (*ears, oval((70.5, 51.5), 5.2, 6.4, 10, "hatch"), oval((73, 42), 6, 5.4, 10, "hatch"))


def line_into_vein() -> tuple[Primitive, ...]:
    """Head and chest: a small disc, a thin tube from it into a large vein, the vein leads to the heart."""
    x = 48.0
    shoulder = ((54, 36), (56, 45), (67, 49), (78, 57), (81.5, 74), (82, GRID))
    vein = curve((20.5, GRID), (20.5, 84), (21, 72), (26, 60), (36, 55), (44, 60), (47, 72))
    heart = [
        replace(shape, stroke_width=FINE, fill="surface")
        for shape in icon("heart", 27, at=(40, 65))
        if isinstance(shape, Path)
    ]
    return (
        *_torso(shoulder, x),
        *(replace(wall, round_caps=False) for wall in tube(vein, 7, "hatch", FINE)),
        *heart,
        Circle(x, 22, 16.5, "ink", PEN, fill="surface"),
        *(line((arm, 74), (arm, GRID - _EDGE)) for arm in (27, 69)),
        curve((35, 76), (34.5, 66), (36.5, 57), (41.5, 57), (45, 63), (46.8, 72), colour="accent", pen=2.2),
        Circle(35, 78, 4.8, "ink", FINE, fill="accent"),
        Circle(35, 78, 1.8, fill="surface"),
    )
