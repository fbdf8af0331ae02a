"""Whatever a person does in the window, in any order: no page is hidden, and the result is the answers'.

A stateful walk: answers, taking them away, pages, undo and redo, what if, the family view, large words.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from allcounsel.domain.case import SITUATION
from allcounsel.domain.feature import SITUATIONS
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.group_line import group_line, line_while_wrong
from allcounsel.ui.handout.making import Preview
from gui.test_answer_laws import ANSWERS, QUESTIONS
from gui.walks import half_written

STEPS = st.sampled_from(
    ["child", "blood", "genes", "response", "relapse", "review", "result", "pathway", "handout", "reference"]
)
SHORT = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
LONG = settings(SHORT, max_examples=400, stateful_step_count=60, derandomize=False)


class Walk(RuleBasedStateMachine):
    """``window``: the one window, in which each walk begins anew."""

    window = None

    @initialize(situation=st.none() | st.sampled_from(SITUATIONS))
    def begins(self, situation):
        self.window._close_consultation()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.consultation = self.window._open(CaseModel(self.window.desk))
        self.consultation.begin()
        if situation:
            self.model.answer(SITUATION, situation)

    @property
    def model(self):
        return self.consultation.model

    # ---- what a person does
    @rule(pair=ANSWERS)
    def answers(self, pair):
        self.model.answer(*pair)

    @rule(question=QUESTIONS)
    def takes_away(self, question):
        self.model.answer(question, None)

    @rule(question=QUESTIONS)
    def writes_half(self, question):
        self.model.answer(question, None, half_written(question))

    @rule(situation=st.sampled_from(SITUATIONS))
    def chooses(self, situation):
        self.model.answer(SITUATION, situation)

    @rule(step=STEPS)
    def goes(self, step):
        if step in [button.step.id for button in self.consultation.rail.buttons] or step == "reference":
            self.consultation.go(step)

    @rule()
    def goes_on(self):
        self.consultation.forward()

    @rule()
    def goes_back(self):
        if self.consultation.book.before(self.consultation.way) is not None:
            self.consultation.back()

    @rule(times=st.integers(1, 4))
    def takes_back(self, times):
        for _ in range(times):
            self.consultation.undo()

    @rule(times=st.integers(1, 4))
    def does_again(self, times):
        for _ in range(times):
            self.consultation.redo()

    @rule(choice=st.integers(0, 9))
    def tries_out(self, choice):
        before = self.model.case
        self.consultation.go("what-if")
        for segments in self.consultation.page.choices.values():
            segments.cells[choice % len(segments.cells)].click()
        assert self.model.case == before

    @rule()
    def opens_or_closes_the_family_view(self):
        self.consultation.toggle_family()

    @rule()
    def walks_in_the_family_view(self):
        if self.consultation.family is not None:
            self.consultation.family.forward()
            self.consultation.family.toggle_blank()

    @rule(scale=st.sampled_from([1.0, 1.5]))
    def wants_larger_words(self, scale):
        self.window.look.use(scale=scale)

    # ---- what holds at any time
    @invariant()
    def the_result_is_that_of_the_answers(self):
        if not hasattr(self, "consultation"):
            return
        core, case = self.window.desk.core, self.model.case
        seen = case.normalise(core.release.dictionary) if case.situation else case
        shown = self.model.assessment
        told = tuple(notice for notice in shown.notices if notice.code != "not_used_here")
        assert replace(shown, notices=told) == core.engine.assess(seen)
        words = self.consultation.words
        in_words = line_while_wrong if self.model.problems else group_line
        assert self.consultation.bar.group.text() == in_words(words, shown).text

    @invariant()
    def the_page_of_the_place_is_the_one_that_is_shown(self):
        if not hasattr(self, "consultation"):
            return
        consultation = self.consultation
        assert consultation.stack.currentWidget() is consultation.page
        assert consultation.page.isVisible()
        assert consultation.bar.isVisible() == (consultation.place.step != "what-if")

    @invariant()
    def the_family_view_shows_nothing_while_something_is_wrong(self):
        family = getattr(getattr(self, "consultation", None), "family", None)
        if family is not None and self.model.problems:
            assert family.is_blank

    def teardown(self):
        self.window.look.use(scale=1.0)


@pytest.fixture
def walking(window, monkeypatch):
    """The window, with papers that are not drawn."""
    monkeypatch.setattr("allcounsel.ui.handout.page.preview", lambda *_: Preview(()))
    return type("InThisWindow", (Walk,), {"window": window})


def test_any_walk_shows_the_result_of_its_answers_and_hides_no_page(walking):
    run_state_machine_as_test(walking, settings=SHORT)


@pytest.mark.soak
def test_many_long_walks(walking):
    run_state_machine_as_test(walking, settings=LONG)


def test_a_result_that_is_not_that_of_the_answers_would_be_noticed(walking, monkeypatch):
    """The planted fault: taking back a step forgets to work out the result anew."""
    monkeypatch.setattr(CaseModel, "_assess", lambda _: None)
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(walking, settings=SHORT)
