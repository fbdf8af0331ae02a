"""The clinic's picture in the window: chosen, seen, kept in the store, printed without its file, removed."""

from __future__ import annotations

import base64
import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from allcounsel.domain.handout import PaperChoices
from allcounsel.ui.clinic_block import LOGO, clinic_of
from allcounsel.ui.handout.making import preview
from gui.test_home import GOOD, fill
from helpers.logos import BAD, badge, banner, saved

CHOOSE, REMOVE = "Choose a picture…", "Remove the picture"


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Every question "which file?" is answered with this one; returns it."""
    path = tmp_path / "our logo.png"
    monkeypatch.setattr("allcounsel.ui.dialogs.ask_open_path", lambda *_: str(path))
    return path


@pytest.fixture
def page(real_window, hands, chosen):
    """The clinic's page, filled in."""
    real_window.desktop.show_clinic()
    fill(hands, GOOD)
    return real_window.desktop.clinic


def press(hands, name):
    hands.to(name)
    hands.press(Qt.Key.Key_Return)


def save(hands):
    hands.ctrl(Qt.Key.Key_Return)


def test_a_picture_is_kept_in_the_store_and_printed_when_its_file_is_gone(
    real_window, page, hands, chosen, child
):
    chosen.write_bytes(saved(banner(), "JPEG"))
    press(hands, CHOOSE)
    assert page.logo.picture.isVisible()
    assert clinic_of(real_window.desk).clinic is None
    save(hands)
    chosen.unlink()
    desk = real_window.desk
    clinic = clinic_of(desk).clinic
    case = child("standard-for-now")
    with_it, without = (
        preview(desk.core, case, desk.core.engine.assess(case), each, PaperChoices()).pages[0]
        for each in (clinic, replace(clinic, logo=None))
    )
    assert with_it != without


def test_nothing_is_kept_but_the_small_picture_itself(real_window, page, hands, chosen):
    chosen.write_bytes(saved(badge()))
    press(hands, CHOOSE)
    save(hands)
    kept = base64.b64decode(real_window.desk.settings.get(LOGO), validate=True)
    with Image.open(io.BytesIO(kept)) as image:
        assert (image.size, image.info) == ((158, 158), {})
    settings = real_window.desk.settings
    assert "our logo" not in f"{settings.get('clinic')}{settings.get(LOGO)}"


def test_a_picture_is_removed_again(real_window, page, hands, chosen):
    chosen.write_bytes(saved(badge()))
    press(hands, CHOOSE)
    save(hands)
    assert clinic_of(real_window.desk).clinic.logo is not None
    press(hands, REMOVE)
    assert hands.name == CHOOSE
    save(hands)
    assert clinic_of(real_window.desk).clinic.logo is None
    assert not page.logo.remove.isVisible()


def test_it_is_shown_when_the_page_is_opened_again(real_window, page, hands, chosen):
    chosen.write_bytes(saved(badge()))
    press(hands, CHOOSE)
    save(hands)
    page.logo.show_logo(None)
    page.enter()
    assert page.logo.picture.isVisible()
    assert page.logo.logo == clinic_of(real_window.desk).clinic.logo


def test_not_saved_is_not_kept(real_window, page, hands, chosen):
    save(hands)
    chosen.write_bytes(saved(badge()))
    press(hands, CHOOSE)
    assert clinic_of(real_window.desk).clinic.logo is None


@pytest.mark.parametrize("name", ["an SVG", "a truncated PNG", "a decompression bomb", "an animated PNG"])
def test_what_cannot_be_printed_is_said_there_and_the_former_picture_stays(page, hands, chosen, name):
    chosen.write_bytes(saved(badge()))
    press(hands, CHOOSE)
    former = page.logo.logo
    chosen.write_bytes(BAD[name][0])
    press(hands, CHOOSE)
    assert page._problems["logo"].isVisible()
    assert page.logo.logo == former
    chosen.write_bytes(saved(banner()))
    press(hands, CHOOSE)
    assert not page._problems["logo"].isVisible()
    assert page.logo.logo != former


def test_a_file_that_is_gone_is_said_there(page, hands, chosen):
    press(hands, CHOOSE)
    assert page._problems["logo"].text() == "This file cannot be read. Choose another one."


def test_thinking_better_of_it_changes_nothing(page, hands, monkeypatch):
    monkeypatch.setattr("allcounsel.ui.dialogs.ask_open_path", lambda *_: "")
    press(hands, CHOOSE)
    assert page.logo.logo is None
    assert not page._problems["logo"].isVisible()


def test_a_kept_picture_that_is_damaged_is_told_and_not_left_out(real_window, page, hands, chosen):
    save(hands)
    real_window.desk.settings.put(LOGO, "this is no picture")
    assert clinic_of(real_window.desk).clinic.logo.png == b""


def test_in_practice_no_picture_can_be_chosen(window):
    window.desktop.show_clinic()
    assert not window.desktop.clinic.logo.choose.isVisible()
