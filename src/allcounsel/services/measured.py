"""Where the clinic has a temperature taken: its own words, said in another language where we know them."""

from __future__ import annotations

import re

from allcounsel.domain.text import SOURCE_LANGUAGE
from allcounsel.services.words import Words

PLACES = ("mouth", "armpit", "ear", "forehead", "rectum")
_BETWEEN = re.compile(r"\s*[,/]\s*(?:or\s+)?|\s+or\s+", re.IGNORECASE)
_BEFORE_O = re.compile(r"h?[oó]", re.IGNORECASE)


def measured_in(words: Words, typed: str) -> str:
    """``boca o axila`` for ``mouth or armpit``; words that we do not know stay as typed."""
    if words.language == SOURCE_LANGUAGE:
        return typed
    english = words.release.texts[SOURCE_LANGUAGE]
    known = {english(key): words.text(key) for key in (f"labels.measured.{place}" for place in PLACES)}
    parts = [part.strip().lower().removeprefix("the ") for part in _BETWEEN.split(typed)]
    if not all(part in known for part in parts):
        return typed
    *first, last = (known[part] for part in parts)
    return f"{', '.join(first)} {_or(words, last)} {last}" if first else last


def is_translated(words: Words, typed: str) -> bool:
    """Whether a paper in this language says it in this language."""
    return words.language == SOURCE_LANGUAGE or measured_in(words, typed) != typed


def _or(words: Words, after: str) -> str:
    """Spanish says ``u`` before the sound of an o."""
    if words.language == "es" and _BEFORE_O.match(after):
        return "u"
    return words.text("labels.measured.or")
