"""What a person did in a consultation, step by step, so that each step can be taken back and done again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allcounsel.domain.case import Case
from allcounsel.domain.ids import FeatureId


@dataclass(frozen=True, slots=True)
class History:
    """The cases before and after the one that is open, nearest last."""

    before: tuple[Case, ...] = ()
    after: tuple[Case, ...] = ()

    def stepped_from(self, case: Case) -> History:
        """The open case was ``case`` until now; what had been taken back cannot be done again."""
        return History((*self.before, case))

    def undone(self, now: Case) -> tuple[Case, History]:
        """The case before ``now``; ``now`` itself where there is none."""
        if not self.before:
            return now, self
        return self.before[-1], History(self.before[:-1], (*self.after, now))

    def redone(self, now: Case) -> tuple[Case, History]:
        """The case that was taken back last; ``now`` itself where there is none."""
        if not self.after:
            return now, self
        return self.after[-1], History((*self.before, now), self.after[:-1])


def changed_between(one: Case, other: Case, order: Iterable[FeatureId]) -> tuple[FeatureId, ...]:
    """The questions whose answer, or the day on which it is due, is another one; in ``order``."""
    return tuple(
        name
        for name in order
        if one.answers.get(name) != other.answers.get(name)
        or one.expected.get(name) != other.expected.get(name)
    )
