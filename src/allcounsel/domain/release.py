"""One reviewed set of content, named by the digest of its files; never changed after reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from allcounsel.domain.condition import Condition
from allcounsel.domain.feature import FeatureDictionary
from allcounsel.domain.handout import HOUSE, CardPlan, SectionPlan
from allcounsel.domain.ids import EvidenceId, FeatureId, GroupId, RuleId, SourceId
from allcounsel.domain.pathway import PathwayTable
from allcounsel.domain.reference import Reference
from allcounsel.domain.rule import Evidence, NotUsed, ReleaseInfo, RuleSet, Source
from allcounsel.domain.signoff import FileReview
from allcounsel.domain.text import TextCatalogue
from allcounsel.domain.vignette import PracticeChild, Situation, Vignette


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the wizard: its questions in order."""

    id: str
    features: tuple[FeatureId, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What an open feature is about, for families; several features may share one.

    ``named_in``: the situations in which page one names it while it is open.
    """

    name: str
    named_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenResult:
    """Results that may change the treatment while they are open, even where the group stands."""

    features: tuple[FeatureId, ...]
    when: Condition
    sources: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class ContentRelease:
    """Everything in ``seeds/``. ``digest`` is the SHA-256 over all its files.

    ``topics``: what an open feature is about, for families. ``why``: the rows that page one gives as reasons.
    ``conditions``: those that sentences of the handout share, by name.
    ``situations``: what the handout is tried with; ``general_sections``: the same in all of them, and why.
    ``reviews``: who has read which file as it stands; ``left_to_read``: by language, what no clinician has.
    """

    info: ReleaseInfo
    digest: str
    dictionary: FeatureDictionary
    pages: tuple[Page, ...]
    rules: RuleSet
    pathways: PathwayTable
    evidence: Mapping[EvidenceId, Evidence]
    not_used: Mapping[EvidenceId, NotUsed]
    sources: Mapping[SourceId, Source]
    cards: tuple[CardPlan, ...]
    conditions: Mapping[str, Condition]
    topics: Mapping[FeatureId, Topic]
    open_results: tuple[OpenResult, ...]
    why: Mapping[GroupId, tuple[tuple[RuleId, str], ...]]
    reference: Reference
    settings: Mapping[str, str]
    texts: Mapping[str, TextCatalogue]
    vignettes: tuple[Vignette, ...]
    practice_children: tuple[PracticeChild, ...]
    situations: tuple[Situation, ...]
    general_sections: Mapping[str, str]
    practice_clinic: str
    reviews: tuple[FileReview, ...]
    left_to_read: Mapping[str, tuple[str, ...]]

    @property
    def sections(self) -> tuple[SectionPlan, ...]:
        """Every section of the handout in the order of its cards."""
        return tuple(section for card in self.cards for section in card.sections)

    def told_to_families(self, cited: tuple[EvidenceId, ...]) -> tuple[EvidenceId, ...]:
        """What of this stands on paper: texts that families are pointed to; everything where there is none.

        Facts of the pages for professionals of 2014 and of an undated page stay with the clinician.
        """
        told = tuple(one for one in cited if one == HOUSE or self.source_of(one).for_families)
        return told or cited

    def source_of(self, evidence_id: EvidenceId) -> Source:
        """The source that an evidence id resolves to; KeyError when it does not."""
        return self.sources[self.evidence[evidence_id].source]
