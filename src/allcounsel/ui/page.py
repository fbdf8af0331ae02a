"""What the shell asks of every page: a title, what happens next, and which further actions it offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.words import Marked, Text


@dataclass(frozen=True, slots=True)
class Action:
    """A button of the bottom bar. ``name``: its objectName."""

    name: str
    text: str
    run: Callable[[], None]
    icon: str = ""
    key: str = ""


class Page(QWidget):
    """One page. ``actions_changed``: the bottom bar should ask again."""

    actions_changed = Signal()

    margin = 24

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(self.margin, self.margin, self.margin, 18)
        self.column.setSpacing(12)

    def main_action(self) -> Action | None:
        """The one main button; it says what happens next."""
        return None

    def extra_actions(self) -> tuple[Action, ...]:
        """Ordinary buttons before the main one."""
        return ()

    def settle(self) -> None:
        """Take what is half typed; called before the page is left."""

    def leave(self) -> None:
        """The consultation closes; stop what is under way."""

    def enter(self) -> None:
        """The page is shown; bring it up to date and put the focus where work begins."""

    def toggle_help(self) -> None:
        """F1."""

    def toggle_sources(self) -> None:
        """F2."""

    def head(self, title: str, note: str = "") -> tuple[Text, Marked]:
        """Title and, below it, one quiet sentence."""
        heading = Text(self.look, title, "h1")
        sentence = Marked(self.look, note, "body", "ink2")
        if not note:  # showing it here, without a parent yet, would open a window
            sentence.hide()
        both = QVBoxLayout()
        both.setContentsMargins(self.margin - self.column.contentsMargins().left(), 0, 0, 0)
        both.setSpacing(2)
        both.addWidget(heading)
        both.addWidget(sentence)
        self.column.addLayout(both)
        return heading, sentence
