"""Months, days and birthdays against a counter that walks day by day, and no clock ever runs backwards."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allcounsel.domain import calendar
from allcounsel.domain.calendar import Span, add_months, span
from allcounsel.domain.relapse import relapse_finding
from allcounsel.services.case_file import age_between, read_case
from helpers.shipped import TODAY, release

A_DAY = timedelta(days=1)
DAYS = st.dates(date(1985, 1, 1), date(2030, 12, 31))
LEAP_DAY = date(2024, 2, 29)


def counted_by_walking(start: date) -> Iterator[tuple[date, int, int]]:
    """Each day from the start on, with its months and days, knowing only which day follows which.

    A month is full when its day comes round again, or, where the last month was too short for that day, on
    the first.
    """
    day, months, days = start, 0, 0
    while True:
        yield day, months, days
        before, day = day, day + A_DAY
        too_short = day.day == 1 and before.day < start.day
        if day.day == start.day or too_short:
            months, days = months + 1, 0
        else:
            days += 1


def differences(starts: Iterator[date], how_long: int) -> Iterator[tuple[date, date]]:
    """Every pair of days that the program counts otherwise."""
    for start in starts:
        for day, months, days in counted_by_walking(start):
            if calendar.span(start, day) != Span(months, days):
                yield start, day
            if (day - start).days >= how_long:
                break


def starts_from(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


A_LEAP_WINTER = (date(2023, 12, 25), date(2024, 3, 5))
A_PLAIN_WINTER = (date(2022, 12, 25), date(2023, 3, 5))


@pytest.mark.parametrize(
    ("first", "last", "how_long"),
    [
        (*A_LEAP_WINTER, 1200),
        (*A_PLAIN_WINTER, 1200),
        pytest.param(date(1999, 1, 1), date(2008, 12, 31), 1500, marks=pytest.mark.prove),
    ],
)
def test_every_span_is_the_one_that_walking_counts(first, last, how_long, capsys):
    found = list(differences(starts_from(first, last), how_long))
    compared = ((last - first).days + 1) * (how_long + 1)
    say(capsys, f"{compared:,} pairs of days, {len(found)} counted otherwise")
    assert found == []


def last_day_of_the_month(start: date, months: int) -> date:
    """The other way to treat a day that does not exist: the day before the 1st."""
    right = add_months(start, months)
    return right - A_DAY if right.day != start.day else right


def months_of_thirty_days(start: date, months: int) -> date:
    return start + timedelta(days=30 * months)


@pytest.mark.parametrize("fault", [last_day_of_the_month, months_of_thirty_days])
def test_another_way_to_count_months_is_found(fault, monkeypatch):
    monkeypatch.setattr(calendar, "add_months", fault)
    assert next(differences(starts_from(*A_LEAP_WINTER), 1200))


@given(DAYS, st.integers(0, 500))
@example(date(2023, 1, 31), 1)
@example(date(2024, 1, 30), 1)
@example(LEAP_DAY, 12)
def test_so_many_months_later_are_exactly_so_many_months(start, months):
    end = add_months(start, months)
    assert span(start, end) == Span(months, 0)
    assert end.day in (start.day, 1)
    assert months == 0 or span(start, end - A_DAY) < Span(months, 0)


@given(DAYS, st.integers(0, 4000))
@example(date(2023, 1, 31), 28)
@example(date(2024, 1, 31), 29)
def test_one_day_more_never_makes_a_span_shorter_and_one_day_later_to_start_never_longer(start, length):
    end = start + timedelta(days=length)
    assert span(start, end) < span(start, end + A_DAY)
    assert span(start + A_DAY, end + A_DAY) <= span(start, end + A_DAY)


# ---------------------------------------------------------------- birthdays


def birthday(born: date, age: int) -> date:
    """The first day of that year that is not before the day of birth; 1 March for 29 February."""
    return min(day for day in days_of(born.year + age) if (day.month, day.day) >= (born.month, born.day))


def days_of(year: int) -> Iterator[date]:
    return starts_from(date(year, 1, 1), date(year, 12, 31))


@given(DAYS, st.integers(1, 25))
@example(LEAP_DAY, 1)
@example(LEAP_DAY, 4)
@example(LEAP_DAY, 10)
@example(date(2000, 2, 29), 10)
def test_a_child_is_a_year_older_on_the_birthday_and_not_a_day_before(born, age):
    day = birthday(born, age)
    assert (age_between(born, day).years, age_between(born, day).months) == (age, 0)
    before = age_between(born, day - A_DAY)
    assert (before.years, before.months) == (age - 1, 11)


def test_a_child_of_a_leap_day_has_no_birthday_before_march_in_a_common_year():
    assert birthday(LEAP_DAY, 1) == date(2025, 3, 1)
    assert birthday(LEAP_DAY, 4) == date(2028, 2, 29)
    assert age_between(LEAP_DAY, date(2025, 2, 28)).years == 0


# ---------------------------------------------------------------- orders of days

IN_ORDER = ("date_of_diagnosis", "start_of_treatment", "relapse.first_remission", "relapse.date")
END = "relapse.end_of_treatment"
A_FEW_DAYS = (None, *(date(2024, 2, day).isoformat() for day in (26, 27, 28, 29)), "2024-03-01")


def may_stand_together(days: dict[str, str | None], on_treatment: str | None) -> bool:
    """Evidence 3, fields 18 and 19: diagnosis, start, remission, relapse; treatment ends after it starts."""
    told = [day for name in IN_ORDER if (day := days[name])]
    ended, relapsed = days[END], days["relapse.date"]
    if told != sorted(told) or any(
        ended and day and ended < day for day in (days[IN_ORDER[0]], days[IN_ORDER[1]])
    ):
        return False
    if not (ended and relapsed):
        return True
    return ended >= relapsed if on_treatment == "yes" else ended <= relapsed


def orders() -> Iterator[tuple[dict[str, str | None], str | None]]:
    for days in product(A_FEW_DAYS, repeat=len(IN_ORDER) + 1):
        for on_treatment in ("yes", "no", None):
            yield dict(zip((*IN_ORDER, END), days, strict=True)), on_treatment


def document_of(days: dict[str, str | None], on_treatment: str | None) -> dict[str, object]:
    relapse = {name.partition(".")[2]: day for name, day in days.items() if "." in name and day}
    told = {name: day for name, day in days.items() if "." not in name and day}
    said = {"on_treatment": on_treatment} if on_treatment else {}
    return {"situation": "relapse", **told, "relapse": {"sites": ["marrow"], **relapse, **said}}


def test_in_every_order_of_days_a_case_is_refused_or_no_clock_is_negative(capsys):
    accepted = refused = 0
    for days, on_treatment in orders():
        case = read_case(document_of(days, on_treatment), release().dictionary, TODAY).case
        assert (case is not None) == may_stand_together(days, on_treatment), (days, on_treatment)
        if case is None:
            refused += 1
            continue
        accepted += 1
        clocks = relapse_finding(case).clocks
        assert all(each.months is None or min(each.months, each.days or 0) >= 0 for each in clocks), days
        assert clocks[1].months is None or days[END], days
    say(capsys, f"{accepted:,} orders of days accepted, {refused:,} refused, no clock negative")
    assert accepted > 1000
    assert refused > 1000


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
