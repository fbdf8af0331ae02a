"""Slow work off the GUI thread: one worker, plain functions of frozen values, answers back on the GUI thread.

A finished job lies in a deque and one signal without arguments wakes the window (architecture, section 8).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Finished:
    """What came of one job, and who wants to hear it."""

    then: Callable[[Any], None]
    outcome: object


class TaskRunner(QObject):
    """Runs one job after another; every outcome, also a failure, arrives at one callback on this thread."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="allcounsel-work")
        self._finished: deque[_Finished] = deque()
        self._woken.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        job: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the job; then ``done`` with its result or ``failed`` with the exception."""
        self._executor.submit(self._run, job, done, failed)

    def _run(
        self, job: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """On the worker: the second of the two doors through which every exception may pass."""
        try:
            outcome = job()
        except Exception as error:  # noqa: BLE001 - the task runner's door: the window says what it was
            self._finished.append(_Finished(failed, error))
        else:
            self._finished.append(_Finished(done, outcome))
        self._woken.emit()

    def _drain(self) -> None:
        while self._finished:
            finished = self._finished.popleft()
            finished.then(finished.outcome)

    def wait(self) -> None:
        """Wait for all that was started, and deliver it, while those who want it are still there."""
        self._executor.submit(int).result()
        self._drain()

    def finish(self) -> None:
        """Wait for the job that runs, drop those that wait, deliver what came; before the window closes."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._drain()


class Latest:
    """Lets only the newest of several answers through: results carry a number, older ones are dropped."""

    def __init__(self) -> None:
        self._number = 0

    def wrap(
        self, done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> tuple[Callable[[Result], None], Callable[[Exception], None]]:
        """The two callbacks of a job; neither is called once something newer was wrapped."""
        self._number += 1
        mine = self._number

        def done_if_newest(result: Result) -> None:
            if mine == self._number:
                done(result)

        def failed_if_newest(error: Exception) -> None:
            if mine == self._number:
                failed(error)

        return done_if_newest, failed_if_newest

    def drop(self) -> None:
        """Nobody wants the answers under way any more."""
        self._number += 1
