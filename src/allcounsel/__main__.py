"""Joins the core and the window: arguments go to the command line, none opens the window."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from allcounsel import __version__
from allcounsel.domain.errors import ContentError, KnownError
from allcounsel.services.ports import Clock
from allcounsel.system.crash import CrashReporter

PRACTICE = "--practice"
_NO_SCREEN = "allcounsel: there is no screen here to open a window on. The commands work without one: allcounsel --help"
_NO_QT = "allcounsel: Qt is not installed here, so no window can open. The commands work without it: allcounsel --help"


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point of ``allcounsel`` and ``python -m allcounsel``; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given != [PRACTICE]:
        from allcounsel.cli import main as run_command

        return run_command(given)
    return _window(practice=bool(given))


def _window(*, practice: bool) -> int:
    if not _has_screen():
        return _refuse(_NO_SCREEN)
    try:
        from allcounsel.ui.start import run
    except ImportError as error:
        return _refuse(_NO_QT if "PySide6" in str(error) or "lib" in str(error) else f"allcounsel: {error}")
    from allcounsel.bootstrap import build_core, open_desk
    from allcounsel.ui.desk import Desk
    from allcounsel.ui.messages import message_for

    try:
        core = build_core()
        store = _practice_store() if practice else core.paths.store
        opened = open_desk(core, store)
    except KnownError as error:
        return _refuse(f"allcounsel: {message_for(error)}")
    except ContentError as error:
        return _refuse(f"allcounsel: the content cannot be used: {error.problems[0]}")
    try:
        desk = Desk(opened.core, opened.library, opened.settings, practice=practice)
        return run(desk, core.paths.resources, _watcher(core.paths.crash_reports, core.clock))
    finally:
        opened.close()


def _has_screen() -> bool:
    """Qt aborts the process when it finds no screen, so we look before it does."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _watcher(folder: Path, clock: Clock) -> Callable[[Callable[[str], None]], None]:
    """Looks out for faults of our own once the window can tell of them."""

    def watch(show: Callable[[str], None]) -> None:
        CrashReporter(folder, clock, __version__, show).install()

    return watch


def _practice_store() -> Path:
    """A store of its own, so that invented children never stand among real ones."""
    return Path(tempfile.mkdtemp(prefix="allcounsel-practice-")) / "practice.db"


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
