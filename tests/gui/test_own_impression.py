"""Your own impression first: until it is said, no page and no bar tells the result; nothing of it is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

STEPS = ("review", "result", "pathway", "handout", "what-if")


@pytest.fixture
def asked(window):
    window.preferences.choose_own_impression(wanted=True)

    def opened(name):
        window.open_practice(name)
        return window.consultation

    return opened


def said(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", ["standard-for-now", "very-high-gene", "t-cell"])
def test_no_page_tells_the_group_before_the_impression(asked, window, name, step):
    consultation = asked(name)
    consultation.go(step)
    words = said(window).replace("\u00a0", " ")
    assert ", for now" not in words
    assert ", final" not in words
    assert "Your own impression first" in words


def test_once_it_is_said_the_result_stands_beside_it(asked, window, hands):
    consultation = asked("standard-for-now")
    consultation.go("result")
    assert hands.name == "Your own impression first: Standard risk"
    hands.walk("Your own impression first: High risk")
    hands.press(Qt.Key.Key_Space)
    assert consultation.page.band.title.text() == "Standard risk, for\u00a0now"
    assert "You expected" in said(window)
    assert hands.name == "Source of: Standard for now"


def test_it_is_kept_nowhere(asked, window):
    consultation = asked("standard-for-now")
    consultation.go("result")
    consultation.page.impression.choice.cells[-1].click()
    consultation.model.save()
    kept = window.desk.library.open(consultation.model.case_id)
    assert "not_sure" not in str(kept.answers)
    assert "You were not sure" in said(window)


def test_a_relapse_has_no_group_to_expect(asked):
    consultation = asked("relapse-brain")
    consultation.go("result")
    assert consultation.page.band.isVisible()


def test_the_family_view_waits_too(asked, window, hands):
    consultation = asked("standard-for-now")
    hands.press(Qt.Key.Key_F5)
    assert consultation.family is None


def test_without_the_setting_nobody_is_asked(window):
    window.open_practice("standard-for-now")
    window.consultation.go("result")
    assert window.consultation.page.band.isVisible()
