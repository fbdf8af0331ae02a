"""Saved cases as rows of a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.assessment import Status
from allcounsel.domain.case import SITUATION
from allcounsel.services.ports import CaseRecord
from allcounsel.ui.group_line import GroupLine, line_of
from allcounsel.ui.look import Look
from allcounsel.ui.parts.row_button import RowButton
from allcounsel.ui.screen_words import ScreenWords


def record_line(words: ScreenWords, record: CaseRecord) -> GroupLine:
    """The group as it was when the case was last saved; none before the situation is chosen."""
    if not record.situation:
        return GroupLine(words.words.group(None), "", closed=False)
    return line_of(words, Status(record.status), record.group or "")


def record_row(look: Look, words: ScreenWords, record: CaseRecord) -> RowButton:
    """Label, situation and group, and when it was saved."""
    line = record_line(words, record)
    situation = (
        words.words.option(SITUATION, record.situation)
        if record.situation
        else QCoreApplication.translate("Records", "Situation not chosen yet")
    )
    saved = words.words.day(record.saved_at.date())
    row = RowButton(look, record.label or "–", f"{situation} · {line.text}", saved, line)
    row.setObjectName(f"case-{record.id}")
    return row
