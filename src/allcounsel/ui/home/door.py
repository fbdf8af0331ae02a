"""A door: a large button with an icon, a name and one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.icons import paint_icon

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Door(QPushButton):
    """``main``: the one that most people want."""

    def __init__(
        self, look: Look, icon: str, name: str, sentence: str, key: str = "", *, main: bool = False
    ) -> None:
        super().__init__(name)
        self._look = look
        self._icon = icon
        self._sentence = sentence
        self._key = key
        self._main = main
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def reword(self, sentence: str) -> None:
        """Another sentence."""
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(352), self._look.px(104))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(104))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        if step is not None:
            self.focusNextPrevChild(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        active = self.isDown() or self.underMouse()
        if self._main:
            ground, edge, ink, second = "accent2" if active else "accent", "accent", "on_accent", "on_accent"
        else:
            ground, edge, ink, second = "soft" if active else "surface", "edge", "ink", "ink2"
        painter.fillPath(rounded(area, 10), self._look.colour(ground))
        painter.setPen(QPen(self._look.colour(edge), 1.5))
        painter.drawPath(rounded(area, 10))
        self._paint_words(painter, ink, second)

    def _paint_words(self, painter: QPainter, ink: str, second: str) -> None:
        px, pad = self._look.px, self._look.px(20)
        side = px(28)
        paint_icon(
            painter, self._look, self._icon, QRectF(pad, px(20), side, side), ink if self._main else "accent"
        )
        left = pad + side + px(16)
        font = self._look.font("h2")
        painter.setFont(font)
        painter.setPen(QPen(self._look.colour(ink)))
        top = px(20)
        height = QFontMetrics(font).height()
        painter.drawText(QRect(left, top, self.width() - left - pad, height), _WRAP, self.text())
        painter.setFont(self._look.font("body"))
        painter.setPen(QPen(self._look.colour(second)))
        below = top + height + px(4)
        words = f"{self._sentence}  {self._key}" if self._key else self._sentence
        painter.drawText(QRect(left, below, self.width() - left - pad, self.height() - below), _WRAP, words)
