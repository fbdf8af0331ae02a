"""Content releases as they were imported, by digest, and the one in use. Former ones stay for old cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from allcounsel.storage.database import OpenStore
from allcounsel.storage.encoding import moment_to_text


class SqliteReleaseStore:
    """The port ``ReleaseStore`` over an open store."""

    def __init__(self, store: OpenStore) -> None:
        self._store = store

    def add(self, digest: str, version: str, files: Mapping[str, bytes], imported_at: datetime) -> None:
        """Keep the files of a release; the same digest again changes nothing."""
        row = [digest, version, moment_to_text(imported_at)]
        with self._store.writing() as db:
            added = db.execute(
                "INSERT INTO releases (digest, version, imported_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                row,
            ).rowcount
            if added:
                db.table("release_files").insert_all(
                    {"release": digest, "path": path, "content": content}
                    for path, content in sorted(files.items())
                )

    def files(self, digest: str) -> dict[str, bytes]:
        """The files of a release by path; KeyError when it is not there."""
        with self._store.reading() as db:
            known = db.execute("SELECT 1 FROM releases WHERE digest = ?", [digest]).fetchone()
            found = db.execute(
                "SELECT path, content FROM release_files WHERE release = ? ORDER BY path", [digest]
            ).fetchall()
        if known is None:
            raise KeyError(digest)
        return {path: bytes(content) for path, content in found}

    def activate(self, digest: str) -> None:
        """Make this the release that new assessments use; KeyError when it is not there."""
        with self._store.writing() as db:
            db.execute("UPDATE releases SET active = 0 WHERE active = 1")
            if not db.execute("UPDATE releases SET active = 1 WHERE digest = ?", [digest]).rowcount:
                raise KeyError(digest)

    def active(self) -> str | None:
        """Digest of the release in use."""
        with self._store.reading() as db:
            found = db.execute("SELECT digest FROM releases WHERE active = 1").fetchone()
        return None if found is None else str(found[0])
