"""What is wrong with an answer, in the words of the screen: what it is and what to do. By code, never by
path.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from allcounsel.domain.errors import Problem

_HOLE = re.compile(r"\\\{(\w+)\\\}")

MESSAGES = (
    QT_TRANSLATE_NOOP("Refusals", "age at diagnosis is from 0 to 40 years."),
    QT_TRANSLATE_NOOP("Refusals", "months are from 0 to 11."),
    QT_TRANSLATE_NOOP("Refusals", "a white count is above 0."),
    QT_TRANSLATE_NOOP("Refusals", "that is above what is possible (3,000 x 10*9/L)."),
    QT_TRANSLATE_NOOP(
        "Refusals", "that is above what is possible (3,000 x 10*9/L). Did you mean {value} /uL?"
    ),
    QT_TRANSLATE_NOOP("Refusals", "MRD is from 0 to 100 percent."),
    QT_TRANSLATE_NOOP("Refusals", "not 0: use below, with the limit of the test."),
    QT_TRANSLATE_NOOP("Refusals", "this number is beyond anything possible."),
    QT_TRANSLATE_NOOP("Refusals", "from {low} to {high}."),
    QT_TRANSLATE_NOOP("Refusals", "'{sign}' ({name}) cannot be printed; please write it in another way."),
    QT_TRANSLATE_NOOP("Refusals", "T-cell ALL is never called standard risk; use other, with a name."),
    QT_TRANSLATE_NOOP("Refusals", "T-cell ALL is never called standard risk."),
    QT_TRANSLATE_NOOP("Refusals", "the team says T-cell; enter the cell type as T-cell first."),
    QT_TRANSLATE_NOOP("Refusals", "{medicine} is aimed at B cells, and this is T-cell ALL."),
    QT_TRANSLATE_NOOP(
        "Refusals", "this can title the paper, and families are never told {what}; write it another way."
    ),
    QT_TRANSLATE_NOOP("Refusals", "at most {most} characters can title the paper, not {long}."),
)
"""What the core says of an answer or of a paper and a clinician can meet here, with its holes."""


def problem_sentence(problem: Problem) -> str:
    """One sentence for one problem. A code without words here gets its message without the path."""
    words = _table().get(problem.code)
    if words:
        return words
    message = _said(problem.message.removeprefix(f"{problem.field}: "))
    return message[:1].upper() + message[1:]


def refusal(problem: Problem) -> str:
    """Why a paper is not made, after the name of the field."""
    field = f"{problem.field}: "
    message = problem.message.removeprefix(field)
    return f"{field if message != problem.message else ''}{_said(message)}"


def _said(message: str) -> str:
    """A sentence of the core in the language of the program; one that is not known here stays as it is."""
    for known in map(str, MESSAGES):
        found = re.fullmatch(_HOLE.sub(r"(?P<\1>.+?)", re.escape(known)), message)
        if found:
            return QCoreApplication.translate("Refusals", known).format(**found.groupdict())
    return message


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
