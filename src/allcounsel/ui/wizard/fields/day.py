"""Editors for calendar days: day, month and year each have their place, so no order has to be guessed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allcounsel.domain.answers import Answer
from allcounsel.domain.feature import Feature
from allcounsel.ui.look import Look
from allcounsel.ui.parts.line import Line
from allcounsel.ui.wizard.fields.base import GAP, FieldEditor, Tools, Unfinished

_YEAR_LETTERS = 4


class DayParts(QWidget):
    """Three short lines that make one day."""

    typed = Signal()
    finished = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = self._part(look, name, self.tr("day"), 2)
        self.month = self._part(look, name, self.tr("month"), 2)
        self.year = self._part(look, name, self.tr("year"), _YEAR_LETTERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in self.parts:
            row.addWidget(part)
        row.addStretch(1)

    @property
    def parts(self) -> tuple[Line, Line, Line]:
        """Day, month, year."""
        return self.day, self.month, self.year

    def _part(self, look: Look, name: str, part: str, letters: int) -> Line:
        line = Line(look, f"{name}: {part}", letters=5, placeholder=part, longest=letters)
        line.textEdited.connect(self._on_typed)
        line.editingFinished.connect(self._on_finished)
        return line

    def iso(self) -> str | Unfinished | None:
        """The day as 2026-01-31, whether or not the calendar has it; None when nothing is typed."""
        texts = [line.text().strip() for line in self.parts]
        if not any(texts):
            return None
        if not all(texts):
            return Unfinished(self.tr("A date needs day, month and year."))
        if not all(text.isascii() and text.isdigit() for text in texts):
            return Unfinished(self.tr("Write the date in figures, such as 14, 4 and 2026."))
        day, month, year = texts
        if len(year) != _YEAR_LETTERS:
            return Unfinished(self.tr("Write the year with four figures."))
        return f"{year}-{int(month):02}-{int(day):02}"

    def show_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        texts = (str(day.day), str(day.month), str(day.year)) if day else ("", "", "")
        for line, text in zip(self.parts, texts, strict=True):
            line.setText(text)

    def _on_typed(self) -> None:
        self.typed.emit()

    def _on_finished(self) -> None:
        self.finished.emit()


class DayField(FieldEditor):
    """A calendar day; today or before."""

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        self.parts = DayParts(tools.look, self.question)
        self.parts.typed.connect(self._on_typed)
        self.parts.finished.connect(self._on_finished)
        row = self.row()
        self.setLayout(row)
        row.addWidget(self.parts)

    def raw(self) -> object | None:
        return self.parts.iso()

    def show_answer(self, answer: Answer | None) -> None:
        self.parts.show_day(answer if isinstance(answer, date) else None)


class BirthDayField(DayField):
    """A birth date: read once, turned into the age at diagnosis, and forgotten."""
