"""A line for a passphrase: dots, and the words themselves for as long as a person wants to see them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.line import Line
from allcounsel.ui.parts.words import Text

LONGEST = 1000


class SecretLine(QWidget):
    """Its name above it; a passphrase may be pasted, and as dots it cannot be copied."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.name = Text(look, name, "strong")
        column.addWidget(self.name)
        self.line = Line(look, name, longest=LONGEST)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.hide_words(hidden=True)
        column.addWidget(self.line)

    @property
    def secret(self) -> str:
        """What was typed."""
        return self.line.text()

    def rename(self, name: str) -> None:
        """What is asked for now."""
        self.name.setText(name)
        self.line.setAccessibleName(name)

    def hide_words(self, *, hidden: bool) -> None:
        """Dots or words."""
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Password if hidden else modes.Normal)


def show_check(look: Look, *lines: SecretLine) -> Check:
    """The box that shows what stands in the lines."""
    check = Check(look, QCoreApplication.translate("SecretLine", "Show what I type"))
    for line in lines:
        check.toggled.connect(lambda on, line=line: line.hide_words(hidden=not on))
    return check
