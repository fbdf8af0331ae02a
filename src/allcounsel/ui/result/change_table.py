"""What could still change this: still open, expected, and what the group would then be; last, what is
possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.case import Case
from allcounsel.domain.ids import GroupId
from allcounsel.services.still_open import READ_BY_PROTOCOL, not_by_one_answer
from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card, Hairline, Scroll, TableBand
from allcounsel.ui.parts.icons import GroupMark
from allcounsel.ui.parts.words import Marked, Text
from allcounsel.ui.result.changes import ChangeLine, OpenQuestion
from allcounsel.ui.screen_words import ScreenWords

_QUESTION, _EXPECTED = 190, 104
_MARK = 22
_IN_A_LINE = 2
"""So many groups fit side by side in larger text."""


class ChangeTable(Card):
    """Nothing in it can be pressed; Tab reaches it, arrow keys scroll it, and its name says it all."""

    def __init__(
        self,
        look: Look,
        words: ScreenWords,
        case: Case,
        questions: tuple[OpenQuestion, ...],
        assessment: Assessment,
        *,
        today: date,
    ) -> None:
        """``today``: a day before it has gone by without a result."""
        super().__init__(look, padding=(1, 1))
        self._words = words
        self._case = case
        self._today = today
        self._look_of_rows = look
        self.column.setSpacing(0)
        if questions and not look.stacked:
            self.column.addWidget(self._head())
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for title, part in self._parts(questions):
            heading = Text(look, title, "caption_strong", "ink2")
            heading.setContentsMargins(16, 12, 16, 0)
            rows.addWidget(heading)
            for index, question in enumerate(part):
                if index:
                    rows.addWidget(Hairline(look))
                rows.addWidget(self._row(question))
        if not questions:
            nothing = Text(look, self.tr("Nothing open can change this."), "body")
            nothing.setContentsMargins(16, 14, 16, 14)
            rows.addWidget(nothing)
        rows.addStretch(1)
        self.column.addWidget(Scroll(inside, self._spoken(questions) if questions else ""), 1)
        if assessment.possible_groups:
            self.column.addWidget(self._foot(assessment))

    def _parts(self, questions: Sequence[OpenQuestion]) -> Iterator[tuple[str, list[OpenQuestion]]]:
        """Those that could change the group, and those that leave it; each with how many there are."""
        moving = [question for question in questions if question.moves_group]
        leaving = [question for question in questions if not question.moves_group]
        if moving:
            yield self.tr("Alone could change the group ({count})").format(count=len(moving)), moving
        if leaving:
            words = self.tr("Alone leave the group, but could change the treatment ({count})")
            yield words.format(count=len(leaving)), leaving

    def _head(self) -> QWidget:
        head = TableBand(self._look_of_rows)
        grid = _grid(head, self._look_of_rows, down=8)
        names = (self.tr("Still open"), self.tr("Expected"), self.tr("Then the group would be"))
        for column, name in enumerate(names):
            text = Text(self._look_of_rows, name, "caption_strong", "ink2")
            grid.addWidget(text, 0, column)
            self._fix(text, column)
        return head

    def _row(self, question: OpenQuestion) -> QWidget:
        look = self._look_of_rows
        row = QWidget()
        grid = _grid(row, look, down=11)
        named = QWidget()
        name = QVBoxLayout(named)
        name.setContentsMargins(0, 0, 0, 0)
        name.setSpacing(1)
        name.addWidget(Text(look, self._words.question(question.feature), "strong"))
        hint = self._words.words.hint(question.feature)
        if hint and not look.stacked:
            name.addWidget(Text(look, hint, "caption", "ink2"))
        name.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for line in question.lines:
            lines.addLayout(self._line(line))
        lines.addStretch(1)
        expected = Text(look, self._expected(question), "small", "ink2" if not self._due(question) else "ink")
        if look.stacked:
            grid.addWidget(named, 0, 0)
            grid.addWidget(expected, 1, 0)
            grid.addLayout(lines, 2, 0)
        else:
            grid.addWidget(named, 0, 0)
            grid.addWidget(expected, 0, 1)
            grid.addLayout(lines, 0, 2)
            self._fix(named, 0)
            self._fix(expected, 1)
        return row

    def _fix(self, widget: QWidget, column: int) -> None:
        """The first two columns are as wide in every row; the last one takes the rest."""
        if column < 2 and not self._look_of_rows.stacked:  # noqa: PLR2004 - see above
            widget.setFixedWidth(self._look_of_rows.px((_QUESTION, _EXPECTED)[column]))

    def _line(self, line: ChangeLine) -> QHBoxLayout:
        look = self._look_of_rows
        level = QHBoxLayout()
        level.setSpacing(9)
        mark = GroupMark(look, _MARK)
        mark.show_group(line.group, closed=line.closed)
        level.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        level.addWidget(Marked(look, f"{line.if_words}: {line.then_words}", "small"), 1)
        return level

    def _due(self, question: OpenQuestion) -> date | None:
        return self._case.expected.get(question.feature)

    def _expected(self, question: OpenQuestion) -> str:
        due = self._due(question)
        if due is None:
            return self.tr("no date given")
        # The year may go on to the next line: its column is only as wide as a day and a month.
        day, year = self._words.words.short_day(due), due.year
        words = self.tr("about {day} {year}") if due >= self._today else self.tr("was due {day} {year}")
        return words.format(day=day, year=year)

    def _foot(self, assessment: Assessment) -> QWidget:
        """Every possible group; under them, how it comes to those that no row above leads to."""
        foot = TableBand(self._look_of_rows, at_foot=True)
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 9, 16, 9)
        column.setSpacing(4)
        column.addLayout(self._possible(assessment.possible_groups))
        words = self._beyond(assessment)
        if words:
            column.addWidget(Text(self._look_of_rows, words, "small", "ink2"))
        return foot

    def _beyond(self, assessment: Assessment) -> str:
        groups = not_by_one_answer(assessment)
        if not groups:
            return ""
        words = (
            self.tr("{groups}: no open answer leads there alone; several together could.")
            if READ_BY_PROTOCOL.isdisjoint(assessment.flags)
            else self.tr(
                "{groups}: no open answer leads there alone; how your protocol reads a result could."
            )
        )
        return words.format(groups=", ".join(map(self._words.words.group, groups)))

    def _possible(self, possible: tuple[GroupId, ...]) -> QBoxLayout:
        look = self._look_of_rows
        wide = look.stacked or (look.scale > 1 and len(possible) > _IN_A_LINE)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(12)
        row.addWidget(Text(look, self.tr("Possible in the end"), "body", "ink2").on_one_line())
        for group in possible:
            level = QHBoxLayout()
            level.setSpacing(8)
            mark = GroupMark(look, _MARK)
            mark.show_group(group, closed=True)
            level.addWidget(mark)
            level.addWidget(Text(look, self._words.words.group(group), "strong").on_one_line())
            level.addStretch(1)
            row.addLayout(level)
        row.addStretch(1)
        return row

    def _spoken(self, questions: tuple[OpenQuestion, ...]) -> str:
        parts = []
        for title, part in self._parts(questions):
            parts.append(f"{title}.")
            parts += [self._spoken_row(question) for question in part]
        return self.tr("What could still change this. {questions}").format(questions=" ".join(parts))

    def _spoken_row(self, question: OpenQuestion) -> str:
        lines = "; ".join(f"{line.if_words}: {line.then_words}".replace("**", "") for line in question.lines)
        return f"{self._words.question(question.feature)}, {self._expected(question)}: {lines}."


def _grid(parent: QWidget, look: Look, down: int) -> QGridLayout:
    grid = QGridLayout(parent)
    grid.setContentsMargins(16, down, 16, down)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    if not look.stacked:
        grid.setColumnStretch(2, 1)
    return grid
