"""The bibliography, and the facts that cite it."""

from __future__ import annotations

import re

from allcounsel.content.fields import entries
from allcounsel.content.reader import Problems, Value
from allcounsel.domain.citations import REFUSED_PREFIXES
from allcounsel.domain.ids import EvidenceId, SourceId
from allcounsel.domain.rule import Evidence, NotUsed, Source

CONFLICT = re.compile(r"C-([1-9]|[123][0-9]|40)")
"""A row of evidence 1.6."""

NOT_USED_KINDS = (
    "superseded",  # a newer text says it otherwise
    "contradictory",  # the sources, or the same source, say two things
    "adult",  # about adults
    "undated",  # no date and no author; what is used instead has both
    "undefined",  # the source does not say what its words mean
    "figure",  # an outcome of a group: the program predicts nothing
    "never_asked",  # race, sex, weight
    "beyond",  # a choice that the program leaves to the protocol and the team
    "unhelpful",  # true, but no help to a family whose child is being treated
    "about_the_page",  # authors, dates, links, rights
)


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


def read_not_used(value: Value | None, problems: Problems) -> list[NotUsed]:
    """The facts of the seed documents that nothing cites, each with its reason."""
    read = []
    for taker in entries(value, problems):
        entry = NotUsed(
            EvidenceId(taker.text("id")),
            taker.one_of("kind", NOT_USED_KINDS),
            taker.text("reason"),
            taker.text("conflict", ""),
        )
        if not entry.reason.strip():
            problems.add(taker.line("reason"), f"'{entry.id}' is not used without a reason")
        if entry.conflict and not CONFLICT.fullmatch(entry.conflict):
            problems.add(taker.line("conflict"), f"'{entry.conflict}' is no conflict: C-1 to C-40")
        problems.place("not used", entry.id, taker.mapping.line)
        taker.rest()
        read.append(entry)
    return read
