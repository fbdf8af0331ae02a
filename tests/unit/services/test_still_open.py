"""What could still change the result, and whether there is one."""

from __future__ import annotations

import pytest

from allcounsel.services.still_open import could_move_group, could_still_change, has_result, not_by_one_answer
from helpers.shipped import assess

FIRST = {"situation": "first_treatment"}
COUNTED = {"age_at_diagnosis": {"years": 5}, "wbc_at_diagnosis": {"value": 18, "unit": "10*9/L"}}


def test_every_answer_that_alone_changes_something_is_open():
    assessment = assess({**FIRST, **COUNTED, "lineage": "b_cell"})
    changing = could_still_change(assessment)
    assert {"genetics.bcr_abl1", "cns_status", "end_of_induction.mrd"} <= changing
    assert not {"age_at_diagnosis", "wbc_at_diagnosis", "lineage", "csf.wbc"} & changing


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (FIRST, False),
        ({**FIRST, **COUNTED}, True),
        ({**FIRST, "lineage": "lymphoma"}, True),
        ({**FIRST, "team_group": {"group": "high"}}, True),
        ({"situation": "relapse"}, False),
        ({"situation": "relapse", "relapse": {"sites": ["cns"]}}, True),
    ],
)
def test_there_is_a_result_once_something_can_be_said(case, expected):
    assert has_result(assess(case)) is expected


def test_after_a_relapse_what_the_clocks_wait_for_is_open():
    known = {"sites": ["cns"], "date": "2024-12-20", "on_treatment": "yes"}
    assessment = assess({"situation": "relapse", "date_of_diagnosis": "2023-02-10", "relapse": known})
    days = {name for name in could_still_change(assessment) if name.startswith(("relapse.", "date_of"))}
    assert days == {"relapse.first_remission", "relapse.marrow_checked"}


# ---- the group
def test_what_could_move_the_group_is_among_what_could_change_the_result():
    assessment = assess({**FIRST, **COUNTED, "lineage": "b_cell"})
    moving = could_move_group(assessment)
    assert "genetics.bcr_abl1" in moving
    assert "cns_status" not in moving
    assert moving < could_still_change(assessment)


def test_a_group_to_which_only_several_answers_lead_is_named_as_that():
    open_count = {**FIRST, "age_at_diagnosis": {"years": 5}, "genetics": {"bcr_abl1": "detected"}}
    for case in (FIRST, open_count, {**FIRST, **COUNTED}):
        assessment = assess(case)
        alone = {change.outcome.group for change in assessment.could_change} | {assessment.group}
        assert set(not_by_one_answer(assessment)) == set(assessment.possible_groups) - alone
    together = assess({**FIRST, "wbc_before_steroids_or_fluids": "no", "lineage": "b_cell"})
    assert not_by_one_answer(together)
