"""The handout: what goes in, the real pages, how the paper is made, and the check before it is saved
(picture e).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Notice as Warned
from allcounsel.domain.assessment import Status
from allcounsel.domain.case import Case
from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.ids import FeatureId
from allcounsel.services.clinic_file import ReadClinic
from allcounsel.services.export_handout import HandoutOrder, in_each_language
from allcounsel.services.measured import is_translated
from allcounsel.services.numbers import numbers_refused
from allcounsel.services.translations import lacking
from allcounsel.services.words import Words
from allcounsel.ui.blocked import Blocked
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.clinic_block import clinic_of, threshold_confirmed
from allcounsel.ui.core_words import in_words
from allcounsel.ui.desk import Desk
from allcounsel.ui.group_line import group_line
from allcounsel.ui.handout.cards import CardList
from allcounsel.ui.handout.check import RightChild
from allcounsel.ui.handout.clinic_card import ClinicCard
from allcounsel.ui.handout.figures import FiguresList
from allcounsel.ui.handout.making import Preview, Ready, preview
from allcounsel.ui.handout.options import PaperOptions
from allcounsel.ui.handout.preview import PagePreview
from allcounsel.ui.handout.print_sheet import PrintSheet
from allcounsel.ui.handout.saver import Saver
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.card import Scroll, Sheet
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import Text
from allcounsel.ui.tasks import Latest, TaskRunner
from allcounsel.ui.tongue import LANGUAGES
from allcounsel.ui.wizard.fields.base import Tools
from allcounsel.ui.wizard.row import QuestionRow
from allcounsel.ui.wizard.row_notices import Remark, RowNotices

MEDICINES = FeatureId("medicines")
_TALK = (FeatureId("family.reader"), MEDICINES)
_LEFT, _RIGHT = 330, 312
_PAUSE = 250
_TALL = 400
"""Least height of each part where they stand under one another and the page scrolls."""


class HandoutPage(Page):
    """Looking is free; saving needs the check."""

    question_wanted = Signal(str)
    page_wanted = Signal(str)
    settings_wanted = Signal()

    def __init__(self, tools: Tools, model: CaseModel, desk: Desk, runner: TaskRunner) -> None:
        super().__init__(tools.look)
        self._tools = tools
        self._model = model
        self._desk = desk
        self._runner = runner
        self._latest = Latest()
        self._seen: Case | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._make_preview)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._sheets = QStackedWidget()
        self.column.addWidget(self._sheets)
        self.blocked = Blocked(tools.look, tools.words)
        self.blocked.question_wanted.connect(self.question_wanted)
        self._sheets.addWidget(_framed(self.blocked))
        self._sheets.addWidget(_framed(self._build_sheet()))
        self.saver = Saver(self, desk, model, runner)
        self.saver.said.connect(self._say)
        self.saver.asked.connect(self._ask_to_print)
        self._to_print: tuple[Ready, HandoutOrder] | None = None
        self.sheet = PrintSheet(tools.look, self)
        self.sheet.wanted.connect(self._send)
        self.sheet.closed.connect(self.check.box.setFocus)
        self.saver.busy_changed.connect(self.actions_changed)
        model.changed.connect(self._on_change)
        tools.look.changed.connect(self._arrange)

    # ---- building
    def _build_sheet(self) -> QWidget:
        inside = Sheet(self.look)
        sheet = Scroll(inside)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(24)
        self._left = self._build_left()
        self.preview = PagePreview(self.look)
        self._right = self._build_right()
        self._columns.addWidget(self._left)
        self._columns.addWidget(self.preview, 1)
        self._columns.addWidget(self._right)
        self._arrange()
        return sheet

    def _build_left(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 0, 8, 8)
        column.setSpacing(4)
        column.addWidget(Text(self.look, self.tr("The handout"), "h1"))
        said = self.tr("These are the real pages. What you choose here changes them at once.")
        column.addWidget(Text(self.look, said, "body", "ink2"))
        dictionary = self._desk.core.release.dictionary
        clock = self._desk.core.clock
        self.talk = [
            QuestionRow(self._tools, self._model, clock, dictionary[feature], narrow=True)
            for feature in _TALK
        ]
        self.cards = CardList(self.look)
        self.cards.changed.connect(self._pause.start)
        self.numbers = Text(self.look, "", "small", "ink2")
        self.figures = FiguresList(self.look)
        reader, medicines = self.talk
        for widget in (reader, self.cards, self.numbers, medicines, self.figures):
            column.addWidget(widget)
        column.addStretch(1)
        return Scroll(inside)

    def _build_right(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 4, 8, 8)
        column.setSpacing(8)
        self.options = PaperOptions(self.look, self._offered())
        self.options.chosen.connect(self._show_language)
        self.options.chosen.connect(self._pause.start)
        self.clinic = ClinicCard(self.look)
        self.clinic.settings_wanted.connect(self.settings_wanted)
        self.notices = RowNotices(self.look)
        self.check = RightChild(self.look)
        self.check.changed.connect(self._after_check)
        self.said = Notice(self.look, "know")
        self.fault = Notice(self.look, "stop")
        for widget in (self.options, self.clinic, self.notices, self.check, self.said, self.fault):
            column.addWidget(widget)
        self.said.hide()
        self.fault.hide()
        column.addStretch(1)
        self._right_scroll = Scroll(inside)
        return self._right_scroll

    def _arrange(self) -> None:
        stacked = self.look.stacked
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        for widget, width in ((self._left, _LEFT), (self._right, _RIGHT)):
            widget.setMinimumWidth(0 if stacked else self.look.px(width))
            widget.setMaximumWidth(16_777_215 if stacked else self.look.px(width))
            widget.setMinimumHeight(self.look.px(_TALL) if stacked else 0)
        self.preview.setMinimumHeight(self.look.px(_TALL) if stacked else 0)

    # ---- the shell asks
    def main_action(self) -> Action | None:
        if not self._can_be_made:
            return Action("to-review", self.tr("Back to the review"), lambda: self.page_wanted.emit("review"))
        if self.saver.busy:
            return Action("save-pdf", self.tr("Making the pages…"), lambda: None, icon="document")
        return Action("save-pdf", self.tr("Save PDF…"), self.export, icon="document", key=self.tr("Ctrl+E"))

    def extra_actions(self) -> tuple[Action, ...]:
        if not self._can_be_made or self.saver.busy:
            return ()
        return (Action("print", self.tr("Print…"), self.print, key=self.tr("Ctrl+P")),)

    def enter(self) -> None:
        self.said.hide()
        self.fault.hide()
        self._refresh()
        if self._can_be_made:
            self._make_preview()
            self.talk[0].focus()
        else:
            self.blocked.focus_first()

    def settle(self) -> None:
        for row in self.talk:
            row.take_if_typing()

    def leave(self) -> None:
        self._pause.stop()
        self._latest.drop()
        self.saver.finish()  # what the family is given is kept with the child, whoever hurries away

    @property
    def _can_be_made(self) -> bool:
        return not self._model.problems and self._model.assessment.status is not Status.OUT_OF_SCOPE

    # ---- following
    def _on_change(self) -> None:
        if self._seen is not None and self._seen != self._model.case:
            self.check.take_away()
            self.sheet.hide()
            self._to_print = None
        if self.isVisible():
            self._refresh()
            self._pause.start()

    def _refresh(self) -> None:
        self._seen = self._model.case
        self.actions_changed.emit()
        self._sheets.setCurrentIndex(1 if self._can_be_made else 0)
        if not self._can_be_made:
            self.blocked.show_problems(self._model, self._desk.core.release.dictionary)
            return
        line = group_line(self._tools.words, self._model.assessment)
        child = self._model.label or self.tr("No id yet")
        self.check.show_child(" ".join(filter(None, (f"{child}. {line.text}.", self._medicines()))))
        self.clinic.show_clinic(clinic_of(self._desk))
        self._show_numbers()
        self._show_language()
        self._show_notices()

    def _medicines(self) -> str:
        """Those that the paper will describe, beside the tick: one ticked by mistake is seen there."""
        ticked = self._model.case.answers.get(MEDICINES)
        if not isinstance(ticked, tuple) or not ticked:
            return ""
        named = self._tools.words.words.answer(MEDICINES, ticked)
        return self.tr("Medicines on the paper: {medicines}.").format(medicines=named)

    def _show_numbers(self) -> None:
        wants = self._model.case.text(FeatureId("family.wants_numbers")) == "yes"
        refused = numbers_refused(self._model.case, self._model.assessment)
        if not wants:
            words = self.tr("Numbers stay off the paper until the family says yes.")
        elif refused:
            words = self.tr("Numbers: the family wants them; not on this paper, because {reason}.")
            words = words.format(reason=in_words(refused[0]))
        else:
            words = self.tr("Numbers are on the paper: the family asked for them.")
        self.numbers.setText(words)

    # ---- languages
    def _offered(self) -> tuple[str, ...]:
        """The languages in which every text stands as it does in English."""
        release = self._desk.core.release
        return tuple(language for language, _ in LANGUAGES if not lacking(release, language))

    def _show_language(self) -> None:
        """Why Spanish is not offered, or what of the clinic's own words a Spanish paper says in English."""
        release, words = self._desk.core.release, ""
        missing = lacking(release, "es")
        clinic = clinic_of(self._desk).clinic
        if missing:
            words = self.tr("No Spanish paper now: {count} texts are missing or older than the English.")
            words = words.format(count=len(missing))
        elif clinic is not None:
            measured = clinic.fever_threshold.measured
            printed = (Words(release, language) for language in self.options.languages)
            if not all(is_translated(language, measured) for language in printed):
                words = self.tr("“{words}” stands on the paper as the clinic wrote it.")
                words = words.format(words=measured)
        self.options.language_note.say(words)

    def _show_notices(self) -> None:
        self.notices.show_remarks([self._remark(notice) for notice in self._model.to_confirm])

    def _remark(self, notice: Warned) -> Remark:
        """With its question: the same can be odd at several."""
        question = self._tools.words.question(self._model.question_at(notice.field))
        said = f"**{question}.** {self._tools.words.words.warning(notice.code)}"
        return Remark(
            "check", said, self.tr("It is right as entered"), self._acceptor(notice), about=question
        )

    def _acceptor(self, notice: Warned) -> Callable[[], None]:
        def accept() -> None:
            self.check.box.setFocus()
            self._model.accept(notice)

        return accept

    # ---- the pages
    @property
    def choices(self) -> PaperChoices:
        """The paper as it stands."""
        wants = self._model.case.text(FeatureId("family.wants_numbers")) == "yes"
        refused = numbers_refused(self._model.case, self._model.assessment)
        return self.options.choices(numbers=wants and not refused, cards=self.cards.chosen)

    def _make_preview(self) -> None:
        clinic = clinic_of(self._desk).clinic
        if clinic is None or not self._can_be_made:
            self.preview.show_pages(())
            self.preview.say(
                self.tr("The pages need the clinic's phone numbers and its fever threshold first.")
            )
            return
        core, case, assessment = self._desk.core, self._model.case, self._model.assessment
        choices = self.choices
        self.preview.say(self.tr("Making the pages…"))
        done, failed = self._latest.wrap(self._show_preview, self._show_failure)
        self._runner.start(lambda: preview(core, case, assessment, clinic, choices), done, failed)

    def _show_preview(self, made: Preview) -> None:
        self.preview.say("")
        self.preview.show_pages(made.pages)
        self.cards.show_cards(made.cards)
        self.figures.show_figures(made.figures)

    def _show_failure(self, error: Exception) -> None:
        self.preview.say("")
        self.saver.tell(error)

    # ---- saving
    def export(self) -> None:
        """Ctrl+E: save, or say what is missing first."""
        self.settle()
        missing = list(self._missing(clinic_of(self._desk)))
        if missing:
            self._say("stop", missing[0][0])
            missing[0][1].setFocus()
            return
        clinic = clinic_of(self._desk).clinic
        if clinic is not None:
            self.saver.save(clinic, self.choices, self.check.confirmed_by)

    def print(self) -> None:
        """Ctrl+P: make the pages and ask once more, or say what is missing first."""
        self.settle()
        missing = list(self._missing(clinic_of(self._desk)))
        clinic = clinic_of(self._desk).clinic
        if missing:
            self._say("stop", missing[0][0])
            missing[0][1].setFocus()
        elif clinic is not None:
            self.saver.print(clinic, self.choices, self.check.confirmed_by)

    def _ask_to_print(self, made: Ready, order: HandoutOrder) -> None:
        """Once more: the child, the group, the language and the pages of just this paper."""
        if order.case != self._model.case:  # it changed while the pages were made: they are of another child
            self._say(
                "stop", self.tr("An answer changed while the pages were made. Please check and print again.")
            )
            return
        self._to_print = (made, order)
        line = group_line(self._tools.words, self._model.assessment)
        names = dict(LANGUAGES)
        languages = " + ".join(names[one.language] for one in in_each_language(order.choices))
        words = self.tr("{languages}, {pages} pages").format(languages=languages, pages=len(made.images))
        self.sheet.ask(self._model.label or self.tr("No id yet"), line.text, words)

    def _send(self) -> None:
        self.check.box.setFocus()  # what was pressed is gone
        if self._to_print is not None:
            self.saver.send(*self._to_print)
            self._to_print = None

    def _missing(self, read: ReadClinic) -> Iterator[tuple[str, QWidget]]:
        """What stands in the way, in the order in which it is put right, each with where that is done."""
        if read.clinic is None:
            words = self.tr("The clinic's phone numbers or its fever threshold are missing. Add them first.")
            yield words, self.clinic.button
        elif not threshold_confirmed(self._desk, read):
            words = self.tr("The clinic's fever threshold is above 38.3 °C and has to be confirmed first.")
            yield words, self.clinic.button
        if self._model.to_confirm:
            yield self.tr("One value has to be confirmed or corrected first."), self.notices.first_button()
        if not self.check.box.isChecked():
            yield self.tr("Tick that this is the right child and the right result."), self.check.box
        if not self.check.name.text().strip():
            yield self.tr("Write the name or initials of who checked."), self.check.name

    def _after_check(self) -> None:
        self.fault.hide()

    def _say(self, kind: str, words: str) -> None:
        shown, hidden = (self.said, self.fault) if kind == "know" else (self.fault, self.said)
        hidden.hide()
        shown.say(words)
        QTimer.singleShot(0, shown, lambda: self._right_scroll.ensureWidgetVisible(shown, 0, 8))


def _framed(widget: QWidget) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 20, 18, 14)
    column.addWidget(widget)
    return frame
