"""After a crash the child that was open is named: go on with it, begin anew, or be asked again next time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from allcounsel.domain.case import LABEL, SITUATION
from allcounsel.ui.main_window import MainWindow


@pytest.fixture
def start(qtbot, look, desk):
    """Starts the program on the same store; what was open before is dropped as a crash would."""
    opened = []

    def started():
        window = MainWindow(look, desk)
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield started
    for window in opened:
        window.close() or window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def crashed(window):
    window.start_new()
    model = window.consultation.model
    model.answer(LABEL, "Ward 7")
    model.answer(SITUATION, "relapse")
    return model


def test_a_child_that_was_open_is_named_and_gone_on_with(start):
    before = crashed(start())
    again = start()
    home = again.desktop.home
    assert "while **Ward 7** was open" in home.draft.text
    assert home.draft_buttons["restore"].hasFocus()
    home.draft_buttons["restore"].click()
    assert again.consultation.model.case == before.case
    assert again.consultation.model.case_id == before.case_id


def test_starting_clean_keeps_the_child_in_the_store(start):
    before = crashed(start())
    again = start()
    again.desktop.home.draft_buttons["clean"].click()
    assert dict(again.consultation.model.case.answers) == {}
    assert again.desk.library.open(before.case_id).label == "Ward 7"
    again.go_home()
    assert start().desktop.home.draft.isHidden()


def test_later_asks_again_at_the_next_start_whatever_was_done_since(start):
    crashed(start())
    again = start()
    again.desktop.home.draft_buttons["later"].click()
    assert again.desktop.home.draft.isHidden()
    again.open_practice("t-cell")
    again.go_home()
    assert "Ward 7" in start().desktop.home.draft.text


def test_whoever_decides_nothing_is_asked_again(start):
    crashed(start())
    again = start()
    again.open_practice("t-cell")
    again.consultation.model.answer(LABEL, "Ward 9")
    again.go_home()
    assert "Ward 7" in start().desktop.home.draft.text


def test_a_second_crash_forgets_no_child_that_was_put_off(start):
    crashed(start())
    again = start()
    again.desktop.home.draft_buttons["later"].click()
    again.start_new()
    again.consultation.model.answer(LABEL, "Ward 9")
    third = start()
    assert "Ward 9" in third.desktop.home.draft.text
    third.desktop.home.draft_buttons["restore"].click()
    third.go_home()
    assert "Ward 7" in start().desktop.home.draft.text


def test_a_child_that_was_left_as_it_should_be_is_not_asked_about(start):
    window = start()
    crashed(window)
    window.go_home()
    assert start().desktop.home.draft.isHidden()


def test_a_child_without_an_id_is_told_of_too(start):
    window = start()
    window.start_new()
    window.consultation.model.answer(SITUATION, "relapse")
    assert "a child without an id" in start().desktop.home.draft.text


def test_a_mark_of_a_child_that_is_gone_asks_nothing(start, desk):
    desk.settings.put("open-case", "gone")
    assert start().desktop.home.draft.isHidden()
