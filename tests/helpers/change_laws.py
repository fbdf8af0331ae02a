"""What "could change it" has to say in every case: each answer that alone changes something, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from allcounsel.domain.answers import Answer
from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment, Outcome
from allcounsel.domain.case import Case
from allcounsel.domain.facts import open_parts
from allcounsel.domain.feature import Feature
from allcounsel.domain.ids import FeatureId, GroupId
from helpers.case_space import answers_of, settled
from helpers.every_case import Key, Result, Run, Space
from helpers.group_laws import told

Step = tuple[FeatureId, Answer | int]
"""A feature and its answer; a number by the behaviour that it leads to, for one of each class is told."""


class GroupChanges:
    """Compares what the engine tells could change the group with the groups of the neighbouring cases."""

    def __init__(self, run: Run, engine: Engine) -> None:
        """``run``: the groups; ``engine``: the one whose whole assessments are looked at."""
        self._run = run
        self._engine = engine
        self._steps = [self._steps_of(place) for place in range(len(run.space.tables))]

    def wrong(self) -> Iterator[str]:
        """Cases with an answer too many or too few, or whose whole assessment has another group."""
        for key in self._run:
            found = self._engine.assess(self._run.space.case(key))
            if Result(found.status, found.group, found.possible_groups) != self._run[key]:
                yield f"{told(self._run.space, key)}: {found.group}, {self._run[key]}"
            ours, engines = self._by_neighbours(key), self._by_engine(key, found)
            if ours != engines:
                yield f"{told(self._run.space, key)}: too few {ours - engines}, too many {engines - ours}"

    def _by_neighbours(self, key: Key) -> set[tuple[Step, GroupId | None]]:
        found = set()
        for place, steps in enumerate(self._steps):
            for step, kind in steps[key[place]]:
                group = self._run[(*key[:place], kind, *key[place + 1 :])].group
                if group != self._run[key].group:
                    found.add((step, group))
        return found

    def _by_engine(self, key: Key, found: Assessment) -> set[tuple[Step, GroupId | None]]:
        return {
            (self._step(key, change.feature, change.answer), change.outcome.group)
            for change in found.could_change
            if change.outcome.group != found.group
        }

    def _step(self, key: Key, name: FeatureId, answer: Answer) -> Step:
        if self._engine._dictionary[name].options:
            return name, answer
        for table, kind in zip(self._run.space.tables, key, strict=True):
            if name in table.block.features:
                place = table.block.features.index(name)
                first = table.first[kind]
                return name, table.kinds.index(table.behaviour((*first[:place], answer, *first[place + 1 :])))
        return name, answer

    def _steps_of(self, place: int) -> list[set[tuple[Step, int]]]:
        """For each behaviour of a block, the steps that one answer makes and the behaviour looked at then."""
        table, merged = self._run.space.tables[place], self._run.merged[place]
        steps: list[set[tuple[Step, int]]] = [set() for _ in table.kinds]
        for number, first in enumerate(table.first):
            for name, later in table.answered(first):
                kind = table.kind_of[later]
                by_value = bool(self._engine._dictionary[name].options)
                step = (name, later[table.block.features.index(name)] if by_value else kind)
                steps[number].add((step, merged[kind]))
        return steps


# ---------------------------------------------------------------- group, special groups and flags together

Told = tuple[FeatureId, Answer | None, Outcome]


def wrong_outcome_changes(space: Space, cases: Iterator[Case], engine: Engine) -> Iterator[str]:
    """Cases in which an answer that changes group, special groups or flags is left out or wrongly told."""
    dictionary = engine._dictionary
    for case in cases:
        found = engine.assess(case)
        engines = {
            (change.feature, change.answer if dictionary[change.feature].options else None, change.outcome)
            for change in found.could_change
        }
        ours = set(_by_assessing(space, case, outcome_of(found)))
        if ours != engines:
            yield f"{dict(case.answers)}: too few {ours - engines}, too many {engines - ours}"


def _by_assessing(space: Space, case: Case, now: Outcome) -> Iterator[Told]:
    """Each single answer that alone gives another outcome, by assessing the case with that answer."""
    for feature, answers in open_features(space, case):
        for answer in answers:
            outcome = outcome_of(space.engine.assess(case.with_answer(feature.id, answer)))
            if outcome != now:
                yield feature.id, answer if feature.options else None, outcome


def open_features(space: Space, case: Case) -> Iterator[tuple[Feature, tuple[Answer, ...]]]:
    """Every open feature that any outcome rests on, with what it can turn out to be."""
    for name in outcome_features(space.engine):
        feature, given = space.engine._dictionary[name], case.get(name)
        if open_parts(feature, given):
            yield feature, settled(given, answers_of(space.engine, name))


def outcome_features(engine: Engine) -> tuple[FeatureId, ...]:
    """Every feature that a group, special group or flag rests on, in dictionary order."""
    named = {compare.feature for compare in engine._compares(engine._outcome_rules)} - {"situation"}
    return tuple(feature.id for feature in engine._dictionary if feature.id in named)


def outcome_of(found: Assessment) -> Outcome:
    """The three parts that an answer can change."""
    return Outcome(found.group, found.special_groups, found.flags)
