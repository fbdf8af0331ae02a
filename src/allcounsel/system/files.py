"""Files that people name: read up to a limit and never waited for, written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from allcounsel.domain.errors import ErrorCode, KnownError

PRIVATE = 0o600
"""For what only its owner may read."""
ORDINARY = 0o666
"""For exports: as open as this user's other new files."""

# A pipe without a writer would make opening wait for ever. Windows has neither flag, but knows binary.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)

_CODES = {
    errno.ENOENT: ErrorCode.FILE_MISSING,
    errno.ENOTDIR: ErrorCode.FILE_MISSING,
    errno.EISDIR: ErrorCode.FILE_IS_FOLDER,
    errno.ENOSPC: ErrorCode.DISK_FULL,
    errno.EDQUOT: ErrorCode.DISK_FULL,
}


def read_limited(path: str | os.PathLike[str], limit: int) -> bytes:
    """The bytes of an ordinary file, at most ``limit``; KnownError for anything else, without waiting."""
    with open_stream(path) as stream, _faults_of(path, ErrorCode.FILE_NOT_READABLE):
        content = stream.read(limit + 1) or b""  # None from a file of the system that would make us wait
    if len(content) > limit:
        raise KnownError(ErrorCode.FILE_TOO_LARGE, path=os.fspath(path), limit=str(limit))
    return content


def open_stream(path: str | os.PathLike[str]) -> BinaryIO:
    """An ordinary file to be read bit by bit, however long; KnownError for anything else, without waiting."""
    with _faults_of(path, ErrorCode.FILE_NOT_READABLE):
        _refuse_unless_ordinary(Path(path).stat().st_mode, path, ErrorCode.FILE_NOT_READABLE)
        handle = os.open(path, _READ)
        try:
            # Looked at again: the name may stand for another file by now.
            _refuse_unless_ordinary(os.fstat(handle).st_mode, path, ErrorCode.FILE_NOT_READABLE)
        except BaseException:
            os.close(handle)
            raise
        return os.fdopen(handle, "rb")


def lines_up_to(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a stream; of a longer one only ``limit`` + 1 bytes, and the rest is passed over."""
    while line := stream.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
            if not line:
                return


def part_of(target: Path) -> Path:
    """Where a file stands while it is not whole yet."""
    return target.with_name(f"{target.name}.part")


class WholeFileSink:
    """The port ``FileSink``: writes beside the target, flushes to the disk, then takes the target's place."""

    def __init__(self, mode: int = ORDINARY) -> None:
        """``mode``: who may read the files, ``ORDINARY`` or ``PRIVATE``."""
        self._mode = mode

    def write(self, path: str, content: bytes) -> None:
        """The whole content under this name, or KnownError and whatever was there before."""
        with _faults_of(path, ErrorCode.FILE_NOT_WRITABLE):
            target = Path(os.path.realpath(path))  # a link goes on pointing where it pointed
            _refuse_target(target, path)
            part = part_of(target)
            part.unlink(missing_ok=True)  # left behind by a crash
            try:
                self._write_part(part, content, path)
                part.replace(target)
            except BaseException:
                with suppress(OSError):  # the first failure is the one to tell
                    part.unlink()
                raise
        _flush_folder(target.parent)

    def _write_part(self, part: Path, content: bytes, path: str) -> None:
        handle = os.open(part, _WRITE, self._mode)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
            # Another program writing to the same target has thrown our part away and begun its own.
            if not os.path.samestat(os.fstat(handle), part.stat()):
                raise KnownError(ErrorCode.FILE_NOT_WRITABLE, path=path)
        finally:
            os.close(handle)


def _refuse_target(target: Path, path: str) -> None:
    if path.endswith(("/", os.sep)):
        raise KnownError(ErrorCode.FILE_IS_FOLDER, path=path)
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    _refuse_unless_ordinary(mode, path, ErrorCode.FILE_NOT_WRITABLE)
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        # To put another file in its place would get round the mark "read only".
        raise KnownError(ErrorCode.FILE_NOT_WRITABLE, path=path)


def _refuse_unless_ordinary(mode: int, path: str | os.PathLike[str], code: ErrorCode) -> None:
    if stat.S_ISDIR(mode):
        raise KnownError(ErrorCode.FILE_IS_FOLDER, path=os.fspath(path))
    if not stat.S_ISREG(mode):  # a pipe may never end, a device may do anything
        raise KnownError(code, path=os.fspath(path))


def _flush_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folders, and some file systems flush none
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _faults_of(path: str | os.PathLike[str], otherwise: ErrorCode) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, otherwise)
        raise KnownError(code, path=os.fspath(path)) from error
    except ValueError as error:  # a name that no file can have, such as one with a zero byte
        raise KnownError(ErrorCode.FILE_MISSING, path=os.fspath(path)) from error
