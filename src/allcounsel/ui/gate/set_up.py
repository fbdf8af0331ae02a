"""The first start: who works here, and the passphrase that what is saved will be encrypted under."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.errors import KnownError
from allcounsel.services.ports import DataKey, Vault
from allcounsel.ui.gate.secret_line import SecretLine, show_check
from allcounsel.ui.gate.sheet import GateSheet
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.line import Line
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import Text
from allcounsel.ui.tasks import TaskRunner

SHORTEST = 10
"""Letters of a passphrase; a thief of the laptop can try as long as they like."""


class SetUpSheet(GateSheet):
    """``done``: the key and the recovery code."""

    done = Signal(object, str)

    def __init__(self, look: Look, vault: Vault, runner: TaskRunner) -> None:
        super().__init__(
            look,
            self.tr("First, a passphrase"),
            self.tr(
                "What you save on this laptop will be encrypted. Without this passphrase, or the recovery "
                "code that comes next, **nobody can read it again**."
            ),
        )
        self._vault = vault
        self._runner = runner
        self.name = Line(look, self.tr("Your name or initials"), longest=60)
        self.secret = SecretLine(look, self.tr("Passphrase"))
        self.again = SecretLine(look, self.tr("The same passphrase again"))
        hint = self.tr("At least {count} letters. Four or five words that do not belong together are good.")
        self.fault = Notice(look, "stop")
        self.fault.hide()
        self.go = Button(look, self.tr("Set up"), "main")
        self.go.clicked.connect(self.try_it)
        self.again.line.returnPressed.connect(self.try_it)
        self.body.addWidget(_named(look, self.name))
        self.body.addWidget(self.secret)
        self.body.addWidget(Text(look, hint.format(count=SHORTEST), "small", "ink2"))
        self.body.addWidget(self.again)
        self.body.addWidget(show_check(look, self.secret, self.again))
        self.body.addWidget(self.fault)
        self.body.addWidget(self.go)

    def enter(self) -> None:
        """Begin with the name."""
        self.name.setFocus()

    def try_it(self) -> None:
        """Set up with what was typed, or say what is missing at its place."""
        wrong, line = self._wrong()
        self.fault.say(wrong)
        if line is not None:
            line.setFocus()
            return
        if self.go.isEnabled():
            self.go.setEnabled(False)
            job = partial(self._vault.set_up, self.name.text().strip(), self.secret.secret)
            self._runner.start(job, self._on_done, self._on_fault)

    def _wrong(self) -> tuple[str, Line | None]:
        if not self.name.text().strip():
            return self.tr("Please write your name or initials."), self.name
        if len(self.secret.secret) < SHORTEST:
            return self.tr("This passphrase is too short."), self.secret.line
        if self.secret.secret != self.again.secret:
            return self.tr("The two passphrases are not the same."), self.again.line
        return "", None

    def _on_done(self, made: tuple[DataKey, str]) -> None:
        for line in (self.secret.line, self.again.line):
            line.clear()
        self.done.emit(*made)

    def _on_fault(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if not isinstance(error, KnownError):
            raise error
        self.fault.say(str(message_for(error)))


def _named(look: Look, line: Line) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Text(look, line.accessibleName(), "strong"))
    column.addWidget(line)
    return both
