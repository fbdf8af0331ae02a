"""What can have the focus has a name, Tab walks in reading order, nothing is cut off in large text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from allcounsel.domain.answers import WhiteCount
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.handout.making import Preview
from allcounsel.ui.parts.segments import Cell
from allcounsel.ui.shell.book import REFERENCE, WHAT_IF

STEPS = ("child", "blood", "genes", "response", "relapse", "review", "result", "pathway", "handout")
LOOKED_UP = ("cog_six", "nci_pdq", "relapse_uk", "child")
CHILDREN = ("standard-for-now", "unknown-heavy", "relapse-brain")
SIZES = [
    (1366, 768, 1.0),
    (1280, 720, 1.0),
    (1366, 768, 1.5),
    pytest.param(1366, 768, 1.25, marks=pytest.mark.matrix),
    pytest.param(1366, 768, 2.0, marks=pytest.mark.matrix),
    pytest.param(1280, 720, 1.5, marks=pytest.mark.matrix),
]


@pytest.fixture(autouse=True)
def no_preview(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))


def places(window, child):
    """Every screen of a child, one after another, each shown before it is yielded."""
    window.open_practice(child)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the consultation before
    consultation = window.consultation
    for place in consultation.book._places:
        consultation._show(place)
        yield f"{child}, {place.step} {place.part + 1}", consultation
    consultation.go(REFERENCE)
    for key in LOOKED_UP:
        consultation.page.contents.choose(key)
        yield f"{child}, {REFERENCE} {key}", consultation
    consultation.go(WHAT_IF)
    yield f"{child}, {WHAT_IF}", consultation
    for segments in consultation.page.choices.values():
        segments.cells[-1].click()
    yield f"{child}, {WHAT_IF}, all tried", consultation


def desktop_pages(window):
    for name in ("show_home", "show_find", "show_clinic"):
        getattr(window.desktop, name)()
        yield name, window.desktop


def everywhere(window, children=CHILDREN):
    yield from desktop_pages(window)
    for child in children:
        yield from places(window, child)


def reachable(root):
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_everything_that_can_have_the_focus_has_a_name_of_its_own(window):
    """No name at all, or the name of something else on the page, would leave a person guessing."""
    for where, root in everywhere(window):
        names = [(spoken(widget).strip(), widget) for widget in reachable(root)]
        assert not [widget for name, widget in names if not name], where
        single = [name for name, widget in names if not isinstance(widget, Cell)]
        assert not {name for name in single if single.count(name) > 1}, where


def test_nothing_stands_in_a_window_of_its_own_by_mistake(window):
    """A part that is shown before it has its place becomes a window, and takes the keys away."""
    for where, _ in everywhere(window):
        stray = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window]
        assert not stray, where


def test_buttons_are_told_from_choices(window):
    window.open_practice("standard-for-now")
    roles = {
        spoken(widget): QAccessible.queryAccessibleInterface(widget).role()
        for widget in reachable(window.consultation)
    }
    assert roles["Home"] == QAccessible.Role.PushButton
    assert roles["Situation: Relapse"] == QAccessible.Role.RadioButton
    assert roles["Clinic's own id"] == QAccessible.Role.EditableText


@pytest.mark.parametrize("child", CHILDREN)
def test_tab_walks_through_a_page_in_reading_order(window, hands, child):
    for where, root in places(window, child):
        walked, expected = hands.walk_through(root)
        assert walked == expected, where
        assert hands.focus is expected[0], where


def test_tab_comes_in_its_place_to_a_button_that_an_answer_brought(window, hands, qtbot):
    window.open_practice("standard-for-now")
    consultation = window.consultation
    consultation.go("blood")
    consultation.model.answer(FeatureId("wbc_at_diagnosis"), WhiteCount(Decimal(42), "/uL"))
    qtbot.wait(5)
    walked, expected = hands.walk_through(consultation)
    assert "It is right as entered" in map(spoken, expected)
    assert walked == expected


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut_off(window, look, qtbot, width, height, scale):
    look.use(scale=scale)
    window.resize(width, height)
    cut = []
    for where, root in everywhere(window):
        qtbot.wait(5)
        assert (window.width(), window.height()) == (width, height), where
        cut += [f"{where}: {fault}" for fault in settled_faults(root, qtbot)]
    assert not cut, "\n".join(dict.fromkeys(cut))


def test_a_planted_cut_word_is_found(window, qtbot):
    label = window.desktop.home.findChild(QLabel)
    label.setFixedWidth(8)
    assert [fault for fault in settled_faults(window.desktop, qtbot) if "has 8 across" in fault]


def settled_faults(root, qtbot):
    """The faults that stay once every layout has had its turn; on a busy machine that takes a moment."""
    for _ in range(20):
        if not list(faults(root)):
            return []
        qtbot.wait(10)
    return list(faults(root))


def faults(root):
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.visibleRegion().boundingRect().isValid():
            continue
        if isinstance(widget, QLabel) and widget.text():
            yield from label_faults(widget)
        elif isinstance(widget, Cell):
            if widget.size_within(widget.width()).height() > widget.height():
                yield f"cell {widget.text()!r} is too low"
        elif isinstance(widget, QAbstractButton) and widget.text():
            yield from button_faults(widget)
        yield from outside(widget)


def label_faults(label):
    """A word that does not fit the width, or lines that do not fit the height."""
    if label.minimumSizeHint().width() > label.width() + 1:
        yield f"{label.text()!r} needs {label.minimumSizeHint().width()} and has {label.width()} across"
    if label.hasHeightForWidth() and label.heightForWidth(label.width()) > label.height() + 1:
        yield f"{label.text()!r} needs {label.heightForWidth(label.width())} and has {label.height()} down"


def button_faults(button):
    least = button.minimumSizeHint()
    if button.hasHeightForWidth():
        least.setHeight(button.heightForWidth(button.width()))
    if least.width() > button.width() + 1 or least.height() > button.height() + 1:
        yield f"button {button.text()!r} needs {least} and has {button.size()}"


def outside(widget):
    """Sideways nothing sticks out of what scrolls; downwards nothing sticks out of what does not scroll."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QScrollArea):
        return
    room = QRect(-7, -7, parent.width() + 14, parent.height() + 14)
    scrolled = isinstance(parent.parentWidget(), QScrollArea)
    place = widget.geometry()
    if place.left() < room.left() or place.right() > room.right():
        yield f"{widget!r} sticks out sideways: {place} in {parent.size()}"
    if not scrolled and (place.top() < room.top() or place.bottom() > room.bottom()):
        yield f"{widget!r} sticks out of {parent!r}: {place} in {parent.size()}"


@pytest.mark.parametrize("scheme", ["dark", "high_contrast"])
def test_every_page_can_be_painted_in_every_scheme(window, look, scheme):
    look.use(scheme=scheme)
    for _, root in everywhere(window, ["relapse-brain"]):
        assert not root.grab().isNull()


def test_the_focus_ring_follows_the_focus_and_stays_after_a_click(window, hands, qtbot):
    window.open_practice("standard-for-now")
    ring = window.ring
    assert ring.widget() is hands.focus
    button = window.consultation.rail.buttons[2]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ring.widget() is hands.focus
    assert ring.isVisible()


def test_text_grows_and_shrinks_by_key(window, hands, look):
    hands.ctrl(Qt.Key.Key_Equal)
    assert look.scale == 1.25
    for _ in range(5):
        hands.ctrl(Qt.Key.Key_Equal)
    assert look.scale == 2.0
    for _ in range(5):
        hands.ctrl(Qt.Key.Key_Minus)
    assert look.scale == 0.9
    look.use(scale=1.0)
