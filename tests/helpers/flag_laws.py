"""What has to hold of flags and special groups in every case, by a product of all that they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from allcounsel.domain.answers import Answer
from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Status
from allcounsel.domain.case import Case
from allcounsel.domain.condition import Named, Value, compares_of
from allcounsel.domain.ids import FeatureId, RuleId
from allcounsel.domain.rule import RuleSet
from allcounsel.services.case_file import write_case
from helpers import second_reading
from helpers.case_space import BLOCKS, NOT_KNOWN, Block, Member, answers_of, members_of
from helpers.every_case import BlockTable, PlainEngine, Run, result_of

HIGHER = Block(
    "genes that some protocols treat as higher",
    tuple(
        FeatureId(f"genetics.{name}")
        for name in ("iamp21", "bcr_abl1_like", "ikzf1_deletion", "chromosome_number")
    ),
    (Named(RuleId("P8")),),
)
SOME_HIGHER = ("lineage", "cns_status", "testicular_disease", "steroids_before_treatment")
"""What the flag of the higher genes rests on besides the genes."""

SPECIAL = ("lineage", "age_at_diagnosis", "genetics.bcr_abl1", "down_syndrome")
"""What the other special groups rest on, each on one of them."""

TEAM_GROUP = FeatureId("team_group.group")


class FlagEngine(PlainEngine):
    """The engine with its possible special groups."""

    def _possible_specials(self, case: Case, facts: Mapping[str, Value]) -> tuple[str, ...]:
        return Engine._possible_specials(self, case, facts)


def resting_on(rules: RuleSet) -> dict[str, frozenset[str]]:
    """The features of each rule that brings a flag or a special group."""
    return {
        rule.id: frozenset(compare.feature for compare in compares_of(rule.when, rules.conditions))
        for rule in rules.rules
        if rule.flag or rule.special
    }


def of_the_group(rules: RuleSet) -> frozenset[str]:
    """The features of every rule that brings a group."""
    return frozenset(
        compare.feature
        for rule in rules.rules
        if rule.group
        for compare in compares_of(rule.when, rules.conditions)
    )


def read_otherwise(engine: Engine, cases: Iterator[Case]) -> Iterator[str]:
    """Cases whose flags or special groups the second reading of the same texts gives otherwise."""
    for case in cases:
        found = engine.assess(case)
        facts = second_reading.facts_of(write_case(case, engine._dictionary))
        special = second_reading.special_groups(facts)
        ours = set(found.flags), set(found.special_groups), set(found.possible_special_groups)
        theirs = (
            second_reading.flags_of(facts, found.group, case.text(TEAM_GROUP) or None),
            {name for name, truth in special.items() if truth},
            {name for name, truth in special.items() if truth is not False},
        )
        if ours != theirs:
            yield f"{dict(case.answers)}: {ours}, by the second reading {theirs}"


def cases_of_flags(engine: Engine, base: Case) -> Iterator[Case]:
    """``base`` with every combination of what the flags and special groups rest on.

    The higher genes by one member for each of their truths.
    """
    table = BlockTable(engine, HIGHER, base.situation)
    for genes in {kind.now: first for kind, first in zip(table.kinds, table.first, strict=True)}.values():
        yield from with_every_answer(engine, with_member(base, HIGHER, genes), SOME_HIGHER)
    yield from with_every_answer(engine, base, SPECIAL)


def with_every_answer(engine: Engine, base: Case, names: tuple[str, ...]) -> Iterator[Case]:
    """A case with every combination of answers to these features, each not known included."""
    block = Block("together", tuple(map(FeatureId, names)), ())
    for member in product(*((*answers_of(engine, name), NOT_KNOWN) for name in block.features)):
        yield with_member(base, block, member)


def with_member(base: Case, block: Block, member: Member) -> Case:
    """A case with the answers of a member; what the member does not know is not known."""
    for name, answer in zip(block.features, member, strict=True):
        base = base.with_answer(name, None if answer is NOT_KNOWN else answer)
    return base


def cases_of_one_block(engine: Engine, base: Case, block: Block) -> Iterator[Case]:
    """``base`` with every member of a block."""
    for member in members_of(engine, block, base.situation):
        yield with_member(base, block, member)


def flag_only_answers(engine: Engine) -> Iterator[tuple[FeatureId, Answer]]:
    """Every answer to every feature that a flag or special group rests on and the group does not."""
    grouped = {name for block in BLOCKS for name in block.features}
    for feature in engine._dictionary:
        if feature.id in frozenset().union(*resting_on(engine._rules).values()) - grouped:
            yield from ((feature.id, answer) for answer in answers_of(engine, feature.id))


def moved(run: Run, engine: Engine, answers: tuple[tuple[FeatureId, Answer], ...]) -> Iterator[str]:
    """Cases whose status, group or possible groups an answer changes that has nothing to do with them."""
    for key, found in run.items():
        for name, answer in answers:
            then = result_of(engine, run.space.case(key).with_answer(name, answer))
            if then != found:
                yield f"{dict(run.space.case(key).answers)}: {found}; with {name} {answer}, {then}"


def given_a_group(run: Run, engine: Engine, lineage: str) -> Iterator[str]:
    """Cases out of scope that are told a group, a special group or a flag all the same."""
    for key in run:
        case = run.space.case(key).with_answer(FeatureId("lineage"), lineage)
        found = engine.assess(case)
        empty = (found.group, found.possible_groups, found.flags, found.special_groups)
        if found.status is not Status.OUT_OF_SCOPE or any(empty) or found.possible_special_groups:
            yield f"{dict(case.answers)}: {found.status} {empty}"
