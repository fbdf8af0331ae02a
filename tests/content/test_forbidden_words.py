"""What a family is never told (evidence 5.4), looked for in every text that a family can be shown."""

from __future__ import annotations

import re

import pytest

from allcounsel.services.family_words import FORBIDDEN, forbidden_in, seen
from helpers.shipped import release

LONGEST_SENTENCE = 22
FAMILY_PLACES = ("handout.", "topics.", "pathway.")
NUMBERS = "handout.numbers."
"""The one section that may hold a figure; it prints only when the family asked (evidence 5.3)."""

PLANTED = {
    "a promise": ("Most children are cured.", "This always works."),
    "despair": ("There is no hope.", "Some children die."),
    "a child who failed": ("Your child failed treatment.",),
    "low risk": ("The group is low risk.", "This is low-risk leukaemia."),
    "no leukaemia left": ("There is no leukaemia left.", "Your child is free of leukaemia."),
    "a certain transplant": ("Your child needs a transplant.", "A transplant is not needed."),
    "certain radiation": ("Radiation will be given to all children.",),
    "an order": ("You must call.", "We recommend a trial.", "It should be started."),
    "a dose": ("Give 5 mg.", "Give 2 tablets.", "Never double a dose.", "Do not skip a dose."),
    "a schedule": ("It is taken once a week.", "Take it daily.", "On day 8 the blood is tested."),
    "a limit that is not the clinic's": ("A temperature of 38 °C or more.",),
    "a medicine for fever": ("Give paracetamol and wait.",),
    "waiting": ("You can wait until morning.",),
    "what is on offer": ("This drug is available here.", "Ask your insurance."),
    "blame": ("This is your fault.", "It runs in the family."),
    "a cause that blames": ("It is caused by food.",),
    "race, sex or weight": ("Boys do slightly worse.",),
    "adults": ("In adults it is different.",),
    "approval": ("These pages are approved by NCI.",),
    "another child": ("Your child does better than another child.",),
    "a percentage": ("About 90% do well.", "About 90 per cent do well."),
    "odds": (
        "About 9 in 10 children do well.",
        "About 90 of 100 children do well.",
        "Nine out of ten children do well.",
        "The survival is good.",
    ),
    "a bare early or late": ("This is an early relapse.",),
    "a cheer": ("You can do it!",),
}


def family_texts():
    """Every text that a family can be shown, by key."""
    return {
        key: text.replace("**", "")
        for key, text in release().texts["en"].texts.items()
        if (key.startswith(FAMILY_PLACES) and not key.endswith(".clinician"))
        or (key.startswith("rules.") and key.endswith(".family"))
    }


def allowed_in(key):
    """A page of numbers holds a figure about groups: nothing else does."""
    return {"odds"} if key.startswith(NUMBERS) else set()


def denominators(text):
    """What figures are of."""
    return set(re.findall(r"\b\d+ (?:out of|of|in)(?: every)? (\d+)", text))


def too_long(text):
    """The sentences with too many words."""
    sentences = re.split(r"(?<=[.?:!])\s+", text)
    return [each for each in sentences if len(re.findall(r"\S*\w\S*", each)) > LONGEST_SENTENCE]


def test_no_family_text_holds_anything_forbidden():
    found = {key: forbidden_in(text) - allowed_in(key) for key, text in family_texts().items()}
    assert {key: what for key, what in found.items() if what} == {}


def test_every_figure_is_of_100():
    assert set().union(*map(denominators, family_texts().values())) == {"100"}


def test_a_figure_of_anything_else_is_noticed():
    assert denominators("About 9 in 10, or 90 of 100, or 1 out of every 20.") == {"10", "100", "20"}


def test_no_sentence_for_families_is_long():
    found = {key: too_long(text) for key, text in family_texts().items()}
    assert {key: sentences for key, sentences in found.items() if sentences} == {}


def test_british_spelling_but_for_the_name_of_a_source():
    american = (
        r"leukemia|diarrhea|anemia|tumor\b|pediatric|counseling|hemoglobin|\bcolor|\bcenter\b|hospitali"
    )
    found = [key for key, text in family_texts().items() if re.search(american, text, flags=re.IGNORECASE)]
    assert found == ["handout.sources.pdq"]


def test_hundreds_of_texts_are_looked_at():
    assert len(family_texts()) > 500


@pytest.mark.parametrize(
    ("what", "text"), [(what, text) for what, texts in PLANTED.items() for text in texts]
)
def test_a_planted_violation_is_found(what, text):
    assert what in forbidden_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "low\u2011risk",
        "low\u2013risk",
        "Low_risk",
        "lo\u00adw risk",
        "low\u200b risk",
        "lowest risk",
        "Risk: low",
    ],
)
def test_low_risk_is_found_however_it_is_written(text):
    assert "low risk" in forbidden_in(text)


def test_a_text_is_looked_at_as_the_eye_takes_it():
    assert seen("A\u00a0b\u2011c_d\u00ade") == "A b-c-de"


def test_each_kind_of_violation_is_planted():
    assert PLANTED.keys() == FORBIDDEN.keys()


def test_a_planted_long_sentence_is_found():
    assert too_long("It is short. " + "word " * (LONGEST_SENTENCE + 1) + "end.")
    assert not too_long("word " * (LONGEST_SENTENCE - 1) + "end.")
