"""Whether the page of numbers may be printed for this child: the one place that decides (evidence 5.3)."""

from __future__ import annotations

from collections.abc import Callable

from allcounsel.domain.answers import Age
from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.case import Case
from allcounsel.domain.ids import FeatureId, RuleId
from allcounsel.domain.truth import Truth

UNDER_YEARS = 15
"""The figure is of children under this age (PH-1)."""
GROUPS = ("standard", "high")
STRONGER, STRONGER_FLAG = RuleId("R15"), "some_protocols_higher"
"""The rule after which many teams plan stronger treatment, and what it brings."""


def _family_asked(case: Case, _: Assessment) -> bool:
    return case.text(FeatureId("family.wants_numbers")) == "yes"


def _first_treatment(_: Case, assessment: Assessment) -> bool:
    return assessment.situation == "first_treatment"


def _final(_: Case, assessment: Assessment) -> bool:
    return assessment.status is Status.FINAL


def _group_has_a_number(_: Case, assessment: Assessment) -> bool:
    return assessment.group in GROUPS


def _no_special_group(_: Case, assessment: Assessment) -> bool:
    return not assessment.special_groups


def _no_special_group_open(_: Case, assessment: Assessment) -> bool:
    return set(assessment.possible_special_groups) <= set(assessment.special_groups)


def _no_stronger_treatment(_: Case, assessment: Assessment) -> bool:
    return STRONGER_FLAG not in assessment.flags


def _no_stronger_treatment_open(_: Case, assessment: Assessment) -> bool:
    return all(
        finding.rule != STRONGER or finding.truth is not Truth.UNKNOWN for finding in assessment.findings
    )


def _team_agrees(_: Case, assessment: Assessment) -> bool:
    return "team_differs" not in assessment.flags


def _young_enough(case: Case, _: Assessment) -> bool:
    age = case.get(FeatureId("age_at_diagnosis"))
    return isinstance(age, Age) and age.years < UNDER_YEARS


CLAUSES: tuple[tuple[Callable[[Case, Assessment], bool], str], ...] = (
    (_family_asked, "the family has not asked for numbers"),
    (_first_treatment, "numbers are for first treatment only"),
    (_final, "the group is not final"),
    (_group_has_a_number, "numbers are for the standard and high groups only"),
    (_no_special_group, "the child belongs to a special group"),
    (_no_special_group_open, "an open answer could bring a special group"),
    (_no_stronger_treatment, "many teams plan stronger treatment"),
    (_no_stronger_treatment_open, "an open answer could mean that many teams plan stronger treatment"),
    (_team_agrees, "the team decided on another group"),
    (_young_enough, "the number is for children under 15"),
)
"""All that has to hold, each with what the clinician is told where it does not. Unknown is never no."""


def numbers_refused(case: Case, assessment: Assessment) -> tuple[str, ...]:
    """Why the page of numbers may not be printed; empty when it may."""
    return tuple(reason for holds, reason in CLAUSES if not holds(case, assessment))
