"""What has the focus is on the screen with its ring round it, however the focus came there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from allcounsel.domain.answers import Absent
from allcounsel.domain.case import LABEL, SITUATION
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.parts.card import Scroll

SLOW = FeatureId("slow_response")


def is_seen(window):
    """All of the focus, and a ring round it that is not hidden."""
    focus, ring = QApplication.focusWidget(), window.ring
    if focus is None or not focus.visibleRegion().boundingRect().contains(focus.rect()):
        return False
    return ring.widget() is focus and ring.isVisible() and not ring.visibleRegion().isEmpty()


@pytest.fixture
def sees(qtbot):
    """Waits until the focus is seen; says what has it where it is not."""

    def wait(window):
        qtbot.waitUntil(lambda: is_seen(window), timeout=1000)

    return wait


def scrolled_away(widget):
    """Scroll every page round a widget to its end, as with a wheel."""
    around = widget
    while around is not None:
        if isinstance(around, QScrollArea):
            around.verticalScrollBar().setValue(around.verticalScrollBar().maximum())
        around = around.parentWidget()


@pytest.mark.parametrize("child", ["standard-for-now", "unknown-heavy", "relapse-brain"])
def test_tab_through_the_reasons_never_loses_the_ring(window, hands, sees, child):
    window.open_practice(child)
    window.consultation.go("result")
    for _ in range(12):
        sees(window)
        hands.press(Qt.Key.Key_Tab)


def test_the_ring_is_there_again_when_one_scrolls_back(window, sees):
    window.open_practice("unknown-heavy")
    window.consultation.go("result")
    sees(window)
    first = QApplication.focusWidget()
    bar = next(area for area in scrolls_round(first)).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not is_seen(window)
    bar.setValue(0)
    sees(window)


def scrolls_round(widget):
    while widget is not None:
        if isinstance(widget, Scroll):
            yield widget
        widget = widget.parentWidget()


def test_larger_words_leave_the_ring_where_it_is(window, hands, sees):
    window.open_practice("standard-for-now")
    sees(window)
    hands.press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.look.scale > 1
    sees(window)


def test_a_restored_draft_shows_where_it_goes_on(qtbot, look, desk, sees):
    before = CaseModel(desk)
    for feature, answer in ((LABEL, "Ward 7"), (SITUATION, "first_treatment")):
        before.answer(feature, answer)
    for feature in desk.core.release.dictionary:
        if feature.id.startswith("genetics.") and feature.id != "genetics.tcf3_pbx1":
            before.answer(feature.id, Absent.UNKNOWN)
    window = MainWindow(look, desk)
    window.left_open.mark(before.case_id)
    window.close()
    again = MainWindow(look, desk)
    again.resize(1024, 600)
    with qtbot.waitExposed(again):
        again.show()
    again.activateWindow()
    qtbot.waitUntil(again.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert again.consultation is not None
    sees(again)
    assert again.close() or again.close()
    window.deleteLater()
    again.deleteLater()


def without_pages(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.HandoutPage._make_preview", lambda _: None)


def test_coming_back_to_the_handout_shows_the_focus(window, hands, sees, monkeypatch):
    without_pages(monkeypatch)
    window.open_practice("standard-for-now")
    for step in (Qt.Key.Key_8, Qt.Key.Key_7, Qt.Key.Key_8):
        hands.ctrl(step)
        sees(window)
        if step == Qt.Key.Key_8:
            scrolled_away(QApplication.focusWidget())


def test_printing_leaves_the_focus_at_the_check(window, hands, sees, qtbot, monkeypatch, tmp_path):
    def printer(_parent, _pages):
        paper = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        paper.setOutputFileName(str(tmp_path / "out.pdf"))
        return paper

    monkeypatch.setattr("allcounsel.ui.dialogs.ask_printer", printer)
    window.open_practice("standard-for-now")
    window.consultation.go("handout")
    page = window.consultation.page
    page.check.box.setChecked(True)
    page.check.name.setText("AB")
    hands.ctrl(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: not page.sheet.isHidden(), timeout=30000)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Sent to the printer" in page.said.text, timeout=60000)
    assert page.check.box.hasFocus()
    sees(window)


def test_a_button_that_works_for_a_while_keeps_the_focus(window, hands, qtbot, monkeypatch):
    without_pages(monkeypatch)
    window.open_practice("standard-for-now")
    consultation = window.consultation
    consultation.go("handout")
    hands.to("Save PDF…")
    consultation.page.saver._set_busy(busy=True)
    assert hands.name == "Making the pages…"
    consultation.page.saver._set_busy(busy=False)
    assert hands.name == "Save PDF…"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_teams_questions_are_seen_whenever_they_open(window, hands, sees, look, scale):
    look.use(scale=scale)
    window.open_practice("standard-for-now")
    window.consultation.go("result")
    for button in ("Record team decision…", "Change team decision…"):
        hands.to(button)
        hands.press(Qt.Key.Key_Return)
        sees(window)
        hands.pick("Your team's decision", "High risk")
        hands.to("Done")
        hands.press(Qt.Key.Key_Return)
        sees(window)


# ---- the clinic's page
def test_a_refused_clinic_shows_its_first_faulty_field_and_what_is_wrong(real_window, hands, sees, qtbot):
    real_window.desktop.show_clinic()
    clinic = real_window.desktop.clinic
    for name in ("Name of the clinic", "Phone, day", "Phone, nights and weekends", "Emergency number"):
        hands.to(name)
        hands.write("112")
    hands.ctrl(Qt.Key.Key_Return)
    assert clinic.lines["hospital"].hasFocus()
    sees(real_window)
    said = clinic._problems["hospital"]
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect().contains(said.rect()))


def test_a_refused_clinic_leads_back_up_to_its_first_fault(real_window, hands, sees):
    real_window.desktop.show_clinic()
    hands.to("How it is measured")
    hands.ctrl(Qt.Key.Key_Return)
    assert hands.name == "Name of the clinic"
    sees(real_window)


def test_a_phone_number_that_cannot_be_called_is_refused_at_its_field(real_window, hands):
    real_window.desktop.show_clinic()
    hands.to("Phone, day")
    hands.write("5")
    hands.ctrl(Qt.Key.Key_Return)
    said = real_window.desktop.clinic._problems["phone"].text()
    assert said == "A phone number has at least three figures."
