"""Worked cases with their expected outcome, and invented children: what a release is tried with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from allcounsel.domain.ids import RuleId

NONE = "none"
"""Says that there is no group, no current step, no statement of a clock."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Expected:
    """What a vignette demands; None and empty mean "not said here".

    ``decides``, ``not_met`` and ``open``: rows that are yes, no and unknown; ``looked_at``: every row that is
    looked at. ``nodes`` and ``no_nodes``: some steps of the road; ``road``: all of it, and ``team_road`` the
    one on paper under the team's group. ``cites``: all that a step rests on. ``clocks``: their bands.
    """

    status: str | None = None
    group: str | None = None
    has_group: bool = False
    possible: tuple[str, ...] | None = None
    special: tuple[str, ...] | None = None
    flags: tuple[str, ...] | None = None
    decides: tuple[RuleId, ...] = ()
    not_met: tuple[RuleId, ...] = ()
    open: tuple[RuleId, ...] = ()
    looked_at: tuple[RuleId, ...] | None = None
    warnings: tuple[str, ...] | None = None
    changes: tuple[str, ...] | None = None
    nodes: Mapping[str, str] | None = None
    no_nodes: tuple[str, ...] = ()
    road: Mapping[str, str] | None = None
    team_road: Mapping[str, str] | None = None
    current: str | None = None
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)
    site: str | None = None
    clocks: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
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
    case: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation that the handout knows, with an invented child of each of these ages in years."""

    id: str
    about: str
    ages: tuple[int, ...]
    case: Mapping[str, object]
