"""Editors for answers that are picked: one of a few, or several."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.answers import Answer
from allcounsel.domain.feature import Feature
from allcounsel.ui.parts.segments import Manner, Segments
from allcounsel.ui.wizard.fields.base import FieldEditor, Tools


class ChoiceField(FieldEditor):
    """One of a few options."""

    several = False

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(tools, feature, parent)
        self.segments = Segments(
            tools.look, tools.words.options(feature), self.question, manner=Manner(several=self.several)
        )
        self.segments.name_cells(self.question)
        self.segments.picked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.segments)

    def raw(self) -> object | None:
        return self.segments.value or None

    def show_answer(self, answer: Answer | None) -> None:
        self.segments.show_values(*([answer] if isinstance(answer, str) else []))


class MultiField(ChoiceField):
    """Any number of options."""

    several = True

    def raw(self) -> object | None:
        return list(self.segments.values) or None

    def show_answer(self, answer: Answer | None) -> None:
        self.segments.show_values(*(answer if isinstance(answer, tuple) else ()))
