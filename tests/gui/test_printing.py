"""Printing: once more which child and how many pages, then the system's printer, and the bytes are kept."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from allcounsel.domain.case import LABEL
from allcounsel.ui.handout.making import Preview


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))
    monkeypatch.setattr("allcounsel.ui.handout.saver.PRINT_DPI", 30)


@pytest.fixture
def printer(monkeypatch, tmp_path):
    """A printer that makes a file; ``None`` as its answer would be a person who thinks better of it."""
    paper = tmp_path / "printed.pdf"
    device = QPrinter()
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(paper))
    monkeypatch.setattr("allcounsel.ui.dialogs.ask_printer", lambda *_: device)
    return device


@pytest.fixture
def page(window, hands):
    """The handout page of a child, everything checked, with the fewest cards."""
    window.open_practice("standard-final")
    window.consultation.go("handout")
    page = window.consultation.page
    page.check.box.setChecked(True)
    page.check.name.setText("AB")
    return page


def asked(page, hands, qtbot):
    hands.ctrl(Qt.Key.Key_P)
    qtbot.waitUntil(page.sheet.isVisible, timeout=60_000)


def printed(page, qtbot):
    qtbot.waitUntil(lambda: "kept with this child" in page.said.text, timeout=60_000)


def test_before_printing_the_child_the_group_the_language_and_the_pages_are_said(page, hands, qtbot, printer):
    asked(page, hands, qtbot)
    child, group, paper = (line.text() for line in page.sheet.lines)
    assert child == "Practice 02"
    assert group == "Standard risk, final"
    assert paper.startswith("English, ")
    assert hands.name == "Choose a printer…"


def test_every_page_goes_to_the_printer_and_the_very_bytes_are_kept(page, window, hands, qtbot, printer):
    asked(page, hands, qtbot)
    hands.press(Qt.Key.Key_Return)
    printed(page, qtbot)
    made = pypdfium2.PdfDocument(printer.outputFileName())
    (kept,) = window.desk.library.handouts(window.consultation.model.case_id)
    original = pypdfium2.PdfDocument(window.desk.library.reprint(kept.id))
    assert len(made) == len(original) == kept.pages
    assert made[0].get_size() == pytest.approx(original[0].get_size(), abs=2)
    ink = made[0].render(scale=0.3).to_pil().convert("L").histogram()
    assert sum(ink[:128]) > 50


def test_only_the_pages_that_were_chosen_are_printed(page, hands, qtbot, printer):
    printer.setFromTo(2, 3)
    asked(page, hands, qtbot)
    hands.press(Qt.Key.Key_Return)
    printed(page, qtbot)
    assert len(pypdfium2.PdfDocument(printer.outputFileName())) == 2


def test_whoever_thinks_better_of_it_prints_nothing(page, window, hands, qtbot, printer, tmp_path):
    asked(page, hands, qtbot)
    hands.press(Qt.Key.Key_Escape)
    assert page.sheet.isHidden()
    assert not (tmp_path / "printed.pdf").exists()
    assert window.desk.library.find() == ()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_loses_nothing(page, window, hands, qtbot, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    asked(page, hands, qtbot)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "did not take all pages" in page.fault.text, timeout=60_000)
    assert window.desk.library.find() == ()


def test_nothing_is_printed_before_the_check(page, hands, qtbot):
    page.check.box.setChecked(False)
    hands.ctrl(Qt.Key.Key_P)
    assert "right child" in page.fault.text
    assert page.sheet.isHidden()


def test_a_child_that_changed_meanwhile_has_to_be_checked_again(page, window, hands, qtbot, printer):
    asked(page, hands, qtbot)
    window.consultation.model.answer(LABEL, "Ward 9")
    assert page.sheet.isHidden()


def test_a_child_that_changed_while_the_pages_were_made_is_not_printed(page, window, hands, qtbot, printer):
    hands.ctrl(Qt.Key.Key_P)
    window.consultation.model.answer(LABEL, "Ward 9")
    qtbot.waitUntil(lambda: "changed while the pages were made" in page.fault.text, timeout=60_000)
    assert page.sheet.isHidden()


def test_whoever_leaves_the_child_while_it_prints_leaves_a_whole_paper(page, window, hands, qtbot, printer):
    asked(page, hands, qtbot)
    hands.press(Qt.Key.Key_Return)
    case_id = window.consultation.model.case_id
    window.go_home()
    (record,) = window.desk.library.find()
    (kept,) = window.desk.library.handouts(record.id)
    assert case_id in (None, record.id)
    assert len(pypdfium2.PdfDocument(printer.outputFileName())) == kept.pages


def test_from_another_page_printing_goes_to_the_handout_first(window, hands):
    window.open_practice("t-cell")
    hands.ctrl(Qt.Key.Key_P)
    assert window.consultation.place.step == "handout"
