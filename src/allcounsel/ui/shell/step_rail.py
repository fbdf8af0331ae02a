"""The steps at the left: real buttons that say where the consultation is, what is done and what is still
open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.card import Scroll
from allcounsel.ui.parts.icons import paint_icon
from allcounsel.ui.parts.words import Text
from allcounsel.ui.tab_order import in_reading_order

WIDE, COMPACT = 216, 64
_RING, _LEAST = 26, 46
_RING_ROOM = 6
"""Room round each step for the ring of the focus, which would else be cut off at the sides."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_AFTER_WORDS = 4
_ROOM_FOR_TEXT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``section``: the small heading it stands under."""

    id: str
    title: str
    section: str


@dataclass(frozen=True, slots=True)
class StepState:
    """``done``: nothing is open; ``open``: so many answers are awaited or could still change the result."""

    done: bool = False
    open: int = 0


class StepButton(QPushButton):
    """One step with its ring: number, tick, or clock. ``walked``: by arrow key, on or back; ``reached``: it
    has the focus now.
    """

    walked = Signal(int)
    reached = Signal()

    def __init__(self, look: Look, step: Step, number: int, parent: QWidget | None = None) -> None:
        super().__init__(step.title, parent)
        self._look = look
        self.step = step
        self._number = number
        self._state = StepState()
        self._here = False
        self.compact = False
        self.setObjectName(f"step-{step.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_state(self._state, here=False)

    def show_state(self, state: StepState, *, here: bool) -> None:
        """What the ring shows, and what is said of it."""
        self._state = state
        self._here = here
        parts = [f"{self._number}. {self.text()}"]
        if here:
            parts.append(self.tr("you are on this step"))
        if state.open:
            parts.append(self._open_words())
        elif state.done:
            parts.append(self.tr("done"))
        self.setAccessibleName(", ".join(parts))
        self.setToolTip(", ".join(parts) if self.compact else "")
        self.updateGeometry()
        self.update()

    def _open_words(self) -> str:
        return self.tr("{number} open").format(number=self._state.open)

    def sizeHint(self) -> QSize:
        width = self._look.px(_RING) if self.compact else self._look.px(160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_RING), self._look.px(40))

    def hasHeightForWidth(self) -> bool:
        return not self.compact

    def heightForWidth(self, width: int) -> int:
        if self.compact:
            return self._look.px(_LEAST)
        return max(_LEAST, sum(self._word_heights(width)) + self._look.px(4))

    def _words_at(self) -> int:
        return 10 + self._look.px(_RING) + 10

    def _word_heights(self, width: int) -> tuple[int, int]:
        """Of the title, in as many lines as it needs, and of what is said below it."""
        room = QRect(0, 0, max(width - self._words_at() - _AFTER_WORDS, 40), 10_000)
        title = QFontMetrics(self._look.font("strong")).boundingRect(room, _ROOM_FOR_TEXT, self.text())
        said = QFontMetrics(self._look.font("caption")).height() if self._state.open else 0
        return title.height(), said

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    # ---- paint
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._here:
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.fillPath(rounded(area, 6), self._look.colour("surface"))
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawPath(rounded(area, 6))
            bar = QRectF(0, self.height() * 0.19, 4, self.height() * 0.62)
            painter.fillPath(rounded(bar, 2), self._look.colour("accent"))
        elif self.underMouse():
            painter.fillPath(rounded(QRectF(self.rect()), 6), self._look.colour("soft"))
        side = float(self._look.px(_RING))
        left = (self.width() - side) / 2 if self.compact else 10.0
        self._paint_ring(painter, QRectF(left, (self.height() - side) / 2, side, side))
        if not self.compact:
            self._paint_words(painter)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        circle = box.adjusted(1, 1, -1, -1)
        icon = box.adjusted(4, 4, -4, -4)
        if self._here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(circle)
            self._paint_number(painter, box, "on_accent")
        elif self._state.open:
            pen = QPen(self._look.colour("edge"), 1.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.1, 2.2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            paint_icon(painter, self._look, "clock", icon, "ink2")
        else:
            done = self._state.done
            painter.setPen(QPen(self._look.colour("accent" if done else "edge"), 1.5))
            painter.setBrush(self._look.colour("surface") if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            if done:
                paint_icon(painter, self._look, "check", icon, "accent")
            else:
                self._paint_number(painter, box, "ink2")

    def _paint_number(self, painter: QPainter, box: QRectF, role: str) -> None:
        painter.setFont(self._look.font("caption_strong"))
        painter.setPen(QPen(self._look.colour(role)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter) -> None:
        title, said = self._word_heights(self.width())
        area = self.rect().adjusted(self._words_at(), 0, -_AFTER_WORDS, 0)
        area.setTop((self.height() - title - said) // 2)
        area.setHeight(title)
        painter.setFont(self._look.font("strong" if self._here else "body"))
        painter.setPen(QPen(self._look.colour("ink")))
        painter.drawText(area, _ROOM_FOR_TEXT, self.text())
        if said:
            area.translate(0, title)
            area.setHeight(said)
            painter.setFont(self._look.font("caption"))
            painter.setPen(QPen(self._look.colour("ink2")))
            painter.drawText(area, _ROOM_FOR_TEXT, self._open_words())


class StepRail(QWidget):
    """All steps, and below them whatever the shell puts at the foot."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._compact = False
        self._here = ""
        self.buttons: list[StepButton] = []
        self._headings: list[Text] = []
        outer = self._outer = QVBoxLayout(self)
        outer.setSpacing(6)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_RING_ROOM, 4, _RING_ROOM, _RING_ROOM)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._scroll = Scroll(inside)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def put_at_foot(self, widget: QWidget) -> None:
        """A notice that stands on every page, as wide as the steps."""
        foot = QVBoxLayout()
        foot.setContentsMargins(_RING_ROOM, 0, _RING_ROOM, 0)
        foot.addWidget(widget)
        self._outer.addLayout(foot)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """These steps, in this order; nothing happens when they are the ones that stand there."""
        if [button.step for button in self.buttons] == list(steps):
            return
        for widget in (*self.buttons, *self._headings):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.buttons, self._headings = [], []
        place, section = 0, ""
        for number, step in enumerate(steps, start=1):
            if step.section != section:
                section = step.section
                place = self._insert_heading(section, place)
            button = StepButton(self._look, step, number)
            button.walked.connect(self._walk)
            button.reached.connect(lambda reached=button: self._bring_into_view(reached))
            button.clicked.connect(lambda _checked=False, chosen=step.id: self.chosen.emit(chosen))
            self._column.insertWidget(place, button)
            button.show()
            self.buttons.append(button)
            place += 1
        self._restyle()

    def _insert_heading(self, section: str, place: int) -> int:
        heading = Text(self._look, section, "caption_strong", "ink2")
        heading.setContentsMargins(10, 8 if place else 0, 0, 2)
        self._column.insertWidget(place, heading)
        self._headings.append(heading)
        return place + 1

    def show_states(self, states: dict[str, StepState], here: str) -> None:
        """How far each step is."""
        for button in self.buttons:
            button.show_state(states.get(button.step.id, StepState()), here=button.step.id == here)
        self._here = here
        QTimer.singleShot(0, self, self._bring_here_into_view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QTimer.singleShot(0, self, self._bring_here_into_view)

    def _bring_here_into_view(self) -> None:
        for button in self.buttons:
            if button.step.id == self._here:
                self._bring_into_view(button)

    def _bring_into_view(self, button: StepButton) -> None:
        """In large text not all steps fit."""
        self._scroll.ensureWidgetVisible(button, 0, _RING_ROOM)

    def use_compact(self, *, compact: bool) -> None:
        """Rings only, names as tooltips; for pages that need the width."""
        self._compact = compact
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What stands at the foot leaves its arrow keys to the rail."""
        if event.key() in _STEPS:
            self._walk(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """Arrow keys walk in the rail, and end at its ends."""
        stops = [
            widget
            for widget in in_reading_order(self)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        here = next((index for index, widget in enumerate(stops) if widget.hasFocus()), 0)
        stops[max(0, min(here + step, len(stops) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def is_compact(self) -> bool:
        """Whether only the rings are shown."""
        return self._compact or self._look.stacked

    def _restyle(self) -> None:
        compact = self.is_compact
        self.setFixedWidth(max(COMPACT, self._look.px(_RING) + 38) if compact else self._look.px(WIDE))
        across = (10 if compact else 12) - _RING_ROOM
        self._outer.setContentsMargins(across, 8, across, 12)
        for heading in self._headings:
            heading.setVisible(not compact)
        for button in self.buttons:
            button.compact = compact
            button.updateGeometry()
            button.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))
