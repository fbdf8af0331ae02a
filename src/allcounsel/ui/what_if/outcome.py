"""One outcome beside another: the group, and what of the road and the special groups differs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from allcounsel.domain.assessment import Assessment, NodeStyle, Status
from allcounsel.services.what_if import RoadChange, road_changes
from allcounsel.ui.group_line import computed_line, group_line
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.icons import GroupMark
from allcounsel.ui.parts.words import Text
from allcounsel.ui.wizard.fields.base import Tools

_SHAPE = 48


class OutcomeCard(Card):
    """Says it in words; its accessible name says all of it."""

    def __init__(self, tools: Tools, title: str) -> None:
        super().__init__(tools.look, padding=(20, 14))
        self._tools = tools
        self._title = title
        self.column.addWidget(Text(tools.look, title, "small_strong", "ink2"))
        level = QHBoxLayout()
        level.setSpacing(16)
        self.mark = GroupMark(tools.look, _SHAPE)
        level.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.group = Text(tools.look, "", "h1")
        level.addWidget(self.group, 1)
        self.column.addLayout(level)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.column.addLayout(self._lines)
        self.said: tuple[str, ...] = ()

    def show_outcome(self, assessment: Assessment, now: Assessment) -> None:
        """Show ``assessment``, and in which ways it is another one than ``now``."""
        line = group_line(self._tools.words, assessment)
        text = line.text if assessment == now else self._only_tried(assessment, line.text)
        self.group.setText(text)
        self.mark.show_group(line.group, closed=line.closed)
        self.said = tuple(self._differences(assessment, now))
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words in self.said:
            self._lines.addWidget(Text(self._tools.look, words, "body"))
        self.setAccessibleName(". ".join([f"{self._title}: {text}", *self.said]))

    def _only_tried(self, assessment: Assessment, text: str) -> str:
        """Nothing is final that is only tried out."""
        computed = assessment.team_group is None and assessment.group
        final = assessment.status is Status.FINAL
        return self._tools.words.words.group(assessment.group) if computed and final else text

    def _differences(self, assessment: Assessment, now: Assessment) -> list[str]:
        words = self._tools.words.words
        if assessment == now:
            return [words.special(name) for name in now.special_groups]
        specials = set(assessment.special_groups) ^ set(now.special_groups)
        said = [words.special(name) for name in assessment.special_groups if name in specials]
        said += [words.flag(flag) for flag in assessment.flags if flag not in now.flags]
        said += self._of_group(assessment, now)
        said += [self._of_road(change) for change in road_changes(now, assessment)]
        return said or [self.tr("The same group and the same road.")]

    def _of_group(self, assessment: Assessment, now: Assessment) -> list[str]:
        """The published group beside the team's, or whether that group could still change."""
        said = []
        if assessment.team_group and assessment.group != now.group:
            group = computed_line(self._tools.words, assessment).text
            said.append(self.tr("Published group: {group}").format(group=group))
        elif assessment.group and assessment.status is Status.FINAL and now.status is not Status.FINAL:
            said.append(self.tr("No other open result would change this group."))
        return said

    def _of_road(self, change: RoadChange) -> str:
        said = {
            None: self.tr("Not on that road: {step}"),
            NodeStyle.SOLID: self.tr("On that road: {step}"),
            NodeStyle.DASHED: self.tr("On that road, may be part: {step}"),
            NodeStyle.PENDING: self.tr("On that road, waiting for a result: {step}"),
        }
        return said[change.style].format(step=self._tools.words.step(change.node))
