"""Every practice child goes from an empty consultation to an exported PDF by keys alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from allcounsel.domain.answers import Absent
from allcounsel.domain.case import Case
from allcounsel.domain.ids import FeatureId
from allcounsel.services.wizard_flow import WizardFlow
from allcounsel.ui.handout.making import Preview
from allcounsel.ui.result.team import TEAM

ROOT = Path(__file__).resolve().parents[2]
READER, MEDICINES = FeatureId("family.reader"), FeatureId("medicines")
NUMBERS = FeatureId("family.wants_numbers")


def names():
    """Read without Qt and without our reader, so that collecting stays quick."""
    import yaml

    listed = yaml.safe_load((ROOT / "seeds" / "practice" / "children.yaml").read_text(encoding="utf-8"))
    return [child["name"] for child in listed]


@pytest.fixture(autouse=True)
def no_preview(monkeypatch):
    """Nobody looks at the pages here, and making them twice would double the time; what is saved is real."""
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))


def answer_questions(window, hands, words, case: Case):
    """Every screen of questions in order, the way Ctrl+Enter leads."""
    consultation = window.consultation
    flow = WizardFlow(window.desk.core.release.pages, window.desk.core.release.dictionary)
    while consultation.book.is_question(consultation.place):
        place = consultation.place
        part = flow.parts(place.step, consultation.model.case.situation)[place.part]
        for feature in part.features:
            if feature.id in case.answers:
                hands.answer(words, feature, case.answers[feature.id], case.expected.get(feature.id))
        hands.ctrl(Qt.Key.Key_Return)
    assert consultation.place.step == "review"


def record_team(hands, words, dictionary, case):
    hands.to("Record team decision…")
    hands.press(Qt.Key.Key_Return)
    for feature in TEAM:
        if feature in case.answers:
            hands.answer(words, dictionary[feature], case.answers[feature])
    hands.to("Done")
    hands.press(Qt.Key.Key_Return)


def ask_numbers(hands, words, case):
    wanted = case.answers.get(NUMBERS)
    if wanted not in ("yes", "no"):
        return
    hands.to("Numbers")
    hands.press(Qt.Key.Key_Return)
    hands.pick("Numbers", words.words.option(NUMBERS, wanted))
    hands.to("Done")
    hands.press(Qt.Key.Key_Return)


def same_answers(typed, given, dictionary):
    """Not said, said to be not known, and an unasked preference are the same to everybody."""

    def said(case):
        return {
            feature: frozenset(answer) if isinstance(answer, tuple) else answer
            for feature, answer in case.answers.items()
            if answer not in (Absent.UNKNOWN, "not_asked") and case.situation in dictionary[feature].asked_in
        }

    assert said(typed) == said(given)
    assert dict(typed.expected) == dict(given.expected)


@pytest.mark.parametrize("name", names())
def test_a_practice_child_by_keys(name, window, hands, child, saved_to, qtbot):
    case, core = child(name), window.desk.core
    dictionary = core.release.dictionary
    hands.ctrl(Qt.Key.Key_N)
    words = window.consultation.words
    answer_questions(window, hands, words, case)
    ask_numbers(hands, words, case)
    hands.ctrl(Qt.Key.Key_Return)
    assert window.consultation.place.step == "result"
    if any(feature in case.answers for feature in TEAM):
        record_team(hands, words, dictionary, case)
    hands.ctrl(Qt.Key.Key_Return)
    assert window.consultation.place.step == "handout"
    for feature in (READER, MEDICINES):
        if feature in case.answers:
            hands.answer(words, dictionary[feature], case.answers[feature])

    model = window.consultation.model
    same_answers(model.case, case, dictionary)
    assert model.assessment == core.engine.assess(case)

    while model.to_confirm:
        hands.to("It is right as entered")
        hands.press(Qt.Key.Key_Return)
    hands.to("I have checked the reasons: right child, right result")
    hands.press(Qt.Key.Key_Space)
    hands.to("Name or initials of who checked")
    hands.write("AB")
    hands.ctrl(Qt.Key.Key_E)
    page = window.consultation.page
    with qtbot.waitSignal(page.saver.saved, timeout=60_000) as where:
        pass
    assert_exported(where.args[0], saved_to, window.desk.library, model, case)


def assert_exported(path, asked, library, model, case):
    content = Path(path).read_bytes()
    assert content.startswith(b"%PDF-")
    (kept,) = library.handouts(model.case_id)
    assert library.reprint(kept.id) == content
    assert kept.confirmed_by == "AB"
    (suggestion,) = asked
    label = case.text(FeatureId("label")).replace(" ", "-")
    assert suggestion == f"{label}-handout-2026-11-22.pdf"
    stored = json.loads(json.dumps(library.open(model.case_id).answers, default=str))
    assert "date_of_birth" not in stored
