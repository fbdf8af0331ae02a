"""Laws of the diagram: whatever the road and however long its words, everything has its place."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.diagram import NodeWords
from allcounsel.domain.diagram_across import plan_across
from allcounsel.domain.diagram_down import plan_down
from allcounsel.domain.primitives import Circle, Path, Rect, Words
from helpers import sample_roads

MEASURE = sample_roads.measure()
STYLES = ("solid", "dashed", "pending")
NEARLY = 0.01
PLATE = 8.0
"""The widest rim of hatching that a painter leaves round the plate."""

WORD = st.sampled_from(
    [
        "a", "the", "leukaemia", "treatment", "**bold", "marks**", "10⁹/L", "µL", "≥", "38.0\u00a0°C",
        "Rückenmarksflüssigkeit", "Philadelphia-like", "non\u00adbreak\u00adable", "quimioterapia",
        "Donaudampfschifffahrtsgesellschaftskapitän", "1\u2009000\u2009000",
    ]
)  # fmt: skip
TEXT = st.lists(WORD, max_size=12).map(" ".join)
TITLE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
LINE = st.sampled_from(["", "Short.", "The longest step. It helps keep the leukaemia away."]) | TEXT


@st.composite
def roads(draw):
    """A pathway of some of the nodes in any style, somewhere on it "you are here", and words for it."""
    steps = draw(st.lists(st.sampled_from(sample_roads.STEPS), unique=True, max_size=7))
    steps.sort(key=sample_roads.STEPS.index)
    lanes = sorted(draw(st.sets(st.sampled_from(list(sample_roads.LANES)))))
    options = draw(st.lists(st.sampled_from(sample_roads.OPTIONS), unique=True, max_size=9))
    styles = {name: draw(st.sampled_from(STYLES)) for name in (*steps, *lanes, *options)}
    here = draw(st.none() | st.sampled_from(steps)) if steps else None
    nodes = {name: NodeWords(*text) for name, text in sample_roads.WORDS.items()}
    nodes |= {name: NodeWords(draw(TITLE), draw(LINE)) for name in styles if draw(st.integers(0, 3)) == 0}
    words = sample_roads.words(
        nodes=nodes,
        another_road=draw(st.none() | st.just(sample_roads.words().another_road) | TITLE),
        sometimes=draw(st.sampled_from(["", "sometimes", "Sometimes here too."])),
        here=draw(st.sampled_from(["You are here", "Usted está aquí"])),
    )
    return words, sample_roads.pathway("any", here, **styles)


@st.composite
def plans_across(draw):
    words, road = draw(roads())
    size = draw(st.sampled_from([14, 17.5]))
    titled = draw(st.booleans())
    kinds = sample_roads.kinds()
    return plan_across(words, road, kinds, MEASURE, width=912 * size / 14, text_size=size, titled=titled)


@st.composite
def plans_down(draw):
    words, road = draw(roads())
    size = draw(st.sampled_from([14, 18, 24]))
    width = draw(st.sampled_from([493.2, 510, 620]))
    height = draw(st.none() | st.sampled_from([300, 590, 900]))
    titled = draw(st.booleans())
    kinds = sample_roads.kinds()
    return plan_down(words, road, kinds, MEASURE, width, size, height=height, titled=titled)


PLANS = plans_across() | plans_down()


# ---- what is measured
def overlap(one, other):
    """Whether two rectangles share more than an edge."""
    return (
        one.x < other.x + other.width - NEARLY
        and other.x < one.x + one.width - NEARLY
        and one.y < other.y + other.height - NEARLY
        and other.y < one.y + one.height - NEARLY
    )


def extent(item):
    """The rectangle that a shape fills; of a text, from the height of capitals to the base line."""
    match item:
        case Words():
            width = MEASURE(item.text.rstrip(), item.size, item.weight)
            return Rect(item.x, item.y - 0.67 * item.size, width, 0.67 * item.size)
        case Circle():
            reach = item.radius + item.stroke_width / 2
            return Rect(item.x - reach, item.y - reach, 2 * reach, 2 * reach)
        case Path():
            xs, ys = zip(*item.points, strict=True)
            return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        case Rect():
            return item


def inside(inner, outer, slack=NEARLY):
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.x + inner.width <= outer.x + outer.width + slack
        and inner.y + inner.height <= outer.y + outer.height + slack
    )


def letters(text):
    """A text without spaces, marks and what breaking a line may add or drop."""
    return re.sub(r"[\s*\u00ad.\-\u00a0\u2009]", "", text)


def texts_of(plan):
    return [extent(item) for item in plan.in_reading_order() if isinstance(item, Words) and item.text.strip()]


def page(plan):
    return Rect(0, 0, plan.width, plan.height)


# ---- the laws of place; one test, because drawing the plans takes the time
def no_two_boxes_overlap(plan):
    for one, other in combinations(plan.nodes, 2):
        assert not overlap(one.box, other.box), (one.id, other.id)


def everything_lies_on_the_page(plan):
    for item in plan.in_reading_order():
        assert inside(extent(item), page(plan)), item


def the_shapes_of_a_node_lie_in_its_box(plan):
    for node in plan.nodes:
        for item in node.primitives:
            assert inside(extent(item), node.box), (node.id, item)


def no_two_texts_lie_on_each_other(plan):
    for one, other in combinations(texts_of(plan), 2):
        assert not overlap(one, other)


def an_arrow_runs_over_no_text(plan):
    for arrow in plan.arrows:
        # In the step that it leaves or reaches, the line is covered by the ring with the number.
        ends = [node.box for node in plan.nodes if node.id in (arrow.start, arrow.end)]
        others = [text for text in texts_of(plan) if not any(inside(text, box) for box in ends)]
        for (ax, ay), (bx, by) in pairwise(arrow.points):
            line = Rect(min(ax, bx) - 0.5, min(ay, by) - 0.5, abs(bx - ax) + 1, abs(by - ay) + 1)
            assert not any(overlap(line, text) for text in others)


def no_text_lies_on_hatching(plan):
    for node in plan.nodes:
        texts = [extent(item) for item in node.primitives if isinstance(item, Words)]
        for hatched in (item for item in node.primitives if isinstance(item, Rect) and item.hatched):
            ground = Rect(
                hatched.x + PLATE, hatched.y + PLATE, hatched.width - 2 * PLATE, hatched.height - 2 * PLATE
            )
            assert all(not overlap(text, hatched) or inside(text, ground) for text in texts)


@given(PLANS)
def test_everything_has_its_place(plan):
    no_two_boxes_overlap(plan)
    everything_lies_on_the_page(plan)
    the_shapes_of_a_node_lie_in_its_box(plan)
    no_two_texts_lie_on_each_other(plan)
    an_arrow_runs_over_no_text(plan)
    no_text_lies_on_hatching(plan)


# ---- the other laws
@given(PLANS)
def test_every_arrow_starts_at_a_box_and_ends_on_one(plan):
    boxes = {node.id: node.box for node in plan.nodes}
    frames = [item for item in plan.background if isinstance(item, Rect)]
    for arrow in plan.arrows:
        start, end = (Rect(*point, 0, 0) for point in (arrow.points[0], arrow.points[-1]))
        assert inside(start, boxes[arrow.start])
        targets = [boxes[arrow.end]] if arrow.end in boxes else frames
        assert any(inside(end, box) for box in targets)


@given(PLANS)
def test_every_step_leads_to_the_next(plan):
    steps = [node.id for node in plan.nodes if node.id in sample_roads.STEPS]
    assert set(pairwise(steps)) <= {(arrow.start, arrow.end) for arrow in plan.arrows}


@given(PLANS)
def test_every_word_is_drawn_once_and_in_order(plan):
    """Numbers in rings come between; nothing else is added, nothing is lost."""
    drawn = "".join(letters(item.text) for item in plan.in_reading_order() if isinstance(item, Words))
    at = 0
    for text in map(letters, plan.texts):
        found = drawn.find(text, at)
        assert found >= 0, text
        assert re.fullmatch(r"\d?", drawn[at:found]), drawn[at:found]
        at = found + len(text)
    assert at == len(drawn)


@given(PLANS)
def test_every_node_has_a_name_and_says_its_state(plan):
    for node in plan.nodes:
        assert node.name


@given(roads())
def test_a_step_that_waits_is_never_ticked_off(given_road):
    words, road = given_road
    plan = plan_across(words, road, sample_roads.kinds(), MEASURE)
    pending = {node.id for node in road.nodes if node.style.value == "pending"}
    for node in plan.nodes:
        if node.id in pending:
            assert words.done not in node.description
            assert words.waiting in node.description


@given(roads())
def test_both_directions_say_the_same(given_road):
    words, road = given_road
    kinds = sample_roads.kinds()
    across = plan_across(words, road, kinds, MEASURE)
    down = plan_down(words, road, kinds, MEASURE, 500, 14)
    assert sorted(across.texts) == sorted(down.texts)
    ids = [[node.id for node in plan.nodes if node.id != "another_road"] for plan in (across, down)]
    assert ids[0] == ids[1]


@given(plans_down())
def test_none_of_the_options_looks_heavier(plan):
    widths = {round(node.box.width, 3) for node in plan.nodes if node.id in sample_roads.OPTIONS}
    assert len(widths) <= 1
