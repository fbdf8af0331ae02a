"""The clinician's reference page: published schemes to compare with, and where the sources disagree.

It stands beside the way through a consultation: one looks something up and goes back to where one was.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Status
from allcounsel.domain.reference import Conflict
from allcounsel.services.reference import Concern, SchemeInputs, by_concern
from allcounsel.services.reference_words import ReferenceWords
from allcounsel.ui.blocked import Blocked
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.look import Look
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.card import Scroll, Sheet
from allcounsel.ui.parts.words import Text
from allcounsel.ui.reference.conflict_list import ConflictList
from allcounsel.ui.reference.contents import Choice, Contents
from allcounsel.ui.reference.inputs_card import InputsCard
from allcounsel.ui.reference.scheme_card import SchemeCard
from allcounsel.ui.screen_words import ScreenWords

_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_CONTENTS, _INPUTS = 270, 292
_TALL = 420
_TALL_CONTENTS = 220


class ReferencePage(Page):
    """Made anew from the case each time it is entered or the case changes; a row's side when first chosen."""

    question_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, look: Look, words: ScreenWords, model: CaseModel, desk: Desk) -> None:
        super().__init__(look)
        self._words = words.words
        self._model = model
        self._core = desk.core
        self._reference = desk.core.release.reference
        self._said = ReferenceWords(words.words)
        self._conflicts: dict[Concern, tuple[Conflict, ...]] = {}
        self._chosen = ""
        self._made: dict[str, QWidget] = {}
        self.shown: QWidget | None = None
        self.blocked = Blocked(look, words)
        self.blocked.question_wanted.connect(self.question_wanted)
        self.column.addWidget(self.blocked)
        self.nothing = Text(look, self.tr("The content in use was made before there were any tables here."))
        self.column.addWidget(self.nothing)
        sheet = Sheet(look)
        self._columns = QBoxLayout(_ACROSS, sheet)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(20)
        self.contents = Contents(look)
        self.contents.chosen.connect(self._choose)
        self._columns.addWidget(self.contents)
        self._columns.addWidget(self._right_side(), 1)
        self._sheet = Scroll(sheet)
        self.column.addWidget(self._sheet, 1)
        model.changed.connect(self._on_change)
        look.changed.connect(self._on_change)

    def _right_side(self) -> QWidget:
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(2)
        self.title = Text(self.look, "", "h1")
        self._right.addWidget(self.title)
        self.promise = Text(self.look, "", "body", "ink2")
        self.promise.setContentsMargins(0, 0, 0, 10)
        self._right.addWidget(self.promise)
        return right

    # ---- the shell asks
    def main_action(self) -> Action | None:
        if self._is_blocked:
            return Action("to-review", self.tr("Back to the review"), lambda: self.page_wanted.emit("review"))
        run = lambda: self.page_wanted.emit("result")  # noqa: E731 - a signal with its argument
        return Action("show-result", self.tr("Show result"), run, key=self.tr("Ctrl+Enter"))

    def enter(self) -> None:
        self._rebuild()
        if self._is_blocked:
            self.blocked.focus_first()
            return
        entry = self.contents.entry(self._chosen)
        if entry is not None:
            entry.setFocus()

    def toggle_sources(self) -> None:
        if isinstance(self.shown, ConflictList):
            self.shown.toggle_sources()
        elif self.scheme_card is not None:
            self.scheme_card.toggle_sources()

    @property
    def scheme_card(self) -> SchemeCard | None:
        """The table that is shown, if one is."""
        return None if self.shown is None else self.shown.findChild(SchemeCard)

    @property
    def _is_blocked(self) -> bool:
        return bool(self._model.problems) or self._model.assessment.status is Status.OUT_OF_SCOPE

    # ---- following
    def _on_change(self) -> None:
        if self.isVisible():
            self._rebuild()

    def _rebuild(self) -> None:
        self.actions_changed.emit()
        empty = not self._reference.schemes
        self._sheet.setVisible(not self._is_blocked and not empty)
        self.nothing.setVisible(not self._is_blocked and empty)
        self.blocked.setVisible(self._is_blocked)
        if self._is_blocked:
            self.blocked.show_problems(self._model, self._core.release.dictionary)
        elif not empty:
            self._rebuild_columns()

    def _rebuild_columns(self) -> None:
        for made in self._made.values():
            self._right.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._made, self.shown = {}, None
        evaluator = self._core.engine.evaluator(self._model.case, self._model.assessment)
        self._conflicts = dict(by_concern(self._reference.conflicts, evaluator))
        choices = self._choices()
        self.contents.show_choices(choices)
        keys = [choice.key for choice in choices]
        self._chosen = self._chosen if self._chosen in keys else self._first()
        self.contents.mark(self._chosen)
        self._show()

    def _first(self) -> str:
        """A scheme for the child's situation."""
        kind = "relapse" if self._model.case.situation == "relapse" else "first_treatment"
        fitting = [scheme.id for scheme in self._reference.schemes if scheme.kind == kind]
        return (fitting or [scheme.id for scheme in self._reference.schemes])[0]

    def _choices(self) -> list[Choice]:
        sections = {"first_treatment": self.tr("First treatment"), "relapse": self.tr("First relapse")}
        schemes = [
            Choice(
                scheme.id,
                sections[scheme.kind],
                self._said.scheme(scheme, "name"),
                self._said.when(scheme),
            )
            for scheme in self._reference.schemes
        ]
        section = self.tr("Where the sources disagree")
        names = self._concern_names()
        conflicts = [
            Choice(concern.value, section, names[concern], str(len(listed)))
            for concern, listed in self._conflicts.items()
        ]
        return [*schemes, *conflicts]

    def _concern_names(self) -> dict[Concern, str]:
        return {
            Concern.CHILD: self.tr("For this child"),
            Concern.MAYBE: self.tr("An answer is open"),
            Concern.SOURCES: self.tr("The sources"),
            Concern.OTHERS: self.tr("Other children"),
        }

    # ---- showing
    def _choose(self, key: str) -> None:
        self._chosen = key
        self._show()

    def _show(self) -> None:
        if self.shown is not None:
            self.shown.hide()
        concern = next((concern for concern in Concern if concern.value == self._chosen), None)
        self._say(concern)
        if self._chosen not in self._made:
            made = self._scheme(self._chosen) if concern is None else self._conflict_list(concern)
            self._right.addWidget(made, 1)
            self._made[self._chosen] = made
        self.shown = self._made[self._chosen]
        self.shown.show()
        self._arrange()

    def _say(self, concern: Concern | None) -> None:
        if concern is None:
            title = self.tr("Published schemes")
            promise = self.tr("Shown for comparison. allcounsel does not place a child in these groups.")
        else:
            title = self.tr("Where the sources disagree")
            promise = self.tr("Every side with the year of its text, and how allcounsel shows it.")
        self.title.setText(title)
        self.promise.setText(promise)

    def _scheme(self, name: str) -> QWidget:
        scheme = self._reference.scheme(name)
        evaluator = self._core.engine.evaluator(self._model.case, self._model.assessment)
        inputs = SchemeInputs(self._core.release, self._words, self._model.case, evaluator)
        both = QWidget()
        under = self.look.scale > 1
        row = QBoxLayout(_DOWN if under else _ACROSS, both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        table = SchemeCard(self.look, self._words, scheme)
        card = InputsCard(self.look, inputs.lines(scheme), self._said.also(scheme))
        if under:
            table.setMinimumHeight(self.look.px(_TALL))
            card.setMinimumHeight(self.look.px(_TALL))
        else:
            card.setFixedWidth(_INPUTS)
        row.addWidget(table, 1)
        row.addWidget(card)
        return both

    def _conflict_list(self, concern: Concern) -> QWidget:
        titles = {
            Concern.CHILD: self.tr("For this child"),
            Concern.MAYBE: self.tr("If an open answer brings it up"),
            Concern.SOURCES: self.tr("About the sources themselves"),
            Concern.OTHERS: self.tr("About other children"),
        }
        listed = self._conflicts.get(concern, ())
        shown = ConflictList(self.look, self._words, self._said, titles[concern], listed)
        shown.setMinimumHeight(self.look.px(_TALL) if self.look.stacked else 0)
        return shown

    def _arrange(self) -> None:
        stacked = self.look.stacked
        self._columns.setDirection(_DOWN if stacked else _ACROSS)
        if stacked:
            self.contents.setMinimumWidth(0)
            self.contents.setMaximumWidth(16_777_215)
            self.contents.setMinimumHeight(self.look.px(_TALL_CONTENTS))
        else:
            self.contents.setFixedWidth(self.look.px(_CONTENTS))
            self.contents.setMinimumHeight(0)
