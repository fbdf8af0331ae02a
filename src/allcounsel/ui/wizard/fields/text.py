"""The editor for a few words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.answers import Answer
from allcounsel.domain.feature import Feature
from allcounsel.ui.wizard.fields.base import FieldEditor, Tools

_SHORT = 60
_LETTERS = 24


class TextField(FieldEditor):
    """One line of text, as long as the dictionary allows."""

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        letters = _LETTERS if feature.longest <= _SHORT else 0
        self.text = self.line("", letters, longest=feature.longest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)

    def raw(self) -> object | None:
        return self.text.text().strip() or None

    def show_answer(self, answer: Answer | None) -> None:
        self.text.setText(answer if isinstance(answer, str) else "")
