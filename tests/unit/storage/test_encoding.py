from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allcounsel.storage.encoding import (
    answers_from_text,
    answers_to_text,
    moment_from_text,
    moment_to_text,
)

words = st.text(max_size=12)
plain = st.none() | st.booleans() | words | st.integers() | st.decimals(allow_nan=False, allow_infinity=False)
lists = st.lists(plain, max_size=3)
answers = st.dictionaries(
    words, plain | lists | st.dictionaries(words, plain | lists, max_size=4), max_size=5
)
zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001


@given(answers)
@example({"wbc": Decimal("49.95")})
@example({"wbc": Decimal("1E+2"), "mrd": Decimal("0E-7"), "n": Decimal("-0.0")})
@example({"label": "\ud800 \x00 \u2028 é", "deep": [[{"a": [{}]}]]})
def test_answers_come_back_as_they_were_and_are_written_in_one_way_only(case):
    text = answers_to_text(case)
    assert answers_from_text(text) == case
    assert answers_to_text(dict(reversed(case.items()))) == text
    assert answers_to_text(answers_from_text(text)) == text
    assert text.isascii()


@pytest.mark.parametrize(
    "typed", ["49.95", "0.0100", "50.0", "1E-7", "0.1", "12345678901234567890.123456789"]
)
def test_a_number_keeps_every_digit_as_typed(typed):
    text = answers_to_text({"n": Decimal(typed)})
    assert text == f'{{"n":{typed}}}'
    assert str(answers_from_text(text)["n"]) == typed


def test_a_binary_number_is_kept_as_it_is_shown():
    assert answers_from_text(answers_to_text({"n": 49.95})) == {"n": Decimal("49.95")}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
def test_what_is_no_number_is_not_stored(value):
    with pytest.raises((TypeError, ValueError)):
        answers_to_text({"n": value})


@pytest.mark.parametrize("value", [object(), {1: 2}, b"x", datetime(2026, 1, 1, tzinfo=UTC), {"a"}])
def test_what_no_case_file_can_hold_is_not_stored(value):
    with pytest.raises(TypeError):
        answers_to_text({"n": value})


@pytest.mark.parametrize("text", ["", "[]", "1", '{"n":NaN}', '{"n":-Infinity}', "{", '{"n":}'])
def test_a_text_that_is_no_case_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - any of them
        answers_from_text(text)


@given(moments, moments)
def test_moments_come_back_and_sort_as_texts(one, other):
    assert moment_from_text(moment_to_text(one)) == one
    assert (moment_to_text(one) < moment_to_text(other)) == (one < other)


def test_a_moment_without_a_zone_is_a_mistake():
    with pytest.raises(ValueError, match="zone"):
        moment_to_text(datetime(2026, 1, 1))  # noqa: DTZ001 - the point
    with pytest.raises(ValueError, match="zone"):
        moment_from_text("2026-01-01T00:00:00")
