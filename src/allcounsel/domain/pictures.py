"""The small line drawings of the handout, by what they show; they say the same in colour and in grey."""

from __future__ import annotations

from allcounsel.domain.picture_body import line_into_vein, marrow, spinal_tap
from allcounsel.domain.picture_pen import GRID, enlarged
from allcounsel.domain.picture_things import blood, phone, thermometer
from allcounsel.domain.primitives import Primitive, Rect

_GROUND = Rect(0, 0, GRID, GRID, 9, fill="soft")
_DRAWINGS = {
    "blood": blood(),
    "marrow": marrow(),
    "spinal_tap": spinal_tap(),
    "line": line_into_vein(),
    "thermometer": thermometer(),
    "phone": phone(),
}

SUBJECTS = tuple(_DRAWINGS)


def draw_picture(subject: str, size: float) -> tuple[Primitive, ...]:
    """The drawing in a square of ``size`` from the origin; KeyError when there is none."""
    return tuple(enlarged(shape, size / GRID) for shape in (_GROUND, *_DRAWINGS[subject]))
