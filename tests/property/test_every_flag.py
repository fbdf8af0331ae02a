"""Flags and special groups are those of the texts in every case; what only they rest on moves no group."""

from __future__ import annotations

import sys
from itertools import chain

import pytest

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.case import OUT_OF_SCOPE_LINEAGES, Case
from allcounsel.domain.condition import AllOf, AnyOf, Compare, Named
from allcounsel.domain.ids import FeatureId, RuleId
from helpers.case_space import BLOCKS, mixed_blocks
from helpers.every_shipped_case import SITUATIONS, plain, planted, run
from helpers.flag_laws import (
    HIGHER,
    TEAM_GROUP,
    FlagEngine,
    cases_of_flags,
    cases_of_one_block,
    flag_only_answers,
    given_a_group,
    moved,
    of_the_group,
    read_otherwise,
    resting_on,
)
from helpers.shipped import ALL_CLEAR, case, release

BY_NAME = {block.name: frozenset(block.features) for block in BLOCKS}
RULES = release().rules
TEAMS = ("standard", "high", "very_high", "t_cell", "other")


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")


def test_what_each_flag_and_special_group_rests_on_is_known():
    """So the products below are complete: each flag and special group is inside one of them."""
    found = resting_on(RULES)
    assert found.pop("F1") <= BY_NAME["residual disease"]
    assert found.pop("F2") <= BY_NAME["residual disease"]
    assert found.pop("F3") <= BY_NAME["count"]
    others = {"lineage", "cns_status", "testicular_disease", "steroids_before_treatment"}
    assert found.pop("R15") == {*HIGHER.features, *others}
    assert {rule: sorted(features) for rule, features in found.items()} == {
        "G1": ["lineage"],
        "G2": ["age_at_diagnosis"],
        "G3": ["age_at_diagnosis"],
        "G4": ["genetics.bcr_abl1"],
        "G5": ["down_syndrome"],
        "G6": ["cns_status"],
        "G7": ["testicular_disease"],
    }


def test_the_group_rests_on_the_features_of_the_blocks_and_on_no_other():
    assert of_the_group(RULES) == frozenset().union(*BY_NAME.values())


@pytest.mark.parametrize(
    "situation", ["first_treatment", pytest.param("refractory", marks=pytest.mark.prove)]
)
def test_flags_and_special_groups_are_those_of_the_second_reading(situation, capsys):
    engine = plain(kind=FlagEngine)
    child = settled_child(situation)
    alone = [cases_of_one_block(engine, child, block) for block in (*BLOCKS, HIGHER)]
    cases = list(chain(cases_of_flags(engine, child), *alone))
    wrong = list(read_otherwise(engine, iter(cases)))
    say(
        capsys, f"{situation}: flags and special groups of {len(cases):,} cases, {len(wrong)} counterexamples"
    )
    assert wrong[:3] == []


def settled_child(situation: str) -> Case:
    """A child about whom all else is known."""
    return case({**ALL_CLEAR, "situation": situation})


@pytest.mark.parametrize("situation", [pytest.param(one, marks=pytest.mark.prove) for one in SITUATIONS])
def test_what_only_flags_rest_on_never_moves_the_group(situation, capsys):
    cases, answers = run(situation, "coarse"), tuple(flag_only_answers(plain()))
    wrong = list(moved(cases, plain(), answers))
    figure = f"{len(cases):,} cases with each of {len(answers)} answers that only flags rest on"
    say(capsys, f"{situation}: {figure}, {len(wrong)} moved")
    assert wrong[:3] == []
    assert {name for name, _ in answers} == {
        *HIGHER.features,
        "cns_status",
        "testicular_disease",
        "down_syndrome",
    }


@pytest.mark.parametrize(
    "situation", ["refractory", pytest.param("first_treatment", marks=pytest.mark.prove)]
)
def test_the_teams_group_moves_no_group_and_is_flagged_exactly_where_it_differs(situation):
    cases, engine = run(situation, "coarse"), plain()
    assert list(moved(cases, engine, tuple((TEAM_GROUP, team) for team in TEAMS))) == []
    for key, found in cases.items():
        for team in TEAMS:
            flags = engine.assess(cases.space.case(key).with_answer(TEAM_GROUP, team)).flags
            assert ("team_differs" in flags) is (team != found.group)


@pytest.mark.parametrize("lineage", OUT_OF_SCOPE_LINEAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_out_of_scope_is_decided_before_anything_else(situation, lineage):
    assert list(given_a_group(run(situation, "coarse"), plain(kind=FlagEngine), lineage)) == []


# ---------------------------------------------------------------- planted faults

CNS3 = Compare("cns_status", "is", "cns3")


def test_a_flag_feature_that_reaches_a_group_is_found_in_the_rules_and_in_the_cases():
    faulty = planted("R6", AnyOf((RULES.conditions[RuleId("R6")], CNS3)))
    assert "R6 looks at cns_status past the blocks" in list(mixed_blocks(faulty))
    assert of_the_group(faulty) - of_the_group(RULES) == {"cns_status"}
    answers = ((FeatureId("cns_status"), "cns3"),)
    assert next(moved(run("first_treatment", "coarse"), plain(faulty), answers), None)


@pytest.mark.parametrize(
    ("rule", "when"),
    [
        ("R15", AnyOf((Named(RuleId("P8")), CNS3))),  # no steroids, no testicle, T-cell disease not left out
        ("G2", Compare("age_at_diagnosis", "at_most", 1)),
        ("G6", Compare("cns_status", "one_of", ("cns2", "cns3"))),
        ("P8", AllOf(RULES.conditions[RuleId("P8")].parts)),
    ],
)
def test_a_wrong_flag_is_found(rule, when):
    engine = plain(planted(rule, when), FlagEngine)
    assert next(read_otherwise(engine, cases_of_flags(engine, settled_child("first_treatment"))), None)


@pytest.mark.parametrize(("rule", "block"), [("F1", "residual disease"), ("F3", "count")])
def test_a_flag_that_is_never_given_is_found(rule, block):
    engine = plain(planted(rule, AnyOf(())), FlagEngine)
    one = next(each for each in BLOCKS if each.name == block)
    assert next(
        read_otherwise(engine, cases_of_one_block(engine, settled_child("first_treatment"), one)), None
    )


class BlindToScope(FlagEngine):
    """A fault: what is not covered is taken for a lineage that is not known."""

    def _out_of_scope(self, case: Case, facts: object) -> Assessment:
        return self.assess(case.with_answer(FeatureId("lineage"), None))


def test_an_out_of_scope_case_with_a_group_is_found():
    assert next(given_a_group(run("first_treatment", "coarse"), plain(kind=BlindToScope), "mixed"), None)
