"""Holds a wrong edit against the worked cases until one fails: the ones that it can touch first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import product

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Pathway
from allcounsel.domain.case import Case
from allcounsel.domain.condition import Compare, Evaluator, Facts
from allcounsel.domain.pathway import PathwayTable, road
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.truth import YES
from allcounsel.domain.vignette import Expected, Vignette
from allcounsel.services.case_file import read_case
from allcounsel.services.check_vignettes import differences
from helpers.condition_edits import known_of
from helpers.same_truth import always_the_same, choices_of, leaves_of
from helpers.seed_mutants import Mutant


class Verdict(Enum):
    """What becomes of a wrong edit."""

    NOTICED = "a worked case fails"
    SAME = "no answers whatsoever tell it from what it replaces, and that is proved"
    SURVIVED = "nothing notices"


@dataclass(frozen=True, slots=True)
class Tally:
    """The verdicts on many wrong edits; ``survivors`` as the sentences that a clinician can answer."""

    noticed: int = 0
    same: int = 0
    survivors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _WorkedCase:
    """A vignette that is not refused, and what evaluates over its facts.

    ``roads``: its road and the one of its paper, with what evaluates over each; none where it tells of none.
    """

    vignette: Vignette
    case: Case
    facts: Evaluator
    roads: tuple[tuple[Evaluator, Pathway], ...]

    def names(self, rule: str) -> bool:
        """Whether it demands something of this very rule."""
        expected = self.vignette.expected
        return rule in (*expected.decides, *expected.not_met, *expected.open)

    def has_another_road(self, table: PathwayTable) -> bool:
        """Whether it tells of its road, and this table draws another one."""
        return any(road(table, "", evaluator.mask) != drawn for evaluator, drawn in self.roads)


class WorkedCases:
    """The vignettes of a release, each read once."""

    def __init__(self, release: ContentRelease, today: date) -> None:
        """Assesses each case once under the release as it is."""
        self._release = release
        self.known = known_of(release.dictionary, release.rules)
        self._engine = Engine(release.dictionary, release.rules, release.pathways)
        self._cases = tuple(self._read(today))

    def _read(self, today: date) -> Iterator[_WorkedCase]:
        for vignette in self._release.vignettes:
            case = read_case(vignette.case, self._release.dictionary, today).case
            if case is not None:
                got = self._engine.assess(case)
                evaluators = [self._engine.evaluator(case, got)]
                if vignette.expected.team_road is not None and got.team_group:
                    titled = {"result.group": got.team_group.group}
                    evaluators.append(self._engine.evaluator(case, got, titled))
                roads = tuple((each, road(self._release.pathways, "", each.mask)) for each in evaluators)
                told = _tells_of_the_road(vignette.expected)
                yield _WorkedCase(vignette, case, evaluators[0], roads if told else ())

    def noticed_now(self) -> bool:
        """Whether a worked case fails under the program as it is at this moment."""
        return any(_fails(one, self._engine) for one in self._cases)

    def tally(self, mutants: Iterable[Mutant]) -> Tally:
        """The verdict on each of these edits."""
        noticed, same, survivors = 0, 0, []
        for mutant in mutants:
            verdict = self.verdict(mutant)
            noticed += verdict is Verdict.NOTICED
            same += verdict is Verdict.SAME
            if verdict is Verdict.SURVIVED:
                survivors.append(mutant.sentence)
        return Tally(noticed, same, survivors)

    def verdict(self, mutant: Mutant) -> Verdict:
        """What becomes of one edit."""
        engine = Engine(self._release.dictionary, mutant.rules, mutant.pathways)
        if any(_fails(one, engine) for one in self.touched(mutant)):
            return Verdict.NOTICED
        if self._changes_nothing(mutant):
            return Verdict.SAME
        # An edit of a rule can also show in what is still possible; one of the table, in roads only.
        rest = self._cases if mutant.rules is not self._release.rules else ()
        return Verdict.NOTICED if any(_fails(one, engine) for one in rest) else Verdict.SURVIVED

    def touched(self, mutant: Mutant) -> Iterator[_WorkedCase]:
        """The cases in which the edit changes something right where it was made, likely ones first."""
        likely_first = sorted(self._cases, key=lambda one: not one.names(mutant.where))
        return (one for one in likely_first if self._touches(mutant, one))

    def _touches(self, mutant: Mutant, one: _WorkedCase) -> bool:
        if mutant.rules is self._release.rules:
            return one.has_another_road(mutant.pathways)
        if mutant.conditions is None:
            return one.names(mutant.where) or one.vignette.expected.looked_at is not None
        before, after = mutant.conditions
        return one.facts.mask(before) != one.facts.mask(after)

    def _changes_nothing(self, mutant: Mutant) -> bool:
        """Whether the edit is proved to change nothing, whatever the answers."""
        if mutant.conditions is not None:
            return always_the_same(mutant.conditions, self.known)
        return mutant.pathways.current != self._release.pathways.current and self._same_place(mutant.pathways)

    def _same_place(self, table: PathwayTable) -> bool:
        """Whether "you are here" is the same for all answers that either table looks at."""
        tables = (self._release.pathways, table)
        leaves = [leaf for each in tables for row in each.current for leaf in leaves_of(row.when)]
        choices = choices_of([leaf for leaf in leaves if isinstance(leaf, Compare)], self.known)
        for values in product(*choices.values()):
            given = {name: value for name, value in zip(choices, values, strict=True) if value is not None}
            evaluator = Evaluator({}, Facts(given))
            if len({_here(each, evaluator) for each in tables}) > 1:
                return False
        return True


def _tells_of_the_road(expected: Expected) -> bool:
    whole = (expected.nodes, expected.road, expected.team_road, expected.current)
    return any(each is not None for each in whole) or bool(expected.no_nodes or expected.cites)


def _here(table: PathwayTable, evaluator: Evaluator) -> str | None:
    return next((row.node for row in table.current if evaluator.mask(row.when) == YES), None)


def _fails(one: _WorkedCase, engine: Engine) -> bool:
    return next(differences(one.vignette.expected, engine, one.case), None) is not None
