"""Laws of an open consultation: what was answered is kept and opens again, whatever else is done; and what is
shown is what follows from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from allcounsel.domain.answers import Absent, Age, GeneResult, Mrd, WhiteCount
from allcounsel.domain.case import AGE, DIAGNOSIS, LABEL, LINEAGE, SITUATION, Case
from allcounsel.domain.feature import SITUATIONS
from allcounsel.domain.ids import FeatureId
from allcounsel.services.age_by_dates import AGE_DISAGREES
from allcounsel.services.case_file import read_case, reopen_case, write_case
from allcounsel.ui.case_model import CaseModel
from gui.walks import ABSENT, DAYS, TODAY, desk_in_memory, half_written, walk, walks

FAULTY = settings(
    max_examples=200, phases=[Phase.generate], database=None, derandomize=True, print_blob=False
)
FAILS = (AssertionError, ExceptionGroup)
OF_A_BIRTH_DATE = (AGE_DISAGREES, "born_after_diagnosis", "age_out_of_range")


class StillEngine:
    """Answers are kept whatever follows from them, so nothing has to be worked out."""

    def __init__(self, assessment):
        self._assessment = assessment

    def assess(self, _case):
        return self._assessment


@pytest.fixture
def still(core, qapp):
    """A core that assesses nothing."""
    engine = StillEngine(core.engine.assess(Case()))
    return SimpleNamespace(release=core.release, engine=engine, clock=core.clock)


# ---- opening again
SITUATION_GIVEN = st.sampled_from(SITUATIONS)


def opens_again(core, taken, reopen, seen):
    """Walk, leave, open: every answer is there, and the same things are wrong."""
    desk = desk_in_memory(core)
    model = CaseModel(desk)
    walk(model, taken)
    if model.case_id is None:
        assert not model.case.answers
        return
    case = reopen(desk.library.open(model.case_id).answers, core.release.dictionary)
    assert dict(case.answers) == dict(model.case.answers)
    assert dict(case.expected) == dict(model.case.expected)
    again = CaseModel(desk, case, model.case_id)
    half = set(model.unfinished)
    assert wrong(again, half) == wrong(model, half)
    seen.update({problem.code for problem in again.problems})
    seen["walks"] += 1


def wrong(model, half):
    """What must be put right, but for what is half written and what a birth date says: both go on leaving."""
    return {
        problem
        for problem in model.problems
        if problem.field not in half and problem.code not in OF_A_BIRTH_DATE
    }


def law_of_opening(core, reopen, law_settings=None):
    seen = Counter()

    @given(walks(core.release.dictionary))
    def law(taken):
        opens_again(core, taken, reopen, seen)

    (law_settings or enough())(law)()
    return seen


def enough():
    """These walks are quick, so that there can be more of them than the profile asks for."""
    return settings(max_examples=max(settings().max_examples, 300))


def test_whatever_was_answered_opens_again_as_it_was(still, capsys):
    seen = law_of_opening(still, reopen_case)
    contradictions = {code: times for code, times in sorted(seen.items()) if code != "walks"}
    with capsys.disabled():
        print(f"\n  opened again with every answer: {seen['walks']} walks; wrong in them: {contradictions}")  # noqa: T201
    assert contradictions.keys() >= {"dates_in_wrong_order", "missing_situation"}


def strict(document, dictionary):
    """As it was before: a case that a case file would be refused for could not be opened."""
    case = read_case(document, dictionary, TODAY).case
    assert case is not None
    return case


def rounded(document, dictionary):
    """A store that would keep the white count as a binary number."""
    case = reopen_case(document, dictionary)
    count = case.answers.get(FeatureId("wbc_at_diagnosis"))
    if not isinstance(count, WhiteCount):
        return case
    return case.with_answer(FeatureId("wbc_at_diagnosis"), replace(count, value=round(count.value)))


@pytest.mark.parametrize("fault", [strict, rounded])
def test_the_law_of_opening_notices_a_store_that_loses_something(still, fault):
    with pytest.raises(FAILS):
        law_of_opening(still, fault, FAULTY)


DATES = tuple(
    map(
        FeatureId,
        (
            "date_of_diagnosis",
            "start_of_treatment",
            "end_of_induction.date",
            "relapse.first_remission",
            "relapse.end_of_treatment",
            "relapse.date",
        ),
    )
)


def test_any_days_in_any_order_open_again_and_what_contradicts_is_named(still, capsys):
    seen = Counter()

    @enough()
    @given(
        SITUATION_GIVEN,
        st.fixed_dictionaries(dict.fromkeys(DATES, DAYS)),
        st.dictionaries(st.sampled_from(DATES), ABSENT | st.none(), max_size=2),
        st.sampled_from(["yes", "no", None]),
    )
    def law(situation, days, without, on_treatment):
        answers = {SITUATION: situation, **days, **without, FeatureId("relapse.on_treatment"): on_treatment}
        opens_again(still, [("answer", *pair) for pair in answers.items()], reopen_case, seen)

    law()
    with capsys.disabled():
        print(f"\n  days in any order, opened again: {dict(seen)}")  # noqa: T201
    assert seen["dates_in_wrong_order"]
    assert seen["contradiction"]


# ---- a consultation with everything a person can do in it
ODD = Mrd("flow", percent=Decimal("0.0001"))
FINE = Mrd("flow", percent=Decimal("0.05"))
POOL = {
    LABEL: ["Ward 7"],
    AGE: [Age(4), Age(12, 1)],
    DIAGNOSIS: [date(2026, 5, 1), date(2026, 3, 1)],
    LINEAGE: ["b_cell", "t_cell", "lymphoma", Absent.UNKNOWN],
    FeatureId("wbc_at_diagnosis"): [WhiteCount(Decimal(20), "10*9/L"), WhiteCount(Decimal(42), "/uL")],
    FeatureId("genetics.bcr_abl1"): [Absent.PENDING, GeneResult("detected"), GeneResult("failed")],
    FeatureId("start_of_treatment"): [date(2026, 4, 1), date(2026, 5, 2)],
    FeatureId("slow_response"): ["yes", "no"],
    FeatureId("slow_response_definition"): ["as our protocol says"],
    FeatureId("day8_blood_mrd"): [ODD, FINE],
    FeatureId("end_of_induction.mrd"): [ODD, FINE],
    FeatureId("end_of_induction.marrow"): ["m1", "m3"],
    FeatureId("relapse.sites"): [("marrow",), ("cns",)],
    FeatureId("relapse.marrow_mrd"): [ODD],
    FeatureId("relapse.date"): [date(2026, 6, 1), date(2026, 2, 1)],
    FeatureId("relapse.first_remission"): [date(2026, 5, 20)],
    FeatureId("prior.transplant"): ["yes"],
}
QUESTIONS = st.sampled_from(list(POOL))
ANSWERS = QUESTIONS.flatmap(lambda question: st.tuples(st.just(question), st.sampled_from(POOL[question])))


class Consultations(RuleBasedStateMachine):
    """``said``: what the person answered and did not take back. ``confirmed``: which odd values, by place."""

    core = None
    model_class = CaseModel

    def __init__(self):
        super().__init__()
        self.desk = desk_in_memory(self.core)
        self.model = self.model_class(self.desk)
        self.said, self.confirmed = {}, {}

    # ---- what a person does
    @rule(pair=ANSWERS)
    def answers(self, pair):
        self.model.answer(*pair)
        self.said[pair[0]] = pair[1]

    @rule(question=QUESTIONS)
    def takes_away(self, question):
        self.model.answer(question, None)
        self.said.pop(question, None)

    @rule(question=QUESTIONS)
    def writes_half(self, question):
        self.model.answer(question, None, half_written(question))
        if isinstance(self.said.get(question), Absent):  # let go of, to write
            del self.said[question]

    @rule()
    def types_the_same_odd_value_in_several_places(self):
        for question in (FeatureId("day8_blood_mrd"), FeatureId("end_of_induction.mrd")):
            self.answers((question, ODD))

    @initialize(situation=st.none() | SITUATION_GIVEN)
    def begins(self, situation):
        if situation is not None:
            self.chooses(situation)

    @rule(situation=SITUATION_GIVEN)
    def chooses(self, situation):
        self.model.answer(SITUATION, situation)
        self.said[SITUATION] = situation

    @rule(born=st.sampled_from([date(2022, 1, 1), date(2014, 1, 1), date(2026, 4, 1)]))
    def types_a_birth_date(self, born):
        self.model.born(born)

    @rule()
    def confirms_the_first_odd_value(self):
        for notice in self.model.to_confirm[:1]:
            self.model.accept(notice)
            self.confirmed[notice.code, notice.field] = self.said.get(self.model.question_at(notice.field))

    @precondition(lambda self: self.model.case_id is not None)
    @rule()
    def goes_home_and_comes_back(self):
        counted = self.model.case.answers.get(AGE)
        if AGE not in self.said and counted is not None:
            self.said[AGE] = counted  # the dates are forgotten, and the age that they gave is an answer now
        record = self.desk.library.open(self.model.case_id)
        case = reopen_case(record.answers, self.core.release.dictionary)
        self.model = self.model_class(self.desk, case, record.id)
        self.confirmed = {}

    # ---- what holds at any time
    @invariant()
    def nothing_that_was_answered_is_lost(self):
        kept = dict(self.model.case.answers)
        if AGE not in self.said:
            kept.pop(AGE, None)
        assert kept == self.said

    @invariant()
    def the_result_that_is_shown_is_that_of_the_answers_that_are_seen(self):
        case = self.model.case
        seen = case.normalise(self.core.release.dictionary) if case.situation else case
        follows, shown = self.core.engine.assess(seen), self.model.assessment
        told = tuple(notice for notice in shown.notices if notice.code != "not_used_here")
        assert replace(shown, notices=told) == follows

    @invariant()
    def the_store_holds_what_is_seen(self):
        if self.model.case_id is None:
            assert not self.said
            return
        record = self.desk.library.open(self.model.case_id)
        assert record.answers == write_case(self.model.case, self.core.release.dictionary)
        assert (record.group, record.status) == (
            self.model.assessment.group,
            self.model.assessment.status.value,
        )
        assert "date_of_birth" not in record.answers

    @invariant()
    def each_odd_value_is_confirmed_by_itself(self):
        still_odd = [
            (notice.code, notice.field)
            for notice in self.model.assessment.to_confirm
            if self.confirmed.get((notice.code, notice.field), "not said")
            != self.model.case.get(self.model.question_at(notice.field))
        ]
        assert [(notice.code, notice.field) for notice in self.model.to_confirm] == still_odd

    @invariant()
    def what_must_be_put_right_is_asked_now(self):
        situation = self.model.case.situation or SITUATIONS[0]
        for problem in self.model.problems:
            assert situation in self.core.release.dictionary[FeatureId(problem.field)].asked_in


class Remembering:
    """Works each case out once: the same ones come up again and again."""

    def __init__(self, engine):
        self._engine = engine
        self._known = {}

    def assess(self, case):
        said = repr((sorted(case.answers.items()), sorted(case.expected.items())))
        if said not in self._known:
            self._known[said] = self._engine.assess(case)
        return self._known[said]


@pytest.fixture(scope="module")
def quick(core):
    """The shipped content, with an engine that remembers."""
    return SimpleNamespace(release=core.release, engine=Remembering(core.engine), clock=core.clock)


def consult(core, model_class, law_settings):
    machine = type("Machine", (Consultations,), {"core": core, "model_class": model_class})
    run_state_machine_as_test(machine, settings=law_settings)


def go_through(core, examples):
    """So many consultations; returns what happened in them."""
    done = Counter(consultations=examples)

    class Counted(CaseModel):
        def _settle(self, before):
            super()._settle(before)
            done["changes"] += 1
            done["with contradictions"] += bool(self._problems)

    consult(core, Counted, settings(max_examples=examples, stateful_step_count=30))
    assert done["with contradictions"]
    return dict(done)


def test_whatever_is_done_nothing_is_lost_and_the_result_is_that_of_the_answers(quick, qapp, capsys):
    done = go_through(quick, 60)
    with capsys.disabled():
        print(f"\n  consultations in which no answer was lost: {done}")  # noqa: T201


@pytest.mark.prove
def test_in_very_many_consultations_no_answer_is_lost(quick, qapp, capsys):
    done = go_through(quick, 600)
    with capsys.disabled():
        print(f"\n  consultations in which no answer was lost: {done}")  # noqa: T201


class Forgetful(CaseModel):
    """Half a new answer takes the old one away."""

    def answer(self, feature_id, answer, problems=()):
        if problems:
            super().answer(feature_id, None)
        super().answer(feature_id, answer, problems)


class Tidy(CaseModel):
    """Another situation drops what it does not ask."""

    def answer(self, feature_id, answer, problems=()):
        if feature_id == SITUATION:
            self._case = self._case.with_answer(SITUATION, answer).normalise(self._dictionary)
        super().answer(feature_id, answer, problems)


class Overbearing(CaseModel):
    """The age by the dates replaces the one that was typed."""

    def _count_age(self):
        self._birth = replace(self._birth, gave_age=True)
        super()._count_age()


class Generous(CaseModel):
    """Who confirms one odd value confirms all of its kind that are equal."""

    def is_accepted(self, notice):
        said = self._case.get(self.question_at(notice.field))
        return any(code == notice.code and answer == said for (code, _), answer in self._accepted.items())


class Sluggish(CaseModel):
    """The result of before stays when the situation changes."""

    def _settle(self, before):
        stale = self._assessment
        super()._settle(before)
        if before.situation != self._case.situation:
            self._assessment = stale


class Reticent(CaseModel):
    """Nothing is saved before the situation is chosen."""

    def save(self):
        if self._case.situation:
            super().save()


@pytest.mark.parametrize("fault", [Forgetful, Tidy, Overbearing, Generous, Sluggish, Reticent])
def test_the_law_of_consultations_notices_a_model_that_loses_something(quick, qapp, fault):
    with pytest.raises(FAILS):
        consult(quick, fault, settings(FAULTY, stateful_step_count=30))
