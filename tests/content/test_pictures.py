"""The pictures on the family's paper: all six, with title, how to read it and alternative text."""

from __future__ import annotations

from functools import cache

import pytest

from allcounsel.domain.handout import Paragraph, Picture
from allcounsel.domain.pictures import SUBJECTS
from allcounsel.services.export_handout import trace_of
from allcounsel.services.family_words import forbidden_in
from helpers.papers import Paper, clinic, paper_of
from helpers.shipped import release

CHILDREN = [child.name for child in release().practice_children]


@cache
def paper(name: str) -> Paper:
    child = next(child for child in release().practice_children if child.name == name)
    found = paper_of(child.case)
    assert found is not None
    return found


def pictures(name: str) -> dict[str, list[Picture]]:
    """The pictures of a paper by section."""
    found: dict[str, list[Picture]] = {}
    for section in paper(name).handout.sections:
        drawn = [block for block in section.blocks if isinstance(block, Picture)]
        if drawn:
            found[section.id] = drawn
    return found


def test_each_subject_stands_on_some_paper():
    drawn = [each.subject for name in CHILDREN for found in pictures(name).values() for each in found]
    assert set(drawn) == set(SUBJECTS)


@pytest.mark.parametrize("name", CHILDREN)
def test_tests_and_calls_are_drawn_for_every_child(name):
    found = {section: [each.subject for each in drawn] for section, drawn in pictures(name).items()}
    assert found["tests"] == ["blood", "marrow", "spinal_tap"]
    assert found["call_more"] == ["thermometer", "phone"]


@pytest.mark.parametrize("name", CHILDREN)
def test_no_picture_stands_twice_on_a_card(name):
    cards: dict[str, list[str]] = {}
    for section in paper(name).handout.sections:
        drawn = [block.subject for block in section.blocks if isinstance(block, Picture)]
        cards.setdefault(section.card, []).extend(drawn)
    assert all(len(drawn) == len(set(drawn)) for drawn in cards.values())


@pytest.mark.parametrize("name", CHILDREN)
def test_every_picture_says_what_it_shows_in_three_ways_and_cites(name):
    for drawn in pictures(name).values():
        for each in drawn:
            said = (each.title.text, each.how_to_read.text, each.alternative)
            assert len({*said}) == 3
            assert all(said)
            assert "{" not in "".join(said)
            assert not any(forbidden_in(text) for text in said if "°" not in text)
            assert (each.title.kind, each.how_to_read.kind) == ("label", "sentence")
            assert each.title.sources == each.how_to_read.sources
            assert each.title.sources
            assert "house" not in each.title.sources


def test_the_trace_names_title_and_how_to_read_with_their_sources():
    traced = {entry["id"]: entry for entry in trace_of(paper(CHILDREN[0]).handout.pieces())}
    for part, kind in (("title", "label"), ("how", "sentence")):
        entry = traced[f"tests.picture.tap.{part}"]
        assert entry["kind"] == kind
        assert entry["sources"] == ["S3-22", "PP-51"]


def test_a_picture_is_sized_to_be_read_at_once():
    """At most 60 words stand with a picture (PEMAT U8), and a title is short (U17)."""
    for name in CHILDREN:
        for drawn in pictures(name).values():
            for each in drawn:
                assert len(each.title.text.split()) <= 6
                assert len(each.how_to_read.text.split()) <= 45


def test_no_temperature_but_the_clinics_and_no_number_to_call_stand_at_the_pictures():
    texts = release().texts["en"].texts
    said = {key: text for key, text in texts.items() if ".picture." in key and key.startswith("handout.")}
    assert len(said) >= 3 * len(SUBJECTS)
    assert not [key for key, text in said.items() if any(letter.isdigit() for letter in text)]
    with_limit = [key for key, text in said.items() if "{threshold}" in text]
    assert with_limit == ["handout.call.picture.thermometer.how"]
    assert all("phone}" not in text for text in said.values())
    limit = clinic().fever_threshold
    (how,) = [
        block.how_to_read.text
        for block in pictures(CHILDREN[0])["call_more"]
        if block.subject == "thermometer"
    ]
    assert str(limit.value) in how
    assert limit.measured in how


def test_a_picture_ends_the_paragraph_before_it():
    """What follows begins a new one."""
    section = next(one for one in paper(CHILDREN[0]).handout.sections if one.id == "tests")
    kinds = [type(block) for block in section.blocks]
    last = max(index for index, kind in enumerate(kinds) if kind is Picture)
    assert kinds[last + 1] is Paragraph
