"""The published schemes and the conflicts of the sources, read from ``reference/``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from allcounsel.content.conditions import ConditionReader
from allcounsel.content.features import cited
from allcounsel.content.fields import Taker, entries
from allcounsel.content.reader import Problems, Value
from allcounsel.domain.ids import FeatureId, RuleId, SourceId
from allcounsel.domain.reference import (
    SCHEME_KINDS,
    SEEN_ON,
    SUPPRESSED,
    Conflict,
    Reference,
    Scheme,
    SchemeInput,
    SchemeRow,
    Side,
)

FOLDER = "reference"

Place = Callable[[str, str, int], None]
"""Told where each entry stands: its kind, its name, its line."""


class Reading(Protocol):
    """The files of a release as they are read (``content.release``)."""

    def below(self, folder: str) -> list[str]:
        """Paths in a folder."""

    def value(self, path: str) -> tuple[Value | None, Problems]:
        """A document; a missing one is noted."""

    def keep(self, problems: Problems) -> None:
        """Note what a file brought."""

    def place(self, kind: str, name: str, path: str, line: int) -> None:
        """Remember where an entry stands."""


def read_reference(reading: Reading, conditions: ConditionReader) -> Reference:
    """Both files; empty for the first releases, which stay readable for the cases made with them."""
    if not reading.below(FOLDER):
        return Reference()
    schemes, conflicts = f"{FOLDER}/schemes.yaml", f"{FOLDER}/conflicts.yaml"
    reading.place(FOLDER, "all", schemes, 1)
    value, problems = reading.value(schemes)
    read = read_schemes(value, conditions, problems, _placer(reading, schemes))
    reading.keep(problems)
    value, problems = reading.value(conflicts)
    found = read_conflicts(value, conditions, problems, _placer(reading, conflicts))
    reading.keep(problems)
    return Reference(read, found)


def _placer(reading: Reading, path: str) -> Place:
    return lambda kind, name, line: reading.place(kind, name, path, line)


def read_schemes(
    value: Value | None, conditions: ConditionReader, problems: Problems, place: Place
) -> tuple[Scheme, ...]:
    """All schemes in order."""
    return tuple(_scheme(taker, conditions, place) for taker in entries(value, problems))


def _scheme(taker: Taker, conditions: ConditionReader, place: Place) -> Scheme:
    name, problems = taker.text("id"), taker.problems
    place("scheme", name, taker.mapping.line)
    rows = []
    for entry in entries(taker.required("rows"), problems):
        row = entry.text("id")
        place("scheme row", f"{name}.{row}", entry.mapping.line)
        rows.append(SchemeRow(row, entry.text("group", "") or row, cited(entry)))
        entry.rest()
    inputs = []
    for entry in entries(taker.required("inputs"), problems):
        needed = _input(entry, conditions)
        place("scheme input", f"{name}.{needed.feature}", entry.mapping.line)
        inputs.append(needed)
    scheme = Scheme(
        id=name,
        kind=taker.one_of("kind", SCHEME_KINDS),
        source=SourceId(taker.text("source")),
        sources=cited(taker),
        columns=taker.texts("columns", required=True),
        rows=tuple(rows),
        inputs=tuple(inputs),
        also=taker.texts("also"),
    )
    taker.rest()
    return scheme


def _input(taker: Taker, conditions: ConditionReader) -> SchemeInput:
    key, spared = "not_needed_when", None
    if key in taker.mapping:
        spared = conditions.read(taker.value(key), taker.line(key), taker.problems)
    rule = taker.text("settled_by", "")
    needed = SchemeInput(
        feature=FeatureId(taker.text("feature")),
        line=taker.number("line"),
        leaves_open=taker.texts("leaves_open"),
        settled_by=RuleId(rule) if rule else None,
        not_needed_when=spared,
    )
    taker.rest()
    return needed


def read_conflicts(
    value: Value | None, conditions: ConditionReader, problems: Problems, place: Place
) -> tuple[Conflict, ...]:
    """All conflicts in order."""
    return tuple(_conflict(taker, conditions, place) for taker in entries(value, problems))


def _conflict(taker: Taker, conditions: ConditionReader, place: Place) -> Conflict:
    name, problems = taker.text("id"), taker.problems
    place("conflict", name, taker.mapping.line)
    sides = []
    for entry in entries(taker.required("sides"), problems):
        side = entry.text("id")
        place("side", f"{name}.{side}", entry.mapping.line)
        suppressed = entry.one_of("suppressed", SUPPRESSED) if "suppressed" in entry.mapping else ""
        sides.append(Side(side, cited(entry), suppressed))
        entry.rest()
    seen_on = taker.texts("seen_on", required=True)
    for where in seen_on:
        if where not in SEEN_ON:
            problems.add(taker.line("seen_on"), f"unknown place '{where}'; known are {', '.join(SEEN_ON)}")
    conflict = Conflict(
        id=name,
        when=conditions.read_optional(taker),
        about_sources=taker.flag("about_sources"),
        sides=tuple(sides),
        seen_on=seen_on,
    )
    taker.rest()
    return conflict
