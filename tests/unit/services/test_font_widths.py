"""Text is measured in the font that will draw it, and what no font can draw is named."""

from __future__ import annotations

import pytest

from allcounsel.services.font_widths import FALLBACK, FontRun, FontWidths
from helpers import sample_roads

WIDTHS = sample_roads.measure()
PLAIN, NOTO, DEJAVU = FALLBACK[400]


def a_font(**widths: int) -> dict:
    return {"units": 1000, "ascent": 900, "descent": -200, "cap_height": 700, "widths": widths}


@pytest.fixture
def small() -> FontWidths:
    """Three fonts a weight: the first has a, the second b, the third c; bold letters are wider."""
    fonts = {
        stem: a_font(**{"abc"[place]: 500}) for stems in FALLBACK.values() for place, stem in enumerate(stems)
    }
    fonts[FALLBACK[700][0]]["widths"]["a"] = 600
    return FontWidths(fonts)


def test_a_text_is_as_wide_as_its_characters(small):
    assert small("aab", 10, 400) == pytest.approx(15)


def test_bold_is_measured_in_the_bold_font(small):
    assert small("a", 10, 700) == pytest.approx(6)


def test_a_text_is_cut_where_the_font_changes(small):
    stems = FALLBACK[400]
    assert small.runs("aabca", 400) == tuple(
        FontRun(stems["abc".index(text[0])], text) for text in ("aa", "b", "c", "a")
    )


def test_a_character_no_font_has_counts_as_an_em_and_is_named_once(small):
    assert small("z", 10, 400) == pytest.approx(10)
    assert small.missing("azbza!") == ("z", "!")


def test_line_breaks_and_soft_hyphens_are_laid_out_not_drawn(small):
    assert small("a\u00ada\n", 10, 400) == pytest.approx(10)
    assert small.missing("a\u00ad\n\t") == ()


def test_the_bundled_fonts_are_asked_in_their_order():
    assert [run.font for run in WIDTHS.runs("a⁹→", 400)] == [PLAIN, NOTO, DEJAVU]


def test_the_bundled_fonts_have_what_two_languages_and_medicine_need():
    text = "ÁÉÍÓÚÜÑáéíóúüñ¿¡ “”‘’–—… ≥≤≈×½°µμ⁰¹²³⁴⁵⁶⁷⁸⁹ →✓✗☐♀♂ \u00a0\u2009\u202f"
    assert WIDTHS.missing(text) == ()


def test_an_empty_text_has_no_width_and_no_runs():
    assert WIDTHS("", 14, 400) == 0
    assert WIDTHS.runs("", 400) == ()
