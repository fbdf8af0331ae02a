"""One child's consultation: bar, rail, pages and the way between them. A new consultation is a new one of
these.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout

from allcounsel.domain.assessment import Status
from allcounsel.domain.ids import FeatureId
from allcounsel.services.still_open import could_still_change, has_result
from allcounsel.ui import tab_order
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.clinic_block import clinic_of
from allcounsel.ui.desk import Desk
from allcounsel.ui.family.window import FamilyWindow
from allcounsel.ui.group_line import GroupLine, group_line, line_while_wrong
from allcounsel.ui.handout.page import HandoutPage
from allcounsel.ui.look import Look
from allcounsel.ui.page import Page
from allcounsel.ui.screen_words import ScreenWords
from allcounsel.ui.shell.book import HANDOUT, PATHWAY, REFERENCE, RESULT, REVIEW, WHAT_IF, Book, Place
from allcounsel.ui.shell.bottom_bar import BottomBar
from allcounsel.ui.shell.identity_bar import IdentityBar
from allcounsel.ui.shell.leaving import Leaving
from allcounsel.ui.shell.numbers import NumbersNotice, NumbersPanel
from allcounsel.ui.shell.review_banner import ReviewBanner
from allcounsel.ui.shell.step_rail import StepRail
from allcounsel.ui.tasks import TaskRunner

COMPACT_PAGES = (PATHWAY, REFERENCE, HANDOUT)
AFTER_RESULT = (PATHWAY, WHAT_IF, HANDOUT)
"""These would tell the result before a person has said what they expect."""


class Consultation(tab_order.ReadingOrder):
    """``home_wanted``: the person wants to leave this child."""

    home_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look, desk: Desk, model: CaseModel, runner: TaskRunner) -> None:
        super().__init__()
        self.look = look
        self._desk = desk
        self.model = model
        self.family: FamilyWindow | None = None
        self.clock = desk.core.clock
        self.words = ScreenWords(desk.core.words, desk.core.release)
        self.book = Book(look, desk, model, runner, self.words)
        self._place: Place | None = None
        self._on_the_way: Place | None = None
        self._build(desk)
        self._connect()
        self._shortcuts()
        self._follow_situation()
        self._refresh()

    # ---- building
    def _build(self, desk: Desk) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = IdentityBar(self.look, self.words, desk.core.release.info, practice=desk.practice)
        column.addWidget(self.bar)
        self.review = ReviewBanner(self.look, self.words.words)
        column.addWidget(self.review)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.rail = StepRail(self.look)
        self.numbers = NumbersNotice(self.look, self.words, self.model)
        self.rail.put_at_foot(self.numbers)
        middle.addWidget(self.rail)
        self.stack = QStackedWidget()
        self.stack.setProperty(tab_order.ONE, True)
        middle.addWidget(self.stack, 1)
        column.addLayout(middle, 1)
        self.leaving = Leaving(self.look, self.words)
        column.addWidget(self.leaving)
        self.bottom = BottomBar(self.look)
        column.addWidget(self.bottom)
        self.panel = NumbersPanel(self.look, self.words, self.model, self)

    def _connect(self) -> None:
        self.bar.home_wanted.connect(self._go_home)
        self.bar.family_wanted.connect(self.toggle_family)
        self.bar.check_wanted.connect(self._go_to_check)
        self.rail.chosen.connect(self.go)
        self.bottom.back_wanted.connect(self.back)
        self.bottom.help_wanted.connect(self._help)
        self.leaving.question_wanted.connect(self.go_to_question)
        self.numbers.asked.connect(self._ask_numbers)
        self.panel.closed.connect(self._after_numbers)
        self.model.changed.connect(self._on_change)
        self.model.saved.connect(self._show_saved)
        self.book.wanted.connect(self.go_to_question)
        self.book.page_wanted.connect(self.go)
        self.book.forward_wanted.connect(self.forward)
        self.book.settings_wanted.connect(self.settings_wanted)
        self.look.changed.connect(self._refresh)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+Return": self._press_main,
            "Ctrl+Enter": self._press_main,
            "Alt+Left": self.back,
            "Alt+Right": self.forward,
            "Ctrl+R": lambda: self.go(REVIEW),
            "Ctrl+E": self._export,
            "Ctrl+P": self._print,
            "Ctrl+T": lambda: self.go(REFERENCE),
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
            "Ctrl+Shift+Z": self.redo,
            "F1": self._help,
            "F2": self._sources,
            "F5": self.toggle_family,
            "F6": lambda: self.go(WHAT_IF),
        }
        for number in range(1, 10):
            keys[f"Ctrl+{number}"] = self._jumper(number - 1)
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _jumper(self, index: int) -> Callable[[], None]:
        def jump() -> None:
            if index < len(self.rail.buttons):
                self.go(self.rail.buttons[index].step.id)

        return jump

    # ---- walking
    @property
    def place(self) -> Place:
        """Where the consultation is."""
        return self._place or self.book.first

    @property
    def way(self) -> Place:
        """Where on the way it is: while something is looked up, where one was before."""
        return self.book.nearest(self._on_the_way or self.book.first)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.book.page(self.place)

    def go(self, step: str) -> None:
        """Show the first screen of a step."""
        self._show(self.book.place_of_step(step))

    def forward(self) -> None:
        """The next screen."""
        after = self.book.after(self.way)
        if after is not None:
            self._show(after)

    def back(self) -> None:
        """The screen before; from the first one, home: see ``may_leave``."""
        before = self.way if self.book.is_aside(self.place) else self.book.before(self.place)
        if before is not None:
            self._show(before)
        else:
            self._go_home()

    def go_to_question(self, feature_id: FeatureId) -> None:
        """Show the screen of a question with the focus in it."""
        place = self.book.place_of_question(feature_id)
        if place is not None:
            self._show(place)
            self.book.focus_question(place, feature_id)

    def undo(self) -> None:
        """Take back the last step, wherever it was made, and say which."""
        self.settle()
        self._say_step(self.model.undo(), self.tr("Taken back: {question}"), self.tr("Nothing to take back"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.settle()
        self._say_step(self.model.redo(), self.tr("Done again: {question}"), self.tr("Nothing to do again"))

    def _say_step(self, changed: tuple[FeatureId, ...], said: str, nothing: str) -> None:
        """Among questions the focus goes to the one that changed; elsewhere the page follows."""
        if changed and self.book.is_question(self.place):
            self.go_to_question(changed[0])
        self.bottom.show_state(said.format(question=self.words.question(changed[0])) if changed else nothing)

    def _go_to_check(self) -> None:
        """To the first value that a person has to check."""
        for notice in self.model.to_confirm[:1]:
            self.go_to_question(self.model.question_at(notice.field))

    def begin(self) -> None:
        """A new consultation: at the first question."""
        self._show(self.book.first)

    def go_on(self) -> None:
        """A saved child: where something must be put right; else at its result; where it has none yet, at the
        first question that is open.
        """
        wrong = next((self.model.question_at(problem.field) for problem in self.model.problems), None)
        changing = could_still_change(self.model.assessment)
        target = wrong or self.book.flow.first_open(self.model.case, changing)
        if target is None or (wrong is None and has_result(self.model.assessment)):
            self.go(RESULT)
        else:
            self.go_to_question(target)

    def settle(self) -> None:
        """Take what is half typed."""
        if self._place is not None:
            self.page.settle()

    def may_leave(self) -> bool:
        """Whether this child can be left: nothing is lost by it, or the person was told what and insists."""
        self.settle()
        if self.model.save_fault is not None:
            self.model.save()
        return self.leaving.asked_for(self.model.unfinished, self.model.save_fault)

    def _show(self, place: Place) -> None:
        self.settle()
        self.leaving.withdraw()
        place = self.book.nearest(place)
        if self.model.conceals and place.step in AFTER_RESULT:
            place = Place(RESULT)
        self._place = place
        self.review.follow(self.clock.today())
        if not self.book.is_aside(place):
            self._on_the_way = place
        page = self.book.page(place)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
            page.actions_changed.connect(self._show_actions)
        self.stack.setCurrentWidget(page)
        self.panel.hide()
        self._refresh()
        page.enter()

    def _go_home(self) -> None:
        self.settle()
        self.home_wanted.emit()

    def _press_main(self) -> None:
        self.settle()
        action = self.page.main_action()
        if action is not None:
            action.run()

    def _export(self) -> None:
        """Save the handout; from another page, go to it first. What is only tried out is never on paper."""
        if self.place.step == WHAT_IF:
            self.bottom.show_state(self.tr("Not printed: this is not the child."))
        elif self.place.step == HANDOUT:
            self._press_main()
        else:
            self.go(HANDOUT)

    def _print(self) -> None:
        """Print the handout; from another page, go to it first. What is only tried out is never on paper."""
        page = self.page
        if isinstance(page, HandoutPage):
            page.print()
        else:
            self._export()

    def _help(self) -> None:
        """At a question its own help; elsewhere the page of help and keys."""
        if self.book.is_question(self.place):
            self.page.toggle_help()
        else:
            self.help_wanted.emit()

    def _sources(self) -> None:
        self.page.toggle_sources()

    # ---- the family's window
    def toggle_family(self) -> None:
        """Open the family's window, or close it; without a result or the clinic's numbers there is none."""
        self.settle()
        if self.family is not None:
            self.close_family()
            return
        clinic = clinic_of(self._desk).clinic
        out = self.model.assessment.status is Status.OUT_OF_SCOPE
        if self.model.problems or out or self.model.conceals:
            self.bottom.show_state(self.tr("The family view needs a result first."))
        elif clinic is None:
            self.bottom.show_state(self.tr("The family view needs the clinic's phone numbers first."))
        else:
            self.family = FamilyWindow(self.look, self._desk, self.model, clinic)
            self.family.closed.connect(self._forget_family)
            self.family.open(self)

    def close_family(self) -> None:
        """The family's window, if it is open, is gone."""
        if self.family is not None:
            self.family.close()

    def _forget_family(self) -> None:
        if self.family is not None:
            self.family.deleteLater()
            self.family = None

    # ---- following
    def _on_change(self) -> None:
        self.leaving.withdraw()
        self._follow_situation()
        self._refresh()

    def _follow_situation(self) -> None:
        self.book.follow(self.model.case.situation, keep=self._place)
        self.rail.show_steps(self.book.steps)

    def _refresh(self) -> None:
        place = self.place
        self.bar.setVisible(place.step != WHAT_IF)
        self.rail.use_compact(compact=place.step in COMPACT_PAGES)
        self.numbers.use_compact(compact=self.rail.is_compact)
        self.rail.show_states(self.book.states(), self.way.step)
        in_words = line_while_wrong if self.model.problems else group_line
        line = in_words(self.words, self.model.assessment)
        if self.model.conceals:
            line = GroupLine(self.tr("Your own impression first"), "", closed=False)
        self.bar.show_case(self.model.case, line, len(self.model.to_confirm))
        self.bottom.help.setVisible(self.book.is_question(place) and not self.look.stacked)
        self._show_saved()
        self._show_actions()

    def _show_actions(self) -> None:
        if self._place is not None:
            self.bottom.show_actions(self.page.extra_actions(), self.page.main_action())

    def _show_saved(self) -> None:
        if self.model.save_fault is not None:
            self.bottom.show_state(str(self.model.save_fault))
        elif self.model.saved_at:
            self.bottom.show_state(self.tr("Saved {time}").format(time=self.model.saved_at))
        elif self.model.case_id is not None:
            self.bottom.show_state(self.tr("Saved"))
        else:
            self.bottom.show_state(self.tr("Saved with the first change"))

    # ---- numbers
    def _ask_numbers(self) -> None:
        corner = self.numbers.mapTo(self, QPoint(0, self.numbers.height()))
        self.panel.open_above(QPoint(self.rail.width() + 12, corner.y()))

    def _after_numbers(self) -> None:
        target = self.numbers.small if self.rail.is_compact else self.numbers.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.panel.isVisible():
            self.panel.hide()

    def close_down(self) -> None:
        """Before the window lets go of this consultation."""
        self.settle()
        self.close_family()
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.book.close_down()
