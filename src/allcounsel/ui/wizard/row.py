"""One question of the open case: takes what a person types or picks, and shows what follows from it in
place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from allcounsel.domain.answers import Absent, Answer
from allcounsel.domain.assessment import Notice
from allcounsel.domain.case import BIRTH
from allcounsel.domain.errors import Problem
from allcounsel.domain.feature import Feature, FeatureKind
from allcounsel.services.answer_reading import read_answer
from allcounsel.services.ports import Clock
from allcounsel.services.wizard_flow import shown
from allcounsel.ui import tab_order
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.parts.source_list import source_lines
from allcounsel.ui.parts.words import Text, show_if
from allcounsel.ui.problem_words import problem_sentence
from allcounsel.ui.screen_words import NOT_APPLICABLE
from allcounsel.ui.wizard.age_remarks import age_remarks
from allcounsel.ui.wizard.due import DueDate
from allcounsel.ui.wizard.editors import editor_for
from allcounsel.ui.wizard.fields.base import Tools, Unfinished
from allcounsel.ui.wizard.help_panel import HelpPanel
from allcounsel.ui.wizard.row_frame import RowFrame
from allcounsel.ui.wizard.row_notices import Remark, RowNotices
from allcounsel.ui.wizard.state_box import UNKNOWN, WAITING, StateBox

_PAUSE = 700
"""Milliseconds after the last key until what was typed is taken, should the person stay in the field."""
_ECHOED = (FeatureKind.WHITE_COUNT, FeatureKind.AGE, FeatureKind.DATE)

_STATE_KEYS = {Qt.Key.Key_U: UNKNOWN, Qt.Key.Key_P: WAITING}

_ANSWERS: dict[str, Answer] = {
    WAITING: Absent.PENDING,
    UNKNOWN: Absent.UNKNOWN,
    NOT_APPLICABLE: NOT_APPLICABLE,
}


class QuestionRow(RowFrame):
    """Shows and takes one answer."""

    def __init__(
        self, tools: Tools, model: CaseModel, clock: Clock, feature: Feature, *, narrow: bool = False
    ) -> None:
        super().__init__(tools, feature, narrow=narrow)
        self.setObjectName(f"question-{feature.id}")
        self._model = model
        self._clock = clock
        self._seen: Answer | None = None
        # What was wrong when the child was left is said at once; in an empty row nothing is wrong yet.
        self._insist = model.was_saved and bool(model.problems_of(feature.id))
        self._help: HelpPanel | None = None
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._connect()
        self._show(self._answer)
        self.refresh()

    def _build(self) -> None:
        look = self.tools.look
        self.editor = editor_for(self.tools, self.feature)
        self.box = StateBox(look)
        self.due = DueDate(look, self.editor.question)
        self.echo = Text(look, "", "echo")
        self.notices = RowNotices(look)
        for widget in (self.editor, self.box, self.due, self.echo, self.notices):
            self.middle.addWidget(widget)
        self.middle.addStretch(1)
        self.setProperty(tab_order.LAST, self.due)  # it appears once "Waiting" is picked, beside it

    def _connect(self) -> None:
        self._pause.timeout.connect(self.take)
        self.editor.edited.connect(self._on_edited)
        self.editor.settled.connect(self.take)
        self.due.taken.connect(self._on_due)
        if self.states is not None:
            self.states.picked.connect(self._on_state)
        self._model.changed.connect(self.refresh)
        self._model.restored.connect(self._restore)

    # ---- what a person does
    def _on_edited(self) -> None:
        self._pause.start()
        answer, _ = self._read()
        self._show_echo(answer)

    def take(self) -> None:
        """Hand what stands in the editor to the case; half written, it leaves the answer before it."""
        self._pause.stop()
        if self._state:
            return
        answer, problems = self._read()
        if not problems:
            self._seen = answer
        if self.feature.id == BIRTH:
            self._model.born(answer if isinstance(answer, date) else None, problems)
        else:
            self._model.answer(self.feature.id, answer, problems)

    def take_if_typing(self) -> None:
        """Take what was typed a moment ago."""
        if self._pause.isActive():
            self.take()
        self.due.take_if_open()

    def leave(self) -> None:
        """The person goes on: from now on say what is wrong here."""
        self.take_if_typing()
        self.insist()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """U and P while an answer has the focus: not known, and waiting. In a line they are letters."""
        state = _STATE_KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        cells = self.states.cells if self.states is not None else []
        cell = next((cell for cell in cells if cell.value == state), None)
        if cell is None:
            super().keyPressEvent(event)
        elif not cell.isChecked():
            cell.setFocus(Qt.FocusReason.TabFocusReason)
            cell.click()

    def focus(self) -> None:
        """Put the focus where the answer is."""
        tab_order.focus_first(self.states if self._state and self.states is not None else self.editor)

    def insist(self) -> None:
        """Say what is wrong here even before it was touched."""
        self._insist = True
        self._show_remarks()

    def _on_state(self) -> None:
        state = self._state
        kept = _ANSWERS.get(state)
        if kept is None:
            self.take()
        else:
            self._seen = kept
            self._model.answer(self.feature.id, kept)
        if state != WAITING:
            self._model.expect(self.feature.id, None)
        self.refresh()

    def _on_due(self) -> None:
        self._model.expect(self.feature.id, self.due.day, unfinished=bool(self.due.problem))
        self.refresh()

    def toggle_help(self) -> None:
        """Open or close the help of this question, in its place."""
        if self._help is None:
            words = self.tools.words.words
            sources = source_lines(words, self.feature.sources)
            self._help = HelpPanel(self.tools.look, words.help(self.feature.id), sources)
            self.middle.insertWidget(self.middle.count() - 1, self._help)
            self._help.show()
        else:
            self._help.setVisible(self._help.isHidden())

    # ---- what the case says
    def refresh(self) -> None:
        """Follow the case; an answer that came from elsewhere is shown, what is being typed is left alone."""
        answer, unread = self._answer, self._model.is_unread(self.feature.id)
        if answer != self._seen and not (unread or self._pause.isActive()):
            self._show(answer)
        if self.feature.companion_of is not None:
            show_if(self, wanted=shown(self.feature, self._model.case))
        self._show_state()
        if not self._pause.isActive():
            self._show_echo(None if unread else answer)
        self._show_remarks()

    def _restore(self) -> None:
        """A step was taken back: here stands what the case says, whatever was being typed."""
        self._pause.stop()
        self.due.show_day(self._model.case.expected.get(self.feature.id))
        self._show(self._answer)

    @property
    def _answer(self) -> Answer | None:
        """What the case says; a birth date is in no case, and stands here while it is needed."""
        if self.feature.id == BIRTH:
            return self._model.birth_in_view
        return self._model.case.answers.get(self.feature.id)

    @property
    def _state(self) -> str:
        return self.states.value if self.states is not None else ""

    def _show(self, answer: Answer | None) -> None:
        self._seen = answer
        state = answer.value if isinstance(answer, Absent) else ""
        if answer == NOT_APPLICABLE:
            state = NOT_APPLICABLE
        if self.states is not None:
            self.states.show_values(*([state] if state else []))
        if not state:
            self.editor.show_answer(answer)

    def _show_state(self) -> None:
        state = self._state
        self.editor.setVisible(not state)
        self.box.setVisible(bool(state))
        self.due.setVisible(state == WAITING)
        if state:
            self.box.show_state(state, self._state_words(state))
        due = self._model.case.expected.get(self.feature.id)
        typing = self.due.isAncestorOf(QApplication.focusWidget() or self)
        if state == WAITING and not typing and not self.due.problem:
            self.due.show_day(due)

    def _state_words(self, state: str) -> str:
        kept = self.editor.raw() is not None
        if state == WAITING:
            words = self.tr("**Waiting** for a result.")
            due = self._model.case.expected.get(self.feature.id)
            if due:
                day = self.tools.words.words.day(due)
                words = self.tr("**Waiting** for a result, about {day}.").format(day=day)
        elif state == UNKNOWN:
            words = self.tr("**Not known.** You can add it later.")
        else:
            words = self.tr("**Does not apply** to this child.")
        if kept:
            words += " " + self.tr("What you entered is kept: press the button again to have it back.")
        return words

    def _show_echo(self, answer: Answer | None) -> None:
        wanted = self.feature.kind in _ECHOED and answer is not None and not isinstance(answer, Absent)
        self.echo.say(
            self.tools.words.words.answer(self.feature.id, answer) if wanted and answer is not None else ""
        )

    # ---- what is wrong or odd
    def _read(self) -> tuple[Answer | None, tuple[Problem, ...]]:
        raw = self.editor.raw()
        if raw is None:
            return None, ()
        if isinstance(raw, Unfinished):
            return None, (Problem(self.feature.id, raw.code, raw.why),)
        reading = read_answer(self.feature, raw, self._clock.today())
        return reading.answer, reading.problems

    def _show_remarks(self) -> None:
        asked = age_remarks(self.feature.id, self._model, self.tools.words.words)
        remarks = [*self._problem_remarks(), *self._notice_remarks(), *map(self._in_place, asked)]
        kinds = {remark.kind for remark in remarks}
        self.editor.mark("stop" if "stop" in kinds else "check" if "check" in kinds else "")
        self.notices.show_remarks(remarks)

    def _problem_remarks(self) -> list[Remark]:
        found = [] if self._state else list(self._model.problems_of(self.feature.id))
        if not self._insist:
            early = ("unfinished", "must_be_chosen")
            found = [p for p in found if p.code not in early and not p.code.startswith("missing")]
        due = [self.due.problem] if self._state == WAITING and self.due.problem else []
        texts = dict.fromkeys([*map(problem_sentence, found), *due])
        return [*(Remark("stop", text) for text in texts), *(self._stays_remarks() if found else ())]

    def _stays_remarks(self) -> Iterator[Remark]:
        """What counts while the answer is being written anew."""
        kept = self._model.case.answers.get(self.feature.id)
        if kept is not None and self._model.is_unread(self.feature.id):
            said = self.tr("Until then the answer stays {answer}.")
            yield Remark("know", said.format(answer=self.tools.words.words.answer(self.feature.id, kept)))

    def _notice_remarks(self) -> list[Remark]:
        words = self.tools.words.words
        remarks = []
        for notice in self._model.notices_of(self.feature.id):
            text = words.warning(notice.code)
            if notice.confirm and not self._model.is_accepted(notice):
                remarks.append(
                    Remark("check", text, self.tr("It is right as entered"), self._accepter(notice))
                )
            elif notice.confirm:
                remarks.append(Remark("know", text + " " + self.tr("**You confirmed it.**")))
            else:
                remarks.append(Remark("check", text))
        return remarks

    def _accepter(self, notice: Notice) -> Callable[[], None]:
        return self._from_here(lambda: self._model.accept(notice))

    def _in_place(self, remark: Remark) -> Remark:
        return remark if remark.run is None else replace(remark, run=self._from_here(remark.run))

    def _from_here(self, run: Callable[[], None]) -> Callable[[], None]:
        """The button goes away when it has been pressed, so the focus goes to the answer first."""

        def run_from_here() -> None:
            self.focus()
            run()

        return run_from_here
