"""A case: the frozen answers given so far. It holds no name, no birth date and no hospital number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from allcounsel.domain.answers import Absent, Answer, GeneResult
from allcounsel.domain.feature import Feature, FeatureDictionary
from allcounsel.domain.ids import FeatureId

LABEL = FeatureId("label")
SITUATION = FeatureId("situation")
PHASE = FeatureId("phase")
LINEAGE = FeatureId("lineage")
BIRTH = FeatureId("date_of_birth")
"""Asked, and never part of a case: with the day of diagnosis it becomes the age."""

DIAGNOSIS = FeatureId("date_of_diagnosis")
AGE = FeatureId("age_at_diagnosis")
OUT_OF_SCOPE_LINEAGES = ("mixed", "mature_b", "lymphoma")

_NOTHING: Mapping[FeatureId, Answer] = MappingProxyType({})
_NO_DATES: Mapping[FeatureId, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Case:
    """Answers by feature; a feature that is missing is not known. ``expected``: when a result is due."""

    answers: Mapping[FeatureId, Answer] = field(default_factory=lambda: _NOTHING)
    expected: Mapping[FeatureId, date] = field(default_factory=lambda: _NO_DATES)

    def get(self, feature_id: FeatureId) -> Answer:
        """The answer, or ``Absent.UNKNOWN`` when none was given."""
        return self.answers.get(feature_id, Absent.UNKNOWN)

    def text(self, feature_id: FeatureId) -> str:
        """The answer when it is a word, else an empty text."""
        answer = self.get(feature_id)
        return answer if isinstance(answer, str) else ""

    def with_answer(self, feature_id: FeatureId, answer: Answer | None) -> Case:
        """A new case with this answer; ``None`` takes the answer away again."""
        answers = dict(self.answers)
        if answer is None:
            answers.pop(feature_id, None)
        else:
            answers[feature_id] = answer
        return replace(self, answers=MappingProxyType(answers))

    def with_expected(self, feature_id: FeatureId, due: date | None) -> Case:
        """A new case with the day on which a pending result is due."""
        expected = dict(self.expected)
        if due is None:
            expected.pop(feature_id, None)
        else:
            expected[feature_id] = due
        return replace(self, expected=MappingProxyType(expected))

    @property
    def situation(self) -> str:
        """``first_treatment``, ``refractory`` or ``relapse``; empty while nothing was chosen."""
        return self.text(SITUATION)

    @property
    def out_of_scope(self) -> bool:
        """Whether this is a disease that the sources and this tool do not cover."""
        return self.text(LINEAGE) in OUT_OF_SCOPE_LINEAGES

    def normalise(self, dictionary: FeatureDictionary) -> Case:
        """The case without answers to questions that do not apply in its situation."""
        situation = self.situation
        kept = {
            feature_id: answer
            for feature_id, answer in self.answers.items()
            if feature_id in dictionary and situation in dictionary[feature_id].asked_in
        }
        return replace(self, answers=MappingProxyType(kept))


def is_open(feature: Feature, answer: Answer) -> bool:
    """Whether the rules have to treat this answer as unknown."""
    if isinstance(answer, Absent):
        return True
    if isinstance(answer, GeneResult):
        return answer.result in feature.open_options
    return isinstance(answer, str) and answer in feature.open_options
