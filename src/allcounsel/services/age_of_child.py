"""How old the child is to whom a page of the handout speaks: at diagnosis, or at the relapse it is about."""

from __future__ import annotations

from datetime import date

from allcounsel.domain.answers import Age
from allcounsel.domain.calendar import span
from allcounsel.domain.case import AGE, DIAGNOSIS, Case
from allcounsel.domain.ids import FeatureId

AGE_OF_CHILD = "child.age"
"""The fact that the conditions of sentences look at."""

_RELAPSE = FeatureId("relapse.date")


def age_of_child(case: Case) -> int | None:
    """Whole years, counted from the least that the age at diagnosis can be; None where it cannot be told.

    After a relapse the age at diagnosis alone says nothing of the age today: both days have to be known.
    """
    age, diagnosis, relapse = case.get(AGE), case.get(DIAGNOSIS), case.get(_RELAPSE)
    if not isinstance(age, Age):
        return None
    if case.situation != "relapse":
        return age.years
    if not (isinstance(diagnosis, date) and isinstance(relapse, date)) or relapse < diagnosis:
        return None
    return (age.years * 12 + (age.months or 0) + span(diagnosis, relapse).months) // 12
