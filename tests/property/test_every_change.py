"""In every case "could change it" names each answer that alone changes something, and no other."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

import pytest

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Change, Outcome
from allcounsel.domain.case import Case
from allcounsel.domain.condition import Value
from allcounsel.domain.ids import FeatureId, GroupId
from helpers.change_laws import GroupChanges, outcome_features, wrong_outcome_changes
from helpers.every_case import Run
from helpers.every_shipped_case import SITUATIONS, plain, run
from helpers.shipped import engine

PROVE = pytest.mark.prove


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")


@pytest.mark.parametrize(
    ("situation", "how"),
    [
        ("refractory", "coarse"),
        pytest.param("refractory", "by outcome", marks=PROVE),
        pytest.param("first_treatment", "by outcome", marks=PROVE),
    ],
)
def test_each_answer_that_alone_changes_the_group_is_named_and_no_other(situation, how, capsys):
    """The whole assessment, as it is shown; and its group is the one that the laws were proved of."""
    cases = run(situation, how)
    wrong = list(GroupChanges(cases, engine()).wrong())
    say(capsys, f"{situation}: could change the group, {len(cases):,} cases, {len(wrong)} counterexamples")
    assert wrong[:3] == []


@PROVE
@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_answer_that_alone_changes_any_outcome_is_named_and_no_other(situation, capsys):
    """Group, special groups and flags, with everything that only flags rest on still open."""
    cases = run(situation, "coarse")
    wrong = list(wrong_outcome_changes(cases.space, of(cases), engine()))
    features = len(outcome_features(plain()))
    figure = f"could change anything, {len(cases):,} cases, {features} features"
    say(capsys, f"{situation}: {figure}, {len(wrong)} counterexamples")
    assert wrong[:3] == []


def of(cases: Run) -> Iterator[Case]:
    return (cases.space.case(key) for key in cases)


# ---------------------------------------------------------------- planted faults


class ForgetsOne(Engine):
    """A fault: the first answer that could change something is not told."""

    def _changes(
        self, case: Case, facts: Mapping[str, Value], possible: tuple[GroupId, ...], now: Outcome
    ) -> Iterator[Change]:
        yield from list(super()._changes(case, facts, possible, now))[1:]


class TellsOneMore(Engine):
    """A fault: an answer is told to lead to another group, and does not."""

    def _changes(
        self, case: Case, facts: Mapping[str, Value], possible: tuple[GroupId, ...], now: Outcome
    ) -> Iterator[Change]:
        yield from super()._changes(case, facts, possible, now)
        if not case.text(FeatureId("slow_response")):
            yield Change(FeatureId("slow_response"), "not_used", Outcome(GroupId("high"), (), ()))


@pytest.mark.parametrize("fault", [ForgetsOne, TellsOneMore])
def test_a_wrong_list_of_what_could_change_the_outcome_is_found(fault):
    faulty = plain(kind=fault)
    cases = run("first_treatment", "coarse")
    assert next(GroupChanges(cases, faulty).wrong(), None)
    assert next(wrong_outcome_changes(cases.space, of(cases), faulty), None)
