"""The editor for the white cell count: a number and its unit, which are never changed for one another."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from allcounsel.domain.answers import Answer, WhiteCount
from allcounsel.domain.feature import Feature
from allcounsel.services.answer_reading import typed_number
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.wizard.fields.base import FieldEditor, Tools, Unfinished


class WhiteCountField(FieldEditor):
    """Changing the unit leaves the number as it was typed, and says so."""

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        self.number = self.line(self.tr("number"), 8)
        self.units = Segments(tools.look, tools.words.white_count_units(), self.question)
        self.units.name_cells(self.tr("{question}, unit").format(question=self.question))
        self.units.picked.connect(self._on_unit)
        self._unit = ""
        self._changed = Text(tools.look, "", "small", "ink2")
        self._changed.hide()
        self.number.textEdited.connect(self._on_retyped)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = self.row()
        row.addWidget(self.number)
        self.units.setSizePolicy(QSizePolicy.Policy.Expanding, self.units.sizePolicy().verticalPolicy())
        row.addWidget(self.units, 1)
        column.addLayout(row)
        column.addWidget(self._changed)

    def raw(self) -> object | None:
        text, unit = self.number.text().strip(), self.units.value
        if not text:
            return None
        value = typed_number(text)
        if value is None:
            return Unfinished(self.tr("This is not a number yet. Write it like 18.4 or 18400."))
        if not unit:
            return Unfinished(self.tr("Choose the unit as it stands on the report."))
        limits = self.feature.limits
        unclear = self.told_apart(text, lambda number: limits.allow(WhiteCount(number, unit).per_litre))
        return unclear or {"value": value, "unit": unit}

    def show_answer(self, answer: Answer | None) -> None:
        count = answer if isinstance(answer, WhiteCount) else None
        self.number.setText(f"{count.value:f}" if count else "")
        self._unit = count.unit if count else ""
        self.units.show_values(*([self._unit] if self._unit else []))
        self._changed.say("")

    def _on_retyped(self) -> None:
        self._changed.say("")

    def _on_unit(self) -> None:
        before, self._unit = self._unit, self.units.value
        if before and before != self._unit and self.number.text().strip():
            said = self.tr("You changed the unit from {unit}. The number stayed as you typed it.")
            self._changed.say(said.format(unit=self.tools.words.unit(before)))
        self._on_picked()
