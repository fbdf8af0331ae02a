"""The window before the program's own: it sets up or unlocks the store, hands over its key, and is gone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from allcounsel.services.ports import DataKey, Vault
from allcounsel.ui.application import NAME
from allcounsel.ui.gate.code_sheet import CodeSheet
from allcounsel.ui.gate.set_up import SetUpSheet
from allcounsel.ui.gate.sheet import GateSheet
from allcounsel.ui.gate.unlock import UnlockSheet
from allcounsel.ui.look import Look
from allcounsel.ui.parts.focus import FocusRing
from allcounsel.ui.tasks import TaskRunner

_SIZE = QSize(1024, 640)


class GateWindow(QMainWindow):
    """``opened``: the key of the store."""

    opened = Signal(object)

    def __init__(self, look: Look, vault: Vault) -> None:
        super().__init__()
        self._look = look
        self._vault = vault
        self._runner = TaskRunner(self)
        self.setWindowTitle(NAME)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.ring = FocusRing(look, self)
        if vault.exists:
            unlock = UnlockSheet(look, vault, self._runner)
            unlock.unlocked.connect(self.opened)
            self._show(unlock)
        else:
            set_up = SetUpSheet(look, vault, self._runner)
            set_up.done.connect(self._show_code)
            self._show(set_up)

    @property
    def sheet(self) -> GateSheet | None:
        """What is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, GateSheet) else None

    def refuse(self, why: str) -> None:
        """The key is right, and what it opens cannot be used."""
        self._show(GateSheet(self._look, self.tr("This cannot be opened"), why))

    def _show(self, sheet: GateSheet) -> None:
        self._stack.addWidget(sheet)
        self._stack.setCurrentWidget(sheet)
        sheet.enter()

    def _show_code(self, key: DataKey, code: str) -> None:
        sheet = CodeSheet(self._look, code)
        sheet.kept.connect(lambda: self.opened.emit(key))
        self._show(sheet)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.sheet is not None:
            self.sheet.enter()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._runner.finish()
        super().closeEvent(event)
