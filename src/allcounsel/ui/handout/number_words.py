"""Why no figure is on the paper, in the words of the screen; ``services.numbers`` decides."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

REASONS = (
    QT_TRANSLATE_NOOP("NoNumbers", "the family has not asked for numbers"),
    QT_TRANSLATE_NOOP("NoNumbers", "numbers are for first treatment only"),
    QT_TRANSLATE_NOOP("NoNumbers", "the group is not final"),
    QT_TRANSLATE_NOOP("NoNumbers", "numbers are for the standard and high groups only"),
    QT_TRANSLATE_NOOP("NoNumbers", "the child belongs to a special group"),
    QT_TRANSLATE_NOOP("NoNumbers", "an open answer could bring a special group"),
    QT_TRANSLATE_NOOP("NoNumbers", "many teams plan stronger treatment"),
    QT_TRANSLATE_NOOP("NoNumbers", "an open answer could mean that many teams plan stronger treatment"),
    QT_TRANSLATE_NOOP("NoNumbers", "the team decided on another group"),
    QT_TRANSLATE_NOOP("NoNumbers", "the number is for children under 15"),
)
"""Every reason there is; a test compares."""


def in_words(reason: str) -> str:
    """One reason in the language of the program."""
    return QCoreApplication.translate("NoNumbers", reason)
