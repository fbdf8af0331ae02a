"""Every case under the content as it is shipped, worked out once for all tests that walk over it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from allcounsel.domain.assess import Engine
from allcounsel.domain.condition import Condition
from allcounsel.domain.rule import RuleSet
from helpers.every_case import Key, PlainEngine, Run, Space, by_outcome, coarse, full
from helpers.shipped import ALL_CLEAR, case, release

SITUATIONS = ("first_treatment", "refractory")
HOW = {"coarse": coarse, "by outcome": by_outcome, "full": full}


@cache
def space(situation: str) -> Space:
    """All cases of a situation."""
    return Space(plain(), situation)


@cache
def run(situation: str, how: str) -> Run:
    """The results of a walk over them; ``how`` is a name of ``HOW``."""
    return HOW[how](space(situation))


def nothing_found(space: Space) -> Key:
    """How the child behaves about whom all is known and nothing bad was found."""
    return space.key(case({**ALL_CLEAR, "situation": space.situation}))


def plain(rules: RuleSet | None = None, kind: type[Engine] = PlainEngine) -> Engine:
    """An engine over the shipped content, with other rules where a fault is planted."""
    return kind(release().dictionary, rules or release().rules, release().pathways)


def planted(rule_id: str, when: Condition, **changes: object) -> RuleSet:
    """The shipped rules with another condition, or another group, in one of them."""
    rules = release().rules
    found = [
        replace(rule, when=when, **changes) if rule.id == rule_id else rule  # type: ignore[arg-type]
        for rule in rules.rules
    ]
    assert tuple(found) != rules.rules, f"{rule_id} is as shipped"
    return replace(rules, rules=tuple(found))
