"""What clinicians can look up beside a result: published schemes as tables, and where the sources disagree.

Nothing here can place a child: a scheme's rows hold no conditions, only words and their sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from allcounsel.domain.condition import Condition
from allcounsel.domain.ids import EvidenceId, FeatureId, RuleId, SourceId

SCHEME_KINDS = ("first_treatment", "relapse")
SUPPRESSED = ("adult", "undated", "contradictory", "superseded", "tells_nothing", "never_asked")
"""Why a statement is not used."""

SEEN_ON = ("result", "pathway", "handout", "reference", "not_shown")
CONFLICTS = tuple(f"C-{number}" for number in range(1, 41))
"""Every conflict of the evidence file, section 1.6."""


@dataclass(frozen=True, slots=True)
class SchemeInput:
    """Something a scheme needs, as one of our questions.

    ``line``: the finest MRD limit that the scheme draws, in percent. ``leaves_open``: answers that do not
    settle what it asks. ``settled_by``: a rule that stays unknown where the answer cannot be trusted.
    """

    feature: FeatureId
    line: Decimal | None = None
    leaves_open: tuple[str, ...] = ()
    settled_by: RuleId | None = None
    not_needed_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """One row of a scheme's table; several rows may belong to one group."""

    id: str
    group: str
    sources: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """One published scheme. ``source``: where its table was read; ``also``: needed, and not asked here."""

    id: str
    kind: str
    source: SourceId
    sources: tuple[EvidenceId, ...]
    columns: tuple[str, ...]
    rows: tuple[SchemeRow, ...]
    inputs: tuple[SchemeInput, ...]
    also: tuple[str, ...]

    @property
    def cited(self) -> tuple[EvidenceId, ...]:
        """Everything it rests on: what the rows cite first, each once."""
        of_rows = [evidence for row in self.rows for evidence in row.sources]
        return tuple(dict.fromkeys((*of_rows, *self.sources)))


@dataclass(frozen=True, slots=True)
class Side:
    """What one or several sources say. ``suppressed``: why it is not used, empty where it is."""

    id: str
    sources: tuple[EvidenceId, ...]
    suppressed: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree, or leave something open. ``when``: the children it concerns; None: every child.

    ``about_sources``: it concerns the texts themselves, not a child. ``seen_on``: where our reading is shown.
    """

    id: str
    when: Condition | None
    about_sources: bool
    sides: tuple[Side, ...]
    seen_on: tuple[str, ...]

    @property
    def cited(self) -> tuple[EvidenceId, ...]:
        """What all sides cite, each once."""
        return tuple(dict.fromkeys(evidence for side in self.sides for evidence in side.sources))


@dataclass(frozen=True, slots=True)
class Reference:
    """All of it; empty in content that was made before there was any."""

    schemes: tuple[Scheme, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def scheme(self, name: str) -> Scheme:
        """The scheme with this id; KeyError when there is none."""
        return {scheme.id: scheme for scheme in self.schemes}[name]
