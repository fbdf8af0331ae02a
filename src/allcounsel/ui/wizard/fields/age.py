"""The editor for an age in whole years and months."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from allcounsel.domain.answers import Age, Answer
from allcounsel.domain.feature import Feature
from allcounsel.services.answer_reading import typed_number
from allcounsel.ui.wizard.fields.base import FieldEditor, Tools, Unfinished


class AgeField(FieldEditor):
    """Years, and months where they are known."""

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        self.years = self.line(self.tr("years"), 3)
        self.months = self.line(self.tr("months, if known"), 3)
        row = self.row()
        self.setLayout(row)
        for widget in (
            self.years,
            self.caption(self.tr("years")),
            self.months,
            self.caption(self.tr("months")),
        ):
            row.addWidget(widget)
        row.addStretch(1)

    def raw(self) -> object | None:
        typed = {"years": self.years.text().strip(), "months": self.months.text().strip()}
        if not any(typed.values()):
            return None
        if not typed["years"]:
            return Unfinished(self.tr("Write the years too. Under one year is 0 years."))
        numbers = {key: typed_number(text) for key, text in typed.items() if text}
        if None in numbers.values():
            return Unfinished(self.tr("Write years and months as whole numbers."))
        return numbers

    def show_answer(self, answer: Answer | None) -> None:
        age = answer if isinstance(answer, Age) else None
        self.years.setText(str(age.years) if age else "")
        self.months.setText(str(age.months) if age and age.months is not None else "")
