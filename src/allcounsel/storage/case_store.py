"""Saved cases. Each row carries a SHA-256 over the rest of it: a changed number in an answer is noticed."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import CaseRecord
from allcounsel.storage.database import OpenStore
from allcounsel.storage.encoding import (
    answers_from_text,
    answers_to_text,
    moment_from_text,
    moment_to_text,
)

_SEALED = (
    "id",
    "label",
    "situation",
    "answers",
    "release",
    "status",
    "risk_group",
    "saved_at",
    "practice",
)
COLUMNS = ", ".join((*_SEALED, "sha256"))


class SqliteCaseStore:
    """The port ``CaseStore`` over an open store."""

    def __init__(self, store: OpenStore) -> None:
        self._store = store

    def save(self, record: CaseRecord) -> None:
        """Keep a case; the same id again replaces it. KeyError when its release is not in the store."""
        row = _row(record)
        with self._store.writing() as db:
            db.table("cases").upsert(row, pk="id")

    def get(self, case_id: str) -> CaseRecord:
        """One case; KeyError when there is none, KnownError when it is not as it was saved."""
        with self._store.reading() as db:
            cursor = db.execute(f"SELECT {COLUMNS} FROM cases WHERE id = ?", [case_id])  # noqa: S608
            found = cursor.fetchone()
        if found is None:
            raise KeyError(case_id)
        return self._record(found)

    def find(self, text: str) -> tuple[CaseRecord, ...]:
        """Cases whose label holds the text, whatever its case, newest first; all for an empty text."""
        with self._store.reading() as db:
            found = db.execute(
                f"SELECT {COLUMNS} FROM cases ORDER BY saved_at DESC, rowid DESC"  # noqa: S608 - our own names
            ).fetchall()
        label = COLUMNS.split(", ").index("label")
        return tuple(self._record(values) for values in found if _folded(text) in _folded(str(values[label])))

    def _record(self, values: tuple[Any, ...]) -> CaseRecord:
        try:
            return read_case(values)
        except ValueError as error:
            raise KnownError(ErrorCode.STORE_DAMAGED, path=str(self._store.path)) from error


def _folded(text: str) -> str:
    """The text without differences of case; SQLite itself knows only A to Z, and hands out no zero bytes."""
    return unicodedata.normalize("NFKC", text).casefold()


def read_case(values: tuple[Any, ...]) -> CaseRecord:
    """A row of ``COLUMNS`` as a case; ValueError when it is not as it was saved."""
    *sealed, digest = values
    if _seal(sealed) != digest:
        message = "the case is not as it was saved"
        raise ValueError(message)
    row = dict(zip(_SEALED, sealed, strict=True))
    return CaseRecord(
        id=row["id"],
        label=row["label"],
        situation=row["situation"],
        answers=answers_from_text(row["answers"]),
        release=row["release"],
        status=row["status"],
        group=row["risk_group"],
        saved_at=moment_from_text(row["saved_at"]),
        practice=bool(row["practice"]),
    )


def _row(record: CaseRecord) -> dict[str, object]:
    row: dict[str, object] = {
        "id": record.id,
        "label": record.label,
        "situation": record.situation,
        "answers": answers_to_text(record.answers),
        "release": record.release,
        "status": record.status,
        "risk_group": record.group,
        "saved_at": moment_to_text(record.saved_at),
        "practice": int(record.practice),
    }
    row["sha256"] = _seal([row[name] for name in _SEALED])
    return row


def _seal(values: list[object]) -> str:
    # Damage can turn a text into bytes, which JSON refuses; their repr is simply another text.
    return hashlib.sha256(json.dumps(values, default=repr).encode()).hexdigest()
