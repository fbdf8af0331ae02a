"""Your own impression first: a guard against taking over what a program says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from allcounsel.ui.case_model import NOT_SURE, CaseModel
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.wizard.fields.base import Tools


class ImpressionCard(Card):
    """Asks which group a person expects; once it is said, the result is shown."""

    def __init__(self, tools: Tools, model: CaseModel, groups: tuple[str, ...]) -> None:
        super().__init__(tools.look, padding=(28, 20))
        inner = QVBoxLayout()
        inner.setSpacing(12)
        title = self.tr("Your own impression first")
        inner.addWidget(Text(tools.look, title, "h1"))
        asked = self.tr("Which group do you expect? It is shown beside the result, and not kept.")
        inner.addWidget(Text(tools.look, asked, "lead"))
        options = [(group, tools.words.words.group(group)) for group in groups]
        self.choice = Segments(tools.look, [*options, (NOT_SURE, self.tr("Not sure"))], title)
        self.choice.name_cells(title)
        self.choice.picked.connect(lambda: model.expect_group(self.choice.value))
        inner.addWidget(self.choice)
        self.column.addLayout(inner)
        self.column.addStretch(1)

    def ask(self) -> None:
        """Nothing is picked yet."""
        self.choice.show_values()
        self.choice.cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
