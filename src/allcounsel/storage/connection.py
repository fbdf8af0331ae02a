"""The one place that makes a connection to SQLite and the one that turns its errors into the world's faults.
It knows nothing of what is stored.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite3
from sqlite_utils import Database

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import DataKey

WAIT_SECONDS = 5.0
"""How long one program waits for another that is writing."""

_NEARLY_NOTHING = 1_000_000  # bytes; with less than this free, a failed write means a full disk
_PRAGMAS = (
    ("synchronous", "FULL"),  # WAL with NORMAL loses the last commits in a power cut
    ("foreign_keys", "ON"),
    ("secure_delete", "ON"),  # what is replaced is overwritten, not only forgotten
    ("temp_store", "MEMORY"),  # nothing of a child in the system's temporary folder
    ("cell_size_check", "ON"),  # notices damage earlier
    ("trusted_schema", "OFF"),  # a file from elsewhere runs no functions of its own
)


def connect(path: Path, key: DataKey | None = None, *, wait: float = WAIT_SECONDS) -> Database:
    """A connection to an existing file, which is left as it is; raises SQLite's own errors.

    ``key``: of an encrypted file, and of an empty one that is to be encrypted.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",  # never creates: a missing store is told, not replaced
        uri=True,
        timeout=wait,
        isolation_level=None,  # transactions are begun by name only
    )
    try:
        if key is not None:
            _unlock(connection, key)
        for name, value in _PRAGMAS:
            connection.execute(f"PRAGMA {name}={value}")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def _unlock(connection: sqlite3.Connection, key: DataKey) -> None:
    """SQLCipher tries the key at the first reading; with a wrong one the file is no database."""
    connection.execute("PRAGMA cipher_log_level=NONE")  # it would write into the terminal
    connection.execute(f"PRAGMA key=\"x'{key.raw.hex()}'\"")


def scratch() -> Database:
    """An empty database in memory, to compare with."""
    return Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)


def use_journal(db: Database, path: Path, mode: str) -> None:
    """WAL for a store in use, DELETE for a lone file. It is written into the file: not for a stranger's."""
    (got,) = db.execute(f"PRAGMA journal_mode={mode}").fetchone()
    if got.upper() != mode:
        raise KnownError(ErrorCode.FILE_NOT_WRITABLE, path=str(path))


@contextmanager
def transaction(db: Database) -> Iterator[Database]:
    """All or nothing; the right to write is taken at the start, so that waiting happens only there."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextmanager
def faults_of(path: Path, *, otherwise: ErrorCode = ErrorCode.FILE_NOT_WRITABLE) -> Iterator[None]:
    """Errors of SQLite and of the file system leave as KnownError; a reference to nothing as KeyError."""
    try:
        yield
    except sqlite3.Error as error:
        if str(error) == _REFERS_TO_NOTHING:
            message = "what this refers to is not in the store"
            raise KeyError(message) from error
        code = _code_of_sqlite(error, path, otherwise)
        if code is None:
            raise
        raise KnownError(code, path=str(path)) from error
    except UnicodeDecodeError as error:  # damage inside a text, or inside SQLite's own words about it
        raise KnownError(ErrorCode.STORE_DAMAGED, path=str(path)) from error
    except OSError as error:
        raise KnownError(_OF_ERRNO.get(error.errno or 0, otherwise), path=str(path)) from error


_OF_ERRNO = {
    errno.ENOSPC: ErrorCode.DISK_FULL,
    errno.EDQUOT: ErrorCode.DISK_FULL,
    errno.ENOENT: ErrorCode.FILE_MISSING,
    errno.ENOTDIR: ErrorCode.FILE_MISSING,
    errno.EISDIR: ErrorCode.FILE_IS_FOLDER,
}

_REFERS_TO_NOTHING = "FOREIGN KEY constraint failed"
# SQLCipher's module knows SQLite's codes only in part, and none of a failed copy; it always has the words.
_OF_WORDS = (  # the first beginning that fits
    ("database or disk is full", ErrorCode.DISK_FULL),
    ("database is locked", ErrorCode.STORE_LOCKED),
    ("database table is locked", ErrorCode.STORE_LOCKED),
    ("locking protocol", ErrorCode.STORE_LOCKED),
    ("database disk image is malformed", ErrorCode.STORE_DAMAGED),
    ("malformed database schema", ErrorCode.STORE_DAMAGED),
    ("Could not decode to UTF-8", ErrorCode.STORE_DAMAGED),
    ("file is not a database", ErrorCode.STORE_NOT_A_STORE),
    ("attempt to write a readonly database", ErrorCode.FILE_NOT_WRITABLE),
    ("access permission denied", ErrorCode.FILE_NOT_WRITABLE),
)


def _code_of_sqlite(error: sqlite3.Error, path: Path, otherwise: ErrorCode) -> ErrorCode | None:
    words = str(error)
    for beginning, code in _OF_WORDS:
        if words.startswith(beginning):
            return code
    if words.startswith("unable to open database file"):
        return _why_not_opened(path)
    if words.startswith("disk I/O error"):  # a full disk is often reported only so
        return ErrorCode.DISK_FULL if _is_full(path) else otherwise
    return None


def _why_not_opened(path: Path) -> ErrorCode:
    if path.is_dir():
        return ErrorCode.FILE_IS_FOLDER
    if not path.exists():
        return ErrorCode.FILE_MISSING
    return ErrorCode.DISK_FULL if _is_full(path) else ErrorCode.FILE_NOT_WRITABLE


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NEARLY_NOTHING
    except OSError:
        return False
