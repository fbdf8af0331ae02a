"""Editors for numbers: blank at the start, never changed by the wheel or by us."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.answers import Answer
from allcounsel.domain.feature import Feature
from allcounsel.services.answer_reading import typed_number
from allcounsel.ui.wizard.fields.base import FieldEditor, Tools, Unfinished


class NumberField(FieldEditor):
    """One number without a unit to choose."""

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        self.number = self.line("", 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.number)

    def raw(self) -> object | None:
        text = self.number.text().strip()
        if not text:
            return None
        value = typed_number(text)
        if value is None:
            return self.unreadable()
        return self.told_apart(text, self.feature.limits.allow) or value

    def unreadable(self) -> Unfinished:
        """Words for something that is not a number."""
        return Unfinished(self.tr("This is not a number yet. Write it like 18.4 or 18400."))

    def show_answer(self, answer: Answer | None) -> None:
        shown = f"{answer:f}" if isinstance(answer, Decimal) else str(answer)
        self.number.setText(shown if isinstance(answer, int | Decimal) else "")


class IntegerField(NumberField):
    """One whole number."""

    def unreadable(self) -> Unfinished:
        return Unfinished(self.tr("This is not a whole number yet. Write it like 46."))
