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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def reword(self, sentence: str) -> None:
        """Another sentence."""
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(352), self.heightForWidth(self._look.px(352)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(96))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        _, below = self._boxes(width)
        return max(below.bottom() + self._look.px(18), self._look.px(96))

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Room for the name and, under it, for the sentence."""
        px = self._look.px
        left = px(20) + px(28) + px(16)
        room = QRect(left, px(18), max(width - left - px(16), 60), 10_000)
        name = QFontMetrics(self._look.font("h2")).boundingRect(room, _WRAP, self.text())
        second = room.translated(0, name.height() + px(4))
        below = QFontMetrics(self._look.font("body")).boundingRect(second, _WRAP, self._words())
        name.setWidth(room.width())
        below.setWidth(room.width())
        return name, below

    def _words(self) -> str:
        return f"{self._sentence}  {self._key}" if self._key else self._sentence

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
        side = self._look.px(28)
        icon = QRectF(self._look.px(20), self._look.px(18), side, side)
        paint_icon(painter, self._look, self._icon, icon, ink if self._main else "accent")
        name, below = self._boxes(self.width())
        painter.setFont(self._look.font("h2"))
        painter.setPen(QPen(self._look.colour(ink)))
        painter.drawText(name, _WRAP, self.text())
        painter.setFont(self._look.font("body"))
        painter.setPen(QPen(self._look.colour(second)))
        painter.drawText(below, _WRAP, self._words())
