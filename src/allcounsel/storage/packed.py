"""A backup of an encrypted store: one file that any zip program lists, with the store and its wrapped key.

The two belong together: a store without the wrappings of its key is lost, and a person copies one file.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.storage.connection import faults_of

STORE, WRAPPINGS, READ_ME = "store.db", "store.keys", "read-me.txt"
_ABOUT = (
    "A backup of allcounsel. It is encrypted: restore it with the program, and with a passphrase\n"
    "or the recovery code of the time when it was made.\n"
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # a zip file tells no other time than we do
_MOST = 1_000_000  # bytes of wrappings
_PIECE = 2**20


def is_packed(path: Path) -> bool:
    """Whether this is such a backup, whole or not."""
    with faults_of(path, otherwise=ErrorCode.FILE_NOT_READABLE), path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def pack(store: Path, wrappings: bytes, target: Path) -> None:
    """Put an encrypted store and the wrappings of its key into the (empty) target."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for name, content in ((READ_ME, _ABOUT.encode()), (WRAPPINGS, wrappings)):
            packed.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content)
        member = zipfile.ZipInfo(STORE, _FIRST_DAY)
        with packed.open(member, "w", force_zip64=True) as into, store.open("rb") as file:
            shutil.copyfileobj(file, into, _PIECE)
    with _opened(target, STORE) as written:
        while written.read(_PIECE):  # to its end, where it is compared with its check sum
            pass


def wrappings_in(path: Path) -> bytes:
    """The wrappings of the key; KnownError STORE_DAMAGED when the backup is not whole."""
    with _opened(path, WRAPPINGS) as member:
        return member.read(_MOST)


def unpack(path: Path, target: Path) -> None:
    """Write the store of a backup over the target; KnownError STORE_DAMAGED when the backup is not whole."""
    with _opened(path, STORE) as member, target.open("r+b") as file:
        file.truncate()
        shutil.copyfileobj(member, file, _PIECE)


@contextmanager
def _opened(path: Path, name: str) -> Iterator[IO[bytes]]:
    try:
        with zipfile.ZipFile(path) as packed:
            _refuse_unless_stored(packed.getinfo(name))
            with packed.open(name) as member:
                yield member
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise KnownError(ErrorCode.STORE_DAMAGED, path=str(path)) from error


def _refuse_unless_stored(member: zipfile.ZipInfo) -> None:
    if member.compress_type != zipfile.ZIP_STORED:  # not one of ours; it may swell
        message = "compressed"
        raise zipfile.BadZipFile(message)
