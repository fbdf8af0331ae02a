"""The window: home, finding, the clinic, and the one consultation that is open. It arranges; it decides
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from allcounsel.domain.case import Case
from allcounsel.domain.errors import KnownError
from allcounsel.services.case_file import read_case, reopen_case
from allcounsel.services.ports import Vault
from allcounsel.services.translations import program_languages
from allcounsel.ui.application import NAME
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.gate.lock import Locker
from allcounsel.ui.home.desktop import Desktop
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.parts.focus import FocusRing
from allcounsel.ui.settings.preferences import Preferences
from allcounsel.ui.shell.consultation import Consultation
from allcounsel.ui.shell.left_open import LeftOpen
from allcounsel.ui.tasks import TaskRunner
from allcounsel.ui.tongue import is_spoken, speak

LEAST = QSize(1024, 600)
DESIGN = QSize(1366, 768)


class MainWindow(QMainWindow):
    """Its title is only the program's name: a title is seen by everybody in the room."""

    def __init__(self, look: Look, desk: Desk, vault: Vault | None = None) -> None:
        """``vault``: unlocks what was locked; none in practice, where nothing is secret."""
        super().__init__()
        self.look = look
        self.desk = desk
        self.runner = TaskRunner(self)
        self.consultation: Consultation | None = None
        self.left_open = LeftOpen(desk)
        self._draft = self.left_open.found()
        self.setWindowTitle(NAME)
        room = self.screen().availableSize()
        self.setMinimumSize(LEAST.boundedTo(room))
        self.resize(DESIGN.boundedTo(room))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        self._sheets = QStackedWidget()
        self.locker = Locker(self, self._sheets, look, vault, self.runner, desk.core.clock)
        self.locker.locking.connect(self._put_away)
        column.addWidget(self.locker.notice)
        column.addWidget(self._sheets)
        self.setCentralWidget(middle)
        self.preferences = Preferences(look, desk.settings, self._languages, self)
        self.preferences.language_chosen.connect(self._follow_language)
        self.preferences.lock_chosen.connect(self._keep_time)
        self._keep_time()
        self.desktop = self._make_desktop()
        self._connect()
        self.ring = FocusRing(look, self)
        self.desktop.show_home()

    # ---- the language of the program
    def _languages(self) -> tuple[str, ...]:
        whole = program_languages(self.desk.core.release)
        return tuple(language for language in whole if is_spoken(language, self.look.resources))

    def _make_desktop(self) -> Desktop:
        """Everything without a child, in the language of the program."""
        language = self.preferences.language
        speak(language, self.look.resources)
        if language != self.desk.core.words.language:
            self.desk = self.desk.speaking(language)
        desktop = Desktop(self.look, self.desk, self.preferences)
        desktop.new_wanted.connect(self.start_new)
        desktop.case_wanted.connect(self.open_saved)
        desktop.practice_wanted.connect(self.open_practice)
        desktop.back_wanted.connect(self._back_to_consultation)
        desktop.draft_decided.connect(self._decide_draft)
        desktop.bar.lock_wanted.connect(self.locker.lock)
        desktop.home.ask_about(self._draft)
        self._sheets.addWidget(desktop)
        return desktop

    def _follow_language(self) -> None:
        """Screens are built anew, never reworded; those of an open child stay until it is left."""
        differs = self.preferences.language != self.desk.core.words.language
        if self.consultation is not None or not differs:
            self.desktop.settings.say_language(waits=differs)
            return
        self._change_desktop()
        self.desktop.show_settings()

    def _change_desktop(self) -> None:
        former, self.desktop = self.desktop, self._make_desktop()
        self._sheets.setCurrentWidget(self.desktop)
        self._sheets.removeWidget(former)
        former.hide()
        former.deleteLater()

    def _connect(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+N": self.start_new,
            "Ctrl+F": self.show_find,
            "Ctrl+,": lambda: self._look_up(self.desktop.show_settings),
            "Ctrl+/": lambda: self._look_up(self.desktop.show_help),
            "Ctrl+Q": self._quit,
            "F12": self.locker.lock,
            "Ctrl+=": lambda: self.look.step_scale(1),
            "Ctrl++": lambda: self.look.step_scale(1),
            "Ctrl+-": lambda: self.look.step_scale(-1),
        }
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self._unless_locked, run))

    # ---- the lock
    def _unless_locked(self, run: Callable[[], None]) -> None:
        if not self.locker.is_locked:
            run()

    def _keep_time(self) -> None:
        self.locker.keep_time(self.preferences.lock_minutes)

    def _put_away(self) -> None:
        """Every answer is in the store, and nothing of the child is left in a window of its own."""
        if self.consultation is not None:
            self.consultation.settle()
            self.consultation.close_family()

    # ---- opening
    def start_new(self) -> None:
        """An empty consultation."""
        if self._may_leave():
            self._open(CaseModel(self.desk)).begin()

    def open_saved(self, case_id: str) -> None:
        """Go on with a saved case, with every answer as it was; also where they contradict each other."""
        if not self._may_leave():
            return
        try:
            record = self.desk.library.open(case_id)
            case = reopen_case(record.answers, self.desk.core.release.dictionary)
        except KnownError as error:
            self.desktop.say(str(message_for(error)))
            return
        self._open(CaseModel(self.desk, case, record.id)).go_on()

    def open_practice(self, name: str) -> None:
        """A new consultation that begins with an invented child."""
        if not self._may_leave():
            return
        core = self.desk.core
        child = next(child for child in core.release.practice_children if child.name == name)
        read = read_case(child.case, core.release.dictionary, core.clock.today())
        self._open(CaseModel(self.desk, read.case or Case())).begin()

    def _decide_draft(self, what: str) -> None:
        """After a crash: go on with the child that was open, begin anew, or be asked again next time."""
        draft, self._draft = self._draft, None
        self.desktop.home.ask_about(None)
        if draft is None:
            return
        if what == "later":
            self.left_open.put_off(draft.id)
            self.desktop.show_home()
            return
        self.left_open.decided(draft.id)
        if what == "restore":
            self.open_saved(draft.id)
        else:
            self.start_new()

    def _open(self, model: CaseModel) -> Consultation:
        self._leave_consultation()
        if self._draft is not None:  # still undecided: another child takes its place only for now
            self.left_open.put_off(self._draft.id)
        self.left_open.mark(model.case_id)
        model.saved.connect(lambda: self.left_open.mark(model.case_id))
        consultation = Consultation(self.look, self.desk, model, self.runner)
        consultation.home_wanted.connect(self.go_home)
        consultation.settings_wanted.connect(lambda: self._look_up(self.desktop.show_clinic))
        consultation.bar.lock_wanted.connect(self.locker.lock)
        consultation.help_wanted.connect(lambda: self._look_up(self.desktop.show_help))
        self.consultation = consultation
        self._sheets.addWidget(consultation)
        self._sheets.setCurrentWidget(consultation)
        return consultation

    # ---- leaving
    def _may_leave(self) -> bool:
        """Whether the open child can be left; what is unfinished in it is shown first."""
        if self.consultation is None or self.consultation.may_leave():
            return True
        if self._sheets.currentWidget() is not self.consultation:
            self._sheets.setCurrentWidget(self.consultation)
            self.consultation.page.enter()
        return False

    def go_home(self) -> None:
        """Back to the doors; what was answered is in the store."""
        if not self._may_leave():
            return
        self._leave_consultation()
        self._sheets.setCurrentWidget(self.desktop)
        self.desktop.show_home()

    def show_find(self) -> None:
        """Ctrl+F."""
        if not self._may_leave():
            return
        self._leave_consultation()
        self._sheets.setCurrentWidget(self.desktop)
        self.desktop.show_find()

    def _look_up(self, show: Callable[[], None]) -> None:
        """A page without a child, with the way back to the one that is open."""
        if self.consultation is not None:
            self.consultation.settle()
        self._sheets.setCurrentWidget(self.desktop)
        show()

    def _back_to_consultation(self) -> None:
        if self.consultation is not None:
            self._sheets.setCurrentWidget(self.consultation)
            self.consultation.page.enter()
        else:
            self.desktop.show_home()

    def _leave_consultation(self) -> None:
        """Close it, and go on in the language that was chosen meanwhile."""
        self._close_consultation()
        if self.preferences.language != self.desk.core.words.language:
            self._change_desktop()

    def _close_consultation(self) -> None:
        if self.consultation is None:
            return
        self.consultation.close_down()
        self.left_open.clear()
        self._sheets.removeWidget(self.consultation)
        self.consultation.hide()
        self.consultation.deleteLater()
        self.consultation = None

    def _quit(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        unfinished = self.consultation is not None and bool(self.consultation.model.unfinished)
        if self.locker.is_locked and unfinished:
            self.locker.refuse_to_close()
            event.ignore()
            return
        if not self._may_leave():
            event.ignore()
            return
        self._close_consultation()
        self.runner.finish()
        super().closeEvent(event)
