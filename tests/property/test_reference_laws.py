"""Laws of the clinician's reference, on random cases: an unknown is never known, and no child is placed."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allcounsel.domain.answers import Absent
from allcounsel.domain.case import Case, is_open
from allcounsel.domain.reference import CONFLICTS, Scheme
from allcounsel.services.case_file import parse_json, read_case, to_json
from allcounsel.services.reference import InputLine, InputState, SchemeInputs, by_concern
from allcounsel.services.reference_words import ReferenceWords
from allcounsel.services.words import Words
from helpers.random_cases import random_case
from helpers.shipped import TODAY, engine, release

SEEDS = st.integers(min_value=0, max_value=2**32)
SCHEMES = release().reference.schemes
WORDS, SAID = Words(release()), ReferenceWords(Words(release()))


def a_case(seed: int) -> Case:
    rng = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    read = read_case(parse_json(to_json(random_case(rng))), release().dictionary, TODAY)
    assert read.case is not None
    return read.case


def evaluator(case: Case):
    return engine().evaluator(case, engine().assess(case))


def every_line(case: Case) -> list[tuple[Scheme, InputLine]]:
    inputs = SchemeInputs(release(), WORDS, case, evaluator(case))
    return [(scheme, line) for scheme in SCHEMES for line in inputs.lines(scheme)]


def wrongly_known(case: Case, lines: list[tuple[Scheme, InputLine]]) -> list[InputLine]:
    """Lines that call something known, or waited for, that is neither."""
    wrong = []
    for _, line in lines:
        feature, answer = release().dictionary[line.feature], case.get(line.feature)
        asked = case.situation in feature.asked_in
        if line.state is InputState.KNOWN and (is_open(feature, answer) or not asked):
            wrong.append(line)
        if line.state is InputState.WAITING and not (answer is Absent.PENDING and asked):
            wrong.append(line)
    return wrong


@given(SEEDS)
def test_only_what_was_answered_is_known_and_only_what_is_pending_is_waited_for(seed):
    case = a_case(seed)
    lines = every_line(case)
    assert wrongly_known(case, lines) == []
    assert len(lines) == sum(len(scheme.inputs) for scheme in SCHEMES)
    assert all(line.words and line.question for _, line in lines)


def test_a_planted_known_unknown_is_seen():
    case = Case({}).with_answer("situation", "first_treatment")
    scheme, line = every_line(case)[0]
    assert line.state is InputState.UNKNOWN
    assert wrongly_known(case, [(scheme, replace(line, state=InputState.KNOWN))])


def placing(lines: list[tuple[Scheme, InputLine]]) -> list[InputLine]:
    """Lines that name a group of their scheme: the child would have been placed."""
    found = []
    for scheme, line in lines:
        groups = {SAID.scheme(scheme, f"groups.{row.group}") for row in scheme.rows}
        said = f"{line.question} {line.words}"
        if any(re.search(rf"\b{re.escape(group)}\b", said) for group in groups):
            found.append(line)
    return found


@given(SEEDS)
def test_nothing_said_of_a_child_names_a_group_of_the_scheme(seed):
    assert placing(every_line(a_case(seed))) == []


def test_a_planted_placing_is_seen():
    scheme = release().reference.scheme("cog_six")
    line = InputLine(scheme.inputs[0].feature, InputState.KNOWN, "By this scheme", "SR-favourable")
    assert placing([(scheme, line)]) == [line]


@given(SEEDS)
@settings(max_examples=50)
def test_every_conflict_stands_in_exactly_one_place(seed):
    sorted_out = by_concern(release().reference.conflicts, evaluator(a_case(seed)))
    names = [conflict.id for found in sorted_out.values() for conflict in found]
    assert sorted(names) == sorted(CONFLICTS)


def over(cases: int) -> tuple[int, int]:
    """How many lines of so many cases were looked at, and how many placed a child or knew an unknown."""
    looked_at = faults = 0
    for seed in range(cases):
        case = a_case(seed)
        lines = every_line(case)
        looked_at += len(lines)
        faults += len(placing(lines)) + len(wrongly_known(case, lines))
    return looked_at, faults


@pytest.mark.parametrize("cases", [200, pytest.param(5_000, marks=pytest.mark.prove)], ids=["a slice", "all"])
def test_the_figure_of_inputs_that_placed_a_child(cases, capsys):
    looked_at, faults = over(cases)
    with capsys.disabled():
        sys.stdout.write(
            f"\nreference: {cases} random cases, {looked_at} inputs, {faults} placed or invented\n"
        )
    assert looked_at > cases * 50
    assert faults == 0
