"""Everything in a release that cites, and the facts of the seed documents that all need a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.relapse import CLOCK_SOURCES
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import WarningRule

SEED_FACTS = {"S0": 13, "S1": 20, "S2": 19, "S3": 131, "S4": 16}
"""How many facts each of the five seed documents holds (evidence 1.1 to 1.5)."""

REFUSED_PREFIXES = ("UN-", "PX-")
"""Ids from memory, and contradictions inside a source: neither can be cited (evidence 2.6 and 2.1)."""


@dataclass(frozen=True, slots=True)
class Citing:
    """One entry that cites. ``section``: the section of the handout in which a sentence stands."""

    kind: str
    name: str
    sources: tuple[EvidenceId, ...]
    section: str = ""


def seed_ids() -> tuple[EvidenceId, ...]:
    """S0-1 to S4-16 in order."""
    return tuple(
        EvidenceId(f"{seed}-{number}") for seed, last in SEED_FACTS.items() for number in range(1, last + 1)
    )


def warning_name(warning: WarningRule) -> str:
    """One code may be told of several fields."""
    return f"{warning.code} of {warning.field}"


def citings(release: ContentRelease) -> Iterator[Citing]:
    """Every entry of the content, and every relapse clock, with what it cites."""
    rules, roads = release.rules, release.pathways
    sentences = ((section, sentence) for section in release.sections for sentence in section.sentences)
    yield from (Citing("feature", feature.id, feature.sources) for feature in release.dictionary)
    yield from (Citing("rule", rule.id, rule.sources) for rule in rules.rules)
    yield from (Citing("warning", warning_name(warning), warning.sources) for warning in rules.warnings)
    yield from (Citing("node", node.id, node.sources) for node in roads.nodes)
    yield from (Citing("row", row.id, row.sources) for row in roads.rows)
    yield from (Citing("open result", ", ".join(one.features), one.sources) for one in release.open_results)
    yield from (Citing("sentence", one.id, one.sources, section.id) for section, one in sentences)
    yield from (Citing("clock", clock, sources) for clock, sources in CLOCK_SOURCES.items())
