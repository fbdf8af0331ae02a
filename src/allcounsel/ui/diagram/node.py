"""One step of the road as a real widget: it has a name, takes focus and can be pressed, and paints itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from allcounsel.domain.diagram import DiagramNode
from allcounsel.ui.look import Look
from allcounsel.ui.paint import draw

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_PEN_ROOM = 3


class NodeButton(QAbstractButton):
    """Arrow keys walk to the neighbours, Enter and Space open what is behind the step."""

    walked = Signal(int)
    entered = Signal()

    def __init__(self, look: Look, node: DiagramNode, margin: int, parent: QWidget) -> None:
        """``margin``: how far the picture stands from the corner of its parent."""
        super().__init__(parent)
        self._margin = margin
        self._look = look
        self.node = node
        self.setObjectName(f"node-{node.id}")
        self.setAccessibleName(node.name)
        self.setAccessibleDescription(node.description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        box = node.box
        place = QRect(round(box.x), round(box.y), round(box.width), round(box.height)).translated(
            margin, margin
        )
        self.setGeometry(place.adjusted(-_PEN_ROOM, -_PEN_ROOM, _PEN_ROOM, _PEN_ROOM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(self._margin - self.x(), self._margin - self.y())
        draw(painter, self._look, self.node.primitives)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.walked.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)
