"""Nothing is cut, nothing jumps and nothing stands empty, in any text size and in the dark."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea

from allcounsel.domain.answers import WhiteCount
from allcounsel.domain.case import LABEL
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.handout.making import Preview
from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.shell.step_rail import StepState
from gui.test_accessible import everywhere, faults, label_faults, places, reachable

SCALES = (1.0, 1.25, 1.5, 2.0)
TEAM = FeatureId("team_group.group")
LONG_ID = "Ward seven, an id as long as one can be."


@pytest.fixture(autouse=True)
def no_preview(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))


@pytest.fixture(params=[*SCALES, "dark"])
def dressed(request, look):
    """Every text size, and once the dark."""
    if request.param == "dark":
        look.use(scheme="dark")
    else:
        look.use(scale=request.param)
    return look


def settled(qtbot):
    qtbot.wait(5)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


# ---- lists
def slack(area: QScrollArea):
    """How much of what scrolls stands empty below its last line; negative: how much is pressed together."""
    inside = area.widget()
    layout = inside.layout()
    if layout is None or not layout.hasHeightForWidth() or not area.widgetResizable():
        return 0
    needs = inside.heightForWidth(inside.width())
    room = area.viewport().height()
    if inside.height() > room:
        return inside.height() - max(needs, room)
    return min(inside.height() - needs, 0)


def test_a_list_ends_where_its_last_line_ends(window, dressed, qtbot):
    uneven = []
    for where, root in everywhere(window):
        settled(qtbot)
        areas = [area for area in root.findChildren(QScrollArea) if area.isVisible()]
        uneven += [
            f"{where}: {slack(area)} in {area.accessibleName()[:40]!r}" for area in areas if slack(area)
        ]
    assert not uneven, "\n".join(dict.fromkeys(uneven))


def test_a_list_kept_at_its_least_height_would_be_noticed(window, qtbot):
    """The planted fault: Qt's own way, which left a blank panel below the clocks of a relapse."""
    window.open_practice("relapse-marrow")
    window.consultation.go("result")
    settled(qtbot)
    areas = [area for area in window.consultation.page.findChildren(QScrollArea) if area.isVisible()]
    for area in areas:
        area._fit = lambda: None
        area.widget().setMinimumHeight(0)
    settled(qtbot)
    assert max(map(slack, areas)) > 100


# ---- the result
def test_the_day_on_which_a_result_is_expected_is_never_cut(window, dressed, child, qtbot):
    case = child("standard-for-now")
    late = dict.fromkeys(case.expected, date(2026, 9, 28))
    window._open(CaseModel(window.desk, replace(case, expected=late))).go("result")
    settled(qtbot)
    days = [
        label
        for label in window.consultation.findChildren(Text)
        if label.isVisible() and "2026" in label.text() and "was due" in label.text()
    ]
    assert len(days) >= 3
    assert not [fault for label in days for fault in label_faults(label)]


# ---- the bar
@pytest.mark.parametrize("width", [1366, 1024])
def test_the_longest_id_leaves_room_for_a_value_to_check_and_the_teams_decision(
    window, dressed, child, qtbot, width
):
    window.resize(width, 768)
    swapped = WhiteCount(Decimal(42), "/uL")
    case = child("standard-for-now").with_answer(FeatureId("wbc_at_diagnosis"), swapped)
    case = case.with_answer(LABEL, LONG_ID).with_answer(TEAM, "very_high")
    window._open(CaseModel(window.desk, case)).go("result")
    settled(qtbot)
    bar = window.consultation.bar
    assert window.width() == width
    assert bar.check.isVisible()
    assert bar.check.size() == bar.check.sizeHint()
    if (width, dressed.scale) != (
        1024,
        2.0,
    ):  # the smallest window in the largest text has no room for this id
        assert not list(faults(bar))


# ---- the rail
def rings(window, root):
    """For each thing that can have the focus, how much of its ring is cut off at its sides."""
    for widget in reachable(root):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        ring = window.ring
        if ring.widget() is not widget:
            continue
        shown, whole = ring.visibleRegion().boundingRect(), ring.rect().adjusted(1, 0, -1, 0)
        yield widget, (whole.left() - shown.left() < 0) or (shown.right() - whole.right() < 0)


@pytest.mark.parametrize("step", ["child", "pathway"])
def test_the_ring_of_the_focus_keeps_its_sides_in_the_rail(window, dressed, qtbot, step):
    window.open_practice("standard-for-now")
    window.consultation.go(step)
    settled(qtbot)
    found = dict(rings(window, window.consultation.rail))
    assert len(found) >= 8
    assert not [widget.accessibleName() for widget, cut in found.items() if cut]


@pytest.mark.parametrize("scale", SCALES[:2])
def test_a_step_says_its_whole_title_and_how_much_is_open(window, look, qtbot, scale):
    look.use(scale=scale)
    window.open_practice("relapse-brain")
    rail = window.consultation.rail
    rail.show_states({button.step.id: StepState(open=12) for button in rail.buttons}, "child")
    settled(qtbot)
    for button in rail.buttons:
        title, said = button._word_heights(button.width())
        assert title + said <= button.height(), button.text()
        room = button.width() - button._words_at()
        widest = max(map(QFontMetrics(look.font("strong")).horizontalAdvance, button.text().split()))
        assert widest <= room, button.text()


def test_in_the_largest_text_the_step_one_is_on_can_be_seen(window, look, qtbot):
    look.use(scale=2.0)
    window.open_practice("standard-for-now")
    for step in ("handout", "child", "result"):
        window.consultation.go(step)
        here = next(button for button in window.consultation.rail.buttons if button.step.id == step)
        qtbot.waitUntil(lambda here=here: here.visibleRegion().boundingRect() == here.rect())


def test_no_ring_stands_in_the_corner_before_anything_has_the_focus(look, desk):
    window = MainWindow(look, desk)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.show()
    try:
        assert window.ring.widget() is None
        assert not window.ring.isVisible()
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ---- choices
def test_picking_an_answer_moves_none_of_its_neighbours(window, dressed, qtbot):
    moved, looked_at = [], 0
    for where, root in places(window, "standard-for-now"):
        settled(qtbot)
        for segments in [each for each in root.findChildren(Segments) if each.isVisible()]:
            looked_at += 1
            before = [cell.geometry() for cell in segments.cells]
            height = segments.heightForWidth(segments.width())
            for values in ((), *((cell.value,) for cell in segments.cells)):
                segments.show_values(*values)
                same = before == [cell.geometry() for cell in segments.cells]
                if not same or segments.heightForWidth(segments.width()) != height:
                    moved.append(f"{where}: {segments.accessibleName()} {values}")
    assert looked_at > 40
    assert not moved, moved
