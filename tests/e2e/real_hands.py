"""The same hands on a real X screen: every key is pressed by xdotool and arrives as any person's key does."""

from __future__ import annotations

import subprocess
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.hands import Hands, LostError

_NAMES = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Escape: "Escape",
}
PATIENCE_SECONDS = 10


class _Heard(QObject):
    """Counts the key releases that the program has received."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self.count += 1
        return False


def xdotool(*words):
    subprocess.run(["xdotool", *words], check=True)


class RealHands(Hands):
    """Presses a key and waits until the window has heard it."""

    def __init__(self, application):
        super().__init__(None, application)
        self.heard = _Heard()
        self.presses = 0
        application.installEventFilter(self.heard)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        name = _NAMES.get(key) or chr(key.value).lower()
        ctrl = "ctrl+" if modifiers & Qt.KeyboardModifier.ControlModifier else ""
        self._send("key", f"{ctrl}{name}")

    def write(self, text):
        self.ctrl(Qt.Key.Key_A)
        for letter in text:
            self._send("type", letter)

    def _send(self, verb, what):
        before, deadline = self.heard.count, time.monotonic() + PATIENCE_SECONDS
        xdotool(verb, "--clearmodifiers", "--", what)
        self.presses += 1
        while self.heard.count == before:
            if time.monotonic() > deadline:
                raise LostError(f"nothing heard of {verb} {what}")
            QTest.qWait(1)
        QTest.qWait(1)

    def type_into_dialog(self, text):
        """Once a dialog is open: type, and press Enter; the dialog runs a loop of its own meanwhile."""

        def go():
            dialog = self.application.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(50, go)
                return
            xdotool("windowfocus", "--sync", str(int(dialog.winId())))
            QTimer.singleShot(300, fill)

        def fill():
            xdotool("key", "ctrl+a")
            xdotool("type", "--", text)
            xdotool("key", "Return")

        QTimer.singleShot(200, go)

    def print_into_dialog(self, path, tries=30):
        """Once the system's print dialog is open: Tab to its file name, type another one, press Enter."""

        def go(left):
            dialog = self.application.activeModalWidget()
            if dialog is None:
                again(go, left)
                return
            xdotool("windowfocus", "--sync", str(int(dialog.winId())))
            QTimer.singleShot(300, lambda: reach(dialog, left))

        def reach(dialog, left):
            if isinstance(dialog.focusWidget(), QLineEdit):
                xdotool("key", "ctrl+a")
                xdotool("type", "--", path)
                xdotool("key", "Return")
                self.presses += len(path) + 2
            else:
                xdotool("key", "Tab")
                self.presses += 1
                again(lambda rest: reach(dialog, rest), left)

        def again(step, left):
            if left:
                QTimer.singleShot(100, lambda: step(left - 1))

        again(go, tries)
