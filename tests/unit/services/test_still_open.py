"""What could still change the result, and whether there is one."""

from __future__ import annotations

import pytest

from allcounsel.services.still_open import could_still_change, has_result
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
