"""What the core says of a case in English is known to the window, which says it in its own language."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import allcounsel.domain.relapse
from allcounsel.domain.errors import Problem
from allcounsel.domain.feature import FeatureKind
from allcounsel.services.answer_reading import read_answer
from allcounsel.services.export_handout import unprintable
from allcounsel.services.numbers import CLAUSES
from allcounsel.services.quality.cci import CLEAR_COMMUNICATION
from allcounsel.services.quality.pemat import ACTIONABILITY, UNDERSTANDABILITY
from allcounsel.ui.core_words import BANDS, NO_NUMBERS, SCORES, in_words
from allcounsel.ui.problem_words import problem_sentence, refusal
from allcounsel.ui.tongue import speak
from helpers.papers import clinic
from helpers.shipped import TODAY, case


@pytest.fixture
def spanish(qapp, core):
    speak("es", core.paths.resources)
    yield
    speak("en", core.paths.resources)


def test_every_reason_for_no_figures_is_known():
    assert tuple(reason for _, reason in CLAUSES) == NO_NUMBERS


def test_every_checklist_that_is_shown_is_known():
    assert {scale.name for scale in (ACTIONABILITY, UNDERSTANDABILITY, CLEAR_COMMUNICATION)} == set(SCORES)


def bands_in(source):
    """The words before every way to lean, as they stand in the code of the clocks."""
    for pair in ast.walk(ast.parse(source)):
        if isinstance(pair, ast.Tuple) and len(pair.elts) == 2 and isinstance(pair.elts[1], ast.Name):
            band = pair.elts[0]
            if isinstance(band, ast.Constant) and isinstance(band.value, str):
                yield band.value


def test_every_band_of_a_clock_is_known():
    found = set(bands_in(Path(allcounsel.domain.relapse.__file__).read_text(encoding="utf-8")))
    assert len(found) > 8
    assert found | {"exactly {n} months"} == set(BANDS)


def test_one_more_band_would_be_noticed():
    assert list(bands_in('def k():\n    return "over 9 months", LATER\n')) == ["over 9 months"]


def test_holes_are_filled_again(spanish):
    assert in_words("exactly 18 months") == "exactamente 18 meses"
    assert in_words("from 20 to 120.") == "de 20 a 120."


def test_in_english_nothing_changes(qapp):
    assert in_words("exactly 18 months") == "exactly 18 months"


def test_what_is_not_known_stays_as_it_is(spanish):
    assert in_words("something else") == "something else"


FIRST = {"situation": "first_treatment"}

REFUSED = [
    ("age_at_diagnosis", {"years": 50}),
    ("age_at_diagnosis", {"years": 5, "months": 12}),
    ("wbc_at_diagnosis", {"value": 0, "unit": "10*9/L"}),
    ("wbc_at_diagnosis", {"value": 42000, "unit": "10*9/L"}),
    ("wbc_at_diagnosis", {"value": 9000000, "unit": "/uL"}),
    ("end_of_induction.mrd", {"percent": 101, "method": "flow"}),
    ("end_of_induction.mrd", {"below": 0, "method": "flow"}),
    ("genetics.chromosome_number", 12),
    ("genetics.dna_index", 9),
    ("csf.wbc", 10**50),
]


@pytest.mark.parametrize(("name", "raw"), REFUSED)
def test_an_answer_out_of_range_is_refused_in_spanish(spanish, core, name, raw):
    problems = read_answer(core.release.dictionary[name], raw, TODAY).problems
    assert problems
    for problem in problems:
        message = problem.message.removeprefix(f"{problem.field}: ")
        assert problem_sentence(problem) != message[:1].upper() + message[1:]


def test_every_number_that_can_be_typed_is_among_them(core):
    """A new kind of number brings a new sentence."""
    numbers = {FeatureKind.AGE, FeatureKind.WHITE_COUNT, FeatureKind.MRD, FeatureKind.INTEGER}
    kinds = {core.release.dictionary[name].kind for name, _ in REFUSED}
    assert kinds >= numbers


def test_a_sign_that_cannot_be_printed_is_told_with_its_field(spanish, core):
    (problem,) = unprintable(case(FIRST), replace(clinic(), address="Main street ☃"), core.measure)
    assert refusal(problem).startswith("clinic.address: '☃' (snowman) no se puede imprimir")


def test_a_problem_without_a_field_keeps_its_words():
    assert refusal(Problem("", "not_json", "this is nested too deeply.")) == "this is nested too deeply."
