"""The consultation that is open: holds the frozen case, announces the assessment, keeps every answer in the
store.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from allcounsel.domain.answers import Age, Answer
from allcounsel.domain.assessment import Assessment, Notice
from allcounsel.domain.case import AGE, LABEL, Case
from allcounsel.domain.errors import KnownError, Problem
from allcounsel.domain.ids import FeatureId
from allcounsel.services.case_file import age_between, read_case, write_case
from allcounsel.services.case_library import AssessedBy
from allcounsel.ui.desk import Desk
from allcounsel.ui.messages import UserMessage, message_for

BIRTH = FeatureId("date_of_birth")
DIAGNOSIS = FeatureId("date_of_diagnosis")


class CaseModel(QObject):
    """One child's consultation. Everybody redraws from ``case`` and ``assessment`` when it changes."""

    changed = Signal()
    saved = Signal()

    def __init__(self, desk: Desk, case: Case | None = None, case_id: str | None = None) -> None:
        """``case_id``: the saved case that this continues."""
        super().__init__()
        self._desk = desk
        self._case = case or Case()
        self._case_id = case_id
        self._unread: dict[FeatureId, tuple[Problem, ...]] = {}
        self._accepted: dict[tuple[str, str], Answer] = {}
        self._birth: date | None = None
        self.age_from_dates = False
        self.age_may_be_old = False
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
        dictionary = self._desk.core.release.dictionary
        while path not in dictionary and "." in path:
            path = path.rpartition(".")[0]
        return FeatureId(path)

    @property
    def to_confirm(self) -> tuple[Notice, ...]:
        """What a person still has to confirm before anything is exported."""
        return tuple(notice for notice in self._assessment.to_confirm if not self.is_accepted(notice))

    # ---- what a person does
    def answer(
        self, feature_id: FeatureId, answer: Answer | None, problems: tuple[Problem, ...] = ()
    ) -> None:
        """Take an answer. ``problems``: why what was typed is none; it then counts as not known."""
        before = (self._case, self._unread.get(feature_id, ()))
        self._unread.pop(feature_id, None)
        if problems:
            self._unread[feature_id] = problems
        self._case = self._case.with_answer(feature_id, answer)
        if (self._case, problems) == before:
            return
        self._watch_age(feature_id, before[0])
        self._settle(before[0])

    def expect(self, feature_id: FeatureId, due: date | None) -> None:
        """When a result is due."""
        before = self._case
        if before.expected.get(feature_id) != due:
            self._case = before.with_expected(feature_id, due)
            self._settle(before)

    def born(self, birth: date | None, problems: tuple[Problem, ...] = ()) -> None:
        """A birth date was typed; it becomes the age once the day of diagnosis is known, and is dropped."""
        self._unread.pop(BIRTH, None)
        if problems:
            self._unread[BIRTH] = problems
        before = self._case
        self._birth = birth
        self._turn_birth_into_age()
        self._settle(before)

    @property
    def waits_for_diagnosis(self) -> bool:
        """Whether a birth date is held until the day of diagnosis is typed."""
        return self._birth is not None

    def accept(self, notice: Notice) -> None:
        """A person says that the odd answer is right."""
        self._accepted[notice.code, notice.field] = self._case.get(self.question_at(notice.field))
        self.changed.emit()

    # ---- what follows
    def _settle(self, before: Case) -> None:
        """Announce what changed; what was typed and cannot be read changes no case."""
        if self._case != before:
            self._assessment = self._desk.core.engine.assess(self._case)
            self.save()
        self._problems = self._check()
        self.changed.emit()

    def save(self) -> None:
        """Keep the case; it can be kept once the situation is chosen."""
        if not self._case.situation:
            return
        core = self._desk.core
        group = self._assessment.group
        assessed = AssessedBy(core.release.digest, self._assessment.status.value, group)
        document = write_case(self._case, core.release.dictionary)
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
        """What was typed and could not be read, and what several answers say against each other."""
        core = self._desk.core
        document = write_case(self._case, core.release.dictionary)
        whole = read_case(document, core.release.dictionary, core.clock.today()).problems
        typed = tuple(problem for problems in self._unread.values() for problem in problems)
        fields = {problem.field for problem in typed}
        return typed + tuple(problem for problem in whole if problem.field not in fields)

    def _watch_age(self, feature_id: FeatureId, before: Case) -> None:
        """The age was counted to the day of diagnosis: with another day it may no longer be right."""
        if feature_id == AGE:
            self.age_from_dates = self.age_may_be_old = False
        if feature_id != DIAGNOSIS:
            return
        if self._birth is not None:
            self._turn_birth_into_age()
        elif self.age_from_dates and before.get(DIAGNOSIS) != self._case.get(DIAGNOSIS):
            self.age_may_be_old = True

    def _turn_birth_into_age(self) -> None:
        diagnosis = self._case.get(DIAGNOSIS)
        if self._birth is None or not isinstance(diagnosis, date):
            return
        if self._birth > diagnosis:
            message = "date_of_diagnosis: this day lies before date_of_birth."
            self._unread[BIRTH] = (Problem(BIRTH, "born_after_diagnosis", message),)
            return
        age = age_between(self._birth, diagnosis)
        if not self._allowed(age):
            self._unread[BIRTH] = (
                Problem(BIRTH, "age_out_of_range", "age at diagnosis is from 0 to 40 years."),
            )
            return
        self._birth = None
        self._unread.pop(BIRTH, None)
        self._unread.pop(AGE, None)
        self._case = self._case.with_answer(AGE, age)
        self.age_from_dates, self.age_may_be_old = True, False

    def _allowed(self, age: Age) -> bool:
        return self._desk.core.release.dictionary[AGE].limits.allow(Decimal(age.years))


def belongs(path: str, feature_id: FeatureId) -> bool:
    """Whether a dotted path names this question or a part of its answer."""
    return path == feature_id or path.startswith(feature_id + ".")
