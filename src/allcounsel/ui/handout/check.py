"""The check before anything is saved: the reasons were looked at, the child is right, and who says so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from allcounsel.services.export_handout import LONGEST_NAME
from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.line import Line
from allcounsel.ui.parts.words import Text


class RightChild(Card):
    """Any change of the case takes the tick away again."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(16, 10), edge="edge", parent=parent)
        words = self.tr("I have checked the reasons: right child, right result")
        self.box = Check(look, words, strong=True)
        self.box.setObjectName("right-child")
        self.box.toggled.connect(self.changed)
        self.column.addWidget(self.box)
        self.column.addWidget(Text(look, self.tr("Name or initials of who checked"), "small", "ink2"))
        self.name = Line(look, self.tr("Name or initials of who checked"), longest=LONGEST_NAME)
        self.name.setObjectName("confirmed-by")
        self.name.textEdited.connect(self.changed)
        self.column.addWidget(self.name)

    def show_child(self, child: str) -> None:
        """Whom the tick is about."""
        self.box.say_second(child)

    def take_away(self) -> None:
        """The case changed: look again."""
        self.box.setChecked(False)

    @property
    def confirmed_by(self) -> str:
        """Who checked; empty while the box is not ticked."""
        return self.name.text().strip() if self.box.isChecked() else ""
