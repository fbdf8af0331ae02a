"""Looks through a whole store and says plainly what is not as it was put there. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import DigestOf, StoreContents
from allcounsel.storage.case_store import COLUMNS, read_case
from allcounsel.storage.connection import faults_of, scratch
from allcounsel.storage.handout_store import is_as_given
from allcounsel.storage.migrations import MIGRATIONS

DAMAGED = "The file is damaged: parts of it cannot be read. Restore the last good backup."


@dataclass(frozen=True, slots=True)
class Inspection:
    """``damage``: the file's structure; ``changed``: contents that no longer match what was kept of them."""

    cases: int
    handouts: int
    releases: int
    damage: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def contents(self) -> StoreContents:
        """The same for those who do not tell the two kinds apart."""
        return StoreContents(self.cases, self.handouts, self.releases, self.damage + self.changed)


BROKEN = Inspection(0, 0, 0, (DAMAGED,), ())
"""What is known of a store that cannot be read at all."""


def inspect(db: Database, path: Path, digest_of: DigestOf) -> Inspection:
    """Everything that can be checked in an open store that is up to date."""
    try:
        with faults_of(path):
            return _inspect(db, digest_of)
    except KnownError as error:
        if error.code is not ErrorCode.STORE_DAMAGED:
            raise
        return BROKEN


def _inspect(db: Database, digest_of: DigestOf) -> Inspection:
    db.execute("BEGIN")  # one moment of the store, whatever others write meanwhile
    try:
        if not _has_our_tables(db):
            return BROKEN
        cases, handouts, releases = (db.table(table).count for table in ("cases", "handouts", "releases"))
        damage = tuple(_damage(db))
        if damage:
            return Inspection(cases, handouts, releases, damage, ())
        changed = (*_changed_cases(db), *_changed_handouts(db), *_changed_releases(db, digest_of))
        return Inspection(cases, handouts, releases, damage, changed)
    finally:
        db.rollback()


def _has_our_tables(db: Database) -> bool:
    """Damage can rename a table or a column; then nothing else can be asked."""
    with closing(scratch()) as fresh:
        MIGRATIONS.apply(fresh)
        return _tables(db) == _tables(fresh)


def _tables(db: Database) -> set[tuple[str, ...]]:
    return set(db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall())


def _damage(db: Database) -> Iterator[str]:
    faults = [row for (row,) in db.execute("PRAGMA integrity_check").fetchall() if row != "ok"]
    if faults:
        yield DAMAGED
    lost = db.execute("PRAGMA foreign_key_check").fetchall()
    for table in sorted({row[0] for row in lost}):
        entries = sum(row[0] == table for row in lost)
        yield f"Entries in the table {table} that refer to something that is not there: {entries}."


def _changed_cases(db: Database) -> Iterator[str]:
    for values in db.execute(f"SELECT {COLUMNS} FROM cases ORDER BY id"):  # noqa: S608 - our own names
        try:
            read_case(values)
        except ValueError:
            yield f"The saved case {values[0]} is not as it was saved."


def _changed_handouts(db: Database) -> Iterator[str]:
    for handout, digest, content in db.execute("SELECT id, sha256, content FROM handouts ORDER BY id"):
        if not is_as_given(content, digest):
            yield f"The handout {handout} is not as it was given."


def _changed_releases(db: Database, digest_of: DigestOf) -> Iterator[str]:
    for digest, version in db.execute("SELECT digest, version FROM releases ORDER BY digest").fetchall():
        files = db.execute("SELECT path, content FROM release_files WHERE release = ?", [digest])
        if digest_of({path: bytes(content) for path, content in files}) != digest:
            yield f"The content release {version} ({digest[:12]}) is not as it was imported."
