"""The clinician's reference for one child: which inputs of a published scheme are known, and which conflicts
of the sources concern the child. It never says where in a scheme a child would stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from allcounsel.domain.answers import Absent, Answer, Mrd
from allcounsel.domain.case import Case, is_open
from allcounsel.domain.condition import Evaluator
from allcounsel.domain.feature import Feature
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.reference import Conflict, Scheme, SchemeInput
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.truth import NO, UNKNOWN, YES
from allcounsel.services.words import Words

COUNTED_METHODS = ("flow", "pcr", "ngs")
"""An MRD by another method counts neither way (case-format.md)."""


class InputState(Enum):
    """What is known of one input. ``UNSETTLED``: answered, but not what the scheme asks."""

    KNOWN = "known"
    WAITING = "waiting"
    UNSETTLED = "unsettled"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"
    NOT_NEEDED = "not_needed"


COUNTED = (InputState.KNOWN, InputState.WAITING, InputState.UNSETTLED, InputState.UNKNOWN)
"""The states of what can be known of this child."""


@dataclass(frozen=True, slots=True)
class InputLine:
    """One input in words."""

    feature: FeatureId
    state: InputState
    question: str
    words: str


class Concern(Enum):
    """Whom a conflict concerns, in the order in which they are shown."""

    CHILD = "child"
    MAYBE = "maybe"
    SOURCES = "sources"
    OTHERS = "others"


class SchemeInputs:
    """Works out the inputs of any scheme for one case."""

    def __init__(self, release: ContentRelease, words: Words, case: Case, evaluator: Evaluator) -> None:
        """``evaluator``: over the facts of this case."""
        self._dictionary = release.dictionary
        self._text = release.texts[words.language]
        self._words = words
        self._case = case
        self._evaluator = evaluator

    def lines(self, scheme: Scheme) -> tuple[InputLine, ...]:
        """Every input of the scheme, in its order."""
        return tuple(self._line(needed) for needed in scheme.inputs)

    def _line(self, needed: SchemeInput) -> InputLine:
        feature = self._dictionary[needed.feature]
        state = self._state(needed, feature)
        words = self._said(state, feature)
        return InputLine(feature.id, state, self._words.label(feature.id), words)

    def _state(self, needed: SchemeInput, feature: Feature) -> InputState:
        if self._case.situation not in feature.asked_in:
            return InputState.NOT_ASKED
        spared = needed.not_needed_when
        if spared is not None and self._evaluator.mask(spared) == YES:
            return InputState.NOT_NEEDED
        answer = self._case.get(feature.id)
        if answer is Absent.PENDING:
            return InputState.WAITING
        if is_open(feature, answer):
            return InputState.UNKNOWN
        return InputState.UNSETTLED if self._leaves_open(needed, answer) else InputState.KNOWN

    def _leaves_open(self, needed: SchemeInput, answer: Answer) -> bool:
        if isinstance(answer, Mrd):
            return answer.method not in COUNTED_METHODS or _too_coarse(answer, needed)
        rule = needed.settled_by
        untrusted = rule is not None and self._evaluator.rule(rule) == UNKNOWN
        return untrusted or answer in needed.leaves_open

    def _said(self, state: InputState, feature: Feature) -> str:
        given = self._words.answer(feature.id, self._case.get(feature.id))
        if state in (InputState.NOT_ASKED, InputState.NOT_NEEDED):
            return self._text(f"reference.states.{state.value}")
        if state is InputState.UNSETTLED:
            return self._text("reference.states.unsettled", answer=given)
        due = self._case.expected.get(feature.id)
        if state is InputState.WAITING and due is not None:
            return self._text("reference.states.waiting_about", date=self._words.day(due))
        return given


def _too_coarse(mrd: Mrd, needed: SchemeInput) -> bool:
    """Whether nothing was found by a test that cannot see the finest line of the scheme."""
    return mrd.below is not None and needed.line is not None and mrd.below > needed.line


def tally(lines: tuple[InputLine, ...]) -> Mapping[InputState, int]:
    """How many inputs are known, waited for, and not known; what is not asked of this child is left out."""
    return {state: sum(line.state is state for line in lines) for state in COUNTED}


def by_concern(
    conflicts: tuple[Conflict, ...], evaluator: Evaluator
) -> Mapping[Concern, tuple[Conflict, ...]]:
    """The conflicts by whom they concern: an open answer makes a "maybe", never a "no"."""
    found: dict[Concern, list[Conflict]] = {concern: [] for concern in Concern}
    for conflict in conflicts:
        found[_concern(conflict, evaluator)].append(conflict)
    return {concern: tuple(listed) for concern, listed in found.items()}


def _concern(conflict: Conflict, evaluator: Evaluator) -> Concern:
    if conflict.about_sources:
        return Concern.SOURCES
    mask = YES if conflict.when is None else evaluator.mask(conflict.when)
    return {YES: Concern.CHILD, NO: Concern.OTHERS}.get(mask, Concern.MAYBE)
