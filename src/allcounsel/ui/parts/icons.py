"""Line icons in the colour of the words beside them, and the shapes of the groups."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from allcounsel.domain.shapes import group_shape
from allcounsel.ui.look import Look
from allcounsel.ui.paint import draw


def paint_icon(painter: QPainter, look: Look, name: str, area: QRectF, role: str) -> None:
    """Draw an icon into a square of the window."""
    look.icon(name, role).render(painter, area)


class Icon(QWidget):
    """An icon that stands beside a word; assistive technology reads the word and skips this."""

    def __init__(
        self, look: Look, name: str, size: int = 20, role: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._size = size
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.updateGeometry)

    def show_icon(self, name: str, role: str | None = None) -> None:
        """Another icon."""
        self._name = name
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = float(min(self.width(), self.height()))
        paint_icon(painter, self._look, self._name, QRectF(0, 0, side, side), self._role)


class GroupMark(QWidget):
    """The shape of a group, open while anything may still change it (look, section 5)."""

    def __init__(self, look: Look, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._group = ""
        self._closed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_group(self, group: str, *, closed: bool) -> None:
        """``group``: empty for "no group yet"."""
        self._group = group
        self._closed = closed
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = float(min(self.width(), self.height()))
        draw(painter, self._look, group_shape(self._group or None, side, closed=self._closed))
