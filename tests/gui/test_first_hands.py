"""What a nurse and an oncologist stumbled over when they first held the window in their hands, each once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from allcounsel.domain.answers import Absent, Age, GeneResult, Mrd, WhiteCount
from allcounsel.domain.case import AGE, LABEL, LINEAGE, SITUATION, Case
from allcounsel.domain.ids import FeatureId
from allcounsel.services.case_file import read_case
from allcounsel.ui import dialogs
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.parts.words import Marked
from allcounsel.ui.wizard.editors import editor_for
from allcounsel.ui.wizard.row import QuestionRow

WBC, BCR, SLOW = map(FeatureId, ("wbc_at_diagnosis", "genetics.bcr_abl1", "slow_response"))
CONSOLIDATION, DAY_8 = map(FeatureId, ("end_of_consolidation_mrd", "day8_blood_mrd"))
SWAPPED = WhiteCount(Decimal(42), "/uL")


def case_of(*answers):
    case = Case().with_answer(SITUATION, "first_treatment")
    for feature, answer in answers:
        case = case.with_answer(feature, answer)
    return case


def said(widget):
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return [label.text_without_marks() if isinstance(label, Marked) else label.text() for label in labels]


@pytest.fixture
def opened(window):
    """Opens a case on a step."""

    def open_case(case, step="child"):
        consultation = window._open(CaseModel(window.desk, case))
        consultation.begin()
        consultation.go(step)
        return consultation

    return open_case


@pytest.fixture
def row(tools, model, desk, show):
    def make(feature_id):
        return show(QuestionRow(tools, model, desk.core.clock, desk.core.release.dictionary[feature_id]))

    return make


@pytest.fixture
def saved(window):
    """Keeps a case as it would be kept while somebody types, and opens it again."""

    def keep_and_open(case):
        model = CaseModel(window.desk, case)
        model.save()
        assert model.save_fault is None
        window.open_saved(model.case_id)
        return window.consultation

    return keep_and_open


# ---- finding
def test_a_new_search_takes_the_place_of_the_one_before(window, hands):
    for label in ("Ward 6", "Ward7"):
        CaseModel(window.desk, case_of((LABEL, label))).save()
    hands.ctrl(Qt.Key.Key_F)
    QTest.keyClicks(hands.focus, "ward")
    hands.press(Qt.Key.Key_Return)
    hands.ctrl(Qt.Key.Key_Return)
    hands.ctrl(Qt.Key.Key_F)
    assert len(window.desktop.find_page.rows) == 2  # what the box says is what is shown
    QTest.keyClicks(hands.focus, "ward7")
    assert hands.focus.text() == "ward7"
    hands.press(Qt.Key.Key_Return)
    assert hands.name.startswith("Ward7, ")


# ---- questions
def test_tab_comes_to_the_expected_day_right_after_waiting(opened, hands):
    consultation = opened(case_of(), "genes")
    question = consultation.words.question(BCR)
    hands.to_states(question)
    hands.walk(f"{question}: Waiting")
    hands.press(Qt.Key.Key_Space)
    for part, text in (("day", "24"), ("month", "12"), ("year", "2026")):
        hands.press(Qt.Key.Key_Tab)
        assert hands.name == f"{question}, expected: {part}"
        QTest.keyClicks(hands.focus, text)
    hands.press(Qt.Key.Key_Tab)
    assert hands.name.startswith("KMT2A rearrangement")
    assert consultation.model.case.expected[BCR] == date(2026, 12, 24)


def test_the_note_on_a_changed_unit_goes_once_the_number_is_typed_anew(tools, desk, show, hands):
    field = show(editor_for(tools, desk.core.release.dictionary[WBC]))
    field.show_answer(WhiteCount(Decimal(42), "/uL"))
    hands.pick(f"{field.question}, unit", "×\u00a010⁹/L")
    assert "stayed as you typed it" in field._changed.text()
    field.number.setFocus()
    hands.write("43")
    assert field._changed.text() == ""
    assert field._changed.isHidden()


def test_a_number_that_reads_in_two_ways_is_asked_about_at_once_and_never_taken(row, model, hands):
    row = row(WBC)
    row.focus()
    hands.write("60,000")
    hands.pick(f"{row.editor.question}, unit", "per\u00a0µL")
    assert "This can be read in two ways. Write 60000 or 60." in row.notices.texts
    assert WBC not in model.case.answers
    hands.to(f"{row.editor.question}: number")
    hands.write("60000")
    row.take()
    assert row.notices.texts == ()
    assert model.case.get(WBC) == WhiteCount(Decimal(60000), "/uL")


# ---- arrow keys
def test_arrow_keys_stay_in_the_rail(opened, hands):
    consultation = opened(case_of((LABEL, "Ward 7")))
    hands.to("1. Child and visit, you are on this step, 1 open")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        for _ in range(14):
            hands.press(key)
            assert consultation.rail.isAncestorOf(hands.focus)
    assert hands.name.startswith("Numbers: ")
    hands.press(Qt.Key.Key_Up)
    assert hands.focus is consultation.rail.buttons[-1]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        for _ in range(14):
            hands.press(key)
    assert hands.focus is consultation.rail.buttons[0]
    assert consultation.model.case.text(LABEL) == "Ward 7"


def test_no_arrow_key_leads_from_a_button_into_a_line_where_the_next_key_would_replace_what_stands_there(
    opened, hands
):
    consultation = opened(case_of())
    hands.to("Home")
    before = hands.focus
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        hands.press(key)
        assert hands.focus is before
    assert consultation.place.step == "child"


# ---- the rail's tick
def names(consultation):
    return {button.step.id: button.accessibleName() for button in consultation.rail.buttons}


def test_a_step_is_ticked_only_when_nothing_on_it_could_still_change_the_result(opened):
    relapse = Case().with_answer(SITUATION, "relapse").with_answer(LINEAGE, "b_cell")
    consultation = opened(relapse, "review")
    assert any("Still open, and could change the result" in text for text in said(consultation.page))
    assert names(consultation)["genes"] == "3. Type and genes, 1 open"
    consultation.model.answer(BCR, Absent.UNKNOWN)
    assert names(consultation)["genes"] == "3. Type and genes, 1 open"
    consultation.model.answer(BCR, GeneResult("not_detected"))
    assert names(consultation)["genes"] == "3. Type and genes, done"


@pytest.mark.parametrize("child_name", ["standard-for-now", "unknown-heavy", "relapse-marrow", "cns3"])
def test_the_rail_and_the_review_count_the_same_open_answers(window, child_name):
    window.open_practice(child_name)
    consultation = window.consultation
    consultation.go("review")
    flow, model = consultation.book.flow, consultation.model
    listed = [
        feature
        for title, features in consultation.page._sections()
        if "Answered" not in title and "record" not in title
        for feature in features
    ]
    for step, state in consultation.book.states().items():
        if step not in flow.pages(model.case.situation):
            continue
        here = [feature for feature in flow.features(step, model.case.situation) if feature in listed]
        started = any(
            feature.id in model.case.answers for feature in flow.features(step, model.case.situation)
        )
        assert state.open == (len(here) if started else 0), step
        assert not (state.done and here), step


# ---- opening a saved child again
def test_a_saved_child_that_has_a_result_opens_at_its_result(saved):
    child = case_of((AGE, Age(5)), (WBC, WhiteCount(Decimal(18), "10*9/L")))
    assert saved(child).place.step == "result"


def test_a_saved_child_without_a_result_opens_at_its_first_open_question(saved, hands):
    consultation = saved(case_of((AGE, Age(5))))
    assert consultation.place.step == "blood"
    assert hands.name == "White cell count at diagnosis: number"


def test_a_saved_child_whose_answers_contradict_each_other_opens_where_they_must_be_put_right(saved, hands):
    """Somebody said "slow" and was called away before saying by which definition."""
    consultation = saved(case_of((AGE, Age(5)), (WBC, WhiteCount(Decimal(18), "10*9/L")), (SLOW, "yes")))
    assert consultation.place.step == "response"
    assert consultation.model.case.get(SLOW) == "yes"
    assert hands.name.startswith("How your protocol defines")


def test_a_new_consultation_and_a_practice_child_begin_at_the_first_question(window, hands):
    window.open_practice("standard-final")
    assert hands.name == "Clinic's own id"
    hands.ctrl(Qt.Key.Key_N)
    assert hands.name == "Clinic's own id"


# ---- a value to check
def test_a_value_to_check_is_said_before_the_group_in_bar_and_band_with_the_way_to_it(opened, hands):
    child = case_of((AGE, Age(5)), (WBC, SWAPPED))
    consultation = opened(child, "result")
    bar, band = consultation.bar, consultation.page.band
    assert bar.check.text() == "One value has to be checked first"
    assert bar.check.isVisible()
    assert bar.check.x() < bar.group.x()
    assert bar.group.text() == band.title.text() == "Standard risk, for\u00a0now"
    assert band.check.text.startswith("**One value has to be checked first.**")
    assert band.check.mapTo(band, band.check.rect().bottomLeft()).y() < band.title.y()
    hands.to("Go to: White cell count at diagnosis")
    hands.press(Qt.Key.Key_Return)
    assert hands.name == "White cell count at diagnosis: number"
    hands.to("One value has to be checked first. Go to the question")
    hands.press(Qt.Key.Key_Return)
    assert hands.name == "White cell count at diagnosis: number"
    hands.to("It is right as entered")
    hands.press(Qt.Key.Key_Return)
    assert bar.check.isHidden()
    consultation.go("result")
    assert consultation.page.band.check.isHidden()


def test_two_values_of_the_same_oddity_can_both_be_confirmed(opened):
    fraction = Mrd("flow", percent=Decimal("0.0004"))
    other = Mrd("flow", percent=Decimal("0.0003"))
    consultation = opened(case_of((DAY_8, fraction), (CONSOLIDATION, other)))
    model = consultation.model
    assert consultation.bar.check.text() == "2 values have to be checked first"
    for notice in model.to_confirm:
        model.accept(notice)
    assert model.to_confirm == ()
    model.answer(DAY_8, other)  # confirming one never confirms the other
    assert [notice.field for notice in model.to_confirm] == [DAY_8]


# ---- the result
def test_nothing_is_said_of_published_groups_after_a_relapse(opened):
    relapse = Case().with_answer(SITUATION, "relapse")
    consultation = opened(relapse, "result")
    assert not [text for text in said(consultation.page.band) if "published" in text]
    consultation.model.answer(FeatureId("team_group.group"), "high")
    assert not [text for text in said(consultation.page.band) if "published" in text]
    assert "Your team's decision always stands." in said(consultation.page.band)


def test_each_clock_says_how_it_leans_and_why_they_disagree(window):
    window.open_practice("relapse-brain")
    window.consultation.go("result")
    words = said(window.consultation.page)
    clocks = words[words.index("The clocks disagree") :]
    assert clocks[1] == "Of the five, 2 count as sooner and 1 as later. See each below."
    leans = ("counts as sooner", "counts as later", "no statement", "not counted yet")
    assert [text for text in clocks if text in leans] == [
        "counts as later",
        "no statement",
        "not counted yet",
        "counts as sooner",
        "counts as sooner",
    ]
    assert "Still open: Date of first remission." in clocks
    assert any(
        text.startswith("22 months and 10 days from diagnosis, still on treatment: ") for text in clocks
    )
    bare = {word.strip(".,:;").lower() for text in clocks for word in text.split()}
    assert not {"early", "late"} & bare


@pytest.mark.parametrize(
    ("day", "lean"),
    [
        ("2021-07-01", "exactly on the line"),
        ("2022-08-01", "counts as sooner"),
        ("2023-06-01", "counts as later"),
    ],
)
def test_a_clock_on_the_line_leans_nowhere(opened, desk, day, lean):

    relapse = {"sites": ["marrow"], "date": day}
    document = {"situation": "relapse", "date_of_diagnosis": "2020-01-01", "relapse": relapse}
    case = read_case(document, desk.core.release.dictionary, date(2026, 11, 22)).case
    words = said(opened(case, "result").page)
    assert words[words.index("From diagnosis to relapse") + 1] == lean


def test_the_road_in_words_names_the_group_that_the_picture_names(window):
    window.open_practice("standard-for-now")
    window.consultation.go("pathway")
    page = window.consultation.page
    assert "Standard risk, for now." in page.view.node("risk_group").accessibleDescription()
    assert any("Standard risk, for now." in text for text in said(page.in_words.entries["risk_group"]))


# ---- saving
def test_saving_starts_in_the_documents_and_then_where_one_saved_last(qapp, monkeypatch, own_home, tmp_path):
    asked, chosen = [], tmp_path / "ward" / "paper.pdf"
    answers = iter([str(chosen), "", ""])

    def ask(_parent, _title, start, _kinds):
        asked.append(Path(start))
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.chdir(tmp_path)
    (own_home / "Documents").mkdir()
    chosen.parent.mkdir()
    try:
        for name in ("one.pdf", "two.pdf"):
            dialogs.ask_save_path(None, "Save", name, "PDF (*.pdf)")
        chosen.parent.rmdir()
        dialogs.ask_save_path(None, "Save", "three.pdf", "PDF (*.pdf)")
    finally:
        qapp.setProperty("savedIn", None)
    documents = own_home / "Documents"
    assert asked == [documents / "one.pdf", chosen.parent / "two.pdf", documents / "three.pdf"]
