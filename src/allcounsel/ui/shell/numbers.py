"""Whether the family wants to hear numbers: a notice at the foot of the rail until it was asked, and the
asking.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from allcounsel.domain.ids import FeatureId
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.button import ARROWS, Button
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.icons import Icon, paint_icon
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import ScreenWords
from allcounsel.ui.tab_order import focus_first

NUMBERS = FeatureId("family.wants_numbers")
NOT_ASKED = "not_asked"


class NumbersNotice(QWidget):
    """Says what is known of the family's wish; pressing it asks."""

    asked = Signal()

    def __init__(self, look: Look, words: ScreenWords, model: CaseModel) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._model = model
        self._compact = False
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._icon = Icon(look, "question", 20, "att")
        head.addWidget(self._icon)
        self._title = Text(look, self.tr("Numbers"), "strong", "att").on_one_line()
        head.addWidget(self._title, 1)
        column.addLayout(head)
        self._state = Text(look, "", "small")
        column.addWidget(self._state)
        self.button = Button(look, self.tr("Ask the family now"), "link")
        self.button.clicked.connect(self.asked)
        column.addWidget(self.button)
        self.small = _RingButton(look, self)
        self.small.clicked.connect(self.asked)
        column.addWidget(self.small, 0, Qt.AlignmentFlag.AlignHCenter)
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Follow the case."""
        said = self._model.case.text(NUMBERS) or NOT_ASKED
        known = said != NOT_ASKED
        self._state.setText(self._words.words.option(NUMBERS, said))
        self.button.reword(self.tr("Change") if known else self.tr("Ask the family now"))
        spoken = self.tr("Numbers: {state}. Ask the family").format(state=self._state.text())
        self.button.setAccessibleName(spoken)
        self.small.setAccessibleName(spoken)
        self.small.setToolTip(spoken)
        self._icon.show_icon("check" if known else "question", "accent" if known else "att")
        self._title.restyle(role="ink" if known else "att")
        self.update()

    def use_compact(self, *, compact: bool) -> None:
        """Only the ring."""
        self._compact = compact
        for widget in (self._icon, self._title, self._state, self.button):
            widget.setVisible(not compact)
        self.small.setVisible(compact)
        self._column.setContentsMargins(*((2, 2, 2, 2) if compact else (12, 8, 10, 8)))

    @property
    def known(self) -> bool:
        """Whether the family was asked."""
        return (self._model.case.text(NUMBERS) or NOT_ASKED) != NOT_ASKED

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        ground, edge = ("surface", "line") if self.known else ("att_bg", "att_edge")
        painter.fillPath(rounded(area, 6), self._look.colour(ground))
        painter.setPen(QPen(self._look.colour(edge), 1.2))
        painter.drawPath(rounded(area, 6))


class _RingButton(QPushButton):
    """The notice when the rail is compact."""

    def __init__(self, look: Look, notice: NumbersNotice) -> None:
        super().__init__(notice)
        self._look = look
        self._notice = notice
        self.setFixedSize(36, 36)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in ARROWS:
            event.ignore()  # for the rail
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        name, role = ("check", "accent") if self._notice.known else ("question", "att")
        paint_icon(QPainter(self), self._look, name, QRectF(7, 7, 22, 22), role)


class NumbersPanel(Card):
    """Three answers and the sentence to say; opens over the page, Escape closes it."""

    closed = Signal()

    def __init__(self, look: Look, words: ScreenWords, model: CaseModel, parent: QWidget) -> None:
        super().__init__(look, padding=(20, 16), edge="edge", parent=parent)
        self._model = model
        self._look_px = look
        self.column.addWidget(Text(look, self.tr("Does the family want to hear numbers?"), "h3"))
        saying = self.tr("“Some parents want to hear numbers, some do not. What would help you today?”")
        self.column.addWidget(Text(look, saying, "body", "ink2"))
        options = [(option, words.words.option(NUMBERS, option)) for option in (NOT_ASKED, "yes", "no")]
        self.cells = Segments(look, options, self.tr("Numbers"))
        self.cells.name_cells(self.tr("Numbers"))
        self.cells.picked.connect(self._on_picked)
        self.column.addWidget(self.cells)
        self.done = Button(look, self.tr("Done"), small=True)
        self.done.clicked.connect(self.leave)
        self.column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def open_above(self, bottom_left: QPoint) -> None:
        """Show at a place of the parent."""
        self.cells.show_values(self._model.case.text(NUMBERS) or NOT_ASKED)
        width = self._look_px.px(456)
        self.resize(width, self.column.totalHeightForWidth(width))
        self.move(bottom_left.x(), bottom_left.y() - self.height())
        self.show()
        self.raise_()
        focus_first(self.cells)

    def leave(self) -> None:
        """Close; what was picked stays."""
        self.hide()
        self.closed.emit()

    def _on_picked(self) -> None:
        self._model.answer(NUMBERS, self.cells.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
