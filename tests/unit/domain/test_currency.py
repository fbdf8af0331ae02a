"""The review date day by day, and which of two texts is newer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from allcounsel.domain.calendar import add_months
from allcounsel.domain.currency import Review, is_newer, latest_year, review_of
from allcounsel.domain.ids import SourceId
from allcounsel.domain.rule import ReleaseInfo, Source
from helpers.shipped import release

INFO = ReleaseInfo("2026.1", date(2026, 11, 22), date(2027, 5, 22), 6)
DAY = timedelta(days=1)

DAYS = [
    (date(2026, 11, 22), Review.FRESH),
    (date(2027, 5, 21), Review.FRESH),
    (date(2027, 5, 22), Review.FRESH),
    (date(2027, 5, 23), Review.PAST),
    (date(2027, 11, 22), Review.PAST),
    (date(2027, 11, 23), Review.LONG_PAST),
    (date(2040, 1, 1), Review.LONG_PAST),
]


@pytest.mark.parametrize(("today", "state"), DAYS, ids=str)
def test_the_content_is_fresh_up_to_its_review_date_then_past_it_and_later_long_past_it(today, state):
    assert review_of(INFO, today) is state


def test_a_review_date_at_the_end_of_a_month_has_its_anniversary_on_the_first():
    info = replace(INFO, review_due=date(2027, 8, 31))
    assert review_of(info, date(2028, 3, 1)) is Review.PAST
    assert review_of(info, date(2028, 3, 2)) is Review.LONG_PAST


def test_the_shipped_content_changes_on_the_days_it_names():
    info = release().info
    long_past_from = add_months(info.review_due, info.long_past_after_months)
    assert review_of(info, info.review_due) is Review.FRESH
    assert review_of(info, info.review_due + DAY) is Review.PAST
    assert review_of(info, long_past_from) is Review.PAST
    assert review_of(info, long_past_from + DAY) is Review.LONG_PAST


def text(year: int | None, read_on: date | None = None) -> Source:
    return Source(SourceId("x"), "t", "o", year, "c", "a", read_on=read_on)


def test_the_year_of_a_text_is_its_own_and_never_that_of_the_copy():
    assert latest_year(text(2012, read_on=date(2025, 12, 30))) == 2012
    assert latest_year(text(None, read_on=date(2025, 12, 30))) == 2025
    assert latest_year(text(None)) is None


READ_2025 = text(None, date(2025, 12, 30))


@pytest.mark.parametrize(
    ("newer", "older", "surely"),
    [
        (text(2025), text(2014), True),
        (text(2014), text(2025), False),
        (text(2014), text(2014), False),
        (READ_2025, text(2022), True),
        (READ_2025, text(2025), False),
        (text(2025), READ_2025, False),
        (text(2025), text(None), True),
        (READ_2025, text(None), False),
        (text(None), text(2014), False),
    ],
)
def test_a_text_is_newer_only_where_its_date_shows_it(newer, older, surely):
    assert is_newer(newer, older) is surely
