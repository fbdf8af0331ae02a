"""The pages of a consultation in order: which there are now, how far each step is, and what comes before and
after.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from allcounsel.domain.ids import FeatureId
from allcounsel.services.still_open import could_still_change
from allcounsel.services.wizard_flow import WizardFlow
from allcounsel.ui.case_model import CaseModel, belongs
from allcounsel.ui.desk import Desk
from allcounsel.ui.diagram.page import PathwayPage
from allcounsel.ui.handout.page import HandoutPage
from allcounsel.ui.look import Look
from allcounsel.ui.page import Action, Page
from allcounsel.ui.reference.page import ReferencePage
from allcounsel.ui.result.page import ResultPage
from allcounsel.ui.review import ReviewPage
from allcounsel.ui.screen_words import ScreenWords
from allcounsel.ui.shell.step_rail import Step, StepState
from allcounsel.ui.tasks import TaskRunner
from allcounsel.ui.what_if.page import WhatIfPage
from allcounsel.ui.wizard.fields.base import Tools
from allcounsel.ui.wizard.question_page import QuestionPage
from allcounsel.ui.wizard.row import QuestionRow

REVIEW, RESULT, PATHWAY, HANDOUT = "review", "result", "pathway", "handout"
REFERENCE, WHAT_IF = "reference", "what-if"
"""Stand beside the way: they have no place in the rail, and one leaves them to where one was."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen: its step, and which of the step's screens."""

    step: str
    part: int = 0


class Book(QObject):
    """Makes pages when they are first shown; rows of questions outlive the pages they stand on."""

    wanted = Signal(str)
    page_wanted = Signal(str)
    forward_wanted = Signal()
    settings_wanted = Signal()

    def __init__(
        self, look: Look, desk: Desk, model: CaseModel, runner: TaskRunner, words: ScreenWords
    ) -> None:
        super().__init__()
        self._look = look
        self._desk = desk
        self._model = model
        self._runner = runner
        self._words = words
        release = desk.core.release
        self.flow = WizardFlow(release.pages, release.dictionary)
        self._tools = Tools(look, words)
        self._pages: dict[Place, Page] = {}
        self._rows: dict[FeatureId, QuestionRow] = {}
        self._situation = model.case.situation
        self._reached: set[str] = set()

    # ---- steps
    @property
    def steps(self) -> tuple[Step, ...]:
        """What the rail shows."""
        facts, together = self.tr("Facts"), self.tr("Together")
        pages = [Step(page, self._words.page_title(page), facts) for page in self._question_steps]
        return (
            *pages,
            Step(REVIEW, self.tr("Review"), facts),
            Step(RESULT, self.tr("Result"), together),
            Step(PATHWAY, self.tr("Pathway"), together),
            Step(HANDOUT, self.tr("Handout"), together),
        )

    @property
    def _question_steps(self) -> tuple[str, ...]:
        return self.flow.pages(self._situation)

    @property
    def _places(self) -> tuple[Place, ...]:
        parts = self.flow.all_parts(self._situation)
        questions = [Place(part.page, part.number) for part in parts]
        return (*questions, *(Place(step) for step in (REVIEW, RESULT, PATHWAY, HANDOUT)))

    @property
    def first(self) -> Place:
        """Where a new consultation begins."""
        return self._places[0]

    def place_of_step(self, step: str) -> Place:
        """The first screen of a step."""
        return Place(step)

    def place_of_question(self, feature_id: FeatureId) -> Place | None:
        """The screen on which a question stands."""
        part = self.flow.part_of(feature_id, self._situation)
        return None if part is None else Place(part.page, part.number)

    def nearest(self, place: Place) -> Place:
        """The place itself, or the first one where the situation no longer has it."""
        return place if place in self._places or self.is_aside(place) else self.first

    def after(self, place: Place) -> Place | None:
        """The next screen."""
        index = self._places.index(place) + 1
        return self._places[index] if index < len(self._places) else None

    def before(self, place: Place) -> Place | None:
        """The screen before."""
        index = self._places.index(place) - 1
        return self._places[index] if index >= 0 else None

    def is_aside(self, place: Place) -> bool:
        """Whether it stands beside the way."""
        return place.step in (REFERENCE, WHAT_IF)

    def is_question(self, place: Place) -> bool:
        """Whether questions stand there."""
        return place.step in self._question_steps

    def states(self) -> dict[str, StepState]:
        """How far each step is."""
        states = {}
        changing = could_still_change(self._model.assessment)
        for step in self._question_steps:
            progress = self.flow.progress(step, self._model.case, changing)
            features = self.flow.features(step, self._situation)
            wrong = any(
                belongs(problem.field, feature.id) for problem in self._model.problems for feature in features
            )
            done = progress.started and not progress.open and not wrong
            states[step] = StepState(done, progress.open if progress.started else 0)
        for step in self._reached:
            states.setdefault(step, StepState(done=not self._model.problems))
        return states

    # ---- pages
    def page(self, place: Place) -> Page:
        """The page at a place, made when it is first wanted."""
        if place not in self._pages:
            self._pages[place] = self._make(place)
        if not self.is_question(place):
            self._reached.add(place.step)
        return self._pages[place]

    def _make(self, place: Place) -> Page:
        if self.is_question(place):
            return self._make_questions(place)
        page: ReviewPage | ResultPage | PathwayPage | ReferencePage | WhatIfPage | HandoutPage
        if place.step == REVIEW:
            page = ReviewPage(self._look, self._words, self._model, self.flow)
        elif place.step == RESULT:
            page = ResultPage(self._tools, self._model, self._desk)
        elif place.step == PATHWAY:
            page = PathwayPage(self._look, self._words, self._model, self._desk)
        elif place.step == WHAT_IF:
            page = WhatIfPage(self._tools, self._model, self._desk)
        elif place.step == REFERENCE:
            page = ReferencePage(self._look, self._words, self._model, self._desk)
        else:
            page = HandoutPage(self._tools, self._model, self._desk, self._runner)
            page.settings_wanted.connect(self.settings_wanted)
        page.question_wanted.connect(self.wanted)
        page.page_wanted.connect(self.page_wanted)
        return page

    def _make_questions(self, place: Place) -> QuestionPage:
        part = self.flow.parts(place.step, self._situation)[place.part]
        title = self._words.page_title(part.page)
        if part.count > 1:
            title = self.tr("{title}, {number} of {count}").format(
                title=title, number=part.number + 1, count=part.count
            )
        rows = [self._row(feature.id) for feature in part.features]
        page = QuestionPage(self._look, title, self._words.page_intro(part.page), part, rows)
        page.leads_to(lambda: self._next_action(place))
        return page

    def _row(self, feature_id: FeatureId) -> QuestionRow:
        if feature_id not in self._rows:
            feature = self._desk.core.release.dictionary[feature_id]
            self._rows[feature_id] = QuestionRow(self._tools, self._model, self._desk.core.clock, feature)
        return self._rows[feature_id]

    def _next_action(self, place: Place) -> Action | None:
        after = self.after(self.nearest(place))
        if after is None:
            return None
        if after.step == REVIEW:
            title = self.tr("Review")
        else:
            title = self._words.page_title(after.step)
            count = len(self.flow.parts(after.step, self._situation))
            if count > 1 and after.part:
                title = self.tr("{title}, {number} of {count}").format(
                    title=title, number=after.part + 1, count=count
                )
        text = self.tr("Next: {title}").format(title=title)
        return Action("next", text, self.forward_wanted.emit, key=self.tr("Ctrl+Enter"))

    def focus_question(self, place: Place, feature_id: FeatureId) -> None:
        """Put the focus into a question of a screen."""
        page = self.page(place)
        if isinstance(page, QuestionPage):
            page.go_to(feature_id)

    def follow(self, situation: str, keep: Place | None) -> None:
        """Another situation asks other questions: screens are made anew, what was typed stays in its rows."""
        if situation == self._situation:
            return
        self._situation = situation
        for place, page in list(self._pages.items()):
            if isinstance(page, QuestionPage) and place != keep:
                for row in page.rows:
                    row.setParent(None)
                del self._pages[place]
                page.deleteLater()

    def close_down(self) -> None:
        """Stop what the pages have under way."""
        for page in self._pages.values():
            page.leave()
        for row in self._rows.values():
            if row.parentWidget() is None:  # its page was for another situation
                row.deleteLater()
