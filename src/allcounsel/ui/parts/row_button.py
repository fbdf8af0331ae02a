"""One row of a list as a button: a bold name, a second line, and the shape of a group where there is one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from allcounsel.domain.shapes import group_shape
from allcounsel.ui.group_line import GroupLine
from allcounsel.ui.look import Look
from allcounsel.ui.paint import draw, rounded

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def select(self, *, on: bool) -> None:
        """Whether this row is the one that is shown beside the list."""
        self.selected = on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.heightForWidth(self._look.px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(52))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        name, second = self._boxes(width)
        return max(name.height() + second.height() + self._look.px(14), self._look.px(56))

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Room for the name and for the second line, which wraps before it is cut."""
        px = self._look.px
        left = px(16) + (px(24) + px(14) if self._line is not None else 0)
        small = QFontMetrics(self._look.font("small"))
        at_right = small.horizontalAdvance(self._at_right) + px(12) if self._at_right else 0
        room = QRect(left, 0, max(width - left - px(16) - at_right, 60), 10_000)
        name = QFontMetrics(self._look.font("strong")).boundingRect(room, _WRAP, self.text())
        second = small.boundingRect(room, _WRAP, self._second)
        return QRect(left, 0, room.width(), name.height()), QRect(left, 0, room.width(), second.height())

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
            painter.fillPath(rounded(QRectF(self.rect()), 6), self._look.colour("soft"))
        if self.selected:
            painter.fillRect(QRect(0, 8, 4, self.height() - 16), self._look.colour("accent"))
        px = self._look.px
        left = px(16)
        if self._line is not None:
            side = px(24)
            painter.save()
            painter.translate(left, (self.height() - side) / 2)
            shape = group_shape(self._line.group or None, float(side), closed=self._line.closed)
            draw(painter, self._look, shape)
            painter.restore()
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        name, second = self._boxes(self.width())
        top = (self.height() - name.height() - second.height()) // 2
        painter.setFont(self._look.font("strong"))
        painter.setPen(QPen(self._look.colour("ink")))
        painter.drawText(name.translated(0, top), _WRAP, self.text())
        painter.setFont(self._look.font("small"))
        painter.setPen(QPen(self._look.colour("ink2")))
        painter.drawText(second.translated(0, top + name.height()), _WRAP, self._second)
        if self._at_right:
            area = self.rect().adjusted(0, 0, -self._look.px(16), 0)
            painter.drawText(area, _RIGHT, self._at_right)
