"""The order of rules in files does not matter: not to the group, nor to anything that follows from it.

The reverse, rotations and every swap of two neighbours are tried on every case of a complete product. Why no
other order can differ: rules are read in a row in two steps only. The group for now is looked for among rules
that hold, and rules of two groups never hold at once; the search asks of each group whether any of its rules
holds or still may, and says the same for every permutation of whatever they come to.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from allcounsel.domain.assess import Engine
from allcounsel.domain.condition import Evaluator, Facts, Named
from allcounsel.domain.ids import GroupId, RuleId
from allcounsel.domain.possible import GroupSearch
from allcounsel.domain.rule import Rule, RuleSet
from allcounsel.domain.truth import NO, OPEN, UNKNOWN, YES
from helpers.every_case import PlainEngine, Run, Space, by_outcome, result_of
from helpers.every_shipped_case import SITUATIONS, plain, planted, run, space
from helpers.group_laws import told
from helpers.shipped import release

RULES = release().rules


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")


def reverse(rules: RuleSet) -> RuleSet:
    return replace(rules, rules=rules.rules[::-1])


def orders() -> Iterator[RuleSet]:
    """The rules in other orders: reversed, turned, and each two neighbours exchanged."""
    rules = RULES.rules
    yield reverse(RULES)
    for turn in range(1, len(rules), 7):
        yield replace(RULES, rules=(*rules[turn:], *rules[:turn]))
    for place in range(len(rules) - 1):
        first, second = rules[place : place + 2]
        yield replace(RULES, rules=(*rules[:place], second, first, *rules[place + 2 :]))


def other_than_shipped(cases: Run, engine: Engine) -> Iterator[str]:
    for key, found in cases.items():
        if (then := result_of(engine, cases.space.case(key))) != found:
            yield f"{told(cases.space, key)}: {found}, in another order {then}"


@pytest.mark.prove
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_swap_the_reverse_and_the_rotations_give_the_same_in_every_case(situation, capsys):
    cases, others = run(situation, "coarse"), list(orders())
    differing = [order for order in others if next(other_than_shipped(cases, plain(order)), None)]
    figure = f"{len(others)} orders of {len(RULES.rules)} rules, {len(cases):,} cases each"
    say(capsys, f"{situation}: {figure}, {len(differing)} orders differ")
    assert differing == []
    assert len(others) > len(RULES.rules)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_reverse_gives_the_same_in_every_case(situation):
    """Among the rest it turns round the two verdicts that the sources may leave open."""
    assert list(other_than_shipped(run(situation, "coarse"), plain(reverse(RULES))))[:3] == []


# ---------------------------------------------------------------- what is read in a row


def with_rules_of_two_groups(cases: Space) -> Iterator[str]:
    """Cases in which rules of two groups hold at once; one case for each set of truths of the blocks."""
    seen = set()
    for key in by_outcome(cases):
        now = tuple(kind.now for kind in cases.behaviours(key))
        if now not in seen:
            seen.add(now)
            evaluator = cases.engine._evaluator(cases.engine._facts(cases.case(key)))
            rules = cases.engine._group_rules
            groups = {rule.group for rule in rules if evaluator.rule(rule.id) == YES}
            if len(groups) > 1:
                yield f"{told(cases, key)}: {groups}"


@pytest.mark.parametrize("situation", SITUATIONS)
def test_rules_of_two_groups_never_hold_at_once(situation):
    assert list(with_rules_of_two_groups(space(situation)))[:3] == []


PLAIN_MASKS = (YES, NO, OPEN, UNKNOWN)
ALL_MASKS = tuple(range(1, 8))


def told_apart_by_order(search: GroupSearch, every_mask: tuple[int, ...]) -> Iterator[str]:
    """Whatever the rules of one group come to, in whatever order, beside groups in any state."""
    shipped = search._by_group
    for place, (group, rules) in enumerate(shipped):
        others = [(rule, at) for at, (_, ids) in enumerate(shipped) if at != place for rule in ids]
        for states in product((NO, OPEN, YES), repeat=len(shipped)):
            beside = {rule: states[at] for rule, at in others}
            found: dict[tuple[int, ...], object] = {}
            for masks in product(every_mask, repeat=len(rules)) if states[place] == YES else ():
                told_masks = {**beside, **dict(zip(rules, masks, strict=True))}
                answer = search._candidates(Evaluator({}, Facts({}), told_masks))
                if found.setdefault(tuple(sorted(masks)), answer) != answer:
                    yield f"{group} {masks} beside {states}"


@pytest.mark.parametrize("masks", [PLAIN_MASKS, pytest.param(ALL_MASKS, marks=pytest.mark.prove)], ids=len)
def test_the_search_says_the_same_for_every_order_of_the_rules_of_a_group(masks):
    search = plain()._search
    assert {group for group, _ in search._by_group} == set(RULES.decision_order)
    assert list(told_apart_by_order(search, masks))[:3] == []


# ---------------------------------------------------------------- planted faults


class FirstInTheFile(PlainEngine):
    """A fault: the first rule that holds wins, instead of the first group in the order of decision."""

    def _first_group(self, held: list[Rule]) -> GroupId | None:
        return next((rule.group for rule in held if rule.group), None)


class LastRuleOnly(GroupSearch):
    """A fault: a group may still come only where the last of its rules says so."""

    def _candidates(self, evaluator: Evaluator) -> tuple[set[GroupId], bool]:
        return {group for group, rules in self._by_group if evaluator.rule(rules[-1]) != NO}, False


OVERLAPPING = planted("R6", Named(RuleId("P9")))
"""A slow response makes very high, T-cell disease or not: the order of decision has to settle it."""


def test_rules_that_overlap_are_found():
    assert next(with_rules_of_two_groups(Space(plain(OVERLAPPING), "first_treatment")), None)


def test_an_engine_that_takes_the_first_rule_of_the_file_is_found():
    cases = run("refractory", "coarse")
    assert next(other_than_shipped(cases, plain(reverse(OVERLAPPING))), None) is None
    assert next(other_than_shipped(cases, plain(reverse(OVERLAPPING), FirstInTheFile)), None)


def test_a_search_that_heeds_the_order_is_found():
    assert next(told_apart_by_order(LastRuleOnly(RULES, plain()._group_rules), PLAIN_MASKS), None)
