"""Gives a key to stores that had none: the store itself, and what is kept of former ones beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from allcounsel.services.ports import DataKey
from allcounsel.storage.connection import faults_of
from allcounsel.storage.database import encrypt
from allcounsel.storage.files import written_whole

_PLAIN = b"SQLite format 3\0"
_PIECE = 2**20


def is_plain(path: Path) -> bool:
    """Whether anybody can read this store."""
    with faults_of(path), path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def give_key(store: Path, key: DataKey) -> None:
    """Encrypt the store and its former copies, each whole or not at all. What is encrypted already stays."""
    for path in _of_this_store(store):
        if is_plain(path):
            _encrypt_in_place(path, key)


def _of_this_store(store: Path) -> Iterator[Path]:
    kept = sorted(store.parent.glob(f"{store.stem}-*{store.suffix}"))
    yield from (path for path in (store, *kept) if path.is_file())


def _encrypt_in_place(path: Path, key: DataKey) -> None:
    with faults_of(path), path.open("r+b", buffering=0) as former:
        with written_whole(path) as part:
            encrypt(path, key, part)
        _overwrite(former.fileno())


def _overwrite(handle: int) -> None:
    """What the former file held, as far as a disk lets itself be overwritten."""
    left = os.fstat(handle).st_size
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(left, _PIECE)))
    os.fsync(handle)
