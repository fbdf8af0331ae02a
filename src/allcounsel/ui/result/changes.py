"""What could still change the result, in words: for each open question, what which answer would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.answers import Answer, GeneResult
from allcounsel.domain.assessment import Assessment, Change, Outcome, Status
from allcounsel.domain.case import Case
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.screen_words import ScreenWords

Assess = Callable[[Case], Assessment]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """If this, then that. ``stays``: the group would be the one of now."""

    if_words: str
    then_words: str
    group: str
    closed: bool
    stays: bool


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One open question with its lines; those that leave the group come first."""

    feature: FeatureId
    lines: tuple[ChangeLine, ...]
    moves_group: bool


class Changes:
    """Puts the changes of one assessment into words."""

    def __init__(self, words: ScreenWords, case: Case, now: Assessment, assess: Assess) -> None:
        """``assess``: says whether a group would then be final."""
        self._words = words
        self._case = case
        self._now = now
        self._assess = assess

    def questions(self) -> tuple[OpenQuestion, ...]:
        """Every open question that could change something; those that could change the group come first."""
        found: dict[FeatureId, list[Change]] = {}
        for change in self._now.could_change:
            found.setdefault(change.feature, []).append(change)
        questions = [self._question(feature, changes) for feature, changes in found.items()]
        return tuple(sorted(questions, key=lambda question: not question.moves_group))

    def _question(self, feature: FeatureId, changes: list[Change]) -> OpenQuestion:
        lines = [self._unchanged(feature, changes), *self._outcomes(feature, changes)]
        moves = any(change.outcome.group != self._now.group for change in changes)
        return OpenQuestion(feature, tuple(line for line in lines if line), moves)

    def _unchanged(self, feature: FeatureId, changes: list[Change]) -> ChangeLine | None:
        """The answers that change nothing: by name where there are few, else "otherwise"."""
        translate = QCoreApplication.translate
        options = [option for option, _ in self._words.options(self._words.feature(feature))]
        settled = [o for o in options if o in self._words.feature(feature).settled_options]
        changing = {_option(change.answer) for change in changes}
        left = [option for option in settled if option not in changing]
        if settled and not left:
            return None
        named = self._joined([self._words.words.option(feature, option) for option in left])
        short = len(left) in (1, 2)
        if_words = named if short else translate("Changes", "Otherwise")
        return ChangeLine(if_words, self._stays(), self._now.group or "", self._closed(self._now), stays=True)

    def _outcomes(self, feature: FeatureId, changes: list[Change]) -> Iterator[ChangeLine]:
        by_outcome: dict[Outcome, list[Change]] = {}
        for change in changes:
            by_outcome.setdefault(change.outcome, []).append(change)
        for outcome, same in by_outcome.items():
            then = self._assess(self._case.with_answer(feature, same[0].answer))
            stays = outcome.group == self._now.group
            yield ChangeLine(
                self._if_words(feature, same),
                self._then_words(outcome),
                outcome.group or "",
                self._closed(then),
                stays,
            )

    def _if_words(self, feature: FeatureId, changes: list[Change]) -> str:
        words = [self._words.words.answer(feature, change.answer) for change in changes]
        if _option(changes[0].answer) or (len(words) == 1 and not self._is_example(feature)):
            return self._joined(words)
        return QCoreApplication.translate("Changes", "For example {answer}").format(answer=words[0])

    def _is_example(self, feature: FeatureId) -> bool:
        return not self._words.feature(feature).options

    def _then_words(self, outcome: Outcome) -> str:
        translate = QCoreApplication.translate
        now = self._now
        parts = [
            self._stays() if outcome.group == now.group else f"**{self._words.words.group(outcome.group)}**"
        ]
        said = (*now.special_groups, outcome.group)  # T-cell is a group and a special group: once is enough
        parts += [self._words.words.special(name) for name in outcome.special_groups if name not in said]
        if set(outcome.flags) - set(now.flags):
            parts.append(translate("Changes", "with a note for your protocol"))
        return ", ".join(parts)

    def _stays(self) -> str:
        translate = QCoreApplication.translate
        if self._now.group is None:
            return translate("Changes", "still no group")
        return translate("Changes", "stays, for now") if self._now.for_now else translate("Changes", "stays")

    @staticmethod
    def _closed(assessment: Assessment) -> bool:
        return assessment.status is Status.FINAL

    @staticmethod
    def _joined(words: list[str]) -> str:
        if len(words) < 2:  # noqa: PLR2004 - one word is joined to nothing
            return "".join(words)
        last = QCoreApplication.translate("Changes", "{first} or {last}")
        return last.format(first=", ".join(words[:-1]), last=words[-1])


def _option(answer: Answer) -> str:
    if isinstance(answer, GeneResult):
        return answer.result
    return answer if isinstance(answer, str) else ""
