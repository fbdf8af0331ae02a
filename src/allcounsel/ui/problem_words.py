"""What is wrong with an answer, in the words of the screen: what it is and what to do. By code, never by
path.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.errors import Problem
from allcounsel.ui.core_words import in_words


def problem_sentence(problem: Problem) -> str:
    """One sentence for one problem. A code without words here gets its message without the path."""
    words = _table().get(problem.code)
    if words:
        return words
    message = in_words(problem.message.removeprefix(f"{problem.field}: "))
    return message[:1].upper() + message[1:]


def refusal(problem: Problem) -> str:
    """Why a paper is not made, after the name of the field."""
    field = f"{problem.field}: "
    message = problem.message.removeprefix(field)
    return f"{field if message != problem.message else ''}{in_words(message)}"


def _table() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "missing_situation": translate(
            "Problems", "Choose the situation. It is the only answer that is needed."
        ),
        "must_be_chosen": translate("Problems", "Choose one of these. It is the only answer that is needed."),
        "not_a_date": translate("Problems", "This day is not in the calendar. Check day and month."),
        "date_in_future": translate("Problems", "This day lies in the future. Check the year."),
        "not_whole": translate("Problems", "Write a whole number."),
        "missing_definition": translate("Problems", "Say how your protocol defines a slow response."),
        "age_and_dates_disagree": translate("Problems", "The age and the dates do not agree."),
        "born_after_diagnosis": translate("Problems", "The birth date lies after the date of diagnosis."),
        "age_out_of_range": translate(
            "Problems", "The two dates give an age over 40 years. Check the years."
        ),
        "percent_zero": translate(
            "Problems", "0 is never measured. Choose “Not found below” and the test's limit."
        ),
        "dates_in_wrong_order": translate(
            "Problems", "This day lies before one that should be earlier. Check both."
        ),
        "contradiction": translate(
            "Problems", "Treatment ended before the relapse, so it was not on treatment."
        ),
        "too_long": translate("Problems", "This is too long. Shorten it a little."),
        "control_character": translate("Problems", "There is a character in this text that cannot be kept."),
    }
