"""One outcome beside another: the group, and what of the road and the special groups differs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from allcounsel.domain.assessment import Assessment
from allcounsel.services.what_if import RoadChange, road_changes
from allcounsel.ui.group_line import group_line
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
        self.group.setText(line.text)
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
        self.setAccessibleName(". ".join([f"{self._title}: {line.text}", *self.said]))

    def _differences(self, assessment: Assessment, now: Assessment) -> list[str]:
        words = self._tools.words.words
        if assessment == now:
            return [words.special(name) for name in now.special_groups]
        specials = set(assessment.special_groups) ^ set(now.special_groups)
        said = [words.special(name) for name in assessment.special_groups if name in specials]
        said += [words.flag(flag) for flag in assessment.flags if flag not in now.flags]
        said += [self._of_road(change) for change in road_changes(now, assessment)]
        return said or [self.tr("The same group and the same road.")]

    def _of_road(self, change: RoadChange) -> str:
        title = self._tools.words.step(change.node)
        if not change.comes:
            return self.tr("No longer on the road: {step}").format(step=title)
        if change.may:
            return self.tr("On the road, may be part: {step}").format(step=title)
        return self.tr("On the road: {step}").format(step=title)
