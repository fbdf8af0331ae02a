"""Handouts as they were given, with their bytes; a handout whose bytes have changed is never handed out."""

from __future__ import annotations

import hashlib
from typing import Any

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import HandoutRecord
from allcounsel.storage.database import OpenStore
from allcounsel.storage.encoding import moment_from_text, moment_to_text

_COLUMNS = "id, case_id, release, language, size, paper, grey, pages, confirmed_by, made_at, sha256"


class SqliteHandoutStore:
    """The port ``HandoutStore`` over an open store."""

    def __init__(self, store: OpenStore) -> None:
        self._store = store

    def add(self, record: HandoutRecord, content: bytes) -> None:
        """Keep a handout with its bytes. KeyError when its case or its release is not in the store."""
        if hashlib.sha256(content).hexdigest() != record.sha256:
            message = "these are not the bytes of this handout"
            raise ValueError(message)
        row = {
            "id": record.id,
            "case_id": record.case_id,
            "release": record.release,
            "language": record.language,
            "size": record.size,
            "paper": record.paper,
            "grey": int(record.grey),
            "pages": record.pages,
            "confirmed_by": record.confirmed_by,
            "made_at": moment_to_text(record.made_at),
            "sha256": record.sha256,
            "content": content,
        }
        with self._store.writing() as db:
            db.table("handouts").insert(row)

    def of_case(self, case_id: str) -> tuple[HandoutRecord, ...]:
        """The handouts of one case, newest first; without their bytes."""
        with self._store.reading() as db:
            found = db.execute(
                f"SELECT {_COLUMNS} FROM handouts WHERE case_id = ?"  # noqa: S608 - our own names
                " ORDER BY made_at DESC, rowid DESC",
                [case_id],
            ).fetchall()
        return tuple(self._record(values) for values in found)

    def content(self, handout_id: str) -> bytes:
        """The bytes as they were; KnownError when they no longer match their SHA-256, KeyError for none."""
        with self._store.reading() as db:
            found = db.execute("SELECT sha256, content FROM handouts WHERE id = ?", [handout_id]).fetchone()
        if found is None:
            raise KeyError(handout_id)
        content: bytes = found[1]
        digest: str = found[0]
        if not is_as_given(content, digest):
            raise KnownError(ErrorCode.HANDOUT_CHANGED, handout=handout_id)
        return content

    def _record(self, values: tuple[Any, ...]) -> HandoutRecord:
        try:
            return _read(values)
        except (TypeError, ValueError) as error:
            raise KnownError(ErrorCode.STORE_DAMAGED, path=str(self._store.path)) from error


def is_as_given(content: object, digest: str) -> bool:
    """Whether these are the bytes with this SHA-256; damage can turn bytes into a text."""
    return isinstance(content, bytes) and hashlib.sha256(content).hexdigest() == digest


def _read(values: tuple[Any, ...]) -> HandoutRecord:
    row = dict(zip(_COLUMNS.split(", "), values, strict=True))
    row["grey"] = bool(row["grey"])
    row["made_at"] = moment_from_text(row["made_at"])
    return HandoutRecord(**row)
