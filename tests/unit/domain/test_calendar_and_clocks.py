"""Calendar months and days, birthdays, and the five relapse clocks with their limits to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.calendar import Span, add_months, span
from allcounsel.domain.truth import Truth
from helpers.shipped import assess

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2020, 1, 1), date(2021, 7, 1), Span(18, 0)),
        (date(2020, 1, 1), date(2021, 6, 30), Span(17, 29)),
        (date(2020, 1, 31), date(2020, 2, 29), Span(0, 29)),
        (date(2020, 1, 31), date(2020, 3, 1), Span(1, 0)),
        (date(2020, 2, 29), date(2021, 2, 28), Span(11, 30)),
        (date(2020, 2, 29), date(2021, 3, 1), Span(12, 0)),
        (date(2020, 5, 5), date(2020, 5, 5), Span(0, 0)),
    ],
)
def test_months_are_anniversaries_and_a_day_that_does_not_exist_is_the_first_of_the_next(
    start, end, expected
):
    assert span(start, end) == expected


def test_an_end_before_the_start_is_refused():
    with pytest.raises(ValueError, match="before"):
        span(date(2020, 1, 2), date(2020, 1, 1))


@given(DAYS, st.integers(0, 8000))
def test_a_span_is_never_negative_and_leads_back_to_the_end(start, length):
    end = start + timedelta(days=length)
    counted = span(start, end)
    assert counted.months >= 0
    assert 0 <= counted.days <= 31
    assert add_months(start, counted.months) + timedelta(days=counted.days) == end


@given(DAYS, st.integers(0, 8000))
def test_a_day_later_is_never_a_shorter_span(start, length):
    end = start + timedelta(days=length)
    assert span(start, end) < span(start, end + timedelta(days=1))


def clock(name: str, **relapse: object) -> tuple[int | None, int | None, str | None, str | None]:
    found = assess(
        {
            "situation": "relapse",
            "date_of_diagnosis": "2020-01-01",
            "relapse": {"sites": ["marrow"], **relapse},
        }
    ).relapse
    assert found is not None
    one = next(each for each in found.clocks if each.id == name)
    return one.months, one.days, one.band, one.lean


@pytest.mark.parametrize(
    ("day", "lean"),
    [
        ("2021-06-30", "sooner"),
        ("2021-07-01", "on_the_line"),
        ("2021-07-02", "sooner"),
        ("2022-12-31", "sooner"),
        ("2023-01-01", "on_the_line"),
        ("2023-01-02", "later"),
    ],
)
def test_clock_1_with_marrow(day, lean):
    assert clock("k1", date=day)[3] == lean


@pytest.mark.parametrize(
    ("day", "lean"), [("2021-06-30", "sooner"), ("2021-07-01", "on_the_line"), ("2021-07-02", "later")]
)
def test_clock_1_without_marrow(day, lean):
    assert clock("k1", date=day, sites=["cns"])[3] == lean


@pytest.mark.parametrize(("day", "lean"), [("2022-07-01", "sooner"), ("2022-07-02", "later")])
def test_clock_2_ends_at_six_months_and_no_days(day, lean):
    assert clock("k2", date=day, end_of_treatment="2022-01-01", on_treatment="no")[3] == lean


def test_clock_2_has_no_statement_without_marrow_and_no_months_on_treatment():
    assert clock("k2", date="2022-07-01", end_of_treatment="2022-01-01", sites=["cns"])[3] is None
    assert clock("k2", date="2021-07-01", on_treatment="yes") == (None, None, "on treatment", "sooner")


@pytest.mark.parametrize(("day", "lean"), [("2023-01-31", None), ("2023-02-01", "later")])
def test_clock_3_speaks_from_three_years_on(day, lean):
    assert clock("k3", date=day, first_remission="2020-02-01")[3] == lean


@pytest.mark.parametrize(
    ("day", "lean"),
    [("2022-06-30", "sooner"), ("2022-07-01", "between"), ("2025-01-01", "between"), ("2025-01-02", None)],
)
def test_clock_4(day, lean):
    assert clock("k4", date=day, end_of_treatment="2022-01-01", on_treatment="no")[3] == lean


@pytest.mark.parametrize(
    ("relapse", "lean"),
    [
        ({"sites": ["cns"], "date": "2021-06-30"}, "sooner"),
        ({"sites": ["cns"], "date": "2022-03-01", "on_treatment": "yes"}, "sooner"),
        ({"sites": ["cns"], "date": "2022-03-01", "end_of_treatment": "2022-01-01"}, "sooner"),
        ({"sites": ["cns"], "date": "2022-08-01", "end_of_treatment": "2022-01-01"}, "later"),
        ({"sites": ["marrow"], "date": "2022-08-01", "end_of_treatment": "2022-01-01"}, "later"),
        ({"sites": ["marrow"], "date": "2022-03-01", "end_of_treatment": "2022-01-01"}, None),
        ({"sites": ["testicle"], "date": "2022-03-01", "end_of_treatment": "2022-01-01"}, None),
    ],
)
def test_clock_5(relapse, lean):
    assert clock("k5", **relapse)[3] == lean


def test_a_clock_whose_dates_are_missing_blocks_only_itself():
    found = assess({"situation": "relapse", "relapse": {"sites": ["marrow"], "on_treatment": "yes"}}).relapse
    assert found is not None
    assert [one.lean for one in found.clocks] == [None, "sooner", None, "sooner", None]
    assert found.agree


@pytest.mark.parametrize(
    ("relapse", "site", "isolated"),
    [
        ({"sites": ["marrow"]}, "isolated marrow", Truth.YES),
        ({"sites": ["marrow", "cns"]}, "combined", Truth.NO),
        ({"sites": ["cns"]}, "isolated CNS", Truth.UNKNOWN),
        ({"sites": ["cns"], "marrow_checked": "no"}, "isolated CNS", Truth.UNKNOWN),
        ({"sites": ["cns"], "marrow_checked": "yes"}, "isolated CNS", Truth.YES),
        ({"sites": ["testicle"], "marrow_checked": "yes"}, "isolated testicular", Truth.YES),
        ({"sites": ["cns", "testicle"]}, "other extramedullary", Truth.UNKNOWN),
        ({}, None, Truth.UNKNOWN),
    ],
)
def test_site_and_isolation(relapse, site, isolated):
    found = assess({"situation": "relapse", "relapse": relapse}).relapse
    assert found is not None
    assert (found.site, found.isolated) == (site, isolated)
