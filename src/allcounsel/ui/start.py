"""Opens the window on a desk and runs until it is closed."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from allcounsel.ui import dialogs
from allcounsel.ui.application import dress, load_fonts, make_application
from allcounsel.ui.desk import Desk
from allcounsel.ui.look import Look
from allcounsel.ui.main_window import MainWindow


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


def run(desk: Desk, resources: Path, watch: Callable[[Callable[[str], None]], None]) -> int:
    """The exit code of the window. ``watch``: is given a way to tell of faults, and looks out for them."""
    application = make_application(sys.argv[:1])
    load_fonts(sorted((resources / "fonts").glob("*.ttf")))
    look = Look(resources)
    dress(application, look)
    teller = FaultTeller()
    watch(teller.tell)
    window = MainWindow(look, desk)
    window.show()
    gc.freeze()
    gc.enable()
    return application.exec()
