"""Every answer that the rules of the groups can tell apart, in blocks of features that no rule mixes.

A group rule sees a block only through the conditions in ``seen_by``. Where that holds (``mixed_blocks`` finds
where it does not), two answers to a block between which those conditions never differ, neither now nor at any
step of the search for possible groups, are one and the same to the engine, whatever the other blocks hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise, product
from types import MappingProxyType

from allcounsel.domain.answers import KNOWN_MRD_METHODS, MRD_METHODS, Absent, Age, Answer, GeneResult, Mrd
from allcounsel.domain.answers import WhiteCount as Count
from allcounsel.domain.assess import Engine
from allcounsel.domain.case import OUT_OF_SCOPE_LINEAGES, Case, is_open
from allcounsel.domain.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Named,
    Not,
    Said,
    StillOpen,
    Verdict,
    compares_of,
)
from allcounsel.domain.feature import Feature, FeatureKind
from allcounsel.domain.ids import FeatureId, RuleId
from allcounsel.domain.rule import RuleSet

Member = tuple[Answer, ...]
"""One answer for each feature of a block, in the block's order."""

NOT_KNOWN = Absent.UNKNOWN


@dataclass(frozen=True, slots=True)
class Block:
    """Features that hang together, and the only conditions through which a group rule sees them."""

    name: str
    features: tuple[FeatureId, ...]
    seen_by: tuple[Condition, ...]


def _block(name: str, features: str, seen_by: str, *more: Condition) -> Block:
    named = tuple(Named(RuleId(rule)) for rule in seen_by.split())
    return Block(name, tuple(FeatureId(feature) for feature in features.split()), (*named, *more))


BLOCKS = (
    _block("lineage", "lineage", "P5"),
    _block("age", "age_at_diagnosis", "P1 P2 P3", Compare("age_at_diagnosis", "at_least", Decimal(0))),
    _block("count", "wbc_at_diagnosis wbc_before_steroids_or_fluids steroids_before_treatment", "P4"),
    _block(
        "genes",
        "genetics.bcr_abl1 genetics.kmt2a_r genetics.hypodiploidy_lt44 genetics.tcf3_hlf",
        "P6 P7",
    ),
    _block("slow response", "slow_response", "P9"),
    _block(
        "residual disease",
        "situation end_of_induction.marrow end_of_induction.mrd end_of_induction.extramedullary_clear",
        "P10",
    ),
)


# ---------------------------------------------------------------- what the rules themselves say


def mixed_blocks(rules: RuleSet) -> Iterator[str]:
    """Everything that stands against the blocks being independent of one another; nothing when they are."""
    seen_by = {condition for block in BLOCKS for condition in block.seen_by}
    for rule in rules.rules:
        for leaf in _leaves(rule.when, rules, seen_by) if rule.group else ():
            yield f"{rule.id} looks at {leaf.target} past the blocks"
        if isinstance(rule.when, Verdict) and Named(rule.id) not in seen_by:
            yield f"{rule.id} leaves a verdict open and is no part of a block"
    yield from _shared_features(rules)


def _shared_features(rules: RuleSet) -> Iterator[str]:
    """Features that two blocks rest on."""
    for block in BLOCKS:
        for compare in (c for one in block.seen_by for c in compares_of(one, rules.conditions)):
            if compare.feature not in block.features:
                yield f"the {block.name} rests on {compare.feature}"
    named = [feature for block in BLOCKS for feature in block.features]
    yield from (f"{feature} is in two blocks" for feature in set(named) if named.count(feature) > 1)


def _leaves(condition: Condition, rules: RuleSet, seen_by: set[Condition]) -> Iterator[Compare]:
    """The comparisons that a condition makes without going through ``seen_by``."""
    if condition in seen_by:
        return
    match condition:
        case Compare():
            yield condition
        case Named():
            yield from _leaves(rules.conditions[condition.rule], rules, seen_by)
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _leaves(part, rules, seen_by)
        case Not() | Said() | StillOpen():
            yield from _leaves(condition.part, rules, seen_by)
        case Verdict():
            yield from _leaves(condition.yes, rules, seen_by)
            yield from _leaves(condition.no, rules, seen_by)


def blocks_in_search(engine: Engine) -> list[str]:
    """The blocks in the order in which the search opens their features; twice where it comes back to one."""
    name_of = {feature: block.name for block in BLOCKS for feature in block.features}
    return [name for name, _ in groupby(name_of[feature.id] for feature, _ in engine._open_classes)]


def kept_past_an_answer(engine: Engine) -> Iterator[str]:
    """Rules whose outcome the search keeps from step to step although they rest on what is answered there."""
    for feature, whole in engine._open_classes:
        for rule, condition in engine._rules.conditions.items():
            rests = any(c.feature == feature.id for c in compares_of(condition, engine._rules.conditions))
            if rests and rule not in whole.rules:
                yield f"{rule} is kept past the answer to {feature.id}"


# ---------------------------------------------------------------- answers


def answers_of(engine: Engine, name: FeatureId) -> tuple[Answer, ...]:
    """Every settled answer to a feature, or for numbers one on each limit of any rule and between any two.

    An unknown lineage completes to these two only (case-format.md); a half open MRD is a member of its block.
    """
    compares = engine._compares(engine._outcome_rules)
    limits = {limit for compare in compares if compare.feature == name for limit in _numbers(compare)}
    feature = engine._dictionary[name]
    points = tuple(_points(limits))
    match feature.kind:
        case FeatureKind.CHOICE:
            return tuple(one for one in feature.settled_options if one not in OUT_OF_SCOPE_LINEAGES)
        case FeatureKind.GENE:
            return tuple(GeneResult(option) for option in feature.settled_options)
        case FeatureKind.AGE:
            return tuple(Age(years) for years in dict.fromkeys(map(int, points)))
        case FeatureKind.WHITE_COUNT:
            return tuple(Count(point, "10*9/L") for point in points)
        case FeatureKind.INTEGER:
            return tuple(sorted({int(limit) + step for limit in limits for step in (-1, 0, 1)}))
        case FeatureKind.MRD:
            return tuple(mrd for method in KNOWN_MRD_METHODS for mrd in mrds_by(method, points))
    raise ValueError(f"{name}: no answers are known for {feature.kind}")


def mrds_by(method: str, points: Iterable[Decimal]) -> Iterator[Mrd]:
    """Found and not found at each of these percentages."""
    for point in points:
        yield Mrd(method, percent=point)
        yield Mrd(method, below=point)


def _numbers(compare: Compare) -> Iterator[Decimal]:
    given = compare.limit if isinstance(compare.limit, tuple) else (compare.limit,)
    yield from (limit for limit in given if isinstance(limit, Decimal))


def _points(limits: set[Decimal]) -> Iterator[Decimal]:
    """Each limit, the middle between any two (the first is nought), and one beyond the last."""
    for low, high in pairwise(sorted({Decimal(0), *limits})):
        yield from ((low + high) / 2, high)
    yield from (2 * limit for limit in sorted(limits)[-1:])
    yield from limits & {Decimal(0)}


def settled(answer: Answer, every: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """What an answer can turn out to be: itself once it is known."""
    if answer is NOT_KNOWN:
        return every
    if isinstance(answer, Mrd) and answer.method not in KNOWN_MRD_METHODS:
        return tuple(replace(answer, method=method) for method in KNOWN_MRD_METHODS)
    return (answer,)


def ways_of_not_knowing(feature: Feature) -> tuple[Answer, ...]:
    """Each answer that says only that nothing is known yet."""
    genes = feature.kind is FeatureKind.GENE
    still_open = (GeneResult(one, "FISH") if genes else one for one in feature.open_options)
    plain = (GeneResult(one) for one in feature.open_options) if genes else ()
    found = (*Absent, *still_open, *plain)
    assert all(is_open(feature, answer) for answer in found)
    return found


def answers_by_feature(engine: Engine, block: Block, situation: str) -> tuple[tuple[Answer, ...], ...]:
    """The settled answers to each feature of a block; the situation is given and stays."""
    return tuple((situation,) if name == "situation" else answers_of(engine, name) for name in block.features)


def members_of(engine: Engine, block: Block, situation: str) -> Iterator[Member]:
    """Every member of a block: every settled answer, not known, and an MRD by a method that is not known."""
    choices: list[tuple[Answer, ...]] = []
    for name, answers in zip(block.features, answers_by_feature(engine, block, situation), strict=True):
        half_open = {replace(one, method=MRD_METHODS[-1]): None for one in answers if isinstance(one, Mrd)}
        not_known = () if name == "situation" else (NOT_KNOWN,)
        choices.append((*answers, *half_open, *not_known))
    yield from product(*choices)


def case_of(parts: Iterable[tuple[Block, Member]]) -> Case:
    """The case with these members; what is not known is left out."""
    answers = {
        name: answer
        for block, member in parts
        for name, answer in zip(block.features, member, strict=True)
        if answer is not NOT_KNOWN
    }
    return Case(MappingProxyType(answers))
