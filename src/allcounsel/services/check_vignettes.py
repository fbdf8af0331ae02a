"""Runs the worked cases of a release: one that fails keeps the release from being switched on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment, Pathway, PathwayNode
from allcounsel.domain.case import Case
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.truth import Truth
from allcounsel.domain.vignette import NONE, Expected, Vignette
from allcounsel.services.case_file import read_case


def failing(release: ContentRelease, engine: Engine, today: date) -> tuple[str, ...]:
    """One sentence for each demand of a vignette that does not hold."""
    return tuple(
        f"vignette '{vignette.id}': {failure}"
        for vignette in release.vignettes
        for failure in failures_of(vignette, release, engine, today)
    )


def failures_of(vignette: Vignette, release: ContentRelease, engine: Engine, today: date) -> Iterator[str]:
    """What one vignette demands and does not get."""
    read = read_case(vignette.case, release.dictionary, today)
    refused = tuple(problem.field for problem in read.problems)
    if refused != vignette.expected.refused:
        yield f"refused {list(refused)}, expected {list(vignette.expected.refused)}"
    elif read.case is not None:
        yield from differences(vignette.expected, engine, read.case)


def differences(expected: Expected, engine: Engine, case: Case) -> Iterator[str]:
    """What is expected of a case that could be read, and does not come out."""
    got = engine.assess(case)
    yield from _results(expected, got)
    yield from _rows(expected, got)
    yield from _steps(expected, got.pathway)
    if expected.team_road is not None:
        found = _styles(engine.road_as_titled(case, got))
        if found != expected.team_road:
            yield f"road on paper {found}, expected {expected.team_road}"
    yield from _relapse(expected, got)


def _results(expected: Expected, got: Assessment) -> Iterator[str]:
    compared: list[tuple[str, object, object]] = [
        ("status", expected.status, got.status.value),
        ("possible groups", expected.possible, got.possible_groups),
        ("special groups", expected.special, got.special_groups),
        ("flags", expected.flags, got.flags),
        ("warnings", expected.warnings, tuple(notice.code for notice in got.notices)),
        ("changes", expected.changes, tuple(dict.fromkeys(change.feature for change in got.could_change))),
    ]
    for name, wanted, found in compared:
        if wanted is not None and wanted != found:
            yield f"{name} {found}, expected {wanted}"
    if expected.has_group and expected.group != got.group:
        yield f"group {got.group}, expected {expected.group}"


def _rows(expected: Expected, got: Assessment) -> Iterator[str]:
    truths = {finding.rule: finding.truth for finding in got.findings}
    if expected.looked_at is not None and set(truths) != set(expected.looked_at):
        yield f"rows looked at {sorted(truths)}, expected {sorted(expected.looked_at)}"
    wanted = (
        (Truth.YES, expected.decides),
        (Truth.NO, expected.not_met),
        (Truth.UNKNOWN, expected.open),
    )
    for truth, rules in wanted:
        for rule in rules:
            found = truths.get(rule)
            if found is not truth:
                told = found.value if found else "not looked at"
                yield f"rule {rule} is {told}, expected {truth.value}"


def _styles(road: Pathway | None) -> dict[str, str]:
    return {node.id: node.style.value for node in road.nodes} if road else {}


def _steps(expected: Expected, road: Pathway | None) -> Iterator[str]:
    styles = _styles(road)
    for node, style in (expected.nodes or {}).items():
        if styles.get(node) != style:
            yield f"node {node} is {styles.get(node)}, expected {style}"
    for node in expected.no_nodes:
        if node in styles:
            yield f"node {node} stands on the road"
    if expected.road is not None and styles != expected.road:
        yield f"road {styles}, expected {expected.road}"
    yield from _one_step(expected, road.nodes if road else ())


def _one_step(expected: Expected, nodes: tuple[PathwayNode, ...]) -> Iterator[str]:
    here = next((node.id for node in nodes if node.current), NONE)
    if expected.current not in (None, here):
        yield f"current node {here}, expected {expected.current}"
    cited: dict[str, tuple[str, ...]] = {node.id: node.sources for node in nodes}
    for name, sources in expected.cites.items():
        if cited.get(name) != sources:
            yield f"node {name} cites {cited.get(name)}, expected {sources}"


def _relapse(expected: Expected, got: Assessment) -> Iterator[str]:
    site = (got.relapse.site if got.relapse else None) or NONE
    if expected.site not in (None, site):
        yield f"site {site}, expected {expected.site}"
    clocks = got.relapse.clocks if got.relapse else ()
    bands = {clock.id: clock.band or NONE for clock in clocks}
    for clock, band in expected.clocks.items():
        if bands.get(clock) != band:
            yield f"clock {clock} says {bands.get(clock)}, expected {band}"
