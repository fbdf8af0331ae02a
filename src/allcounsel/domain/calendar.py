"""Whole calendar months and days; a day that does not exist is the 1st of the next month. No clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Whole months and left-over days between two days."""

    months: int
    days: int


def add_months(start: date, months: int) -> date:
    """The monthly anniversary; 31 January plus one month is 1 March (29 February only in leap years)."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        year, month = divmod(index + 1, 12)
        return date(year, month + 1, 1)


def span(start: date, end: date) -> Span:
    """Months and days from ``start`` to ``end``; ValueError when ``end`` is earlier."""
    if end < start:
        message = "the end lies before the start"
        raise ValueError(message)
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return Span(months, (end - add_months(start, months)).days)
