"""Every kind of question has its editor; what is shown comes back, what is typed is never changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from allcounsel.domain.answers import Age, GeneResult, Mrd, WhiteCount
from allcounsel.domain.feature import FeatureKind
from allcounsel.domain.ids import FeatureId
from allcounsel.services.answer_reading import read_answer
from allcounsel.ui.tab_order import focus_first
from allcounsel.ui.wizard.editors import EDITORS, editor_for
from allcounsel.ui.wizard.fields.base import FieldEditor, Unfinished

ANSWERS = [
    ("label", "Child 7"),
    ("situation", "relapse"),
    ("date_of_diagnosis", date(2026, 4, 14)),
    ("age_at_diagnosis", Age(5, 2)),
    ("age_at_diagnosis", Age(0)),
    ("wbc_at_diagnosis", WhiteCount(Decimal("49.95"), "10*9/L")),
    ("wbc_at_diagnosis", WhiteCount(Decimal(18400), "/uL")),
    ("genetics.bcr_abl1", GeneResult("failed")),
    ("genetics.kmt2a_r", GeneResult("not_detected", "FISH")),
    ("genetics.chromosome_number", 46),
    ("genetics.dna_index", Decimal("1.10")),
    ("end_of_induction.mrd", Mrd("flow", percent=Decimal("0.05"))),
    ("end_of_induction.mrd", Mrd("unknown", below=Decimal("0.001"))),
    ("relapse.sites", ("marrow", "cns")),
]


@pytest.fixture
def editor(tools, desk, show):
    def make(feature_id):
        return show(editor_for(tools, desk.core.release.dictionary[FeatureId(feature_id)]))

    return make


def test_every_kind_of_question_has_an_editor():
    assert set(EDITORS) == set(FeatureKind)
    assert all(issubclass(editor, FieldEditor) for editor in EDITORS.values())


@pytest.mark.parametrize(("feature_id", "answer"), ANSWERS)
def test_an_answer_that_is_shown_comes_back_the_same(editor, desk, feature_id, answer):
    field = editor(feature_id)
    assert field.raw() is None
    field.show_answer(answer)
    reading = read_answer(field.feature, field.raw(), date(2026, 11, 22))
    assert (reading.answer, reading.problems) == (answer, ())
    field.show_answer(None)
    assert field.raw() is None


def test_an_editor_says_nothing_when_it_is_shown_an_answer(editor, qtbot):
    field = editor("wbc_at_diagnosis")
    with qtbot.assertNotEmitted(field.edited), qtbot.assertNotEmitted(field.settled):
        field.show_answer(WhiteCount(Decimal(8), "/uL"))


def test_a_number_waits_for_its_unit_and_the_unit_never_changes_the_number(editor, hands):
    field = editor("wbc_at_diagnosis")
    focus_first(field)
    hands.write("18.4")
    assert isinstance(field.raw(), Unfinished)
    hands.pick(f"{field.question}, unit", "per\u00a0µL")
    assert field.raw() == {"value": Decimal("18.4"), "unit": "/uL"}
    hands.walk(f"{field.question}, unit: ×\u00a010⁹/L")
    hands.press(Qt.Key.Key_Space)
    assert field.raw() == {"value": Decimal("18.4"), "unit": "10*9/L"}
    assert field.number.text() == "18.4"
    assert "per\u00a0µL" in field._changed.text()


@pytest.mark.parametrize(
    ("feature_id", "typed"),
    [
        ("wbc_at_diagnosis", "eighteen"),
        ("genetics.dna_index", "1,2,3"),
        ("age_at_diagnosis", "about 5"),
        ("date_of_diagnosis", "x"),
    ],
)
def test_what_cannot_be_read_stays_as_it_was_typed(editor, hands, feature_id, typed):
    field = editor(feature_id)
    focus_first(field)
    hands.write(typed)
    assert isinstance(field.raw(), Unfinished)
    assert hands.focus.text() == typed[: hands.focus.maxLength()]


def test_a_date_needs_its_three_parts_and_four_figures_for_the_year(editor, hands):
    field = editor("date_of_diagnosis")
    focus_first(field)
    hands.write("14")
    assert isinstance(field.raw(), Unfinished)
    hands.press(Qt.Key.Key_Tab)
    hands.write("4")
    hands.press(Qt.Key.Key_Tab)
    hands.write("26")
    assert isinstance(field.raw(), Unfinished)
    hands.write("2026")
    assert field.raw() == "2026-04-14"


def test_a_day_that_is_not_in_the_calendar_reaches_the_reader_and_is_refused(editor):
    field = editor("date_of_diagnosis")
    for line, text in zip(field.parts.parts, ("31", "2", "2026"), strict=True):
        line.setText(text)
    reading = read_answer(field.feature, field.raw(), date(2026, 11, 22))
    assert [problem.code for problem in reading.problems] == ["not_a_date"]


@pytest.mark.parametrize("missing", ["what", "number", "method"])
def test_mrd_says_which_of_its_three_parts_is_missing(editor, missing):
    field = editor("end_of_induction.mrd")
    field.show_answer(Mrd("flow", percent=Decimal("0.5")))
    {
        "what": field.what.show_values,
        "number": lambda: field.number.setText(""),
        "method": field.methods.show_values,
    }[missing]()
    assert isinstance(field.raw(), Unfinished)


def test_the_method_of_a_gene_test_is_asked_once_there_is_a_result(editor, hands):
    field = editor("genetics.bcr_abl1")
    focus_first(field)
    assert field.method.isHidden()
    hands.walk(f"{field.question}: Found")
    hands.press(Qt.Key.Key_Space)
    assert field.method.isVisible()
    hands.to(f"{field.question}: method")
    hands.write("PCR")
    assert field.raw() == {"result": "detected", "method": "PCR"}
    hands.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    hands.walk(f"{field.question}: Test failed")
    hands.press(Qt.Key.Key_Space)
    assert field.raw() == "failed"


def test_tab_comes_to_a_group_once_and_arrows_walk_in_it(editor, hands):
    field = editor("situation")
    focus_first(field)
    assert hands.name == f"{field.question}: First treatment"
    hands.press(Qt.Key.Key_Right)
    assert hands.name == f"{field.question}: Not in remission after induction"
    assert field.raw() is None
    hands.press(Qt.Key.Key_Return)
    assert field.raw() == "refractory"
    hands.press(Qt.Key.Key_Up)
    assert field.raw() == "refractory"
    field.segments.cells[0].clearFocus()
    assert [cell.value for cell in field.segments.cells if cell.focusPolicy() & Qt.FocusPolicy.TabFocus] == [
        "refractory"
    ]


def test_the_wheel_changes_nothing(editor):
    field = editor("wbc_at_diagnosis")
    field.show_answer(WhiteCount(Decimal(8), "/uL"))
    place = QPointF(field.number.rect().center())
    wheel = QWheelEvent(
        place,
        field.number.mapToGlobal(place),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.number, wheel)
    assert field.raw() == {"value": Decimal(8), "unit": "/uL"}


def test_several_answers_can_be_picked_and_let_go(editor, hands):
    field = editor("relapse.sites")
    focus_first(field)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Space)
    assert field.raw() == ["marrow", "cns"]
    hands.press(Qt.Key.Key_Space)
    assert field.raw() == ["marrow"]


@pytest.mark.parametrize(("text", "write"), [("60,000", "60000 or 60."), ("42.000", "42000 or 42.")])
def test_a_count_with_a_mark_for_thousands_is_not_taken_for_a_thousandth(editor, text, write):
    field = editor("wbc_at_diagnosis")
    field.units.show_values("/uL")
    field.number.setText(text)
    unfinished = field.raw()
    assert isinstance(unfinished, Unfinished)
    assert write in unfinished.why
    field.number.setText("60000")
    assert field.raw() == {"value": Decimal(60000), "unit": "/uL"}
