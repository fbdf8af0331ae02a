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
from typing import Any

import pytest

from allcounsel.cli import run
from helpers import second_reading
from helpers.random_cases import random_case

Case = dict[str, Any]
Answer = dict[str, Any]

SEED = 20261101
CLOCK_FLAGS = {"clocks_disagree", "on_the_line"}  # the second reading does not read the relapse clocks
SETS = ("special_groups", "possible_special_groups")


def random_cases(how_many: int) -> list[Case]:
    rng = random.Random(SEED)  # noqa: S311 - a fixed seed, nothing secret
    return [random_case(rng) for _ in range(how_many)]


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
        "flags": sorted(set(assessment["flags"]) - CLOCK_FLAGS),
        "nodes": {node["id"]: node["style"] for node in nodes},
        "current": sorted(node["id"] for node in nodes if node["current"]),
    }


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
    }


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


def report(cases: list[Case], numbers: list[int]) -> str:
    """How many differ, and the first of them as small as it goes, with both answers."""
    if not numbers:
        return f"{len(cases):,} cases, 0 differences"
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


@pytest.mark.parametrize("how_many", [300, pytest.param(10_000, marks=pytest.mark.prove)])
def test_the_engine_and_the_second_reading_agree(how_many, capsys):
    cases = random_cases(how_many)
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
