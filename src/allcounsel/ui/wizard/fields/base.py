"""What every editor promises: it tells when it was typed in and when a person is done, and keeps what was
typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allcounsel.domain.answers import Answer
from allcounsel.domain.feature import Feature
from allcounsel.services.answer_reading import two_readings
from allcounsel.ui.look import Look
from allcounsel.ui.parts.line import Line
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import ScreenWords

GAP = 8


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something was typed that is not an answer yet; ``why`` says what is missing, in a sentence.

    ``code``: of the problem; a half-written answer is complained of only once a person has left it.
    """

    why: str
    code: str = "unfinished"


@dataclass(frozen=True, slots=True)
class Tools:
    """What an editor is made with."""

    look: Look
    words: ScreenWords


class FieldEditor(QWidget):
    """Edits the answer to one question.

    ``edited``: something was typed; ``settled``: a person is done with it. ``show_answer`` sends neither.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, tools: Tools, feature: Feature, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self.feature = feature
        self.question = tools.words.question(feature.id)
        self.setObjectName(f"field-{feature.id}")

    def raw(self) -> object | None:
        """What stands there in the shape of the case file; None when nothing does; or ``Unfinished``."""
        raise NotImplementedError

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer, or nothing."""
        raise NotImplementedError

    def mark(self, problem: str) -> None:
        """Colour the borders: ``check``, ``stop`` or empty."""
        for line in self.findChildren(Line):
            line.mark(problem)

    # ---- for subclasses
    def line(self, name: str, letters: int, placeholder: str = "", longest: int = 500) -> Line:
        """A line to type on that belongs to this editor."""
        spoken = f"{self.question}: {name}" if name else self.question
        line = Line(self.tools.look, spoken, letters=letters, placeholder=placeholder, longest=longest)
        line.textEdited.connect(self._on_typed)
        line.editingFinished.connect(self._on_finished)
        return line

    def caption(self, text: str) -> Text:
        """A few words beside a line."""
        words = Text(self.tools.look, text, "body", "ink2").on_one_line()
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return words

    def told_apart(self, text: str, allowed: Callable[[Decimal], bool]) -> Unfinished | None:
        """What to write where a number can be read in two ways; a thousandfold slip must not get through."""
        both = two_readings(text, allowed)
        if both is None:
            return None
        words = self.tr("This can be read in two ways. Write {whole} or {part}.")
        return Unfinished(words.format(whole=both[0], part=both[1]), "ambiguous_number")

    def row(self) -> QHBoxLayout:
        """A level row of widgets, filled from the left."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        return row

    def _on_typed(self) -> None:
        self.edited.emit()

    def _on_finished(self) -> None:
        self.settled.emit()

    def _on_picked(self) -> None:
        self.edited.emit()
        self.settled.emit()
