"""The group shapes: alike in size and line, open or closed, with whole patterns; and the icons."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from allcounsel.domain.diagram_hatch import hatching, plate
from allcounsel.domain.diagram_icons import NAMES, icon
from allcounsel.domain.primitives import Circle, Path, Rect
from allcounsel.domain.shapes import GAP, clip_line, flatten, group_shape

GROUPS = ("standard", "high", "very_high", "t_cell")
SIZES = (16, 24, 39, 40, 100, 400)


def ring_of(group, size=100, *, closed=False):
    return group_shape(group, size, closed=closed)[0]


def length(path):
    points = flatten(path.points)
    return sum(math.dist(a, b) for a, b in pairwise(points))


def gap_middle(path):
    """Where the middle of the gap lies, walking along the outline as a painter does."""
    drawn, gap = path.dash
    wanted = (drawn + gap / 2 - path.dash_offset) % (drawn + gap)
    way = 0.0
    points = flatten(path.points)
    for a, b in pairwise(points):
        way += math.dist(a, b)
        if way >= wanted:
            return b
    return points[-1]


@pytest.mark.parametrize("group", [*GROUPS, None])
def test_for_now_leaves_a_gap_of_13_percent_at_the_upper_right(group):
    ring = ring_of(group)
    drawn, gap = ring.dash
    assert drawn + gap == pytest.approx(length(ring), rel=1e-6)
    assert gap / (drawn + gap) == pytest.approx(GAP)
    x, y = gap_middle(ring)
    assert x > 70
    assert y < 35
    assert ring.round_caps


@pytest.mark.parametrize("group", GROUPS)
def test_final_is_closed_and_a_quarter_thicker(group):
    closed = ring_of(group, closed=True)
    assert closed.dash == ()
    assert closed.closed
    assert closed.stroke_width == pytest.approx(1.25 * ring_of(group).stroke_width)


def test_no_group_yet_is_always_open_empty_and_without_colour():
    for closed in (False, True):
        (ring,) = group_shape(None, 100, closed=closed)
        assert ring.dash
        assert ring.stroke == "edge"


@pytest.mark.parametrize("size", SIZES)
def test_no_shape_outranks_another(size):
    """All have the same line and colour."""
    rings = [ring_of(group, size) for group in GROUPS]
    assert len({(ring.stroke, ring.stroke_width) for ring in rings}) == 1
    assert rings[0].stroke_width == max(2, size / 22)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("size", SIZES)
def test_the_pattern_is_whole_and_inside(group, size):
    ring, *pattern = group_shape(group, size, closed=False, at=(7, 9))
    outline = flatten(ring.points)
    polygon = outline[:-1]
    assert pattern
    for item in pattern:
        points = item.points if isinstance(item, Path) else [(item.x, item.y)]
        for point in points:
            along = (1.0, 0.001)
            ends = clip_line(point, along, polygon)
            assert ends
            assert ends[0][0] < point[0] < ends[1][0]


def test_the_patterns_are_dots_upright_crossed_and_level():
    def directions(group):
        found = set()
        for item in group_shape(group, 100, closed=True)[1:]:
            (ax, ay), (bx, by) = item.points
            found.add(round(math.degrees(math.atan2(abs(by - ay), abs(bx - ax)))))
        return found

    assert all(isinstance(item, Circle) for item in group_shape("standard", 100, closed=True)[1:])
    assert directions("high") == {90}
    assert directions("very_high") == {45}
    assert directions("t_cell") == {0}


def test_a_small_pattern_does_not_clot():
    dots = [item for item in group_shape("standard", 24, closed=False)[1:] if isinstance(item, Circle)]
    nearest = min(math.dist((a.x, a.y), (b.x, b.y)) for a in dots for b in dots if a is not b)
    assert nearest == pytest.approx(4.3)


def test_a_shape_stands_where_it_is_put():
    ring = group_shape("high", 50, closed=True, at=(200, 300))[0]
    xs, ys = zip(*flatten(ring.points), strict=True)
    assert (min(xs), max(xs)) == pytest.approx((204, 246))
    assert (min(ys), max(ys)) == pytest.approx((304, 346))


# ---- icons
def test_the_icons_paper_needs_are_there():
    assert set(NAMES) >= {"check", "clock", "question", "plus", "pin", "phone", "drop", "heart"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [12, 24, 60])
def test_an_icon_keeps_to_its_square_and_has_no_filled_face(name, size):
    for item in icon(name, size, at=(5, 6), colour="accent"):
        assert item.stroke == "accent" or item.fill == "accent"
        points = item.points if isinstance(item, Path) else [(item.x, item.y)]
        for x, y in points:
            assert 5 <= x <= 5 + size
            assert 6 <= y <= 6 + size
        if isinstance(item, Path):
            assert item.stroke_width == pytest.approx(1.75 * size / 24)
            assert item.fill is None


def test_an_icon_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        icon("smiley", 24)


# ---- hatching
def inside_rounded(box, x, y, slack=0.01):
    nearest_x = min(max(x, box.x + box.radius), box.x + box.width - box.radius)
    nearest_y = min(max(y, box.y + box.radius), box.y + box.height - box.radius)
    return math.dist((x, y), (nearest_x, nearest_y)) <= box.radius + slack


@pytest.mark.parametrize("size", [(100, 60), (60, 100), (30, 18), (300, 20), (18, 18)])
@pytest.mark.parametrize("radius", [0, 4, 9])
def test_hatching_ends_exactly_at_the_rounded_edge(size, radius):
    box = Rect(11, 13, *size, radius)
    lines = hatching(box, 6)
    assert lines
    for x, y, end_x, end_y in lines:
        assert end_x - x == pytest.approx(y - end_y)  # rises to the right at 45 degrees
        for part in (0, 0.5, 1):
            assert inside_rounded(box, x + (end_x - x) * part, y + (end_y - y) * part)
        # A little further on would be outside: nothing is left bare.
        assert not inside_rounded(box, end_x + 0.2, end_y - 0.2, 0)
        assert not inside_rounded(box, x - 0.2, y + 0.2, 0)


def test_hatching_lines_are_one_pitch_apart():
    sums = [x + y for x, y, *_ in hatching(Rect(0, 0, 200, 100, 7), 6)]
    steps = [b - a for a, b in pairwise(sums)]
    assert steps == pytest.approx([6 * math.sqrt(2)] * len(steps))


def test_text_has_a_plate_and_a_swatch_has_none():
    ground = plate(Rect(10, 10, 100, 60, 7), 8)
    assert (ground.x, ground.y, ground.width, ground.height) == (18, 18, 84, 44)
    assert plate(Rect(0, 0, 30, 18, 4), 8) is None
