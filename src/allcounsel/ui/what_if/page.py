"""What if: open results tried out in a hatched frame. Not this child; neither saved nor printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.answers import Answer
from allcounsel.domain.assessment import Assessment
from allcounsel.domain.ids import FeatureId
from allcounsel.services.what_if import Trial, trials, tried
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.page import Action, Page
from allcounsel.ui.paint import hatch
from allcounsel.ui.parts.card import Card, Hairline, Scroll, Sheet
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.what_if.outcome import OutcomeCard
from allcounsel.ui.wizard.fields.base import Tools

FRAME = 12
_AS_NOW = "now"
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class WhatIfPage(Page):
    """Begins with nothing tried each time it is entered, and whenever the child's own answers change."""

    question_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, tools: Tools, model: CaseModel, desk: Desk) -> None:
        super().__init__(tools.look)
        self._tools = tools
        self._model = model
        self._core = desk.core
        self._tried: dict[FeatureId, Answer] = {}
        self._trials: tuple[Trial, ...] = ()
        self.choices: dict[FeatureId, Segments] = {}
        self.column.setContentsMargins(24 + FRAME, 14 + FRAME, 24 + FRAME, 10 + FRAME)
        self.head(
            self.tr("What if. Not this child."),
            self.tr("Nothing here is saved or printed. **Esc** puts everything back."),
        )
        sheet = Sheet(self.look)
        self._columns = QBoxLayout(_ACROSS, sheet)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(24)
        self._left = QVBoxLayout()
        self._columns.addLayout(self._left, 52)
        right = QVBoxLayout()
        right.setSpacing(14)
        self.now = OutcomeCard(tools, self.tr("As it is now"))
        self.then = OutcomeCard(tools, self.tr("What if"))
        right.addWidget(self.now)
        right.addWidget(self.then)
        right.addStretch(1)
        self._columns.addLayout(right, 48)
        self.column.addWidget(Scroll(sheet), 1)
        reset = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        reset.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        reset.activated.connect(self.reset)
        model.changed.connect(self._on_change)
        tools.look.changed.connect(self._on_change)

    # ---- the shell asks
    def main_action(self) -> Action | None:
        run = lambda: self.page_wanted.emit("result")  # noqa: E731 - a signal with its argument
        return Action("back-to-result", self.tr("Back to the result"), run, key=self.tr("Ctrl+Enter"))

    def extra_actions(self) -> tuple[Action, ...]:
        if not self._tried:
            return ()
        return (Action("reset", self.tr("Put everything back"), self.reset, key=self.tr("Esc")),)

    def enter(self) -> None:
        self._rebuild()
        self._focus()

    def _focus(self) -> None:
        for segments in self.choices.values():
            next(cell for cell in segments.cells if cell.isChecked()).setFocus()
            return

    # ---- trying
    def reset(self) -> None:
        """As the child is now."""
        self._tried.clear()
        for segments in self.choices.values():
            segments.show_values(_AS_NOW)
        self._focus()
        self._show()

    def _try(self, trial: Trial) -> None:
        picked = self.choices[trial.feature].value
        self._tried.pop(trial.feature, None)
        if picked != _AS_NOW:
            self._tried[trial.feature] = trial.answers[int(picked)]
        self._show()

    def _show(self) -> None:
        now = self._core.engine.as_titled(self._model.case, self._model.assessment)
        self.now.show_outcome(now, now)
        self.then.setVisible(bool(self._tried))
        if self._tried:
            self.then.show_outcome(self.assessment, now)
        self.actions_changed.emit()

    @property
    def assessment(self) -> Assessment:
        """What would follow from what is tried."""
        case = tried(self._model.case, self._tried)
        return self._core.engine.as_titled(case, self._core.engine.assess(case))

    # ---- following
    def _on_change(self) -> None:
        if self.isVisible():
            self._rebuild()

    def _rebuild(self) -> None:
        self._tried.clear()
        while self._left.count():
            item = self._left.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._trials = trials(self._model.assessment, self._core.release.dictionary)
        self.choices = {}
        self._left.addWidget(self._list(), 1)
        self._columns.setDirection(_DOWN if self.look.stacked else _ACROSS)
        self._show()

    def _list(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self.look, self.tr("If this came back"), "h2"))
        card = Card(self.look, padding=(1, 1))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(16, 6, 16, 6)
        rows.setSpacing(8)
        for index, trial in enumerate(self._trials):
            if index:
                rows.addWidget(Hairline(self.look))
            rows.addWidget(self._row(trial))
        if not self._trials:
            rows.addWidget(Text(self.look, self.tr("Nothing open can change this."), "body"))
        rows.addStretch(1)
        card.column.addWidget(inside if self.look.stacked else Scroll(inside))
        column.addWidget(card, 1)
        return box

    def _row(self, trial: Trial) -> QWidget:
        words = self._tools.words
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(Text(self.look, words.question(trial.feature), "strong"))
        options = [(_AS_NOW, self.tr("As now"))]
        options += [
            (str(index), words.words.answer(trial.feature, answer))
            for index, answer in enumerate(trial.answers)
        ]
        segments = Segments(self.look, options, words.question(trial.feature))
        segments.name_cells(words.question(trial.feature))
        segments.show_values(_AS_NOW)
        segments.picked.connect(lambda: self._try(trial))
        self.choices[trial.feature] = segments
        level = QHBoxLayout()
        level.addWidget(segments, 1)
        column.addLayout(level)
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        frame = QPainterPath()
        frame.addRect(area)
        frame.addRect(area.adjusted(FRAME, FRAME, -FRAME, -FRAME))
        painter.setClipPath(frame)
        hatch(painter, self.look, area, 0)
