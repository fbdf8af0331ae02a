"""Worked cases with their expected outcome: a release that fails one is not switched on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from allcounsel.domain.ids import RuleId


@dataclass(frozen=True, slots=True)
class Expected:
    """What a vignette demands; None and empty mean "not said here"."""

    status: str | None = None
    group: str | None = None
    has_group: bool = False
    possible: tuple[str, ...] | None = None
    special: tuple[str, ...] | None = None
    flags: tuple[str, ...] | None = None
    decides: tuple[RuleId, ...] = ()
    warnings: tuple[str, ...] | None = None
    changes: tuple[str, ...] | None = None
    nodes: Mapping[str, str] | None = None
    no_nodes: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vignette:
    """One worked case: a case file as data, and what must come out. ``row``: evidence 4.8, if it is one."""

    id: str
    about: str
    row: int | None
    case: Mapping[str, object]
    expected: Expected


@dataclass(frozen=True, slots=True)
class PracticeChild:
    """An invented child to practise with."""

    name: str
    about: str
    case: Mapping[str, object]
