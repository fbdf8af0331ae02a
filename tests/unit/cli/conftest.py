"""The command line on a fixed day: what it prints depends on the review date of the content."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

import pytest

from allcounsel.content.reading import Files, digest_of
from allcounsel.content.release import inspect, read_release
from allcounsel.domain.release import ContentRelease
from allcounsel.services.quality.measure import measured

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


_READ: dict[str, ContentRelease] = {}
_INSPECTED: dict[str, Any] = {}
A_FEW = 2


def _read_once(files: Files) -> ContentRelease:
    digest = digest_of(files)
    if digest not in _READ:
        _READ[digest] = read_release(files)
    return _READ[digest]


def _inspected_once(files: Files) -> Any:
    digest = digest_of(files)
    if digest not in _INSPECTED:
        _INSPECTED[digest] = inspect(files)
    return _INSPECTED[digest]


@pytest.fixture(autouse=True)
def the_same_content_is_read_once(monkeypatch):
    """Reading is a function of the bytes; each of these commands would else read them anew for seconds."""
    monkeypatch.setattr("allcounsel.bootstrap.read_release", _read_once)
    monkeypatch.setattr("allcounsel.cli.commands.inspect", _inspected_once)


@pytest.fixture
def few_papers(monkeypatch):
    """For tests of everything else that the content check does: its figures come from a few papers."""
    monkeypatch.setattr(
        "allcounsel.cli.commands.measured", lambda papers, language: measured(islice(papers, A_FEW), language)
    )


@pytest.fixture(autouse=True)
def a_fresh_day(on_day):
    on_day(FRESH)
