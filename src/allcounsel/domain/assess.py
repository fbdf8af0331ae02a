"""From a case to its assessment: the engine. Pure: the same case and release always give the same answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from allcounsel.domain.answers import Absent, Answer
from allcounsel.domain.assessment import (
    Assessment,
    Change,
    Finding,
    Notice,
    Outcome,
    Pathway,
    RelapseFinding,
    Status,
    TeamGroup,
)
from allcounsel.domain.case import Case
from allcounsel.domain.condition import Compare, Condition, Evaluator, Facts, Value, compares_of
from allcounsel.domain.explain import deciding_features
from allcounsel.domain.facts import (
    classes,
    completions,
    example_answers,
    facts_of,
    facts_of_answer,
    open_parts,
    targets_of,
)
from allcounsel.domain.feature import Feature, FeatureDictionary, FeatureKind
from allcounsel.domain.ids import EvidenceId, FeatureId, GroupId, NodeId, RuleId
from allcounsel.domain.label import tells_who
from allcounsel.domain.pathway import PathwayTable, other_branches, road
from allcounsel.domain.possible import GroupSearch, OpenFeature
from allcounsel.domain.relapse import (
    ON_THE_LINE,
    ON_TREATMENT,
    RESTS_ON,
    SITES,
    contradicts_itself,
    relapse_finding,
)
from allcounsel.domain.rule import Rule, RuleKind, RuleSet
from allcounsel.domain.truth import NO, YES, Truth, truth_of

GROUPED_SITUATIONS = ("first_treatment", "refractory")
"""The groups are for these; a relapse has none."""


class Engine:
    """Assesses cases under one release. Holds only what follows from the release itself."""

    def __init__(self, dictionary: FeatureDictionary, rules: RuleSet, pathways: PathwayTable) -> None:
        """Splits every feature into the classes that the rules tell apart, once."""
        self._dictionary = dictionary
        self._rules = rules
        self._pathways = pathways
        self._group_rules = tuple(rule for rule in rules.rules if rule.group)
        self._outcome_rules = tuple(rule for rule in rules.rules if rule.group or rule.special or rule.flag)
        self._search = GroupSearch(rules, self._group_rules)
        self._resting_on = self._rules_by_feature()
        group_compares = self._compares(self._group_rules)
        self._open_classes = self._classes_for_search(group_compares)
        self._decides_group = frozenset(feature.id for feature, _ in self._open_classes)
        self._answers_to_try = (
            *self._all_answers(self._compares(self._outcome_rules)),
            *self._answers_for_clocks(),
        )

    def assess(self, case: Case) -> Assessment:
        """The assessment of a case; answers that do not apply in its situation are left out first."""
        given, case = case, case.normalise(self._dictionary)
        facts = self._facts(case)
        relapse = relapse_finding(case) if case.situation == "relapse" else None
        if case.out_of_scope:
            return self._out_of_scope(case, facts)
        possible = self._possible(case, facts)
        outcome = self._outcome(case, facts, possible, relapse)
        status = self._status(case, outcome, possible)
        evaluator = self._evaluator({**facts, **_result_facts(outcome, status, possible, relapse)})
        return Assessment(
            situation=case.situation,
            status=status,
            group=outcome.group,
            team_group=_team_group(case),
            possible_groups=possible,
            special_groups=outcome.special_groups,
            possible_special_groups=self._possible_specials(case, facts),
            flags=outcome.flags,
            findings=tuple(self._findings(case, evaluator)),
            could_change=tuple(self._changes(case, facts, possible, outcome)),
            relapse=relapse,
            pathway=self._pathway(case, outcome, evaluator),
            notices=(*self._notices(evaluator), *_telling_label(case), *self._not_used(given)),
        )

    def evaluator(
        self, case: Case, assessment: Assessment, more: Mapping[str, Value] | None = None
    ) -> Evaluator:
        """Evaluates the conditions of sentences over the case, its result, and ``more`` facts."""
        case = case.normalise(self._dictionary)
        outcome = Outcome(assessment.group, assessment.special_groups, assessment.flags)
        result = _result_facts(outcome, assessment.status, assessment.possible_groups, assessment.relapse)
        return self._evaluator({**self._facts(case), **result, **(more or {})})

    def road_as_titled(self, case: Case, assessment: Assessment) -> Pathway | None:
        """The road of the group that the team has decided on, else the computed one."""
        team = assessment.team_group
        if assessment.pathway is None or team is None or team.group not in self._rules.mildest_first:
            return assessment.pathway
        outcome = Outcome(GroupId(team.group), assessment.special_groups, assessment.flags)
        evaluator = self.evaluator(case, assessment, {"result.group": team.group})
        return self._pathway(case, outcome, evaluator)

    def as_titled(self, case: Case, assessment: Assessment) -> Assessment:
        """The same with that road, for every picture of it."""
        return replace(assessment, pathway=self.road_as_titled(case, assessment))

    def other_branches(self, assessment: Assessment) -> tuple[NodeId, ...]:
        """What may be part of the road of other children in this situation, and is not on this one."""
        if assessment.pathway is None:
            return ()
        evaluator = self._evaluator({"situation": assessment.situation})

        def possible(condition: Condition) -> bool:
            asked = (compare.feature for compare in compares_of(condition, self._rules.conditions))
            known = (self._dictionary[FeatureId(name)] for name in asked if name in self._dictionary)
            never = any(assessment.situation not in feature.asked_in for feature in known)
            return not never and evaluator.mask(condition) != NO

        return other_branches(self._pathways, assessment.pathway, possible)

    # -- parts -----------------------------------------------------------------------------------------------

    def _facts(self, case: Case) -> dict[str, Value]:
        facts = facts_of(case, self._dictionary)
        for measure in self._rules.measures:
            start, end = facts.get(measure.start), facts.get(measure.end)
            if isinstance(start, date) and isinstance(end, date):
                facts[measure.id] = Decimal((end - start).days)
        return facts

    def _evaluator(self, facts: Mapping[str, Value]) -> Evaluator:
        return Evaluator(self._rules.conditions, Facts(facts))

    def _compares(self, rules: tuple[Rule, ...]) -> tuple[Compare, ...]:
        found = {c: None for rule in rules for c in compares_of(rule.when, self._rules.conditions)}
        return tuple(found)

    def _rules_by_feature(self) -> dict[str, frozenset[RuleId]]:
        """Which rules a new answer to a feature can change."""
        resting: dict[str, set[RuleId]] = {}
        for rule in self._rules.rules:
            for compare in compares_of(rule.when, self._rules.conditions):
                resting.setdefault(compare.feature, set()).add(rule.id)
        return {feature: frozenset(rules) for feature, rules in resting.items()}

    def _all_answers(self, compares: tuple[Compare, ...]) -> tuple[tuple[Feature, tuple[Answer, ...]], ...]:
        """Each feature that an outcome rests on, with every answer worth trying for "could change"."""
        named = {compare.feature for compare in compares}
        tried = []
        for feature in self._dictionary:
            if feature.id in named and feature.id not in ("situation", "phase"):
                own = [compare for compare in compares if compare.feature == feature.id]
                every = bool(feature.options) or feature.kind is FeatureKind.INTEGER
                tried.append((feature, (example_answers if every else classes)(feature, own)))
        return tuple(tried)

    def _answers_for_clocks(self) -> Iterator[tuple[Feature, tuple[Answer, ...]]]:
        """What sets the flags of the clocks and can be tried: each place alone; days are too many."""
        for feature in self._dictionary:
            if feature.id == SITES:
                yield feature, tuple((place,) for place in feature.options)
            elif feature.id == ON_TREATMENT:
                yield feature, feature.settled_options

    def _classes_for_search(self, compares: tuple[Compare, ...]) -> tuple[tuple[Feature, OpenFeature], ...]:
        """Features that the group rests on while nothing is known of them, those that hang together first."""
        shared = sorted(self._dictionary, key=lambda feature: feature.kind.value == "gene")
        named = {compare.feature for compare in compares}
        resting = self._resting_on
        return tuple(
            (
                feature,
                OpenFeature(
                    targets_of(feature),
                    _facts_of_each(feature, classes(feature, compares)),
                    resting[feature.id],
                ),
            )
            for feature in shared
            if feature.id in named and feature.id != "situation"
        )

    def _possible(
        self, case: Case, facts: Mapping[str, Value], enough: int | None = None
    ) -> tuple[GroupId, ...]:
        if case.situation not in GROUPED_SITUATIONS:
            return ()
        found = self._search.possible(facts, tuple(self._open_features(case)), enough)
        return tuple(group for group in self._rules.mildest_first if group in found)

    def _open_features(self, case: Case) -> Iterator[OpenFeature]:
        for feature, whole in self._open_classes:
            answer = case.get(feature.id)
            targets = open_parts(feature, answer)
            if len(targets) == len(whole.targets):
                yield whole
            elif targets:
                yield OpenFeature(targets, _facts_of_each(feature, completions(answer, ())), whole.rules)

    def _outcome(
        self,
        case: Case,
        facts: Mapping[str, Value],
        possible: tuple[GroupId, ...] | None,
        relapse: RelapseFinding | None,
        evaluator: Evaluator | None = None,
    ) -> Outcome:
        """Group for now, special groups and flags; ``possible`` None: not worked out yet."""
        evaluator = evaluator or self._evaluator(facts)
        looked_at = [rule for rule in self._outcome_rules if case.situation in rule.looked_at_in]
        held = [rule for rule in looked_at if evaluator.rule(rule.id) == YES]
        group = self._first_group(held)
        if group is None and case.situation in GROUPED_SITUATIONS:
            possible = self._possible(case, facts, 2) if possible is None else possible
            group = possible[0] if len(possible) == 1 else None
        specials = {rule.special for rule in held}
        flags = {rule.flag for rule in held} | _clock_flags(relapse)
        team = case.text(FeatureId("team_group.group"))
        if team and team != group:
            flags.add("team_differs")
        return Outcome(
            group,
            tuple(name for name in self._rules.special_order if name in specials),
            tuple(name for name in self._rules.flag_order if name in flags),
        )

    def _first_group(self, held: list[Rule]) -> GroupId | None:
        proven = {rule.group for rule in held}
        return next((group for group in self._rules.decision_order if group in proven), None)

    def _status(self, case: Case, outcome: Outcome, possible: tuple[GroupId, ...]) -> Status:
        if case.situation not in GROUPED_SITUATIONS:
            return Status.NOT_APPLICABLE
        if outcome.group is None:
            return Status.NOT_ASSIGNED
        return Status.FINAL if len(possible) == 1 else Status.PROVISIONAL

    def _possible_specials(self, case: Case, facts: Mapping[str, Value]) -> tuple[str, ...]:
        """Special groups that hold or that an open answer may still bring."""
        open_targets = frozenset(
            target for feature in self._dictionary for target in open_parts(feature, case.get(feature.id))
        )
        evaluator = Evaluator(self._rules.conditions, Facts(facts, open_targets))
        found = {
            rule.special for rule in self._rules.of_kind(RuleKind.SPECIAL) if evaluator.rule(rule.id) & YES
        }
        return tuple(name for name in self._rules.special_order if name in found)

    def _findings(self, case: Case, evaluator: Evaluator) -> Iterator[Finding]:
        for rule in self._rules.rules:
            if case.situation in rule.looked_at_in:
                features = _asked(deciding_features(rule.when, evaluator, self._rules.conditions))
                ordered = tuple(feature.id for feature in self._dictionary if feature.id in features)
                yield Finding(rule.id, truth_of(evaluator.rule(rule.id)), ordered, rule.sources)

    def _changes(
        self, case: Case, facts: Mapping[str, Value], possible: tuple[GroupId, ...], now: Outcome
    ) -> Iterator[Change]:
        """Every answer to an open feature that alone gives another outcome."""
        relapse = relapse_finding(case) if case.situation == "relapse" else None
        as_it_stands = self._evaluator(facts)
        self._outcome(case, facts, possible, relapse, as_it_stands)
        for feature, answers in self._answers_to_try:
            given = case.get(feature.id)
            if case.situation not in feature.asked_in or not open_parts(feature, given):
                continue
            known = as_it_stands.known_without(self._resting_on.get(feature.id, frozenset()))
            still_possible = None if feature.id in self._decides_group else possible
            for answer in completions(given, answers):
                tried = case.with_answer(feature.id, answer)
                new_facts = {**facts, **dict(facts_of_answer(feature, answer))}
                evaluator = Evaluator(self._rules.conditions, Facts(new_facts), known)
                clocks = relapse_finding(tried) if relapse else None
                outcome = self._outcome(tried, new_facts, still_possible, clocks, evaluator)
                if outcome != now and not contradicts_itself(tried):
                    yield Change(feature.id, answer, outcome)

    def _pathway(self, case: Case, outcome: Outcome, evaluator: Evaluator) -> Pathway:
        name = ".".join(filter(None, (case.situation, outcome.group)))

        def holds(condition: Condition) -> int:
            return evaluator.mask(condition)

        return road(self._pathways, name, holds)

    def _notices(self, evaluator: Evaluator) -> Iterator[Notice]:
        for warning in self._rules.warnings:
            if evaluator.mask(warning.when) == YES:
                yield Notice(warning.code, warning.field, warning.confirm, warning.sources)

    def _not_used(self, case: Case) -> Iterator[Notice]:
        """Answers to questions that do not apply in this situation: kept, told, and never counted."""
        if not case.situation:
            return
        for feature in self._dictionary:
            told = not isinstance(case.get(feature.id), Absent)
            if told and case.situation not in feature.asked_in:
                yield Notice("not_used_here", feature.id, confirm=False, sources=feature.sources)

    def _out_of_scope(self, case: Case, facts: Mapping[str, Value]) -> Assessment:
        evaluator = self._evaluator(facts)
        findings = tuple(finding for finding in self._findings(case, evaluator) if finding.rule == "R0")
        return Assessment(
            situation=case.situation,
            status=Status.OUT_OF_SCOPE,
            group=None,
            team_group=_team_group(case),
            possible_groups=(),
            special_groups=(),
            possible_special_groups=(),
            flags=(),
            findings=findings,
            could_change=(),
            relapse=None,
            pathway=None,
            notices=(*self._notices(evaluator), *_telling_label(case)),
        )


def _telling_label(case: Case) -> Iterator[Notice]:
    """No names and no birth dates are stored: an id that looks like one is pointed out."""
    label = FeatureId("label")
    if tells_who(case.text(label)):
        yield Notice("label_like_a_name", label, confirm=False, sources=(EvidenceId("house"),))


def _facts_of_each(feature: Feature, answers: tuple[Answer, ...]) -> tuple[Mapping[str, Value], ...]:
    return tuple(dict(facts_of_answer(feature, answer)) for answer in answers)


def _clock_flags(relapse: RelapseFinding | None) -> set[str | None]:
    if relapse is None:
        return set()
    flags: set[str | None] = set() if relapse.agree else {"clocks_disagree"}
    if any(clock.lean == ON_THE_LINE for clock in relapse.clocks):
        flags.add("on_the_line")
    return flags


def _asked(features: frozenset[str]) -> frozenset[str]:
    """The questions behind these features; what was worked out of a relapse rests on several."""
    return features.union(*(RESTS_ON.get(feature, ()) for feature in features))


def _team_group(case: Case) -> TeamGroup | None:
    group = case.text(FeatureId("team_group.group"))
    if not group:
        return None
    protocol = case.text(FeatureId("team_group.protocol"))
    return TeamGroup(group, protocol, case.text(FeatureId("team_group.reason")))


def _result_facts(
    outcome: Outcome, status: Status, possible: tuple[GroupId, ...], relapse: RelapseFinding | None
) -> dict[str, Value]:
    """The result as facts, for the conditions of pathways, warnings and sentences."""
    facts: dict[str, Value] = {
        "result.group": outcome.group or "none",
        "result.status": status.value,
        "result.special": frozenset(outcome.special_groups),
        "result.flags": frozenset(outcome.flags),
        "result.possible": frozenset(possible),
    }
    if relapse is not None:
        # What is still open is no fact: a condition on it is unknown, never no.
        facts |= {"result.site": relapse.site} if relapse.site else {}
        facts |= {} if relapse.isolated is Truth.UNKNOWN else {"result.isolated": relapse.isolated.value}
        facts |= {f"result.{clock.id}": clock.lean or "none" for clock in relapse.clocks if not clock.waits}
    return facts
