"""Every small wrong edit of a condition, as a person could make it in a seed file, each told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from allcounsel.domain.answers import KNOWN_MRD_METHODS
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
)
from allcounsel.domain.feature import FeatureDictionary, FeatureKind
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.rule import RuleSet

Edit = tuple[str, Condition]
"""What was done, and the condition as it then stands."""

NEVER: Condition = AnyOf(())
TEN_PERCENT = Decimal("0.1")
_NEIGHBOURS = {
    "at_least": ("more_than", "less_than"),
    "more_than": ("at_least", "at_most"),
    "less_than": ("at_most", "at_least"),
    "at_most": ("less_than", "more_than"),
    "is": ("is_not",),
    "is_not": ("is",),
}
"""What each operator is easily taken for; the last is always its opposite, so it needs no "not" as well."""

_LEANS = ("sooner", "later", "between", "on_the_line", "none")
_SITES = ("isolated marrow", "combined", "isolated CNS", "isolated testicular", "other extramedullary")


@dataclass(frozen=True, slots=True)
class Known:
    """What is written in conditions, and what the facts of a case can be.

    ``words``: what a condition may compare a target with; ``facts``: those of them that can be its fact;
    ``wholes``: the whole numbers that can be.
    """

    words: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, tuple[str, ...]]
    wholes: Mapping[str, range]


def known_of(dictionary: FeatureDictionary, rules: RuleSet) -> Known:
    """The words and whole numbers of conditions and facts under this release."""
    words: dict[str, tuple[str, ...]] = {
        "result.group": (*rules.mildest_first, "none"),
        "result.special": rules.special_order,
        "result.flags": rules.flag_order,
        "result.site": _SITES,
        **{f"result.k{number}": _LEANS for number in range(1, 6)},
    }
    wholes: dict[str, range] = {}
    for feature in dictionary:
        if feature.options:
            words[feature.id] = feature.options
        if feature.kind is FeatureKind.MRD:
            words[f"{feature.id}#method"] = KNOWN_MRD_METHODS
        if feature.kind in (FeatureKind.AGE, FeatureKind.INTEGER):
            lowest, highest = feature.limits.at_least or 0, feature.limits.at_most or 0
            wholes[feature.id] = range(int(lowest), int(highest) + 1)
    facts = {name: tuple(dictionary[FeatureId(name)].settled_options) for name in words if name in dictionary}
    return Known(words, {**words, **facts}, wholes)


def edits(condition: Condition, known: Known) -> Iterator[Edit]:
    """Every small wrong edit of the condition or of a part of it."""
    yield from _wrapped(condition)
    match condition:
        case Compare():
            for edited in dict.fromkeys(_compared_otherwise(condition, known)):
                yield f"{told(condition)} becomes {told(edited)}", edited
        case AllOf() | AnyOf():
            yield from _join_edits(condition, known)
        case Not() | Said() | StillOpen():
            kind = type(condition)
            yield f"{told(condition)} becomes {told(condition.part)}", condition.part
            yield from ((what, kind(part)) for what, part in edits(condition.part, known))
        case Verdict():
            yield from _verdict_edits(condition, known)


def _wrapped(condition: Condition) -> Iterator[Edit]:
    """A "not" too many, and "said" and "open" for one another."""
    match condition:
        case Said():
            yield f"{told(condition)} becomes {told(StillOpen(condition.part))}", StillOpen(condition.part)
        case StillOpen():
            yield f"{told(condition)} becomes {told(Said(condition.part))}", Said(condition.part)
    has_opposite = isinstance(condition, Compare) and condition.operator in _NEIGHBOURS
    if not has_opposite and not isinstance(condition, Not | Verdict):
        yield f"{told(condition)} becomes {told(Not(condition))}", Not(condition)


def _verdict_edits(verdict: Verdict, known: Known) -> Iterator[Edit]:
    yield "its yes and its no are exchanged", Verdict(verdict.no, verdict.yes)
    yield "its yes is dropped", Verdict(NEVER, verdict.no)
    yield "its no is dropped", Verdict(verdict.yes, NEVER)
    yield "it is no wherever it is not yes", verdict.yes
    for what, part in edits(verdict.yes, known):
        yield f"in its yes, {what}", replace(verdict, yes=part)
    for what, part in edits(verdict.no, known):
        yield f"in its no, {what}", replace(verdict, no=part)


def _join_edits(join: AllOf | AnyOf, known: Known) -> Iterator[Edit]:
    kind, other = (AllOf, AnyOf) if isinstance(join, AllOf) else (AnyOf, AllOf)
    parts = join.parts
    if len(parts) > 1:
        yield f"{told(join)} becomes {told(other(parts))}", other(parts)
    for place, part in enumerate(parts):
        before, after = parts[:place], parts[place + 1 :]
        if len(parts) > 1:
            yield f"{told(part)} is dropped from {told(join)}", kind((*before, *after))
        for what, edited in edits(part, known):
            yield what, kind((*before, edited, *after))


# ---- one comparison


def _compared_otherwise(compare: Compare, known: Known) -> Iterator[Compare]:
    for operator in _NEIGHBOURS.get(compare.operator, ()):
        yield replace(compare, operator=operator)
    words = known.words.get(compare.target, ())
    limit = compare.limit
    if isinstance(limit, tuple):
        for changed in _lists(limit, words):
            yield replace(compare, limit=changed)
    elif isinstance(limit, Decimal):
        for number in _moved(limit, whole=compare.target in known.wholes):
            yield replace(compare, limit=number)
    else:
        for word in words:
            if word != limit:
                yield replace(compare, limit=word)


def _lists(limit: tuple[str | Decimal, ...], words: tuple[str, ...]) -> Iterator[tuple[str | Decimal, ...]]:
    """The list without each entry, with each other entry, and with each entry exchanged for another."""
    for place, entry in enumerate(limit):
        before, after = limit[:place], limit[place + 1 :]
        others = (entry - 1, entry + 1) if isinstance(entry, Decimal) else words
        yield (*before, *after)
        for other in others:
            if other not in limit:
                yield (*before, other, *after)
                yield (*limit, other)


def _moved(limit: Decimal, *, whole: bool) -> Iterator[Decimal]:
    """The number 10 % lower and higher; a whole number one lower and higher as well."""
    if limit:
        yield limit - limit * TEN_PERCENT
        yield limit + limit * TEN_PERCENT
    if whole:
        yield limit - 1
        yield limit + 1


# ---- in words


def told(condition: Condition) -> str:
    """A condition in words, as close to the seed file as a sentence allows."""
    match condition:
        case Compare():
            return f"'{condition.target} {condition.operator.replace('_', ' ')} {_told_limit(condition)}'"
        case AllOf() | AnyOf():
            word = "all" if isinstance(condition, AllOf) else "any"
            return f"{word} of ({', '.join(map(told, condition.parts))})"
        case Not() | Said() | StillOpen():
            return f"{_WORDS[type(condition)]} {told(condition.part)}"
        case Named():
            return condition.rule
        case Verdict():
            return f"yes where {told(condition.yes)} and no where {told(condition.no)}"


_WORDS: Mapping[type, str] = {Not: "not", Said: "said", StillOpen: "open"}


def _told_limit(compare: Compare) -> str:
    limits = compare.limit if isinstance(compare.limit, tuple) else (compare.limit,)
    words = (f"{limit.normalize():f}" if isinstance(limit, Decimal) else limit for limit in limits)
    return ", ".join(words) or "nothing"
