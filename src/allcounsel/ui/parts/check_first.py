"""Says in the bar at the top that a value has to be checked before the group beside it can be trusted, and
leads to the question.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.button import ARROWS
from allcounsel.ui.parts.icons import paint_icon
from allcounsel.ui.parts.words import show_if

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_PADDING, _ICON, _GAP = 10, 20, 8
_STYLE = "caption_strong"


def check_words(count: int) -> str:
    """``One value has to be checked first``."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("CheckFirst", "One value has to be checked first")
    return translate("CheckFirst", "{count} values have to be checked first").format(count=count)


class CheckFirst(QPushButton):
    """In two short lines, so that it stands before the group without pushing it out of the bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("check-first")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.hide()

    def show_count(self, count: int) -> None:
        """How many values wait to be checked; none hides it."""
        words = check_words(count)
        self.setText(words)
        self.setAccessibleName(self.tr("{words}. Go to the question").format(words=words))
        show_if(self, wanted=count > 0)
        self.updateGeometry()
        self.update()

    def _words_box(self) -> QRect:
        metrics = QFontMetrics(self._look.font(_STYLE))
        widest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        room = metrics.horizontalAdvance(self.text()) // 2 + widest // 2
        return metrics.boundingRect(QRect(0, 0, room, 1000), _WRAP, self.text())

    def sizeHint(self) -> QSize:
        box, across = self._words_box(), _PADDING * 2 + _ICON + _GAP
        return QSize(box.width() + 4 + self._look.px(across), max(self._look.px(40), box.height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.fillPath(rounded(area, 6), self._look.colour("att_bg"))
        painter.setPen(QPen(self._look.colour("att_edge"), 1.5))
        painter.drawPath(rounded(area, 6))
        padding, side = self._look.px(_PADDING), self._look.px(_ICON)
        box = QRectF(padding, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._look, "warning", box, "att")
        painter.setFont(self._look.font(_STYLE))
        painter.setPen(QPen(self._look.colour("att")))
        words = self.rect().adjusted(padding + side + self._look.px(_GAP), 0, 0, 0)
        words.setWidth(self._words_box().width() + 4)
        painter.drawText(words, _WRAP, self.text())
