"""Nothing of one child is left anywhere once another is open: widgets, titles, clipboard, files, paper."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from allcounsel.domain.answers import GeneResult
from allcounsel.domain.case import LABEL
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.handout.making import Preview

CANARIES = {
    LABEL: "Canary7Label",
    FeatureId("slow_response"): "yes",
    FeatureId("slow_response_definition"): "Canary7Definition",
    FeatureId("genetics.kmt2a_r"): GeneResult("not_detected", "Canary7Method"),
    FeatureId("team_group.group"): "high",
    FeatureId("team_group.reason"): "Canary7Reason",
}
CANARY = "Canary7"
WORDS = ("text", "accessibleName", "accessibleDescription", "toolTip", "windowTitle", "placeholderText")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))


def strings():
    """Every string that any widget of the program holds, shown or hidden."""
    for widget in QApplication.allWidgets():
        for name in WORDS:
            value = getattr(widget, name, None)
            said = value() if callable(value) else ""
            if isinstance(said, str) and said:
                yield f"{type(widget).__name__}.{name}", said


def leaks():
    return [(where, said) for where, said in strings() if CANARY in said]


def first_child(window, child):
    """A child full of canaries, seen on every page, in the family view, tried out, and put on paper."""
    case = child("standard-for-now")
    for name, answer in CANARIES.items():
        case = case.with_answer(name, answer)
    window._open(CaseModel(window.desk, case))
    consultation = window.consultation
    for place in consultation.book._places:
        consultation._show(place)
    consultation.go("result")
    consultation.page.band.button.click()
    for step in ("reference", "what-if"):
        consultation.go(step)
    consultation.toggle_family()
    for _ in consultation.family.talk.ideas:
        consultation.family.forward()
    consultation.go("handout")
    consultation.page.check.box.setChecked(True)
    consultation.page.check.name.setText(f"{CANARY}Initials")
    return consultation


def gone(qtbot):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(10)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_canaries_are_seen_while_their_child_is_open(window, child):
    first_child(window, child)
    said = " ".join(said for _, said in leaks())
    assert all(f"{CANARY}{part}" in said for part in ("Label", "Definition", "Method", "Reason", "Initials"))


@pytest.mark.parametrize("way", ["new", pytest.param("practice", marks=pytest.mark.soak), "home"])
def test_nothing_of_a_child_is_left_in_any_widget_title_or_clipboard(window, child, qtbot, way):
    first_child(window, child)
    ways = {
        "new": window.start_new,
        "practice": lambda: window.open_practice("t-cell"),
        "home": window.go_home,
    }
    ways[way]()
    gone(qtbot)
    assert leaks() == []
    assert CANARY not in QGuiApplication.clipboard().text()
    assert CANARY not in " ".join(widget.windowTitle() for widget in QApplication.topLevelWidgets())


def test_no_title_holds_anything_of_a_child_while_it_is_open(window, child):
    first_child(window, child)
    assert not [w.windowTitle() for w in QApplication.topLevelWidgets() if CANARY in w.windowTitle()]


def test_the_family_view_never_holds_the_id_or_the_teams_words(window, child):
    consultation = first_child(window, child)
    inside = consultation.family.findChildren(QWidget)
    held = [said for widget in inside for name in WORDS if (said := _said(widget, name)) and CANARY in said]
    assert held == []


def _said(widget, name):
    value = getattr(widget, name, None)
    said = value() if callable(value) else ""
    return said if isinstance(said, str) else ""


def test_the_next_childs_paper_and_file_hold_nothing_of_the_first(window, child, qtbot, hands, saved_to):
    first_child(window, child)
    window.open_practice("t-cell")
    gone(qtbot)
    window.consultation.go("handout")
    page = window.consultation.page
    assert page.check.name.text() == ""
    assert not page.check.box.isChecked()
    page.check.box.setChecked(True)
    page.check.name.setText("B")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.check.box.setFocus()
    with qtbot.waitSignal(page.saver.saved, timeout=60_000) as where:
        hands.ctrl(Qt.Key.Key_E)
    path = where.args[0]
    assert CANARY not in path
    content = io.BytesIO(Path(path).read_bytes())
    pdf = pypdfium2.PdfDocument(content)
    said = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert CANARY not in said
    assert CANARY.encode() not in content.getvalue()
    assert len(said) > 1000
