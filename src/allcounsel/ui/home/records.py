"""Saved cases as rows of a list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.answers import Absent
from allcounsel.domain.assessment import Status, TeamGroup
from allcounsel.domain.case import SITUATION
from allcounsel.services.ports import CaseRecord
from allcounsel.ui.group_line import GroupLine, decided_line, line_of
from allcounsel.ui.look import Look
from allcounsel.ui.parts.row_button import RowButton
from allcounsel.ui.screen_words import ScreenWords

_ABSENT = {absent.value for absent in Absent}


def record_line(words: ScreenWords, record: CaseRecord) -> GroupLine:
    """The group as it was when the case was last saved; none before the situation is chosen."""
    if not record.situation:
        return GroupLine(words.words.group(None), "", closed=False)
    team = _team_of(record.answers)
    status = Status(record.status)
    return decided_line(words, team, status) if team else line_of(words, status, record.group or "")


def _team_of(answers: Mapping[str, object]) -> TeamGroup | None:
    """What the team decided, as it was saved."""
    saved = answers.get("team_group")
    group = saved.get("group") if isinstance(saved, Mapping) else None
    if not isinstance(saved, Mapping) or not isinstance(group, str) or group in _ABSENT:
        return None
    return TeamGroup(group, str(saved.get("protocol", "")), "")


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
