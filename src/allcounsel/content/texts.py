"""The words of each language: nested keys become dotted ones, prefixed by the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from allcounsel.content.reader import Mapped, Problems, Value
from allcounsel.content.reference import Reading
from allcounsel.content.translations import MADE_FROM
from allcounsel.domain.text import TextCatalogue

_FINGERPRINT = re.compile(r"[0-9a-f]{12}")


def read_catalogues(reading: Reading) -> dict[str, TextCatalogue]:
    """Every language that has a folder under ``texts/``."""
    texts: dict[str, dict[str, str]] = {}
    made_from: dict[str, dict[str, str]] = {}
    for path in reading.below("texts"):
        _, language, name, *_ = PurePosixPath(path).with_suffix("").parts
        value, problems = reading.value(path)
        record = name == MADE_FROM
        found = read_made_from(value, problems) if record else read_texts(value, name, problems)
        for key, (text, line) in found.items():
            reading.place(f"{MADE_FROM if record else 'text'} ({language})", key, path, line)
            (made_from if record else texts).setdefault(language, {})[key] = text
        reading.keep(problems)
    return {
        language: TextCatalogue(language, texts.get(language, {}), made_from.get(language, {}))
        for language in {**texts, **made_from}
    }


def read_texts(value: Value | None, stem: str, problems: Problems) -> dict[str, tuple[str, int]]:
    """Texts of one file by full key, each with its line."""
    found: dict[str, tuple[str, int]] = {}
    if not isinstance(value, Mapped):
        problems.add(1, "expected keys and texts here")
        return found
    for key, text, line in _flat(stem, value):
        if not isinstance(text, str):
            problems.add(line, f"'{key}' has to be text (put it in quotes)")
        elif not text.strip():
            problems.add(line, f"'{key}' is empty")
        elif key in found:
            problems.add(line, f"'{key}' stands here twice")
        else:
            found[key] = (" ".join(text.split()), line)
    return found


def read_made_from(value: Value | None, problems: Problems) -> dict[str, tuple[str, int]]:
    """The fingerprint of the English text for each key, with its line."""
    found: dict[str, tuple[str, int]] = {}
    if not isinstance(value, Mapped):
        problems.add(1, "expected keys and fingerprints here")
        return found
    for key, mark in value.items():
        line = value.lines[key]
        if isinstance(mark, str) and _FINGERPRINT.fullmatch(mark):
            found[key] = (mark, line)
        else:
            problems.add(line, f"'{key}' has to be followed by a fingerprint of 12 signs in quotes")
    return found


def _flat(prefix: str, mapped: Mapped) -> Iterator[tuple[str, Value, int]]:
    for key, value in mapped.items():
        name = f"{prefix}.{key}"
        if isinstance(value, Mapped):
            yield from _flat(name, value)
        else:
            yield name, value, mapped.lines[key]
