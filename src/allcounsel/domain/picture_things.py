"""Small drawings of things: a blood sample, a thermometer, a phone."""

from __future__ import annotations

from allcounsel.domain.diagram_icons import icon
from allcounsel.domain.picture_pen import FINE, PEN, arc, blob, line, magnified, oval, tube, turned
from allcounsel.domain.primitives import Circle, Path, Primitive, Rect


def blood() -> tuple[Primitive, ...]:
    """A closed tube with blood in it, and cells of the blood, enlarged."""
    return (
        *tube(line((23, 24), (23, 71.5)), 22.7, "hatch"),
        Rect(13.35, 24, 19.3, 20, fill="surface"),
        line((13, 44), (33, 44), pen=FINE),
        Rect(9.5, 12, 27, 12, 3.5, "ink", PEN, fill="accent"),
        *magnified((23, 62, 3.2), (63, 53, 25.5)),
        *_red_cell(52.5, 42, 0),
        *_red_cell(76, 58, 30),
        *_red_cell(58, 69, -20),
        *_white_cell(70, 41),
        *_white_cell(51.5, 56),
        *(Circle(x, y, 1.5, fill="ink") for x, y in ((64.5, 55), (71, 71), (59.5, 33.5))),
    )


def _red_cell(x: float, y: float, turn: float) -> tuple[Primitive, ...]:
    """A disc with a dip."""
    return oval((x, y), 6.2, 4.6, turn, "hatch"), oval((x, y), 3, 1.7, turn, pen=0)


def _white_cell(x: float, y: float) -> tuple[Primitive, ...]:
    """Larger and round, with a kernel."""
    bean = (
        (-4.5, 0), (-3, -3.6), (1, -4.8), (4.2, -3), (3.8, -0.8),
        (1.2, 0), (1, 2.6), (-0.6, 4.4), (-3.4, 3.2),
    )  # fmt: skip
    kernel = blob(*((x + a, y + b) for a, b in bean), fill="accent", outlined=False)
    return Circle(x, y, 7.6, "ink", FINE, fill="surface"), kernel


def thermometer() -> tuple[Primitive, ...]:
    """A digital thermometer; its window is empty, because a number would be taken for a limit."""
    corners = ((41.5, 36), (54.5, 36), (54.5, 60), (41.5, 60))
    window = Path(corners, "ink", FINE, closed=True, fill="hatch")
    return (
        *tube(line((62, 34), (82, 14)), 8, "accent"),
        *tube(line((23, 73), (57, 39)), 24),
        turned(window, 45, (48, 48)),
        Circle(24, 72, 4.2, "ink", FINE, fill="accent"),
    )


def phone() -> tuple[Primitive, ...]:
    """A phone with the sign for a call on its screen."""
    return (
        Rect(28, 9, 40, 78, 8, "ink", PEN, fill="surface"),
        Rect(32.5, 18, 31, 54, 3, "ink", FINE, fill="soft"),
        Circle(48, 45, 12.5, fill="accent"),
        *icon("phone", 16, at=(40, 37), colour="on_accent"),
        line((44, 79.5), (52, 79.5)),
        line((45.5, 13.5), (50.5, 13.5), pen=FINE),
        *(arc(48, 45, radius, side - 22, side + 22) for radius in (29, 36.5) for side in (0, 180)),
    )
