"""The result: the group in words and shape, why, and what could still change it (picture b)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Assessment, Status
from allcounsel.ui.blocked import Blocked
from allcounsel.ui.case_model import NOT_SURE, CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Scroll, Sheet
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import Marked, Text
from allcounsel.ui.result.band import Band
from allcounsel.ui.result.change_table import ChangeTable
from allcounsel.ui.result.changes import Changes
from allcounsel.ui.result.clock_table import ClockTable
from allcounsel.ui.result.impression import ImpressionCard
from allcounsel.ui.result.reason_cards import ReasonList
from allcounsel.ui.result.reasons import reasons_of
from allcounsel.ui.result.team import TeamPanel
from allcounsel.ui.wizard.fields.base import Tools

_TALL, _LOW = 260, 160
"""Least height of a list: where lists stand under one another and the page scrolls, and where they do not."""


class ResultPage(Page):
    """Made anew from the assessment each time it is entered or the case changes."""

    question_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, tools: Tools, model: CaseModel, desk: Desk) -> None:
        super().__init__(tools.look)
        self._tools = tools
        self._model = model
        self._desk = desk
        self._reasons: ReasonList | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        self._sheets = QStackedWidget()
        self.column.addWidget(self._sheets)
        self.blocked = Blocked(tools.look, tools.words)
        self.blocked.question_wanted.connect(self.question_wanted)
        self._sheets.addWidget(_framed(self.blocked))
        self._sheet = Sheet(tools.look)
        self._sheets.addWidget(Scroll(self._sheet))
        self._build_sheet()
        self.impression = ImpressionCard(tools, model, desk.core.release.rules.mildest_first)
        self._sheets.addWidget(_framed(self.impression))
        model.changed.connect(self._on_change)
        tools.look.changed.connect(self._on_change)

    def _build_sheet(self) -> None:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(24, 24, 24, 18)
        column.setSpacing(14)
        self.band = Band(self._tools)
        self.band.team_wanted.connect(self._open_team)
        self.band.check_wanted.connect(self._go_to_check)
        column.addWidget(self.band)
        self._flags = QVBoxLayout()
        self._flags.setSpacing(8)
        column.addLayout(self._flags)
        self.team = TeamPanel(self._tools, self._model, self._desk)
        self.team.done.connect(self._close_team)
        self.team.hide()
        column.addWidget(self.team, 1)
        self._lower = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._lower)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(24)
        column.addWidget(self._lower, 1)
        self.schemes = Button(self.look, self.tr("Published schemes"), icon="list", key=self.tr("Ctrl+T"))
        self.schemes.clicked.connect(lambda: self.page_wanted.emit("reference"))
        self.schemes.hide()
        column.addWidget(self.schemes, 0, Qt.AlignmentFlag.AlignLeft)

    # ---- the shell asks
    def main_action(self) -> Action | None:
        if self._model.problems or self._model.conceals:
            return Action("to-review", self.tr("Back to the review"), lambda: self.page_wanted.emit("review"))
        if self._model.assessment.status is Status.OUT_OF_SCOPE:
            return Action("to-review", self.tr("Back to the review"), lambda: self.page_wanted.emit("review"))
        return Action(
            "make-handout",
            self.tr("Make the handout"),
            lambda: self.page_wanted.emit("handout"),
            icon="document",
            key=self.tr("Ctrl+Enter"),
        )

    def extra_actions(self) -> tuple[Action, ...]:
        blocked = self._model.problems or self._model.conceals
        if blocked or self._model.assessment.pathway is None:
            return ()
        run = lambda: self.page_wanted.emit("pathway")  # noqa: E731 - a signal with its argument
        compare = lambda: self.page_wanted.emit("reference")  # noqa: E731 - as above
        pathway = Action("to-pathway", self.tr("Pathway"), run, icon="road")
        if self.look.scale > 1 or not self._desk.core.release.reference.schemes:
            return (pathway,)  # in larger text the bar has no room for a third button: see _build_sheet
        return (
            Action("to-reference", self.tr("Published schemes"), compare, icon="list", key=self.tr("Ctrl+T")),
            pathway,
        )

    def enter(self) -> None:
        self._rebuild()
        if self._model.problems:
            self.blocked.focus_first()
        elif self._model.conceals:
            self.impression.ask()
        elif self._reasons is not None and self._reasons.cards:
            self._reasons.cards[0].link.setFocus()

    def settle(self) -> None:
        self.team.settle()

    def toggle_sources(self) -> None:
        if self._reasons is not None:
            self._reasons.toggle_sources()

    # ---- following
    def _on_change(self) -> None:
        if self.isVisible():
            self._rebuild()

    def _rebuild(self) -> None:
        self.actions_changed.emit()
        if self._model.problems:
            self.blocked.show_problems(self._model, self._desk.core.release.dictionary)
            self._sheets.setCurrentIndex(0)
            return
        if self._model.conceals:
            self._sheets.setCurrentIndex(2)
            return
        before = self._sheets.currentIndex()
        self._sheets.setCurrentIndex(1)
        assessment = self._model.assessment
        self.band.show_assessment(assessment)
        self._show_to_check()
        has_schemes = bool(self._desk.core.release.reference.schemes) and assessment.pathway is not None
        self.schemes.setVisible(has_schemes and self.look.scale > 1)
        self._show_flags(assessment)
        if self.team.isHidden():
            self._show_columns(assessment)
        if before == 2 and self._reasons is not None and self._reasons.cards:  # noqa: PLR2004 - the impression
            self._reasons.cards[0].link.setFocus()

    def _show_to_check(self) -> None:
        waiting = self._model.to_confirm
        question = self._tools.words.question(self._model.question_at(waiting[0].field)) if waiting else ""
        self.band.show_to_check(waiting, question)

    def _go_to_check(self) -> None:
        for notice in self._model.to_confirm[:1]:
            self.question_wanted.emit(self._model.question_at(notice.field))

    def _show_flags(self, assessment: Assessment) -> None:
        _clear(self._flags)
        self._show_expected()
        for flag in assessment.flags:
            notice = Notice(self.look, "know")
            self._flags.addWidget(notice)
            notice.say(self._tools.words.words.flag(flag))
            notice.show()

    def _show_expected(self) -> None:
        """Which group a person expected, where they were asked."""
        expected = self._model.expected_group
        if not expected:
            return
        sure = (
            self.tr("You expected **{group}**.").format(group=self._tools.words.words.group(expected))
            if (expected != NOT_SURE)
            else self.tr("You were not sure which group to expect.")
        )
        notice = Notice(self.look, "know")
        self._flags.addWidget(notice)
        notice.say(sure)
        notice.show()

    def _show_columns(self, assessment: Assessment) -> None:
        focused = QApplication.focusWidget()
        inside_before = focused is not None and self._lower.isAncestorOf(focused)
        _clear(self._columns)
        case, core = self._model.case, self._desk.core
        telling, rest = reasons_of(assessment.findings, case, core.release, core.words)
        self._reasons = ReasonList(self.look, core.words, telling, rest)
        grouped = assessment.status in (Status.FINAL, Status.PROVISIONAL)
        title = self.tr("Why this group") if grouped else self.tr("What is known")
        left = self._titled(title, self._reasons, self.tr("Sources **F2**"))
        self._columns.addWidget(left, 42)
        left.show()
        right = self._right_side(assessment)
        if right is not None:
            self._columns.addWidget(right, 58)
            right.show()
        self._arrange()
        if inside_before and self._reasons.cards:
            self._reasons.cards[0].link.setFocus()

    def _right_side(self, assessment: Assessment) -> QWidget | None:
        if assessment.status is Status.OUT_OF_SCOPE:
            return None
        if assessment.relapse is not None:
            clocks = ClockTable(self.look, self._tools.words, assessment.relapse)
            return self._titled(self.tr("Place and time"), clocks)
        changes = Changes(self._tools.words, self._model.case, assessment, self._desk.core.engine.assess)
        table = ChangeTable(
            self.look,
            self._tools.words,
            self._model.case,
            changes.questions(),
            assessment,
            today=self._desk.core.clock.today(),
        )
        return self._titled(self.tr("What could still change this"), table, button=self._what_if())

    def _what_if(self) -> Button:
        button = Button(self.look, self.tr("What if"), "quiet", key="F6", small=True)
        button.clicked.connect(lambda: self.page_wanted.emit("what-if"))
        return button

    def _titled(self, title: str, card: QWidget, note: str = "", button: Button | None = None) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Text(self.look, title, "h2"), 1)
        if note:
            head.addWidget(
                Marked(self.look, note, "caption", "ink2").on_one_line(), 0, Qt.AlignmentFlag.AlignBottom
            )
        if button is not None:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(card, 1)
        card.setMinimumHeight(self.look.px(_TALL if self.look.stacked else _LOW))
        return box

    def _open_team(self) -> None:
        self._lower.hide()
        self.team.open()

    def _close_team(self) -> None:
        self.team.hide()
        self._lower.show()
        self._rebuild()
        self.band.button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.look.stacked
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


def _framed(widget: QWidget) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(24, 24, 24, 18)
    column.addWidget(widget)
    return frame


def _clear(layout: QBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
