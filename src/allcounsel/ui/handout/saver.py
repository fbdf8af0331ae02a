"""Saves or prints a handout: makes it off the GUI thread, and keeps the very bytes that were given with the
child.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from allcounsel.domain.clinic import Clinic
from allcounsel.domain.errors import InputRefusedError, KnownError
from allcounsel.domain.handout import PaperChoices
from allcounsel.services.case_library import HandoutMade
from allcounsel.services.export_handout import HandoutOrder, in_each_language
from allcounsel.ui import dialogs
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.file_names import suggested_name
from allcounsel.ui.handout.making import Ready, Saved, ready, save
from allcounsel.ui.handout.printing import PRINT_DPI, PrintRun
from allcounsel.ui.messages import message_for
from allcounsel.ui.problem_words import refusal
from allcounsel.ui.tasks import TaskRunner


class Saver(QObject):
    """``said``: a kind (know, stop) and a sentence. ``saved``: where. ``asked``: pages and their order."""

    said = Signal(str, str)
    saved = Signal(str)
    asked = Signal(object, object)
    busy_changed = Signal()

    def __init__(self, window: QWidget, desk: Desk, model: CaseModel, runner: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._model = model
        self._runner = runner
        self.busy = False
        self._run: PrintRun | None = None

    def print(self, clinic: Clinic, choices: PaperChoices, confirmed_by: str) -> None:
        """Everything has been checked; make the pages, and say once more what is printed."""
        if self.busy:
            return
        order = self._order(clinic, choices, confirmed_by)
        core = self._desk.core
        self._set_busy(busy=True)
        self._runner.start(
            lambda: ready(core, order, PRINT_DPI), lambda made: self._ask(made, order), self._on_failure
        )

    def _ask(self, made: Ready, order: HandoutOrder) -> None:
        self._set_busy(busy=False)
        self.asked.emit(made, order)

    def send(self, made: Ready, order: HandoutOrder) -> None:
        """To the printer that the person chooses; what goes there is kept with the child."""
        printer = dialogs.ask_printer(self._window, len(made.images))
        if printer is None:
            return
        run = self._run = PrintRun(printer, made.images, self)
        run.went.connect(lambda page: self._tell_page(page, run.count))
        run.done.connect(lambda whole: self._printed(made, order, whole=whole))
        self._set_busy(busy=True)
        run.start()

    def finish(self) -> None:
        """The child is left: what is on its way to the printer, or to a file, comes first."""
        if self._run is not None:
            self._run.finish()
        elif self.busy:
            self._runner.wait()

    def _tell_page(self, page: int, count: int) -> None:
        words = self.tr("Printing: page {page} of {pages}")
        self.said.emit("know", words.format(page=page, pages=count))

    def _printed(self, made: Ready, order: HandoutOrder, *, whole: bool) -> None:
        self._run = None
        self._set_busy(busy=False)
        if not whole:
            words = self.tr("The printer did not take all pages. Nothing is lost; please try again.")
            self.said.emit("stop", words)
            return
        self._told(made.content, len(made.images), order, self.tr("Sent to the printer."))

    def save(self, clinic: Clinic, choices: PaperChoices, confirmed_by: str) -> None:
        """Everything has been checked; ask where and do it."""
        if self.busy:
            return
        name = suggested_name(self._model.label, self._desk.core.clock.today(), "pdf", self.tr("handout"))
        path = dialogs.ask_save_path(self._window, self.tr("Save the handout"), name, self.tr("PDF (*.pdf)"))
        if not path:
            return
        path = path if path.lower().endswith(".pdf") else f"{path}.pdf"
        order = self._order(clinic, choices, confirmed_by)
        core = self._desk.core
        self._set_busy(busy=True)
        self._runner.start(
            lambda: save(core, order, path), lambda made: self._keep(made, order), self._on_failure
        )

    def _order(self, clinic: Clinic, choices: PaperChoices, confirmed_by: str) -> HandoutOrder:
        accepted = frozenset(notice.code for notice in self._model.assessment.to_confirm)
        return HandoutOrder(self._model.case, clinic, choices, confirmed_by, accepted)

    def _keep(self, made: Saved, order: HandoutOrder) -> None:
        self._set_busy(busy=False)
        if self._told(made.content, made.pages, order, self.tr("Saved: {path}").format(path=made.path)):
            self.saved.emit(made.path)

    def _told(self, content: bytes, pages: int, order: HandoutOrder, done: str) -> bool:
        """Keep what was given with the child, and say so, or why not."""
        kept = HandoutMade(
            release=self._desk.core.release.digest,
            language="+".join(one.language for one in in_each_language(order.choices)),
            size=order.choices.size,
            paper=order.choices.paper,
            grey=order.choices.grey,
            pages=pages,
            confirmed_by=order.confirmed_by,
        )
        why = self._kept(content, kept)
        if why:
            words = self.tr("The file was written, but it is not kept with this child. {why}")
            self.said.emit("stop", words.format(why=why))
            return False
        words = self.tr("{done}\nThe same {pages} pages are kept with this child for an exact reprint.")
        self.said.emit("know", words.format(done=done, pages=pages))
        return True

    def _kept(self, content: bytes, how: HandoutMade) -> str:
        """Keep the bytes with the child, who is saved first if that has not happened; why not, or nothing."""
        if self._model.case_id is None:
            self._model.save()
        if self._model.case_id is None:
            return str(self._model.save_fault or "")
        try:
            self._desk.library.keep_handout(self._model.case_id, content, how)
        except KnownError as error:
            return str(message_for(error))
        return ""

    def _on_failure(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.tell(error)

    def tell(self, error: Exception) -> None:
        """The world's faults in words; what is ours goes to the first door."""
        if isinstance(error, KnownError):
            self.said.emit("stop", str(message_for(error)))
        elif isinstance(error, InputRefusedError):
            self.said.emit("stop", "; ".join(map(refusal, error.problems)))
        else:
            raise error

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
