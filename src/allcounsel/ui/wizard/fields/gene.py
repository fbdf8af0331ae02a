"""The editor for a gene test: what came of it, and how it was tested."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.answers import Answer, GeneResult
from allcounsel.domain.feature import Feature
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.wizard.fields.base import GAP, FieldEditor, Tools

_LONGEST_METHOD = 120


class GeneField(FieldEditor):
    """Found, not found, failed or not tested; the method is asked once there is a result."""

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        self.segments = Segments(tools.look, tools.words.options(feature), self.question)
        self.segments.name_cells(self.question)
        self.segments.picked.connect(self._on_picked)
        self.method = self.line(
            self.tr("method"), 0, self.tr("How tested, such as FISH (optional)"), _LONGEST_METHOD
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.segments)
        column.addWidget(self.method)
        self._show_method()

    def raw(self) -> object | None:
        result = self.segments.value
        method = self.method.text().strip()
        if result and method and self._is_result(result):
            return {"result": result, "method": method}
        return result or None

    def show_answer(self, answer: Answer | None) -> None:
        given = answer if isinstance(answer, GeneResult) else None
        self.segments.show_values(*([given.result] if given else []))
        self.method.setText(given.method or "" if given else "")
        self._show_method()

    def _on_picked(self) -> None:
        self._show_method()
        super()._on_picked()

    def _is_result(self, option: str) -> bool:
        return option in self.feature.settled_options

    def _show_method(self) -> None:
        self.method.setVisible(self._is_result(self.segments.value))
