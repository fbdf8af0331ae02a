"""The recovery code, shown once, to be printed or written down and kept away from the laptop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout

from allcounsel.ui import dialogs
from allcounsel.ui.gate.sheet import GateSheet
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.words import Text

_POINTS = (20, 12, 22)
"""Sizes of the title, the sentences and the code on paper."""


class CodeSheet(GateSheet):
    """``kept``: a person says that the code is in a safe place."""

    kept = Signal()

    def __init__(self, look: Look, code: str) -> None:
        super().__init__(
            look,
            self.tr("The recovery code"),
            self.tr(
                "If every passphrase is forgotten, this code opens what is saved. It is shown **only now**. "
                "Keep it on paper, away from this laptop, where the clinic keeps such things."
            ),
        )
        self._code = code
        self.code = Text(look, code.replace("-", "\u2011"), "h2")
        self.code.setAccessibleName(" ".join(code.replace("-", " ")))
        self.print = Button(look, self.tr("Print…"))
        self.print.clicked.connect(self._print)
        self.safe = Check(look, self.tr("The code is in a safe place, on paper"))
        self.go = Button(look, self.tr("Go on"), "main")
        self.go.setEnabled(False)
        self.safe.toggled.connect(self.go.setEnabled)
        self.go.clicked.connect(self.kept)
        row = QHBoxLayout()
        for button in (self.print, self.go):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self.code)
        self.body.addWidget(self.safe)
        self.body.addLayout(row)

    def enter(self) -> None:
        """Begin with printing."""
        self.print.setFocus()

    def _print(self) -> None:
        printer = dialogs.ask_printer(self, 1)
        if printer is not None:
            self.paint(printer)

    def paint(self, printer: QPrinter) -> None:
        """One page with the code and what it is for."""
        said = (
            self.tr("Recovery code of allcounsel on one laptop"),
            self.tr("It opens the saved children when every passphrase is forgotten. Keep it locked away."),
            self._code,
        )
        painter = QPainter(printer)
        page = QRectF(painter.viewport()).adjusted(400, 400, -400, -400)
        top = page.top()
        for text, points in zip(said, _POINTS, strict=True):
            painter.setFont(QFont(self.font().family(), points))
            room = QRectF(page.left(), top, page.width(), page.height())
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
            used = painter.boundingRect(room, flags, text)
            painter.drawText(room, flags, text)
            top += used.height() * 1.6
        painter.end()
