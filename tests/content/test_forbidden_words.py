"""What a family is never told (evidence 5.4), looked for in every text that a family can be shown."""

from __future__ import annotations

import re

import pytest

from helpers.shipped import release

LONGEST_SENTENCE = 22
FAMILY_PLACES = ("handout.", "topics.", "pathway.")
NUMBERS = "handout.numbers."
"""The one section that may hold a figure; it prints only when the family asked (evidence 5.3)."""

FORBIDDEN = {
    "a promise": r"\bcur(e|es|ed|able)\b|guarante|always works?\b",
    "despair": r"\bterminal\b|no hope\b|hopeless|\bdie[ds]?\b|\bdying\b|\bdeaths?\b|\bfatal\b",
    "a child who failed": r"\bfail(s|ed|ure)?\b",
    "low risk": r"\blow(er)?[ -]risk\b",
    "no leukaemia left": r"no (more )?leukaemia (is )?(left|remains)|(free|rid) of leukaemia|leukaemia-free",
    "a certain transplant": r"\bneeds? (a|another|no|the|to have a) (second )?transplant"
    r"|transplant is (needed|necessary|not needed)",
    "certain radiation": r"radiation (is|will be) (needed|necessary|given to (all|every))|needs? radiation",
    "an order": r"\bmust\b|\bshould\b|\bhas to\b|\bhave to (have|get|take)\b|recommend",
    "a dose": r"\b\d+([.,]\d+)? ?(mg|mcg|µg|g|ml|mL|Gy|IU|units?|tablets?)\b|mg/m|\bdoub(le|ling)\b"
    r"|\b(skip|stop) (a|the|any|giving|taking)\b",
    "a schedule": r"\bdaily\b|\bweekly\b|\bday \d|\b(once|twice|\d times) (a|per) (day|week|month)\b"
    r"|\bevery (day|week|month|\d)|\bper (day|week)\b|\bfor \d+ (days|weeks)\b",
    "a limit that is not the clinic's": r"\d ?°|\d degrees",
    "a medicine for fever": r"paracetamol|acetaminophen|ibuprofen|aspirin",
    "waiting": r"until (the )?morning|wait and see|not (an )?emergenc|nothing to worry|not serious",
    "what is on offer": r"available (here|at|in)\b|we offer|\bprices?\b|\bcosts?\b|insurance",
    "blame": r"\bfault\b|because (you|your child) (did|gave|ate|let|forgot|were|was)\b|if you had\b"
    r"|runs in the family|your mistake",
    "a cause that blames": r"caused? by (food|phones?|vaccines?|stress|x-rays?)",
    "race, sex or weight": r"\brac(e|ial)\b|ethnic|\b(boy|girl|male|female)s?\b|\boverweight\b|\bobes",
    "adults": r"\badults?\b|grown-?ups?\b",
    "approval": r"(?<!not checked or )approved\b|endors|on behalf of",
    "another child": r"than (another|any other) child|(better|worse) off|\bunlike other\b",
    "a percentage": r"%|per ?cent|\bpercentage",
    "odds": r"\bodds\b|\bsurviv(al|e|ed)\b|\b\d+ (out of|in) \d+|\bhalf of (the|all)\b",
    "a bare early or late": r"\b(early|late) relapse",
    "a cheer": r"!",
}

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
    "odds": ("About 9 in 10 children do well.", "The survival is good."),
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


def forbidden_in(text):
    """What is wrong with a text."""
    return {what for what, pattern in FORBIDDEN.items() if re.search(pattern, text, flags=re.IGNORECASE)}


def allowed_in(key):
    """A page of numbers holds a figure about groups: nothing else does."""
    return {"odds"} if key.startswith(NUMBERS) else set()


def too_long(text):
    """The sentences with too many words."""
    sentences = re.split(r"(?<=[.?:!])\s+", text)
    return [each for each in sentences if len(re.findall(r"\S*\w\S*", each)) > LONGEST_SENTENCE]


def test_no_family_text_holds_anything_forbidden():
    found = {key: forbidden_in(text) - allowed_in(key) for key, text in family_texts().items()}
    assert {key: what for key, what in found.items() if what} == {}


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


def test_each_kind_of_violation_is_planted():
    assert PLANTED.keys() == FORBIDDEN.keys()


def test_a_planted_long_sentence_is_found():
    assert too_long("It is short. " + "word " * (LONGEST_SENTENCE + 1) + "end.")
    assert not too_long("word " * (LONGEST_SENTENCE - 1) + "end.")
