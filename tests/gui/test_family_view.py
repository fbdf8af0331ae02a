"""The family's window: by keys, blank at once, without identity, and gone with the child."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from allcounsel.domain.case import LABEL, LINEAGE
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.parts.words import Marked

CHILDREN = ("standard-for-now", "unknown-heavy", "relapse-brain")


def texts(widget):
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return [label.text_without_marks() if isinstance(label, Marked) else label.text() for label in labels]


@pytest.fixture
def family(window, hands, qtbot):
    """Opens the family's window of a practice child by its key."""

    def opened(name):
        window.open_practice(name)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        hands.press(Qt.Key.Key_F5)
        shown = window.consultation.family
        qtbot.waitUntil(shown.isActiveWindow)
        return shown

    return opened


def press(shown, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(shown, key, modifiers)


@pytest.mark.parametrize("name", CHILDREN)
def test_keys_walk_through_every_idea_and_back(family, name):
    shown = family(name)
    count = len(shown.talk.ideas)
    for index in range(count):
        assert shown.idea is shown.talk.ideas[index]
        said = " ".join(texts(shown))
        assert shown.idea.title.plain in said
        assert f"{index + 1} of {count}" in said
        press(shown, Qt.Key.Key_Right)
    assert shown.idea is shown.talk.ideas[-1]
    press(shown, Qt.Key.Key_Left)
    assert shown.idea is shown.talk.ideas[-2]


def test_b_leaves_nothing_but_the_clinics_name_and_brings_the_idea_back(family):
    shown = family("standard-for-now")
    press(shown, Qt.Key.Key_Right)
    press(shown, Qt.Key.Key_B)
    assert shown.is_blank
    assert texts(shown) == [shown._clinic.name, "Practice"]
    assert not [label for label in shown.findChildren(QLabel) if "risk" in label.text() and label.isVisible()]
    press(shown, Qt.Key.Key_Right)
    assert shown.is_blank
    press(shown, Qt.Key.Key_Period)
    assert shown.idea is shown.talk.ideas[1]


@pytest.mark.parametrize("name", CHILDREN)
def test_no_page_and_no_title_says_which_child_it_is(family, window, name):
    shown = family(name)
    window.consultation.model.answer(LABEL, "Ward 7 bed 12")
    for _ in shown.talk.ideas:
        said = " ".join([shown.windowTitle(), *texts(shown)])
        assert "Ward 7" not in said
        press(shown, Qt.Key.Key_Right)
    assert shown.windowTitle() == shown._clinic.name


def test_what_the_family_can_ask_for_leads_there(family):
    shown = family("standard-for-now")
    chips = [chip.text() for chip in shown._sheets.currentWidget().chips]
    assert chips == ["Why this group", "What we do not know yet", "The road ahead"]
    shown._sheets.currentWidget().chips[1].click()
    assert shown.idea.about == "open"


def test_space_presses_what_has_the_focus_and_the_focus_is_never_lost(family, window):
    shown = family("standard-for-now")
    shown._sheets.currentWidget().chips[1].setFocus()
    press(shown, Qt.Key.Key_Space)
    assert shown.idea.about == "open"
    assert shown.isAncestorOf(QApplication.focusWidget())


def test_the_same_idea_in_the_other_language(family):
    shown = family("standard-for-now")
    press(shown, Qt.Key.Key_L)
    assert "Riesgo estándar, por ahora" in texts(shown)
    assert shown.buttons["next"].text() == "Siguiente"
    press(shown, Qt.Key.Key_L)
    assert "Standard risk, for now" in texts(shown)


def test_an_interpreters_talk_is_one_numbered_sentence_in_two_languages(family):
    shown = family("standard-for-now")
    press(shown, Qt.Key.Key_I)
    assert {"1", "Standard risk, for now", "Riesgo estándar, por ahora"} <= set(texts(shown))
    press(shown, Qt.Key.Key_Space)
    assert "2" in texts(shown)
    assert f"2 of {len(shown.talk.lines)}" in texts(shown)
    press(shown, Qt.Key.Key_I)
    assert shown.idea is shown.talk.ideas[0]


def test_an_interpreters_talk_goes_on_from_what_is_shown_and_back_to_it(family):
    shown = family("standard-for-now")
    for _ in range(6):
        press(shown, Qt.Key.Key_Right)
    idea = shown.idea
    press(shown, Qt.Key.Key_I)
    assert shown.talk.lines[shown._line].first in idea.pieces
    press(shown, Qt.Key.Key_I)
    assert shown.idea is idea
    press(shown, Qt.Key.Key_I)
    while shown.talk.lines[shown._line].first in idea.pieces:
        press(shown, Qt.Key.Key_Right)
    press(shown, Qt.Key.Key_I)
    assert shown.idea is shown.talk.ideas[7]


def test_what_can_be_switched_is_named_with_its_key_and_not_while_blank(family):
    shown = family("standard-for-now")
    named = {name: shown.buttons[name].accessibleName() for name in ("language", "interpreter", "dark")}
    assert [words.split()[0] for words in named.values()] == ["Español", "Two", "Dark"]
    shown.buttons["language"].click()
    assert shown.buttons["language"].text() == "English"
    shown.buttons["interpreter"].click()
    assert shown.interpreting
    press(shown, Qt.Key.Key_B)
    assert not shown.buttons["dark"].isVisible()


def test_numbers_come_only_once_the_family_wants_them(family, window):
    shown = family("standard-final")
    window.consultation.model.answer(FeatureId("family.wants_numbers"), "not_asked")
    assert shown.talk.about("numbers") is None
    window.consultation.model.answer(FeatureId("family.wants_numbers"), "yes")
    assert shown.talk.about("numbers") is not None
    window.consultation.model.answer(FeatureId("family.wants_numbers"), "no")
    assert shown.talk.about("numbers") is None


def test_it_follows_the_answers_and_stays_blank_while_it_is_blank(family, window):
    shown = family("standard-final")
    window.consultation.model.answer(LINEAGE, "t_cell")
    assert "T-cell" in " ".join(texts(shown))
    press(shown, Qt.Key.Key_B)
    window.consultation.model.answer(LINEAGE, "b_cell")
    assert shown.is_blank


def test_while_an_answer_is_wrong_nothing_is_shown(family, window):
    shown = family("standard-final")
    window.consultation.model.answer(FeatureId("situation"), None)
    assert shown.is_blank
    press(shown, Qt.Key.Key_B)
    assert shown.is_blank


def test_it_is_gone_with_its_child_and_with_its_key(family, window):
    shown = family("standard-final")
    press(shown, Qt.Key.Key_F5)
    assert window.consultation.family is None
    other = family("relapse-brain")
    window.go_home()
    assert not other.isVisible()


def test_larger_words_and_the_dark_are_its_own(family, look):
    shown = family("standard-for-now")
    press(shown, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    press(shown, Qt.Key.Key_D)
    assert (shown.look.scale, shown.look.scheme) == (1.25, "dark")
    assert (look.scale, look.scheme) == (1.0, "light")


def test_without_a_result_there_is_no_family_view_and_the_bar_says_why(window, hands):
    hands.ctrl(Qt.Key.Key_N)
    hands.press(Qt.Key.Key_F5)
    assert window.consultation.family is None
    assert "needs a result first" in window.consultation.bottom.state.text()


def test_without_the_clinics_numbers_there_is_no_family_view(real_window, hands):
    hands.ctrl(Qt.Key.Key_N)
    real_window.consultation.model.answer(FeatureId("situation"), "first_treatment")
    hands.press(Qt.Key.Key_F5)
    assert real_window.consultation.family is None
    assert "clinic's phone numbers" in real_window.consultation.bottom.state.text()
