"""A condition as it is written in the seeds, on one line, for people who review when a sentence prints."""

from __future__ import annotations

from collections.abc import Mapping

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

_SIGNS = {
    "is": "=",
    "is_not": "is not",
    "one_of": "one of",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
}

_BEFORE = {Not: "not", Said: "known that", StillOpen: "open whether"}


def condition_words(condition: Condition | None, named: Mapping[Condition, str]) -> str:
    """On one line; ``named``: what is called by a name. Empty for a sentence that always prints."""
    return "" if condition is None else _words(condition, named)


def defined(condition: Condition, named: Mapping[Condition, str]) -> str:
    """The same for a condition that has a name itself."""
    return _words(condition, {one: name for one, name in named.items() if one != condition})


def _words(condition: Condition, named: Mapping[Condition, str]) -> str:
    if condition in named:
        return f"*{named[condition]}*"
    match condition:
        case Compare():
            return _compared(condition)
        case AllOf():
            return _joined(" and ", condition.parts, named)
        case AnyOf():
            return _joined(" or ", condition.parts, named)
        case Not() | Said() | StillOpen():
            return f"{_BEFORE[type(condition)]} {_words(condition.part, named)}"
        case Named():
            return f"row {condition.rule}"
        case Verdict():
            return f"yes if {_words(condition.yes, named)}, no if {_words(condition.no, named)}"


def _joined(word: str, parts: tuple[Condition, ...], named: Mapping[Condition, str]) -> str:
    return f"({word.join(_words(part, named) for part in parts)})"


def _compared(one: Compare) -> str:
    limit = ", ".join(map(str, one.limit)) if isinstance(one.limit, tuple) else str(one.limit)
    return f"{one.target.replace('#', ' ')} {_SIGNS.get(one.operator, one.operator)} {limit}"
