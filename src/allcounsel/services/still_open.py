"""What could still change the result of a child. The result page, the review, the rail and the way back to a
saved child all ask here, so that they never say different things.
"""

from __future__ import annotations

from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.ids import FeatureId, GroupId
from allcounsel.domain.truth import Truth

READ_BY_PROTOCOL = frozenset({"mrd_grey_zone", "marrow_mrd_discordant", "count_after_steroids"})
"""Flags of a result that is known, and that the sources leave to the protocol: either group may follow."""


def could_still_change(assessment: Assessment) -> frozenset[FeatureId]:
    """Every open question of which some answer alone changes group, special groups or flags; after a relapse
    also what its place and its clocks wait for.
    """
    changing = {change.feature for change in assessment.could_change}
    relapse = assessment.relapse
    if relapse is not None:
        changing.update(name for clock in relapse.clocks for name in clock.lacks)
        if relapse.site is not None and relapse.isolated is Truth.UNKNOWN:
            changing.add(FeatureId("relapse.marrow_checked"))
    return frozenset(changing)


def could_move_group(assessment: Assessment) -> frozenset[FeatureId]:
    """Those among them of which some answer alone gives another group."""
    return frozenset(
        change.feature for change in assessment.could_change if change.outcome.group != assessment.group
    )


def not_by_one_answer(assessment: Assessment) -> tuple[GroupId, ...]:
    """The possible groups to which no single answer leads: several together do, or a protocol's own reading
    of a result that the sources leave open.
    """
    led_to = {assessment.group, *(change.outcome.group for change in assessment.could_change)}
    return tuple(group for group in assessment.possible_groups if group not in led_to)


def has_result(assessment: Assessment) -> bool:
    """Whether there is something to show: a group, a decision, the place of a relapse, or "not covered"."""
    relapse = assessment.relapse
    placed = relapse is not None and relapse.site is not None
    out = assessment.status is Status.OUT_OF_SCOPE
    return bool(assessment.group or assessment.team_group or placed or out)
