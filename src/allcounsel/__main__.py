"""Joins the core and the window: arguments go to the command line, none opens the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from allcounsel import __version__
from allcounsel.domain.errors import ContentError, KnownError
from allcounsel.services.ports import Clock

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
    from allcounsel.bootstrap import build_core, open_desk
    from allcounsel.ui.desk import Desk
    from allcounsel.ui.start import run

    core = build_core()
    # Invented children have a store of their own, so that they never stand among real ones.
    store = core.paths.data / "practice" / "store.db" if practice else core.paths.store
    opened = open_desk(core, store)
    try:
        desk = Desk(opened.core, opened.library, opened.settings, practice=practice)
        return run(desk, core.paths.resources, _watcher(core.paths.crash_reports, core.clock))
    finally:
        opened.close()


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
