"""From a case's answers to the plain facts that conditions compare, and back to one answer for each class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from allcounsel.domain.answers import KNOWN_MRD_METHODS, Age, Answer, GeneResult, Interval, Mrd, WhiteCount
from allcounsel.domain.case import Case, is_open
from allcounsel.domain.condition import Compare, Evaluator, Facts, Value
from allcounsel.domain.feature import Feature, FeatureDictionary, FeatureKind

ASPECTS = {
    FeatureKind.WHITE_COUNT: ("", "#unit"),
    FeatureKind.MRD: ("#percent", "#method", "#found"),
    FeatureKind.GENE: ("", "#method"),
}
"""Which parts of an answer a condition may look at, by kind; all other kinds have only the answer itself."""

_HUNDRED = Decimal(100)


def targets_of(feature: Feature) -> tuple[str, ...]:
    """Everything a condition may say about this feature."""
    return tuple(feature.id + aspect for aspect in ASPECTS.get(feature.kind, ("",)))


def facts_of_answer(feature: Feature, answer: Answer) -> Iterator[tuple[str, Value]]:
    """The facts of one answer; none while the answer is open."""
    if is_open(feature, answer):
        return
    name = feature.id
    match answer:
        case WhiteCount():
            yield name, answer.per_litre
            yield name + "#unit", answer.unit
        case Mrd():
            yield from _facts_of_mrd(name, answer)
        case GeneResult():
            yield name, answer.result
            if answer.method:
                yield name + "#method", answer.method
        case _:
            yield name, _plain(answer)


def _plain(answer: Answer) -> Value:
    match answer:
        case Age():
            return Decimal(answer.years)
        case tuple():
            return frozenset(answer)
        case int():
            return Decimal(answer)
        case str() | Decimal() | date():
            return answer
    message = f"{type(answer).__name__} has parts of its own"
    raise TypeError(message)


def _facts_of_mrd(name: str, answer: Mrd) -> Iterator[tuple[str, Value]]:
    if answer.method in KNOWN_MRD_METHODS:
        yield name + "#method", answer.method
    if answer.percent is not None:
        yield name + "#found", "yes"
        yield name + "#percent", answer.percent
    else:
        yield name + "#found", "no"
        yield name + "#percent", Interval(Decimal(0), answer.below or _HUNDRED)


def open_parts(feature: Feature, answer: Answer) -> tuple[str, ...]:
    """The targets of a feature that this answer leaves open."""
    known = {target for target, _ in facts_of_answer(feature, answer)}
    if is_open(feature, answer):
        return targets_of(feature)
    return tuple(
        target for target in targets_of(feature) if target not in known and feature.kind is FeatureKind.MRD
    )


def completions(answer: Answer, classes_of_open: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The settled answers that an open or half open answer can turn into."""
    if isinstance(answer, Mrd):
        return tuple(replace(answer, method=method) for method in KNOWN_MRD_METHODS)
    return classes_of_open


def facts_of(case: Case, dictionary: FeatureDictionary) -> dict[str, Value]:
    """All facts of a case that has been normalised."""
    return {
        target: value
        for feature_id, answer in case.answers.items()
        for target, value in facts_of_answer(dictionary[feature_id], answer)
    }


def example_answers(feature: Feature, compares: Iterable[Compare]) -> tuple[Answer, ...]:
    """Answers that between them fall into every class that the comparisons tell apart, one or more for each.

    For choices: every settled option. For numbers: each limit, and a value on each side of it.
    """
    limits = sorted({limit for compare in compares for limit in _numbers(compare)})
    match feature.kind:
        case FeatureKind.CHOICE:
            return feature.settled_options
        case FeatureKind.GENE:
            return tuple(GeneResult(option) for option in feature.settled_options)
        case FeatureKind.AGE:
            return tuple(Age(int(years)) for years in _around(limits, Decimal(1)) if years >= 0)
        case FeatureKind.WHITE_COUNT:
            return tuple(WhiteCount(v, "10*9/L") for v in _around(limits, Decimal("0.01")) if v > 0)
        case FeatureKind.INTEGER:
            return tuple(int(number) for number in _around(limits, Decimal(1)))
        case FeatureKind.NUMBER:
            return _around(limits, Decimal("0.01"))
        case FeatureKind.MRD:
            return tuple(_example_mrd(limits))
    return ()


def _numbers(compare: Compare) -> tuple[Decimal, ...]:
    given = compare.limit if isinstance(compare.limit, tuple) else (compare.limit,)
    return tuple(limit for limit in given if isinstance(limit, Decimal))


def _around(limits: list[Decimal], step: Decimal) -> tuple[Decimal, ...]:
    return tuple(sorted({number for limit in limits for number in (limit - step, limit, limit + step)}))


def _example_mrd(limits: list[Decimal]) -> Iterator[Mrd]:
    between = sorted(
        {limit * factor for limit in limits for factor in (Decimal("0.5"), Decimal(1), Decimal(2))}
    )
    for method in KNOWN_MRD_METHODS:
        for percent in between:
            yield Mrd(method, percent=percent)
        for below in between:
            yield Mrd(method, below=below)


def classes(feature: Feature, compares: Iterable[Compare]) -> tuple[Answer, ...]:
    """One answer for each class that the comparisons on this feature tell apart, in dictionary order."""
    own = sorted({c for c in compares if c.feature == feature.id}, key=repr)
    found: dict[tuple[int, ...], Answer] = {}
    for answer in example_answers(feature, own):
        values = dict(facts_of_answer(feature, answer))
        evaluator = Evaluator({}, Facts(values))
        found.setdefault(tuple(evaluator.mask(compare) for compare in own), answer)
    return tuple(found.values())
