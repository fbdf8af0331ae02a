"""The seeds as shipped are whole: linked, cited, worded, and every rule and number has its worked case."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from allcounsel.content.release import inspect
from allcounsel.domain.assess import Engine
from allcounsel.domain.condition import AnyOf, compares_of
from allcounsel.domain.facts import facts_of
from allcounsel.domain.rule import RuleSet
from allcounsel.services.case_file import read_case
from allcounsel.services.check_vignettes import failing, failures_of
from helpers.shipped import TODAY, engine, release, seed_files

FIRST_TREATMENT_ROWS = (*range(1, 17), 24, 25)
"""Rows of evidence 4.8 that concern first treatment."""

NEVER = AnyOf(())


def test_content_check_finds_nothing():
    _, problems = inspect(seed_files())
    assert problems == ()


@pytest.mark.parametrize("vignette", release().vignettes, ids=lambda vignette: vignette.id)
def test_a_vignette_holds(vignette):
    assert list(failures_of(vignette, release(), engine(), TODAY)) == []


def test_every_row_of_the_evidence_for_first_treatment_is_a_vignette(capsys):
    rows = {vignette.row for vignette in release().vignettes}
    missing = [row for row in FIRST_TREATMENT_ROWS if row not in rows]
    say(capsys, f"{len(FIRST_TREATMENT_ROWS) - len(missing)} of {len(FIRST_TREATMENT_ROWS)} rows of 4.8")
    assert missing == []


def test_a_vignette_with_a_wrong_expectation_fails():
    vignette = next(one for one in release().vignettes if one.id == "first-birthday")
    wrong = replace(vignette, expected=replace(vignette.expected, group="high"))
    assert list(failures_of(wrong, release(), engine(), TODAY)) == ["group standard, expected high"]


def with_rules(rules: RuleSet) -> Engine:
    return Engine(release().dictionary, rules, release().pathways)


def without(rule_id: str) -> Engine:
    """The engine with one rule that never holds."""
    rules = tuple(replace(rule, when=NEVER) if rule.id == rule_id else rule for rule in release().rules.rules)
    return with_rules(replace(release().rules, rules=rules))


@pytest.mark.parametrize("rule", release().rules.rules, ids=lambda rule: rule.id)
def test_every_rule_decides_a_vignette(rule):
    """A rule that never holds has to be noticed by a worked case."""
    engine_without = without(rule.id)
    assert any(
        failure
        for vignette in release().vignettes
        for failure in failures_of(vignette, release(), engine_without, TODAY)
    )


def numbers() -> Iterator[tuple[str, Decimal]]:
    """Every fact and number that a rule compares."""
    conditions = release().rules.conditions
    seen = set()
    for rule in release().rules.rules:
        for compare in compares_of(rule.when, conditions):
            limits = compare.limit if isinstance(compare.limit, tuple) else (compare.limit,)
            for limit in limits:
                if isinstance(limit, Decimal) and limit > 0 and (compare.target, limit) not in seen:
                    seen.add((compare.target, limit))
                    yield compare.target, limit


def values_of(target: str) -> set[Decimal]:
    """What the worked cases say of a fact."""
    found = set()
    for vignette in release().vignettes:
        read = read_case(vignette.case, release().dictionary, TODAY)
        if read.case is not None:
            value = facts_of(read.case, release().dictionary).get(target)
            if isinstance(value, Decimal):
                found.add(value)
    return found


NEAR = Decimal("0.02")


@pytest.mark.parametrize(("target", "limit"), list(numbers()), ids=str)
def test_every_number_has_a_vignette_on_each_side(target, limit):
    """On the limit itself, and just below it (within 2 %, or one whole step)."""
    values = values_of(target)
    step = max(
        limit * NEAR, Decimal(1) if limit == limit.to_integral_value() and "percent" not in target else 0
    )
    assert limit in values, "nothing lies on the limit"
    assert any(limit - step <= value < limit for value in values), "nothing lies just below the limit"


def test_the_figure_of_rules_numbers_and_vignettes(capsys):
    rules, found = release().rules.rules, list(numbers())
    say(capsys, f"{len(rules)} rules, {len(found)} numbers, {len(release().vignettes)} vignettes, all hold")
    assert len(rules) > 50
    assert len(found) > 6


def test_the_order_of_rules_does_not_matter():
    turned = replace(release().rules, rules=tuple(reversed(release().rules.rules)))
    assert failing(release(), with_rules(turned), TODAY) == ()


def test_practice_children_cover_each_group_special_group_and_situation(capsys):
    outcomes = [
        engine().assess(read_case(child.case, release().dictionary, TODAY).case) for child in children()
    ]
    say(capsys, f"{len(outcomes)} practice children")
    assert len(outcomes) >= 12
    assert {outcome.group for outcome in outcomes} >= {*release().rules.mildest_first, None}
    assert {name for outcome in outcomes for name in outcome.special_groups} == set(
        release().rules.special_order
    )
    assert {outcome.situation for outcome in outcomes} == {"first_treatment", "refractory", "relapse"}
    assert any(len(outcome.possible_groups) == 4 for outcome in outcomes)


def children():
    assert len({child.name for child in release().practice_children}) == len(release().practice_children)
    return release().practice_children


def test_no_rule_cites_memory_or_a_contradiction():
    cited = {source for rule in release().rules.rules for source in rule.sources}
    assert not [source for source in cited if source.startswith(("UN-", "PX-"))]


def test_every_source_has_title_organisation_date_and_address():
    for source in release().sources.values():
        assert source.title
        assert source.organisation
        assert source.content_date
        assert source.address


def test_two_rules_are_never_the_same():
    seen: dict[object, str] = {}
    for rule in release().rules.rules:
        key = (rule.when, rule.group, rule.special, rule.flag)
        assert key not in seen, f"{rule.id} is {seen.get(key)}"
        seen[key] = rule.id


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
