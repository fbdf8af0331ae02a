"""The one focus ring of the program: 3 px, 2 px away, always shown, also after a click (look, section 4)."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded

_WIDTH = 3.0
_AWAY = 2
_ROOM = 6
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class _RoomRound(QProxyStyle):
    """Tells the frame how far round its widget it may paint."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        return _ROOM if metric in _MARGINS else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - as Qt calls it
    ) -> int:
        # Above its widget, so that the ring belongs to the page (or its scroll area) and is not cut off.
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """Follows the focus of one window."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._style = _RoomRound("Fusion")
        self._style.setParent(self)
        self.setStyle(self._style)
        self.hide()  # until something has the focus: else it shows itself with the window, in its corner
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window and now.property("quietFocus") is not True:
            self.setWidget(now)
        elif self.widget() is not None:
            self.setWidget(None)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _ROOM - _AWAY - _WIDTH / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(self._look.colour("focus"), _WIDTH))
        painter.drawPath(rounded(area, 9))
