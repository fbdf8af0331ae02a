"""Ctrl+Z takes back each step of a consultation, wherever it was made, and Ctrl+Y does it again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from allcounsel.domain.answers import WhiteCount
from allcounsel.domain.case import LABEL, LINEAGE, SITUATION
from allcounsel.domain.ids import FeatureId

WBC = FeatureId("wbc_at_diagnosis")


@pytest.fixture
def consultation(window, hands):
    hands.ctrl(Qt.Key.Key_N)
    return window.consultation


def test_a_typed_answer_is_taken_back_in_its_field_and_done_again(consultation, hands):
    hands.write("Child 7")
    hands.ctrl(Qt.Key.Key_Z)
    assert LABEL not in consultation.model.case.answers
    assert hands.name == "Clinic's own id"
    assert hands.focus.text() == ""
    assert "Taken back: Clinic's own id" in consultation.bottom.state.text()
    hands.ctrl(Qt.Key.Key_Y)
    assert consultation.model.label == "Child 7"
    assert hands.focus.text() == "Child 7"


def test_steps_of_several_pages_are_taken_back_in_turn_and_each_is_shown(consultation, hands):
    model = consultation.model
    model.answer(SITUATION, "first_treatment")
    hands.ctrl(Qt.Key.Key_Return)
    model.answer(LINEAGE, "b_cell")
    hands.ctrl(Qt.Key.Key_Z)
    assert LINEAGE not in model.case.answers
    assert consultation.place.step == "genes"
    hands.ctrl(Qt.Key.Key_Z)
    assert model.case.situation == ""
    assert consultation.place.step == "child"
    hands.ctrl(Qt.Key.Key_Z)
    assert "Nothing to take back" in consultation.bottom.state.text()


def test_what_is_half_typed_is_taken_back_first(consultation, hands):
    consultation.model.answer(WBC, WhiteCount(Decimal("18.4"), "10*9/L"))
    consultation.go_to_question(WBC)
    hands.write("18 and a half")
    hands.ctrl(Qt.Key.Key_Z)
    assert hands.focus.text() == "18.4"
    assert consultation.model.problems_of(WBC) == ()
    assert WBC in consultation.model.case.answers
    hands.ctrl(Qt.Key.Key_Z)
    assert WBC not in consultation.model.case.answers


def test_on_the_result_page_the_result_follows_and_one_stays_there(window, hands):
    window.open_practice("standard-final")
    consultation = window.consultation
    before = consultation.model.assessment
    consultation.model.answer(LINEAGE, "t_cell")
    consultation.go("result")
    hands.ctrl(Qt.Key.Key_Z)
    assert consultation.model.assessment == before
    assert consultation.place.step == "result"


def test_what_was_taken_back_is_kept_in_the_store(consultation, window, hands):
    model = consultation.model
    model.answer(LABEL, "Ward 7")
    model.answer(SITUATION, "relapse")
    hands.ctrl(Qt.Key.Key_Z)
    assert "situation" not in window.desk.library.open(model.case_id).answers


def test_another_situation_that_is_taken_back_brings_its_questions_back(consultation, hands):
    consultation.model.answer(SITUATION, "first_treatment")
    consultation.model.answer(SITUATION, "relapse")
    hands.ctrl(Qt.Key.Key_Z)
    assert "response" in [button.step.id for button in consultation.rail.buttons]
