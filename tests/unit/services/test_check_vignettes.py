"""Every demand that a vignette can make fails when it is not met, and says what was found instead."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from allcounsel.domain.ids import RuleId
from allcounsel.domain.vignette import Expected
from allcounsel.services.check_vignettes import differences, failures_of
from helpers.shipped import ALL_CLEAR, TODAY, case, engine, release

RELAPSE: dict[str, object] = {
    "situation": "relapse",
    "lineage": "b_cell",
    "date_of_diagnosis": "2020-01-01",
    "genetics": {"bcr_abl1": "not_detected"},
    "relapse": {"sites": ["cns"], "date": "2021-07-02", "on_treatment": "yes"},
}
TEAM_SAYS_HIGH = {**ALL_CLEAR, "team_group": {"group": "high", "protocol": "ours", "reason": "as we count"}}
PHASE = {**ALL_CLEAR, "phase": "maintenance"}

R1, R8, L8, P1 = RuleId("R1"), RuleId("R8"), RuleId("L8"), RuleId("P1")
ROAD = {
    **dict.fromkeys(("tests", "risk_group", "induction", "response_check", "consolidation"), "solid"),
    **dict.fromkeys(("maintenance", "follow_up", "cns_therapy", "supportive_care"), "solid"),
    "immunotherapy": "dashed",
    "trial": "dashed",
}

MET_AND_NOT_MET = [
    (ALL_CLEAR, Expected(status="final"), Expected(status="provisional")),
    (ALL_CLEAR, Expected(group="standard", has_group=True), Expected(group=None, has_group=True)),
    (ALL_CLEAR, Expected(possible=("standard",)), Expected(possible=())),
    (ALL_CLEAR, Expected(special=()), Expected(special=("infant",))),
    (ALL_CLEAR, Expected(flags=()), Expected(flags=("mrd_grey_zone",))),
    (ALL_CLEAR, Expected(warnings=()), Expected(warnings=("team_differs",))),
    (ALL_CLEAR, Expected(decides=(R8,)), Expected(decides=(R1,))),
    (ALL_CLEAR, Expected(not_met=(R1,)), Expected(not_met=(R8,))),
    (RELAPSE, Expected(open=(L8,)), Expected(open=(P1, R8))),
    (RELAPSE, Expected(site="isolated CNS"), Expected(site="none")),
    (RELAPSE, Expected(clocks={"k1": "over 18 months", "k2": "none"}), Expected(clocks={"k1": "none"})),
    (ALL_CLEAR, Expected(nodes={"trial": "dashed"}), Expected(nodes={"trial": "solid"})),
    (ALL_CLEAR, Expected(no_nodes=("tki",)), Expected(no_nodes=("trial",))),
    (ALL_CLEAR, Expected(road=ROAD), Expected(road={**ROAD, "tki": "pending"})),
    (TEAM_SAYS_HIGH, Expected(team_road={**ROAD, "brain_radiation": "dashed"}), Expected(team_road=ROAD)),
    (PHASE, Expected(current="maintenance"), Expected(current="none")),
    (ALL_CLEAR, Expected(current="none"), Expected(current="maintenance")),
    (ALL_CLEAR, Expected(cites={"maintenance": ("S3-52", "S3-49")}), Expected(cites={"maintenance": ()})),
]


@pytest.mark.parametrize(("document", "met", "not_met"), MET_AND_NOT_MET, ids=lambda value: str(value)[:40])
def test_a_demand_that_is_met_is_silent_and_one_that_is_not_speaks(document, met, not_met):
    assert list(differences(met, engine(), case(document))) == []
    assert list(differences(not_met, engine(), case(document)))


def test_a_row_that_is_not_looked_at_is_neither_yes_no_nor_open():
    told = [next(differences(Expected(**{key: (L8,)}), engine(), case(ALL_CLEAR))) for key in ROWS]
    assert told == [f"rule L8 is not looked at, expected {truth}" for truth in ("yes", "no", "unknown")]


ROWS = ("decides", "not_met", "open")


def test_every_row_that_is_looked_at_has_to_be_named():
    vignette = next(one for one in release().vignettes if one.id == "looked-at-in-relapse")
    looked_at = vignette.expected.looked_at
    assert looked_at is not None
    for wrong in (looked_at[1:], (*looked_at, R1)):
        expected = replace(vignette.expected, looked_at=wrong)
        (failure,) = failures_of(replace(vignette, expected=expected), release(), engine(), TODAY)
        assert failure.startswith("rows looked at")


def test_every_demand_is_tried_here():
    """A key without a case above could be read from the seeds and never compared."""
    tried = {
        each.name
        for _, met, _ in MET_AND_NOT_MET
        for each in fields(Expected)
        if getattr(met, each.name) != getattr(Expected(), each.name)
    }
    elsewhere = {"looked_at", "changes", "refused"}  # above; and by the vignettes of a count and of one gene
    assert tried | elsewhere >= {each.name for each in fields(Expected)}
