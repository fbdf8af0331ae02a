"""The road as drawn: each state in shape and words, the usual roads, and what happens when words are long."""

from __future__ import annotations

from itertools import pairwise

import pytest

from allcounsel.domain.diagram_across import ANOTHER_ROAD, plan_across, share
from allcounsel.domain.diagram_down import plan_down
from allcounsel.domain.diagram_sheet import FRAME
from allcounsel.domain.ids import NodeId
from allcounsel.domain.pathway import PathwayTable
from allcounsel.domain.primitives import Circle, Path, Rect, Words
from helpers import sample_roads

MEASURE = sample_roads.measure()
KINDS = sample_roads.kinds()
WORDS = sample_roads.words()


def across(road, words=WORDS, **more):
    return plan_across(words, road, KINDS, MEASURE, **more)


def down(road, words=WORDS, size=14, **more):
    return plan_down(words, road, KINDS, MEASURE, 493, size, **more)


BOTH = pytest.mark.parametrize("draw", [across, down], ids=["across", "down"])


def node(plan, name):
    return next(node for node in plan.nodes if node.id == name)


def card(plan, name):
    return next(item for item in node(plan, name).primitives if isinstance(item, Rect))


def said(plan, name):
    return " ".join(item.text.strip() for item in node(plan, name).primitives if isinstance(item, Words))


def icons_of(plan, name):
    return [item for item in node(plan, name).primitives if isinstance(item, Path)]


# ---- states
@BOTH
def test_a_solid_step_has_a_plain_edge_in_the_colour_of_the_plan(draw):
    box = card(draw(sample_roads.first_treatment()), "maintenance")
    assert (box.stroke, box.dash, box.hatched, box.fill) == ("accent", (), False, "surface")


@BOTH
def test_the_step_where_we_are_has_the_heaviest_edge_and_a_filled_number(draw):
    plan = draw(sample_roads.first_treatment())
    box = card(plan, "induction")
    assert (box.stroke, box.fill, box.dash) == ("accent", "soft", ())
    assert box.stroke_width >= 2 * card(plan, "maintenance").stroke_width
    assert any(
        isinstance(item, Circle) and item.fill == "accent" for item in node(plan, "induction").primitives
    )
    assert "You are here" in plan.texts
    assert node(plan, "induction").description.startswith("You are here.")


@BOTH
def test_a_step_with_results_still_out_is_not_ticked(draw):
    plan = draw(sample_roads.first_treatment(), sample_roads.words(unfinished=frozenset({"tests"})))
    assert "Done." not in node(plan, "tests").description
    assert "Done." in node(plan, "risk_group").description


@BOTH
def test_steps_before_it_are_ticked_and_say_so(draw):
    plan = draw(sample_roads.first_treatment())
    for name in ("tests", "risk_group"):
        assert "Done." in node(plan, name).description
        assert icons_of(plan, name)
        assert not any(word in said(plan, name).split() for word in "12")
    assert "Done." in said(plan, "tests")  # it has no other line
    assert "Standard risk" in said(plan, "risk_group")


@BOTH
def test_nothing_is_ticked_when_nobody_knows_where_we_are(draw):
    plan = draw(sample_roads.first_treatment(None))
    assert not any("Done" in node.description for node in plan.nodes)
    assert "You are here" not in plan.texts


@BOTH
def test_what_may_be_part_is_dashed_with_a_plus(draw):
    plan = draw(sample_roads.first_treatment())
    box = card(plan, "trial")
    assert (box.stroke, box.hatched) == ("edge", False)
    assert len(box.dash) == 2
    assert len(icons_of(plan, "trial")) == 2
    assert "May be part." in node(plan, "trial").description


@BOTH
def test_what_waits_is_hatched_dotted_with_a_clock_and_the_word(draw):
    plan = draw(sample_roads.first_treatment())
    for name in ("response_check", "consolidation"):
        box = card(plan, name)
        assert box.hatched
        assert box.round_caps
        assert box.dash[0] < 1
        assert icons_of(plan, name)
        assert "Waiting for the result." in said(plan, name)
        assert "Waiting for the result." in node(plan, name).description


@BOTH
def test_waiting_is_not_said_twice(draw):
    assert said(draw(sample_roads.first_treatment()), "response_check").count("Waiting") == 1


@BOTH
def test_a_check_that_waits_where_we_are_shows_both(draw):
    plan = draw(sample_roads.first_treatment("response_check"))
    box = card(plan, "response_check")
    assert box.hatched
    assert (box.stroke, box.dash) == ("accent", ())
    assert "You are here. Waiting for the result." in node(plan, "response_check").description


@BOTH
def test_a_result_that_still_waits_is_not_ticked_later(draw):
    plan = draw(sample_roads.first_treatment("maintenance"))
    assert card(plan, "response_check").hatched
    assert "Done" not in node(plan, "response_check").description
    assert "Done." in node(plan, "induction").description


# ---- first treatment
def test_steps_run_from_left_to_right_with_arrows_between():
    plan = across(sample_roads.first_treatment())
    steps = [node(plan, name).box for name in ("tests", "risk_group", "induction", "response_check")]
    assert [box.x for box in steps] == sorted(box.x for box in steps)
    assert len({box.y for box in steps}) == 1
    level = [arrow for arrow in plan.arrows if arrow.points[0][1] == arrow.points[-1][1]]
    assert [(arrow.start, arrow.end) for arrow in level[:2]] == [
        ("tests", "risk_group"),
        ("risk_group", "induction"),
    ]


def test_seven_steps_have_the_size_of_the_design():
    nodes = dict.fromkeys(sample_roads.WORDS, ("Step", ""))
    words = sample_roads.words(nodes={name: sample_roads.NodeWords(*text) for name, text in nodes.items()})
    plan = across(sample_roads.first_treatment(known=True), words)
    box = node(plan, "tests").box
    assert (box.width, box.height) == pytest.approx((120, 144))
    assert node(plan, "risk_group").box.x == pytest.approx(132)


def test_lanes_run_under_their_steps_with_a_dashed_piece_after():
    plan = across(sample_roads.first_treatment())
    lane, induction, after = (node(plan, name).box for name in ("cns_therapy", "induction", "maintenance"))
    assert lane.x == induction.x
    assert lane.x + lane.width == pytest.approx(after.x + after.width)
    solid, dashed = (item for item in node(plan, "cns_therapy").primitives if isinstance(item, Rect))
    assert solid.dash == ()
    assert dashed.dash
    assert dashed.x == pytest.approx(after.x)
    support = node(plan, "supportive_care").box
    assert (support.x, support.width) == pytest.approx((0, plan.width))
    assert support.y > lane.y


@BOTH
def test_no_lane_sometimes_runs_on_into_follow_up(draw):
    plan = draw(sample_roads.relapse())
    assert "Sometimes here too." not in plan.texts


def test_a_waiting_check_opens_another_road_above_on_a_dotted_arrow():
    plan = across(sample_roads.first_treatment())
    above, check = node(plan, ANOTHER_ROAD).box, node(plan, "response_check").box
    assert above.y + above.height < check.y
    (arrow,) = [arrow for arrow in plan.arrows if arrow.end == ANOTHER_ROAD]
    assert arrow.start == "response_check"
    assert arrow.points[0][1] > arrow.points[-1][1]


def test_on_paper_another_road_stands_inside_the_waiting_check():
    plan = down(sample_roads.first_treatment())
    assert "Another road." in said(plan, "response_check")
    assert "If the check still finds leukaemia" in node(plan, "response_check").description


@BOTH
def test_a_check_that_is_known_opens_no_other_road(draw):
    plan = draw(sample_roads.first_treatment(known=True))
    assert not any("Another road" in text for text in plan.texts)


@BOTH
def test_the_legend_comes_last_and_names_only_what_is_drawn(draw):
    assert draw(sample_roads.first_treatment()).texts[-3:] == (
        "Part of the plan",
        "May be part",
        "Waiting for a result",
    )
    assert "Waiting for a result" not in draw(sample_roads.first_treatment(known=True)).texts


# ---- refractory and relapse
@BOTH
def test_refractory_options_stand_side_by_side_and_none_is_heavier(draw):
    options = ("high_risk_chemotherapy", "transplant", "trial")
    plan = draw(sample_roads.refractory(*options))
    boxes = [card(plan, name) for name in options]
    assert (
        len(
            {
                (box.y, box.height, round(box.width, 6), box.stroke, box.stroke_width, box.dash)
                for box in boxes
            }
        )
        == 1
    )
    assert [box.x for box in boxes] == sorted({box.x for box in boxes})
    (arrow,) = [arrow for arrow in plan.arrows if arrow.end == FRAME]
    assert arrow.start == "response_check"


@BOTH
def test_many_refractory_options_are_all_of_one_size(draw):
    plan = draw(sample_roads.refractory(*sample_roads.OPTIONS[:8]))
    assert (
        len(
            {
                (round(n.box.width, 6), round(n.box.height, 6))
                for n in plan.nodes
                if n.id in sample_roads.OPTIONS
            }
        )
        == 1
    )


@BOTH
def test_the_relapse_road_works(draw):
    plan = draw(sample_roads.relapse())
    assert [n.id for n in plan.nodes][:4] == ["tests", "reinduction", "second_remission_check", "follow_up"]
    assert node(plan, "reinduction").name == "2. Reinduction"
    assert not any(arrow.end == FRAME for arrow in plan.arrows)


# ---- words and sizes
def test_a_long_word_makes_its_column_wider_not_its_letters_smaller():
    nodes = dict(WORDS.nodes) | {"maintenance": sample_roads.NodeWords("Mantenimientoprolongado", "")}
    plan = across(sample_roads.first_treatment(), sample_roads.words(nodes=nodes))
    assert node(plan, "maintenance").box.width > node(plan, "tests").box.width
    assert "Mantenimientoprolongado" in said(plan, "maintenance")


def test_columns_share_evenly_unless_one_needs_more():
    assert share([1, 1, 1], 30) == pytest.approx((10, 10, 10))
    assert share([20, 1, 1], 30) == pytest.approx((20, 5, 5))
    assert share([20, 20], 30) == pytest.approx((15, 15))
    assert share([90, 5, 5, 40], 60) == pytest.approx((25, 5, 5, 25))


@pytest.mark.parametrize("size", [14, 18, 24])
def test_on_paper_text_is_set_in_its_size_and_the_plan_has_its_width(size):
    plan = down(sample_roads.first_treatment(), size=size)
    assert plan.width == 493
    sizes = {item.size for item in plan.in_reading_order() if isinstance(item, Words)}
    assert sizes == {size}


def test_large_text_puts_the_words_of_lanes_beneath_the_steps():
    plan = down(sample_roads.first_treatment(), size=24)
    last = node(plan, "follow_up").box
    for name in ("cns_therapy", "supportive_care"):
        assert node(plan, name).box.y >= last.y + last.height


def test_a_road_too_long_for_its_page_can_be_cut_between_any_two_steps():
    plan = down(sample_roads.first_treatment(), height=300)
    boxes = sorted((n.box.y, n.box.y + n.box.height) for n in plan.nodes if n.id not in sample_roads.OPTIONS)
    assert all(foot <= top for (_, foot), (top, _) in pairwise(boxes))


def test_distances_narrow_before_a_road_is_cut():
    loose = down(sample_roads.first_treatment())
    close = down(sample_roads.first_treatment(), height=loose.height - 20)
    assert close.height < loose.height
    assert node(close, "supportive_care").box.x == node(loose, "supportive_care").box.x


@BOTH
def test_a_picture_that_stands_alone_opens_with_title_and_intro(draw):
    plan = draw(sample_roads.first_treatment(), titled=True)
    assert plan.texts[:2] == (WORDS.title, WORDS.intro)
    assert plan.heading
    assert not draw(sample_roads.first_treatment()).heading


@BOTH
def test_a_table_of_the_content_will_do_for_the_places(draw):
    table = PathwayTable(KINDS, (), (), ())
    road = sample_roads.first_treatment()
    planner = plan_across if draw is across else plan_down
    more = () if draw is across else (493, 14)
    assert planner(WORDS, road, table, MEASURE, *more) == draw(road)


@BOTH
def test_a_node_without_words_is_an_error(draw):
    nodes = {name: text for name, text in WORDS.nodes.items() if name != "trial"}
    with pytest.raises(KeyError):
        draw(sample_roads.first_treatment(), sample_roads.words(nodes=nodes))


@BOTH
def test_an_empty_road_is_an_empty_picture(draw):
    plan = draw(sample_roads.pathway("none", None))
    assert plan.nodes == ()
    assert NodeId("tests") not in [arrow.start for arrow in plan.arrows]
