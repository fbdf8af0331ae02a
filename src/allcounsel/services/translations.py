"""Whether a language can be printed, or be the program's: every text is there, made from today's English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from allcounsel.domain.errors import Problem
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import SOURCE_LANGUAGE, TextCatalogue, fingerprint
from allcounsel.services.family_keys import family_keys
from allcounsel.services.program_keys import program_keys

MOST_NAMED = 8
"""So many blocks are named in one message; how many more there are is told too."""


class Lack(Enum):
    """What is wrong with one text of a translation."""

    MISSING = "missing"
    STALE = "stale"
    NOT_RECORDED = "not recorded"
    OTHER_HOLES = "other holes"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A text that cannot be printed, or shown, in a language."""

    key: str
    lack: Lack


def lacking(release: ContentRelease, language: str) -> tuple[Lacking, ...]:
    """Every family text that this language cannot print, in the order of the paper; empty for English."""
    return () if language == SOURCE_LANGUAGE else _lacking_of(release, language, family_keys(release))


def lacking_for_program(release: ContentRelease, language: str) -> tuple[Lacking, ...]:
    """Every clinician's text that the window cannot show in this language; papers do not ask for these."""
    return () if language == SOURCE_LANGUAGE else _lacking_of(release, language, program_keys(release))


def program_languages(release: ContentRelease) -> tuple[str, ...]:
    """The languages in which the window never has to fall back on another; English first.

    The window shows the family's words too, such as the titles of the paper.
    """
    whole = (
        language
        for language in release.texts
        if not lacking(release, language) and not lacking_for_program(release, language)
    )
    return tuple(sorted(whole, key=lambda language: (language != SOURCE_LANGUAGE, language)))


def _lacking_of(release: ContentRelease, language: str, keys: Iterable[str]) -> tuple[Lacking, ...]:
    english = release.texts[SOURCE_LANGUAGE]
    translated = release.texts.get(language, TextCatalogue(language, {}))
    return tuple(Lacking(key, lack) for key in keys if (lack := _lack(key, english, translated)))


def _lack(key: str, english: TextCatalogue, translated: TextCatalogue) -> Lack | None:
    if key not in translated:
        return Lack.MISSING
    if key not in translated.made_from:
        return Lack.NOT_RECORDED
    if translated.made_from[key] != fingerprint(english.texts[key]):
        return Lack.STALE
    return Lack.OTHER_HOLES if translated.holes(key) != english.holes(key) else None


def refused_language(release: ContentRelease, language: str, printed: frozenset[str]) -> tuple[Problem, ...]:
    """Why no paper can be made in this language; empty when one can.

    ``printed``: the texts that this paper would print; of what is lacking, these are named first.
    """
    found = [one.key for one in lacking(release, language)]
    if not found:
        return ()
    of_paper = [key for key in found if key in printed]
    named = of_paper or found
    more = len(found) - len(named[:MOST_NAMED])
    told = ", ".join(named[:MOST_NAMED]) + (f", and {more} more" if more else "")
    where = "that this paper would print" if of_paper else "of other papers"
    message = f"lang: texts {where} are not translated as they stand now: {told}."
    return (Problem("lang", "translation_stale", message),)


class _Noting(Mapping[str, str]):
    """Texts that remember which of them were asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return self._texts[key]

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def noting(release: ContentRelease) -> tuple[ContentRelease, set[str]]:
    """The same release, and the keys of the English texts that it is asked for from now on."""
    english = release.texts[SOURCE_LANGUAGE]
    texts = _Noting(english.texts)
    catalogue = replace(english, texts=texts)
    return replace(release, texts={**release.texts, SOURCE_LANGUAGE: catalogue}), texts.asked
