"""Which pages and questions a case has now, how they fall into screens, and how much of each is still open.

Reads the content's pages and the feature dictionary; knows no window and no words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allcounsel.domain.answers import Absent, Answer, GeneResult
from allcounsel.domain.case import Case, is_open
from allcounsel.domain.feature import SITUATIONS, Feature, FeatureDictionary
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.release import Page

TALK = "talk"
"""The page whose questions stand on the result and the handout, never in the wizard."""

NOTHING: frozenset[FeatureId] = frozenset()

ROWS = 6
"""At most so many questions on one screen (look, section 7)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One screen of a page: its questions in order; ``number`` counts from 0."""

    page: str
    number: int
    count: int
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a page is: questions answered, said to be open (waiting, failed, not tested), and not known.

    ``deciding``: not known, or half known, and able to change the result. ``started``: something was said, be
    it that it is not known.
    """

    answered: int
    waiting: int
    deciding: int
    unknown: int
    started: bool

    @property
    def open(self) -> int:
        """So many answers are awaited, or could still change the result."""
        return self.waiting + self.deciding


class WizardFlow:
    """The order of pages and questions under one content release."""

    def __init__(self, pages: tuple[Page, ...], dictionary: FeatureDictionary) -> None:
        """Pages as the content lists them; the talk page is left to the result and the handout."""
        self._pages = {page.id: page for page in pages if page.id != TALK}
        self._dictionary = dictionary

    def pages(self, situation: str) -> tuple[str, ...]:
        """The pages that have a question in this situation, in order."""
        return tuple(self._layout(situation))

    def features(self, page: str, situation: str) -> tuple[Feature, ...]:
        """The questions of a page in this situation; before it is chosen, those of a first treatment."""
        return self._layout(situation).get(page, ())

    def _layout(self, situation: str) -> dict[str, tuple[Feature, ...]]:
        """Pages with their questions; a page left with a single question hands it to the next one."""
        assumed = situation or SITUATIONS[0]
        layout: dict[str, tuple[Feature, ...]] = {}
        handed_on: tuple[Feature, ...] = ()
        for page, listed in self._pages.items():
            features = handed_on + tuple(
                feature
                for feature in map(self._dictionary.__getitem__, listed.features)
                if assumed in feature.asked_in
            )
            handed_on = features if len(features) == 1 and page != next(reversed(self._pages)) else ()
            if features and not handed_on:
                layout[page] = features
        return layout

    def parts(self, page: str, situation: str) -> tuple[Part, ...]:
        """The page as screens of at most six rows; questions that belong together stay together."""
        screens = _screens(_blocks(self.features(page, situation)))
        return tuple(Part(page, index, len(screens), screen) for index, screen in enumerate(screens))

    def all_parts(self, situation: str) -> tuple[Part, ...]:
        """Every screen of the wizard in order."""
        return tuple(part for page in self.pages(situation) for part in self.parts(page, situation))

    def part_of(self, feature_id: FeatureId, situation: str) -> Part | None:
        """The screen on which a question stands; None when it is not asked now."""
        for part in self.all_parts(situation):
            if any(feature.id == feature_id for feature in part.features):
                return part
        return None

    def progress(self, page: str, case: Case, changing: frozenset[FeatureId] = NOTHING) -> Progress:
        """How far a page is. What cannot change the result and is untouched is not known, never open.

        ``changing``: the questions that could still change the result.
        """
        answered = waiting = deciding = unknown = 0
        features = [feature for feature in self.features(page, case.situation) if shown(feature, case)]
        for feature in features:
            answer = case.get(feature.id)
            if said_open(feature, answer):
                waiting += 1
            elif feature.id in changing:
                deciding += 1
            elif is_open(feature, answer):
                unknown += 1
            else:
                answered += 1
        started = any(feature.id in case.answers for feature in features)
        return Progress(answered, waiting, deciding, unknown, started)

    def first_open(self, case: Case, changing: frozenset[FeatureId]) -> FeatureId | None:
        """The first question that is awaited or could still change the result; None when there is none."""
        for part in self.all_parts(case.situation):
            for feature in part.features:
                open_now = said_open(feature, case.get(feature.id)) or feature.id in changing
                if open_now and shown(feature, case):
                    return feature.id
        return None


def shown(feature: Feature, case: Case) -> bool:
    """Whether a question has its place now: one that completes another waits for that one's ``yes``."""
    return feature.companion_of is None or case.text(feature.companion_of) == "yes"


def said_open(feature: Feature, answer: Answer) -> bool:
    """Whether a person said that this is still open, as against not having said anything."""
    if answer is Absent.PENDING:
        return True
    if isinstance(answer, GeneResult):
        return answer.result in feature.open_options
    return isinstance(answer, str) and answer in feature.open_options


def _blocks(features: tuple[Feature, ...]) -> tuple[tuple[Feature, ...], ...]:
    """Questions that must share a screen: small families (``csf.…``) and a question with its companion."""
    families = list(_families(features))
    blocks: list[tuple[Feature, ...]] = []
    for family in families:
        if len(family) <= ROWS:
            blocks.append(family)
        else:
            blocks.extend(_singles(family))
    return tuple(blocks)


def _families(features: tuple[Feature, ...]) -> Iterator[tuple[Feature, ...]]:
    family: list[Feature] = []
    for feature in features:
        if family and _family_name(feature) != _family_name(family[0]):
            yield tuple(family)
            family = []
        family.append(feature)
    if family:
        yield tuple(family)


def _family_name(feature: Feature) -> str:
    """``csf`` for ``csf.wbc``; a question without a dot is a family of its own, with its companion."""
    prefix, dot, _ = feature.id.partition(".")
    return prefix if dot else feature.companion_of or feature.id


def _singles(family: tuple[Feature, ...]) -> Iterator[tuple[Feature, ...]]:
    for feature in family:
        yield (feature,)


def _screens(blocks: tuple[tuple[Feature, ...], ...]) -> list[tuple[Feature, ...]]:
    """As few screens as six rows allow, and those as even as the blocks allow."""
    fewest = len(_packed(blocks, ROWS))
    for limit in range(1, ROWS):
        screens = _packed(blocks, limit)
        if len(screens) == fewest:
            return screens
    return _packed(blocks, ROWS)


def _packed(blocks: tuple[tuple[Feature, ...], ...], limit: int) -> list[tuple[Feature, ...]]:
    screens: list[tuple[Feature, ...]] = []
    for block in blocks:
        if screens and len(screens[-1]) + len(block) <= limit:
            screens[-1] += block
        else:
            screens.append(block)
    return screens
