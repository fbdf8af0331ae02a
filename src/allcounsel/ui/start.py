"""Opens the window on a desk and runs until it is closed."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLocale, QObject, Signal

from allcounsel.domain.errors import KnownError
from allcounsel.services.ports import DataKey, Vault
from allcounsel.ui import dialogs
from allcounsel.ui.application import dress, load_fonts, make_application
from allcounsel.ui.desk import Desk
from allcounsel.ui.gate.window import GateWindow
from allcounsel.ui.look import Look
from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.messages import message_for
from allcounsel.ui.tongue import is_spoken, speak


class FaultTeller(QObject):
    """Tells of a fault on the GUI thread, from whichever thread it is called."""

    _told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told.connect(self._tell)

    def tell(self, sentence: str) -> None:
        """Put a sentence before the user."""
        self._told.emit(sentence)

    def _tell(self, sentence: str) -> None:
        dialogs.tell(None, sentence, self.tr("Your answers are saved. Close the program and open it again."))


class Door(Protocol):
    """The way to a store that is locked."""

    @property
    def vault(self) -> Vault:
        """Its wrapped key."""

    def open(self, key: DataKey) -> Desk:
        """The store, opened; KnownError when that cannot be."""


Watch = Callable[[Callable[[str], None]], None]
"""Is given a way to tell of faults, and looks out for them."""


class Start(QObject):
    """The windows of one run: the gate where the store is locked, then the program's own."""

    def __init__(self, look: Look, resources: Path) -> None:
        super().__init__()
        self._look = look
        self._resources = resources
        self.window: MainWindow | None = None
        self.gate: GateWindow | None = None

    def behind(self, door: Door) -> None:
        """Ask for the passphrase, or for a first one; then open."""
        language = QLocale.system().name().partition("_")[0]
        speak(language if is_spoken(language, self._resources) else "en", self._resources)
        gate = self.gate = GateWindow(self._look, door.vault)

        def open_it(key: DataKey) -> None:
            try:
                desk = door.open(key)
            except KnownError as error:
                gate.refuse(str(message_for(error)))
                return
            self.on(desk, door.vault)
            gate.close()
            self.gate = None

        gate.opened.connect(open_it)
        gate.show()

    def on(self, desk: Desk, vault: Vault | None = None) -> None:
        """The program's own window."""
        self.window = MainWindow(self._look, desk, vault)
        self.window.show()


def run(opened: Desk | Door, resources: Path, watch: Watch) -> int:
    """The exit code of the program, once its last window is closed."""
    application = make_application(sys.argv[:1])
    load_fonts(sorted((resources / "fonts").glob("*.ttf")))
    look = Look(resources)
    dress(application, look)
    teller = FaultTeller()
    watch(teller.tell)
    start = Start(look, resources)
    if isinstance(opened, Desk):
        start.on(opened)
    else:
        start.behind(opened)
    gc.freeze()
    gc.enable()
    return application.exec()
