"""The program's own log on this laptop. It lets through known events with known facts of known shape and
nothing else, so that no answer about a child can reach it, whoever writes whatever.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from allcounsel.domain.errors import ErrorCode
from allcounsel.system.redaction import REDACTED, describe, place

OUR_LOGGER = "allcounsel"

EVENTS = frozenset(
    {
        "backup_made",
        "batch_done",
        "case_opened",
        "case_saved",
        "crash",
        "handout_made",
        "handout_reprinted",
        "known_error",
        "release_activated",
        "release_refused",
        "store_opened",
        "store_restored",
        "store_verified",
        "program_started",
        "program_stopped",
    }
)
"""Messages that may be written. Anything else, such as a sentence with a value in it, is redacted."""

_CODES = frozenset(code.value for code in ErrorCode)


def _matching(pattern: str) -> Callable[[object], bool]:
    whole = re.compile(pattern)
    return lambda value: isinstance(value, str) and whole.fullmatch(value) is not None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


SAFE_FACTS: Mapping[str, Callable[[object], bool]] = {
    "case_id": _matching(r"[0-9a-f]{32}"),
    "handout_id": _matching(r"[0-9a-f]{32}"),
    "release": _matching(r"[0-9a-f]{64}"),
    "code": lambda value: isinstance(value, str) and value in _CODES,
    "program_version": _matching(r"\d{1,3}\.\d{1,3}\.\d{1,3}"),
    "milliseconds": _is_count,
    "cases_in_store": _is_count,
    "problems_found": _is_count,
    "lines_read": _is_count,
    "lines_refused": _is_count,
}
"""Facts that may stand beside an event, each with the shape it must have."""

_EVERY_RECORD_HAS = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_FILE_BYTES = 256 * 1024
_FILES_KEPT = 3


class RedactingFormatter(logging.Formatter):
    """One line per record, made from what is known to be harmless; the record's own text is never used."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, place in code, event, facts; then the kinds and places of an error."""
        event = record.msg if isinstance(record.msg, str) and record.msg in EVENTS else REDACTED
        head = (self.formatTime(record), _level(record.levelno), place(record.pathname, record.lineno))
        lines = [" ".join((*head, event, *_facts(record)))]
        if record.exc_info and record.exc_info[1] is not None:
            lines += (f"  {line}" for line in describe(record.exc_info[1]))
        return "\n".join(lines)


def _level(number: int) -> str:
    return logging.getLevelName(number - number % 10 if 0 < number <= logging.CRITICAL else logging.NOTSET)


def _facts(record: logging.LogRecord) -> list[str]:
    facts = [f"args={REDACTED}"] if record.args else []
    for key, value in record.__dict__.items():
        if key in _EVERY_RECORD_HAS:
            continue
        if key not in SAFE_FACTS:
            facts.append(REDACTED)  # even the key may be an answer
        else:
            facts.append(f"{key}={value if SAFE_FACTS[key](value) else REDACTED}")
    return facts


class _QuietFile(RotatingFileHandler):
    """A log that cannot be written must not stop anybody from working, nor speak up on their screen."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
        """Nothing."""

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        return super()._open()


class LocalLog:
    """The log while it is being written."""

    def __init__(self, folder: Path) -> None:
        """Starts to write; the folder is made when the first line comes."""
        self._handler = _QuietFile(
            folder / "allcounsel.log",
            maxBytes=_FILE_BYTES,
            backupCount=_FILES_KEPT,
            encoding="ascii",
            errors="backslashreplace",
            delay=True,
        )
        self._handler.setFormatter(RedactingFormatter())
        self._level_before = logging.getLogger(OUR_LOGGER).level
        logging.getLogger(OUR_LOGGER).setLevel(logging.INFO)
        logging.getLogger().addHandler(self._handler)  # other libraries' warnings too, redacted

    def close(self) -> None:
        """Stops writing and leaves logging as it was."""
        logging.getLogger().removeHandler(self._handler)
        logging.getLogger(OUR_LOGGER).setLevel(self._level_before)
        self._handler.close()
