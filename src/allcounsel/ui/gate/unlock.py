"""Opens what is locked, with a person's passphrase or the recovery code (S0). Says no more than it has to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from allcounsel.domain.errors import KnownError
from allcounsel.services.ports import DataKey, Vault
from allcounsel.ui.gate.secret_line import SecretLine, show_check
from allcounsel.ui.gate.sheet import GateSheet
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text, show_if
from allcounsel.ui.tasks import TaskRunner


class UnlockSheet(GateSheet):
    """``unlocked``: the key. Trying takes a moment, on purpose; it is done beside the window."""

    unlocked = Signal(object)

    def __init__(self, look: Look, vault: Vault, runner: TaskRunner) -> None:
        super().__init__(
            look, self.tr("Locked"), self.tr("What is saved here is encrypted. Your passphrase opens it.")
        )
        self._vault = vault
        self._runner = runner
        self._by_code = False
        people = vault.people()
        self.who = Segments(look, [(person.id, person.name) for person in people], self.tr("Who are you?"))
        self.who.name_cells(self.tr("Who are you?"))
        self.who.show_values(people[0].id if people else "")
        self.who.picked.connect(self._focus)
        self._asked = Text(look, self.tr("Who are you?"), "strong")
        self._several = len(people) > 1
        self.secret = SecretLine(look, self.tr("Passphrase"))
        self.secret.line.returnPressed.connect(self.try_it)
        self.show_words = show_check(look, self.secret)
        self.fault = Notice(look, "stop")
        self.fault.hide()
        self.go = Button(look, self.tr("Unlock"), "main")
        self.go.clicked.connect(self.try_it)
        self.other = Button(look, self.tr("Use the recovery code"), "quiet")
        self.other.clicked.connect(self._change_way)
        row = QHBoxLayout()
        for button in (self.go, self.other):
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self._asked, self.who, self.secret, self.show_words, self.fault):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self._follow_way()

    def enter(self) -> None:
        """Nothing typed stays from the time before."""
        self.secret.line.clear()
        self.fault.say("")
        self._focus()

    def _focus(self) -> None:
        self.secret.line.setFocus()

    def _change_way(self) -> None:
        self._by_code = not self._by_code
        self.enter()
        self._follow_way()

    def _follow_way(self) -> None:
        code = self._by_code
        self.secret.rename(self.tr("Recovery code") if code else self.tr("Passphrase"))
        self.other.reword(self.tr("Use a passphrase") if code else self.tr("Use the recovery code"))
        for widget in (self._asked, self.who):
            show_if(widget, wanted=self._several and not code)

    def try_it(self) -> None:
        """Try what was typed; the answer comes a moment later."""
        secret = self.secret.secret
        if not secret or not self.go.isEnabled():
            return
        job = partial(self._vault.recover, secret)
        if not self._by_code:
            job = partial(self._vault.unlock, self.who.value, secret)
        self.fault.say("")
        self._wait(waiting=True)
        self._runner.start(job, self._on_key, self._on_fault)

    def _wait(self, *, waiting: bool) -> None:
        self.go.setEnabled(not waiting)
        self.go.reword(self.tr("One moment…") if waiting else self.tr("Unlock"))

    def _on_key(self, key: DataKey) -> None:
        self._wait(waiting=False)
        self.secret.line.clear()
        self.unlocked.emit(key)

    def _on_fault(self, error: Exception) -> None:
        self._wait(waiting=False)
        if not isinstance(error, KnownError):
            raise error
        self.secret.line.clear()
        self.fault.say(str(message_for(error)))
        self._focus()
