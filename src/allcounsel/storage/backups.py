"""The store as one file: copied while in use, looked through, put back. What it replaces it keeps."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import DigestOf, Lock, StoreContents
from allcounsel.storage.connection import connect, faults_of, use_journal
from allcounsel.storage.database import (
    OpenStore,
    bring_up_to_date,
    check_identity,
    copy_into,
    copy_whole,
    encrypt,
    look_from_outside,
    open_store,
    use_another_key,
)
from allcounsel.storage.files import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    discard,
    open_private,
    refuse_unless_file,
    sidecars,
    written_whole,
)
from allcounsel.storage.inspection import BROKEN, Inspection, inspect
from allcounsel.storage.migrations import SCHEMA_NUMBER
from allcounsel.storage.packed import is_packed, pack, unpack, wrappings_in

_UNREADABLE = (ErrorCode.STORE_DAMAGED, ErrorCode.STORE_NOT_A_STORE)


class SqliteBackups:
    """The port ``Backups``: paths in, its own connections inside, so it may run beside an open window."""

    def __init__(self, path: Path, digest_of: DigestOf, lock: Lock | None = None) -> None:
        """``path``: the store. ``digest_of``: how a content release is named after its files.

        ``lock``: of an encrypted store; its backups are encrypted too.
        """
        self._path = path
        self._digest_of = digest_of
        self._lock = lock
        self._key = lock.key if lock else None

    @property
    def path(self) -> str:
        """Where the store is, or will be."""
        return str(self._path)

    def make(self, target: str) -> StoreContents:
        """A verified copy, whole or not at all. Changed contents are copied too, and named as problems."""
        goal = Path(target)
        if target.endswith(("/", os.sep)):
            raise KnownError(ErrorCode.FILE_IS_FOLDER, path=target)
        self._refuse_missing()
        self._refuse_store_itself(goal, ErrorCode.FILE_NOT_WRITABLE)
        with open_store(self._path, self._key) as store, faults_of(goal), written_whole(goal) as part:
            if self._lock is None:
                return self._verified_copy(store, part)
            with _beside(part) as copy:
                contents = self._verified_copy(store, copy)
                pack(copy, self._lock.wrappings, part)
                return contents

    def _verified_copy(self, store: OpenStore, part: Path) -> StoreContents:
        with faults_of(self._path):
            copy_into(store.db, part, self._key)
        found = self._inspected(part)
        if found.damage:
            raise KnownError(ErrorCode.STORE_DAMAGED, path=str(self._path), problems="\n".join(found.damage))
        return found.contents

    def restore(self, source: str, moment: datetime, *, despite_problems: bool = False) -> str | None:
        """Put a verified backup in the store's place; returns where the store as it was is kept."""
        backup = Path(source)
        with faults_of(backup, otherwise=ErrorCode.FILE_NOT_READABLE):
            refuse_unless_file(backup, ErrorCode.FILE_NOT_READABLE)
        self._refuse_store_itself(backup, ErrorCode.STORE_LOCKED)
        with faults_of(self._path):
            self._path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            with written_whole(self._path) as part:
                self._fetch(backup, part)
                self._refuse_problems(backup, part, despite_problems=despite_problems)
                kept = self._set_aside(moment)
        return None if kept is None else str(kept)

    def verify(self) -> StoreContents:
        """Look through everything; KnownError STORE_MISSING when there is no store yet."""
        self._refuse_missing()
        try:
            with open_store(self._path, self._key) as store:
                return inspect(store.db, self._path, self._digest_of).contents
        except KnownError as error:
            if error.code is not ErrorCode.STORE_DAMAGED:
                raise
            return BROKEN.contents

    def _refuse_missing(self) -> None:
        if not self._path.exists():
            raise KnownError(ErrorCode.STORE_MISSING, path=str(self._path))

    def _refuse_store_itself(self, other: Path, code: ErrorCode) -> None:
        with suppress(OSError):  # one of them does not exist, so they are not the same
            if other.samefile(self._path):
                raise KnownError(code, path=str(other))

    def _fetch(self, backup: Path, part: Path) -> None:
        """The backup's store, under the key of ours."""
        if not is_packed(backup):
            _fetch_plain(backup, part)
            if self._key is not None:
                with _beside(part) as copy:
                    encrypt(part, self._key, copy)
                    _copy_bytes(copy, part)
            return
        unpack(backup, part)
        if self._lock is None:  # without a key of ours nothing can be kept as it should be
            raise KnownError(ErrorCode.KEYS_MISSING, path=str(backup))
        if not self._opens(part):
            use_another_key(part, self._lock.key_of(wrappings_in(backup)), self._lock.key)

    def _opens(self, part: Path) -> bool:
        try:
            with faults_of(part), closing(connect(part, self._key)) as db:
                check_identity(db, part)
        except KnownError as error:
            if error.code is not ErrorCode.STORE_NOT_A_STORE:
                raise
            return False
        return True

    def _inspected(self, path: Path) -> Inspection:
        with closing(connect(path, self._key)) as db:
            use_journal(db, path, "DELETE")
            if check_identity(db, path) < SCHEMA_NUMBER:
                bring_up_to_date(db)  # this is a copy; the backup itself stays as it is
            return inspect(db, path, self._digest_of)

    def _refuse_problems(self, backup: Path, part: Path, *, despite_problems: bool) -> None:
        """The copy is looked at, not the original: that may be on a read-only stick, or have a journal."""
        try:
            with faults_of(backup):
                found = self._inspected(part)
        except KnownError as error:
            if error.code in (*_UNREADABLE, ErrorCode.STORE_TOO_NEW):
                raise KnownError(error.code, path=str(backup)) from error
            raise
        problems = found.damage if despite_problems else found.contents.problems
        if problems:
            raise KnownError(ErrorCode.STORE_DAMAGED, path=str(backup), problems="\n".join(problems))

    def _set_aside(self, moment: datetime) -> Path | None:
        """A copy of the present store beside it, made only when nobody has it open."""
        if not any(path.exists() for path in (self._path, *sidecars(self._path))):
            return None
        kept = _free_name(self._path, moment)
        try:
            with faults_of(self._path):
                look_from_outside(self._path)
                with closing(connect(self._path, self._key)) as db:
                    use_journal(db, self._path, "DELETE")  # locked while others have it open
                    _hold(db)
                    copy_whole(db, kept, self._key)
        except KnownError as error:
            if error.code not in (*_UNREADABLE, ErrorCode.FILE_MISSING):
                raise
            _keep_as_it_is(self._path, kept)
        return kept


def _hold(db: Database) -> None:
    """Nobody else gets in until the connection closes."""
    db.execute("PRAGMA locking_mode=EXCLUSIVE")
    db.execute("BEGIN EXCLUSIVE")
    db.execute("COMMIT")


def _free_name(path: Path, moment: datetime) -> Path:
    stem = f"{path.stem}-until-{moment:%Y-%m-%d-%H%M%S}"
    kept = path.with_name(f"{stem}{path.suffix}")
    again = count(2)
    while kept.exists():
        kept = path.with_name(f"{stem}-{next(again)}{path.suffix}")
    return kept


@contextmanager
def _beside(part: Path) -> Iterator[Path]:
    """An empty private file for a step on the way, which is gone afterwards."""
    with_more = part.with_name(f"{part.name}.step")
    discard(with_more)  # left behind by a crash
    os.close(os.open(with_more, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    try:
        yield with_more
    finally:
        discard(with_more)


def _fetch_plain(backup: Path, part: Path) -> None:
    """The backup's bytes, and of a store that was copied by hand also the journal beside it."""
    _copy_bytes(backup, part)
    for sidecar, beside in zip(sidecars(backup), sidecars(part), strict=True):
        if sidecar.exists() and not sidecar.name.endswith("-shm"):
            _copy_bytes(sidecar, beside)


def _keep_as_it_is(path: Path, kept: Path) -> None:
    """A store that SQLite cannot read is kept byte for byte: somebody may still get something out of it."""
    for old, new in zip((path, *sidecars(path)), (kept, *sidecars(kept)), strict=True):
        if old.exists() and not old.name.endswith("-shm"):
            _copy_bytes(old, new)


def _copy_bytes(source: Path, target: Path) -> None:
    with faults_of(source, otherwise=ErrorCode.FILE_NOT_READABLE):
        reader = source.open("rb")
    with reader, open(target, "wb", opener=open_private) as writer:
        shutil.copyfileobj(reader, writer)
        writer.flush()
        os.fsync(writer.fileno())
