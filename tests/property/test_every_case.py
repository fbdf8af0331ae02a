"""The laws of the risk group in every case there is: every class of every answer, not known included.

How the whole space becomes countable. A group rule sees six blocks of features through a few conditions each
(``mixed_blocks`` proves it from the rules). Within a block every member is worked out. Members that those
conditions cannot tell apart, now and at each step of the engine's search, are one case to the engine: so each
product of what can be told apart is assessed, and stands for all its members. Nothing is sampled.
"""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest

from allcounsel.domain.answers import MRD_METHODS, WHITE_COUNT_UNITS, Age, Answer, WhiteCount
from allcounsel.domain.case import Case
from allcounsel.domain.ids import FeatureId
from helpers.block_laws import closed_too_early, read_otherwise, unlike_all
from helpers.case_space import (
    BLOCKS,
    blocks_in_search,
    kept_past_an_answer,
    mixed_blocks,
    mrds_by,
    ways_of_not_knowing,
)
from helpers.every_shipped_case import SITUATIONS, nothing_found, plain, run, space
from helpers.group_laws import (
    added_by_an_answer,
    apart_from,
    milder_when_worse,
    unlike_their_representatives,
    without_one_group,
    wrong_group,
    wrong_possible,
    wrong_status,
)
from helpers.shipped import engine, release

LAWS = (wrong_possible, wrong_group, wrong_status, milder_when_worse, added_by_an_answer)
PROVE = pytest.mark.prove


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")


# ---------------------------------------------------------------- why blocks may be taken one by one


def test_no_rule_mixes_two_blocks():
    assert list(mixed_blocks(release().rules)) == []


def test_the_search_takes_one_block_after_the_other():
    """So what it sees of a block does not depend on what is open in another."""
    assert sorted(blocks_in_search(plain())) == sorted(block.name for block in BLOCKS)


def test_the_search_keeps_no_outcome_that_the_next_answer_can_change():
    """So at each step it sees what the rules say of that step."""
    assert list(kept_past_an_answer(plain())) == []


# ---------------------------------------------------------------- why one answer stands for many


def test_every_way_of_not_knowing_is_the_same_to_the_rules():
    """Left out, pending, failed, not tested, inadequate: nothing of it reaches the rules."""
    none = Case()
    for name in (name for block in BLOCKS for name in block.features if name != "situation"):
        for answer in ways_of_not_knowing(engine()._dictionary[name]):
            case = Case({name: answer})
            assert engine()._facts(case) == engine()._facts(none)
            assert list(engine()._open_features(case)) == list(engine()._open_features(none))


PERCENTS = (
    "0.0001",
    "0.009999",
    "0.01",
    "0.010001",
    "0.02",
    "0.99",
    "0.999999",
    "1.000001",
    "1.5",
    "30",
    "100",
)
COUNTS = ("0.01", "24.9", "49", "49.95", "49.999999", "50", "50.000001", "51", "99", "3000")
NUMBERS: dict[str, tuple[Answer, ...]] = {
    "age_at_diagnosis": tuple(Age(years, months) for years in range(41) for months in (None, 0, 11)),
    "wbc_at_diagnosis": tuple(
        WhiteCount(Decimal(count) * (1000 if unit == "/uL" else 1), unit)
        for count in COUNTS
        for unit in WHITE_COUNT_UNITS
    ),
    "end_of_induction.mrd": tuple(
        mrd for method in MRD_METHODS for mrd in mrds_by(method, map(Decimal, PERCENTS))
    ),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_every_other_number_behaves_like_one_that_is_tried(name):
    table = next(table for table in space("first_treatment").tables if name in table.block.features)
    assert list(unlike_all(table, FeatureId(name), NUMBERS[name])) == []


# ---------------------------------------------------------------- one block, every member


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_member_of_every_block_is_true_as_the_second_reading_says(situation, capsys):
    members = sum(len(table.kind_of) for table in space(situation).tables)
    wrong = list(read_otherwise(space(situation)))
    say(capsys, f"{situation}: {members:,} members of blocks, now and completed, {len(wrong)} read otherwise")
    assert wrong[:3] == []


@pytest.mark.parametrize("situation", SITUATIONS)
def test_nothing_that_is_open_counts_as_yes_or_no(situation):
    assert list(closed_too_early(space(situation))) == []


# ---------------------------------------------------------------- every case


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_complete_case_has_exactly_one_group(situation, capsys):
    """Once the protocol has decided each verdict that the sources leave open."""
    wrong = list(without_one_group(space(situation)))
    say(capsys, f"{situation}: {space(situation).complete:,} complete cases, {len(wrong)} without one group")
    assert wrong[:3] == []


@pytest.mark.parametrize("how", ["coarse", pytest.param("full", marks=PROVE)])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_laws_hold_in_every_case(situation, how, capsys):
    cases = run(situation, how)
    covered = sum(map(cases.space.stands_for, cases))
    wrong = {law.__name__: list(law(cases)) for law in LAWS}
    number = sum(map(len, wrong.values()))
    whole = f"{covered:,} cases, told apart as {len(cases):,}"
    part = f"{len(cases):,} cases, one for each set of truths and outcomes of the blocks"
    say(capsys, f"{situation}: {whole if how == 'full' else part}, {number} counterexamples")
    assert {name: found[:3] for name, found in wrong.items() if found} == {}
    assert (covered == cases.space.size) is (how == "full")


@pytest.mark.parametrize("among", ["nothing found", pytest.param("all", marks=PROVE)])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_member_behaves_as_the_one_that_stands_for_it(situation, among, capsys):
    """Apart from any reasoning about rules: each member of each block, among all that the others can do."""
    cases = run(situation, "coarse")
    keys = list(cases) if among == "all" else [nothing_found(cases.space)]
    number, wrong = 0, []
    for place, table in enumerate(cases.space.tables):
        number += len(table.kind_of) * len(apart_from(place, keys))
        wrong += list(unlike_their_representatives(cases, place, keys))
    say(capsys, f"{situation}: {number:,} cases of a member among others, {len(wrong)} behave otherwise")
    assert wrong[:3] == []
