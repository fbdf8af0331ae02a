"""What is wrong with a translation, with file and line.

What families read stops papers in that language; what only clinicians read, the window in that language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from allcounsel.content.fields import did_you_mean
from allcounsel.domain.errors import ContentProblem
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import SOURCE_LANGUAGE
from allcounsel.services.family_keys import family_keys
from allcounsel.services.program_keys import program_keys
from allcounsel.services.translations import Lack, Lacking, lacking, lacking_for_program

MADE_FROM = "made_from"
"""The file beside the texts of a language that says from which English text each was made."""

_Places = dict[tuple[str, str], tuple[str, int]]


def check_translations(release: ContentRelease, lines: _Places) -> Iterator[ContentProblem]:
    """Every language but English."""
    for language in release.texts:
        if language != SOURCE_LANGUAGE:
            yield from _check(release, language, lines)


def _check(release: ContentRelease, language: str, lines: _Places) -> Iterator[ContentProblem]:
    for one in _lacking(release, language):
        english = lines[(f"text ({SOURCE_LANGUAGE})", one.key)]
        beside = _beside(english[0], language), 1
        path, line = lines.get((f"text ({language})", one.key), beside)
        yield ContentProblem(path, line, _MESSAGES[one.lack].format(key=one.key, english=_place(english)))
    wanted = {*family_keys(release), *program_keys(release)}
    for key in release.texts[language].texts:
        if key not in wanted:
            path, line = lines[(f"text ({language})", key)]
            yield ContentProblem(path, line, f"nobody is shown '{key}'{did_you_mean(key, wanted)}")
    for key in release.texts[language].made_from:
        if key not in release.texts[language]:
            path, line = lines[(f"{MADE_FROM} ({language})", key)]
            yield ContentProblem(path, line, f"'{key}' has no text in '{language}'")


def _lacking(release: ContentRelease, language: str) -> Iterator[Lacking]:
    """The clinicians' texts count from the first one on: a language may be for papers alone."""
    yield from lacking(release, language)
    if any(key in release.texts[language] for key in program_keys(release)):
        yield from lacking_for_program(release, language)


def _beside(english: str, language: str) -> str:
    """Where the translation of an English file stands."""
    folder, _, *rest = PurePosixPath(english).parts
    return PurePosixPath(folder, language, *rest).as_posix()


def _place(place: tuple[str, int]) -> str:
    return f"{place[0]}:{place[1]}"


_MESSAGES = {
    Lack.MISSING: "'{key}' is missing (English: {english})",
    Lack.STALE: "'{key}' is stale: its English has changed since ({english})",
    Lack.NOT_RECORDED: "'{key}' does not say from which English it was made ({english})",
    Lack.OTHER_HOLES: "'{key}' has other holes than in English ({english})",
}
