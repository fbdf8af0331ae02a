"""The second reading of the clocks and rows against the published test cases (evidence 4.8)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helpers.second_clocks import anniversary, between
from helpers.second_reading import Reading, read
from helpers.second_rows import rows_after_a_relapse, rows_after_induction

NO_GENES = dict.fromkeys(
    ("bcr_abl1", "kmt2a_r", "hypodiploidy_lt44", "tcf3_hlf", "iamp21", "bcr_abl1_like", "ikzf1_deletion"),
    "not_detected",
)


def a_relapse(**changes: object) -> dict[str, Any]:
    relapse = {"number": 1, "sites": ["marrow"], **changes}
    return {
        "situation": "relapse",
        "lineage": "b_cell",
        "date_of_diagnosis": "2020-01-01",
        "relapse": relapse,
    }


def leans(reading: Reading) -> dict[str, str | None]:
    assert reading.relapse is not None
    return {name: clock.lean for name, clock in reading.relapse.clocks.items()}


def test_row_19_treated_three_years_and_back_two_months_later():
    case = a_relapse(
        date="2023-03-01", first_remission="2020-02-01", end_of_treatment="2023-01-01", on_treatment="no"
    )
    reading = read(case)
    assert leans(reading) == {"k1": "later", "k2": "sooner", "k3": "later", "k4": "sooner", "k5": None}
    assert reading.flags == {"clocks_disagree"}
    assert reading.relapse is not None
    assert reading.relapse.clocks["k3"].months == 37
    assert rows_after_a_relapse(case, reading.relapse)["L3"] is True


def test_row_20_treated_two_years_and_back_nine_months_later():
    case = a_relapse(
        date="2022-10-01", first_remission="2020-02-01", end_of_treatment="2022-01-01", on_treatment="no"
    )
    assert leans(read(case)) == {"k1": "sooner", "k2": "later", "k3": None, "k4": "between", "k5": "later"}
    assert read(case).flags == {"clocks_disagree"}


def test_row_21_exactly_eighteen_months():
    assert read(a_relapse(date="2021-07-01")).flags == {"on_the_line"}


def test_without_its_dates_a_clock_waits_and_no_row_is_a_no():
    case = a_relapse()
    reading = read(case)
    assert reading.relapse is not None
    assert all(clock.waits for clock in reading.relapse.clocks.values())
    rows = rows_after_a_relapse(case, reading.relapse)
    assert (rows["L1"], rows["L2"], rows["L3"], rows["L13"]) == (None, None, None, True)


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        (date(2023, 1, 31), 1, date(2023, 3, 1)),
        (date(2024, 1, 30), 1, date(2024, 3, 1)),
        (date(2024, 1, 29), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 3, 1)),
        (date(2023, 12, 31), 2, date(2024, 3, 1)),
        (date(2023, 10, 31), 1, date(2023, 12, 1)),
    ],
)
def test_a_day_that_does_not_exist_is_the_first_of_the_next_month(start, months, day):
    assert anniversary(start, months) == day
    assert between(start, day) == (months, 0)


def refractory(years: int, **changes: object) -> dict[str, Any]:
    return {
        "situation": "refractory",
        "lineage": "b_cell",
        "age_at_diagnosis": {"years": years},
        "wbc_at_diagnosis": {"value": 20, "unit": "10*9/L"},
        "cns_status": "cns1",
        "testicular_disease": "no",
        "genetics": NO_GENES,
        **changes,
    }


@pytest.mark.parametrize(
    ("case", "rows"),
    [
        (refractory(4, genetics={"bcr_abl1": "not_detected"}), (None, True, False)),  # row 17
        (refractory(8), (False, False, True)),  # row 18
        (refractory(4), (True, False, False)),
        (refractory(0), (False, False, False)),
        (refractory(4, lineage="t_cell"), (False, False, True)),
        (refractory(4, lineage="unknown"), (None, True, None)),
        (refractory(4, cns_status="not_done"), (None, True, False)),
    ],
)
def test_the_study_of_2012(case, rows):
    found = rows_after_induction(case)
    assert (found["E5"], found["E6"], found["E7"]) == rows
