"""Puts pages on paper through the system's printer, page by page, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

PRINT_DPI = 200


class PrintRun(QObject):
    """One paper on its way. ``went``: so many pages are out; ``done``: whether all are."""

    went = Signal(int)
    done = Signal(bool)

    def __init__(self, printer: QPrinter, pages: Sequence[bytes], parent: QObject) -> None:
        """``pages``: images of whole sheets; the printer's own choice of pages is followed."""
        super().__init__(parent)
        self._printer = printer
        first, last = printer.fromPage(), printer.toPage()
        self._pages = list(pages[first - 1 : last] if first and last else pages)
        self._printer.setFullPage(True)
        self._painter = QPainter()
        self._at = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    @property
    def count(self) -> int:
        """How many pages are printed."""
        return len(self._pages)

    def start(self) -> None:
        """Begin; a printer that does not answer ends it at once."""
        if self._painter.begin(self._printer):
            self._timer.start(0)
        else:
            self.done.emit(False)

    def stop(self) -> None:
        """The pages that are out stay out."""
        if self._timer.isActive():
            self._timer.stop()
            self._printer.abort()
            self._painter.end()
            self.done.emit(False)

    def finish(self) -> None:
        """Print what is left at once: whoever leaves the child gives its family a whole paper."""
        while self._timer.isActive():
            self._next()

    def _next(self) -> None:
        if self._at and not self._printer.newPage():
            self.stop()
            return
        paper = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        self._painter.drawImage(paper, QImage.fromData(self._pages[self._at]))
        self._at += 1
        self.went.emit(self._at)
        if self._at == len(self._pages):
            self._timer.stop()
            self.done.emit(self._painter.end())
