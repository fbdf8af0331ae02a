"""The worked cases are sharp: every small wrong edit of a rule or of the pathway table fails one of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from allcounsel.domain import relapse
from allcounsel.domain.calendar import Span
from helpers.same_truth import always_the_same
from helpers.seed_mutants import Mutant, pathway_mutants, rule_mutants, setting_mutants
from helpers.shipped import TODAY, release, seed_files
from helpers.worked_cases import Tally, Verdict, WorkedCases


@cache
def cases() -> WorkedCases:
    return WorkedCases(release(), TODAY)


@cache
def edits_of_rules() -> tuple[Mutant, ...]:
    return (*rule_mutants(release()), *setting_mutants(seed_files(), release()))


@cache
def edits_of_the_table() -> tuple[Mutant, ...]:
    return tuple(pathway_mutants(release()))


def test_every_wrong_edit_fails_a_worked_case(capsys):
    tallies = [cases().tally(edits) for edits in (edits_of_rules(), edits_of_the_table())]
    survivors = [sentence for tally in tallies for sentence in tally.survivors]
    say(capsys, figure(tallies), *survivors)
    assert survivors == []
    assert sum(tally.noticed for tally in tallies) > 1500


def figure(tallies: list[Tally]) -> str:
    """Edits that no answer tells from what they replace are no mutants; their number is told as well."""
    rules, rows = len(release().rules.rules), len(release().pathways.rows) + len(release().pathways.current)
    survivors = sum(len(tally.survivors) for tally in tallies)
    mutants = sum(tally.noticed for tally in tallies) + survivors
    same = sum(tally.same for tally in tallies)
    return (
        f"{mutants:,} mutants of {rules} rules and {rows} pathway rows, {survivors} survivors "
        f"({same} more edits are proved to change nothing, whatever the answers)"
    )


# ---- the limits of the relapse clocks, which are code

LIMITS = (
    "_K1_SOON",
    "_K1_LATE",
    "_K2_SOON",
    "_K3_LATE",
    "_K4_SOON",
    "_K4_BETWEEN",
    "_K5_BRAIN_SOON",
    "_K5_SOON",
)


def moved(limit: int | Span) -> Iterator[int | Span]:
    """10 % lower and higher in whole months, at least one; where days count, a day later as well."""
    months = limit.months if isinstance(limit, Span) else limit
    step = max(1, round(months / 10))
    for changed in (months - step, months + step):
        yield Span(changed, 0) if isinstance(limit, Span) else changed
    if isinstance(limit, Span):
        yield Span(months, 1)


WRONG_LIMITS = [(name, limit) for name in LIMITS for limit in moved(getattr(relapse, name))]


@pytest.mark.parametrize(("name", "limit"), WRONG_LIMITS, ids=str)
def test_a_wrong_limit_of_a_relapse_clock_fails_a_worked_case(name, limit, monkeypatch):
    monkeypatch.setattr(relapse, name, limit)
    assert cases().noticed_now(), f"nothing notices if the limit {name} of the clocks becomes {limit}"


def test_no_worked_case_fails_while_nothing_is_edited(capsys):
    say(capsys, f"{len(WRONG_LIMITS)} wrong limits of 5 relapse clocks, each noticed")
    assert not cases().noticed_now()


# ---- the test notices what it is for


def without(vignette_id: str) -> WorkedCases:
    """The worked cases but for one."""
    kept = tuple(vignette for vignette in release().vignettes if vignette.id != vignette_id)
    assert len(kept) == len(release().vignettes) - 1
    return WorkedCases(replace(release(), vignettes=kept), TODAY)


@pytest.mark.parametrize(
    ("vignette", "where", "sentence"),
    [
        (
            "count-on-the-line-after-steroids",
            "F3",
            (
                "nothing notices if, in F3, "
                "'wbc_at_diagnosis less than 50' becomes 'wbc_at_diagnosis at most 50'"
            ),
        ),
        (
            "road-t-cell-philadelphia",
            "pathway row first-ph",
            "nothing notices if, in pathway row first-ph, transplant is solid instead of dashed",
        ),
    ],
)
def test_a_worked_case_that_is_taken_away_leaves_a_survivor(vignette, where, sentence):
    edits = [edit for edit in (*edits_of_rules(), *edits_of_the_table()) if edit.where == where]
    assert sentence in without(vignette).tally(edits).survivors


def test_what_a_worked_case_tells_apart_is_never_proved_the_same():
    """The proof is held against the worked cases: it may not excuse an edit that one of them notices."""
    checked = 0
    for edit in edits_of_rules():
        if edit.conditions is not None and any(cases().touched(edit)):
            checked += 1
            assert not always_the_same(edit.conditions, cases().known), edit.sentence
    assert checked > 500


def test_an_edit_that_changes_nothing_is_not_counted_as_noticed():
    """Ages are whole years: under 0.9 is under 1. It is proved, not listed."""
    (edit,) = [one for one in edits_of_rules() if one.where == "P1" and one.what.endswith("less than 0.9'")]
    assert cases().verdict(edit) is Verdict.SAME


def say(capsys: pytest.CaptureFixture[str], *lines: str) -> None:
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
