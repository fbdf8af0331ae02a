"""A folder for which file modes count, and a clock that stands still."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def ordinary_folder():
    """File modes do not count for root, so root becomes somebody else meanwhile."""
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


class StoppedClock:
    def today(self) -> date:
        return self.now().date()

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 19, 30, 5, 250_000, tzinfo=UTC)


@pytest.fixture
def clock():
    return StoppedClock()
