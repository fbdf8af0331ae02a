"""A published checklist as a machine can use it: items with a check, and items that only people can judge.

The checklists were made for trained people who rate whole documents. What is scored here is an adaptation
that nobody has validated: it is called "informed", and the items it cannot judge are left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from allcounsel.domain.handout import Handout

Check = Callable[[Handout], Iterable[str]]
"""Looks at a paper and names what is wrong with it; an item is met where nothing is."""
Applies = Callable[[Handout], bool]


class Verdict(Enum):
    """What came out for one item on one paper."""

    MET = "met"
    MISSED = "missed"
    NOT_ASKED = "does not apply"
    PEOPLE = "for people to judge"


@dataclass(frozen=True, slots=True)
class Item:
    """One item in words of our own.

    ``check``: None where people judge it. ``looked_at``: what the machine looks at, or why it cannot.
    ``applies``: on which papers it is asked. ``languages``: those in which the check can see anything.
    """

    id: str
    asks: str
    looked_at: str
    check: Check | None = None
    applies: Applies | None = None
    languages: tuple[str, ...] = ("en", "es")


@dataclass(frozen=True, slots=True)
class Answer:
    """One item on one paper; ``faults`` only where it is missed."""

    item: Item
    verdict: Verdict
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """One checklist on one paper."""

    name: str
    answers: tuple[Answer, ...]

    def counted(self, verdict: Verdict) -> int:
        """How many items came out so."""
        return sum(answer.verdict is verdict for answer in self.answers)

    @property
    def judged(self) -> int:
        """Items that a machine judged on this paper."""
        return self.counted(Verdict.MET) + self.counted(Verdict.MISSED)

    @property
    def percent(self) -> float:
        """Items met, of those judged; 0 where none was."""
        return 100 * self.counted(Verdict.MET) / self.judged if self.judged else 0.0

    @property
    def missed(self) -> tuple[Answer, ...]:
        """Items that were missed, with what was found."""
        return tuple(answer for answer in self.answers if answer.verdict is Verdict.MISSED)

    def __str__(self) -> str:
        people = self.counted(Verdict.PEOPLE)
        return f"{self.name} {self.counted(Verdict.MET)}/{self.judged} ({people} for people to judge)"


@dataclass(frozen=True, slots=True)
class Checklist:
    """A named scale."""

    name: str
    items: tuple[Item, ...]

    def score(self, handout: Handout) -> Score:
        """What a machine can say of a paper."""
        return Score(self.name, tuple(_answer(item, handout) for item in self.items))


def _answer(item: Item, handout: Handout) -> Answer:
    if item.applies and not item.applies(handout):
        return Answer(item, Verdict.NOT_ASKED)
    if item.check is None or handout.choices.language not in item.languages:
        return Answer(item, Verdict.PEOPLE)
    faults = tuple(item.check(handout))
    return Answer(item, Verdict.MISSED if faults else Verdict.MET, faults)
