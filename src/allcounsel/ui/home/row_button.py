"""One row of a list as a button: a bold name, a second line, and the shape of a group where there is one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from allcounsel.domain.shapes import group_shape
from allcounsel.ui.group_line import GroupLine
from allcounsel.ui.look import Look
from allcounsel.ui.paint import draw

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RowButton(QPushButton):
    """Up and down walk through the list, Enter and Space choose."""

    def __init__(
        self, look: Look, name: str, second: str, at_right: str = "", line: GroupLine | None = None
    ) -> None:
        super().__init__(name)
        self._look = look
        self._second = second
        self._at_right = at_right
        self._line = line
        self.selected = False
        spoken = ", ".join(filter(None, [name, second, line.text if line else "", at_right]))
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def select(self, *, on: bool) -> None:
        """Whether this row is the one that is shown beside the list."""
        self.selected = on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}.get(Qt.Key(event.key()))
        if step is not None:
            self.focusNextPrevChild(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.selected or self.underMouse():
            painter.fillRect(self.rect(), self._look.colour("soft"))
        if self.selected:
            painter.fillRect(QRect(0, 8, 4, self.height() - 16), self._look.colour("accent"))
        px = self._look.px
        left, width = px(16), self.width() - 2 * px(16)
        if self._line is not None:
            side = px(24)
            painter.save()
            painter.translate(left, (self.height() - side) / 2)
            shape = group_shape(self._line.group or None, float(side), closed=self._line.closed)
            draw(painter, self._look, shape)
            painter.restore()
            left, width = left + side + px(14), width - side - px(14)
        self._paint_words(painter, left, width)

    def _paint_words(self, painter: QPainter, left: int, width: int) -> None:
        strong, small = self._look.font("strong"), self._look.font("small")
        at_right = QFontMetrics(small).horizontalAdvance(self._at_right) if self._at_right else 0
        first, second = QFontMetrics(strong), QFontMetrics(small)
        top = (self.height() - first.height() - second.height()) // 2
        room = width - (at_right + 12 if at_right else 0)
        painter.setFont(strong)
        painter.setPen(QPen(self._look.colour("ink")))
        name = first.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room, first.height()), _LEFT, name)
        painter.setFont(small)
        painter.setPen(QPen(self._look.colour("ink2")))
        line = second.elidedText(self._second, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top + first.height(), room, second.height()), _LEFT, line)
        if at_right:
            painter.drawText(QRect(left, 0, width, self.height()), _RIGHT, self._at_right)
