"""Two dates give an age that nobody typed, follow each other, and write over none that somebody typed."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from allcounsel.domain.answers import Absent, Age
from allcounsel.domain.case import AGE, BIRTH, DIAGNOSIS, Case
from allcounsel.domain.feature import Limits
from allcounsel.services.age_by_dates import BirthDate

LIMITS = Limits(at_least=0, at_most=40)
TODAY = date(2026, 11, 22)
BORN, DIAGNOSED = date(2020, 1, 1), date(2026, 5, 1)


def diagnosed(day=DIAGNOSED, age=None):
    return Case().with_answer(DIAGNOSIS, day).with_answer(AGE, age)


def given(birth, case):
    """The case after its dates have said what they say, and what is wrong then."""
    case, birth = birth.give_age(case, LIMITS)
    return (
        case.answers.get(AGE),
        [problem.field for problem in birth.problems(case, LIMITS, TODAY)],
        birth.gave_age,
    )


@pytest.mark.parametrize(
    ("typed", "stays", "wrong", "gave"),
    [
        (None, Age(6, 4), [], True),
        (Absent.UNKNOWN, Age(6, 4), [], True),
        (Absent.PENDING, Age(6, 4), [], True),
        (Age(6, 4), Age(6, 4), [], False),
        (Age(6), Age(6), [], False),
        (Age(6, 3), Age(6, 3), [BIRTH, AGE], False),
        (Age(4), Age(4), [BIRTH, AGE], False),
    ],
)
def test_two_dates_fill_an_age_that_is_not_there_and_leave_one_that_is(typed, stays, wrong, gave):
    assert given(BirthDate(BORN), diagnosed(age=typed)) == (stays, wrong, gave)


def test_an_age_that_the_dates_gave_follows_them_and_goes_with_them():
    case, birth = BirthDate(BORN).give_age(diagnosed(), LIMITS)
    later = case.with_answer(DIAGNOSIS, date(2026, 6, 1))
    assert given(birth, later) == (Age(6, 5), [], True)
    assert given(birth, case.with_answer(DIAGNOSIS, None)) == (None, [], False)
    assert given(birth, case.with_answer(DIAGNOSIS, date(2019, 1, 1))) == (None, [BIRTH], False)


def test_a_birth_date_alone_waits_and_speaks_only_where_no_diagnosis_could_fit_the_age():
    birth = BirthDate(BORN)
    assert birth.waits(Case())
    assert birth.waits(diagnosed(Absent.PENDING))
    assert not birth.waits(diagnosed())
    assert not BirthDate().waits(Case())
    assert given(birth, Case().with_answer(AGE, Age(6))) == (Age(6), [], False)
    assert given(birth, Case().with_answer(AGE, Age(7))) == (Age(7), [BIRTH, AGE], False)


@pytest.mark.parametrize(
    ("born", "code"), [(date(2026, 5, 2), "born_after_diagnosis"), (date(1980, 1, 1), "age_out_of_range")]
)
def test_dates_that_give_no_possible_age_are_named_at_the_birth_date(born, code):
    birth = BirthDate(born)
    assert birth.counted(diagnosed(), LIMITS) is None
    assert [(problem.field, problem.code) for problem in birth.problems(diagnosed(), LIMITS, TODAY)] == [
        (BIRTH, code)
    ]


@pytest.mark.parametrize("order", list(permutations(("birth", "age", "diagnosis"))), ids="-".join)
@pytest.mark.parametrize("age", [Age(6), Age(6, 4), Age(4)])
def test_the_order_in_which_the_three_are_typed_changes_nothing(order, age):
    case, birth = Case(), BirthDate()
    for step in order:
        if step == "birth":
            birth = BirthDate(BORN, birth.gave_age)
        elif step == "diagnosis":
            case = case.with_answer(DIAGNOSIS, DIAGNOSED)
        else:
            case, birth = case.with_answer(AGE, age), BirthDate(birth.day)
        case, birth = birth.give_age(case, LIMITS)
    assert case.get(AGE) == age
    assert bool(birth.problems(case, LIMITS, TODAY)) is (age == Age(4))
