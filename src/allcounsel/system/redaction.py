"""What may be said about a failure without a word about a child: kinds of error and places in code."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import PurePath, PureWindowsPath

from allcounsel.domain.errors import KnownError

REDACTED = "<redacted>"
_MOST = 40  # frames; a recursion without end has a thousand, all alike
_OURS = "allcounsel"


def place(filename: str, line: int | None) -> str:
    """A place in code, from the package's own folder on: what comes before names the person's home."""
    parts = (PureWindowsPath(filename) if "\\" in filename else PurePath(filename)).parts
    for start in ("site-packages", _OURS):
        if start in parts:
            last = len(parts) - 1 - parts[::-1].index(start)
            kept = parts[last + 1 :] if start == "site-packages" else parts[last:]
            return f"{'/'.join(kept)}:{line}"
    return f"{parts[-1] if parts else REDACTED}:{line}"


def describe(error: BaseException) -> tuple[str, ...]:
    """The error and those behind it: of each its kind and where it passed through, never its text."""
    return tuple(_lines(error, "", set()))


def _lines(error: BaseException, before: str, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    yield f"{before}{_kind(error)}"
    frames = list(traceback.walk_tb(error.__traceback__))
    for frame, line in frames[-_MOST:]:
        yield f"  {place(frame.f_code.co_filename, line)} in {frame.f_code.co_name}"
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for other, how in ((behind, "because of "), *((each, "together with ") for each in inner)):
        if other is not None and id(other) not in seen:
            yield from _lines(other, how, seen)


def _kind(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, KnownError):
        return f"{kind} {error.code.value}"
    name = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return f"{kind} {name}" if isinstance(name, int) or _is_name(name) else kind


def _is_name(name: object) -> bool:
    return isinstance(name, str) and name.startswith("SQLITE_") and name.isascii() and name.isupper()
