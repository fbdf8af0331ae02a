"""The command line on a fixed day: what it prints depends on the review date of the content."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

FRESH = date(2026, 11, 22)


class _Calendar:
    def __init__(self, day: date) -> None:
        self._day = day

    def today(self) -> date:
        return self._day

    def now(self) -> datetime:
        return datetime(self._day.year, self._day.month, self._day.day, 14, 2, tzinfo=UTC)


@pytest.fixture
def on_day(monkeypatch):
    """Sets the day on which the next commands are called."""

    def turn(day: date) -> None:
        monkeypatch.setattr("allcounsel.bootstrap.SystemClock", lambda: _Calendar(day))

    return turn


@pytest.fixture(autouse=True)
def a_fresh_day(on_day):
    on_day(FRESH)
