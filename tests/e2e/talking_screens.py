"""Shows one screen of the practice window after another; whoever listens on the other end says when to go on.

Run as a program on an X screen: writes ``READY name`` and waits for a line, at the end writes ``DONE``.
``--with-a-nameless-button`` plants a fault on the first screen, and shows no other.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QPushButton

from allcounsel.bootstrap import build_core, open_desk
from allcounsel.ui.application import dress, load_fonts, make_application
from allcounsel.ui.desk import Desk
from allcounsel.ui.handout.making import Preview
from allcounsel.ui.look import Look
from allcounsel.ui.main_window import MainWindow
from screenshots import SIZE, every_screen

PLANTED = "--with-a-nameless-button"
SETTLE = 40
"""Milliseconds until a page that was just made is told to those who listen."""


class Show(QObject):
    """The event loop runs all the time: questions about the tree are answered in it."""

    def __init__(self, application, window) -> None:
        super().__init__()
        self._application = application
        self._screens = every_screen(window)
        self._count = 0
        self._told = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._told.activated.connect(self._go_on)
        QTimer.singleShot(0, self._next)

    def _go_on(self) -> None:
        sys.stdin.readline()
        self._next()

    def _next(self) -> None:
        shown = next(self._screens, None)
        self._count += 1
        if shown is None or (PLANTED in sys.argv and self._count > 1):
            say("DONE")
            self._application.quit()
            return
        QTimer.singleShot(SETTLE, lambda: say(f"READY {shown[0]}"))


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> int:
    application = make_application(["allcounsel"])
    core = build_core()
    load_fonts(sorted((core.paths.resources / "fonts").glob("*.ttf")))
    look = Look(core.paths.resources)
    dress(application, look)
    sys.modules["allcounsel.ui.handout.page"].preview = lambda *_: Preview(())
    sys.modules["screenshots"].wait_for_pages = lambda _page: None
    with tempfile.TemporaryDirectory() as store:
        opened = open_desk(core, Path(store) / "screens.db")
        window = MainWindow(look, Desk(opened.core, opened.library, opened.settings, practice=True))
        window.resize(*SIZE)
        window.show()
        if PLANTED in sys.argv:
            QPushButton("", window.desktop.home).show()
        show = Show(application, window)
        code = application.exec()
        del show
        window.close()
        opened.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
