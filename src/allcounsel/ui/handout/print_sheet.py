"""Before anything is printed: once more which child, which group, which language and how many pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.words import Text

_WIDTH = 640


class PrintSheet(Card):
    """Lies over the page. ``wanted``: go on to the printer; ``closed``: think better of it."""

    wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, padding=(32, 24), edge="accent", parent=over)
        self._over = over
        self.column.addWidget(Text(look, self.tr("Is this the right paper?"), "h2"))
        self.lines = [Text(look, "", style) for style in ("h3", "lead", "body")]
        for line in self.lines:
            self.column.addWidget(line)
        row = QHBoxLayout()
        self.go = Button(look, self.tr("Choose a printer…"), "main")
        self.leave = Button(look, self.tr("Do not print"))
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.close_sheet)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        row.addStretch(1)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.hide()

    def ask(self, child: str, group: str, paper: str) -> None:
        """Say it in three lines."""
        for line, words in zip(self.lines, (child, group, paper), strict=True):
            line.setText(words)
        width = min(self._look.px(_WIDTH), self._over.width() - 48)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._over.width() - width) // 2, max((self._over.height() - self.height()) // 3, 24))
        self.show()
        self.raise_()
        self.go.setFocus()

    def _on_go(self) -> None:
        self.hide()
        self.wanted.emit()

    def close_sheet(self) -> None:
        """Nothing was printed."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)
