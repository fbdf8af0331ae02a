"""The frame of a question: its words, room for the answer, and the buttons for "not known" in one column.
Where there is no room for three columns they stand under one another.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.feature import Feature, FeatureKind
from allcounsel.ui.parts.focus import WHOLE
from allcounsel.ui.parts.segments import Manner, Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import NOT_APPLICABLE
from allcounsel.ui.wizard.fields.base import Tools
from allcounsel.ui.wizard.state_box import ICONS, UNKNOWN, WAITING

QUESTION_WIDTH = 240
STATE_WIDTH = 228
NARROW = 900
_UNBOUND = 16_777_215
_WITHOUT_STATES = (FeatureKind.TEXT, FeatureKind.BIRTH_DATE)


class RowFrame(QWidget):
    """Three columns; the answer's stretches."""

    def __init__(self, tools: Tools, feature: Feature, *, narrow: bool = False) -> None:
        """``narrow``: for columns at the side of a page: under one another, and without the other states."""
        super().__init__()
        self.tools = tools
        self.feature = feature
        self._narrow = narrow
        self.setProperty(WHOLE, True)  # with its help and with what is wrong
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        across = 0 if narrow else 20
        self._columns.setContentsMargins(across, 14, across, 14)
        self._question = self._build_question()
        self._columns.addWidget(self._question)
        middle = QWidget()
        self.middle = QVBoxLayout(middle)
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.middle.setSpacing(6)
        self._columns.addWidget(middle, 1)
        self.states = self._build_states()
        self._side = self._build_side()
        self._columns.addWidget(self._side)
        tools.look.changed.connect(self._arrange)
        self._arrange()

    def _build_question(self) -> QWidget:
        look, words = self.tools.look, self.tools.words.words
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0 if self._narrow else 9, 0, 0)
        column.setSpacing(1)
        column.addWidget(Text(look, words.label(self.feature.id), "strong"))
        hint = words.hint(self.feature.id)
        if hint:
            column.addWidget(Text(look, hint, "small", "ink2"))
        column.addStretch(1)
        return question

    def _build_states(self) -> Segments | None:
        """Required questions, texts and the birth date have no other state than their value."""
        if self._narrow or self.feature.required or self.feature.kind in _WITHOUT_STATES:
            return None
        states = [(WAITING, self.tr("Waiting")), (UNKNOWN, self.tr("Not known"))]
        if NOT_APPLICABLE in self.feature.options:
            states.append((NOT_APPLICABLE, self.tr("Does not apply")))
        icons = [ICONS[state] for state, _ in states]
        question = self.tools.words.question(self.feature.id)
        segments = Segments(
            self.tools.look, states, question, manner=Manner(solid=True, toggles=True), icons=icons
        )
        segments.name_cells(question)
        segments.setObjectName(f"states-{self.feature.id}")
        return segments

    def _build_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        if self.states is not None:
            column.addWidget(self.states)
        column.addStretch(1)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        look = self.tools.look
        stacked = self._narrow or look.stacked or self.width() < look.px(NARROW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._columns.setSpacing(8 if stacked else 20)
        for widget, width in ((self._question, QUESTION_WIDTH), (self._side, STATE_WIDTH)):
            widget.setMinimumWidth(0 if stacked else look.px(width))
            widget.setMaximumWidth(_UNBOUND if stacked else look.px(width))
        self._side.setVisible(self.states is not None or not stacked)
