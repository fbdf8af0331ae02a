"""The lock: nothing of the child is left to read, nothing is lost, and only a passphrase opens it again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from allcounsel.domain.case import LABEL
from allcounsel.system.keys import Cost, KeyFile
from allcounsel.ui.gate.idle import NOTICE, IdleWatch
from allcounsel.ui.main_window import MainWindow
from gui.conftest import NOW

GOOD = "correct horse battery"
CANARY = "Ward 7 bed 12"


@pytest.fixture
def vault(core, tmp_path):
    keys = KeyFile(tmp_path / "data" / "store.keys", core.clock, Cost(n=2))
    keys.set_up("Sam", GOOD)
    return keys


@pytest.fixture
def locked_window(qtbot, look, desk, vault, hands):
    """A window with a child that has the canary for an id; F12 locks it."""
    window = MainWindow(look, desk, vault)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_practice("standard-for-now")
    window.consultation.model.answer(LABEL, CANARY)
    window.consultation.go("result")
    yield window
    if window.locker.is_locked:
        window.locker._unlock()
    window.close()
    window.close()
    window.deleteLater()


def words_to_be_seen():
    """Every word of every visible widget, and what a screen reader would be told of it."""
    for window in QApplication.topLevelWidgets():
        for widget in [window, *window.findChildren(QWidget)]:
            if widget.isVisible():
                yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
                yield widget.toolTip()
                if isinstance(widget, QLabel | QLineEdit):
                    yield widget.text()
                if hasattr(widget, "text") and callable(widget.text):
                    yield str(widget.text())


def unlock(window, hands, qtbot, secret=GOOD):
    hands.write(secret)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.locker.is_locked or bool(window.locker.curtain.fault.text))


def test_f12_leaves_nothing_of_the_child_to_read(locked_window, hands):
    assert CANARY in " ".join(words_to_be_seen())
    QApplication.clipboard().setText(CANARY)
    hands.press(Qt.Key.Key_F12)
    assert locked_window.locker.is_locked
    said = " ".join(words_to_be_seen())
    assert "Locked" in said
    for leak in (CANARY, "Standard risk", "five years", "for now"):
        assert leak not in said
    assert CANARY not in QApplication.clipboard().text()
    assert hands.name == "Passphrase"


def test_the_family_view_and_a_dialog_go_with_it(locked_window, hands, qtbot):
    locked_window.consultation.toggle_family()
    family = locked_window.consultation.family
    assert family.isVisible()
    dialog = QDialog(locked_window)
    dialog.setWindowTitle(CANARY)
    dialog.show()
    locked_window.locker.lock()
    assert not dialog.isVisible()
    assert locked_window.consultation.family is None
    assert not family.isVisible()
    assert CANARY not in " ".join(words_to_be_seen())


def test_the_passphrase_brings_everything_back_with_the_focus(locked_window, hands, qtbot):
    focused = hands.focus
    hands.press(Qt.Key.Key_F12)
    unlock(locked_window, hands, qtbot, "wrong")
    assert locked_window.locker.is_locked
    unlock(locked_window, hands, qtbot)
    assert not locked_window.locker.is_locked
    assert hands.focus is focused
    assert locked_window.consultation.model.label == CANARY


def test_no_key_of_the_program_gets_past_the_lock(locked_window, hands):
    hands.press(Qt.Key.Key_F12)
    curtain = locked_window.locker.curtain
    for key in (Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_Slash, Qt.Key.Key_Comma, Qt.Key.Key_E, Qt.Key.Key_P):
        hands.ctrl(key)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_Escape, Qt.Key.Key_F12):
        hands.press(key)
    assert locked_window._sheets.currentWidget() is curtain
    assert locked_window.consultation.family is None
    assert CANARY not in " ".join(words_to_be_seen())


def test_what_was_half_typed_is_there_again(locked_window, hands, qtbot):
    locked_window.consultation.go("blood")
    hands.to("White cell count at diagnosis: number")
    hands.write("18.4 and more")
    hands.press(Qt.Key.Key_F12)
    assert locked_window.close() is False
    assert locked_window.locker.is_locked
    assert "half written" in locked_window.locker.curtain.note.text_without_marks()
    unlock(locked_window, hands, qtbot)
    assert "18.4 and more" in [line.text() for line in locked_window.findChildren(QLineEdit)]


def test_in_practice_one_press_goes_on(window, hands):
    window.open_practice("standard-for-now")
    hands.press(Qt.Key.Key_F12)
    assert window.locker.is_locked
    assert hands.name == "Go on"
    hands.press(Qt.Key.Key_Return)
    assert not window.locker.is_locked


# ---- nobody there
class Clock:
    def __init__(self):
        self.moment = NOW

    def now(self):
        return self.moment

    def passes(self, **span):
        self.moment += timedelta(**span)


@pytest.fixture
def watch(qapp):
    clock, parent = Clock(), QObject()
    watch = IdleWatch(clock, parent)
    watch.heard = []
    watch.idle.connect(lambda: watch.heard.append("idle"))
    watch.soon.connect(lambda on: watch.heard.append("soon" if on else "back"))
    watch.clock, watch.parent_kept = clock, parent
    watch.allow(5)
    yield watch
    watch.allow(None)
    parent.deleteLater()


def test_after_the_time_it_locks_and_half_a_minute_before_it_says_so(watch):
    watch.clock.passes(minutes=5, seconds=-NOTICE.seconds - 1)
    watch.look()
    assert watch.heard == []
    watch.clock.passes(seconds=1)
    watch.look()
    watch.look()
    assert watch.heard == ["soon"]
    watch.clock.passes(seconds=NOTICE.seconds)
    watch.look()
    assert watch.heard == ["soon", "idle"]


def test_a_key_in_a_window_begins_the_time_anew(watch, show):
    line = QLineEdit()
    window = show(line)
    handle = (window if window is not None else line.window()).windowHandle()
    watch._watch(handle)
    watch.clock.passes(minutes=4, seconds=45)
    watch.look()
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert watch.heard == ["soon", "back"]
    watch.clock.passes(minutes=4)
    watch.look()
    assert watch.heard == ["soon", "back"]


def test_after_a_sleep_of_the_laptop_it_locks_at_once_and_a_clock_put_back_does_not_keep_it_open(watch):
    watch.clock.passes(days=-1)
    watch.look()
    watch.clock.passes(minutes=5)
    watch.look()
    assert watch.heard == ["idle"]
    watch.clock.passes(hours=9)
    watch.look()
    assert watch.heard == ["idle", "idle"]


def test_the_time_is_chosen_in_the_settings_and_practice_never_locks_by_itself(locked_window, window):
    assert locked_window.locker.idle._limit == timedelta(minutes=5)
    locked_window.preferences.choose_lock_minutes(15)
    assert locked_window.locker.idle._limit == timedelta(minutes=15)
    assert window.locker.idle._limit is None


def test_the_notice_before_stands_in_the_window_and_goes(locked_window):
    locked_window.locker.idle.soon.emit(True)
    assert "locks in 30 seconds" in locked_window.locker.notice.text
    assert locked_window.locker.notice.isVisible()
    locked_window.locker.idle.soon.emit(False)
    assert not locked_window.locker.notice.isVisible()
