"""Past the review date the window says so on every page, in words, by key, and in the way of nothing."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from allcounsel.ui.handout.making import Preview
from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.parts.words import Marked
from gui.conftest import NOW, FixedClock, _closed, _shown
from gui.test_accessible import everywhere, faults, places
from helpers.review_days import DAYS, PAST, says_review_was_due


class OnDay(FixedClock):
    def __init__(self, day):
        self.day = day

    def today(self):
        return self.day

    def now(self):
        return NOW.replace(year=self.day.year, month=self.day.month, day=self.day.day)


@pytest.fixture(autouse=True)
def no_preview(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))


@pytest.fixture
def window_on(qtbot, look, desk):
    """The practice window as it opens on a day; its clock can be turned on."""
    opened = []

    def open_on(day):
        core = copy.copy(desk.core)
        core.clock = OnDay(day)
        window = _shown(qtbot, look, replace(desk, core=core))
        opened.append(window)
        return window

    yield open_on
    for window in opened:
        _closed(window)


def seen(root):
    """Everything that is written on what is shown."""
    labels = [label for label in root.findChildren(QLabel) if label.isVisible()]
    return " ".join(
        label.text_without_marks() if isinstance(label, Marked) else label.text() for label in labels
    )


def banner(window):
    return (window.consultation or window.desktop).review


def kind(window):
    shown = [state.value for state, notice in banner(window).notices.items() if notice.isVisible()]
    return shown[0] if len(shown) == 1 else shown


@pytest.mark.parametrize("name", DAYS)
def test_every_page_says_so_from_the_day_after_the_review_date_on_and_none_before(window_on, name):
    window = window_on(DAYS[name])
    past = DAYS[name] in PAST
    count = 0
    for where, root in everywhere(window, ["standard-for-now"]):
        assert says_review_was_due(seen(root)) is past, where
        count += 1
    assert count > 10


def test_first_it_is_to_be_checked_later_it_has_to_be_put_right(window_on):
    kinds = {name: kind(window_on(day)) for name, day in DAYS.items()}
    assert kinds == {
        "the day before": [],
        "the review date": [],
        "the day after": "past",
        "long after": "long_past",
    }


def test_a_window_that_stays_open_over_the_date_says_so_on_the_next_page(window_on):
    window = window_on(DAYS["the review date"])
    window.open_practice("standard-for-now")
    assert kind(window) == []
    window.desktop._desk.core.clock.day = DAYS["the day after"]
    window.consultation.go("review")
    assert kind(window) == "past"
    window.go_home()
    assert kind(window) == "past"


def test_tab_reaches_it_and_assistive_technology_hears_the_words(window_on, hands):
    window = window_on(DAYS["long after"])
    window.open_practice("standard-for-now")
    for _ in range(60):
        hands.press(Qt.Key.Key_Tab)
        if hands.focus in banner(window).notices.values():
            break
    assert hands.focus.isVisible()
    spoken = QAccessible.queryAccessibleInterface(hands.focus).text(QAccessible.Text.Name)
    assert says_review_was_due(spoken)
    assert "*" not in spoken
    assert window.ring.widget() is hands.focus


def test_it_is_in_the_way_of_nothing(window_on, hands):
    """The work begins where it always does, and every page can be left by its main button."""
    window = window_on(DAYS["long after"])
    assert hands.name == "New consultation"
    for where, consultation in places(window, "standard-for-now"):
        assert hands.focus not in banner(window).notices.values(), where
        assert consultation.page.main_action() is not None, where


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [
        (1366, 768, 1.0),
        (1280, 720, 1.0),
        pytest.param(1366, 768, 1.5, marks=pytest.mark.matrix),
    ],
)
def test_nothing_is_cut_off_by_it(window_on, look, qtbot, width, height, scale):
    window = window_on(DAYS["long after"])
    look.use(scale=scale)
    window.resize(width, height)
    cut = []
    for where, root in everywhere(window, ["unknown-heavy", "relapse-brain"]):
        qtbot.wait(5)
        assert (window.width(), window.height()) == (width, height), where
        cut += [f"{where}: {fault}" for fault in faults(root)]
    assert not cut, "\n".join(dict.fromkeys(cut))


def test_a_banner_that_is_not_shown_is_noticed(window_on, monkeypatch):
    monkeypatch.setattr("allcounsel.ui.shell.review_banner.ReviewBanner.follow", lambda *_: None)
    window = window_on(DAYS["long after"])
    assert isinstance(window, MainWindow)
    assert not any(says_review_was_due(seen(root)) for _, root in everywhere(window, ["standard-for-now"]))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
