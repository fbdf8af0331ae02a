"""Runs the worked cases of a release: one that fails keeps the release from being switched on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.truth import Truth
from allcounsel.domain.vignette import Expected, Vignette
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
        yield from _differences(vignette.expected, engine.assess(read.case))


def _differences(expected: Expected, got: Assessment) -> Iterator[str]:
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
    met = {finding.rule for finding in got.findings if finding.truth is Truth.YES}
    for rule in expected.decides:
        if rule not in met:
            yield f"rule {rule} does not hold"
    yield from _road(expected, got)


def _road(expected: Expected, got: Assessment) -> Iterator[str]:
    styles: dict[str, str] = {node.id: node.style.value for node in got.pathway.nodes} if got.pathway else {}
    for node, style in (expected.nodes or {}).items():
        if styles.get(node) != style:
            yield f"node {node} is {styles.get(node)}, expected {style}"
    for node in expected.no_nodes:
        if node in styles:
            yield f"node {node} stands on the road"
