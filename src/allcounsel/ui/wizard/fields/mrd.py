"""The editor for minimal residual disease: found, or not found below the limit of the test; always with a
method.
"""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from allcounsel.domain.answers import Answer, Mrd
from allcounsel.domain.feature import Feature
from allcounsel.services.answer_reading import typed_number
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.wizard.fields.base import GAP, FieldEditor, Tools, Unfinished


class MrdField(FieldEditor):
    """A percentage is one of two things, and only a method makes it count."""

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        what = (("percent", self.tr("Found")), ("below", self.tr("Not found below")))
        self.what = Segments(tools.look, what, self.question)
        self.what.name_cells(self.question)
        self.what.picked.connect(self._on_picked)
        self.number = self.line(self.tr("percent"), 8)
        self.methods = Segments(tools.look, tools.words.methods(), self.question)
        self.methods.name_cells(self.tr("{question}, method").format(question=self.question))
        self.methods.picked.connect(self._on_picked)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        row = self.row()
        self.what.setSizePolicy(QSizePolicy.Policy.Fixed, self.what.sizePolicy().verticalPolicy())
        row.addWidget(self.what)
        row.addWidget(self.number)
        row.addWidget(self.caption("%"))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.methods)

    def raw(self) -> object | None:
        what, text, method = self.what.value, self.number.text().strip(), self.methods.value
        if not (what or text or method):
            return None
        if not what:
            return Unfinished(self.tr("Was leukaemia found, or not found below a limit? Choose one."))
        if not text:
            return Unfinished(
                self.tr("Write how much was found, in percent.")
                if what == "percent"
                else self.tr("Write the limit of the test, in percent.")
            )
        value = typed_number(text)
        if value is None:
            return Unfinished(self.tr("This is not a number yet. Write it like 0.01."))
        if not method:
            return Unfinished(self.tr("Choose how it was measured. Without a method it cannot count."))
        return {what: value, "method": method}

    def show_answer(self, answer: Answer | None) -> None:
        mrd = answer if isinstance(answer, Mrd) else None
        value = None if mrd is None else mrd.below if mrd.percent is None else mrd.percent
        self.number.setText("" if value is None else f"{value:f}")
        self.methods.show_values(*([mrd.method] if mrd else []))
        if mrd is None:
            self.what.show_values()
        else:
            self.what.show_values("below" if mrd.percent is None else "percent")
