"""When a result that is waited for is expected: a day, or nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allcounsel.services.answer_reading import day_of
from allcounsel.ui.look import Look
from allcounsel.ui.parts.words import Text
from allcounsel.ui.wizard.fields.base import Unfinished
from allcounsel.ui.wizard.fields.day import DayParts


class DueDate(QWidget):
    """``taken``: a person is done for now. ``problem``: why what stands there is no day yet."""

    taken = Signal()

    def __init__(self, look: Look, question: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words = Text(look, self.tr("Expected about"), "body", "ink2").on_one_line()
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words)
        self.parts = DayParts(look, self.tr("{question}, expected").format(question=question))
        row.addWidget(self.parts)
        row.addStretch(1)
        self.day: date | None = None
        self.problem = ""
        self.parts.finished.connect(self.take)

    def show_day(self, day: date | None) -> None:
        """Show the day that is known."""
        self.day, self.problem = day, ""
        self.parts.show_day(day)

    def take_if_open(self) -> None:
        """Take what was typed, where a day is asked for."""
        if not self.isHidden():
            self.take()

    def take(self) -> None:
        """Read what stands there."""
        iso = self.parts.iso()
        self.problem = iso.why if isinstance(iso, Unfinished) else ""
        self.day = day_of(iso)
        if isinstance(iso, str) and self.day is None:
            self.problem = self.tr("This day is not in the calendar. Check day and month.")
        self.taken.emit()
