"""What if: tried out by keys in a frame of its own; neither saved, nor printed, nor taken for the child."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from allcounsel.domain.ids import FeatureId

PH = FeatureId("genetics.bcr_abl1")


@pytest.fixture
def open_at(window, hands):
    def opened(name):
        window.open_practice(name)
        hands.press(Qt.Key.Key_F6)
        return window.consultation

    return opened


def test_an_open_result_is_tried_and_both_outcomes_stand_side_by_side(open_at, hands):
    consultation = open_at("standard-for-now")
    page = consultation.page
    hands.pick("BCR::ABL1 (Philadelphia chromosome)", "Found")
    assert page.now.group.text() == "Standard risk, for\u00a0now"
    assert page.then.group.text() == "Very high risk"  # nothing is final that is only tried
    assert "Ph-positive" in page.then.said
    assert "On that road, may be part: Transplant" in page.then.said
    assert page.then.accessibleName().startswith("What if: Very high risk. ")


@pytest.mark.parametrize("name", ["standard-for-now", "unknown-heavy", "relapse-brain"])
def test_nothing_that_is_tried_reaches_the_child_or_the_store(open_at, window, hands, name):
    consultation = open_at(name)
    model = consultation.model
    before, assessment = model.case, model.assessment
    for segments in consultation.page.choices.values():
        segments.cells[-1].click()
    assert (model.case, model.assessment, model.case_id) == (before, assessment, None)
    assert window.desk.library.find() == ()


def test_escape_puts_everything_back(open_at, hands):
    consultation = open_at("standard-for-now")
    hands.pick("BCR::ABL1 (Philadelphia chromosome)", "Found")
    hands.press(Qt.Key.Key_Escape)
    assert consultation.page.then.isHidden()
    assert all(segments.value == "now" for segments in consultation.page.choices.values())
    assert hands.name.endswith("As now")


def test_coming_back_begins_anew_and_the_way_goes_on_where_it_was(open_at, hands):
    consultation = open_at("standard-for-now")
    hands.pick("BCR::ABL1 (Philadelphia chromosome)", "Found")
    hands.ctrl(Qt.Key.Key_Return)
    assert consultation.place.step == "result"
    assert consultation.bar.isVisible()
    hands.press(Qt.Key.Key_F6)
    assert consultation.page.then.isHidden()


def test_it_says_that_it_is_not_the_child_and_is_not_printed(open_at, hands):
    consultation = open_at("standard-for-now")
    assert consultation.bar.isHidden()
    hands.ctrl(Qt.Key.Key_E)
    assert consultation.place.step == "what-if"
    assert "Not printed" in consultation.bottom.state.text()


def test_where_nothing_open_can_change_anything_it_says_so(open_at):
    consultation = open_at("cns3")
    assert consultation.page.choices == {}
