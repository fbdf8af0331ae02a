"""Which groups some completion of the open answers leads to: exactly those, none missing and none extra.

Open features are split into the classes that the rules tell apart and explored one after another. A branch is
left as soon as everything that it could still bring has been found, judged by an evaluation that never leaves
a possibility out. Where all features are known and the sources still leave a verdict open, both are followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from allcounsel.domain.condition import Evaluator, Facts, Value, Verdict
from allcounsel.domain.ids import GroupId, RuleId
from allcounsel.domain.rule import Rule, RuleSet
from allcounsel.domain.truth import NO, UNKNOWN, YES


@dataclass(frozen=True, slots=True)
class OpenFeature:
    """A feature without a settled answer: its targets, and the facts of one answer of each class.

    ``rules``: the rules whose outcome an answer to it can change.
    """

    targets: tuple[str, ...]
    classes: tuple[Mapping[str, Value], ...]
    rules: frozenset[RuleId]


class GroupSearch:
    """Finds the possible groups of one case."""

    def __init__(self, rules: RuleSet, group_rules: tuple[Rule, ...]) -> None:
        """``group_rules``: the rules that bring a group."""
        self._conditions = rules.conditions
        self._by_group = tuple(
            (group, tuple(rule.id for rule in group_rules if rule.group == group))
            for group in rules.decision_order
        )
        self._verdicts = tuple(rule.id for rule in rules.rules if isinstance(rule.when, Verdict))

    def possible(
        self, facts: Mapping[str, Value], open_features: tuple[OpenFeature, ...], enough: int | None = None
    ) -> set[GroupId]:
        """All groups that some completion reaches; with ``enough``, at least that many of them."""
        found: set[GroupId] = set()
        targets = frozenset(target for feature in open_features for target in feature.targets)
        evaluator = Evaluator(self._conditions, Facts(facts, targets))
        self._explore(evaluator, open_features, found, enough or len(self._by_group))
        return found

    def _explore(
        self, evaluator: Evaluator, open_features: tuple[OpenFeature, ...], found: set[GroupId], enough: int
    ) -> None:
        if len(found) >= enough:
            return
        facts = evaluator.facts
        candidates, certain = self._candidates(evaluator)
        if candidates <= found:
            return
        if certain:
            found |= candidates
        elif open_features:
            first, rest = open_features[0], open_features[1:]
            targets = facts.open_targets - set(first.targets)
            known = evaluator.known_without(first.rules)
            for answer in first.classes:
                answered = Facts({**facts.values, **answer}, targets)
                self._explore(Evaluator(self._conditions, answered, known), rest, found, enough)
        else:
            self._decide(evaluator, found, enough)

    def _decide(self, evaluator: Evaluator, found: set[GroupId], enough: int) -> None:
        """All features are known: follow both outcomes of a verdict that the sources leave open."""
        left_open = next((rule for rule in self._verdicts if evaluator.rule(rule) & UNKNOWN), None)
        if left_open is None:
            return
        for outcome in (YES, NO):
            decided: dict[RuleId, int] = {**evaluator.facts.decided, left_open: outcome}
            facts = replace(evaluator.facts, decided=decided)
            self._explore(Evaluator(self._conditions, facts), (), found, enough)

    def _candidates(self, evaluator: Evaluator) -> tuple[set[GroupId], bool]:
        """Groups that can still come, and whether the single one among them is certain."""
        candidates: set[GroupId] = set()
        for group, rule_ids in self._by_group:
            masks = [evaluator.rule(rule_id) for rule_id in rule_ids]
            if YES in masks:
                candidates.add(group)
                return candidates, len(candidates) == 1
            if any(mask != NO for mask in masks):
                candidates.add(group)
        return candidates, False
