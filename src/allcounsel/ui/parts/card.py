"""Cards and lines: the flat white surfaces that hold things together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded

_RING_ROOM = 12


class Card(QWidget):
    """A surface with a hairline round it."""

    def __init__(
        self,
        look: Look,
        *,
        padding: tuple[int, int] = (16, 12),
        role: str = "surface",
        edge: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._edge = edge
        self.column = QVBoxLayout(self)
        across, down = padding
        self.column.setContentsMargins(across, down, across, down)
        self.column.setSpacing(8)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillPath(rounded(area, 10), self._look.colour(self._role))
        painter.setPen(QPen(self._look.colour(self._edge), 1))
        painter.drawPath(rounded(area, 10))


class TableBand(QWidget):
    """A quiet band across a card: table head or foot."""

    def __init__(self, look: Look, *, at_foot: bool = False) -> None:
        super().__init__()
        self._look = look
        self._at_foot = at_foot

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        above, below = (-20, 0) if self._at_foot else (0, 20)
        painter.fillPath(
            rounded(QRectF(self.rect().adjusted(0, above, 0, below)), 9), self._look.colour("ground")
        )
        y = 0 if self._at_foot else self.height() - 1
        painter.fillRect(0, y, self.width(), 1, self._look.colour("line"))


class Hairline(QWidget):
    """One level line without meaning, between rows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.colour("line"))


class Sheet(QWidget):
    """What a page scrolls as a whole in large text; in ordinary text it fits, and lists scroll inside it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        if layout is None:
            return self.minimumSizeHint().height()
        return (
            layout.totalHeightForWidth(width)
            if self._look.stacked
            else layout.totalMinimumHeightForWidth(width)
        )


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget and the ring round it; of one that is higher than the page, to its top."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            _scroll_to(around, widget)
        around = around.parentWidget()


def fits_its_page(widget: QWidget) -> bool:
    """Whether the page that scrolls it can show all of it at once."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around is None or widget.height() + 2 * _RING_ROOM <= around.viewport().height()


def _scroll_to(area: QScrollArea, widget: QWidget) -> None:
    seen = area.viewport()
    start = widget.mapTo(seen, QPoint())
    for bar, at, size, room in (
        (area.horizontalScrollBar(), start.x(), widget.width(), seen.width()),
        (area.verticalScrollBar(), start.y(), widget.height(), seen.height()),
    ):
        before, after = at - _RING_ROOM, at + size + _RING_ROOM - room
        if before < 0 or after - before > 0:
            bar.setValue(bar.value() + before)
        elif after > 0:
            bar.setValue(bar.value() + after)


class Scroll(QScrollArea):
    """Up-and-down scrolling only; what is inside always fits the width."""

    def __init__(self, inside: QWidget, name: str = "") -> None:
        """``name``: for lists without buttons, so that Tab reaches them and arrow keys scroll them."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._inside = inside
        self._least_height = inside.minimumHeight()
        self._fit()
        self.setWidget(inside)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Words that wrap are as high as they need at the width they have.

        Qt would also keep the height that they need at their least width, and one could scroll on to an
        empty panel. A least height of 1 says that there is none.
        """
        layout = self._inside.layout()
        flows = layout is not None and layout.hasHeightForWidth()
        self._inside.setMinimumHeight(1 if flows else self._least_height)
