"""Lines to type on: they keep what was typed, whatever it is, and never change it by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded

_CTRL = Qt.KeyboardModifier.ControlModifier
_PROGRAM_KEYS = {
    *((_CTRL, key) for key in (Qt.Key.Key_E, Qt.Key.Key_F, Qt.Key.Key_N, Qt.Key.Key_R)),
    *((_CTRL, key) for key in (Qt.Key.Key_Z, Qt.Key.Key_Y)),
    (_CTRL | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Z),
}
_EDGES = {"": ("edge", 1.5), "check": ("att_edge", 2.0), "stop": ("stop_edge", 2.0)}


class Line(QLineEdit):
    """One line to type on. ``letters``: how many it shows; 0 takes all the room there is."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        letters: int = 0,
        placeholder: str = "",
        longest: int = 500,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._letters = letters
        self._problem = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Fixed if letters else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    @property
    def is_short(self) -> bool:
        """Whether it is only as wide as what it is for."""
        return self._letters > 0

    def mark(self, problem: str) -> None:
        """``check`` or ``stop`` gives the border its colour; empty takes it away."""
        if problem != self._problem:
            self._problem = problem
            self.update()

    def event(self, event: QEvent) -> bool:
        """Leave the program's own keys to it, where it wants them. On X11 Ctrl+E would only move the cursor
        to the end, and Ctrl+Z would take back letters and no answer.
        """
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and (event.modifiers(), event.key()) in _PROGRAM_KEYS:
            event.ignore()
            return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("lead"))
        width = metrics.horizontalAdvance("0") * (self._letters or 12) + self._look.px(24)
        return QSize(width, self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        role, width = _EDGES[self._problem]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = width / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.fillPath(rounded(area, 6), self._look.colour("surface"))
        painter.setPen(QPen(self._look.colour(role), width))
        painter.drawPath(rounded(area, 6))
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        self.setFont(self._look.font("lead"))
        self.setTextMargins(self._look.px(11), 0, self._look.px(8), 0)
        self.updateGeometry()
