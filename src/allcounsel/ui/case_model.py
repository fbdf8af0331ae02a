"""The consultation that is open: holds the frozen case, announces the assessment, keeps every answer in the
store.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from allcounsel.domain.answers import Absent, Age, Answer
from allcounsel.domain.assessment import Assessment, Notice, Status
from allcounsel.domain.case import AGE, BIRTH, DIAGNOSIS, LABEL, Case
from allcounsel.domain.errors import KnownError, Problem
from allcounsel.domain.feature import SITUATIONS, Limits
from allcounsel.domain.ids import FeatureId
from allcounsel.services.age_by_dates import BirthDate
from allcounsel.services.case_file import read_case, write_case
from allcounsel.services.case_library import AssessedBy
from allcounsel.services.history import History, changed_between
from allcounsel.services.wizard_flow import shown
from allcounsel.ui.desk import Desk
from allcounsel.ui.messages import UserMessage, message_for
from allcounsel.ui.settings.preferences import wants_own_impression

NOT_SURE = "not_sure"


class CaseModel(QObject):
    """One child's consultation. Everybody redraws from ``case`` and ``assessment`` when it changes.

    ``restored``: a step was taken back or done again, and what stood half typed anywhere is gone.
    """

    changed = Signal()
    saved = Signal()
    restored = Signal()

    def __init__(self, desk: Desk, case: Case | None = None, case_id: str | None = None) -> None:
        """``case_id``: the saved case that this continues."""
        super().__init__()
        self._desk = desk
        self._dictionary = desk.core.release.dictionary
        self._case = case or Case()
        self._case_id = case_id
        self.was_saved = case_id is not None
        self._unread: dict[FeatureId, tuple[Problem, ...]] = {}
        self._half_due: set[FeatureId] = set()
        self._accepted: dict[tuple[str, str], Answer] = {}
        self._birth = BirthDate()
        self._age_came_along = isinstance(self._case.get(AGE), Age)
        self.age_may_be_old = False
        self._history = History()
        self.expected_group = ""
        self._asks_first = wants_own_impression(desk.settings)
        self.saved_at = ""
        self.save_fault: UserMessage | None = None
        self._assessment = desk.core.engine.assess(self._case)
        self._problems = self._check()

    # ---- what everybody reads
    @property
    def case(self) -> Case:
        """The answers given so far."""
        return self._case

    @property
    def assessment(self) -> Assessment:
        """What follows from them."""
        return self._assessment

    @property
    def case_id(self) -> str | None:
        """The id in the store, once it is saved."""
        return self._case_id

    @property
    def label(self) -> str:
        """The clinic's own id for the child; empty while none is given."""
        return self._case.text(LABEL)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What must be put right before there is a result."""
        return self._problems

    def problems_of(self, feature_id: FeatureId) -> tuple[Problem, ...]:
        """What must be put right at one question."""
        return tuple(problem for problem in self._problems if belongs(problem.field, feature_id))

    def notices_of(self, feature_id: FeatureId) -> tuple[Notice, ...]:
        """What is odd at one question."""
        return tuple(notice for notice in self._assessment.notices if belongs(notice.field, feature_id))

    def is_accepted(self, notice: Notice) -> bool:
        """Whether a person said that the odd answer is right, and it is still the same answer."""
        key = (notice.code, notice.field)
        return key in self._accepted and self._accepted[key] == self._case.get(self.question_at(notice.field))

    def question_at(self, path: str) -> FeatureId:
        """The question that a problem or notice speaks of; its path may name a part of the answer."""
        while path not in self._dictionary and "." in path:
            path = path.rpartition(".")[0]
        return FeatureId(path)

    @property
    def to_confirm(self) -> tuple[Notice, ...]:
        """What a person still has to confirm before anything is exported."""
        return tuple(notice for notice in self._assessment.to_confirm if not self.is_accepted(notice))

    def is_unread(self, feature_id: FeatureId) -> bool:
        """Whether what stands at this question is no answer yet; the one before it then counts."""
        return feature_id in self._unread

    @property
    def unfinished(self) -> tuple[FeatureId, ...]:
        """The questions at which something was typed that would be gone if the person left now."""
        open_now = {*self._unread, *self._half_due}
        if self.birth_waits and not isinstance(self._case.get(AGE), Age):
            open_now.add(BIRTH)
        return tuple(feature.id for feature in self._dictionary if feature.id in open_now)

    # ---- the age by two dates
    @property
    def birth_waits(self) -> bool:
        """Whether a birth date gives no age yet, for want of the day of diagnosis."""
        return self._birth.waits(self._case)

    @property
    def birth_in_view(self) -> date | None:
        """The birth date, as long as a person needs to see it: until it has given the age."""
        return self._birth.day if self.birth_waits or self._birth_problems else None

    @property
    def counted_age(self) -> Age | None:
        """The age that the two dates give."""
        return self._birth.counted(self._case, self._age_limits)

    # ---- what a person does
    def answer(
        self, feature_id: FeatureId, answer: Answer | None, problems: tuple[Problem, ...] = ()
    ) -> None:
        """Take an answer. ``problems``: why what was typed is none yet; the answer before it then stays."""
        before = (self._case, self._unread.get(feature_id, ()))
        self._unread.pop(feature_id, None)
        if problems:
            self._unread[feature_id] = problems
            kept = self._case.answers.get(feature_id)
            answer = None if isinstance(kept, Absent) else kept  # a state that was let go is no answer
        self._case = self._case.with_answer(feature_id, answer)
        if (self._case, problems) == before:
            return
        if not problems:
            self._follow_age(feature_id, before[0])
        self._settle(before[0])

    def expect(self, feature_id: FeatureId, due: date | None, *, unfinished: bool = False) -> None:
        """When a result is due. ``unfinished``: a day is half written; the one before it then stays."""
        self._half_due.discard(feature_id)
        before = self._case
        if unfinished:
            self._half_due.add(feature_id)
        elif before.expected.get(feature_id) != due:
            self._case = before.with_expected(feature_id, due)
            self._settle(before)

    def born(self, birth: date | None, problems: tuple[Problem, ...] = ()) -> None:
        """A birth date was typed, or taken away; it gives the age and is never part of the case."""
        before, said = self._case, (self._birth, self._unread.get(BIRTH, ()))
        self._unread.pop(BIRTH, None)
        if problems:
            self._unread[BIRTH] = problems
        elif birth is not None or self.birth_in_view is not None:
            self._birth = replace(self._birth, day=birth)
            self._count_age()
        if (self._birth, problems) != said:
            self._settle(before)

    def take_counted_age(self) -> None:
        """A person says that the two dates are right, and not the age that was typed."""
        before = self._case
        self._unread.pop(AGE, None)
        self._case = before.with_answer(AGE, self.counted_age)
        self._birth = replace(self._birth, gave_age=True)
        self._settle(before)

    def keep_age(self) -> None:
        """A person says that the age is right, although the day of diagnosis changed."""
        self.age_may_be_old = False
        self.changed.emit()

    def accept(self, notice: Notice) -> None:
        """A person says that the odd answer is right."""
        self._accepted[notice.code, notice.field] = self._case.get(self.question_at(notice.field))
        self.changed.emit()

    # ---- one's own impression
    @property
    def conceals(self) -> bool:
        """Whether the result waits until a person has said which group they expect."""
        grouped = self._assessment.status in (Status.FINAL, Status.PROVISIONAL, Status.NOT_ASSIGNED)
        return self._asks_first and not self.expected_group and grouped

    def expect_group(self, group: str) -> None:
        """What a person expects; held while the child is open, and never kept."""
        self.expected_group = group
        self.changed.emit()

    # ---- taking back
    def undo(self) -> tuple[FeatureId, ...]:
        """Take back what is half typed, else the last step. The questions at which something changed."""
        half = self.unfinished
        if half:
            self._restore(self._case, self._history)
            return half
        return self._step(*self._history.undone(self._case))

    def redo(self) -> tuple[FeatureId, ...]:
        """Do again what was taken back last. The questions at which something changed."""
        return self._step(*self._history.redone(self._case))

    def _step(self, case: Case, history: History) -> tuple[FeatureId, ...]:
        changed = changed_between(self._case, case, (feature.id for feature in self._dictionary))
        if history != self._history:
            self._restore(case, history)
        return changed

    def _restore(self, case: Case, history: History) -> None:
        """An age stands as it did; a birth date that gave one is not kept, as ever."""
        before, self._case, self._history = self._case, case, history
        self._unread.clear()
        self._half_due.clear()
        self._birth = BirthDate()
        self.age_may_be_old = False
        self.restored.emit()
        if case != before:
            self._assess()
        self._problems = self._check()
        self.changed.emit()

    # ---- what follows
    def _settle(self, before: Case) -> None:
        """Announce what changed; what was typed and cannot be read changes no case."""
        if self._case != before:
            self._history = self._history.stepped_from(before)
            self._assess()
        self._problems = self._check()
        self.changed.emit()

    def _assess(self) -> None:
        self._assessment = self._desk.core.engine.assess(self._case)
        self.save()

    def save(self) -> None:
        """Keep the case from the first answer on."""
        if not self._case.answers and self._case_id is None:
            return
        core = self._desk.core
        group = self._assessment.group
        assessed = AssessedBy(core.release.digest, self._assessment.status.value, group)
        document = write_case(self._case, self._dictionary)
        try:
            record = self._desk.library.save(
                document, assessed, case_id=self._case_id, practice=self._desk.practice
            )
        except KnownError as error:
            self.save_fault = message_for(error)
        else:
            self.save_fault = None
            self._case_id = record.id
            self.saved_at = f"{core.clock.now():%H:%M}"
        self.saved.emit()

    def _check(self) -> tuple[Problem, ...]:
        """What was typed and cannot be read, and what answers say against each other, where it is asked."""
        document = write_case(self._case, self._dictionary)
        read = read_case(document, self._dictionary, self._desk.core.clock.today())
        typed = tuple(problem for problems in self._unread.values() for problem in problems)
        fields = {problem.field for problem in typed}
        whole = (*read.problems, *self._birth_problems)
        found = (*typed, *(problem for problem in whole if problem.field not in fields))
        return tuple(problem for problem in found if self._is_asked(problem))

    def _is_asked(self, problem: Problem) -> bool:
        """What is not asked in this situation is kept, counts for nothing, and could not be put right now."""
        question = self.question_at(problem.field)
        if question not in self._dictionary:
            return True
        feature = self._dictionary[question]
        return (self._case.situation or SITUATIONS[0]) in feature.asked_in and shown(feature, self._case)

    def _follow_age(self, feature_id: FeatureId, before: Case) -> None:
        """An age that was typed no longer follows the dates; one that they gave does."""
        if feature_id == AGE:
            self._birth = replace(self._birth, gave_age=False)
            self._age_came_along = self.age_may_be_old = False
        elif feature_id == DIAGNOSIS:
            self._count_age()
            days = {type(case.get(DIAGNOSIS)) for case in (before, self._case)}
            if self._age_came_along and self._birth.day is None and days == {date}:
                self.age_may_be_old = True

    def _count_age(self) -> None:
        if AGE not in self._unread:
            self._case, self._birth = self._birth.give_age(self._case, self._age_limits)

    @property
    def _birth_problems(self) -> tuple[Problem, ...]:
        return self._birth.problems(self._case, self._age_limits, self._desk.core.clock.today())

    @property
    def _age_limits(self) -> Limits:
        return self._dictionary[AGE].limits


def belongs(path: str, feature_id: FeatureId) -> bool:
    """Whether a dotted path names this question or a part of its answer."""
    return path == feature_id or path.startswith(feature_id + ".")
