"""A store in a folder of its own, with one content release to save cases under."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from allcounsel.storage.database import open_store
from allcounsel.storage.release_store import SqliteReleaseStore
from unit.storage.examples import DIGEST, FILES, NOON

NOBODY = 65534


@pytest.fixture
def path(tmp_path):
    """A store that holds a release and is closed."""
    place = tmp_path / "store.db"
    with open_store(place) as store:
        SqliteReleaseStore(store).add(DIGEST, "2026.1", FILES, NOON)
    return place


@pytest.fixture
def store(path):
    with open_store(path) as opened:
        yield opened


@pytest.fixture
def ordinary_folder():
    """A folder for which file modes count; they do not for root, so root becomes somebody else meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="allcounsel-"))
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, -1)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)
