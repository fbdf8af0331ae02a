"""What of a paper is measured: running sentences, card by card, as they are and with explained words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.handout import (
    Bullets,
    Figure,
    Handout,
    Heading,
    PaperChoices,
    Paragraph,
    Piece,
    Section,
)
from allcounsel.services.handout_reading import explained_words, reading_of, running
from allcounsel.services.readability import EnglishEase, HardWord, SpanishEase


def said(text, kind="sentence"):
    return Piece("x", kind, text, ())


CELLS = Paragraph((said("Chemotherapy is strong."), said("It **kills** leukaemia cells.")))
FIRST = Section(
    "page_one", (Heading(said("A heading of terrifying complexity", "heading"), 2), CELLS), card="core"
)
SECOND = Section("open_results", (Paragraph((said("We will tell you."),)),), card="core")
ROAD = Section(
    "road",
    (
        Bullets((said("Hospitalisation and immunotherapy", "list"),)),
        Figure(DiagramPlan(1, 1, "", (), ()), "", (said("Immunotherapy may be administered."),)),
        Paragraph((said("This is the order."),)),
    ),
    card="road",
)
LISTS = Section("words", (Bullets((said("**Chemotherapy**: strong medicine.", "list"),)),), card="words")
HANDOUT = Handout(
    title="",
    label="",
    made_on=date(2026, 1, 1),
    choices=PaperChoices(),
    practice=False,
    head=(said("Extraordinarily complicated furniture stands here."),),
    foot=(),
    sections=(FIRST, SECOND, ROAD, LISTS),
)


def test_only_running_sentences_are_measured():
    assert [piece.plain for piece in running(FIRST)] == [
        "Chemotherapy is strong.",
        "It kills leukaemia cells.",
    ]
    assert [piece.plain for piece in running(ROAD)] == ["This is the order."]


def test_headings_lists_pictures_and_what_stands_around_the_page_change_no_figure():
    bare = replace(HANDOUT, head=(), sections=(replace(FIRST, blocks=(CELLS,)), SECOND, ROAD, LISTS))
    assert reading_of(bare) == reading_of(HANDOUT)


def test_each_card_with_sentences_is_measured_and_the_whole_is_all_of_them():
    found = reading_of(HANDOUT)
    assert [card.name for card in found.cards] == ["core", "road"]
    assert [card.as_is.text.sentences for card in found.cards] == [3, 1]
    assert found.whole.name == "whole"
    assert found.whole.as_is.text.sentences == 4
    assert found.whole.as_is.text.words == 3 + 4 + 4 + 4


def test_words_that_the_papers_own_list_explains_count_as_known_only_beside_the_text_as_it_is():
    core = reading_of(HANDOUT).cards[0]
    assert core.as_is.text.syllables - core.told.text.syllables == 5 - 1
    assert core.told.grade < core.as_is.grade
    assert core.hard == (HardWord("leukaemia", 1),)


def test_a_paper_without_the_word_list_explains_nothing():
    found = reading_of(replace(HANDOUT, sections=HANDOUT.sections[:-1]))
    assert found.whole.as_is == found.whole.told
    assert {word.word for word in found.whole.hard} == {"chemotherapy", "leukaemia"}


def test_a_word_is_explained_in_its_singular_and_plural():
    entry = said("**Chromosomes and genes**: parts of a cell.", "list")
    paper = replace(HANDOUT, sections=(replace(LISTS, blocks=(Bullets((entry,)),)),))
    assert {"chromosome", "chromosomes", "gene", "genes"} <= explained_words(paper)
    assert "parts" not in explained_words(paper)


@pytest.mark.parametrize(("language", "kind"), [("en", EnglishEase), ("es", SpanishEase)])
def test_a_paper_is_measured_in_its_own_language(language, kind):
    found = reading_of(replace(HANDOUT, choices=PaperChoices(language)))
    assert isinstance(found.whole.as_is, kind)


def test_a_paper_without_sentences_has_no_cards_to_measure():
    found = reading_of(replace(HANDOUT, sections=(LISTS,)))
    assert found.cards == ()
    assert found.whole.as_is.too_hard() == ()
