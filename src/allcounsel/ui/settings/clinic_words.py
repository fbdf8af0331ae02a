"""What is wrong with the clinic's block, in the words of the screen, by the field where it is put right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.errors import Problem

_PLACES = {"fever_threshold": "fever_threshold.value", "fever_threshold.unit": "fever_threshold.value"}


def problem_words(problems: Iterable[Problem]) -> dict[str, str]:
    """The first problem of each field in words."""
    said: dict[str, str] = {}
    for problem in problems:
        said.setdefault(_PLACES.get(problem.field, problem.field), _sentence(problem))
    return said


def _sentence(problem: Problem) -> str:
    translate = QCoreApplication.translate
    if problem.code == "missing_unit":
        return translate("Clinic", "Choose °C or °F.")
    if problem.code == "out_of_range":
        return translate("Clinic", "From 37.5 to 38.5 °C. A higher threshold is not printed.")
    if problem.code.startswith("missing"):
        return translate("Clinic", "This is missing. Nothing is saved for families without it.")
    if problem.code == "not_a_country":
        return translate("Clinic", "Write the two letters of the country, such as GB.")
    if problem.code == "not_a_phone_number":
        return translate("Clinic", "A phone number has figures in it.")
    message = problem.message.removeprefix(f"{problem.field}: ")
    return message[:1].upper() + message[1:]
