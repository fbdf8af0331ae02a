"""The age at diagnosis by two dates: a birth date gives it, is never part of a case, and never writes over an
age that somebody typed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from allcounsel.domain.answers import Age
from allcounsel.domain.calendar import span
from allcounsel.domain.case import AGE, BIRTH, DIAGNOSIS, Case
from allcounsel.domain.errors import Problem
from allcounsel.domain.feature import Limits

AGE_DISAGREES = "age_and_dates_disagree"


def age_between(birth: date, diagnosis: date) -> Age:
    """Age in whole calendar years and months; ValueError when the diagnosis lies before the birth."""
    years, months = divmod(span(birth, diagnosis).months, 12)
    return Age(years, months)


def same_age(given: Age, counted: Age) -> bool:
    """Whether an age, perhaps without its months, is the one that two dates give."""
    return given.years == counted.years and given.months in (None, counted.months)


def older_than_today(given: Age, birth: date, today: date) -> bool:
    """Whether an age at diagnosis is more than the child's age today."""
    return given.years > age_between(birth, today).years


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A birth date while a consultation is open; nothing keeps it.

    ``gave_age``: the age in the case was counted from it and nobody typed another; so it follows the dates.
    """

    day: date | None = None
    gave_age: bool = False

    def waits(self, case: Case) -> bool:
        """Whether it gives no age yet, for want of the day of diagnosis."""
        return self.day is not None and not isinstance(case.get(DIAGNOSIS), date)

    def counted(self, case: Case, limits: Limits) -> Age | None:
        """The age that the two dates give; None where they give none that is possible."""
        diagnosis = case.get(DIAGNOSIS)
        if self.day is None or not isinstance(diagnosis, date) or self.day > diagnosis:
            return None
        age = age_between(self.day, diagnosis)
        return age if limits.allow(Decimal(age.years)) else None

    def problems(self, case: Case, limits: Limits, today: date) -> tuple[Problem, ...]:
        """What the two dates say against each other, or against the age that stands there."""
        if self.day is None:
            return ()
        diagnosis, given = case.get(DIAGNOSIS), case.get(AGE)
        if not isinstance(diagnosis, date):
            too_old = isinstance(given, Age) and older_than_today(given, self.day, today)
            return _disagree("the age and the date of birth do not agree.") if too_old else ()
        if self.day > diagnosis:
            return (Problem(BIRTH, "born_after_diagnosis", f"{DIAGNOSIS}: this day lies before {BIRTH}."),)
        counted = self.counted(case, limits)
        if counted is None:
            return (Problem(BIRTH, "age_out_of_range", "age at diagnosis is from 0 to 40 years."),)
        if isinstance(given, Age) and not same_age(given, counted):
            return _disagree("the age and the two dates do not agree.")
        return ()

    def give_age(self, case: Case, limits: Limits) -> tuple[Case, BirthDate]:
        """The case with the age by the dates, where nobody typed one; what they gave goes with them."""
        counted = self.counted(case, limits)
        if isinstance(case.get(AGE), Age) and not self.gave_age:
            return case, self
        if counted is not None:
            return case.with_answer(AGE, counted).with_expected(AGE, None), replace(self, gave_age=True)
        return (case.with_answer(AGE, None) if self.gave_age else case), replace(self, gave_age=False)


def _disagree(message: str) -> tuple[Problem, ...]:
    return tuple(Problem(field, AGE_DISAGREES, f"{field}: {message}") for field in (BIRTH, AGE))
