"""Every child who is not in remission after induction: the road, and who belongs to the study of 2012.

"No other high-risk feature" joins parts that share no question (a test says so), so each part is gone through
on its own, and then every combination of their truths with everything else that the subgroup rests on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment
from allcounsel.domain.condition import AllOf, Compare, Condition, Named, Not, compares_of
from allcounsel.domain.ids import RuleId
from allcounsel.services.case_file import read_case
from helpers import second_rows
from helpers.every_relapse import (
    BLOCKS,
    FEWER_OF_THE_SUBGROUP,
    ONE_OPEN_AT_A_TIME,
    SUBGROUP,
    TRUTHS_OF_BLOCKS,
    every,
    every_refractory,
    how_many,
)
from helpers.second_reading import facts_of, nodes_of
from helpers.second_rows import high_risk_features, rows_after_induction
from helpers.shipped import TODAY, engine, release

Json = dict[str, Any]

SURE = {"tests", "risk_group", "induction", "response_check", "cns_therapy", "supportive_care"}
SIDE_BY_SIDE = {"high_risk_chemotherapy", "transplant", "trial"}
FOR_B_CELLS = {"blinatumomab", "inotuzumab", "car_t"}
WORDS = {True: "yes", False: "no", None: "unknown"}


def assessed(document: Json, of: Engine) -> Assessment:
    case = read_case(document, release().dictionary, TODAY).case
    assert case is not None
    return of.assess(case)


def wrong(document: Json, found: Assessment) -> Iterator[str]:
    """Where the rows or the road are not as the second reading has them, or break what always holds."""
    truths = {str(each.rule): each.truth.value for each in found.findings}
    rows = {row: WORDS[truth] for row, truth in rows_after_induction(document).items()}
    yield from (f"row {row} is not {truth}" for row, truth in rows.items() if truths[row] != truth)
    if [truths[row] for row in ("E5", "E6", "E7")].count("yes") > 1:
        yield "E5, E6 and E7 rule each other out"
    if (truths["E6"] == "yes") != (truths["E5"] == "unknown"):
        yield "E6 stands exactly where E5 is open"
    yield from wrong_on_the_road(document, found)


def wrong_on_the_road(document: Json, found: Assessment) -> Iterator[str]:
    """Options side by side, none heavier than another, and none for another cell type."""
    assert found.pathway is not None
    nodes = {str(node.id): node.style.value for node in found.pathway.nodes}
    if nodes != nodes_of(document, facts_of(document), found.group):
        yield f"the road is {nodes}"
    options = {node: style for node, style in nodes.items() if node not in SURE}
    heavy = {node for node, style in options.items() if style == "solid"}
    ph_positive = facts_of(document).genes["bcr_abl1"] == "detected"
    if heavy != ({"tki"} if ph_positive else set()) or not set(options) >= SIDE_BY_SIDE:
        yield "an option is missing or is drawn as sure"
    lineage = facts_of(document).lineage
    forbidden = {"t_cell": FOR_B_CELLS, "b_cell": {"nelarabine"}, None: set()}[lineage]
    yield from (f"{node} is forbidden" for node in forbidden & set(nodes))
    starts = {start for start, end in found.pathway.edges if end in options}
    if starts != {"response_check"}:
        yield f"options hang on {starts}"


def first_wrong(of: Engine, values: Mapping[str, tuple[Any, ...]]) -> tuple[int, list[str]]:
    """How many were looked at, and the first that is wrong."""
    number = 0
    for number, (document, _) in enumerate(every_refractory(values), 1):
        found = list(wrong(document, assessed(document, of)))
        if found:
            return number, [*found, str(document)]
    return number, []


@pytest.mark.parametrize("values", [FEWER_OF_THE_SUBGROUP, pytest.param(SUBGROUP, marks=pytest.mark.prove)])
def test_every_refractory_child_has_the_rows_and_the_road_of_the_texts(values, capsys):
    number, found = first_wrong(engine(), values)
    stand_for = how_many(values)
    for block in BLOCKS.values():
        stand_for *= how_many(block)
    say(capsys, f"refractory: {number:,} combinations, 0 counterexamples (they stand for {stand_for:,})")
    assert found == []
    assert number == how_many(values) * 3 ** len(BLOCKS)


@pytest.mark.parametrize("block", list(BLOCKS))
def test_every_part_of_no_other_high_risk_feature_is_read_the_same(block, capsys):
    truths = set()
    for document in every(BLOCKS[block], situation="refractory", lineage="b_cell"):
        by_rule = {str(each.rule): each.truth.value for each in assessed(document, engine()).findings}
        assert by_rule[block] == WORDS[high_risk_features(document)[block]], document
        truths.add(by_rule[block])
    assert truths == {"yes", "no", "unknown"}
    say(capsys, f"{block}: {how_many(BLOCKS[block])} combinations, 0 counterexamples")


def test_the_answers_that_stand_for_a_part_have_its_truth():
    for document, chosen in every_refractory({"lineage": ("b_cell",)}):
        found = high_risk_features(document)
        assert {block: WORDS[found[block]] for block in TRUTHS_OF_BLOCKS} == chosen


# ---------------------------------------------------------------- what rests on what


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The conditions that all have to hold, and those of which none may."""
    match condition:
        case AllOf():
            for part in condition.parts:
                yield from parts_of(part)
        case Not():
            yield from getattr(condition.part, "parts", (condition.part,))
        case _:
            yield condition


def test_the_subgroup_joins_parts_that_share_no_question():
    conditions = release().rules.conditions
    named: dict[str, set[str]] = {}
    for part in parts_of(conditions[RuleId("E5")]):
        name = str(part.rule) if isinstance(part, Named) else str(getattr(part, "feature", part))
        named.setdefault(name, set()).update(c.feature for c in compares_of(part, conditions))
    for one, other in combinations(named, 2):
        assert not named[one] & named[other], (one, other)
    asked = {feature for features in named.values() for feature in features}
    assert asked == {"situation", *SUBGROUP, *(path for block in BLOCKS.values() for path in block)}
    assert {name: named[name] for name in BLOCKS} == {name: set(block) for name, block in BLOCKS.items()}


def test_the_road_rests_on_cell_type_and_the_philadelphia_change():
    conditions = release().rules.conditions
    rows = [row for row in release().pathways.rows if not row.id.startswith(("first-", "relapse-"))]
    named = {c.feature for row in rows for c in compares_of(row.when, conditions)}
    assert named == {"situation", "lineage", "genetics.bcr_abl1"}


# ---------------------------------------------------------------- planted faults


def without_part(of_rule: str, target: str) -> Engine:
    """The engine with one part of a rule left out."""

    def less(condition: Condition) -> Condition:
        parts = getattr(condition, "parts", None)
        if parts is not None:
            kept = tuple(less(part) for part in parts if not is_target(part))
            return replace(condition, parts=kept)  # type: ignore[type-var]
        inner = getattr(condition, "part", None)
        return replace(condition, part=less(inner)) if isinstance(condition, Not) and inner else condition

    def is_target(part: Condition) -> bool:
        name = str(part.rule) if isinstance(part, Named) else None
        compared = f"{part.feature} {part.operator}" if isinstance(part, Compare) else None
        return target in (name, compared)

    rules = tuple(
        replace(rule, when=less(rule.when)) if rule.id == of_rule else rule for rule in release().rules.rules
    )
    assert rules != release().rules.rules, target
    return Engine(release().dictionary, replace(release().rules, rules=rules), release().pathways)


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        *(("E5", part) for part in ("P4", "P6", "P7", "P8", "cns_status is", "testicular_disease is")),
        ("E5", "age_at_diagnosis at_least"),
        ("E5", "age_at_diagnosis less_than"),
        ("E5", "lineage is"),
        ("E7", "P5"),
        ("E7", "age_at_diagnosis at_least"),
    ],
)
def test_a_part_that_is_left_out_is_found(rule, part):
    assert first_wrong(without_part(rule, part), ONE_OPEN_AT_A_TIME)[1]


def test_a_sixth_birthday_that_is_a_year_off_is_found(monkeypatch):
    monkeypatch.setattr(second_rows, "SIXTH_BIRTHDAY", 5)
    assert first_wrong(engine(), ONE_OPEN_AT_A_TIME)[1]


def test_an_option_that_is_drawn_as_sure_is_found():
    table = release().pathways
    rows = tuple(
        replace(row, nodes=tuple((node, table.rows[0].nodes[0][1]) for node, _ in row.nodes))
        if row.id in ("refractory-any", "refractory-b-cell")
        else row
        for row in table.rows
    )
    heavy = Engine(release().dictionary, release().rules, replace(table, rows=rows))
    assert first_wrong(heavy, ONE_OPEN_AT_A_TIME)[1]


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
