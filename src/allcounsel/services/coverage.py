"""Where every fact is used, or why it is not, as a page in Markdown: made from the release, never typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from allcounsel.domain.citations import Citing, citings, seed_ids
from allcounsel.domain.handout import HOUSE
from allcounsel.domain.ids import EvidenceId, FeatureId, SourceId
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import Evidence
from allcounsel.services.words import Words

_ORDER = ("S0", "S1", "S2", "S3", "S4", "PH", "PP", "LE", "DR", "RL", "CD", "SF")
"""The parts of the evidence in their order; one that is not named here comes last."""

_ABOUT = """\
# Where every fact is used

Made by `allcounsel content docs` from the citations that resolve in `seeds/`; a test compares it, so it is
never typed. Every fact of the five seed documents (S0 to S4) stands here with each place that cites it, or
with the reason why nothing does (`seeds/not_used.yaml`); one in neither state fails the content check. Of the
facts beyond the seeds, those that are used stand here. Ids from memory (UN-) and contradictions inside a
source (PX-) cannot be cited. The published schemes and the table of disagreements cite too, but only to
compare: they are not listed here, and do not make a fact used.

- **Question**: why it is asked; opened beside the question.
- **Rule**, **relapse clock**: the clinician's panel; for some rules also "Why this group" on page one.
- **Warning**: told to the clinician.
- **Pathway step**, **pathway row**: the drawing and its list, for clinicians and on paper.
- **Open result**: "What we do not know yet" on page one.
- **Sentence**: the family's paper, in the section named; its source list prints the sources of what it says.
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """Facts of the seeds: used, not used with a reason, in neither state; and facts used beyond them."""

    seeds: int
    used: int
    not_used: int
    neither: int
    beyond: int

    def __str__(self) -> str:
        return (
            f"S0-S4: {self.seeds} ids, {self.used} used, {self.not_used} not used with reason, "
            f"{self.neither} in neither state; section 2: {self.beyond} ids used"
        )


def counted(release: ContentRelease) -> Counted:
    """The figure of the page."""
    cited, seeds = set(_places(release)), set(seed_ids())
    unused = seeds & set(release.not_used)
    return Counted(
        seeds=len(seeds),
        used=len(seeds & cited),
        not_used=len(unused - cited),
        neither=len(seeds - cited - unused),
        beyond=len(cited - seeds),
    )


def coverage(release: ContentRelease) -> str:
    """The whole page."""
    return "\n".join([_ABOUT, f"Content {release.info.version}. {counted(release)}.", *_tables(release), ""])


def _places(release: ContentRelease) -> dict[EvidenceId, list[Citing]]:
    """Who cites each fact, in the order of the content."""
    places: dict[EvidenceId, list[Citing]] = {}
    for citing in citings(release):
        for evidence_id in citing.sources:
            if evidence_id != HOUSE:
                places.setdefault(evidence_id, []).append(citing)
    return places


def _tables(release: ContentRelease) -> Iterator[str]:
    places = _places(release)
    told = _Told(release)
    wanted = sorted({*places, *seed_ids()}, key=_rank)
    for (_, source_id), group in groupby(wanted, lambda one: _heading_of(release, one)):
        source = release.sources[source_id]
        yield f"\n## {source.title}\n\n{source.organisation}. {source.content_date}.\n"
        yield "| Id | Fact | Used in, or why not |\n|---|---|---|"
        for evidence_id in group:
            said = told.places(places[evidence_id]) if evidence_id in places else told.reason(evidence_id)
            yield f"| {evidence_id} | {_cell(_fact(release.evidence[evidence_id]))} | {_cell(said)} |"


def _rank(evidence_id: EvidenceId) -> tuple[int, str, int]:
    part, _, number = evidence_id.rpartition("-")
    return _ORDER.index(part) if part in _ORDER else len(_ORDER), part, int(number)


def _heading_of(release: ContentRelease, evidence_id: EvidenceId) -> tuple[str, SourceId]:
    return evidence_id.rpartition("-")[0], release.evidence[evidence_id].source


def _fact(fact: Evidence) -> str:
    newer = ", ".join(fact.superseded_by)
    return f"{fact.fact} *Superseded by {newer}.*" if newer else fact.fact


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


@dataclass(frozen=True, slots=True)
class _Told:
    """Puts a place into words."""

    release: ContentRelease

    def places(self, citing: list[Citing]) -> str:
        """Every place, the sentences of a section together."""
        parts = []
        for (kind, section), group in groupby(citing, lambda one: (one.kind, one.section)):
            names = [self._name(kind, one.name) for one in group]
            where = f" in “{self._section(section)}”" if section else ""
            parts.append(f"{_KINDS.get(kind, kind)} {', '.join(names)}{where}")
        return "; ".join(parts)

    def reason(self, evidence_id: EvidenceId) -> str:
        """Why nothing cites it."""
        entry = self.release.not_used.get(evidence_id)
        if entry is None:
            return "**in neither state**"
        row = f", {entry.conflict}" if entry.conflict else ""
        return f"Not used ({entry.kind.replace('_', ' ')}{row}): {entry.reason}"

    def _name(self, kind: str, name: str) -> str:
        words, text = Words(self.release), self.release.texts["en"]
        match kind:
            case "feature":
                return f"“{words.label(FeatureId(name))}”"
            case "node":
                return f"“{text(f'pathway.{name}.title')}”"
            case "rule" if f"rules.{name}.title" in text:
                return f"{name} ({text(f'rules.{name}.title', **self.release.settings)})"
            case "clock":
                return f"{name} ({text(f'labels.clocks.{name}')})"
        return name

    def _section(self, section_id: str) -> str:
        """The section's own heading; its id where each reader has a heading of their own."""
        section = next(one for one in self.release.sections if one.id == section_id)
        for sentence in section.sentences:
            if sentence.kind == "heading" and sentence.when is None:
                return self.release.texts["en"](f"handout.{sentence.id}")
        return section_id.replace("_", " ")


_KINDS = {"feature": "question", "node": "pathway step", "row": "pathway row", "clock": "relapse clock"}
