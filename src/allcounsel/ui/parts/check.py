"""A check box with its words: the whole row can be clicked, and locked ones say so."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.button import ARROWS
from allcounsel.ui.parts.icons import paint_icon

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Check(QCheckBox):
    """A box of 24 with words at its right; a second line, when there is one, is smaller."""

    def __init__(
        self, look: Look, text: str, second: str = "", *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._second = second
        self._strong = strong
        self._rename()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def say(self, text: str) -> None:
        """Other words."""
        self.setText(text)
        self._rename()
        self.updateGeometry()

    def say_second(self, second: str) -> None:
        """New words in the second line."""
        self._second = second
        self._rename()
        self.updateGeometry()
        self.update()

    def _rename(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._second)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()  # as buttons do
        else:
            super().keyPressEvent(event)

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def sizeHint(self) -> QSize:
        first = QFontMetrics(self._font()).horizontalAdvance(self.text())
        second = QFontMetrics(self._look.font("small")).horizontalAdvance(self._second)
        width = min(max(first, second), self._look.px(420)) + self._left() + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._look.px(160)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        first, second = self._boxes(width)
        return max(first.height() + second.height() + 2 * self._top(), self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        first, second = self._boxes(self.width())
        painter.setFont(self._font())
        painter.setPen(QPen(self._look.colour("ink")))
        painter.drawText(first.translated(self._left(), self._top()), _WRAP, self.text())
        if self._second:
            painter.setFont(self._look.font("small"))
            painter.setPen(QPen(self._look.colour("ink2")))
            place = second.translated(self._left(), self._top() + first.height())
            painter.drawText(place, _WRAP, self._second)

    def _paint_box(self, painter: QPainter) -> None:
        side = float(self._look.px(24))
        box = QRectF(0, (self._look.px(40) - side) / 2, side, side)
        if not self.isEnabled():
            painter.fillPath(rounded(box, 5), self._look.colour("sunk"))
            paint_icon(painter, self._look, "lock", box.adjusted(4, 4, -4, -4), "ink2")
            return
        if self.isChecked():
            painter.fillPath(rounded(box, 5), self._look.colour("accent"))
            paint_icon(painter, self._look, "check", box.adjusted(3, 3, -3, -3), "on_accent")
            return
        painter.fillPath(rounded(box, 5), self._look.colour("surface"))
        painter.setPen(QPen(self._look.colour("edge"), 1.5))
        painter.drawPath(rounded(box.adjusted(0.75, 0.75, -0.75, -0.75), 5))

    def _font(self) -> QFont:
        return self._look.font("strong" if self._strong else "body")

    def _left(self) -> int:
        return self._look.px(36)

    def _top(self) -> int:
        return max((self._look.px(40) - QFontMetrics(self._font()).height()) // 2, 0)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(0, 0, max(width - self._left(), 40), 10_000)
        first = QFontMetrics(self._font()).boundingRect(room, _WRAP, self.text())
        first.setWidth(room.width())
        if not self._second:
            return first, QRect()
        second = QFontMetrics(self._look.font("small")).boundingRect(room, _WRAP, self._second)
        second.setWidth(room.width())
        return first, second
