"""The program in Spanish: chosen on the settings page, whole, nothing cut, and nothing left in English."""

from __future__ import annotations

import re
from html import unescape

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLabel, QScrollArea, QWidget

from allcounsel.ui.handout.making import Preview
from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.tongue import speak
from gui.test_accessible import everywhere, label_faults, places, reachable, settled_faults, spoken
from gui.test_nothing_moves_or_is_cut import settled, slack

SIZES = [(1366, 768, 1.0), (1366, 768, 2.0), pytest.param(1280, 720, 1.5, marks=pytest.mark.matrix)]


@pytest.fixture(autouse=True)
def no_preview(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))


@pytest.fixture(autouse=True)
def english_afterwards(look):
    yield
    speak("en", look.resources)


@pytest.fixture
def spanish(window):
    """The practice window in Spanish, at home."""
    window.preferences.choose_language("es")
    window.go_home()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return window


# ---- choosing
def test_the_language_is_picked_by_its_own_name_and_holds_at_once(window, hands):
    hands.ctrl(Qt.Key.Key_Comma)
    hands.pick("Language of the program", "Español")
    assert window.desktop.settings.isVisible()
    assert hands.focus.text() == "Español"
    hands.pick("Idioma del programa", "English")
    assert window.desktop.bar.home.text() == "Home"


def test_the_next_start_speaks_it_too(spanish, look, desk):
    again = MainWindow(look, desk)
    try:
        assert again.desktop.bar.home.text() == "Inicio"
        assert again.desk.core.words.language == "es"
    finally:
        again.close()
        again.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_open_child_keeps_its_language_until_it_is_left(window, hands):
    window.open_practice("standard-for-now")
    hands.ctrl(Qt.Key.Key_Comma)
    hands.pick("Language of the program", "Español")
    settings = window.desktop.settings
    assert settings.language_note.text() == "The language changes when you leave the child that is open."
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.consultation.bar.home.text() == "Home"
    window.go_home()
    assert window.desktop.bar.home.text() == "Inicio"
    window.open_practice("standard-for-now")
    assert window.consultation.bar.home.text() == "Inicio"


def test_a_language_that_is_not_whole_is_not_offered(window, monkeypatch):
    monkeypatch.setattr("allcounsel.ui.main_window.is_spoken", lambda language, _: language == "en")
    window.desktop.show_settings()
    assert [cell.text() for cell in window.desktop.settings.languages.cells] == ["English"]


def test_what_stands_in_the_store_and_is_no_language_is_left_alone(desk, look):
    desk.settings.put("program-language", "xx")
    window = MainWindow(look, desk)
    assert window.desktop.bar.home.text() == "Home"
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_buttons_of_qts_own_dialogs_follow(spanish, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"


def test_the_language_of_the_paper_stays_chosen_apart(spanish):
    spanish.open_practice("standard-for-now")
    spanish.consultation.go("handout")
    assert spanish.consultation.page.choices.language == "en"


# ---- whole and not cut
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut_off(spanish, look, qtbot, width, height, scale):
    look.use(scale=scale)
    spanish.resize(width, height)
    cut = []
    for where, root in everywhere(spanish):
        qtbot.wait(5)
        assert (spanish.width(), spanish.height()) == (width, height), where
        cut += [f"{where}: {fault}" for fault in settled_faults(root, qtbot)]
    spanish.go_home()
    for name in ("settings", "help"):
        getattr(spanish.desktop, f"show_{name}")()
        cut += [f"{name}: {fault}" for fault in settled_faults(spanish.desktop, qtbot)]
    assert not cut, "\n".join(dict.fromkeys(cut))


def settled_slack(root, qtbot):
    """What stays once every layout has had its turn."""
    for _ in range(20):
        settled(qtbot)
        areas = [area for area in root.findChildren(QScrollArea) if area.isVisible()]
        found = [slack(area) for area in areas if slack(area)]
        if not found:
            break
        qtbot.wait(10)
    return found


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_list_ends_where_its_last_line_ends(spanish, look, qtbot, scale):
    look.use(scale=scale)
    uneven = []
    for where, root in everywhere(spanish):
        uneven += [f"{where}: {found}" for found in settled_slack(root, qtbot)]
    assert not uneven, "\n".join(dict.fromkeys(uneven))


def test_picking_an_answer_moves_none_of_its_neighbours(spanish, qtbot):
    moved = []
    for where, root in places(spanish, "standard-for-now"):
        settled(qtbot)
        for segments in [each for each in root.findChildren(Segments) if each.isVisible()]:
            before = [cell.geometry() for cell in segments.cells]
            for values in ((), *((cell.value,) for cell in segments.cells)):
                segments.show_values(*values)
                if before != [cell.geometry() for cell in segments.cells]:
                    moved.append(f"{where}: {segments.accessibleName()} {values}")
    assert not moved, moved


def test_the_day_on_which_a_result_is_expected_is_never_cut(spanish, look, qtbot):
    spanish.open_practice("standard-for-now")
    spanish.consultation.go("result")
    settled(qtbot)
    labels = spanish.consultation.findChildren(QLabel)
    days = [label for label in labels if label.isVisible() and label.text().startswith("se esperaba el")]
    assert days
    assert not [fault for label in days for fault in label_faults(label)]


def test_everything_that_can_have_the_focus_has_a_name_of_its_own(spanish):
    for where, root in everywhere(spanish):
        names = [(spoken(widget).strip(), widget) for widget in reachable(root)]
        assert not [widget for name, widget in names if not name], where


# ---- not mixed
ENGLISH = re.compile(
    r"\b(the|and|with|not|of|is|are|this|that|your|from|for|child|found|known|waiting|risk|about)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r'["“”][^"“”]*["“”]|Children\'s Oncology Group')


def words_on(root):
    """Everything that a person sees or hears there, but for what stands in quotes."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        yield widget.accessibleName()
        yield widget.accessibleDescription()


def english_on(root, content):
    """What is left in English: titles and facts of sources stay in the language they are written in."""
    sources = [part for one in content.sources.values() for part in (one.title, one.organisation)]
    found = set()
    for words in map(without_marks, words_on(root)):
        left = words
        for part in sorted(sources, key=len, reverse=True):
            left = left.replace(part, "")
        if ENGLISH.search(QUOTED.sub("", left)):
            found.add(words)
    return found


def without_marks(words):
    return unescape(re.sub(r"<[^>]*>|\*\*", "", words))


CHILDREN = ("standard-for-now", "unknown-heavy", "relapse-brain", "refractory", "grey-zone", "testicular")


def test_no_screen_is_mixed(spanish, qtbot):
    content, found = spanish.desk.core.release, {}
    for where, root in everywhere(spanish, CHILDREN):
        found |= dict.fromkeys(english_on(root, content), where)
    spanish.go_home()
    for name in ("settings", "help"):
        getattr(spanish.desktop, f"show_{name}")()
        found |= dict.fromkeys(english_on(spanish.desktop, content), name)
    assert not found, found


def test_an_english_word_would_be_noticed(spanish):
    """The planted fault."""
    label = spanish.desktop.home.findChild(QLabel)
    label.setText("Find a child, and go on with it")
    assert english_on(spanish.desktop, spanish.desk.core.release) == {"Find a child, and go on with it"}


def test_no_number_goes_on_in_the_next_line(spanish):
    spanish.open_practice("standard-for-now")
    spanish.consultation.go("result")
    shown = [without_marks(label.text()) for label in spanish.consultation.page.findChildren(QLabel)]
    (count,) = [words for words in shown if "400\u00a0por" in words]
    assert "18\u00a0400\u00a0por\u00a0µL" in count
