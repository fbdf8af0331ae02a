"""How fast the window is, as ratios within one run, so that a slow machine changes both sides.

- Start: from a new process to its first painted window, beside a bare one of PySide6; the bar is 1.3 times.
- Answer: from an answer that changes the group to the group painted anew, beside one frame of a 60 Hz screen;
  the bar is one frame for 99 of 100 answers.

`benchmark.py [START_PAIRS] [ANSWERS]` needs no screen. Exit code 1 where a bar is not held.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from allcounsel.domain.ids import FeatureId
from allcounsel.ui.main_window import MainWindow
from window_of import program_on

FRAME_MS = 1000 / 60
START_BAR, ANSWER_BAR = 1.3, 1.0
CHILD, STEP, QUESTION = "standard-for-now", "response", FeatureId("slow_response")

_PAINTED = """
import os, sys, time
class {name}({base}):
    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stdout.write(str(time.time()))
        sys.stdout.flush()
        os._exit(0)
"""
BARE = f"""
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
{_PAINTED.format(name="Window", base="QMainWindow")}
application = QApplication([])
window = Window()
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 768)
window.show()
application.exec()
"""
OURS = f"""
import gc, sys
gc.disable()  # as __main__ does
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from window_of import MainWindow, program_on
{_PAINTED.format(name="Window", base="MainWindow")}
program = program_on(Path(sys.argv[1]), Window)
program.window.show()
program.application.exec()
"""


def started(program: str, *arguments: str) -> float:
    """Milliseconds from before a process is started until its window is painted."""
    before = time.time()
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return (float(done.stdout) - before) * 1000


def starts(pairs: int, store: Path) -> tuple[float, float]:
    """Medians of the bare window and of ours, in turn; the first of each warms the files up."""
    here = str(Path(__file__).parent)
    times = [(started(BARE), started(OURS, str(store), here)) for _ in range(pairs + 1)][1:]
    bare, ours = zip(*times, strict=True)
    return statistics.median(bare), statistics.median(ours)


class Painted(QObject):
    """Sees that what it watches is painted."""

    seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Only looks."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def answers(window: MainWindow, count: int) -> list[float]:
    """Milliseconds of each answer in a window that is shown, the fastest first."""
    window.open_practice(CHILD)
    consultation = window.consultation
    if consultation is None:
        raise RuntimeError("no child is open")
    consultation.go(STEP)
    painted = Painted()
    consultation.bar.group.installEventFilter(painted)
    times = []
    for index in range(count):
        for _ in range(5):  # what a loop of its own would do between two answers
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        painted.seen = False
        before = time.perf_counter()
        consultation.model.answer(QUESTION, ("yes", "no")[index % 2])
        while not painted.seen:
            QApplication.processEvents()
        times.append((time.perf_counter() - before) * 1000)
    return sorted(times)


def verdict(name: str, ratio: float, bar: float) -> bool:
    """Prints one line; whether the bar is held."""
    held = ratio <= bar
    print(f"{name}: {ratio:.2f} of {bar:.2f}, {'held' if held else 'NOT HELD'}")
    return held


def main(pairs: int = 15, count: int = 300) -> int:
    """Both figures; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        bare, ours = starts(pairs, store)
        program = program_on(store)
        program.window.resize(1366, 768)
        program.window.show()
        times = answers(program.window, count)
        program.close()
    late = times[int((count - 1) * 0.99)]
    print(f"start, median of {pairs} pairs: bare {bare:.0f} ms, ours {ours:.0f} ms")
    print(f"answer, {count}: median {statistics.median(times):.1f} ms, 99 of 100 within {late:.1f} ms")
    held = (
        verdict("start, times the bare window's", ours / bare, START_BAR),
        verdict("answer, frames at 60 Hz", late / FRAME_MS, ANSWER_BAR),
    )
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
