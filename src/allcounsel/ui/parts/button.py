"""Buttons: one main button a page, ordinary ones, quiet ones in words, and links (look, section 4)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.icons import paint_icon

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_RADIUS = 6.0
_GAP = 8


class Button(QPushButton):
    """A verb that can be pressed; Enter and Space both press it.

    ``kind``: main, ordinary, quiet or link. ``key``: the shortcut, written small after the text.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str = "ordinary",
        *,
        icon: str = "",
        key: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text)
        self._look = look
        self._kind = kind
        self._icon = icon
        self._key = key
        self._small = small
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        look.changed.connect(self.updateGeometry)

    def reword(self, text: str, *, icon: str | None = None, key: str | None = None) -> None:
        """New words on the same button."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = self._icon if icon is None else icon
        self._key = self._key if key is None else key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        if self._icon:
            width += self._icon_size() + (_GAP if self.text() else 0)
        if self._key:
            width += QFontMetricsF(self._key_font()).horizontalAdvance(self._key) + self._look.px(10)
        return QSize(round(width) + 2 * self._padding() + 1, self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in ARROWS:
            event.ignore()  # Qt would go on to whatever comes next, also into a line to type on
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter)

    # ---- measures
    def _font(self) -> QFont:
        return self._look.font("small" if self._kind == "link" else "strong")

    def _key_font(self) -> QFont:
        return self._look.font("caption")

    def _icon_size(self) -> int:
        return self._look.px(20)

    def _padding(self) -> int:
        if self._kind == "link":
            return 2
        return self._look.px(12 if self._small or self._kind == "quiet" else 16)

    def _height(self) -> int:
        if self._kind == "link":
            return self._look.px(26)
        return self._look.px(32 if self._small else 40)

    # ---- paint
    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        fill, edge = self._fill_and_edge()
        if fill:
            painter.fillPath(rounded(area, _RADIUS), self._look.colour(fill))
        if edge:
            pen = QPen(self._look.colour(edge), 1.5)
            if not self.isEnabled():
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawPath(rounded(area, _RADIUS))

    def _fill_and_edge(self) -> tuple[str, str]:
        active = self.isDown() or self.underMouse()
        if self._kind in ("quiet", "link"):
            return ("soft" if active else "", "")
        if not self.isEnabled():
            return ("", "line")
        if self._kind == "main":
            return ("accent2" if active else "accent", "")
        if self.isDown():
            return ("soft", "accent")
        return ("ground" if self.underMouse() else "surface", "edge")

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink2"
        if self._kind == "main":
            return "on_accent"
        return "accent" if self._kind in ("quiet", "link") else "ink"

    def _paint_words(self, painter: QPainter) -> None:
        ink = self._look.colour(self._ink())
        x = float(self._padding())
        if self._icon:
            side = float(self._icon_size())
            area = QRectF(x, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._look, self._icon, area, self._ink())
            x += side + _GAP
        painter.setPen(QPen(ink))
        painter.setFont(self._font())
        metrics = QFontMetricsF(self._font())
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, base), self.text())
        width = metrics.horizontalAdvance(self.text())
        if self._kind == "link":
            painter.setPen(QPen(ink, 1.2))
            painter.drawLine(QPointF(x, base + 3), QPointF(x + width, base + 3))
        if self._key:
            painter.setFont(self._key_font())
            painter.drawText(QPointF(x + width + self._look.px(10), base), self._key)
