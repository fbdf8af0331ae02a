"""A language is the program's only when every text that the window can ask for is there as in English."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from allcounsel.domain.text import fingerprint
from allcounsel.services.family_keys import family_keys
from allcounsel.services.program_keys import program_keys
from allcounsel.services.translations import (
    Lack,
    Lacking,
    lacking,
    lacking_for_program,
    program_languages,
)
from helpers.shipped import release

HELP, RULE = "labels.features.wbc_at_diagnosis.help", "rules.P4.yes.clinician"


def without(*keys):
    """The release after these Spanish texts were lost."""
    spanish = release().texts["es"]
    left = {key: text for key, text in spanish.texts.items() if key not in keys}
    return replace(release(), texts={**release().texts, "es": replace(spanish, texts=left)})


def with_english(key, text):
    english = release().texts["en"]
    changed = replace(english, texts={**english.texts, key: text})
    return replace(release(), texts={**release().texts, "en": changed})


def test_spanish_is_whole():
    assert lacking_for_program(release(), "es") == ()
    assert program_languages(release()) == ("en", "es")


@pytest.mark.parametrize("key", [HELP, RULE, "pathway.trial.clinician", "reference.conflicts.C-9.shown"])
def test_one_missing_text_takes_the_language_from_the_program_and_not_from_the_paper(key):
    content = without(key)
    assert lacking_for_program(content, "es") == (Lacking(key, Lack.MISSING),)
    assert program_languages(content) == ("en",)
    assert lacking(content, "es") == ()


def test_a_stale_text_does_too():
    content = with_english(HELP, "Anything else.")
    assert lacking_for_program(content, "es") == (Lacking(HELP, Lack.STALE),)
    assert lacking(content, "es") == ()


def test_a_language_without_whole_papers_is_not_the_programs_either():
    assert program_languages(without("topics.age.name")) == ("en",)


def test_family_texts_and_the_programs_are_told_apart_and_are_all_there_are():
    family, program = set(family_keys(release())), set(program_keys(release()))
    rest = set(release().texts["en"].texts) - family - program
    assert not family & program
    assert all(re.fullmatch(r"rules\.\w+\.\w+\.family", key) for key in rest), rest


def test_spanish_holds_nothing_else():
    wanted = {*family_keys(release()), *program_keys(release())}
    assert set(release().texts["es"].texts) == wanted


# ---- the same meaning, as far as signs can tell
NUMBERS = re.compile(r"\d[\d.,]*\d|\d")
NAMES = re.compile(r"\b(?:CNS\d|M\d|BCR::ABL1|KMT2A|TCF3::\w+|ETV6::RUNX1|IKZF1|iAMP21|PH-\d+|NCI|COG|BFM)\b")


def differing(english, spanish):
    """What the two do not have in common of numbers, names and bold marks."""
    for what in (NUMBERS, NAMES, re.compile(r"\*\*")):
        if sorted(what.findall(english)) != sorted(what.findall(spanish)):
            yield what.pattern


def test_numbers_names_and_marks_are_those_of_the_english():
    english, spanish = release().texts["en"], release().texts["es"]
    odd = {key: (english.texts[key], spanish.texts[key]) for key in program_keys(release())}
    assert {key: pair for key, pair in odd.items() if list(differing(*pair))} == {}


@pytest.mark.parametrize(
    "changed", ["50 × 10⁹/L o más en CNS3", "5 × 10⁹/L o más en CNS2", "5 × 10⁹/L o más en el SNC"]
)
def test_a_wrong_number_or_name_would_be_noticed(changed):
    assert not list(differing("5 × 10⁹/L or more in CNS3", "5 × 10⁹/L o más en CNS3"))
    assert list(differing("5 × 10⁹/L or more in CNS3", changed))


def test_every_text_says_from_which_english_it_was_made():
    english, spanish = release().texts["en"], release().texts["es"]
    assert all(spanish.made_from[key] == fingerprint(english.texts[key]) for key in program_keys(release()))
