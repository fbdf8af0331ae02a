"""Walking through a consultation: freely, without losing anything, and always told what comes next."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from allcounsel.domain.answers import Absent, Age, WhiteCount
from allcounsel.domain.case import AGE, LABEL, SITUATION
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.shell.consultation import Consultation

WBC = FeatureId("wbc_at_diagnosis")


@pytest.fixture
def consultation(window, hands):
    hands.ctrl(Qt.Key.Key_N)
    assert isinstance(window.consultation, Consultation)
    return window.consultation


def steps(consultation):
    return [button.step.id for button in consultation.rail.buttons]


def test_a_new_consultation_begins_with_the_first_question(consultation, hands):
    assert hands.name == "Clinic's own id"
    assert consultation.bar.name.text() == "No id yet"
    assert consultation.bar.group.text() == "No group yet"


def test_the_rail_follows_the_situation(consultation):
    assert steps(consultation) == [
        "child", "blood", "genes", "response", "review", "result", "pathway", "handout",
    ]  # fmt: skip
    consultation.model.answer(SITUATION, "relapse")
    assert "relapse" in steps(consultation)
    assert "response" not in steps(consultation)


def test_the_main_button_names_what_comes_next(consultation, hands):
    said = []
    for _ in range(30):
        action = consultation.page.main_action()
        said.append(action.text)
        if action.text == "Show result":
            break
        hands.ctrl(Qt.Key.Key_Return)
    assert said[0] == "Next: Blood and first checks"
    assert said[1] == "Next: Blood and first checks, 2 of 2"
    assert said[-2:] == ["Next: Review", "Show result"]


def test_going_back_loses_nothing_not_even_what_cannot_be_read(consultation, hands):
    hands.write("Child 7")
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hands.write("18 and a half")
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert hands.focus.text() == "Child 7"
    assert consultation.model.case.text(LABEL) == "Child 7"
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hands.focus.text() == "18 and a half"
    assert consultation.model.problems_of(WBC)


def test_another_situation_keeps_what_was_typed_on_the_pages_that_stay(consultation, hands, words):
    consultation.go("blood")
    hands.value(words, words.feature(WBC), words.question(WBC), WhiteCount(Decimal(20), "/uL"))
    consultation.go("child")
    for situation in ("relapse", "refractory", "first_treatment"):
        consultation.model.answer(SITUATION, situation)
    consultation.go("blood")
    assert hands.focus.text() == "20"


@pytest.mark.parametrize(("number", "step"), [(1, "child"), (3, "genes"), (5, "review"), (8, "handout")])
def test_every_step_has_its_key(consultation, hands, number, step):
    hands.ctrl(getattr(Qt.Key, f"Key_{number}"))
    assert consultation.place.step == step


def test_ctrl_r_reviews_and_from_the_first_page_back_leads_home(consultation, hands, window):
    hands.ctrl(Qt.Key.Key_R)
    assert consultation.place.step == "review"
    hands.ctrl(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.consultation is None


def test_the_rail_tells_done_from_open(consultation):
    model = consultation.model
    model.answer(SITUATION, "first_treatment")
    model.answer(FeatureId("genetics.bcr_abl1"), Absent.PENDING)
    names = {button.step.id: button.accessibleName() for button in consultation.rail.buttons}
    assert names["child"] == "1. Child and visit, you are on this step, 1 open"  # the age
    assert names["genes"].startswith("3. Type and genes, ")
    assert names["genes"].endswith(" open")
    assert names["response"] == "4. Response"  # not begun
    model.answer(AGE, Age(5))
    assert consultation.rail.buttons[0].accessibleName().endswith("you are on this step, done")


def test_everything_is_saved_from_the_first_answer_on(consultation, window):
    model = consultation.model
    assert window.desk.library.find() == ()
    assert consultation.bottom.state.text().startswith("Saved with the first change")
    model.answer(LABEL, "Child 7")
    assert [record.label for record in window.desk.library.find()] == ["Child 7"]
    model.answer(SITUATION, "first_treatment")
    model.answer(WBC, WhiteCount(Decimal(20), "10*9/L"))
    (record,) = window.desk.library.find("Child 7")
    assert record.answers["wbc_at_diagnosis"] == {"value": Decimal(20), "unit": "10*9/L"}
    assert record.practice
    assert consultation.bottom.state.text().startswith("Saved 14:02")


def test_a_store_that_does_not_answer_is_said_so_and_the_answers_stay(consultation, window, monkeypatch):
    from allcounsel.domain.errors import ErrorCode, KnownError

    def full(*_, **__):
        raise KnownError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(window.desk.library, "save", full)
    consultation.model.answer(SITUATION, "first_treatment")
    assert "disk is full" in consultation.bottom.state.text()
    monkeypatch.undo()
    consultation.model.answer(LABEL, "Child 7")
    assert consultation.bottom.state.text().startswith("Saved 14:02")


def test_the_evaluation_sentence_never_goes_away(consultation):
    for step in steps(consultation):
        consultation.go(step)
        assert "Evaluation build. Not a medical device." in consultation.bottom.state.text()


def test_the_family_can_be_asked_about_numbers_from_every_page(consultation, hands):
    consultation.model.answer(SITUATION, "first_treatment")
    for step in ("child", "pathway"):
        consultation.go(step)
        hands.to("Numbers")
        hands.press(Qt.Key.Key_Return)
        assert consultation.panel.isVisible()
        hands.press(Qt.Key.Key_Escape)
        assert not consultation.panel.isVisible()
        assert hands.name.startswith("Numbers: Not asked yet")
    hands.press(Qt.Key.Key_Return)
    hands.walk("Numbers: Wants numbers")
    hands.press(Qt.Key.Key_Space)
    assert consultation.model.case.text(FeatureId("family.wants_numbers")) == "yes"


def test_f1_helps_with_the_question_that_has_the_focus(consultation, hands, words):
    consultation.go("blood")
    hands.to(words.question(FeatureId("cns_status")))
    hands.press(Qt.Key.Key_F1)
    row = next(row for row in consultation.page.rows if row.feature.id == "cns_status")
    assert row._help is not None
    assert row._help.isVisible()


def test_one_consultation_leaves_nothing_in_the_next(window, hands):
    window.open_practice("infant")
    seen = window.consultation.model.label
    assert seen
    hands.ctrl(Qt.Key.Key_N)
    from PySide6.QtWidgets import QLabel, QLineEdit

    texts = [w.text() for kind in (QLabel, QLineEdit) for w in window.consultation.findChildren(kind)]
    assert not [text for text in texts if seen in text]
    assert window.windowTitle() == "allcounsel"


def test_an_unanswered_situation_stands_in_the_way_with_the_way_to_it(consultation, hands):
    for step in ("result", "pathway", "handout"):
        consultation.go(step)
        assert hands.name == "Go to: Situation"
        hands.press(Qt.Key.Key_Return)
        assert hands.name == "Situation: First treatment"
    row = next(row for row in consultation.page.rows if row.feature.id == "situation")
    assert any("only answer that is needed" in text for text in row.notices.texts)
