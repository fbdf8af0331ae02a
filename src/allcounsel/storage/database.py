"""Opens the store: makes it when there is none, brings it up to date, refuses what is newer, foreign or
damaged. It knows the file as a whole, not what a case is.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import DataKey
from allcounsel.storage.connection import WAIT_SECONDS, connect, faults_of, transaction, use_journal
from allcounsel.storage.files import (
    PRIVATE_FOLDER,
    flush_file,
    flush_folder,
    make_private,
    may_write,
    refuse_unless_file,
    sidecars,
    written_whole,
)
from allcounsel.storage.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_NUMBER


@dataclass(frozen=True, slots=True)
class OpenStore:
    """The store while it is open, for one thread; another thread opens its own."""

    db: Database
    path: Path
    key: DataKey | None = None

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """For looking something up; SQLite's errors leave as KnownError."""
        with faults_of(self.path, otherwise=ErrorCode.STORE_DAMAGED):
            yield self.db

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """For changes that are kept together or not at all; they are on the disk when the block ends."""
        with faults_of(self.path), transaction(self.db):
            yield self.db

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(path: Path, key: DataKey | None = None, *, wait: float = WAIT_SECONDS) -> OpenStore:
    """The store in this file, made or brought up to date as needed; KnownError when that cannot be.

    ``key``: encrypts a new store, and reads one that was made with it.
    """
    with faults_of(path):
        if not path.exists():
            _create(path, key)
        look_from_outside(path)
        if not may_write(path):  # better told now than when a case has been entered
            raise KnownError(ErrorCode.FILE_NOT_WRITABLE, path=str(path))
        with _told_of_the_key(key, path):
            db = connect(path, key, wait=wait)
        try:
            schema = check_identity(db, path)
            make_private(path)
            use_journal(db, path, "WAL")
            if schema < SCHEMA_NUMBER:
                # There is no way back from a step, so the file as it was is kept beside the new one.
                copy_whole(db, path.with_name(f"{path.stem}-schema-{schema}{path.suffix}"), key)
                bring_up_to_date(db)
        except BaseException:
            db.close()
            raise
        return OpenStore(db, path, key)


@contextmanager
def _told_of_the_key(key: DataKey | None, path: Path) -> Iterator[None]:
    """A file that the right key does not open is a damaged one; without a key it is none of ours."""
    try:
        with faults_of(path):
            yield
    except KnownError as error:
        if key is None or error.code is not ErrorCode.STORE_NOT_A_STORE:
            raise
        raise KnownError(ErrorCode.STORE_DAMAGED, path=str(path)) from error


def encrypt(plain: Path, key: DataKey, target: Path) -> None:
    """An encrypted copy of a store without a key, in an empty file; that store stays as it is."""
    with faults_of(plain), closing(connect(plain)) as db:
        check_identity(db, plain)
        db.execute("ATTACH ? AS encrypted KEY ?", [str(target), f"x'{key.raw.hex()}'"])
        db.execute("SELECT sqlcipher_export('encrypted')")
        for pragma in ("application_id", "user_version"):
            (value,) = db.execute(f"PRAGMA {pragma}").fetchone()
            db.execute(f"PRAGMA encrypted.{pragma}={int(value)}")
        db.execute("DETACH encrypted")


def use_another_key(path: Path, former: DataKey, key: DataKey) -> None:
    """Encrypt a lone file anew."""
    with faults_of(path), closing(connect(path, former)) as db:
        check_identity(db, path)
        use_journal(db, path, "DELETE")
        db.execute(f"PRAGMA rekey=\"x'{key.raw.hex()}'\"")


def check_identity(db: Database, path: Path) -> int:
    """The number of the file's schema; KnownError for another program's file, a newer one or half of one."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise KnownError(ErrorCode.STORE_NOT_A_STORE, path=str(path))
    (schema,) = db.execute("PRAGMA user_version").fetchone()
    if schema > SCHEMA_NUMBER:
        raise KnownError(ErrorCode.STORE_TOO_NEW, path=str(path))
    if _is_cut_off(db, path):
        raise KnownError(ErrorCode.STORE_DAMAGED, path=str(path))
    return int(schema)


def _is_cut_off(db: Database, path: Path) -> bool:
    # SQLite notices a missing page but reads a missing half of the last page as zeros.
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    (size,) = db.execute("PRAGMA page_size").fetchone()
    journal = sidecars(path)[0]
    if journal.exists() and journal.stat().st_size:  # the last pages may still be there
        return False
    return path.stat().st_size < int(pages) * int(size)


def copy_whole(db: Database, target: Path, key: DataKey | None = None) -> None:
    """A copy of an open database as one lone file, whole or not at all. ``key``: what it was opened with."""
    with written_whole(target) as part:
        copy_into(db, part, key)


def copy_into(db: Database, empty: Path, key: DataKey | None = None) -> None:
    """A copy of an open database into an empty file, under the same key, without journals beside it."""
    with closing(connect(empty, key)) as copy:
        db.conn.backup(copy.conn)
        # The copy says of itself what the original says; a file on a read-only stick must not want a journal.
        use_journal(copy, empty, "DELETE")


def look_from_outside(path: Path) -> None:
    """KnownError for what cannot be a store. Opens nothing: closing a file that SQLite has open elsewhere in
    this process would drop SQLite's locks.
    """
    refuse_unless_file(path, ErrorCode.STORE_NOT_A_STORE)
    if path.stat().st_size == 0:  # SQLite would take it for a new one, and so hide that everything is gone
        raise KnownError(ErrorCode.STORE_DAMAGED, path=str(path))


def _create(path: Path, key: DataKey | None) -> None:
    """A new store appears under its name only when it is complete, and never in place of another."""
    if any(sidecar.exists() for sidecar in sidecars(path)):  # a store was here, and its main file is gone
        raise KnownError(ErrorCode.STORE_DAMAGED, path=str(path))
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with closing(connect(part, key)) as db:
            use_journal(db, part, "WAL")
            bring_up_to_date(db)
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        flush_file(part)
        _name_once(part, path)
    finally:
        part.unlink(missing_ok=True)
    flush_folder(path.parent)


def _name_once(part: Path, path: Path) -> None:
    try:
        path.hardlink_to(part)
    except FileExistsError:  # another program was faster; its store is as good
        return
    except OSError:  # a file system without links
        if not path.exists():
            part.rename(path)


def bring_up_to_date(db: Database) -> None:
    """All steps that the file does not have yet, or none."""
    with transaction(db):
        MIGRATIONS.apply(db)
        db.execute(f"PRAGMA user_version={SCHEMA_NUMBER}")
