"""The program's window on a store of its own, as a start builds it, for pictures and for timing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from allcounsel.bootstrap import Desk as OpenStore
from allcounsel.bootstrap import build_core, open_desk
from allcounsel.ui.application import dress, load_fonts, make_application
from allcounsel.ui.desk import Desk
from allcounsel.ui.look import Look
from allcounsel.ui.main_window import MainWindow


@dataclass(frozen=True)
class Program:
    """A running window; close it with ``close``."""

    application: QApplication
    window: MainWindow
    opened: OpenStore

    def close(self) -> None:
        """The window, then the store."""
        self.window.close()
        self.opened.close()


def program_on(store: Path, window: type[MainWindow] = MainWindow) -> Program:
    """The window, not shown yet. ``window``: which kind."""
    core = build_core()
    opened = open_desk(core, store)
    application = make_application(["allcounsel"])
    load_fonts(sorted((core.paths.resources / "fonts").glob("*.ttf")))
    look = Look(core.paths.resources)
    dress(application, look)
    desk = Desk(opened.core, opened.library, opened.settings, practice=True)
    return Program(application, window(look, desk), opened)
