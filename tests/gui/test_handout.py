"""The paper: looking is free, saving needs the check, and what was given can be given again exactly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.domain.ids import FeatureId
from allcounsel.services.clinic_file import ReadClinic
from allcounsel.ui.clinic_block import clinic_of
from allcounsel.ui.handout.making import Preview
from helpers.shipped import release as shipped
from helpers.spanish import release_in_spanish


@pytest.fixture
def coarse(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.making.PREVIEW_DPI", 20)


@pytest.fixture
def blind(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))


@pytest.fixture
def page(window):
    window.open_practice("standard-for-now")
    window.consultation.go("handout")
    return window.consultation.page


def check(hands):
    hands.to("I have checked the reasons: right child, right result")
    hands.press(Qt.Key.Key_Space)
    hands.to("Name or initials of who checked")
    hands.write("AB")


def save(hands, page, qtbot):
    hands.ctrl(Qt.Key.Key_E)
    with qtbot.waitSignal(page.saver.saved, timeout=60_000) as where:
        pass
    return Path(where.args[0])


def test_the_preview_is_the_real_pages_and_can_be_turned(coarse, page, hands, qtbot):
    qtbot.waitUntil(lambda: page.preview.page_count > 3, timeout=60_000)
    hands.to("Next page")
    hands.press(Qt.Key.Key_Return)
    assert page.preview.where.text() == f"Page 2 of {page.preview.page_count}"


def test_a_choice_makes_the_pages_anew(page, hands, qtbot, monkeypatch):
    made = []
    monkeypatch.setattr(
        "allcounsel.ui.handout.page.preview", lambda *given: made.append(given[-1]) or Preview(())
    )
    hands.pick("Text size", "24 pt")
    hands.pick("Print", "Grey")
    hands.pick("Paper", "Letter")
    qtbot.waitUntil(lambda: bool(made) and made[-1].paper == "letter", timeout=10_000)
    assert (made[-1].size, made[-1].grey) == ("giant", True)


@pytest.mark.parametrize(
    ("missing", "focus"),
    [
        ("tick", "I have checked the reasons: right child, right result"),
        ("name", "Name or initials of who checked"),
    ],
)
def test_nothing_is_saved_before_the_check(blind, page, hands, saved_to, missing, focus):
    check(hands)
    if missing == "tick":
        page.check.box.setChecked(False)
    else:
        hands.write("")
        hands.press(Qt.Key.Key_Backspace)
    hands.ctrl(Qt.Key.Key_E)
    assert saved_to == []
    assert page.fault.isVisible()
    assert hands.name == focus


def test_a_change_of_the_case_takes_the_tick_away(blind, page, hands):
    check(hands)
    page._model.answer(FeatureId("down_syndrome"), "yes")
    assert not page.check.box.isChecked()


def test_the_check_names_the_child_and_the_result(blind, page):
    assert page.check.box.accessibleDescription().startswith("Practice 01. Standard risk, for\u00a0now.")


def test_the_check_names_the_medicines_that_will_be_on_the_paper(blind, page):
    page._model.answer(FeatureId("medicines"), ("vincristine", "asparaginase"))
    assert page.check.box.accessibleDescription().endswith(
        " Medicines on the paper: Vincristine, Asparaginase."
    )


@pytest.mark.usefixtures("blind")
def test_what_was_given_is_kept_and_can_be_saved_again_exactly(page, window, hands, saved_to, qtbot):
    check(hands)
    written = save(hands, page, qtbot)
    first, folder = written.read_bytes(), written.parent
    assert "kept with this child" in page.said.text
    written.unlink()
    window.show_find()
    hands.to("Find a child by its id")
    hands.write("practice 01")
    hands.press(Qt.Key.Key_Return)
    hands.to("Save again exactly")
    hands.press(Qt.Key.Key_Return)
    assert (folder / saved_to[1]).read_bytes() == first
    assert all("standard" not in name.lower() for name in saved_to)


# ---- the language of the paper
@pytest.fixture
def spanish(core, window, monkeypatch):
    """A window whose content has every Spanish text."""
    monkeypatch.setattr(core, "release", release_in_spanish())
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))
    window.open_practice("standard-for-now")
    window.consultation.go("handout")
    return window.consultation.page


def test_a_paper_is_english_until_spanish_is_chosen(spanish, hands):
    assert spanish.choices.language == "en"
    assert spanish.options.language_note.isHidden()
    hands.pick("Language", "Español")
    assert spanish.choices.language == "es"
    assert spanish.options.language_note.isHidden()


def test_the_next_paper_is_english_again(spanish, hands, window):
    hands.pick("Language", "Español")
    window.open_practice("t-cell")
    window.consultation.go("handout")
    assert window.consultation.page.choices.language == "en"


def test_what_was_given_in_spanish_is_kept_and_found_as_that(spanish, window, hands, saved_to, qtbot):
    hands.pick("Language", "Español")
    check(hands)
    # The store holds the shipped content: what is kept is kept under that.
    window.desk.core.release = replace(window.desk.core.release, digest=shipped().digest)
    assert b"/Lang (es)" in save(hands, spanish, qtbot).read_bytes()
    (record,) = window.desk.library.find("Practice 01")
    assert [one.language for one in window.desk.library.handouts(record.id)] == ["es"]


def test_what_was_given_in_two_languages_is_kept_and_found_as_that(
    blind, page, window, hands, saved_to, qtbot
):
    page.options.beside.setChecked(True)
    check(hands)
    written = save(hands, page, qtbot).read_bytes()
    assert b"/Lang (en)" in written
    assert b"/Lang (es)" in written
    (record,) = window.desk.library.find("Practice 01")
    assert [one.language for one in window.desk.library.handouts(record.id)] == ["en+es"]
    window.show_find()
    hands.to("Find a child by its id")
    hands.write("practice 01")
    hands.press(Qt.Key.Key_Return)
    shown = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "English + Español" in shown
    window.show_find()
    hands.to("Find a child by its id")
    hands.write("practice 01")
    hands.press(Qt.Key.Key_Return)
    hands.to("Save again exactly")
    assert "Español" in hands.name


def test_the_clinics_own_words_that_cannot_be_said_in_spanish_are_pointed_out(spanish, hands, monkeypatch):
    clinic = clinic_of(spanish._desk).clinic
    threshold = replace(clinic.fever_threshold, measured="under the tongue")
    read = ReadClinic(replace(clinic, fever_threshold=threshold), (), ())
    monkeypatch.setattr("allcounsel.ui.handout.page.clinic_of", lambda _: read)
    hands.pick("Language", "Español")
    assert (
        spanish.options.language_note.text()
        == "“under the tongue” stands on the paper as the clinic wrote it."
    )
    hands.pick("Language", "English")
    assert spanish.options.language_note.isHidden()
    spanish.options.beside.setChecked(True)
    assert "under the tongue" in spanish.options.language_note.text()


def test_while_a_spanish_text_is_missing_or_stale_spanish_is_not_offered_and_the_page_says_why(
    core, window, monkeypatch
):
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))
    content = release_in_spanish()
    spanish = content.texts["es"]
    stale = replace(spanish, made_from={**spanish.made_from, "pathway.here": "0" * 12})
    monkeypatch.setattr(core, "release", replace(content, texts={**content.texts, "es": stale}))
    window.open_practice("standard-for-now")
    window.consultation.go("handout")
    page = window.consultation.page
    assert [cell.text() for cell in page.options.language_cells.cells] == ["English"]
    assert page.options.language_note.text().startswith("No Spanish paper now: 1 texts are missing or older")
    assert page.choices.language == "en"


@pytest.mark.usefixtures("blind", "saved_to")
def test_a_disk_that_is_full_loses_nothing(page, window, hands, qtbot, monkeypatch):
    def full(path, content):
        raise KnownError(ErrorCode.DISK_FULL, path=path)

    check(hands)
    monkeypatch.setattr(window.desk.core.files, "write", full)
    hands.ctrl(Qt.Key.Key_E)
    qtbot.waitUntil(page.fault.isVisible, timeout=60_000)
    assert "disk is full" in page.fault.text
    assert window.desk.library.handouts(page._model.case_id or "") == ()
    monkeypatch.undo()


@pytest.mark.usefixtures("blind", "saved_to")
def test_who_hurries_away_while_it_is_saved_still_has_it_kept(page, window, hands):
    check(hands)
    hands.ctrl(Qt.Key.Key_E)
    assert page.saver.busy
    hands.ctrl(Qt.Key.Key_N)
    (record,) = window.desk.library.find("Practice 01")
    assert len(window.desk.library.handouts(record.id)) == 1


def test_a_dialog_that_is_closed_saves_nothing(blind, page, hands, monkeypatch):
    monkeypatch.setattr("allcounsel.ui.dialogs.ask_save_path", lambda *_: "")
    check(hands)
    hands.ctrl(Qt.Key.Key_E)
    assert not page.saver.busy
    assert page.said.isHidden()


def test_without_the_clinics_numbers_nothing_is_made_and_the_way_to_them_is_shown(
    real_window, hands, child, saved_to
):
    from allcounsel.ui.case_model import CaseModel

    real_window._open(CaseModel(real_window.desk, child("standard-for-now")))
    real_window.consultation.go("handout")
    page = real_window.consultation.page
    assert page.preview.page_count == 0
    check(hands)
    hands.ctrl(Qt.Key.Key_E)
    assert "phone numbers or its fever threshold are missing" in page.fault.text
    assert saved_to == []
    assert hands.name == "The clinic's page"
    hands.press(Qt.Key.Key_Return)
    assert hands.name == "Name of the clinic"
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert real_window.consultation.place.step == "handout"


def test_numbers_are_only_on_the_paper_when_asked_for_and_allowed(blind, window):
    window.open_practice("standard-for-now")
    window.consultation.model.answer(FeatureId("family.wants_numbers"), "yes")
    window.consultation.go("handout")
    assert window.consultation.page.choices.numbers is False
    assert "not final" in window.consultation.page.numbers.text()
    window.open_practice("standard-final")
    window.consultation.go("handout")
    assert window.consultation.page.choices.numbers is True
