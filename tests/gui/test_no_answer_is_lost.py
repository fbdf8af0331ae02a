"""No answer is lost, and nothing typed is silently overwritten: whatever contradicts, is half written, or is
left too early.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from allcounsel.domain.answers import Absent, Age, Mrd, WhiteCount
from allcounsel.domain.case import AGE, BIRTH, DIAGNOSIS, LABEL, SITUATION, Case
from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.domain.ids import FeatureId
from allcounsel.services.case_library import AssessedBy
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.parts.words import Marked

WBC, SLOW, HOW, BCR = map(
    FeatureId, ("wbc_at_diagnosis", "slow_response", "slow_response_definition", "genetics.bcr_abl1")
)
START = FeatureId("start_of_treatment")
AT, END, REMISSION, ON = map(
    FeatureId,
    ("relapse.date", "relapse.end_of_treatment", "relapse.first_remission", "relapse.on_treatment"),
)
TEAM = FeatureId("team_group.group")
DAY8, MARROW = map(FeatureId, ("day8_blood_mrd", "end_of_induction.mrd"))


def texts(widget):
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return [label.text_without_marks() if isinstance(label, Marked) else label.text() for label in labels]


@pytest.fixture
def person(window, hands, words):
    """A clinician at the practice window, by keys."""
    return Person(window, hands, words)


class Person:
    def __init__(self, window, hands, words):
        self.window, self.hands, self.words = window, hands, words

    @property
    def consultation(self):
        return self.window.consultation

    @property
    def model(self):
        return self.consultation.model

    def begin(self, label="Ward 7", situation="first_treatment"):
        self.hands.ctrl(Qt.Key.Key_N)
        if label:
            self.answer(LABEL, label)
        if situation:
            self.answer(SITUATION, situation)

    def at(self, feature_id):
        self.consultation.go_to_question(feature_id)
        return self.row(feature_id)

    def row(self, feature_id):
        return next(row for row in self.consultation.page.rows if row.feature.id == feature_id)

    def answer(self, feature_id, answer):
        row = self.at(feature_id)
        self.hands.answer(self.words, row.feature, answer)
        self.hands.press(Qt.Key.Key_Tab)
        return row

    def born(self, day):
        row = self.at(BIRTH)
        self.hands.day(row.editor.question, day)
        self.hands.press(Qt.Key.Key_Tab)
        return row

    def write(self, feature_id, text):
        row = self.at(feature_id)
        self.hands.write(text)
        return row

    def go_home(self):
        self.hands.to("Home")
        self.hands.press(Qt.Key.Key_Return)

    def open_again(self, label="Ward 7"):
        self.hands.to(*[button.accessibleName() for button in self.seen() if button.text() == label])
        self.hands.press(Qt.Key.Key_Return)

    def seen(self):
        from allcounsel.ui.parts.row_button import RowButton

        rows = self.window.desktop.home.findChildren(RowButton)
        return [row for row in rows if row.objectName().startswith("case-") and row.isVisible()]

    @property
    def asked(self):
        """What is asked before a child with something unfinished is left; empty where nothing is."""
        notice = self.consultation.leaving
        return notice.text.replace("**", "") if notice.isVisible() else ""


# ---- 1. answers that contradict each other
CONTRADICTIONS = {
    "slow response without its definition": ("first_treatment", {SLOW: "yes"}, HOW),
    "treatment before the diagnosis": (
        "first_treatment",
        {DIAGNOSIS: date(2026, 5, 1), START: date(2026, 4, 1)},
        START,
    ),
    "relapse before the remission": (
        "relapse",
        {REMISSION: date(2026, 5, 1), AT: date(2026, 4, 1)},
        AT,
    ),
    "on treatment that has ended": (
        "relapse",
        {AT: date(2026, 5, 1), ON: "yes", END: date(2026, 4, 1)},
        ON,
    ),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_child_whose_answers_contradict_each_other_opens_again_with_all_of_them(person, name):
    situation, answers, wrong = CONTRADICTIONS[name]
    person.begin(situation=situation)
    for feature_id, answer in answers.items():
        person.answer(feature_id, answer)
    assert person.consultation.bottom.state.text().startswith("Saved 14:02")
    before = dict(person.model.case.answers)
    person.go_home()
    person.open_again()
    assert dict(person.model.case.answers) == before
    assert [problem.field for problem in person.model.problems] == [wrong]
    person.consultation.go("review")
    question = person.words.question(wrong)
    assert [text for text in texts(person.consultation.page) if text.startswith(f"{question}. ")]
    person.consultation._show(person.consultation.book.place_of_question(wrong))
    assert person.row(wrong).notices.texts


def test_the_bar_names_no_group_while_answers_contradict_but_keeps_the_team_s(window):
    window.open_practice("standard-for-now")
    consultation = window.consultation
    bar, model = consultation.bar, consultation.model
    assert bar.group.text() == "Standard risk, for\u00a0now"
    model.answer(DIAGNOSIS, date(2026, 5, 1))
    model.answer(START, date(2026, 4, 1))
    assert bar.group.text() == "No group yet"
    model.answer(TEAM, "high")
    assert bar.group.text().endswith("your team's decision")
    model.answer(TEAM, None)
    model.answer(START, date(2026, 5, 1))
    assert bar.group.text() == "Standard risk, for\u00a0now"


@pytest.mark.parametrize("name", ["standard-for-now", "relapse-marrow", "refractory"])
def test_every_row_of_a_child_that_is_opened_again_shows_the_answer_that_is_kept(window, child, name):
    model = CaseModel(window.desk, child(name))
    model.save()
    window.open_saved(model.case_id)
    consultation = window.consultation
    read = {}
    for place in filter(consultation.book.is_question, consultation.book._places):
        consultation._show(place)
        for row in consultation.page.rows:
            answer, problems = row._read()
            assert not problems
            read[row.feature.id] = Absent(row._state) if row._state in ("pending", "unknown") else answer
    asked = {feature_id: answer for feature_id, answer in model.case.answers.items() if feature_id in read}
    asked = {key: answer for key, answer in asked.items() if answer != "not_applicable"}
    assert {key: answer for key, answer in read.items() if answer is not None} == asked
    assert len(asked) > 10


def test_a_day_that_this_laptops_clock_has_not_reached_is_shown_as_a_problem_and_not_refused(window):
    case = Case().with_answer(SITUATION, "first_treatment").with_answer(DIAGNOSIS, date(2026, 12, 24))
    model = CaseModel(window.desk, case)
    model.save()
    window.open_saved(model.case_id)
    assert window.consultation.model.case.answers == case.answers
    assert [p.code for p in window.consultation.model.problems_of(DIAGNOSIS)] == ["date_in_future"]


def test_a_child_saved_with_a_question_that_is_not_known_here_is_told_truthfully_and_stays(window):
    answers = {"situation": "first_treatment", "genetics": {"xyz1": "detected"}}
    digest = window.desk.core.release.digest
    record = window.desk.library.save(answers, AssessedBy(digest, "provisional", "standard"), practice=True)
    window.open_saved(record.id)
    assert window.consultation is None
    said = window.desktop.home.fault.text
    assert "genetics.xyz1" in said
    assert "detected" not in said
    assert window.desk.library.open(record.id) == record


def test_what_contradicts_on_a_page_that_is_not_asked_now_does_not_stand_in_the_way(model):
    model.answer(SITUATION, "relapse")
    model.answer(REMISSION, date(2026, 5, 1))
    model.answer(AT, date(2026, 4, 1))
    assert [problem.field for problem in model.problems] == [AT]
    model.answer(SITUATION, "first_treatment")
    assert model.problems == ()
    model.answer(SITUATION, "relapse")
    assert [problem.field for problem in model.problems] == [AT]
    assert model.case.get(AT) == date(2026, 4, 1)


# ---- 2. the age that was typed, and the age by two dates
def in_any_order():
    from itertools import permutations

    return ["-".join(order) for order in permutations(("birth", "age", "diagnosis"))]


@pytest.mark.parametrize("order", in_any_order())
def test_an_age_and_dates_that_disagree_are_named_at_both_and_the_typed_age_stays(person, order):
    person.begin()
    steps = {
        "birth": lambda: person.born(date(2020, 1, 1)),
        "age": lambda: (clear_age(person), person.answer(AGE, Age(4))),
        "diagnosis": lambda: person.answer(DIAGNOSIS, date(2026, 5, 1)),
    }
    for step in order.split("-"):
        steps[step]()
    assert person.model.case.get(AGE) == Age(4)
    for feature_id in (AGE, BIRTH):
        row = person.at(feature_id)
        assert any("The age and the dates do not agree." in text for text in row.notices.texts), feature_id
    assert person.row(BIRTH).editor.raw() == "2020-01-01"


def clear_age(person):
    """As a person does who types another age: months that stand there are taken away."""
    row = person.at(AGE)
    for line in (row.editor.months, row.editor.years):
        line.setFocus()
        person.hands.write("")
        person.hands.press(Qt.Key.Key_Delete)


def test_the_age_by_the_dates_can_be_taken_with_one_key(person):
    person.begin()
    person.answer(AGE, Age(4))
    person.born(date(2020, 1, 1))
    person.answer(DIAGNOSIS, date(2026, 5, 1))
    person.at(AGE)
    person.hands.to("Take 6\u00a0years 4\u00a0months")
    person.hands.press(Qt.Key.Key_Return)
    assert person.model.case.get(AGE) == Age(6, 4)
    assert person.model.problems == ()
    assert person.row(AGE).editor.years.text() == "6"
    assert person.row(BIRTH).editor.raw() is None


def test_an_age_that_agrees_with_the_dates_stays_as_it_was_typed(person):
    person.begin()
    person.answer(AGE, Age(6))
    person.born(date(2020, 1, 1))
    person.answer(DIAGNOSIS, date(2026, 5, 1))
    assert person.model.case.get(AGE) == Age(6)
    assert person.model.problems == ()


def test_an_age_by_the_dates_follows_them(person):
    person.begin()
    person.born(date(2020, 1, 1))
    person.answer(DIAGNOSIS, date(2026, 5, 1))
    assert person.model.case.get(AGE) == Age(6, 4)
    person.answer(DIAGNOSIS, date(2026, 6, 1))
    assert person.model.case.get(AGE) == Age(6, 5)
    person.born(date(2021, 1, 1))
    assert person.model.case.get(AGE) == Age(5, 5)
    assert person.row(AGE).editor.years.text() == "5"


def test_a_half_written_age_is_not_written_over_by_the_dates(person):
    person.begin()
    person.write(AGE, "about")
    person.born(date(2020, 1, 1))
    person.answer(DIAGNOSIS, date(2026, 5, 1))
    assert person.row(AGE).editor.years.text() == "about"
    assert AGE not in person.model.case.answers


def test_a_birth_date_that_waits_says_that_it_is_not_saved(person):
    person.begin()
    row = person.born(date(2020, 1, 1))
    assert row.notices.texts == (
        "Not saved: a birth date only gives the age. Add the date of diagnosis, or write the age instead.",
    )
    person.go_home()
    assert "Date of birth" in person.asked
    person.go_home()
    assert person.consultation is None
    person.open_again()
    assert "date_of_birth" not in person.window.desk.library.open(person.model.case_id).answers


def test_a_birth_date_that_waits_keeps_nobody_who_wrote_the_age(person):
    person.begin()
    person.born(date(2020, 1, 1))
    person.answer(AGE, Age(4))
    assert person.row(BIRTH).notices.texts == ("Not saved, and not needed: the age below counts.",)
    person.go_home()
    assert person.consultation is None


def test_after_opening_again_another_day_of_diagnosis_asks_to_look_at_the_age(person):
    person.begin()
    person.born(date(2020, 1, 1))
    person.answer(DIAGNOSIS, date(2026, 5, 1))
    person.go_home()
    person.open_again()
    assert person.model.case.get(AGE) == Age(6, 4)
    person.answer(DIAGNOSIS, date(2025, 5, 1))
    assert person.model.case.get(AGE) == Age(6, 4)
    row = person.at(AGE)
    assert any("The date of diagnosis changed." in text for text in row.notices.texts)
    person.hands.to("The age is right")
    person.hands.press(Qt.Key.Key_Return)
    assert row.notices.texts == ()


def test_after_opening_again_a_birth_date_that_disagrees_is_named_and_the_age_stays(person):
    person.begin()
    person.answer(AGE, Age(4))
    person.answer(DIAGNOSIS, date(2026, 5, 1))
    person.go_home()
    person.open_again()
    person.born(date(2020, 1, 1))
    assert person.model.case.get(AGE) == Age(4)
    assert {problem.field for problem in person.model.problems} == {AGE, BIRTH}


# ---- 3. left before the situation is chosen
@pytest.mark.parametrize("way", ["home", "quit", "new", "find"])
def test_answers_given_before_the_situation_are_kept_whichever_way_one_leaves(person, way):
    person.begin(situation="")
    person.answer(AGE, Age(4, 2))
    ways = {
        "home": person.go_home,
        "quit": lambda: person.hands.ctrl(Qt.Key.Key_Q),
        "new": lambda: person.hands.ctrl(Qt.Key.Key_N),
        "find": lambda: person.hands.ctrl(Qt.Key.Key_F),
    }
    ways[way]()
    (record,) = person.window.desk.library.find("Ward 7")
    person.window.open_saved(record.id)
    assert dict(person.model.case.answers) == {LABEL: "Ward 7", AGE: Age(4, 2)}


def test_a_child_without_a_situation_stands_among_those_seen_last_and_opens_where_it_was(person):
    person.begin(situation="")
    assert person.consultation.bottom.state.text().startswith("Saved 14:02")
    person.go_home()
    (row,) = person.seen()
    assert row.accessibleName().startswith("Ward 7, Situation not chosen yet · No group yet")
    person.open_again()
    assert person.model.label == "Ward 7"
    person.hands.pick("Situation", "Relapse")
    assert [record.situation for record in person.window.desk.library.find()] == ["relapse"]


def test_a_consultation_in_which_nothing_was_said_leaves_nothing(person):
    person.begin(label="", situation="")
    person.go_home()
    assert person.window.desk.library.find() == ()


def test_leaving_with_answers_that_could_not_be_saved_is_told_first(person, monkeypatch):
    def full(*_, **__):
        raise KnownError(ErrorCode.DISK_FULL)

    person.begin()
    monkeypatch.setattr(person.window.desk.library, "save", full)
    person.answer(AGE, Age(4))
    person.go_home()
    assert "disk is full" in person.asked
    monkeypatch.undo()
    person.go_home()
    assert person.consultation is None
    person.open_again()
    assert person.model.case.get(AGE) == Age(4)


# ---- 4. half written
COUNT = WhiteCount(Decimal(20), "10*9/L")


@pytest.fixture
def with_count(person):
    person.begin()
    person.answer(WBC, COUNT)
    return person


def test_a_half_written_answer_leaves_the_one_before_until_it_is_whole(with_count):
    row = with_count.write(WBC, "18 and a half")
    with_count.hands.press(Qt.Key.Key_Tab)
    assert with_count.model.case.get(WBC) == COUNT
    assert row.editor.number.text() == "18 and a half"
    assert with_count.model.problems_of(WBC)
    assert (
        "Until then the answer stays 20\u00a0×\u00a010⁹/L = 20\u2009000\u00a0per\u00a0µL."
        in row.notices.texts
    )
    with_count.consultation.go("review")
    with_count.write(WBC, "18.5")
    with_count.hands.press(Qt.Key.Key_Tab)
    assert with_count.model.case.get(WBC) == WhiteCount(Decimal("18.5"), "10*9/L")
    assert row.notices.texts == ()


@pytest.mark.parametrize("way", ["home", "back", "quit", "new", "find"])
def test_leaving_with_something_half_written_names_it_first_and_goes_the_second_time(with_count, way):
    person = with_count
    person.write(WBC, "18 and a half")
    if way == "back":
        person.consultation.go("child")

    def leave():
        keys = {"quit": Qt.Key.Key_Q, "new": Qt.Key.Key_N, "find": Qt.Key.Key_F}
        if way == "home":
            person.go_home()
        elif way == "back":
            person.hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        else:
            person.hands.ctrl(keys[way])

    consultation = person.consultation
    leave()
    assert person.consultation is consultation
    assert person.window.isVisible()
    assert person.words.question(WBC) in person.asked
    leave()
    assert person.consultation is not consultation
    (record,) = person.window.desk.library.find("Ward 7")
    assert record.answers["wbc_at_diagnosis"] == {"value": Decimal(20), "unit": "10*9/L"}


def test_from_what_is_asked_before_leaving_a_key_leads_to_the_question(with_count):
    with_count.write(WBC, "18 and a half")
    with_count.consultation.go("review")
    with_count.go_home()
    with_count.hands.to(f"Go to: {with_count.words.question(WBC)}")
    with_count.hands.press(Qt.Key.Key_Return)
    assert with_count.hands.focus.text() == "18 and a half"
    assert not with_count.asked


def test_who_goes_on_after_being_asked_is_asked_again(with_count):
    with_count.write(WBC, "18 and a half")
    with_count.go_home()
    assert with_count.asked
    with_count.answer(AGE, Age(4))
    assert not with_count.asked
    with_count.go_home()
    assert with_count.consultation is not None


def test_a_count_without_its_unit_is_named_before_one_leaves(person):
    person.begin()
    person.write(WBC, "18.4")
    person.go_home()
    assert person.words.question(WBC) in person.asked


def test_an_unfinished_child_that_stands_behind_the_clinics_page_is_shown_before_it_is_left(with_count):
    with_count.write(WBC, "18 and a half")
    with_count.consultation.settle()
    with_count.window._look_up(with_count.window.desktop.show_clinic)
    with_count.hands.ctrl(Qt.Key.Key_N)
    assert with_count.consultation.isVisible()
    assert with_count.words.question(WBC) in with_count.asked


def test_an_answer_that_is_taken_away_is_gone(with_count):
    with_count.at(WBC)
    with_count.hands.write("")
    with_count.hands.press(Qt.Key.Key_Delete)
    with_count.hands.press(Qt.Key.Key_Tab)
    assert WBC not in with_count.model.case.answers
    assert with_count.model.problems == ()


def test_waiting_that_is_let_go_over_something_half_written_does_not_stay(person):
    person.begin()
    row = person.write(WBC, "18 and a half")
    person.hands.to_states(row.editor.question)
    person.hands.press(Qt.Key.Key_Space)
    assert person.model.case.get(WBC) is Absent.PENDING
    person.hands.press(Qt.Key.Key_Space)
    assert WBC not in person.model.case.answers
    assert row.editor.number.text() == "18 and a half"
    assert row.editor.isVisible()


def test_a_half_written_birth_date_that_is_taken_away_again_is_no_problem(person):
    person.begin()
    row = person.write(BIRTH, "14")
    person.hands.press(Qt.Key.Key_Tab)
    assert person.model.problems_of(BIRTH)
    row.focus()
    person.hands.write("")
    person.hands.press(Qt.Key.Key_Delete)
    person.hands.press(Qt.Key.Key_Tab)
    assert person.model.problems == ()


def test_a_half_written_expected_day_stays_to_be_seen_and_is_named_before_one_leaves(person):
    person.begin()
    row = person.answer(BCR, Absent.PENDING)
    person.hands.to(f"{row.editor.question}, expected: day")
    person.hands.write("24")
    person.answer(FeatureId("genetics.kmt2a_r"), Absent.PENDING)
    assert row.due.parts.day.text() == "24"
    person.go_home()
    assert row.editor.question in person.asked
    row = person.at(BCR)
    person.hands.day(f"{row.editor.question}, expected", date(2026, 12, 24))
    person.go_home()
    assert person.consultation is None
    person.open_again()
    assert person.model.case.expected[BCR] == date(2026, 12, 24)


# ---- 5. one value confirmed is one value confirmed
def odd_twice(model):
    odd = Mrd("flow", percent=Decimal("0.0001"))
    for feature_id, answer in ((SITUATION, "first_treatment"), (DAY8, odd), (MARROW, odd)):
        model.answer(feature_id, answer)
    assert [notice.field for notice in model.to_confirm if notice.code == "mrd_fraction"] == [MARROW, DAY8]


def test_confirming_one_value_confirms_no_other_of_the_same_kind(model):
    odd_twice(model)
    model.accept(next(notice for notice in model.to_confirm if notice.field == DAY8))
    assert [notice.field for notice in model.to_confirm] == [MARROW]


@pytest.mark.parametrize("step", ["review", "handout"])
def test_two_odd_values_are_told_apart_and_confirmed_one_by_one(person, monkeypatch, step):
    from allcounsel.ui.handout.making import Preview

    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))
    person.begin()
    odd_twice(person.model)
    person.consultation.go(step)
    for left in (1, 0):
        said = [text for text in texts(person.consultation.page) if "looks like a fraction" in text]
        assert len(set(said)) == left + 1
        person.hands.to("It is right as entered")
        person.hands.press(Qt.Key.Key_Return)
        assert len(person.model.to_confirm) == left
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
