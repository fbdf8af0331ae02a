"""Links of ``reference/``: every fact, question, rule, source and text it names is there, and no conflict is
missing. What stands here is compared, not used: a fact that stands only here still needs a reason elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from allcounsel.content.fields import did_you_mean
from allcounsel.domain.errors import ContentProblem
from allcounsel.domain.handout import HOUSE
from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.reference import (
    CONFLICTS,
    SEEN_ON,
    SUPPRESSED,
    Reference,
    Scheme,
    SchemeInput,
)
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import SOURCE_LANGUAGE

_SHARED = (
    *(f"states.{state}" for state in ("waiting_about", "unsettled", "not_asked", "not_needed")),
    *(f"suppressed.{reason}" for reason in SUPPRESSED),
    *(f"seen_on.{where}" for where in SEEN_ON),
)
_CONFLICT_WORDS = ("differs", "shown")

Lines = Mapping[tuple[str, str], tuple[str, int]]


def reference_needed(reference: Reference) -> Iterator[tuple[str, str, str]]:
    """Every text that it shows: kind and name of the one that needs it, and the key."""
    if reference.schemes or reference.conflicts:
        yield from (("reference", "all", f"reference.{part}") for part in _SHARED)
    for scheme in reference.schemes:
        head = f"reference.schemes.{scheme.id}"
        yield from (("scheme", scheme.id, f"{head}.{part}") for part in _scheme_words(scheme))
        for row in scheme.rows:
            name = f"{scheme.id}.{row.id}"
            yield from (("scheme row", name, f"{head}.rows.{row.id}.{each}") for each in scheme.columns)
    for conflict in reference.conflicts:
        head = f"reference.conflicts.{conflict.id}"
        yield from (("conflict", conflict.id, f"{head}.{part}") for part in _CONFLICT_WORDS)
        for side in conflict.sides:
            yield "side", f"{conflict.id}.{side.id}", f"{head}.sides.{side.id}"


def _scheme_words(scheme: Scheme) -> Iterator[str]:
    yield from ("name", "title", "about", "note")
    yield from (f"columns.{column}" for column in ("group", *scheme.columns))
    yield from (f"groups.{group}" for group in dict.fromkeys(row.group for row in scheme.rows))
    yield from (f"also.{name}" for name in scheme.also)


def check_reference(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    """Broken links inside it. A release without any reference (one of the first) has nothing to check."""
    reference = release.reference
    if not reference.schemes and not reference.conflicts:
        return
    yield from _citations(release, lines)
    for scheme in reference.schemes:
        yield from _scheme(scheme, release, lines)
    yield from _conflicts(reference, lines)
    yield from _unused(release, lines)


def _at(lines: Lines, kind: str, name: str, message: str) -> ContentProblem:
    return ContentProblem(*lines[kind, name], message)


def _cited(reference: Reference) -> Iterator[tuple[str, str, tuple[EvidenceId, ...]]]:
    """Everything in it that cites: kind, name and ids."""
    for scheme in reference.schemes:
        yield "scheme", scheme.id, scheme.sources
        yield from (("scheme row", f"{scheme.id}.{row.id}", row.sources) for row in scheme.rows)
    for conflict in reference.conflicts:
        yield from (("side", f"{conflict.id}.{side.id}", side.sources) for side in conflict.sides)


def _citations(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    for kind, name, sources in _cited(release.reference):
        for evidence_id in sources:
            if evidence_id == HOUSE:
                message = "cannot cite 'house': it states a medical fact"
            elif evidence_id not in release.evidence:
                message = f"cites {_unknown('evidence', evidence_id, release.evidence)}"
            else:
                continue
            yield _at(lines, kind, name, f"{kind} '{name}' {message}")


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    return f"unknown {what} '{name}'{did_you_mean(name, known)}"


def _scheme(scheme: Scheme, release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    if scheme.source not in release.sources:
        yield _at(lines, "scheme", scheme.id, _unknown("source", scheme.source, release.sources))
    for needed in scheme.inputs:
        for message in _input(needed, release):
            yield _at(lines, "scheme input", f"{scheme.id}.{needed.feature}", message)


def _input(needed: SchemeInput, release: ContentRelease) -> Iterator[str]:
    if needed.feature not in release.dictionary:
        yield _unknown("feature", needed.feature, release.dictionary.by_id)
        return
    if needed.settled_by is not None and needed.settled_by not in release.rules.by_id:
        yield _unknown("rule", needed.settled_by, release.rules.by_id)
    options = release.dictionary[needed.feature].options
    for option in needed.leaves_open:
        if option not in options:
            yield f"'{needed.feature}' has no option '{option}'{did_you_mean(option, options)}"


def _conflicts(reference: Reference, lines: Lines) -> Iterator[ContentProblem]:
    present = [conflict.id for conflict in reference.conflicts]
    for name in CONFLICTS:
        if name not in present:
            yield ContentProblem("reference/conflicts.yaml", 1, f"conflict '{name}' is missing")
    for conflict in reference.conflicts:
        if conflict.id not in CONFLICTS:
            yield _at(lines, "conflict", conflict.id, _unknown("conflict", conflict.id, CONFLICTS))
        if conflict.about_sources and conflict.when is not None:
            message = f"conflict '{conflict.id}' concerns either the sources or some children"
            yield _at(lines, "conflict", conflict.id, message)


def _unused(release: ContentRelease, lines: Lines) -> Iterator[ContentProblem]:
    """Texts that nothing shows are dead words."""
    shown = {key for _, _, key in reference_needed(release.reference)}
    for key in release.texts[SOURCE_LANGUAGE].texts if SOURCE_LANGUAGE in release.texts else ():
        if key.startswith("reference.") and key not in shown:
            yield _at(lines, f"text ({SOURCE_LANGUAGE})", key, f"nothing of the reference shows '{key}'")
