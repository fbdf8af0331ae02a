"""The small drawings: whole in their square at any size, one even pen, legible in grey, and without words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain import picture_pen
from allcounsel.domain.picture_pen import FINE, GRID, PEN
from allcounsel.domain.pictures import SUBJECTS, draw_picture
from allcounsel.domain.primitives import Circle, Path, Primitive, Rect, Words
from allcounsel.domain.shapes import flatten
from allcounsel.services.palette import PAPER, PAPER_GREY, contrast

GROUNDS = ("surface", "soft", "hatch")
LINES = ("ink", "accent")


def box(shape: Primitive) -> tuple[float, float, float, float]:
    """Left, top, right and foot of what is drawn, half of the pen included."""
    pen = shape.stroke_width / 2 if not isinstance(shape, Words) and shape.stroke else 0.0
    match shape:
        case Path():
            points = flatten(shape.points) if shape.curved else shape.points
            # A line with blunt ends has no pen beyond its first and last point.
            ends = 0.0 if not shape.round_caps and not shape.closed else pen
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return min(xs) - pen, min(ys) - ends, max(xs) + pen, max(ys) + ends
        case Circle():
            reach = shape.radius + pen
            return shape.x - reach, shape.y - reach, shape.x + reach, shape.y + reach
        case Rect():
            right, foot = shape.x + shape.width, shape.y + shape.height
            return shape.x - pen, shape.y - pen, right + pen, foot + pen
        case Words():
            raise AssertionError(shape)


def outside(shapes: tuple[Primitive, ...], size: float) -> list[Primitive]:
    slack = size * 1e-9
    return [shape for shape in shapes if min(box(shape)[:2]) < -slack or max(box(shape)[2:]) > size + slack]


@given(st.sampled_from(SUBJECTS), st.floats(min_value=8, max_value=2000))
def test_a_drawing_stays_in_its_square_at_any_size(subject, size):
    assert outside(draw_picture(subject, size), size) == []


def test_a_shape_that_sticks_out_is_noticed():
    for planted in (Circle(95, 40, 1.5, "ink", 1), Path(((0.2, 9), (40, 9)), "ink", PEN, round_caps=True)):
        assert outside((*draw_picture("phone", GRID), planted), GRID) == [planted]


@given(st.sampled_from(SUBJECTS), st.floats(min_value=8, max_value=2000))
def test_a_drawing_is_the_same_at_any_size(subject, size):
    one, other = draw_picture(subject, GRID), draw_picture(subject, size)
    for small, large in zip(one, other, strict=True):
        assert [side * size / GRID for side in box(small)] == pytest.approx(box(large), rel=1e-6, abs=1e-6)


def test_the_six_subjects_are_drawn_and_no_other():
    assert SUBJECTS == ("blood", "marrow", "spinal_tap", "line", "thermometer", "phone")
    with pytest.raises(KeyError):
        draw_picture("bone", GRID)


def strokes(subject: str) -> Iterator[tuple[str, float]]:
    """Colour and pen of each line; the broad lines of a tube are its outline and its inside."""
    for shape in draw_picture(subject, GRID):
        assert not isinstance(shape, Words), "a picture has no words: they would not be translated"
        if shape.stroke and not (isinstance(shape, Path) and shape.stroke_width > 3):
            yield shape.stroke, shape.stroke_width


@pytest.mark.parametrize("subject", SUBJECTS)
def test_lines_are_even_and_dark_in_colour_and_in_grey(subject):
    found = list(strokes(subject))
    assert found
    for colour, pen in found:
        # The sign for a call is white on its own dark ground.
        assert colour in LINES or (subject, colour) == ("phone", "on_accent")
        assert FINE <= pen <= 2.3


def test_the_pen_is_about_1_6_points_in_a_drawing_of_90():
    assert abs(PEN * 90 / GRID - 1.6) < 0.05


@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_is_filled_but_with_the_three_grounds_ink_and_one_accent(subject):
    fills = {shape.fill for shape in draw_picture(subject, GRID) if not isinstance(shape, Words)}
    assert fills - {None} <= {*GROUNDS, *LINES}


@pytest.mark.parametrize("palette", [PAPER, PAPER_GREY], ids=lambda palette: palette.name)
def test_lines_stand_out_from_every_ground_they_can_lie_on(palette):
    ratios = [contrast(palette.colour(a), palette.colour(b)) for a in LINES for b in GROUNDS]
    assert min(ratios) > 3


def test_a_curve_runs_through_its_points_and_an_arc_keeps_to_its_circle():
    points = ((0, 0), (10, 4), (12, 20), (3, 30))
    assert picture_pen.curve(*points).points[::3] == points
    closed = picture_pen.blob(*points)
    assert closed.points[::3] == (*points, points[0])
    for x, y in flatten(picture_pen.arc(5, 6, 20, -30, 210).points):
        assert math.hypot(x - 5, y - 6) == pytest.approx(20, rel=1e-3)
    first, *_, last = picture_pen.arc(0, 0, 1, 0, 90).points
    assert [*first, *last] == pytest.approx([1, 0, 0, 1])


def test_the_lines_of_a_lens_touch_both_rings():
    spot, lens = (52.0, 29.0, 3.2), (71.0, 69.0, 21.5)
    for shape in picture_pen.magnified(spot, lens):
        if not isinstance(shape, Path):
            continue
        (x1, y1), (x2, y2) = shape.points
        assert math.hypot(x1 - spot[0], y1 - spot[1]) == pytest.approx(spot[2])
        assert math.hypot(x2 - lens[0], y2 - lens[1]) == pytest.approx(lens[2])
        along, out = (x2 - x1, y2 - y1), (x2 - lens[0], y2 - lens[1])
        assert along[0] * out[0] + along[1] * out[1] == pytest.approx(0, abs=1e-9)


def test_a_tube_has_an_even_outline():
    outer, inner = picture_pen.tube(picture_pen.line((0, 0), (9, 0)), 8, "hatch")
    assert (outer.stroke, inner.stroke) == ("ink", "hatch")
    assert outer.stroke_width - inner.stroke_width == pytest.approx(2 * PEN)
    assert replace(inner, stroke="ink", stroke_width=8) == outer
