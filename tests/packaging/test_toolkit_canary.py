"""The installed Qt survives many signals from another thread (PySide6 6.12.0 on Python 3.11 did not)."""

from __future__ import annotations

import subprocess
import sys

# Run apart: what it looks for takes the whole process down.
PROGRAM = """
import threading
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

class Counter(QObject):
    said = Signal(bool)
    def __init__(self):
        super().__init__()
        self.heard = 0
        self.said.connect(self.hear, Qt.ConnectionType.QueuedConnection)
    @Slot(bool)
    def hear(self, value):
        self.heard += 1
        if self.heard == 3000:
            QCoreApplication.quit()

app = QCoreApplication([])
counter = Counter()
thread = threading.Thread(target=lambda: [counter.said.emit(True) for _ in range(3000)])
thread.start()
app.exec()
thread.join()
print(counter.heard)
"""


def test_three_thousand_signals_from_another_thread_leave_the_process_alive():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "3000"), done.stderr
