"""The talk with the family is made of the sentences of its paper, and never says which child it is."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from allcounsel.domain.handout import Heading, PaperChoices, pieces_of
from allcounsel.services.compose_handout import compose
from allcounsel.services.family_view import (
    CARDS,
    ENTRIES,
    OF_PAPER,
    SENTENCES,
    Shown,
    foot,
    ideas,
    leaning,
    lines,
)
from helpers.papers import FRAME, clinic, measure
from helpers.shipped import TODAY, assess, case, engine, release

CHILDREN = {child.name: child.case for child in release().practice_children}
LEANING = leaning(release().texts["en"].texts)
OF_TWO_BOXES = {"page_one.open.heading_treatment"}
OF_100 = re.compile(r"\d+ (?:of|de) 100")


def paper(document, language="en", *, numbers=True):
    choices = PaperChoices(language, numbers=numbers, cards=CARDS)
    read, found = case(document), assess(document)
    return compose(read, found, release(), engine(), clinic(), TODAY, choices, measure, FRAME)


def with_numbers(document, wanted):
    return {**document, "family": {**document.get("family", {}), "wants_numbers": wanted}}


@pytest.mark.parametrize("name", CHILDREN)
def test_every_word_of_the_talk_stands_on_the_paper(name):
    handout = paper(CHILDREN[name])
    on_paper = {(piece.id, piece.text) for piece in handout.pieces()}
    talk = ideas(handout, LEANING)
    assert {(piece.id, piece.text) for idea in talk for piece in idea.pieces} <= on_paper
    assert not [piece for idea in talk for piece in idea.pieces if piece.id in OF_PAPER]


@pytest.mark.parametrize("name", CHILDREN)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_sentence_stands_under_the_heading_that_it_has_on_paper(name, language):
    handout = paper(with_numbers(CHILDREN[name], "yes"), language)
    headed = set()
    for section in handout.sections:
        heading = None
        for block in section.blocks:
            heading = block.piece if isinstance(block, Heading) else heading
            headed |= {(heading, piece) for piece in pieces_of(block)}
    for idea in ideas(handout, LEANING):
        if idea.about in CARDS and idea.shown is not Shown.NUMBERS:
            assert {(idea.title, piece) for piece in (*idea.sentences, *idea.entries)} <= headed


@pytest.mark.parametrize("name", CHILDREN)
def test_what_is_said_of_open_results_is_said_whole(name):
    handout = paper(CHILDREN[name])
    told = {piece.id for idea in ideas(handout, LEANING) for piece in idea.pieces}
    assert {
        piece.id for piece in handout.pieces() if piece.id.startswith("page_one.open.")
    } <= told | OF_TWO_BOXES


@pytest.mark.parametrize("name", CHILDREN)
def test_no_idea_begins_with_a_sentence_that_leans_on_the_one_before(name):
    firsts = [idea.sentences[0] for idea in ideas(paper(CHILDREN[name]), LEANING) if idea.sentences]
    leaning_firsts = [piece.id for piece in firsts if piece.id in LEANING and not piece.text.endswith(":")]
    assert [one for one in leaning_firsts if not one.startswith("page_one.open.")] == []  # these have rows


def test_sentences_that_lean_on_one_another_would_be_parted_without_their_list():
    firsts = [
        idea.sentences[0].id
        for idea in ideas(paper(CHILDREN["down-syndrome"]), frozenset())
        if idea.sentences
    ]
    assert "special.down_syndrome.doses" in firsts


@pytest.mark.parametrize("name", CHILDREN)
def test_no_idea_is_more_than_a_few_words_and_none_is_empty(name):
    for idea in ideas(paper(CHILDREN[name]), LEANING):
        assert len([piece for piece in idea.sentences if piece.id not in LEANING]) <= SENTENCES
        assert len(idea.sentences) <= SENTENCES + 2
        assert max(len(idea.entries), len(idea.rows)) <= ENTRIES
        assert idea.sentences or idea.entries or idea.rows or idea.shown is not Shown.NOTHING


@pytest.mark.parametrize("name", CHILDREN)
def test_the_talk_begins_with_the_group_and_ends_with_whom_to_call_and_what_to_remember(name):
    parts = list(dict.fromkeys(idea.about for idea in ideas(paper(CHILDREN[name]), LEANING)))
    assert parts[0] == "group"
    assert parts[-2:] == ["call", "remember"]
    assert ("why" in parts) == (assess(CHILDREN[name]).group is not None)


@pytest.mark.parametrize("name", CHILDREN)
def test_every_danger_sign_and_number_of_page_one_is_in_the_talk(name):
    handout = paper(CHILDREN[name])
    told = {piece.id for idea in ideas(handout, LEANING) for piece in idea.pieces}
    on_page_one = {piece.id for piece in handout.pieces() if piece.id.startswith("page_one.call.")}
    on_page_one |= {"page_one.number.clinic", "page_one.number.nights"}
    assert on_page_one <= told


@pytest.mark.parametrize("name", CHILDREN)
@pytest.mark.parametrize("wanted", ["no", "not_asked", "yes"])
def test_numbers_are_in_the_talk_only_where_the_paper_may_hold_them(name, wanted):
    talk = ideas(paper(with_numbers(CHILDREN[name], wanted)), LEANING)
    found = [piece.plain for idea in talk for piece in idea.pieces if OF_100.search(piece.plain)]
    allowed = wanted == "yes" and name == "standard-final"
    assert bool(found) == allowed
    assert any(idea.shown is Shown.NUMBERS for idea in talk) == allowed


@pytest.mark.parametrize("name", CHILDREN)
def test_the_talk_never_says_which_child_it_is(name):
    document = {**CHILDREN[name], "label": "Ward 7 bed 12"}
    handout = paper(document)
    said = json.dumps([piece.plain for idea in ideas(handout, LEANING) for piece in idea.pieces])
    assert "Ward 7" not in said
    assert not re.search(r"[A-Z]{1,2}\d?-\d", said), "an evidence id"


@pytest.mark.parametrize("name", CHILDREN)
def test_an_interpreters_talk_says_every_sentence_once_in_both_languages(name):
    document = with_numbers(CHILDREN[name], "yes")
    both = replace(paper(document), second=paper(document, "es"))
    told = lines(both, LEANING)
    assert [line.number for line in told] == list(range(1, len(told) + 1))
    assert all(line.first.id == line.second.id for line in told)
    assert {line.first.id for line in told} == {p.id for idea in ideas(both, LEANING) for p in idea.pieces}


def test_an_interpreters_talk_needs_two_languages():
    with pytest.raises(ValueError, match="two languages"):
        lines(paper(CHILDREN["standard-for-now"]), LEANING)


def test_each_page_says_that_it_is_an_evaluation_and_that_nobody_has_reviewed_it():
    said = " ".join(piece.plain for piece in foot(paper(CHILDREN["standard-for-now"])))
    assert "Evaluation build" in said
    assert "not yet reviewed by a clinician" in said
