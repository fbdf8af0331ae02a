"""The segmented choice: a few answers side by side, one of them (or several) picked.

Tab comes to the group once; arrow keys walk inside it, Space or Enter picks. The mouse wheel does nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.icons import paint_icon

_RADIUS = 6.0
_GAP = 8
_WORDS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a group is picked from.

    ``several``: any number may be picked. ``toggles``: the picked one can be let go again.
    ``solid``: picked cells are filled, as the answer states are. ``fills``: the cells share all the room.
    """

    several: bool = False
    toggles: bool = False
    solid: bool = False
    fills: bool = False


ONE = Manner()


class Cell(QAbstractButton):
    """One answer. Square towards neighbours it is joined to."""

    walked = Signal(int)
    left = Signal()

    def __init__(self, look: Look, value: str, text: str, icon: str, parent: Segments) -> None:
        super().__init__(parent)
        self._look = look
        self._group = parent
        self.value = value
        self.icon_name = icon
        self.ends = (True, True)
        self._sizes: dict[tuple[object, ...], QSize] = {}
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(not (parent.manner.several or parent.manner.toggles))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def pick(self, *, on: bool) -> None:
        """Set without telling anybody; also the checked one of an exclusive group can be cleared."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(on)
        self.setAutoExclusive(exclusive)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def size_within(self, width: int) -> QSize:
        """How large the cell wants to be when it may be so wide; layouts ask this very often."""
        key = (width, self._look.scale, self.text())
        if key not in self._sizes:
            self._sizes[key] = self._measured(width)
        return self._sizes[key]

    def _measured(self, width: int) -> QSize:
        """Room for the words as they are when picked, so that picking moves no neighbour."""
        metrics = QFontMetrics(self._look.font("strong"))
        beside = self._beside()
        one_line = metrics.horizontalAdvance(self.text()) + beside + 2
        height = self._look.px(40)
        if one_line <= width:
            return QSize(max(one_line, self._look.px(56)), height)
        box = metrics.boundingRect(QRect(0, 0, max(width - beside, 40), 10_000), _WORDS, self.text())
        return QSize(width, max(height, box.height() + self._look.px(14)))

    def sizeHint(self) -> QSize:
        return self.size_within(10_000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.walked.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        self._paint_ground(painter)
        self._paint_words(painter)

    def _font(self) -> QFont:
        return self._look.font("strong" if self.isChecked() else "body")

    def _padding(self) -> int:
        return self._look.px(14 if self._group.manner.several else 10)

    def _icon_room(self) -> int:
        return self._look.px(18) + (6 if self._group.manner.several else 4)

    def _beside(self) -> int:
        """What stands beside the words of a picked cell."""
        return 2 * self._padding() + self._icon_room()

    def _ink(self) -> str:
        return "on_accent" if self.isChecked() and self._group.manner.solid else "ink"

    def _paint_ground(self, painter: QPainter) -> None:
        left, right = self.ends
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        shape = area.adjusted(0 if left else -12, 0, 0 if right else 12, 0)
        painter.fillPath(rounded(shape, _RADIUS), self._look.colour(self._ground()))
        painter.setPen(QPen(self._look.colour("edge"), 1.5))
        painter.drawPath(rounded(shape, _RADIUS))
        if not left:
            painter.drawLine(area.topLeft(), area.bottomLeft())
        if self.isChecked() and not self._group.manner.solid and not self._group.manner.several:
            painter.save()
            painter.setClipPath(rounded(shape, _RADIUS), Qt.ClipOperation.IntersectClip)
            painter.fillRect(QRectF(0, self.height() - 4, self.width(), 4), self._look.colour("accent"))
            painter.restore()

    def _ground(self) -> str:
        if self.isChecked():
            return "accent" if self._group.manner.solid else "soft"
        return "ground" if self.underMouse() else "surface"

    def _paint_words(self, painter: QPainter) -> None:
        room = self._icon_room() if self.isChecked() or self._group.manner.several else 0
        inside = max(self.width() - self._beside(), 1)
        words = min(QFontMetrics(self._font()).horizontalAdvance(self.text()), inside)
        x = self._padding()  # a box to tick stays where it is
        if not self._group.manner.several:
            x = max((self.width() - room - words) // 2, x)
        side = self._look.px(18)
        box = QRectF(x, (self.height() - side) / 2, side, side)
        if self._group.manner.several:
            self._paint_box(painter, box)
        elif self.isChecked():
            paint_icon(painter, self._look, self.icon_name, box, self._ink())
        painter.setFont(self._font())
        painter.setPen(QPen(self._look.colour(self._ink())))
        area = QRect(x + room, 0, inside + self._padding() // 2, self.height())
        painter.drawText(area, _WORDS, self.text())

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        """The little check box of a choice of several."""
        if self.isChecked():
            painter.fillPath(rounded(box, 4), self._look.colour("accent"))
            paint_icon(painter, self._look, "check", box.adjusted(1, 1, -1, -1), "on_accent")
        else:
            painter.setPen(QPen(self._look.colour("edge"), 1.5))
            painter.drawPath(rounded(box.adjusted(0.75, 0.75, -0.75, -0.75), 4))


class Segments(QWidget):
    """A group of cells; ``picked`` is sent only when a person picks. ``icons``: for a picked cell."""

    picked = Signal()

    def __init__(
        self,
        look: Look,
        options: Sequence[tuple[str, str]],
        name: str,
        *,
        manner: Manner = ONE,
        icons: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._look = look
        self.manner = manner
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.cells = [
            Cell(look, value, text, icons[index] if icons else "check", self)
            for index, (value, text) in enumerate(options)
        ]
        for cell in self.cells:
            cell.clicked.connect(self._on_click)
            cell.walked.connect(self._on_walk)
            cell.left.connect(self._rove)
        self._rove()
        look.changed.connect(self._relayout)

    def name_cells(self, question: str) -> None:
        """Each cell says which question it answers, for those who hear one control at a time."""
        self.setAccessibleName(question)
        for cell in self.cells:
            cell.setAccessibleName(f"{question}: {cell.text()}")

    @property
    def value(self) -> str:
        """What is picked; empty when nothing is."""
        return next((cell.value for cell in self.cells if cell.isChecked()), "")

    @property
    def values(self) -> tuple[str, ...]:
        """Everything that is picked, in order."""
        return tuple(cell.value for cell in self.cells if cell.isChecked())

    def show_values(self, *values: str) -> None:
        """Pick without telling anybody."""
        for cell in self.cells:
            cell.pick(on=cell.value in values)
        self._rove()
        self._relayout()

    # ---- keys
    def _on_click(self) -> None:
        if self.manner.toggles:  # Qt would not let the picked one of an exclusive group go
            clicked = self.sender()
            for cell in self.cells:
                if cell is not clicked:
                    cell.pick(on=False)
        self._rove()
        self._relayout()
        self.picked.emit()

    def _on_walk(self, step: int) -> None:
        focused = next((i for i, cell in enumerate(self.cells) if cell.hasFocus()), 0)
        target = self.cells[(focused + step) % len(self.cells)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self) -> None:
        """One cell is reached by Tab: the picked one, else the first. All take focus by arrow and mouse."""
        picked = [cell for cell in self.cells if cell.isChecked()]
        home = picked[0] if picked else self.cells[0]
        for cell in self.cells:
            stop = cell is home
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    # ---- layout: joined in one line where there is room, else one after another in several
    def sizeHint(self) -> QSize:
        if not self.manner.several:
            return QSize(self._joined_width(), self.heightForWidth(self._joined_width()))
        width = sum(cell.sizeHint().width() + _GAP for cell in self.cells) - _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max(cell.sizeHint().width() for cell in self.cells)
        return QSize(min(widest, self._look.px(180)), self._look.px(40))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(rect.bottom() + 1 for rect, _ in self._places(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _joined_width(self) -> int:
        return sum(cell.sizeHint().width() - 1 for cell in self.cells) + 1

    def _relayout(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        for cell, (rect, ends) in zip(self.cells, self._places(self.width()), strict=True):
            cell.ends = ends
            cell.setGeometry(rect)
            cell.update()

    def _places(self, width: int) -> list[tuple[QRect, tuple[bool, bool]]]:
        if self._joined_width() <= width and not self.manner.several:
            return self._in_one_line(width)
        return self._in_lines(width)

    def _in_one_line(self, width: int) -> list[tuple[QRect, tuple[bool, bool]]]:
        places, x, last = [], 0, len(self.cells) - 1
        spare = max(width - self._joined_width(), 0) if self.manner.fills else 0
        for index, cell in enumerate(self.cells):
            size = cell.sizeHint()
            wide = size.width() + spare * (index + 1) // len(self.cells) - spare * index // len(self.cells)
            places.append((QRect(x, 0, wide, size.height()), (index == 0, index == last)))
            x += wide - 1
        return places

    def _in_lines(self, width: int) -> list[tuple[QRect, tuple[bool, bool]]]:
        places: list[tuple[QRect, tuple[bool, bool]]] = []
        x = y = line_height = 0
        for cell in self.cells:
            size = cell.size_within(max(width, 80))
            if x and x + size.width() > width:
                x, y, line_height = 0, y + line_height + _GAP, 0
            places.append((QRect(x, y, size.width(), size.height()), (True, True)))
            x += size.width() + _GAP
            line_height = max(line_height, size.height())
        return places
