"""Preferences of this laptop, as names and texts; what they mean is for their readers to say."""

from __future__ import annotations

from allcounsel.storage.database import OpenStore


class SqliteSettingsStore:
    """The port ``SettingsStore`` over an open store."""

    def __init__(self, store: OpenStore) -> None:
        self._store = store

    def get(self, name: str) -> str | None:
        """One preference."""
        with self._store.reading() as db:
            found = db.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchone()
        return None if found is None else str(found[0])

    def put(self, name: str, value: str) -> None:
        """Keep a preference; the same name again replaces it."""
        with self._store.writing() as db:
            db.table("settings").upsert({"name": name, "value": value}, pk="name")
