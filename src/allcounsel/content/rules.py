"""The rule files, the warnings and the measures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from allcounsel.content.conditions import ConditionReader
from allcounsel.content.features import cited
from allcounsel.content.fields import Taker, entries
from allcounsel.content.reader import Mapped, Problems, Value
from allcounsel.domain.citations import warning_name
from allcounsel.domain.feature import SITUATIONS
from allcounsel.domain.ids import GroupId, RuleId
from allcounsel.domain.rule import Measure, Rule, RuleKind, WarningRule

KIND_OF_FILE = {
    "predicates": RuleKind.PREDICATE,
    "groups": RuleKind.GROUP,
    "special": RuleKind.SPECIAL,
    "flags": RuleKind.FLAG,
    "after_induction": RuleKind.AFTER_INDUCTION,
    "relapse": RuleKind.RELAPSE,
}
"""Rule files by name, in the order in which their rows are shown."""

_GROUPED = ("first_treatment", "refractory")
_LOOKED_AT = {RuleKind.SPECIAL: SITUATIONS, RuleKind.RELAPSE: ("relapse",)}


def rule_ids(value: Value | None) -> Iterator[str]:
    """Ids of one rule file, before its conditions can be read."""
    if isinstance(value, list):
        for entry in value:
            if isinstance(entry, Mapped) and isinstance(entry.get("id"), str):
                yield str(entry["id"])


def read_rules(
    value: Value | None, kind: RuleKind, conditions: ConditionReader, problems: Problems
) -> list[tuple[Rule, int]]:
    """Rules of one file, each with its line."""
    return [(_rule(taker, kind, conditions), taker.mapping.line) for taker in entries(value, problems)]


def _rule(taker: Taker, kind: RuleKind, conditions: ConditionReader) -> Rule:
    group = taker.text("group", "")
    given = "looked_at_in" in taker.mapping
    looked_at = taker.texts("looked_at_in")
    rule = Rule(
        id=RuleId(taker.text("id")),
        kind=kind,
        when=conditions.read_when(taker),
        sources=cited(taker),
        looked_at_in=looked_at if given else _LOOKED_AT.get(kind, _GROUPED),
        group=GroupId(group) if group else None,
        special=taker.text("special", "") or None,
        flag=taker.text("flag", "") or None,
        topic=taker.text("topic", "") or None,
    )
    for key in ("when", "yes", "no"):
        taker.value(key)
    taker.rest()
    return rule


def read_warnings(
    value: Value | None, conditions: ConditionReader, problems: Problems
) -> tuple[WarningRule, ...]:
    """The warnings in order."""
    read = []
    for taker in entries(value, problems):
        read.append(
            WarningRule(
                taker.text("code"),
                taker.text("field"),
                conditions.read_when(taker),
                taker.flag("confirm"),
                cited(taker),
            )
        )
        problems.place("warning", warning_name(read[-1]), taker.mapping.line)
        taker.rest()
    return tuple(read)


def read_measures(value: Value | None, problems: Problems) -> tuple[Measure, ...]:
    """The measures in order."""
    read = []
    for taker in entries(value, problems):
        read.append(Measure(taker.text("id"), taker.text("start"), taker.text("end")))
        taker.rest()
    return tuple(read)


def read_settings(value: Value | None, problems: Problems) -> dict[str, Decimal]:
    """The limits that are a reading of ours, by name."""
    taker = Taker(value, 1, problems)
    return {key: taker.number(key) or Decimal(0) for key in taker.mapping}
