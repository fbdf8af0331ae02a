"""Numbers as typed by hand: a mark that may part thousands is never taken for one that parts decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from allcounsel.services.answer_reading import two_readings, typed_number


def up_to(limit: int):
    return lambda number: 0 < number <= limit


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("60,000", ("60000", "60")),
        ("42.000", ("42000", "42")),
        (" 1,250 ", ("1250", "1.25")),
        ("1.234", ("1234", "1.2340")),
    ],
)
def test_a_number_that_can_be_read_in_two_ways_is_told(text, readings):
    found = two_readings(text, up_to(3_000_000))
    assert found == readings
    assert all(two_readings(each, up_to(3_000_000)) is None for each in found)
    assert [typed_number(each) for each in found] == [Decimal(each) for each in readings]


@pytest.mark.parametrize("text", ["60000", "60.5", "0,001", "49.95", "1.2345", "1234.567", "12,34", "", "x"])
def test_other_numbers_mean_one_thing(text):
    assert two_readings(text, up_to(3_000_000)) is None


def test_where_only_one_reading_is_possible_it_is_taken():
    assert two_readings("12.345", up_to(3_000)) is None
    assert two_readings("1.125", up_to(3)) is None
