"""Bars across the window, and plain words in a thin frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.words import Text

HEIGHT = 56


class Bar(QWidget):
    """A surface across the window with a hairline at one side."""

    def __init__(self, look: Look, *, line_at_top: bool) -> None:
        super().__init__()
        self.look = look
        self._line_at_top = line_at_top
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._restyle()
        look.changed.connect(self._restyle)

    @property
    def least_height(self) -> int:
        """Of one line."""
        return max(HEIGHT, self.look.px(HEIGHT - 6))

    def _restyle(self) -> None:
        self.setMinimumHeight(self.least_height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("surface"))
        y = 0 if self._line_at_top else self.height() - 1
        painter.fillRect(0, y, self.width(), 1, self.look.colour("line"))


class Tag(QWidget):
    """A plain word in a thin frame, such as "Practice"."""

    def __init__(self, look: Look, text: str, *, dashed: bool = False) -> None:
        super().__init__()
        self._look = look
        self._dashed = dashed
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 2, 9, 2)
        row.addWidget(Text(look, text, "caption_strong", "ink2").on_one_line())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour("edge"), 1.2)
        if self._dashed:
            pen.setDashPattern([3, 2.2])
        painter.setPen(pen)
        painter.drawPath(rounded(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4))
