"""Sentences of the core, which knows no window and speaks English, in the language of the program."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_HOLE = re.compile(r"\\\{(\w+)\\\}")

REFUSALS = (
    QT_TRANSLATE_NOOP("Core", "age at diagnosis is from 0 to 40 years."),
    QT_TRANSLATE_NOOP("Core", "months are from 0 to 11."),
    QT_TRANSLATE_NOOP("Core", "a white count is above 0."),
    QT_TRANSLATE_NOOP("Core", "that is above what is possible (3,000 x 10*9/L)."),
    QT_TRANSLATE_NOOP("Core", "that is above what is possible (3,000 x 10*9/L). Did you mean {value} /uL?"),
    QT_TRANSLATE_NOOP("Core", "MRD is from 0 to 100 percent."),
    QT_TRANSLATE_NOOP("Core", "not 0: use below, with the limit of the test."),
    QT_TRANSLATE_NOOP("Core", "this number is beyond anything possible."),
    QT_TRANSLATE_NOOP("Core", "from {low} to {high}."),
    QT_TRANSLATE_NOOP("Core", "'{sign}' ({name}) cannot be printed; please write it in another way."),
    QT_TRANSLATE_NOOP("Core", "T-cell ALL is never called standard risk; use other, with a name."),
    QT_TRANSLATE_NOOP("Core", "T-cell ALL is never called standard risk."),
    QT_TRANSLATE_NOOP("Core", "the team says T-cell; enter the cell type as T-cell first."),
    QT_TRANSLATE_NOOP("Core", "{medicine} is aimed at B cells, and this is T-cell ALL."),
    QT_TRANSLATE_NOOP(
        "Core", "this can title the paper, and families are never told {what}; write it another way."
    ),
    QT_TRANSLATE_NOOP("Core", "at most {most} characters can title the paper, not {long}."),
)
"""What is wrong with an answer, or why a paper is not made, as far as a clinician can meet it."""

NO_NUMBERS = (
    QT_TRANSLATE_NOOP("Core", "the family has not asked for numbers"),
    QT_TRANSLATE_NOOP("Core", "numbers are for first treatment only"),
    QT_TRANSLATE_NOOP("Core", "the group is not final"),
    QT_TRANSLATE_NOOP("Core", "numbers are for the standard and high groups only"),
    QT_TRANSLATE_NOOP("Core", "the child belongs to a special group"),
    QT_TRANSLATE_NOOP("Core", "an open answer could bring a special group"),
    QT_TRANSLATE_NOOP("Core", "many teams plan stronger treatment"),
    QT_TRANSLATE_NOOP("Core", "an open answer could mean that many teams plan stronger treatment"),
    QT_TRANSLATE_NOOP("Core", "the team decided on another group"),
    QT_TRANSLATE_NOOP("Core", "the number is for children under 15"),
)
"""Why no figure is on the paper (``services.numbers``)."""

BANDS = (
    QT_TRANSLATE_NOOP("Core", "exactly {n} months"),
    QT_TRANSLATE_NOOP("Core", "under 18 months"),
    QT_TRANSLATE_NOOP("Core", "over 18 months"),
    QT_TRANSLATE_NOOP("Core", "18 to 36 months"),
    QT_TRANSLATE_NOOP("Core", "over 36 months"),
    QT_TRANSLATE_NOOP("Core", "on treatment"),
    QT_TRANSLATE_NOOP("Core", "up to 6 months after treatment"),
    QT_TRANSLATE_NOOP("Core", "more than 6 months after treatment"),
    QT_TRANSLATE_NOOP("Core", "3 years or more"),
    QT_TRANSLATE_NOOP("Core", "under 6 months after treatment"),
    QT_TRANSLATE_NOOP("Core", "6 months to 3 years after treatment"),
    QT_TRANSLATE_NOOP("Core", "under 18 months from diagnosis"),
    QT_TRANSLATE_NOOP("Core", "18 months or more from diagnosis, on treatment or within 6 months after it"),
)
"""Where a time to a relapse falls (``domain.relapse``)."""

SCORES = (
    QT_TRANSLATE_NOOP("Core", "CCI-informed"),
    QT_TRANSLATE_NOOP("Core", "PEMAT-informed, understanding"),
    QT_TRANSLATE_NOOP("Core", "PEMAT-informed, acting"),
)
"""Checklists for a paper (``services.quality``)."""

KNOWN = tuple(map(str, (*REFUSALS, *NO_NUMBERS, *BANDS, *SCORES)))


def in_words(sentence: str) -> str:
    """The sentence in the language of the program; one that is not known here stays as it is."""
    for known in KNOWN:
        found = re.fullmatch(_HOLE.sub(r"(?P<\1>.+?)", re.escape(known)), sentence)
        if found:
            return QCoreApplication.translate("Core", known).format(**found.groupdict())
    return sentence
