"""Worked cases, practice children, and the situations that the handout is tried with."""

from __future__ import annotations

from collections.abc import Mapping

from allcounsel.content.fields import Taker, did_you_mean, entries
from allcounsel.content.reader import Listed, Mapped, Problems, Value
from allcounsel.domain.assessment import NodeStyle
from allcounsel.domain.ids import RuleId
from allcounsel.domain.vignette import NONE, Expected, PracticeChild, Situation, Vignette

Case = dict[str, object]
"""A case file as plain values."""


def read_vignettes(value: Value | None, problems: Problems) -> list[tuple[Vignette, int]]:
    """Vignettes of one file, each with its line. ``like`` names one further up that the case is like."""
    read: list[tuple[Vignette, int]] = []
    cases: dict[str, Mapping[str, object]] = {}
    for taker in entries(value, problems):
        vignette = _vignette(taker, cases)
        cases[vignette.id] = vignette.case
        read.append((vignette, taker.mapping.line))
    return read


def _vignette(taker: Taker, cases: Mapping[str, Mapping[str, object]]) -> Vignette:
    expected = Taker(taker.required("expect"), taker.line("expect"), taker.problems)
    read = Vignette(
        taker.text("id"),
        taker.text("about"),
        taker.integer("row"),
        _case_like(taker, cases),
        _expected(expected),
    )
    expected.rest()
    taker.rest()
    return read


def _case_like(taker: Taker, cases: Mapping[str, Mapping[str, object]]) -> Case:
    """The case of an entry, on top of the one further up that it names."""
    like = taker.text("like", "")
    if like and like not in cases:
        hint = did_you_mean(like, cases)
        taker.problems.add(taker.line("like"), f"no '{like}' further up in this file{hint}")
    return changed(cases.get(like, {}), _case(taker))


def changed(case: Mapping[str, object], changes: Mapping[str, object]) -> Case:
    """The case with these changes; of an object with keys of its own only the named ones change."""
    merged = dict(case)
    for key, value in changes.items():
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            merged[key] = {**before, **value}
        else:
            merged[key] = value
    return merged


def _expected(taker: Taker) -> Expected:
    group = taker.text("group", "")
    return Expected(
        status=taker.text("status", "") or None,
        group=None if group == NONE else group or None,
        has_group="group" in taker.mapping,
        possible=_given(taker, "possible"),
        special=_given(taker, "special"),
        flags=_given(taker, "flags"),
        decides=_rules(taker, "decides"),
        not_met=_rules(taker, "not_met"),
        open=_rules(taker, "open"),
        looked_at=_rules(taker, "looked_at") if "looked_at" in taker.mapping else None,
        warnings=_given(taker, "warnings"),
        changes=_given(taker, "changes"),
        nodes=_words(taker, "nodes") if "nodes" in taker.mapping else None,
        no_nodes=taker.texts("no_nodes"),
        road=_road(taker, "road"),
        team_road=_road(taker, "team_road"),
        current=taker.text("current", "") or None,
        cites=_cites(taker),
        site=taker.text("site", "") or None,
        clocks=_words(taker, "clocks"),
        refused=taker.texts("refused"),
    )


def _given(taker: Taker, key: str) -> tuple[str, ...] | None:
    return taker.texts(key) if key in taker.mapping else None


def _rules(taker: Taker, key: str) -> tuple[RuleId, ...]:
    return tuple(RuleId(rule) for rule in taker.texts(key))


def _words(taker: Taker, key: str) -> dict[str, str]:
    value = taker.value(key)
    return {name: str(word) for name, word in value.items()} if isinstance(value, Mapped) else {}


def _road(taker: Taker, key: str) -> dict[str, str] | None:
    """A whole road, written as its steps by style."""
    if key not in taker.mapping:
        return None
    styles = Taker(taker.value(key), taker.line(key), taker.problems)
    road = {node: style.value for style in NodeStyle for node in styles.texts(style.value)}
    styles.rest()
    return road


def _cites(taker: Taker) -> dict[str, tuple[str, ...]]:
    if "cites" not in taker.mapping:
        return {}
    cites = Taker(taker.value("cites"), taker.line("cites"), taker.problems)
    return {node: cites.texts(node) for node in cites.mapping}


def _case(taker: Taker) -> Case:
    case = taker.required("case")
    plain = as_plain(case)
    if not isinstance(plain, dict):
        taker.problems.add(taker.line("case"), "'case' has to be a case file")
        return {}
    return plain


def as_plain(value: Value | None) -> object:
    """The value without its lines: plain dictionaries and lists, as read from a case file."""
    if isinstance(value, Mapped):
        return {key: as_plain(entry) for key, entry in value.items()}
    if isinstance(value, Listed):
        return [as_plain(entry) for entry in value]
    return value


def read_practice(value: Value | None, problems: Problems) -> list[tuple[PracticeChild, int]]:
    """Practice children of one file, each with its line."""
    read = []
    for taker in entries(value, problems):
        child = PracticeChild(taker.text("name"), _case(taker))
        taker.rest()
        read.append((child, taker.mapping.line))
    return read


def read_situations(
    value: Value | None, problems: Problems
) -> tuple[list[tuple[Situation, int]], dict[str, str]]:
    """The situations, each with its line, and sections that are the same in all, with the reason."""
    taker = Taker(value, 1, problems)
    general = Taker(taker.required("general"), taker.line("general"), problems)
    same = {section: general.text(section) for section in general.mapping}
    read: list[tuple[Situation, int]] = []
    cases: dict[str, Mapping[str, object]] = {}
    for entry in entries(taker.required("situations"), problems):
        situation = Situation(
            entry.text("id"), entry.text("about"), entry.integers("ages"), _case_like(entry, cases)
        )
        entry.rest()
        cases[situation.id] = situation.case
        read.append((situation, entry.mapping.line))
    taker.rest()
    return read, same
