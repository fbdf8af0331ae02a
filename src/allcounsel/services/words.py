"""Clinicians' words for features, answers, groups and reasons, out of the release's texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from allcounsel.domain.answers import Absent, Age, Answer, GeneResult, Mrd, WhiteCount
from allcounsel.domain.assessment import Assessment, Clock, Finding, Outcome, Status, TeamGroup
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.vignette import PracticeChild
from allcounsel.domain.written_date import written_date
from allcounsel.services.dates import DATES, NO_BREAK

THIN_SPACE = "\u2009"


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One rule in words: its title, the sentence for clinicians and the one for families."""

    title: str
    clinician: str
    family: str


class Words:
    """Looks words up; holds no case."""

    def __init__(self, release: ContentRelease, language: str = "en") -> None:
        """``language``: one that the release offers."""
        self._release = release
        self._text = release.texts[language]
        self._dates = DATES[language]
        self.language = language

    @property
    def release(self) -> ContentRelease:
        """The content whose words these are."""
        return self._release

    def text(self, key: str, **holes: str) -> str:
        """Any text of the content; KeyError when the key or a hole is missing."""
        return self._text(key, **holes)

    def label(self, feature_id: FeatureId) -> str:
        """The question."""
        return self._text(f"labels.features.{feature_id}.label")

    def hint(self, feature_id: FeatureId) -> str:
        """A few words under the question; empty when it needs none."""
        key = f"labels.features.{feature_id}.hint"
        return self._text(key) if key in self._text else ""

    def help(self, feature_id: FeatureId) -> str:
        """What the question means, why it is asked and what unknown does."""
        return self._text(f"labels.features.{feature_id}.help")

    def option(self, feature_id: FeatureId, option: str) -> str:
        """An option of a question."""
        key = f"labels.options.{feature_id}.{option}"
        return self._text(key) if key in self._text else self._text(f"labels.answers.{option}")

    def answer(self, feature_id: FeatureId, answer: Answer) -> str:
        """An answer as it is shown, numbers with both units."""
        match answer:
            case Absent():
                return self._text(f"labels.answers.{answer.value}")
            case GeneResult():
                result = self.option(feature_id, answer.result)
                return f"{result} ({answer.method})" if answer.method else result
            case tuple():
                return ", ".join(self.option(feature_id, option) for option in answer) or self._text(
                    "labels.answers.none"
                )
            case str():
                chosen = bool(self._release.dictionary[feature_id].options)
                return self.option(feature_id, answer) if chosen else answer
        return self._quantity(answer)

    def _quantity(self, answer: Age | WhiteCount | Mrd | date | int | Decimal) -> str:
        match answer:
            case Age():
                return self.age(answer)
            case WhiteCount():
                return self._white_count(answer)
            case Mrd():
                return self._mrd(answer)
            case date():
                return self.day(answer)
        return number(Decimal(answer))

    def age(self, age: Age) -> str:
        """``5 years 2 months``; months only where they are known."""
        return self._dates.age(age)

    def day(self, day: date) -> str:
        """``24 April 2026``."""
        return self._dates.day(day)

    def short_day(self, day: date) -> str:
        """``24 April``."""
        return self._dates.short_day(day)

    def month(self, day: date) -> str:
        """``April 2026``."""
        return self._dates.month(day)

    def written(self, said: str) -> str:
        """When a source says that it was written; words that are no date stay as they are."""
        when = written_date(said)
        if when is None:
            return said
        if when.year is None:
            return self._text("labels.currency.family.no_date")
        if when.month is None:
            written = str(when.year)
        else:
            day = date(when.year, when.month, when.day or 1)
            written = self.day(day) if when.day else self.month(day)
        return self._text("labels.currency.family.in_part", written=written) if when.in_part else written

    def _mrd(self, mrd: Mrd) -> str:
        method = self._text(f"labels.mrd_methods.{mrd.method}")
        if mrd.percent is not None:
            return f"{number(mrd.percent)}{NO_BREAK}%, {method}"
        limit = f"{number(mrd.below or Decimal(0))}{NO_BREAK}%"
        return self._text("labels.mrd.not_found", limit=limit, method=method)

    def _white_count(self, count: WhiteCount) -> str:
        """The count in both units: ``18.4 × 10⁹/L = 18 400 per µL``."""
        litre, microlitre = number(count.per_litre), number(count.per_microlitre)
        units = (self._text(f"labels.units.{unit}") for unit in ("10*9/L", "/uL"))
        first, second = (
            f"{amount} {unit}".replace(" ", NO_BREAK)
            for amount, unit in zip((litre, microlitre), units, strict=True)
        )
        return f"{first} = {second}"

    def practice(self, child: PracticeChild) -> str:
        """What an invented child is for."""
        return self._text(f"labels.practice.{child.name}")

    def group(self, group: str | None) -> str:
        """The name of a group; "No group yet" for none."""
        return self._text(f"labels.groups.{group or 'none'}.name")

    def group_label(self, assessment: Assessment) -> str:
        """The group in words, with "for now" exactly where the status is provisional."""
        if assessment.status in (Status.NOT_APPLICABLE, Status.OUT_OF_SCOPE):
            return self._text(f"labels.statuses.{assessment.status.value}")
        if assessment.for_now:
            return self._text(f"labels.groups.{assessment.group}.for_now")
        return self.group(assessment.group)

    def title(self, assessment: Assessment) -> str:
        """What titles paper and pictures: the team's decision stands above the computed group."""
        team = assessment.team_group
        return self.team_label(team) if team else self.group_label(assessment)

    def team_label(self, team: TeamGroup) -> str:
        """The team's decision: its group, or its protocol's own name for one."""
        if team.group == "other":
            return team.protocol.strip() or self._text("labels.options.team_group.group.other")
        return self.group(team.group)

    def outcome(self, outcome: Outcome) -> str:
        """Group and special groups, told apart; "No group yet" only where nothing else is named."""
        # T-cell is a group and a special group: once is enough.
        names = [self.special(name) for name in outcome.special_groups if name != outcome.group]
        group = [self.group(outcome.group)] if outcome.group or not names else []
        key = f"labels.special_groups.{'many' if len(names) > 1 else 'one'}"
        return "; ".join([*group, *([self._text(key, names=", ".join(names))] if names else [])])

    def special(self, name: str) -> str:
        """The name of a special group."""
        return self._text(f"labels.special.{name}")

    def clock(self, clock_id: str) -> str:
        """From where a clock counts."""
        return self._text(f"labels.clocks.{clock_id}")

    def lean(self, clock: Clock) -> str:
        """Which way a clock leans; never "early" or "late"."""
        return self._text(f"labels.leans.{'waits' if clock.waits else clock.lean or 'none'}")

    def site(self, name: str | None) -> str:
        """Where a relapse is."""
        return self._text(f"labels.sites.{(name or 'unknown').replace(' ', '_').lower()}")

    def flag(self, name: str) -> str:
        """A flag as a sentence."""
        return self._text(f"labels.flags.{name}", **self._release.settings)

    def warning(self, code: str) -> str:
        """A warning as a sentence."""
        return self._text(f"labels.warnings.{code}", **self._release.settings)

    def page_title(self, page: str) -> str:
        """The title of a wizard page."""
        return self._text(f"labels.pages.{page}.title")

    def reason(self, finding: Finding) -> ReasonWords:
        """A rule that was looked at, in words for its truth."""
        key, settings = f"rules.{finding.rule}", self._release.settings
        truth = f"{key}.{finding.truth.value}"
        family = self.family_reason(finding) if f"{truth}.family" in self._text else ""
        return ReasonWords(
            self._text(f"{key}.title", **settings), self._text(f"{truth}.clinician", **settings), family
        )

    def family_reason(self, finding: Finding) -> str:
        """What the family reads of a rule for its truth."""
        key = f"rules.{finding.rule}.{finding.truth.value}.family"
        return self._text(key, **self._release.settings)

    def topic(self, feature_id: FeatureId) -> str:
        """The family's name for what an open feature is about; empty when it is not for families."""
        topic = self._release.topics.get(feature_id)
        return self._text(f"topics.{topic.name}.name") if topic else ""


def number(value: Decimal) -> str:
    """A number without needless zeros, thousands set apart by thin spaces."""
    plain = f"{value:f}"
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", THIN_SPACE)
    return f"{grouped}.{part}" if part else grouped
