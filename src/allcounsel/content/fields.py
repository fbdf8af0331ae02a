"""Taking keys out of a mapping: required and optional, with their types, and "did you mean" for the rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from allcounsel.content.reader import Listed, Mapped, Problems, Value


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` (did you mean 'at_least'?)`` or nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f" (did you mean '{close[0]}'?)" if close else ""


class Taker:
    """Reads one mapping and notes every key that is missing, of the wrong type, or not known."""

    def __init__(self, value: Value | None, line: int, problems: Problems) -> None:
        """``value`` should be a mapping; anything else is noted and read as empty."""
        if not isinstance(value, Mapped):
            problems.add(line, "expected keys and values here")
            value = Mapped(line)
        self.mapping = value
        self.problems = problems
        self._taken: set[str] = set()

    def line(self, key: str) -> int:
        """Line of a key, or of the whole mapping."""
        return self.mapping.lines.get(key, self.mapping.line)

    def value(self, key: str) -> Value | None:
        """Any value; None when the key is not there."""
        self._taken.add(key)
        return self.mapping.get(key)

    def required(self, key: str) -> Value | None:
        """Any value; a missing key is noted."""
        if key not in self.mapping:
            self.problems.add(self.mapping.line, f"key '{key}' is missing")
        return self.value(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text. Without ``default`` the key is required."""
        value = self.required(key) if default is None else self.value(key)
        if value is None:
            return default or ""
        if not isinstance(value, str):
            self.problems.add(self.line(key), f"'{key}' has to be text (put it in quotes)")
            return ""
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when left out."""
        value = self.value(key)
        if value is not None and not isinstance(value, bool):
            self.problems.add(self.line(key), f"'{key}' has to be true or false")
        return value is True

    def integer(self, key: str) -> int | None:
        """A whole number, or None when left out."""
        value = self.value(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.problems.add(self.line(key), f"'{key}' has to be a whole number")
            return None
        return value

    def number(self, key: str) -> Decimal | None:
        """A number, or None when left out."""
        value = self.value(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.problems.add(self.line(key), f"'{key}' has to be a number")
            return None
        return Decimal(value)

    def day(self, key: str) -> date:
        """A required day, written 2026-01-31."""
        text = self.text(key)
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.problems.add(self.line(key), f"'{key}' has to be a day such as 2026-01-31")
            return date.min

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts; empty when left out and not required."""
        value = self.required(key) if required else self.value(key)
        if value is None:
            return ()
        if not isinstance(value, Listed) or not all(isinstance(entry, str) for entry in value):
            self.problems.add(self.line(key), f"'{key}' has to be a list of texts")
            return ()
        return tuple(str(entry) for entry in value)

    def integers(self, key: str) -> tuple[int, ...]:
        """A required list of whole numbers, at least one."""
        value = self.required(key)
        if not isinstance(value, Listed) or not value or not all(type(entry) is int for entry in value):
            self.problems.add(self.line(key), f"'{key}' has to be a list of whole numbers")
            return ()
        return tuple(entry for entry in value if isinstance(entry, int))

    def one_of(self, key: str, known: Iterable[str]) -> str:
        """A required text out of a closed table."""
        text = self.text(key)
        known = tuple(known)
        if text and text not in known:
            self.problems.add(self.line(key), f"unknown {key} '{text}'{did_you_mean(text, known)}")
        return text

    def rest(self) -> None:
        """Note every key that nothing asked for."""
        for key in self.mapping:
            if key not in self._taken:
                self.problems.add(self.line(key), f"unknown key '{key}'{did_you_mean(key, self._taken)}")


def entries(value: Value | None, problems: Problems) -> list[Taker]:
    """A list of mappings, each ready to be read."""
    if not isinstance(value, Listed):
        problems.add(1, "expected a list here")
        return []
    return [Taker(entry, line, problems) for entry, line in zip(value, value.lines, strict=True)]
