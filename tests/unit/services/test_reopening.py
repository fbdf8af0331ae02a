"""A saved case is read again as it was: a contradiction, a gap, an older limit are no reason to refuse it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from allcounsel.domain.answers import Absent, Age, WhiteCount
from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.domain.ids import FeatureId
from allcounsel.services.case_file import read_case, reopen_case, write_case
from helpers.shipped import release

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def dictionary():
    return release().dictionary


def reopened(document, dictionary):
    """The answers and expected days, after the case was also written and read a second time."""
    case = reopen_case(document, dictionary)
    assert reopen_case(write_case(case, dictionary), dictionary) == case
    return dict(case.answers), dict(case.expected)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({"situation": "first_treatment", "slow_response": "yes"}, "missing_definition"),
        (
            {
                "situation": "first_treatment",
                "date_of_diagnosis": "2026-05-01",
                "start_of_treatment": "2026-04-01",
            },
            "dates_in_wrong_order",
        ),
        (
            {
                "situation": "relapse",
                "relapse": {"date": "2026-05-01", "end_of_treatment": "2026-04-01", "on_treatment": "yes"},
            },
            "contradiction",
        ),
        ({"label": "A-17"}, "missing_situation"),
        ({"situation": "first_treatment", "date_of_diagnosis": "2031-01-01"}, "date_in_future"),
        ({"situation": "first_treatment", "age_at_diagnosis": {"years": 44}}, "out_of_range"),
    ],
)
def test_what_a_case_file_is_refused_for_is_read_again_from_the_store(dictionary, document, code):
    assert code in {problem.code for problem in read_case(document, dictionary, TODAY).problems}
    reopened(document, dictionary)


def test_every_answer_comes_back(dictionary):
    document = {
        "format": "allcounsel-case/1",
        "age_at_diagnosis": {"years": 44},
        "wbc_at_diagnosis": {"value": 5000, "unit": "10*9/L"},
        "genetics": {"bcr_abl1": "pending"},
        "expected": {"genetics.bcr_abl1": "2031-01-01"},
    }
    answers = {
        FeatureId("age_at_diagnosis"): Age(44),
        FeatureId("wbc_at_diagnosis"): WhiteCount(Decimal(5000), "10*9/L"),
        FeatureId("genetics.bcr_abl1"): Absent.PENDING,
    }
    expected = {FeatureId("genetics.bcr_abl1"): date(2031, 1, 1)}
    assert reopened(document, dictionary) == (answers, expected)


@pytest.mark.parametrize(
    ("document", "named"),
    [
        ({"situation": "first_treatment", "genetics": {"xyz1": "detected"}}, "genetics.xyz1"),
        ({"lineage": "k_cell"}, "lineage"),
        ({"format": "allcounsel-case/2"}, "format"),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, "a, b, c, …"),
    ],
)
def test_what_is_no_answer_here_is_named_by_its_question_and_never_by_its_value(dictionary, document, named):
    with pytest.raises(KnownError) as told:
        reopen_case(document, dictionary)
    assert told.value.code is ErrorCode.CASE_NOT_READABLE
    assert told.value.facts == {"what": named}
