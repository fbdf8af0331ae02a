"""The gate: a first passphrase, the recovery code shown once, unlocking by keys, what a wrong one says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit

from allcounsel.bootstrap import open_clinic
from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.system.keys import FREE_TRIES, Cost, KeyFile
from allcounsel.ui import dialogs
from allcounsel.ui.desk import Desk
from allcounsel.ui.gate.code_sheet import CodeSheet
from allcounsel.ui.gate.unlock import UnlockSheet
from allcounsel.ui.gate.window import GateWindow
from allcounsel.ui.start import Start

GOOD = "correct horse battery"


@pytest.fixture
def vault(core, tmp_path):
    return KeyFile(tmp_path / "data" / "store.keys", core.clock, Cost(n=2))


@pytest.fixture
def gate(look, vault, qtbot):
    """Opens the gate's window."""
    shown = []

    def opened():
        window = GateWindow(look, vault)
        shown.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opened
    for window in shown:
        window.close()
        window.deleteLater()


def set_up(hands, window, name="Sam", secret=GOOD, again=GOOD):
    hands.to("Your name or initials")
    hands.write(name)
    hands.to("Passphrase")
    hands.write(secret)
    hands.to("The same passphrase again")
    hands.write(again)
    hands.press(Qt.Key.Key_Return)


def test_a_first_start_asks_for_a_passphrase_and_shows_the_code_once(gate, vault, hands, qtbot):
    window = gate()
    assert hands.name == "Your name or initials"
    set_up(hands, window)
    qtbot.waitUntil(lambda: isinstance(window.sheet, CodeSheet))
    code = window.sheet.code.text()
    assert hands.name == "Print…"
    assert not window.sheet.go.isEnabled()
    hands.to("The code is in a safe place, on paper")
    hands.press(Qt.Key.Key_Space)
    hands.to("Go on")
    with qtbot.waitSignal(window.opened) as opened:
        hands.press(Qt.Key.Key_Return)
    assert vault.recover(code.replace("\u2011", "-")) == opened.args[0]


@pytest.mark.parametrize(
    ("typed", "said", "focus"),
    [
        ({"name": " "}, "Please write your name or initials.", "Your name or initials"),
        ({"secret": "short", "again": "short"}, "This passphrase is too short.", "Passphrase"),
        ({"again": "correct horse"}, "The two passphrases are not the same.", "The same passphrase again"),
    ],
)
def test_what_is_missing_is_said_and_no_key_is_made(gate, vault, hands, typed, said, focus):
    window = gate()
    set_up(hands, window, **typed)
    assert window.sheet.fault.text == said
    assert hands.name == focus
    assert not vault.exists


def test_the_code_is_printed_on_one_page(gate, hands, qtbot, monkeypatch, tmp_path):
    window = gate()
    set_up(hands, window)
    qtbot.waitUntil(lambda: isinstance(window.sheet, CodeSheet))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "code.pdf"))
    monkeypatch.setattr(dialogs, "ask_printer", lambda *_: printer)
    hands.press(Qt.Key.Key_Return)
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")


def test_the_passphrase_unlocks_and_a_wrong_one_says_how_many_tries_are_left(gate, vault, hands, qtbot):
    key, _ = vault.set_up("Sam", GOOD)
    window = gate()
    assert isinstance(window.sheet, UnlockSheet)
    assert hands.name == "Passphrase"
    hands.write("wrong")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Tries left before a pause: 4" in window.sheet.fault.text)
    assert window.sheet.secret.secret == ""
    hands.write(GOOD)
    with qtbot.waitSignal(window.opened) as opened:
        hands.press(Qt.Key.Key_Return)
    assert opened.args[0] == key
    assert window.sheet.secret.secret == ""


def test_after_some_wrong_ones_it_says_how_long_to_wait(gate, vault, hands, qtbot):
    vault.set_up("Sam", GOOD)
    window = gate()
    for left in [*range(FREE_TRIES - 1, -1, -1), None]:
        hands.write("wrong")
        hands.press(Qt.Key.Key_Return)
        wanted = "Wait 31 seconds" if left is None else f"pause: {left}."
        qtbot.waitUntil(lambda wanted=wanted: wanted in window.sheet.fault.text)


def test_the_recovery_code_unlocks_too(gate, vault, hands, qtbot):
    key, code = vault.set_up("Sam", GOOD)
    window = gate()
    hands.to("Use the recovery code")
    hands.press(Qt.Key.Key_Return)
    assert hands.name == "Recovery code"
    hands.write(code.lower())
    with qtbot.waitSignal(window.opened) as opened:
        hands.press(Qt.Key.Key_Return)
    assert opened.args[0] == key


def test_each_person_is_chosen_by_name(gate, vault, hands, qtbot):
    key, _ = vault.set_up("Sam", GOOD)
    vault.add_person(key, "Kim", "another long one")
    window = gate()
    hands.pick("Who are you?", "Kim")
    hands.to("Passphrase")
    hands.write("another long one")
    with qtbot.waitSignal(window.opened):
        hands.press(Qt.Key.Key_Return)


def test_what_is_typed_is_shown_only_on_request(gate, vault, hands):
    vault.set_up("Sam", GOOD)
    window = gate()
    line = window.sheet.secret.line
    assert line.echoMode() is QLineEdit.EchoMode.Password
    hands.to("Show what I type")
    hands.press(Qt.Key.Key_Space)
    assert line.echoMode() is QLineEdit.EchoMode.Normal


class Door:
    """To a store in a folder of the test."""

    def __init__(self, core, vault, fails=None):
        self.core, self.vault, self.fails = core, vault, fails
        self.opened = []

    def open(self, key):
        if self.fails:
            raise KnownError(self.fails, path="store.db")
        opened = open_clinic(self.core, key)
        self.opened.append(opened)
        return Desk(opened.core, opened.library, opened.settings)


def test_behind_the_gate_the_programs_window_opens_and_the_gate_is_gone(
    look, core, vault, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(type(core.paths), "store", tmp_path / "data" / "store.db", raising=False)
    key, _ = vault.set_up("Sam", GOOD)
    start, door = Start(look, core.paths.resources), Door(core, vault)
    start.behind(door)
    start.gate.opened.emit(key)
    assert start.gate is None
    assert start.window.isVisible()
    assert not start.window.desk.practice
    start.window.close()
    start.window.deleteLater()
    door.opened[0].close()
    assert b"SQLite format" not in (tmp_path / "data" / "store.db").read_bytes()


def test_a_store_that_cannot_be_opened_says_so_in_words(look, core, vault, qtbot):
    key, _ = vault.set_up("Sam", GOOD)
    start = Start(look, core.paths.resources)
    start.behind(Door(core, vault, ErrorCode.STORE_DAMAGED))
    start.gate.opened.emit(key)
    assert "the store is damaged" in start.gate.sheet.note.text_without_marks()
    assert start.window is None
    start.gate.close()
    start.gate.deleteLater()
    QApplication.processEvents()
