"""The engine and the second reading, written apart from the same texts, must say the same of every case.

A difference is evidence against either of them, or against the text: read the text before changing a side.
"""

from __future__ import annotations

import io
import json
import random
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import count, islice
from typing import Any

import pytest

from allcounsel.cli import run
from helpers import second_clocks, second_reading
from helpers.random_cases import random_case
from helpers.second_clocks import RelapseReading

Case = dict[str, Any]
Answer = dict[str, Any]

SEED = 20261101
SETS = ("special_groups", "possible_special_groups")


def random_cases(how_many: int) -> list[Case]:
    rng = random.Random(SEED)  # noqa: S311 - a fixed seed, nothing secret
    return [random_case(rng) for _ in range(how_many)]


def random_relapses(how_many: int) -> list[Case]:
    rng = random.Random(SEED)  # noqa: S311 - a fixed seed, nothing secret
    every = (random_case(rng) for _ in count())
    return list(islice((case for case in every if case["situation"] == "relapse"), how_many))


def answers_of_the_engine(cases: list[Case]) -> list[Answer]:
    """One answer a case, by the program's own way in; a refused case answers with its errors."""
    stdin = io.StringIO("".join(json.dumps(case) + "\n" for case in cases))
    stdout, stderr = io.StringIO(), io.StringIO()
    run(["assess", "--lines", "-", "--json"], stdin, stdout, stderr)
    answers = [from_assessment(json.loads(line)) for line in stdout.getvalue().splitlines()]
    assert len(answers) == len(cases), stderr.getvalue()[:2000]
    return answers


def from_assessment(assessment: Answer) -> Answer:
    if "errors" in assessment:
        return {"errors": assessment["errors"]}
    nodes = (assessment["pathway"] or {"nodes": []})["nodes"]
    return {
        "status": assessment["status"],
        "group": assessment["group"],
        "possible_groups": assessment["possible_groups"],
        **{key: sorted(assessment[key]) for key in SETS},
        "flags": sorted(assessment["flags"]),
        "nodes": {node["id"]: node["style"] for node in nodes},
        "current": sorted(node["id"] for node in nodes if node["current"]),
        "relapse": clocks_of(assessment["relapse"]),
    }


def clocks_of(relapse: Answer | None) -> Answer | None:
    """The clocks without their words: a band is put into words by the engine alone."""
    if relapse is None:
        return None
    clocks = {each["id"]: [each["months"], each["days"], each["lean"]] for each in relapse["clocks"]}
    return {key: relapse[key] for key in ("site", "isolated", "agree")} | {"clocks": clocks}


def from_second_reading(case: Case) -> Answer:
    reading = second_reading.read(case)
    return {
        "status": reading.status,
        "group": reading.group,
        "possible_groups": list(reading.possible_groups),
        **{key: sorted(getattr(reading, key)) for key in SETS},
        "flags": sorted(reading.flags),
        "nodes": dict(reading.nodes),
        "current": sorted(reading.current),
        "relapse": clocks_read(reading.relapse),
    }


def clocks_read(relapse: RelapseReading | None) -> Answer | None:
    if relapse is None:
        return None
    clocks = {name: [each.months, each.days, each.lean] for name, each in relapse.clocks.items()}
    return {"site": relapse.site, "isolated": relapse.isolated, "agree": relapse.agree, "clocks": clocks}


def differing(engine: Answer, second: Answer) -> tuple[str, ...]:
    """The parts in which two answers differ; a refused valid case differs in "errors"."""
    return tuple(key for key in sorted({*engine, *second}) if engine.get(key) != second.get(key))


def differences(cases: list[Case], engine: list[Answer]) -> list[int]:
    """The numbers of the cases on which the two do not agree."""
    pairs = enumerate(zip(cases, engine, strict=True))
    return [number for number, (case, answer) in pairs if differing(answer, from_second_reading(case))]


# ---------------------------------------------------------------- a difference that a person can read


def smallest(case: Case) -> Case:
    """The case with every key taken out that the same difference does not need."""
    wanted = difference_of(case)
    shrinking = True
    while shrinking:
        shrinking = False
        for fewer in with_one_key_less(case):
            if difference_of(fewer) == wanted:
                case, shrinking = fewer, True
                break
    return case


def difference_of(case: Case) -> tuple[str, ...]:
    return differing(answers_of_the_engine([case])[0], from_second_reading(case))


def with_one_key_less(case: Case) -> Iterator[Case]:
    for key, value in case.items():
        if key != "situation":
            yield {other: case[other] for other in case if other != key}
        # An object whose keys belong together ({"value", "unit"}) stays whole.
        if key in ("genetics", "end_of_induction", "relapse", "prior") and isinstance(value, dict):
            for inner in value:
                yield {**case, key: {other: value[other] for other in value if other != inner}}


def relapses(cases: list[Case]) -> int:
    return sum(case["situation"] == "relapse" for case in cases)


def report(cases: list[Case], numbers: list[int]) -> str:
    """How many differ, and the first of them as small as it goes, with both answers."""
    if not numbers:
        return f"{len(cases):,} random cases ({relapses(cases):,} relapses), 0 differences"
    case = smallest(cases[numbers[0]])
    engine, second = answers_of_the_engine([case])[0], from_second_reading(case)
    parts = differing(engine, second)
    both = [
        f"  engine         {json.dumps({key: engine.get(key) for key in parts}, sort_keys=True)}",
        f"  second reading {json.dumps({key: second.get(key) for key in parts}, sort_keys=True)}",
    ]
    first = f"first (number {numbers[0]}): {json.dumps(case, separators=(',', ':'))}"
    return "\n".join([f"{len(cases):,} cases, {len(numbers):,} differences", first, *both])


# ---------------------------------------------------------------- the tests


@pytest.mark.parametrize(
    ("drawn", "how_many"),
    [
        (random_cases, 300),
        (random_relapses, 300),
        pytest.param(random_cases, 10_000, marks=pytest.mark.prove),
        pytest.param(random_relapses, 10_000, marks=pytest.mark.prove),
    ],
)
def test_the_engine_and_the_second_reading_agree(drawn, how_many, capsys):
    cases = drawn(how_many)
    numbers = differences(cases, answers_of_the_engine(cases))
    figure = report(cases, numbers)
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
    assert not numbers, figure


@pytest.fixture(scope="module")
def thousand_answers() -> tuple[list[Case], list[Answer], set[int]]:
    """Enough cases for the rarest of the faults below; the engine is asked once for all of them."""
    cases = random_cases(1000)
    engine = answers_of_the_engine(cases)
    return cases, engine, set(differences(cases, engine))


@pytest.fixture(scope="module")
def answers_after_a_relapse() -> tuple[list[Case], list[Answer], set[int]]:
    cases = random_relapses(700)
    engine = answers_of_the_engine(cases)
    return cases, engine, set(differences(cases, engine))


@pytest.mark.parametrize(
    ("limit", "wrong"),
    [
        ("YEAR_AND_A_HALF", (18, 1)),
        ("THREE_YEARS_OF_DIAGNOSIS", (36, 1)),
        ("HALF_A_YEAR", (5, 29)),
        ("HALF_A_YEAR", (6, 1)),
        ("THREE_YEARS_OF_REMISSION", (36, 1)),
        ("UNDER_HALF_A_YEAR", (6, 1)),
        ("THREE_YEARS_OFF_TREATMENT", (35, 31)),
        ("THREE_YEARS_OFF_TREATMENT", (36, 1)),
    ],
)
def test_a_clock_that_is_one_day_wrong_is_found(limit, wrong, monkeypatch, answers_after_a_relapse):
    cases, engine, already_different = answers_after_a_relapse
    monkeypatch.setattr(second_clocks, limit, wrong)
    assert set(differences(cases, engine)) - already_different


@pytest.mark.parametrize(
    ("limit", "wrong"),
    [
        ("COUNT_LIMIT", Decimal(51)),
        ("FIRST_BIRTHDAY", 2),
        ("TENTH_BIRTHDAY", 11),
        ("MRD_YES", Decimal(2)),
        ("MRD_NO", Decimal("0.1")),
        ("VERY_HIGH_GENES", ("bcr_abl1", "kmt2a_r", "hypodiploidy_lt44")),
        ("VERY_HIGH_GENES", ("bcr_abl1", "kmt2a_r", "tcf3_hlf")),
        ("VERY_HIGH_GENES", ("bcr_abl1", "hypodiploidy_lt44", "tcf3_hlf")),
        ("HIGHER_GENES", ("iamp21", "bcr_abl1_like")),
        ("HIGHER_CHROMOSOME_NUMBERS", (44,)),
        ("COUNTING_METHODS", ("flow", "pcr")),
        ("STEROIDS_GIVEN", ("up_to_24h", "over_24h")),
        ("NEVER_IN_T_CELL", set()),
    ],
)
def test_a_planted_fault_is_found(limit, wrong, monkeypatch, thousand_answers):
    cases, engine, already_different = thousand_answers
    monkeypatch.setattr(second_reading, limit, wrong)
    assert set(differences(cases, engine)) - already_different
