"""What a source or a fact names as newer is there, is newer, and is not superseded itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allcounsel.content.fields import did_you_mean
from allcounsel.domain.currency import is_newer
from allcounsel.domain.errors import ContentProblem
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import Evidence, Source


def check_superseded(
    release: ContentRelease, lines: Mapping[tuple[str, str], tuple[str, int]]
) -> Iterator[ContentProblem]:
    """Every ``superseded_by`` that leads nowhere, backwards, or to something that is itself out of date."""
    for source in release.sources.values():
        for message in _wrong_source(source, release):
            path, line = lines.get(("source", source.id), ("sources.yaml", 1))
            yield ContentProblem(path, line, f"source '{source.id}': {message}")
    for fact in release.evidence.values():
        for message in _wrong_fact(fact, release):
            path, line = lines.get(("evidence", fact.id), ("evidence", 1))
            yield ContentProblem(path, line, f"'{fact.id}': {message}")


def _wrong_source(source: Source, release: ContentRelease) -> Iterator[str]:
    name = source.superseded_by
    if name is None:
        return
    newer = release.sources.get(name)
    if newer is None:
        yield f"superseded by unknown source '{name}'{did_you_mean(name, release.sources)}"
    elif not is_newer(newer, source):
        yield f"superseded by '{name}', which is not newer"
    elif newer.superseded_by:
        yield f"superseded by '{name}', which is superseded itself; name the newest"


def _wrong_fact(fact: Evidence, release: ContentRelease) -> Iterator[str]:
    for name in fact.superseded_by:
        newer = release.evidence.get(name)
        if newer is None:
            yield f"superseded by unknown evidence '{name}'{did_you_mean(name, release.evidence)}"
        elif fact.source not in release.sources or newer.source not in release.sources:
            continue  # told already: a fact names an unknown source
        elif not is_newer(release.sources[newer.source], release.sources[fact.source]):
            yield f"superseded by '{name}', whose source is not newer"
        elif newer.superseded_by or release.sources[newer.source].superseded_by:
            yield f"superseded by '{name}', which is superseded itself; name the newest"
