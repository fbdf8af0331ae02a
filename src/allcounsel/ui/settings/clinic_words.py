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
    if problem.code == "rectal_temperature":
        return translate("Clinic", "The paper says to put no thermometer in the bottom. Name another place.")
    if problem.field == "logo":
        return _of_logo(problem)
    if problem.code.startswith("missing"):
        return translate("Clinic", "This is missing. Nothing is saved for families without it.")
    if problem.code == "not_a_country":
        return translate("Clinic", "Write the two letters of the country, such as GB.")
    if problem.code == "not_a_phone_number":
        return translate("Clinic", "A phone number has at least three figures.")
    message = problem.message.removeprefix(f"{problem.field}: ")
    return message[:1].upper() + message[1:]


def _of_logo(problem: Problem) -> str:
    translate = QCoreApplication.translate
    words = {
        "file_too_large": translate("Clinic", "This file is larger than 2 MB. Choose a smaller one."),
        "too_many_pixels": translate(
            "Clinic", "At most 4,000 pixels wide and high. Choose a smaller picture."
        ),
        "not_a_picture": translate("Clinic", "This is no PNG and no JPEG. No other kind can be printed."),
        "animated_picture": translate("Clinic", "This file holds more than one picture. Paper shows one."),
        "not_visible": translate("Clinic", "Nothing of this picture would be seen on white paper."),
        "damaged_picture": translate("Clinic", "This picture is damaged or not whole. Choose another file."),
    }
    return words.get(problem.code, translate("Clinic", "This file cannot be read. Choose another one."))
