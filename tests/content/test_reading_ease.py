"""Every card of every practice child's paper reads easily, and so does the whole, in both languages."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache

import pytest

from allcounsel.domain.handout import Paragraph, Piece
from allcounsel.services.handout_reading import HandoutReading, TextReading, reading_of
from allcounsel.services.readability import EnglishEase, SpanishEase
from allcounsel.services.translations import lacking
from helpers.papers import paper_of
from helpers.shipped import release

CHILDREN = [child.name for child in release().practice_children]
SPANISH_IS_THERE = not lacking(release(), "es")


def paper(name: str, language: str):
    child = next(child for child in release().practice_children if child.name == name)
    made = paper_of(child.case, language=language)
    assert made is not None
    return made.handout


@cache
def reading(name: str, language: str) -> HandoutReading:
    return reading_of(paper(name, language))


def too_hard(found: HandoutReading) -> dict[str, tuple[str, ...]]:
    """What is too hard, by card; empty when nothing is."""
    parts = (found.whole, *found.cards)
    return {part.name: part.as_is.too_hard() for part in parts if part.as_is.too_hard()}


@pytest.mark.parametrize("name", CHILDREN)
def test_each_card_and_the_whole_read_easily_in_english(name):
    assert too_hard(reading(name, "en")) == {}


@pytest.mark.skipif(not SPANISH_IS_THERE, reason="content check says what is missing")
@pytest.mark.parametrize("name", CHILDREN)
def test_each_card_and_the_whole_read_easily_in_spanish(name):
    assert too_hard(reading(name, "es")) == {}


@pytest.mark.parametrize("name", CHILDREN)
def test_explained_words_never_make_a_text_harder(name):
    found = reading(name, "en")
    for part in (found.whole, *found.cards):
        assert isinstance(part.as_is, EnglishEase)
        assert isinstance(part.told, EnglishEase)
        assert part.told.grade <= part.as_is.grade


# ---- the figures
def highest(parts: list[TextReading], language: str) -> str:
    """The worst of every figure over some texts."""
    eases = [(part.as_is, part.told) for part in parts]
    if language == "es":
        points = [one.inflesz for pair in eases for one in pair[:1] if isinstance(one, SpanishEase)]
        told = [one.inflesz for pair in eases for one in pair[1:] if isinstance(one, SpanishEase)]
        return f"INFLESZ at least {min(points):.1f} ({min(told):.1f} with explained words known)"
    found = [
        (one, told) for one, told in eases if isinstance(one, EnglishEase) and isinstance(told, EnglishEase)
    ]
    smogs = [one.smog for one, _ in found if one.smog is not None]
    return (
        f"grade at most {max(one.grade for one, _ in found):.1f} "
        f"({max(told.grade for _, told in found):.1f} with explained words known), "
        f"SMOG {f'{max(smogs):.1f}' if smogs else 'too short'}, "
        f"{max(one.text.words_per_sentence for one, _ in found):.1f} words a sentence, "
        f"longest {max(one.text.longest for one, _ in found)}, "
        f"passive {max(one.passive_share for one, _ in found):.0%}"
    )


def test_the_figures_of_all_papers(capsys):
    lines = []
    for language in ("en", "es") if SPANISH_IS_THERE else ("en",):
        found = [reading(name, language) for name in CHILDREN]
        cards = dict.fromkeys(card.name for one in found for card in one.cards)
        lines.append(f"{language} whole: {highest([one.whole for one in found], language)}")
        for name in cards:
            parts = [card for one in found for card in one.cards if card.name == name]
            lines.append(f"{language} {name}: {highest(parts, language)}")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert len(lines) > 10


# ---- planted faults
HARD = {
    "en": "Chemotherapy administration necessitates hospitalisation for observation. ",
    "es": "La administración de quimioterapia intratecal requiere hospitalización y observación. ",
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_one_card_that_is_hard_is_found_however_easy_the_rest_is(language):
    handout = replace(
        paper("standard-for-now", "en"), choices=replace(paper("standard-for-now", "en").choices)
    )
    planted = Paragraph((Piece("planted", "sentence", HARD[language] * 9, ()),))
    sections = tuple(
        replace(section, blocks=(planted,)) if section.card == "fertility" else section
        for section in handout.sections
    )
    choices = replace(handout.choices, language=language)
    found = reading_of(replace(handout, sections=sections, choices=choices))
    assert "fertility" in too_hard(found)
