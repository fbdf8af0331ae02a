"""The one focus ring of the program: 3 px, 2 px away, always shown, also after a click (look, section 4)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
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
from allcounsel.ui.parts.card import bring_into_view, fits_its_page

_WIDTH = 3.0
_AWAY = 2
_ROOM = 6
WHOLE = "seenWhole"
"""A property of a widget: all of it is brought into view when something inside it has the focus."""
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.StyleChange)
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
    """Follows the focus of one window, and brings into view what has it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._style = _RoomRound("Fusion")
        self._style.setParent(self)
        self.setStyle(self._style)
        self.hide()  # until something has the focus: else it shows itself with the window, in its corner
        self._laid_out = QTimer(self)  # fires once everything that was posted before is laid out
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._bring_into_view)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @property
    def holder(self) -> QWidget | None:
        """What the ring is round."""
        return self.widget()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            self.setWidget(now)
            self._laid_out.start(0)
        elif self.holder is not None:
            self.setWidget(None)  # type: ignore[arg-type]

    def _bring_into_view(self) -> None:
        """Qt does so for Tab alone. Under a mouse that is pressed nothing may move away."""
        widget = self.holder
        if widget is None or QApplication.mouseButtons():
            return
        whole: QWidget | None = widget
        while whole is not None and not whole.property(WHOLE):
            whole = whole.parentWidget()
        if whole is not None and fits_its_page(whole):
            bring_into_view(whole)
        bring_into_view(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt hides the ring while its widget is scrolled away or restyled, and would leave it hidden."""
        done = super().eventFilter(watched, event)
        if event.type() in _MOVED and self.isHidden() and self._is_on_its_page():
            self.show()
            self.raise_()
        return done

    def _is_on_its_page(self) -> bool:
        widget, page = self.holder, self.parentWidget()
        if widget is None or page is None or not widget.isVisible():
            return False
        return page.rect().intersects(self.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _ROOM - _AWAY - _WIDTH / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(self._look.colour("focus"), _WIDTH))
        painter.drawPath(rounded(area, 9))
