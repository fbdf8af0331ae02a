"""Files of the store on disk: written whole or not at all, readable by their owner only."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from allcounsel.domain.errors import ErrorCode, KnownError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def sidecars(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside a database: of no use without it, and harmful beside another one."""
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))


def refuse_unless_file(path: Path, otherwise: ErrorCode) -> None:
    """KnownError for a folder, and ``otherwise`` for a pipe or a device; looks without opening."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise KnownError(ErrorCode.FILE_IS_FOLDER, path=str(path))
    if not stat.S_ISREG(mode):
        raise KnownError(otherwise, path=str(path))


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """An empty private ``.part`` beside the target; it takes the target's place when the block ends well."""
    if target.exists():
        refuse_unless_file(target, ErrorCode.FILE_NOT_WRITABLE)
    target = Path(os.path.realpath(target))  # a link goes on pointing where it pointed
    part = target.with_name(target.name + ".part")
    discard(part)  # left behind by a crash
    mine = _create_private(part)
    try:
        yield part
        _refuse_unless_mine(part, mine)
        flush_file(part)
        for sidecar in sidecars(target):  # of the file that goes; SQLite would mix them into the new one
            sidecar.unlink(missing_ok=True)
        part.replace(target)
    except BaseException:
        with suppress(OSError):  # the first failure is the one to tell
            discard(part)
        raise
    flush_folder(target.parent)


def discard(part: Path) -> None:
    """Remove a file with whatever SQLite keeps beside it, if it is there."""
    for path in (part, *sidecars(part)):
        path.unlink(missing_ok=True)


def _create_private(part: Path) -> tuple[int, int]:
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE)
    try:
        found = os.fstat(handle)
        return found.st_dev, found.st_ino
    finally:
        os.close(handle)


def _refuse_unless_mine(part: Path, mine: tuple[int, int]) -> None:
    # Another program writing to the same target has thrown our part away and begun its own.
    found = part.stat()
    if (found.st_dev, found.st_ino) != mine:
        raise KnownError(ErrorCode.STORE_LOCKED, path=str(part))


def open_private(name: str, flags: int) -> int:
    """An opener for ``open``: what it creates is for its owner only."""
    return os.open(name, flags, PRIVATE_FILE)


def flush_file(path: Path) -> None:
    """The file's bytes are on the disk when this returns. Not for a file that SQLite has open: closing it
    here would drop SQLite's locks.
    """
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """The names in the folder are on the disk when this returns, where the system can do that."""
    with suppress(OSError):  # Windows opens no folders, and some file systems flush none
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def may_write(path: Path) -> bool:
    """Whether this user may write to the file."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def make_private(path: Path) -> None:
    """Nobody but the owner reads the file, whatever it was before."""
    if path.stat().st_mode & 0o077:
        path.chmod(PRIVATE_FILE)
