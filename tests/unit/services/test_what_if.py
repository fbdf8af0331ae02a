"""What is tried out follows the same rules as what is answered, and the child's own case stays as it is."""

from __future__ import annotations

import pytest

from allcounsel.domain.answers import Absent, GeneResult
from allcounsel.domain.assessment import NodeStyle
from allcounsel.domain.ids import FeatureId
from allcounsel.services.case_file import read_case
from allcounsel.services.what_if import CLEAR, RoadChange, road_changes, trials, tried
from helpers.shipped import engine, release

PH = FeatureId("genetics.bcr_abl1")
MRD = FeatureId("end_of_induction.mrd")


def case_of(name, day="2026-11-22"):
    from datetime import date

    listed = next(child for child in release().practice_children if child.name == name)
    return read_case(listed.case, release().dictionary, date.fromisoformat(day)).case


CHILDREN = [child.name for child in release().practice_children]


@pytest.mark.parametrize("name", CHILDREN)
def test_each_question_that_can_be_tried_is_open_and_has_an_answer_that_changes_something(name):
    case = case_of(name)
    now = engine().assess(case)
    offered = trials(now, release().dictionary)
    assert {trial.feature for trial in offered} == {change.feature for change in now.could_change}
    for trial in offered:
        then = [engine().assess(tried(case, {trial.feature: answer})) for answer in trial.answers]
        assert any(
            (one.group, one.special_groups, one.flags) != (now.group, now.special_groups, now.flags)
            for one in then
        ), trial.feature


def test_trying_leaves_the_case_as_it_was():
    case = case_of("standard-for-now")
    before = dict(case.answers)
    assert engine().assess(tried(case, {PH: GeneResult("detected")})).group == "very_high"
    assert dict(case.answers) == before


def test_for_mrd_a_clear_result_is_tried_too():
    now = engine().assess(case_of("standard-for-now"))
    (mrd,) = (trial for trial in trials(now, release().dictionary) if trial.feature == MRD)
    assert mrd.answers[0] == CLEAR
    assert len(mrd.answers) > 1


def test_what_comes_onto_the_road_and_what_goes_is_told():
    case = case_of("standard-for-now")
    now = engine().assess(case)
    then = engine().assess(tried(case, {PH: GeneResult("detected")}))
    changes = road_changes(now, then)
    assert RoadChange("transplant", NodeStyle.DASHED) in changes
    assert RoadChange("immunotherapy", None) in changes
    assert road_changes(now, now) == ()


def test_a_step_that_no_longer_waits_is_told():
    case = case_of("standard-for-now").with_answer(PH, Absent.PENDING)
    now = engine().assess(case)
    assert now.pathway.node("tki").style is NodeStyle.PENDING
    then = engine().assess(tried(case, {PH: GeneResult("detected")}))
    assert RoadChange("tki", NodeStyle.SOLID) in road_changes(now, then)
