"""What could still change the result of a child. The rail, the review and the way back to a saved child all
ask here, so that they never say different things.
"""

from __future__ import annotations

from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.truth import Truth


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


def has_result(assessment: Assessment) -> bool:
    """Whether there is something to show: a group, a decision, the place of a relapse, or "not covered"."""
    relapse = assessment.relapse
    placed = relapse is not None and relapse.site is not None
    out = assessment.status is Status.OUT_OF_SCOPE
    return bool(assessment.group or assessment.team_group or placed or out)
