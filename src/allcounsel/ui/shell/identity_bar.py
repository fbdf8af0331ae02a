"""The bar at the top, the same on every page: which child this is, the group for now, and which content is
used.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.answers import Age
from allcounsel.domain.case import AGE, LABEL, SITUATION, Case
from allcounsel.domain.rule import ReleaseInfo
from allcounsel.ui.group_line import GroupLine
from allcounsel.ui.look import Look
from allcounsel.ui.parts.bars import Bar, Tag
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.check_first import CheckFirst
from allcounsel.ui.parts.icons import GroupMark
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import ScreenWords

MARK = 24
_EDGE, _GAP = 24, 16
_LEAST_WIDTH = 600

_Lines = tuple[tuple[list[QWidget], list[QWidget]], tuple[list[QWidget], list[QWidget]]]
"""Two lines: what stands at the left of each, and at the right."""


class _Divider(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(1, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour("line"))


def _small(words: str) -> str:
    """Inside a line, words begin small."""
    return words[:1].lower() + words[1:]


class IdentityBar(Bar):
    """Says "No child is open" when none is. In one line where there is room, else in two."""

    home_wanted = Signal()
    family_wanted = Signal()
    check_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, look: Look, words: ScreenWords, info: ReleaseInfo, *, practice: bool) -> None:
        super().__init__(look, line_at_top=False)
        self._words = words
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 6, _EDGE, 6)
        column.setSpacing(4)
        self._lines = (QHBoxLayout(), QHBoxLayout())
        for line in self._lines:
            line.setSpacing(_GAP)
            column.addLayout(line)
        self._arranged: tuple[int, bool] | None = None
        self.is_open = False
        self.practice = Tag(look, self.tr("Practice"), dashed=True)
        if not practice:
            self.practice.hide()
        self.name = Text(look, "", "h3").on_one_line()
        self.about = Text(look, "", "body", "ink2")
        self._divider = _Divider(look, self)
        self.check = CheckFirst(look)
        self.check.clicked.connect(self.check_wanted)
        self.mark = GroupMark(look, MARK)
        self.group = Text(look, "", "strong")
        self.family = Button(look, self.tr("Family view"), key="F5")
        self.family.clicked.connect(self.family_wanted)
        self.lock = Button(look, "", icon="lock")
        self.lock.setAccessibleName(self.tr("Lock"))
        self.lock.setToolTip(self.tr("Lock (F12)"))
        self.lock.clicked.connect(self.lock_wanted)
        self.home = Button(look, self.tr("Home"), icon="home")
        self.home.clicked.connect(self.home_wanted)
        self._version = self._content(info)
        for text in (self.name, self.about, self.group):
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._arrange)
        self._show_child(open_now=False)

    # ---- in one line or two
    def _arrange(self) -> None:
        """The child, the group and the content in one line, or the group in a line of its own."""
        child: list[QWidget] = [self.practice, self.name, self.about]
        group: list[QWidget] = [self.check, self.mark, self.group]
        buttons: list[QWidget] = [self.family, self.lock, self.home]
        lines: _Lines = (([*child, self._divider, *group], [self._version, *buttons]), ([], []))
        if self._across([*lines[0][0], *lines[0][1]]) > self.width():
            lines = ((child, buttons), (group, [self._version]))
        wraps = max(self._across([*start, *rest]) for start, rest in lines) > self.width()
        arranged = (sum(1 for start, _ in lines if start), wraps)
        if arranged != self._arranged:
            self._arranged = arranged
            self._lay_out(lines, wraps=wraps)
        # The pages below could else press two lines into the height of one.
        self.setMinimumHeight(max(self.least_height, self._column.totalMinimumSize().height()))

    def _lay_out(self, lines: _Lines, *, wraps: bool) -> None:
        self._divider.setVisible(self.is_open and not lines[1][0])
        for text in (self.name, self.about, self.group):
            text.setWordWrap(wraps)
        for line, (start, rest) in zip(self._lines, lines, strict=True):
            self._fill(line, start, rest, wraps=wraps)

    def _fill(self, line: QHBoxLayout, start: list[QWidget], rest: list[QWidget], *, wraps: bool) -> None:
        while line.count():
            line.takeAt(0)
        for widget in start:
            line.addWidget(widget, 1 if wraps and isinstance(widget, Text) else 0)
        if rest and not wraps:
            line.addStretch(1)
        for widget in rest:
            line.addWidget(widget)

    def _across(self, widgets: list[QWidget]) -> int:
        """How wide a line of these is when nothing wraps."""
        shown = [widget for widget in widgets if not self._is_away(widget)]
        widths = [
            widget.fontMetrics().horizontalAdvance(widget.text()) + 2
            if isinstance(widget, Text)
            else widget.sizeHint().width()
            for widget in shown
        ]
        return sum(widths) + _GAP * (len(shown) + 1) + 2 * _EDGE

    def _is_away(self, widget: QWidget) -> bool:
        if widget is self._divider:  # shown only in one line, and this asks whether one is enough
            return not self.is_open
        return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to be made narrower: what does not fit in one line goes into two."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

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

    # ---- what it says
    def show_case(self, case: Case, line: GroupLine, to_check: int) -> None:
        """The child that is open. ``to_check``: so many of its values have to be checked first."""
        self.name.setText(case.text(LABEL) or self.tr("No id yet"))
        age = case.get(AGE)
        facts = [self._age(case, age)] if isinstance(age, Age) else []
        if case.situation:
            facts.append(_small(self._words.words.option(SITUATION, case.situation)))
        self.about.setText("  ·  ".join(facts))
        self.group.setText(line.text)
        self.mark.show_group(line.group, closed=line.closed)
        self.check.show_count(to_check)
        self._show_child(open_now=True)

    def _age(self, case: Case, age: Age) -> str:
        """After a relapse the child is older than the age that counts here, so this is said."""
        words = self._words.words.age(age)
        return self.tr("{age} at diagnosis").format(age=words) if case.situation == "relapse" else words

    def show_none(self, title: str) -> None:
        """A page without a child."""
        self.name.setText(title)
        self.about.setText(self.tr("No child is open"))
        self.check.show_count(0)
        self._show_child(open_now=False)

    def _show_child(self, *, open_now: bool) -> None:
        if open_now is not self.is_open or self._arranged is None:
            self.is_open = open_now
            for widget in (self.mark, self.group, self.family, self._divider):
                widget.setVisible(open_now)
            self._arranged = None
        self._arrange()
