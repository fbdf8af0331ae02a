"""What has to hold within one block of features: its truths by the texts, and which answers are worse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from allcounsel.domain.answers import Answer, GeneResult, Mrd, WhiteCount
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.truth import NO, UNKNOWN, YES
from allcounsel.services.case_file import write_case
from helpers import second_reading as second
from helpers.case_space import case_of
from helpers.every_case import Behaviour, BlockTable, Masks, Space, any_of

Truths = tuple[object, frozenset[object]]
"""What a block comes to now, and what it may come to: yes, no or unknown as True, False or None."""

Steps = set[tuple[int, int]]
"""From one behaviour of a block to another."""


# ---------------------------------------------------------------- what is true, by the second reading


def truth(masks: Masks) -> bool | None:
    """Several conditions taken as one, in the second reading's values."""
    return {YES: True, NO: False, UNKNOWN: None}[any_of(masks)]


def read_otherwise(space: Space) -> Iterator[str]:
    """Members whose truths, now or over all completions, the second reading of the texts gives otherwise."""
    for table in space.tables:
        for member, number in table.kind_of.items():
            case = case_of([(table.block, member)]).with_answer(FeatureId("situation"), space.situation)
            facts = second.facts_of(write_case(case, space.engine._dictionary))
            ours = _now_and_later(table, table.kinds[number])
            theirs = _SECOND[table.block.name](facts)
            if ours != theirs:
                yield f"{table.block.name} {member}: {ours}, by the second reading {theirs}"


def _now_and_later(table: BlockTable, kind: Behaviour) -> Truths:
    """Age comes to each of its conditions; the conditions of all other blocks come to one truth."""

    def come_to(masks: Masks) -> object:
        return tuple(truth((mask,)) for mask in masks) if table.block.name == "age" else truth(masks)

    return come_to(kind.now), frozenset(map(come_to, kind.outcomes))


def _lineage(facts: second.Facts) -> Truths:
    every = second.completions(facts.lineage, second.EVERY_LINEAGE)
    return second.same(facts.lineage, "t_cell"), frozenset(second.same(one, "t_cell") for one in every)


def _age(facts: second.Facts) -> Truths:
    def conditions(age: int | None) -> tuple[bool | None, ...]:
        """P1, P2, P3, and whether the age is known."""
        if age is None:
            return (None,) * 4
        first, tenth = second.FIRST_BIRTHDAY, second.TENTH_BIRTHDAY
        return age < first, first <= age < tenth, age >= tenth, True

    return conditions(facts.age), frozenset(map(conditions, second.completions(facts.age, second.EVERY_AGE)))


def _count(facts: second.Facts) -> Truths:
    now = second.count_is_50(facts.count, facts.before_steroids, facts.steroids)
    return now, frozenset(second.count_outcomes(facts))


def _genes(facts: second.Facts) -> Truths:
    now = second.any_gene(facts.genes[gene] for gene in second.VERY_HIGH_GENES)
    return now, frozenset(second.gene_outcomes(facts))


def _slow(facts: second.Facts) -> Truths:
    every = second.completions(facts.slow, second.YES_OR_NO)
    return second.slow_response(facts.slow), frozenset(map(second.slow_response, every))


def _residual(facts: second.Facts) -> Truths:
    now, _ = second.leukaemia(facts.situation, facts.marrow, facts.mrd, facts.clear)
    return now, frozenset(second.leukaemia_outcomes(facts))


_SECOND: dict[str, Callable[[second.Facts], Truths]] = {
    "lineage": _lineage,
    "age": _age,
    "count": _count,
    "genes": _genes,
    "slow response": _slow,
    "residual disease": _residual,
}


def closed_too_early(space: Space) -> Iterator[str]:
    """Members where something that is still open is taken for yes or no.

    Only the count and the residual disease may be read before all their answers are in, since the texts say
    how (a low count of unknown timing, a marrow seen without an MRD); the second reading checks those two.
    """
    for table in space.tables:
        if table.block.name not in ("count", "residual disease"):
            for member, number in table.kind_of.items():
                kind = table.kinds[number]
                for mask, outcomes in zip(kind.now, zip(*kind.outcomes, strict=True), strict=True):
                    if mask != UNKNOWN and set(outcomes) != {mask}:
                        yield f"{table.block.name} {member}: {kind.now}, over all completions {kind.outcomes}"


# ---------------------------------------------------------------- from one answer to another


def answering_steps(table: BlockTable) -> Steps:
    """Every single answer to every open feature of every member."""
    return {
        (number, table.kind_of[later])
        for member, number in table.kind_of.items()
        for _, later in table.answered(member)
    }


def worse_steps(table: BlockTable) -> Steps:
    """Every member, and itself with one known finding exchanged for a worse one."""
    found: Steps = set()
    tried = [dict.fromkeys(answers) for answers in zip(*table.kind_of, strict=True)]
    for member, number in table.kind_of.items():
        for place, every in enumerate(tried):
            for answer in every:
                if is_worse(table.block.features[place], member[place], answer):
                    worse = (*member[:place], answer, *member[place + 1 :])
                    found.add((number, table.kind_of[worse]))
    return found


RISING: dict[str, tuple[Answer, ...]] = {
    "slow_response": ("no", "yes"),
    "end_of_induction.marrow": ("m1", "m2", "m3"),
    "end_of_induction.extramedullary_clear": ("yes", "no"),
}


def is_worse(feature: FeatureId, answer: Answer, other: Answer) -> bool:
    """Whether ``other`` is the worse finding. Lineage, age, timing and what is not known have no better."""
    match answer, other:
        case WhiteCount(), WhiteCount():
            return other.per_litre > answer.per_litre
        case GeneResult(), GeneResult():
            return (answer.result, other.result) == ("not_detected", "detected")
        case Mrd(), Mrd():
            ends, others = _ends(answer), _ends(other)
            higher = ends != others and all(a <= b for a, b in zip(ends, others, strict=True))
            return higher and answer.method == other.method
    rising = RISING.get(feature, ())
    plain = "no" if answer == "not_used" else answer
    return plain in rising and other in rising and rising.index(plain) < rising.index(other)


def _ends(mrd: Mrd) -> tuple[Decimal, Decimal]:
    low, high = mrd.percent or Decimal(0), mrd.percent or mrd.below
    assert high is not None
    return low, high


def unlike_all(table: BlockTable, name: FeatureId, answers: tuple[Answer, ...]) -> Iterator[Answer]:
    """Answers to a feature that do not behave throughout like one of those that are tried."""
    place = table.block.features.index(name)
    rests = {(member[:place], member[place + 1 :]) for member in table.kind_of}

    def throughout(answer: Answer) -> tuple[Behaviour, ...]:
        return tuple(table.behaviour((*before, answer, *after)) for before, after in rests)

    tried = {throughout(answer) for answer in {member[place]: None for member in table.kind_of}}
    yield from (answer for answer in answers if throughout(answer) not in tried)
