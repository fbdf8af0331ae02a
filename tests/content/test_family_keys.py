"""What a language has to hold is exactly what papers ask for: composed for every kind of child, compared."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import pytest

from allcounsel.domain.assessment import Status
from allcounsel.domain.handout import PaperChoices
from allcounsel.services.case_file import read_case
from allcounsel.services.compose_handout import compose
from allcounsel.services.family_keys import family_keys
from allcounsel.services.translations import noting
from helpers.papers import FRAME, clinic, measure
from helpers.shipped import TODAY, engine, release

DAYS = (date(2026, 11, 22), date(2027, 6, 1), date(2028, 6, 1))
"""The content fresh, past its review, and long past it."""

NOT_ASKED_HERE = {"pathway.risk_group.line", "labels.groups.t_cell.for_now"}
"""Held for safety: every road with this step has a group to name, and proven T-cell ALL is final."""


def documents():
    """Case files that between them print every sentence: practice children, vignettes, and a few turned."""
    for child in release().practice_children:
        yield child.case
    for vignette in release().vignettes:
        yield vignette.case
    for child in release().practice_children:
        yield {**child.case, "family": {"reader": "teenager", "wants_numbers": "yes"}, "phase": "maintenance"}
        yield {**child.case, "team_group": {"group": "other", "protocol": ""}}
        yield {**child.case, "medicines": list(release().dictionary["medicines"].options)}


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """Every key that composing these papers asks for."""
    content, asked = noting(release())
    for number, document in enumerate(documents()):
        read = read_case(document, content.dictionary, TODAY)
        if read.case is None:
            continue
        assessment = engine().assess(read.case)
        if assessment.status is not Status.OUT_OF_SCOPE:
            day, place = DAYS[number % 3], "US" if number % 2 else "GB"
            made_for = replace(clinic(), country=place)
            choices = PaperChoices(numbers=True)
            compose(read.case, assessment, content, engine(), made_for, day, choices, measure, FRAME)
    return asked


def test_no_paper_asks_for_a_text_that_a_language_need_not_hold(asked):
    assert asked - set(family_keys(release())) == set()


def test_what_a_language_has_to_hold_some_paper_asks_for(asked, capsys):
    """Sentences of the handout are left out: each has a condition of its own, and prints where that holds."""
    wanted = family_keys(release())
    with capsys.disabled():
        sys.stdout.write(f"\n{len(wanted)} texts reach families, {len(asked)} of them on these papers\n")
    others = {key for key in wanted if not key.startswith("handout.")}
    # In English no "or" is put between the clinic's words (see the tests of ``services.measured``).
    by_the_window = {key for key in others if key.startswith("labels.family_view.")}
    assert others - asked == NOT_ASKED_HERE | by_the_window | {"labels.measured.or"}


PICTURE_WORDS = {"alternative", "how", "title", "alive", "not_alive"}
PICTURES = {
    one.id
    for section in release().sections
    for one in section.sentences
    if one.kind in ("picture", "icon_array")
}


def test_every_sentence_of_the_handout_is_among_them():
    sentences = {sentence.id for section in release().sections for sentence in section.sentences}
    held = {key.removeprefix("handout.") for key in family_keys(release()) if key.startswith("handout.")}
    lines = {one.id for section in release().sections for one in section.sentences if one.kind == "lines"}
    drawn = {key for key in held if key.rpartition(".")[2] in PICTURE_WORDS} - sentences
    assert held - drawn == sentences - lines - PICTURES
    assert {key.rpartition(".")[0] for key in drawn} == PICTURES


def test_a_key_that_is_left_out_is_noticed(asked, monkeypatch):
    monkeypatch.setattr("allcounsel.services.family_keys._OF_GROUP", ("name",))
    left_out = asked - set(family_keys(release()))
    assert left_out == {f"labels.groups.{group}.for_now" for group in ("standard", "high", "very_high")}


def test_nothing_that_only_clinicians_read_is_among_them():
    others = [key for key in family_keys(release()) if not key.startswith("handout.")]
    assert not [key for key in others if key.endswith((".clinician", ".words", ".help"))]
    reasons = "P2.yes P4.no P6.no P7.no P10.no P3.yes P4.yes P1.yes P6.yes P7.yes P9.yes P10.yes P5.yes"
    told = [key.removeprefix("rules.") for key in others if key.startswith("rules.")]
    assert told == [f"{reason}.family" for reason in reasons.split()]
