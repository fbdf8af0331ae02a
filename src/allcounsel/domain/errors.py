"""The world's faults and the content's faults, as values that can be put into words in one place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: dotted path of the field, a stable code, and a sentence."""

    field: str
    code: str
    message: str


class InputRefusedError(Exception):
    """An input file that cannot be used, with every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """``problems``: at least one."""
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


_TRANSLATION = re.compile(r"texts/(?!en/)(\w+)/")


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """One thing wrong with the content, with the file and line to look at."""

    path: str
    line: int
    message: str

    @property
    def language(self) -> str:
        """The only language whose papers this stops; empty where it stops everything."""
        found = _TRANSLATION.match(self.path)
        return found.group(1) if found else ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentError(Exception):
    """Content that cannot be used, with every problem found."""

    def __init__(self, problems: tuple[ContentProblem, ...]) -> None:
        """``problems``: at least one."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class ErrorCode(Enum):
    """What the world can do to us; each has its words and a remedy in the window and on the command line."""

    FILE_MISSING = "file_missing"
    FILE_IS_FOLDER = "file_is_folder"
    FILE_NOT_READABLE = "file_not_readable"
    FILE_NOT_WRITABLE = "file_not_writable"
    FILE_TOO_LARGE = "file_too_large"
    DISK_FULL = "disk_full"
    STORE_MISSING = "store_missing"
    STORE_LOCKED = "store_locked"
    STORE_DAMAGED = "store_damaged"
    STORE_TOO_NEW = "store_too_new"
    STORE_NOT_A_STORE = "store_not_a_store"
    PASSPHRASE_WANTED = "passphrase_wanted"  # noqa: S105 - a code, not a secret
    KEYS_MISSING = "keys_missing"
    KEYS_DAMAGED = "keys_damaged"
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - a code, not a secret
    TOO_MANY_TRIES = "too_many_tries"
    CASE_NOT_READABLE = "case_not_readable"
    HANDOUT_CHANGED = "handout_changed"
    GLYPH_MISSING = "glyph_missing"


class KnownError(Exception):
    """The world's fault: a code and the facts needed to say what happened."""

    def __init__(self, code: ErrorCode, **facts: str) -> None:
        """``facts``: such as ``path`` or ``what``; never an answer of a case."""
        super().__init__(code.value)
        self.code = code
        self.facts = facts
