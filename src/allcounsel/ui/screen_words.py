"""Clinical words that only the window needs, out of the same content as everybody else's."""

from __future__ import annotations

from allcounsel.domain.answers import MRD_METHODS, WHITE_COUNT_UNITS
from allcounsel.domain.assessment import Clock
from allcounsel.domain.feature import Feature
from allcounsel.domain.ids import FeatureId, NodeId
from allcounsel.domain.release import ContentRelease
from allcounsel.services.dates import NO_BREAK
from allcounsel.services.words import Words

NOT_APPLICABLE = "not_applicable"

Options = tuple[tuple[str, str], ...]
"""Values with their words, in order."""


class ScreenWords:
    """Looks words up for editors and tables; holds no case."""

    def __init__(self, words: Words, release: ContentRelease) -> None:
        self.words = words
        self._release = release
        self._text = release.texts[words.language]

    def question(self, feature_id: FeatureId) -> str:
        """The question."""
        return self.words.label(feature_id)

    def feature(self, feature_id: FeatureId) -> Feature:
        """The question itself."""
        return self._release.dictionary[feature_id]

    def options(self, feature: Feature) -> Options:
        """The options that are picked in the editor; "does not apply" is picked beside it."""
        return tuple(
            (option, self.words.option(feature.id, option))
            for option in feature.options
            if option != NOT_APPLICABLE
        )

    def methods(self) -> Options:
        """How MRD can be measured."""
        return tuple((method, self._text(f"labels.mrd_methods.{method}")) for method in MRD_METHODS)

    def white_count_units(self) -> Options:
        """The units in which a white count can be typed."""
        return tuple((unit, self._unbroken(self._text(f"labels.units.{unit}"))) for unit in WHITE_COUNT_UNITS)

    def unit(self, unit: str) -> str:
        """One unit."""
        return self._unbroken(self._text(f"labels.units.{unit}"))

    def page_title(self, page: str) -> str:
        """The title of a page of the wizard."""
        return self.words.page_title(page)

    def page_intro(self, page: str) -> str:
        """One sentence under it; empty when there is none."""
        key = f"labels.pages.{page}.intro"
        return self._text(key) if key in self._text else ""

    def step(self, node: NodeId) -> str:
        """A step of the road."""
        return self._text(f"pathway.{node}.title")

    def clock(self, clock_id: str) -> str:
        """From where a clock counts."""
        return self.words.clock(clock_id)

    def lean(self, clock: Clock) -> str:
        """Which way a clock leans; never "early" or "late"."""
        return self.words.lean(clock)

    def site(self, name: str | None) -> str:
        """Where a relapse is."""
        return self.words.site(name)

    def status(self, status: str) -> str:
        """How firmly a group stands, as a sentence."""
        return self._text(f"labels.statuses.{status}")

    def final_label(self, group: str) -> str:
        """``Standard risk, final``."""
        return self._text(f"labels.groups.{group}.final")

    def for_now_label(self, group: str) -> str:
        """``Standard risk, for now``; the two words after the comma are never parted."""
        name, comma, for_now = self._text(f"labels.groups.{group}.for_now").rpartition(", ")
        return f"{name}{comma}{self._unbroken(for_now)}"

    @staticmethod
    def _unbroken(text: str) -> str:
        return text.replace(" ", NO_BREAK)
