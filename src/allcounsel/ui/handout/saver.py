"""Saves a handout: asks where, makes and writes it off the GUI thread, then keeps the very bytes with the
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
from allcounsel.ui.handout.making import Saved, save
from allcounsel.ui.messages import message_for
from allcounsel.ui.tasks import TaskRunner


class Saver(QObject):
    """``said``: a kind (know, stop) and a sentence. ``saved``: where."""

    said = Signal(str, str)
    saved = Signal(str)
    busy_changed = Signal()

    def __init__(self, window: QWidget, desk: Desk, model: CaseModel, runner: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._model = model
        self._runner = runner
        self.busy = False

    def save(self, clinic: Clinic, choices: PaperChoices, confirmed_by: str) -> None:
        """Everything has been checked; ask where and do it."""
        if self.busy:
            return
        name = suggested_name(self._model.label, self._desk.core.clock.today(), "pdf", self.tr("handout"))
        path = dialogs.ask_save_path(self._window, self.tr("Save the handout"), name, self.tr("PDF (*.pdf)"))
        if not path:
            return
        path = path if path.lower().endswith(".pdf") else f"{path}.pdf"
        accepted = frozenset(notice.code for notice in self._model.assessment.to_confirm)
        order = HandoutOrder(self._model.case, clinic, choices, confirmed_by, accepted)
        core = self._desk.core
        self._set_busy(busy=True)
        self._runner.start(
            lambda: save(core, order, path), lambda made: self._keep(made, order), self._on_failure
        )

    def _keep(self, made: Saved, order: HandoutOrder) -> None:
        self._set_busy(busy=False)
        kept = HandoutMade(
            release=self._desk.core.release.digest,
            language="+".join(one.language for one in in_each_language(order.choices)),
            size=order.choices.size,
            paper=order.choices.paper,
            grey=order.choices.grey,
            pages=made.pages,
            confirmed_by=order.confirmed_by,
        )
        why = self._kept(made, kept)
        if why:
            words = self.tr("The file was written, but it is not kept with this child. {why}")
            self.said.emit("stop", words.format(why=why))
            return
        words = self.tr(
            "Saved: {path}\nThe same {pages} pages are kept with this child for an exact reprint."
        )
        self.said.emit("know", words.format(path=made.path, pages=made.pages))
        self.saved.emit(made.path)

    def _kept(self, made: Saved, how: HandoutMade) -> str:
        """Keep the bytes with the child, who is saved first if that has not happened; why not, or nothing."""
        if self._model.case_id is None:
            self._model.save()
        if self._model.case_id is None:
            return str(self._model.save_fault or "")
        try:
            self._desk.library.keep_handout(self._model.case_id, made.content, how)
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
            self.said.emit("stop", "; ".join(problem.message for problem in error.problems))
        else:
            raise error

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
