"""The team's own decision: group, protocol and reason. It always stands above the published group."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.ids import FeatureId
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card, Hairline, Scroll
from allcounsel.ui.wizard.fields.base import Tools
from allcounsel.ui.wizard.row import QuestionRow

TEAM = tuple(map(FeatureId, ("team_group.group", "team_group.protocol", "team_group.reason")))


class TeamPanel(Card):
    """Three questions like all others; what is entered holds at once."""

    done = Signal()

    def __init__(self, tools: Tools, model: CaseModel, desk: Desk) -> None:
        super().__init__(tools.look, padding=(1, 1))
        self._model = model
        dictionary = desk.core.release.dictionary
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        self.rows = [QuestionRow(tools, model, desk.core.clock, dictionary[feature]) for feature in TEAM]
        for index, row in enumerate(self.rows):
            if index:
                column.addWidget(Hairline(tools.look))
            column.addWidget(row)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 8, 20, 8)
        buttons.setSpacing(12)
        self.close_button = Button(tools.look, self.tr("Done"))
        self.close_button.clicked.connect(self._finish)
        self.remove = Button(tools.look, self.tr("Take the team's decision away"), "quiet")
        self.remove.clicked.connect(self._take_away)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.column.addWidget(Scroll(inside))

    def settle(self) -> None:
        """Take what is half typed."""
        for row in self.rows:
            row.take_if_typing()

    def open(self) -> None:
        """Show, with the focus in the first question."""
        self.show()
        self.rows[0].focus()

    def _finish(self) -> None:
        self.settle()
        self.done.emit()

    def _take_away(self) -> None:
        for feature in TEAM:
            self._model.answer(feature, None)
        self.done.emit()
