"""What is said beside the birth date and the age: where one gives the other, and where they do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.answers import Age
from allcounsel.domain.case import AGE, BIRTH
from allcounsel.domain.ids import FeatureId
from allcounsel.services.age_by_dates import AGE_DISAGREES
from allcounsel.services.words import Words
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.wizard.row_notices import Remark


def age_remarks(feature_id: FeatureId, model: CaseModel, words: Words) -> Iterator[Remark]:
    """The remarks at one question; none but at these two."""
    if feature_id == BIRTH:
        yield from _at_birth(model, words)
    elif feature_id == AGE:
        yield from _at_age(model, words)


def _at_birth(model: CaseModel, words: Words) -> Iterator[Remark]:
    translate = QCoreApplication.translate
    counted = model.counted_age
    if model.birth_waits and isinstance(model.case.get(AGE), Age):
        yield Remark("know", translate("AgeRemarks", "Not saved, and not needed: the age below counts."))
    elif model.birth_waits:
        yield Remark(
            "know",
            translate(
                "AgeRemarks",
                "Not saved: a birth date only gives the age. Add the date of diagnosis, or write the age"
                " instead.",
            ),
        )
    elif counted is not None and model.birth_in_view is None:
        said = translate("AgeRemarks", "The two dates give {age}. The birth date itself is never saved.")
        yield Remark("know", said.format(age=words.age(counted)))


def _at_age(model: CaseModel, words: Words) -> Iterator[Remark]:
    translate = QCoreApplication.translate
    counted = model.counted_age
    disagrees = any(problem.code == AGE_DISAGREES for problem in model.problems_of(AGE))
    if counted is not None and (disagrees or not isinstance(model.case.get(AGE), Age)):
        said = translate("AgeRemarks", "The two dates give {age}.").format(age=words.age(counted))
        take = translate("AgeRemarks", "Take {age}").format(age=words.age(counted))
        yield Remark("know", said, take, model.take_counted_age)
    if model.age_may_be_old:
        said = translate(
            "AgeRemarks", "The date of diagnosis changed. Please check that this age still fits."
        )
        yield Remark("check", said, translate("AgeRemarks", "The age is right"), model.keep_age)
