"""A clock that stands still."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest


class StoppedClock:
    def today(self) -> date:
        return self.now().date()

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 19, 30, 5, 250_000, tzinfo=UTC)


@pytest.fixture
def clock():
    return StoppedClock()
