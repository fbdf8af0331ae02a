"""Settings hold at once and are kept; help is one key away everywhere, and names every key there is."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.shell.consultation import Consultation

HANDLED_ELSEWHERE = {"Ctrl+Return", "Ctrl+Enter", "Ctrl++", "Ctrl+Shift+Z"}
"""Other ways to press a key that is listed under its usual name."""


@pytest.fixture
def again(qtbot, look, desk):
    """Opens a second window on the same store, as the next start does."""
    opened = []

    def opened_again():
        window = MainWindow(look, desk)
        opened.append(window)
        return window

    yield opened_again
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.follows_system = True


def test_colours_hold_at_once_and_are_kept(window, hands, look, again):
    hands.ctrl(Qt.Key.Key_Comma)
    hands.pick("Colours", "High contrast")
    assert look.scheme == "high_contrast"
    look.use(scheme="light")
    again()
    assert look.scheme == "high_contrast"


def test_the_systems_colours_can_be_followed_again(window, hands, look):
    hands.ctrl(Qt.Key.Key_Comma)
    hands.pick("Colours", "Dark")
    assert not look.follows_system
    hands.pick("Colours", "As the system")
    assert look.follows_system


@pytest.mark.parametrize(("words", "scale"), [("90%", 0.9), ("200%", 2.0)])
def test_the_size_of_the_words_is_kept_however_it_was_chosen(window, hands, look, again, words, scale):
    hands.ctrl(Qt.Key.Key_Comma)
    hands.pick("Size of the words", words)
    assert look.scale == scale
    look.blockSignals(True)
    look.use(scale=1.0)
    look.blockSignals(False)
    again()
    assert look.scale == scale


def test_what_stands_in_the_store_and_is_no_setting_is_left_alone(desk, look, again):
    desk.settings.put("look-scheme", "pink")
    desk.settings.put("look-scale", "17")
    again()
    assert (look.scheme, look.scale) == ("light", 1.0)


def test_settings_and_help_lead_back_to_the_child(window, hands):
    window.open_practice("t-cell")
    before = window.consultation.place
    for key in (Qt.Key.Key_Comma, Qt.Key.Key_Slash):
        hands.ctrl(key)
        assert not window.consultation.isVisible()
        hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert window.consultation.isVisible()
        assert window.consultation.place == before


@pytest.mark.parametrize("step", ["review", "result", "pathway", "handout", "what-if", "reference"])
def test_f1_helps_on_every_page(window, hands, monkeypatch, step):
    monkeypatch.setattr("allcounsel.ui.handout.page.HandoutPage._make_preview", lambda _: None)
    window.open_practice("standard-for-now")
    window.consultation.go(step)
    hands.press(Qt.Key.Key_F1)
    assert window.desktop.help.isVisible()


@pytest.mark.parametrize("page", ["show_home", "show_find", "show_clinic", "show_settings"])
def test_f1_helps_without_a_child(window, hands, page):
    getattr(window.desktop, page)()
    hands.press(Qt.Key.Key_F1)
    assert window.desktop.help.isVisible()


def test_every_key_of_the_program_stands_in_the_help(window):
    window.open_practice("standard-for-now")
    window.consultation.toggle_family()
    listed = " ".join(key for key, _ in window.desktop.help.all_keys())
    listed = listed.replace("→", "Right").replace("←", "Left")
    known = set(re.split(r"[ ,…]+", listed)) | HANDLED_ELSEWHERE | {"Ctrl+,", "PgDown", "PgUp", "."}
    known |= {f"Ctrl+{number}" for number in range(1, 10)}
    shortcuts = [*window.findChildren(QShortcut), *window.consultation.family.findChildren(QShortcut)]
    pressed = {shortcut.key().toString() for shortcut in shortcuts}
    assert isinstance(window.consultation, Consultation)
    assert pressed - known == set()
    assert {"Ctrl+Z", "F5", "F6", "Ctrl+/"} <= pressed
    window.consultation.toggle_family()
    QApplication.processEvents()
