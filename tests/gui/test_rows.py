"""One question: not known is always possible, nothing typed is lost, and what is odd is said beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from allcounsel.domain.answers import Absent, Age, WhiteCount
from allcounsel.domain.case import AGE, BIRTH, DIAGNOSIS, LABEL, SITUATION
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.wizard.row import QuestionRow

WBC, BCR, TESTICLE = map(FeatureId, ("wbc_at_diagnosis", "genetics.bcr_abl1", "testicular_disease"))
SLOW, HOW = map(FeatureId, ("slow_response", "slow_response_definition"))


@pytest.fixture
def row(tools, model, desk, show):
    def make(feature_id):
        feature = desk.core.release.dictionary[feature_id]
        return show(QuestionRow(tools, model, desk.core.clock, feature))

    return make


def state(hands, row, name):
    question = row.editor.question
    hands.to_states(question)
    hands.walk(f"{question}: {name}")
    hands.press(Qt.Key.Key_Space)


def test_not_known_is_offered_wherever_it_makes_sense(tools, model, desk):
    for feature in desk.core.release.dictionary:
        row = QuestionRow(tools, model, desk.core.clock, feature)
        offered = {cell.value for cell in row.states.cells} if row.states else set()
        bare = feature.required or feature.kind.value in ("text", "birth_date")
        assert ("unknown" in offered) is not bare, feature.id
        assert ("not_applicable" in offered) is ("not_applicable" in feature.options), feature.id
        row.deleteLater()


def test_picking_a_state_keeps_what_was_typed_and_says_so(row, model, hands):
    row = row(WBC)
    row.focus()
    hands.value(row.tools.words, row.feature, row.editor.question, WhiteCount(Decimal("18.4"), "10*9/L"))
    assert model.case.get(WBC) == WhiteCount(Decimal("18.4"), "10*9/L")
    assert row.echo.text() == "18.4\u00a0×\u00a010⁹/L = 18\u2009400\u00a0per\u00a0µL"
    state(hands, row, "Waiting")
    assert model.case.get(WBC) is Absent.PENDING
    assert row.editor.isHidden()
    assert "kept" in row.box._words.text_without_marks()
    hands.press(Qt.Key.Key_Space)  # let go of the state again
    assert model.case.get(WBC) == WhiteCount(Decimal("18.4"), "10*9/L")
    assert row.editor.isVisible()


@pytest.mark.parametrize(("key", "state"), [(Qt.Key.Key_U, Absent.UNKNOWN), (Qt.Key.Key_P, Absent.PENDING)])
def test_one_letter_is_enough_for_not_known_and_for_waiting(row, model, hands, key, state):
    row = row(BCR)
    row.focus()
    hands.press(key)
    assert model.case.get(BCR) is state
    hands.press(key)  # said twice, it stays
    assert model.case.answers[BCR] is state
    assert row.states.isAncestorOf(hands.focus)


def test_in_a_line_to_type_on_it_is_a_letter(row, model, hands):
    row = row(WBC)
    row.focus()
    hands.press(Qt.Key.Key_U)
    assert WBC not in model.case.answers
    assert hands.focus.text() == "u"


def test_where_a_question_has_no_other_states_the_letters_do_nothing(row, model, hands):
    row = row(SITUATION)
    row.focus()
    hands.press(Qt.Key.Key_U)
    assert SITUATION not in model.case.answers


def test_a_result_that_is_waited_for_can_have_a_day(row, model, hands):
    row = row(BCR)
    state(hands, row, "Waiting")
    hands.day(f"{row.editor.question}, expected", date(2026, 12, 24))
    hands.press(Qt.Key.Key_Tab)
    assert model.case.expected[BCR] == date(2026, 12, 24)
    assert "24\u00a0December\u00a02026" in row.box._words.text_without_marks()
    state(hands, row, "Not known")
    assert model.case.get(BCR) is Absent.UNKNOWN
    assert BCR not in model.case.expected


def test_an_expected_day_that_does_not_exist_is_said_so_and_not_taken(row, model, hands):
    row = row(BCR)
    state(hands, row, "Waiting")
    for part, text in (("day", "31"), ("month", "2"), ("year", "2027")):
        hands.to(f"{row.editor.question}, expected: {part}")
        hands.write(text)
    row.leave()
    assert BCR not in model.case.expected
    assert any("calendar" in text for text in row.notices.texts)


def test_does_not_apply_is_an_answer_of_its_own(row, model, hands):
    row = row(TESTICLE)
    state(hands, row, "Does not apply")
    assert model.case.get(TESTICLE) == "not_applicable"


def test_a_half_written_answer_is_not_known_and_is_complained_of_only_after_leaving(row, model, hands):
    row = row(WBC)
    row.focus()
    hands.write("18.4")
    row.take()
    assert WBC not in model.case.answers
    assert row.notices.texts == ()
    row.leave()
    assert any("unit" in text for text in row.notices.texts)
    assert any(problem.field == WBC for problem in model.problems)
    hands.pick(f"{row.editor.question}, unit", "per\u00a0µL")
    assert model.case.get(WBC) == WhiteCount(Decimal("18.4"), "/uL")
    assert not model.problems_of(WBC)


def test_what_was_typed_a_moment_ago_is_taken_without_leaving_the_field(row, model, hands, qtbot):
    row = row(LABEL)
    row.focus()
    hands.write("Child 7")
    assert LABEL not in model.case.answers
    qtbot.waitUntil(lambda: model.case.text(LABEL) == "Child 7", timeout=3000)


def test_an_odd_number_can_be_confirmed_until_it_changes(row, model, hands):
    model.answer(SITUATION, "first_treatment")
    row = row(WBC)
    row.focus()
    hands.value(row.tools.words, row.feature, row.editor.question, WhiteCount(Decimal(42), "/uL"))
    assert [notice.code for notice in model.to_confirm] == ["wbc_unit_swapped"]
    hands.to("It is right as entered")
    hands.press(Qt.Key.Key_Return)
    assert model.to_confirm == ()
    hands.to(f"{row.editor.question}: number")
    hands.write("43")
    row.take()
    assert [notice.code for notice in model.to_confirm] == ["wbc_unit_swapped"]


def test_a_birth_date_becomes_the_age_at_once_and_is_dropped(row, model, hands):
    row = row(BIRTH)
    model.answer(DIAGNOSIS, date(2026, 4, 14))
    row.focus()
    hands.day(row.editor.question, date(2021, 2, 10))
    row.leave()
    assert model.case.get(AGE) == Age(5, 2)
    assert BIRTH not in model.case.answers
    assert row.editor.raw() is None
    assert any("never saved" in text for text in row.notices.texts)


def test_a_birth_date_waits_for_the_day_of_diagnosis(row, model, hands):
    row = row(BIRTH)
    row.focus()
    hands.day(row.editor.question, date(2021, 2, 10))
    row.leave()
    assert model.birth_waits
    assert AGE not in model.case.answers
    model.answer(DIAGNOSIS, date(2026, 4, 14))
    assert model.case.get(AGE) == Age(5, 2)
    assert row.editor.raw() is None
    model.answer(DIAGNOSIS, date(2026, 3, 1))
    assert model.case.get(AGE) == Age(5, 0)


def test_a_birth_after_the_diagnosis_must_be_put_right(row, model, hands):
    row = row(BIRTH)
    model.answer(DIAGNOSIS, date(2020, 4, 14))
    row.focus()
    hands.day(row.editor.question, date(2021, 2, 10))
    row.leave()
    assert [problem.code for problem in model.problems_of(BIRTH)] == ["born_after_diagnosis"]
    assert row.editor.raw() is not None
    hands.to(f"{row.editor.question}: year")
    hands.write("2016")
    row.leave()
    assert model.case.get(AGE) == Age(4, 2)
    assert not model.problems_of(BIRTH)


def test_dates_in_the_wrong_order_are_said_at_the_later_one(row, model):
    started = FeatureId("start_of_treatment")
    model.answer(SITUATION, "first_treatment")
    model.answer(DIAGNOSIS, date(2026, 4, 14))
    row = row(started)
    model.answer(started, date(2026, 4, 1))
    assert any("before one that should be earlier" in text for text in row.notices.texts)


def test_a_completing_question_shows_only_after_a_yes(tools, model, desk, show):
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    page = QWidget()
    column = QVBoxLayout(page)
    row = QuestionRow(tools, model, desk.core.clock, desk.core.release.dictionary[HOW])
    column.addWidget(row)
    row.refresh()
    show(page)
    assert row.isHidden()
    model.answer(SLOW, "yes")
    assert row.isVisible()


def test_help_opens_in_place_and_names_its_sources(row, hands):
    row = row(WBC)
    row.toggle_help()
    assert row._help.isVisible()
    row.toggle_help()
    assert row._help.isHidden()
