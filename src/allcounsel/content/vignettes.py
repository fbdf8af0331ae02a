"""Worked cases and practice children."""

from __future__ import annotations

from allcounsel.content.fields import Taker, entries
from allcounsel.content.reader import Listed, Mapped, Problems, Value
from allcounsel.domain.ids import RuleId
from allcounsel.domain.vignette import Expected, PracticeChild, Vignette


def read_vignettes(value: Value | None, problems: Problems) -> list[tuple[Vignette, int]]:
    """Vignettes of one file, each with its line."""
    return [(_vignette(taker), taker.mapping.line) for taker in entries(value, problems)]


def _vignette(taker: Taker) -> Vignette:
    expected = Taker(taker.required("expect"), taker.line("expect"), taker.problems)
    read = Vignette(
        taker.text("id"),
        taker.text("about"),
        taker.integer("row"),
        _case(taker),
        _expected(expected),
    )
    expected.rest()
    taker.rest()
    return read


def _expected(taker: Taker) -> Expected:
    nodes = taker.value("nodes")
    group = taker.text("group", "")
    return Expected(
        status=taker.text("status", "") or None,
        group=None if group == "none" else group or None,
        has_group="group" in taker.mapping,
        possible=_given(taker, "possible"),
        special=_given(taker, "special"),
        flags=_given(taker, "flags"),
        decides=tuple(RuleId(rule) for rule in taker.texts("decides")),
        warnings=_given(taker, "warnings"),
        changes=_given(taker, "changes"),
        nodes={key: str(style) for key, style in nodes.items()} if isinstance(nodes, Mapped) else None,
        no_nodes=taker.texts("no_nodes"),
        refused=taker.texts("refused"),
    )


def _given(taker: Taker, key: str) -> tuple[str, ...] | None:
    return taker.texts(key) if key in taker.mapping else None


def _case(taker: Taker) -> dict[str, object]:
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
        child = PracticeChild(taker.text("name"), taker.text("about"), _case(taker))
        taker.rest()
        read.append((child, taker.mapping.line))
    return read
