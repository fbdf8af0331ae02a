"""The feature dictionary: every question that can be asked, its kind, limits, options and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from allcounsel.domain.ids import EvidenceId, FeatureId


class FeatureKind(Enum):
    """How a question is answered; one reader and one editor for each."""

    CHOICE = "choice"
    MULTI = "multi"
    GENE = "gene"
    AGE = "age"
    BIRTH_DATE = "birth_date"
    DATE = "date"
    WHITE_COUNT = "white_count"
    MRD = "mrd"
    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "text"


SITUATIONS = ("first_treatment", "refractory", "relapse")


@dataclass(frozen=True, slots=True)
class Limits:
    """Hard limits of a number: outside them the case is refused (evidence 3, "hard")."""

    more_than: Decimal | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None

    def allow(self, value: Decimal) -> bool:
        """Whether the value lies within the limits."""
        return (
            (self.more_than is None or value > self.more_than)
            and (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
        )


@dataclass(frozen=True, slots=True)
class Feature:
    """One question.

    ``options`` are the values that can be answered; those in ``open_options`` (``failed``, ``not_tested``,
    ``inadequate``) are answers to people and still unknown to the rules. ``asked_in`` are the situations in
    which the question applies; elsewhere its answer reaches neither rules nor paper. ``old_names``: whoever
    writes one in a case file is told today's name.
    """

    id: FeatureId
    kind: FeatureKind
    page: str
    sources: tuple[EvidenceId, ...]
    options: tuple[str, ...] = ()
    open_options: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    asked_in: tuple[str, ...] = SITUATIONS
    required: bool = False
    longest: int = 500
    companion_of: FeatureId | None = None
    old_names: tuple[str, ...] = ()

    @property
    def settled_options(self) -> tuple[str, ...]:
        """The options that the rules can use."""
        return tuple(option for option in self.options if option not in self.open_options)


@dataclass(frozen=True, slots=True)
class FeatureDictionary:
    """All questions in the order of the dictionary."""

    features: tuple[Feature, ...]
    by_id: dict[FeatureId, Feature] = field(init=False, compare=False)
    by_name: dict[str, Feature] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        by_id: dict[str, Feature] = {feature.id: feature for feature in self.features}
        old = {name: feature for feature in self.features for name in feature.old_names}
        object.__setattr__(self, "by_id", by_id)
        object.__setattr__(self, "by_name", by_id | old | by_id)

    def __iter__(self) -> Iterator[Feature]:
        return iter(self.features)

    def __getitem__(self, feature_id: FeatureId) -> Feature:
        return self.by_id[feature_id]

    def __contains__(self, feature_id: object) -> bool:
        return feature_id in self.by_id
