"""Joins the core and the window: arguments go to the command line, none opens the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from allcounsel import __version__
from allcounsel.domain.errors import ContentError, KnownError
from allcounsel.services.ports import Clock, DataKey, Vault

if TYPE_CHECKING:  # loaded when the window is wanted
    from allcounsel.bootstrap import Core
    from allcounsel.ui.desk import Desk

PRACTICE = "--practice"
_WITHOUT = "The commands work without a window: allcounsel --help"


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point of ``allcounsel`` and ``python -m allcounsel``; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given != [PRACTICE]:
        from allcounsel.cli import main as run_command

        return run_command(given)
    return _window(practice=bool(given))


def _window(*, practice: bool) -> int:
    try:
        from allcounsel.ui.screen import why_no_window
    except ImportError as error:
        return _refuse(f"Qt cannot be used here ({error}). {_WITHOUT}")
    reason = why_no_window()
    if reason:
        return _refuse(f"{reason} {_WITHOUT}")
    from allcounsel.ui.messages import message_for

    try:
        return _open(practice=practice)
    except KnownError as error:
        return _refuse(str(message_for(error)))
    except ContentError as error:
        return _refuse(f"The content cannot be used: {error.problems[0]}")


def _open(*, practice: bool) -> int:
    # All that a start makes stays: looking through it for what could go takes a tenth of the start.
    gc.disable()
    from allcounsel.bootstrap import build_core, refuse_lost_key
    from allcounsel.ui.start import run

    core = build_core()
    if not practice:
        refuse_lost_key(core)
    with ExitStack() as at_the_end:
        watch = _watcher(core.paths.crash_reports, core.clock)
        way = _practice(core, at_the_end) if practice else _Door(core, at_the_end)
        return run(way, core.paths.resources, watch)


def _practice(core: Core, at_the_end: ExitStack) -> Desk:
    """Invented children have a store of their own, without a key, and never stand among real ones."""
    from allcounsel.bootstrap import open_desk
    from allcounsel.ui.desk import Desk

    opened = open_desk(core, core.paths.data / "practice" / "store.db")
    at_the_end.callback(opened.close)
    return Desk(opened.core, opened.library, opened.settings, practice=True)


class _Door:
    """The way to the clinic's store, which is encrypted."""

    def __init__(self, core: Core, at_the_end: ExitStack) -> None:
        from allcounsel.bootstrap import vault

        self._core = core
        self._at_the_end = at_the_end
        self.vault: Vault = vault()

    def open(self, key: DataKey) -> Desk:
        """The store, opened until the program ends."""
        from allcounsel.bootstrap import open_clinic
        from allcounsel.ui.desk import Desk

        opened = open_clinic(self._core, key)
        self._at_the_end.callback(opened.close)
        return Desk(opened.core, opened.library, opened.settings)


def _watcher(folder: Path, clock: Clock) -> Callable[[Callable[[str], None]], None]:
    """Looks out for faults of our own once the window can tell of them."""
    from allcounsel.system.crash import CrashReporter

    def watch(show: Callable[[str], None]) -> None:
        CrashReporter(folder, clock, __version__, show).install()

    return watch


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"allcounsel: {sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
