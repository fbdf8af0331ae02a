"""A window on a store of its own, dressed as it ships, at a fixed moment; closed again after each test."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from allcounsel.bootstrap import build_core, open_desk
from allcounsel.services.case_file import read_case
from allcounsel.services.case_library import CaseLibrary
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.database import open_store
from allcounsel.storage.handout_store import SqliteHandoutStore
from allcounsel.storage.settings_store import SqliteSettingsStore
from allcounsel.ui.application import dress, load_fonts
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.look import Look
from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.screen_words import ScreenWords
from allcounsel.ui.wizard.fields.base import Tools
from gui.hands import Hands

NOW = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)


class FixedClock:
    def today(self) -> date:
        return NOW.date()

    def now(self) -> datetime:
        return NOW


@pytest.fixture(scope="session")
def core():
    """The shipped content, read once."""
    return build_core(FixedClock())


@pytest.fixture(scope="session")
def fresh_store(core, tmp_path_factory):
    """A store with the content switched on and nothing else in it, to copy."""
    path = tmp_path_factory.mktemp("store") / "fresh.db"
    open_desk(core, path).close()
    return path


@pytest.fixture
def look(qapp, core):
    """The look of the shipped fonts and styles; back to the ordinary one afterwards."""
    if not qapp.property("fontsLoaded"):
        load_fonts(sorted((core.paths.resources / "fonts").glob("*.ttf")))
        qapp.setStyle("Fusion")
        qapp.setProperty("fontsLoaded", True)
    look = Look(core.paths.resources)
    dress(qapp, look)
    yield look
    look.use(scheme="light", scale=1.0)
    look.deleteLater()


@pytest.fixture
def store(fresh_store, tmp_path):
    """An open store. The content in it is the one that was read once: reading it anew takes a while."""
    path = tmp_path / "clinic.db"
    shutil.copy(fresh_store, path)
    with open_store(path) as opened:
        yield opened


@pytest.fixture
def desk(core, store):
    """A desk in practice."""
    library = CaseLibrary(
        SqliteCaseStore(store), SqliteHandoutStore(store), core.clock, lambda: uuid.uuid4().hex
    )
    return Desk(core, library, SqliteSettingsStore(store), practice=True)


@pytest.fixture
def real_desk(desk):
    """A desk with real children, and a clinic that is not set up yet."""
    return replace(desk, practice=False)


@pytest.fixture
def words(desk):
    return ScreenWords(desk.core.words, desk.core.release)


@pytest.fixture
def tools(look, words):
    return Tools(look, words)


@pytest.fixture
def model(qapp, desk):
    """An empty consultation."""
    return CaseModel(desk)


@pytest.fixture
def child(desk):
    """The case of a practice child, by name."""

    def case_of(name):
        listed = next(child for child in desk.core.release.practice_children if child.name == name)
        return read_case(listed.case, desk.core.release.dictionary, NOW.date()).case

    return case_of


def _shown(qtbot, look, desk):
    window = MainWindow(look, desk)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _closed(widget):
    """Gone at once, not when an event loop next runs: what lingers would be restyled by every later test."""
    if not widget.close():  # something is unfinished in it: whoever insists may leave
        assert widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qtbot, look, desk):
    """The practice window, at home."""
    window = _shown(qtbot, look, desk)
    yield window
    _closed(window)


@pytest.fixture
def real_window(qtbot, look, real_desk):
    """The window of a clinic that is not set up yet."""
    window = _shown(qtbot, look, real_desk)
    yield window
    _closed(window)


@pytest.fixture
def show(qtbot, look):
    """Shows one widget in a window of its own; closes it afterwards."""
    shown = []

    def in_window(widget, width=1100, height=600):
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        shown.append(widget)
        return widget

    yield in_window
    for widget in shown:
        _closed(widget)


@pytest.fixture
def hands(qtbot):
    """Keys, and nothing but keys."""
    return Hands(qtbot, QApplication.instance())


@pytest.fixture
def saved_to(monkeypatch, tmp_path):
    """Every question "save where?" is answered with a file in the test's own folder; returns the answers."""
    asked = []

    def ask(parent, title, suggestion, kinds):
        asked.append(suggestion)
        return str(tmp_path / suggestion)

    monkeypatch.setattr("allcounsel.ui.dialogs.ask_save_path", ask)
    return asked
