"""One screen of questions, made from the content: a title, a sentence, and a card with a row for each
question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from allcounsel.domain.ids import FeatureId
from allcounsel.services.wizard_flow import Part
from allcounsel.ui.look import Look
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.card import Card, Hairline, Scroll
from allcounsel.ui.wizard.row import QuestionRow


class QuestionPage(Page):
    """The rows come from outside, so that what was typed outlives a page that falls into other screens."""

    def __init__(self, look: Look, title: str, intro: str, part: Part, rows: Sequence[QuestionRow]) -> None:
        super().__init__(look)
        self.part = part
        self.rows = tuple(rows)
        self._last: QuestionRow | None = None
        self._next: Callable[[], Action | None] = lambda: None
        self.head(title, intro)
        card = Card(look, padding=(1, 1))
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        for index, row in enumerate(self.rows):
            if index:
                self._list.addWidget(Hairline(look))
            self._list.addWidget(row)
            row.show()
            row.refresh()
        self._list.addStretch(1)
        card.column.addWidget(Scroll(inside))
        self.column.addWidget(card, 1)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def leads_to(self, action: Callable[[], Action | None]) -> None:
        """What the main button says and does."""
        self._next = action

    def main_action(self) -> Action | None:
        return self._next()

    def settle(self) -> None:
        for row in self.rows:
            if row.isVisibleTo(self):
                row.take_if_typing()

    def enter(self) -> None:
        if self.rows:
            self.rows[0].focus()

    def go_to(self, feature_id: FeatureId) -> None:
        """Put the focus into one question and say what is wrong there."""
        for row in self.rows:
            if row.feature.id == feature_id:
                row.insist()
                row.focus()
                self._last = row

    def toggle_help(self) -> None:
        row = self._last or (self.rows[0] if self.rows else None)
        if row is not None:
            row.toggle_help()

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if not self.isVisible():
            return
        left, entered = self._row_of(old), self._row_of(now)
        if left is not None and left is not entered and now is not None:
            left.leave()
        self._last = entered or self._last

    def _row_of(self, widget: QWidget | None) -> QuestionRow | None:
        while widget is not None and widget is not self:
            if isinstance(widget, QuestionRow):
                return widget
            widget = widget.parentWidget()
        return None
