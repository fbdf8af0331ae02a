"""What stands in place of an answer that is waited for, not known, or does not apply: never blank."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import PLATE_INSET, dotted_edge, hatch, rounded
from allcounsel.ui.parts.icons import Icon
from allcounsel.ui.parts.words import Marked

WAITING, UNKNOWN, NOT_APPLICABLE = "pending", "unknown", "not_applicable"
ICONS = {WAITING: "clock", UNKNOWN: "question", NOT_APPLICABLE: "minus"}


class StateBox(QWidget):
    """Icon, words and edge say the state; the hatching says it again, never alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = UNKNOWN
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 18, 9)
        row.setSpacing(9)
        self._icon = Icon(look, "question", 20)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._words = Marked(look, "")
        row.addWidget(self._words, 1)
        look.changed.connect(self.update)

    def show_state(self, state: str, words: str) -> None:
        """``words``: with ``**`` round the name of the state."""
        self._state = state
        self._icon.show_icon(ICONS[state])
        self._words.setText(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._state == WAITING:
            inset = PLATE_INSET - 2
            words = self._words.fontMetrics().horizontalAdvance(self._words.text_without_marks()) + 62
            plate = area.adjusted(inset, inset, -inset, -inset)
            plate.setWidth(min(plate.width(), float(words)))
            hatch(painter, self._look, area, 6, plate=plate)
            dotted_edge(painter, self._look, area, 6)
        elif self._state == UNKNOWN:
            painter.fillPath(rounded(area, 6), self._look.colour("wait_bg"))
            dotted_edge(painter, self._look, area, 6)
        else:
            painter.fillPath(rounded(area, 6), self._look.colour("wait_bg"))
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawPath(rounded(area, 6))
