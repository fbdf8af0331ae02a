"""The bibliography, and the facts that cite it."""

from __future__ import annotations

from allcounsel.content.fields import entries
from allcounsel.content.reader import Problems, Value
from allcounsel.domain.ids import EvidenceId, SourceId
from allcounsel.domain.rule import Evidence, Source

REFUSED_PREFIXES = ("UN-", "PX-")
"""Ids from memory, and contradictions inside a source: neither can be cited (evidence 2.6 and 2.1)."""


def read_sources(value: Value | None, problems: Problems) -> list[tuple[Source, int]]:
    """Sources in order, each with its line."""
    read = []
    for taker in entries(value, problems):
        source = Source(
            SourceId(taker.text("id")),
            taker.text("title"),
            taker.text("organisation"),
            taker.integer("year"),
            taker.text("content_date"),
            taker.text("address"),
            taker.flag("for_families"),
            taker.text("note", ""),
            taker.day("read_on") if "read_on" in taker.mapping else None,
            SourceId(taker.text("superseded_by", "")) or None,
        )
        for key in ("title", "organisation", "content_date", "address", "superseded_by"):
            if key in taker.mapping and not taker.mapping[key]:
                problems.add(taker.line(key), f"'{key}' is empty")
        taker.rest()
        read.append((source, taker.mapping.line))
    return read


def read_evidence(value: Value | None, problems: Problems) -> list[tuple[Evidence, int]]:
    """Facts of one file, each with its line."""
    read = []
    for taker in entries(value, problems):
        fact = Evidence(
            EvidenceId(taker.text("id")),
            SourceId(taker.text("source")),
            taker.text("fact"),
            tuple(EvidenceId(newer) for newer in taker.texts("superseded_by")),
        )
        if "superseded_by" in taker.mapping and not fact.superseded_by:
            problems.add(taker.line("superseded_by"), "'superseded_by' names nothing")
        if fact.id.startswith(REFUSED_PREFIXES):
            problems.add(
                taker.line("id"),
                f"'{fact.id}' may not be used: it is from memory, or its source contradicts itself",
            )
        taker.rest()
        read.append((fact, taker.mapping.line))
    return read
