"""The words of one language: nested keys become dotted ones, prefixed by the file's name."""

from __future__ import annotations

from collections.abc import Iterator

from allcounsel.content.reader import Mapped, Problems, Value


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


def _flat(prefix: str, mapped: Mapped) -> Iterator[tuple[str, Value, int]]:
    for key, value in mapped.items():
        name = f"{prefix}.{key}"
        if isinstance(value, Mapped):
            yield from _flat(name, value)
        else:
            yield name, value, mapped.lines[key]
