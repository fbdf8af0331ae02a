"""Notices: to know, to check, must be put right. They stand beside what they speak of (look, section 8)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.icons import Icon
from allcounsel.ui.parts.words import Marked, show_if

_KINDS = {
    "know": ("soft", "accent", "ink", "info"),
    "check": ("att_bg", "att_edge", "att", "warning"),
    "stop": ("stop_bg", "stop_edge", "stop", "minus"),
}


class Notice(QWidget):
    """One sentence with a bar at its left and at most two actions as words."""

    def __init__(self, look: Look, kind: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._said = text
        self._ground, self._bar, ink, icon = _KINDS[kind]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(Icon(look, icon, 20, ink), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        self._words = Marked(look, text, "small")
        column.addWidget(self._words)
        self._actions = QHBoxLayout()
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(16)
        self._actions.addStretch(1)
        column.addLayout(self._actions)
        look.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What it says, without marks."""
        return self._said

    def say(self, text: str) -> None:
        """Say it, and read it out once; an empty text hides the notice."""
        changed = text != self._said
        self._said = text
        self._words.setText(text)
        show_if(self, wanted=bool(text))
        if text and changed:
            announce(self, text)

    def add_action(self, text: str) -> Button:
        """A verb in the notice; the caller connects it."""
        button = Button(self._look, text, "link")
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = rounded(area, 6)
        painter.fillPath(shape, self._look.colour(self._ground))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, 4.5, self.height()), self._look.colour(self._bar))
        painter.restore()
        painter.setPen(QPen(self._look.colour(self._bar), 1))
        painter.drawPath(shape)


def announce(widget: QWidget, text: str) -> None:
    """Tell assistive technology, where there is any."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text.replace("**", "")))
