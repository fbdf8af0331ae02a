"""A store in a folder of its own, with one content release to save cases under."""

from __future__ import annotations

import pytest

from allcounsel.storage.database import open_store
from allcounsel.storage.release_store import SqliteReleaseStore
from unit.storage.examples import DIGEST, FILES, NOON


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
