"""The group in one line, the same wherever a clinician reads it: bar, result, lists."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.assessment import Assessment, Status, TeamGroup
from allcounsel.ui.screen_words import ScreenWords

_SHAPES = ("standard", "high", "very_high", "t_cell")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Words and shape. ``group`` empty: the ring of "no group yet"; ``closed``: nothing can change it."""

    text: str
    group: str
    closed: bool


def group_line(words: ScreenWords, assessment: Assessment) -> GroupLine:
    """What titles the page: the team's decision where there is one, else the published group."""
    team = assessment.team_group
    return decided_line(words, team, assessment.status) if team else computed_line(words, assessment)


def decided_line(words: ScreenWords, team: TeamGroup, status: Status) -> GroupLine:
    """The team's decision, named as that."""
    template = QCoreApplication.translate("GroupLine", "{group}, your team's decision")
    shape = team.group if team.group in _SHAPES else ""
    text = template.format(group=words.words.team_label(team))
    return GroupLine(text, shape, closed=status is Status.FINAL)


def line_while_wrong(words: ScreenWords, assessment: Assessment) -> GroupLine:
    """While something must be put right there is no result, so no published group; the team's stands."""
    if assessment.team_group is None and assessment.group:
        return GroupLine(words.words.group(None), "", closed=False)
    return group_line(words, assessment)


def computed_line(words: ScreenWords, assessment: Assessment) -> GroupLine:
    """The published group, whatever the team decided."""
    if not assessment.situation:
        return GroupLine(words.words.group(None), "", closed=False)
    return line_of(words, assessment.status, assessment.group or "")


def line_of(words: ScreenWords, status: Status, group: str) -> GroupLine:
    """The line for a status and a group, as they are kept with a saved case."""
    translate = QCoreApplication.translate
    if status is Status.NOT_APPLICABLE:
        return GroupLine(translate("GroupLine", "Relapse"), "", closed=False)
    if status is Status.OUT_OF_SCOPE:
        return GroupLine(words.status(status.value), "", closed=False)
    if not group:
        return GroupLine(words.words.group(None), "", closed=False)
    if status is Status.FINAL:
        return GroupLine(words.final_label(group), group, closed=True)
    return GroupLine(words.for_now_label(group), group, closed=False)
