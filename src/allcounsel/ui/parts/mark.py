"""How firmly something is known, as a small ring beside its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.icons import paint_icon


class MarkRing(QWidget):
    """Tick in an accent ring; clock, question or minus in a dotted one."""

    def __init__(self, look: Look, mark: str, size: int = 28) -> None:
        super().__init__()
        self._look = look
        self._mark = mark
        self._size = size
        self._resize()
        look.changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedSize(self._look.px(self._size), self._look.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        known = self._mark == "check"
        pen = QPen(self._look.colour("accent" if known else "edge"), 1.5)
        if not known:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.1, 2.2])
            painter.setBrush(self._look.colour("wait_bg"))
        painter.setPen(pen)
        painter.drawEllipse(ring)
        icon = ring.adjusted(4, 4, -4, -4)
        paint_icon(painter, self._look, self._mark, icon, "accent" if known else "ink2")
