"""Where the clinic has a temperature taken: its own words, said in another language where we know them."""

from __future__ import annotations

import re

from allcounsel.domain.text import SOURCE_LANGUAGE
from allcounsel.services.words import Words

PLACES = ("mouth", "armpit", "ear", "forehead", "under_the_arm")
_BETWEEN = re.compile(r"\s*[,/]\s*(?:(?:or|o|u)\s+)?|\s+(?:or|o|u)\s+", re.IGNORECASE)
_BEFORE_O = re.compile(r"h?[oó]", re.IGNORECASE)


def measured_in(words: Words, typed: str) -> str:
    """``boca o axila`` for ``mouth or armpit``; words that we do not know stay as typed."""
    parts = _said(words, typed)
    if words.language == SOURCE_LANGUAGE or parts is None:
        return typed
    *first, last = parts
    return f"{', '.join(first)} {_or(words, last)} {last}" if first else last


def is_translated(words: Words, typed: str) -> bool:
    """Whether a paper in this language says it in this language."""
    return words.language == SOURCE_LANGUAGE or _said(words, typed) is not None


def _said(words: Words, typed: str) -> tuple[str, ...] | None:
    """Each part in this language, typed in English or in it; None where one is not known."""
    english = words.release.texts[SOURCE_LANGUAGE]
    known: dict[str, str] = {}
    for key in (f"labels.measured.{place}" for place in PLACES):
        said = words.text(key)
        known |= {english(key): said, said: said}
    parts = [part.strip().lower().removeprefix("the ") for part in _BETWEEN.split(typed)]
    return tuple(known[part] for part in parts) if all(part in known for part in parts) else None


def _or(words: Words, after: str) -> str:
    """Spanish says ``u`` before the sound of an o."""
    if words.language == "es" and _BEFORE_O.match(after):
        return "u"
    return words.text("labels.measured.or")
