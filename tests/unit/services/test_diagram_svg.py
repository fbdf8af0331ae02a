"""The diagram as SVG: well formed, small in its means, with its words as text."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.diagram_across import plan_across
from allcounsel.domain.diagram_down import plan_down
from allcounsel.domain.primitives import Circle, Path, Rect, Words
from allcounsel.services.diagram_svg import diagram_svg
from allcounsel.services.palette import LIGHT, PAPER, PAPER_GREY, SCREEN
from helpers import sample_roads

SVG = "{http://www.w3.org/2000/svg}"
MEASURE = sample_roads.measure()
PLAN = plan_across(
    sample_roads.words(), sample_roads.first_treatment(), sample_roads.kinds(), MEASURE, titled=True
)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  # our own output, not a stranger's


def drawn(*primitives) -> ET.Element:
    """The shapes of a plan that holds only these, without the ground."""
    root = parsed(diagram_svg(DiagramPlan(100, 100, "x", (), primitives), LIGHT))
    return root[3:]


@pytest.mark.parametrize("palette", [*SCREEN.values(), PAPER, PAPER_GREY], ids=lambda palette: palette.name)
def test_it_is_well_formed_and_uses_only_its_palette(palette):
    svg = diagram_svg(PLAN, palette)
    parsed(svg)
    values = {getattr(palette, role) for role in palette.__slots__}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", svg)) <= values


def test_it_keeps_to_the_shapes_of_svg_tiny():
    root = parsed(diagram_svg(PLAN, LIGHT))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "g", "rect", "circle", "path", "text",
    }  # fmt: skip
    assert root.get("baseProfile") == "tiny"
    assert not any("clip" in name or name == "style" for element in root.iter() for name in element.attrib)


def test_it_has_a_title_and_says_in_words_what_it_shows():
    root = parsed(diagram_svg(PLAN, LIGHT))
    assert root.find(f"{SVG}title").text == "The road ahead"
    said = root.find(f"{SVG}desc").text
    assert "3. Induction. You are here." in said
    assert "4. Check after about 4\u00a0weeks. Waiting for the result." in said


def test_text_is_text_in_our_fonts():
    root = parsed(diagram_svg(PLAN, LIGHT))
    assert root.get("font-family").startswith("'Atkinson Hyperlegible Next', 'Noto Sans'")
    words = " ".join(element.text for element in root.iter(f"{SVG}text"))
    assert "Brain and spine treatment." in words
    assert "You are here" in words


def test_title_first_and_legend_last():
    root = parsed(diagram_svg(PLAN, LIGHT))
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert words[0] == "The road ahead"
    assert words[-1] == "Waiting for a result"


def test_marks_in_a_text_are_escaped():
    (text,) = drawn(Words(0, 10, 'a < b & "c"', 14))
    assert text.text == 'a < b & "c"'


def test_text_keeps_its_width_when_a_measure_is_given():
    plan = DiagramPlan(100, 100, "x", (), (Words(0, 10, "Induction", 14, 700),))
    assert "textLength" not in diagram_svg(plan, LIGHT)
    assert f'textLength="{MEASURE("Induction", 14, 700):.2f}"'.rstrip("0") in diagram_svg(
        plan, LIGHT, MEASURE
    )


def test_hatching_stays_inside_its_round_box_and_off_the_plate():
    box = Rect(10, 10, 100, 80, 10, "edge", 2, (0.2, 4.4), True, "wait_bg", True)
    ground, lines, plate, edge = drawn(box)
    assert (ground.get("fill"), plate.get("fill")) == (LIGHT.wait_bg, LIGHT.wait_bg)
    assert (plate.get("x"), plate.get("width")) == ("17", "86")
    assert edge.get("fill") == "none"
    numbers = [float(number) for number in re.findall(r"[\d.]+", lines.get("d"))]
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        assert 10 <= x <= 110
        assert 10 <= y <= 90


def test_curves_lines_and_circles_are_what_they_were():
    curve, line, circle = drawn(
        Path(((0, 0), (1, 2), (3, 4), (5, 6)), "accent", 2, (30, 4), 7, True, True, True),
        Path(((0, 0), (9, 9)), "edge", 1.5),
        Circle(5, 6, 7, fill="accent"),
    )
    assert curve.get("d") == "M0 0C1 2 3 4 5 6Z"
    assert (curve.get("stroke-dasharray"), curve.get("stroke-dashoffset")) == ("30,4", "7")
    assert curve.get("stroke-linecap") == "round"
    assert (line.get("d"), line.get("fill"), line.get("stroke")) == ("M0 0L9 9", "none", LIGHT.edge)
    assert (circle.get("r"), circle.get("fill")) == ("7", LIGHT.accent)
    assert circle.get("stroke") is None


def test_the_same_plan_gives_the_same_text():
    down = plan_down(sample_roads.words(), sample_roads.relapse(), sample_roads.kinds(), MEASURE, 500, 14)
    assert diagram_svg(down, PAPER) == diagram_svg(down, PAPER)
