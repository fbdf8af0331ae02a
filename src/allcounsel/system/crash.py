"""When the program fails: a report without values on the disk and one plain sentence on the screen."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from allcounsel.services.ports import Clock
from allcounsel.system.redaction import describe

_KEPT = 20
_LOG = logging.getLogger(__name__)


class CrashReporter:
    """Writes reports into a folder and says where; put in place of Python's own ways to tell of a failure."""

    def __init__(self, folder: Path, clock: Clock, version: str, show: Callable[[str], None]) -> None:
        """``show``: puts a sentence before the user, such as a dialog or a line on standard error."""
        self._folder = folder
        self._clock = clock
        self._version = version
        self._show = show

    def install(self) -> None:
        """From here on nobody sees a traceback, whichever thread fails."""
        sys.excepthook = self._on_failure
        threading.excepthook = self._on_thread_failure

    def report(self, error: BaseException) -> str:
        """Writes a report and returns the sentence for the user; it names the report if there is one."""
        _LOG.error("crash", exc_info=error)
        sentence = "The program ran into a fault of its own. What was saved is safe."
        try:
            path = self._write(error)
        except OSError:
            return f"{sentence} A report could not be written."
        return f"{sentence} A report without any patient data is in {path}"

    def _write(self, error: BaseException) -> Path:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        moment = self._clock.now()
        path = self._folder / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
        system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
        lines = (f"allcounsel {self._version}, {system}, {moment.isoformat()}", *describe(error))
        path.touch(mode=0o600)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="backslashreplace")
        self._forget_old()
        return path

    def _forget_old(self) -> None:
        for old in sorted(self._folder.glob("crash-*.txt"))[:-_KEPT]:
            with suppress(OSError):
                old.unlink()

    def _on_failure(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):  # somebody wanted to stop, and it stops
            self._show(self.report(error.with_traceback(trace)))

    def _on_thread_failure(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self._on_failure(failure.exc_type, failure.exc_value, failure.exc_traceback)
