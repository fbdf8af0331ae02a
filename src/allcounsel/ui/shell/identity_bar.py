"""The bar at the top, the same on every page: which child this is, the group for now, and which content is
used.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.answers import Age
from allcounsel.domain.case import AGE, LABEL, SITUATION, Case
from allcounsel.domain.rule import ReleaseInfo
from allcounsel.ui.group_line import GroupLine
from allcounsel.ui.look import Look
from allcounsel.ui.parts.bars import Bar, Tag
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.icons import GroupMark
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import ScreenWords

MARK = 24


class _Divider(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(1, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour("line"))


def _small(words: str) -> str:
    """Inside a line, words begin small."""
    return words[:1].lower() + words[1:]


class IdentityBar(Bar):
    """Says "No child is open" when none is."""

    home_wanted = Signal()

    def __init__(self, look: Look, words: ScreenWords, info: ReleaseInfo, *, practice: bool) -> None:
        super().__init__(look, line_at_top=False)
        self._words = words
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(16)
        self.practice = Tag(look, self.tr("Practice"), dashed=True)
        if not practice:
            self.practice.hide()
        self.name = Text(look, "", "h3").on_one_line()
        self.about = Text(look, "", "body", "ink2")
        self._divider = _Divider(look)
        self.mark = GroupMark(look, MARK)
        self.group = Text(look, "", "strong")
        self.home = Button(look, self.tr("Home"), icon="home")
        self.home.clicked.connect(self.home_wanted)
        row.addWidget(self.practice)
        row.addWidget(self.name)
        row.addWidget(self.about)
        row.addWidget(self._divider)
        row.addWidget(self.mark)
        row.addWidget(self.group)
        row.addStretch(1)
        row.addWidget(self._content(info))
        row.addWidget(self.home)
        self._centre()

        look.changed.connect(self._wrap)
        self._wrap()

    def _wrap(self) -> None:
        """Large words may take two lines."""
        for text in (self.about, self.group):
            text.setWordWrap(self.look.stacked)
            self._row.setStretchFactor(text, 3 if self.look.stacked else 0)

    def _centre(self) -> None:
        for text in (self.name, self.about, self.group):
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _content(self, info: ReleaseInfo) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        version = self.tr("Content {version}").format(version=info.version)
        checked = self.tr("checked {day}").format(day=self._words.words.day(info.checked))
        for words in (version, checked):
            text = Text(self.look, words, "caption", "ink2").on_one_line()
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(text)
        column.addStretch(1)
        return content

    def show_case(self, case: Case, line: GroupLine) -> None:
        """The child that is open."""
        self.name.setText(case.text(LABEL) or self.tr("No id yet"))
        age = case.get(AGE)
        facts = [self._words.words.age(age)] if isinstance(age, Age) else []
        if case.situation:
            facts.append(_small(self._words.words.option(SITUATION, case.situation)))
        self.about.setText("  ·  ".join(facts))
        self.group.setText(line.text)
        self.mark.show_group(line.group, closed=line.closed)
        self._show_child(open_now=True)

    def show_none(self, title: str) -> None:
        """A page without a child."""
        self.name.setText(title)
        self.about.setText(self.tr("No child is open"))
        self._show_child(open_now=False)

    def _show_child(self, *, open_now: bool) -> None:
        for widget in (self._divider, self.mark, self.group):
            widget.setVisible(open_now)
