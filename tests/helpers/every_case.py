"""All cases of one situation: what each block of features can do to the group, and the result of each case.

Members of a block that behave alike are one case to the engine, so every product of behaviours is assessed
and stands for all its members. ``Behaviour`` says when two members behave alike; nothing is sampled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Change, Finding, Notice, Pathway, Status
from allcounsel.domain.case import Case
from allcounsel.domain.condition import Evaluator, Facts, Named, Value
from allcounsel.domain.ids import FeatureId, GroupId
from allcounsel.domain.possible import OpenFeature
from allcounsel.domain.truth import NO, UNKNOWN, YES
from helpers.case_space import (
    BLOCKS,
    Block,
    Member,
    answers_by_feature,
    case_of,
    members_of,
    settled,
)

Masks = tuple[int, ...]
"""The outcome of each condition through which a block is seen."""

Search = tuple[Masks, tuple["Search", ...]]
"""What the engine's search sees of a block: the masks while features are open, and after each next answer."""

Key = tuple[int, ...]
"""A case as the number of one behaviour for each block."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """All that a member of a block can do to the group.

    ``now``: as it stands. ``search``: at each step of the engine's search for possible groups, so that two
    members with the same are searched step for step alike. ``outcomes``: over all its completions, worked out
    here by brute force; a verdict that the sources leave open is decided either way.
    """

    now: Masks
    search: Search
    outcomes: frozenset[Masks]

    @property
    def complete(self) -> bool:
        """Whether every answer is known and no verdict is left open."""
        return not self.search[1] and self.outcomes == {self.now}


@dataclass(frozen=True, slots=True)
class Result:
    """The group part of an assessment."""

    status: Status
    group: GroupId | None
    possible: tuple[GroupId, ...]


class PlainEngine(Engine):
    """The engine, sparing the time for what it tells besides: reasons, road, what could change."""

    def _findings(self, case: Case, evaluator: Evaluator) -> Iterator[Finding]:
        yield from ()

    def _changes(self, *given: object) -> Iterator[Change]:
        yield from ()

    def _possible_specials(self, case: Case, facts: Mapping[str, Value]) -> tuple[str, ...]:
        return ()

    def _notices(self, evaluator: Evaluator) -> Iterator[Notice]:
        yield from ()

    def _pathway(self, *given: object) -> Pathway:
        return Pathway("", (), ())


def result_of(engine: Engine, case: Case) -> Result:
    """Status, group and possible groups by ``assess``."""
    found = engine.assess(case)
    return Result(found.status, found.group, found.possible_groups)


# ---------------------------------------------------------------- one block


class BlockTable:
    """Every member of a block and its behaviour. ``kinds``: the behaviours; ``first``: a member with each."""

    def __init__(self, engine: Engine, block: Block, situation: str) -> None:
        """Works out each member's behaviour: the block is small, so all of them."""
        self.block = block
        self.answers = answers_by_feature(engine, block, situation)
        self.kinds: list[Behaviour] = []
        self.first: list[Member] = []
        self.kind_of: dict[Member, int] = {}
        self._engine = engine
        numbers: dict[Behaviour, int] = {}
        for member in members_of(engine, block, situation):
            behaviour = self.behaviour(member)
            if behaviour not in numbers:
                numbers[behaviour] = len(self.kinds)
                self.kinds.append(behaviour)
                self.first.append(member)
            self.kind_of[member] = numbers[behaviour]
        self.size = Counter(self.kind_of.values())

    def behaviour(self, member: Member) -> Behaviour:
        """What a member can do to the group."""
        engine, case = self._engine, case_of([(self.block, member)])
        facts = engine._facts(case)
        own = tuple(
            feature
            for feature in engine._open_features(case)
            if feature.targets[0].partition("#")[0] in self.block.features
        )
        return Behaviour(self.masks(Facts(facts)), self._search(facts, own), self._outcomes(member))

    def masks(self, facts: Facts) -> Masks:
        """What the block's conditions say of facts."""
        evaluator = Evaluator(self._engine._rules.conditions, facts)
        return tuple(
            evaluator.rule(condition.rule) if isinstance(condition, Named) else evaluator.mask(condition)
            for condition in self.block.seen_by
        )

    def _search(self, facts: dict[str, Value], still_open: tuple[OpenFeature, ...]) -> Search:
        targets = frozenset(target for feature in still_open for target in feature.targets)
        here = self.masks(Facts(facts, targets))
        if not still_open:
            return here, ()
        first, rest = still_open[0], still_open[1:]
        return here, tuple(self._search({**facts, **answer}, rest) for answer in first.classes)

    def _outcomes(self, member: Member) -> frozenset[Masks]:
        found = set()
        for complete in product(*map(settled, member, self.answers)):
            masks = self.masks(Facts(self._engine._facts(case_of([(self.block, complete)]))))
            found |= set(product(*((YES, NO) if mask == UNKNOWN else (mask,) for mask in masks)))
        return frozenset(found)

    def answered(self, member: Member) -> Iterator[tuple[FeatureId, Member]]:
        """The member after each single answer to one of its open features."""
        for place, (answer, every) in enumerate(zip(member, self.answers, strict=True)):
            if (later := settled(answer, every)) != (answer,):
                for one in later:
                    yield self.block.features[place], (*member[:place], one, *member[place + 1 :])

    def is_complete(self, member: Member) -> bool:
        """Whether no answer is missing."""
        return not any(True for _ in self.answered(member))


# ---------------------------------------------------------------- all blocks

Merged = tuple[int, ...]
"""For each behaviour of a block, the one that is looked at in its place."""


@dataclass
class Space:
    """All cases of one situation under one engine."""

    engine: Engine
    situation: str
    tables: tuple[BlockTable, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.tables = tuple(BlockTable(self.engine, block, self.situation) for block in BLOCKS)

    @property
    def size(self) -> int:
        """How many cases there are."""
        return prod(len(table.kind_of) for table in self.tables)

    @property
    def complete(self) -> int:
        """In how many of them every answer is known."""
        return prod(sum(map(table.is_complete, table.kind_of)) for table in self.tables)

    def stands_for(self, key: Key) -> int:
        """How many cases behave like this one."""
        return prod(table.size[kind] for table, kind in zip(self.tables, key, strict=True))

    def case(self, key: Key) -> Case:
        """The first case that behaves so."""
        return case_of((table.block, table.first[kind]) for table, kind in zip(self.tables, key, strict=True))

    def key(self, case: Case) -> Key:
        """How a case behaves; ValueError when no member of a block behaves like it."""
        members = [tuple(case.get(name) for name in table.block.features) for table in self.tables]
        return tuple(
            table.kinds.index(table.behaviour(member))
            for table, member in zip(self.tables, members, strict=True)
        )

    def behaviours(self, key: Key) -> tuple[Behaviour, ...]:
        """The behaviour of each block."""
        return tuple(table.kinds[kind] for table, kind in zip(self.tables, key, strict=True))


class Run:
    """The engine's results for every product of behaviours, each assessed when it is first looked at."""

    def __init__(self, space: Space, merged: tuple[Merged, ...]) -> None:
        """``merged``: for each block, which behaviours are looked at, and in whose place."""
        self.space = space
        self.merged = merged
        self._results: dict[Key, Result] = {}

    def __iter__(self) -> Iterator[Key]:
        return product(*(sorted(set(merged)) for merged in self.merged))

    def __len__(self) -> int:
        return prod(len(set(merged)) for merged in self.merged)

    def __getitem__(self, key: Key) -> Result:
        found = self._results.get(key)
        if found is None:
            found = self._results[key] = result_of(self.space.engine, self.space.case(key))
        return found

    def items(self) -> Iterator[tuple[Key, Result]]:
        """Every case that is looked at, with its result."""
        for key in self:
            yield key, self[key]


def full(space: Space) -> Run:
    """Every behaviour with every other: the whole space."""
    return Run(space, tuple(_merged(table, lambda kind: kind) for table in space.tables))


def by_outcome(space: Space) -> Run:
    """One behaviour for each (now, outcomes), however the search goes about it."""

    def same(kind: Behaviour) -> Hashable:
        return kind.now, kind.outcomes

    return Run(space, tuple(_merged(table, same) for table in space.tables))


def coarse(space: Space) -> Run:
    """One behaviour for each (worst now, worst outcomes): a product that takes seconds.

    Age keeps every behaviour: its conditions exclude one another, so none of them is the worst.
    """

    def worst(kind: Behaviour) -> Hashable:
        return any_of(kind.now), frozenset(map(any_of, kind.outcomes))

    lineage, age, *others = space.tables
    rest = (_merged(table, worst) for table in others)
    return Run(space, (_merged(lineage, worst), _merged(age, lambda kind: kind), *rest))


def _merged(table: BlockTable, same: Callable[[Behaviour], Hashable]) -> Merged:
    first: dict[Hashable, int] = {}
    return tuple(first.setdefault(same(kind), number) for number, kind in enumerate(table.kinds))


def any_of(masks: Masks) -> int:
    """One yes makes yes, else one unknown makes unknown."""
    return YES if YES in masks else UNKNOWN if UNKNOWN in masks else NO
