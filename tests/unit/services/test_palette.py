"""The colours are those of the design table, and their contrast is what the table promises."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields

import pytest

from allcounsel.services.palette import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    PAPER,
    PAPER_GREY,
    ROLES,
    SCREEN,
    contrast,
    rgb,
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)
EVERY = (*THEMES, PAPER, PAPER_GREY)

# role, on role, ratios promised for light, dark, high contrast
TEXT = [
    ("ink", "ground", 13.9, 15.4, 21),
    ("ink", "surface", 15.5, 13.6, 21),
    ("ink", "soft", 12.7, 10.3, 13.9),
    ("ink", "wait_bg", 14.3, 12.8, 21),
    ("ink", "att_bg", 14.1, 12.4, 21),
    ("ink", "stop_bg", 13.3, 13.1, 21),
    ("ink2", "ground", 7.1, 9.8, 21),
    ("ink2", "surface", 7.9, 8.6, 21),
    ("ink2", "soft", 6.5, 6.5, 13.9),
    ("ink2", "wait_bg", 7.3, 8.1, 21),
    ("accent", "surface", 7.7, 8.3, 14.0),
    ("accent", "ground", 6.9, 9.5, 14.0),
    ("accent", "soft", 6.3, 6.3, 9.3),
    ("accent", "att_bg", 7.0, 7.6, 14.0),
    ("on_accent", "accent", 7.7, 8.8, 14.0),
    ("on_accent", "accent2", 10.3, 10.8, 16.7),
    ("att", "att_bg", 8.0, 9.4, 16.3),
    ("att", "surface", 8.8, 10.3, 16.3),
    ("stop", "stop_bg", 8.0, 8.3, 12.7),
    ("stop", "surface", 9.3, 8.6, 12.7),
]
PARTS = [
    ("edge", "surface", 4.3, 5.1, 21),
    ("edge", "ground", 3.9, 5.8, 21),
    ("edge", "soft", 3.6, 3.9, 13.9),
    ("edge", "wait_bg", 4.0, 4.8, 21),
    ("edge", "sunk", 3.6, 6.1, 21),
    ("att_edge", "surface", 4.8, 6.2, 16.3),
    ("att_edge", "att_bg", 4.4, 5.7, 16.3),
    ("stop_edge", "surface", 6.1, 5.3, 12.7),
    ("stop_edge", "stop_bg", 5.2, 5.1, 12.7),
    ("focus", "ground", 13.9, 15.4, 19.6),
]


@pytest.mark.parametrize(("role", "on", "light", "dark", "high"), TEXT + PARTS)
def test_the_contrast_table_is_true(role, on, light, dark, high):
    for palette, promised in zip(THEMES, (light, dark, high), strict=True):
        assert contrast(palette.colour(role), palette.colour(on)) == pytest.approx(promised, abs=0.06)


@pytest.mark.parametrize(("role", "on"), [row[:2] for row in TEXT])
@pytest.mark.parametrize("palette", EVERY, ids=lambda palette: palette.name)
def test_text_can_be_read(palette, role, on):
    assert contrast(palette.colour(role), palette.colour(on)) >= 4.5


@pytest.mark.parametrize(("role", "on"), [row[:2] for row in PARTS])
@pytest.mark.parametrize("palette", EVERY, ids=lambda palette: palette.name)
def test_parts_can_be_seen(palette, role, on):
    assert contrast(palette.colour(role), palette.colour(on)) >= 3.0


@pytest.mark.parametrize("palette", EVERY, ids=lambda palette: palette.name)
def test_every_role_is_a_colour(palette):
    assert all(re.fullmatch("#[0-9A-F]{6}", palette.colour(role)) for role in ROLES)


def test_a_role_that_does_not_exist_is_refused():
    for role in ("name", "green", "colour"):
        with pytest.raises(KeyError):
            LIGHT.colour(role)


def test_a_palette_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        LIGHT.ink = "#000000"


def test_the_screen_has_three_themes():
    assert list(SCREEN) == ["light", "dark", "high_contrast"]


def test_paper_uses_only_petrol_and_its_hatching_as_colours():
    coloured = {role for role in ROLES if len(set(rgb(PAPER.colour(role)))) > 1}
    assert coloured == {"accent", "accent2", "hatch"}


def test_grey_paper_has_no_colour_at_all():
    assert all(len(set(rgb(PAPER_GREY.colour(role)))) == 1 for role in ROLES)


def test_no_group_or_node_colour_is_green():
    """Nothing in the program may say "good": no colour is mostly green."""
    for palette in EVERY:
        for field in fields(palette):
            if field.name != "name":
                red, green, blue = rgb(getattr(palette, field.name))
                assert green <= max(red, blue)


def test_contrast_does_not_mind_the_order():
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)
