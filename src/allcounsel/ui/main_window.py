"""The window: home, finding, the clinic, and the one consultation that is open. It arranges; it decides
nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from allcounsel.domain.case import Case
from allcounsel.domain.errors import KnownError
from allcounsel.services.case_file import read_case
from allcounsel.ui.application import NAME
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.home.desktop import Desktop
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.parts.focus import FocusRing
from allcounsel.ui.shell.consultation import Consultation
from allcounsel.ui.tasks import TaskRunner

LEAST = QSize(1024, 600)
DESIGN = QSize(1366, 768)


class MainWindow(QMainWindow):
    """Its title is only the program's name: a title is seen by everybody in the room."""

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look = look
        self.desk = desk
        self.runner = TaskRunner(self)
        self.consultation: Consultation | None = None
        self.setWindowTitle(NAME)
        self.setMinimumSize(LEAST)
        self.resize(DESIGN)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        self._sheets = QStackedWidget()
        column.addWidget(self._sheets)
        self.setCentralWidget(middle)
        self.desktop = Desktop(look, desk)
        self._sheets.addWidget(self.desktop)
        self._connect()
        self.ring = FocusRing(look, self)
        self.desktop.show_home()

    def _connect(self) -> None:
        self.desktop.new_wanted.connect(self.start_new)
        self.desktop.case_wanted.connect(self.open_saved)
        self.desktop.practice_wanted.connect(self.open_practice)
        self.desktop.back_wanted.connect(self._back_to_consultation)
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+N": self.start_new,
            "Ctrl+F": self.show_find,
            "Ctrl+Q": self._quit,
            "Ctrl+=": lambda: self.look.step_scale(1),
            "Ctrl++": lambda: self.look.step_scale(1),
            "Ctrl+-": lambda: self.look.step_scale(-1),
        }
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(run)

    # ---- opening
    def start_new(self) -> None:
        """An empty consultation; the one that was open is saved already."""
        self._open(CaseModel(self.desk)).begin()

    def open_saved(self, case_id: str) -> None:
        """Go on with a saved case."""
        try:
            record = self.desk.library.open(case_id)
        except KnownError as error:
            self.desktop.say(str(message_for(error)))
            return
        core = self.desk.core
        read = read_case(record.answers, core.release.dictionary, core.clock.today())
        if read.told is None:
            self.desktop.say(self.tr("This child was saved with other content and cannot be opened here."))
            return
        self._open(CaseModel(self.desk, read.told, record.id)).go_on()

    def open_practice(self, name: str) -> None:
        """A new consultation that begins with an invented child."""
        core = self.desk.core
        child = next(child for child in core.release.practice_children if child.name == name)
        read = read_case(child.case, core.release.dictionary, core.clock.today())
        self._open(CaseModel(self.desk, read.case or Case())).begin()

    def _open(self, model: CaseModel) -> Consultation:
        self._close_consultation()
        consultation = Consultation(self.look, self.desk, model, self.runner)
        consultation.home_wanted.connect(self.go_home)
        consultation.settings_wanted.connect(self._open_clinic)
        self.consultation = consultation
        self._sheets.addWidget(consultation)
        self._sheets.setCurrentWidget(consultation)
        return consultation

    # ---- leaving
    def go_home(self) -> None:
        """Back to the doors; what was answered is in the store."""
        self._close_consultation()
        self._sheets.setCurrentWidget(self.desktop)
        self.desktop.show_home()

    def show_find(self) -> None:
        """Ctrl+F."""
        self._close_consultation()
        self._sheets.setCurrentWidget(self.desktop)
        self.desktop.show_find()

    def _open_clinic(self) -> None:
        """The clinic's page, with the way back to the child."""
        self._sheets.setCurrentWidget(self.desktop)
        self.desktop.show_clinic()

    def _back_to_consultation(self) -> None:
        if self.consultation is not None:
            self._sheets.setCurrentWidget(self.consultation)
            self.consultation.page.enter()
        else:
            self.desktop.show_home()

    def _close_consultation(self) -> None:
        if self.consultation is None:
            return
        self.consultation.close_down()
        self._sheets.removeWidget(self.consultation)
        self.consultation.hide()
        self.consultation.deleteLater()
        self.consultation = None

    def _quit(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close_consultation()
        self.runner.finish()
        super().closeEvent(event)
