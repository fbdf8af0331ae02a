"""Every "warn" of evidence 3 fires where it should: on the odd side of its limit, never on the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from helpers.shipped import ALL_CLEAR, assess, release

D = Decimal
FIRST: dict[str, object] = {"situation": "first_treatment", "lineage": "b_cell"}
RELAPSE: dict[str, object] = {"situation": "relapse", "lineage": "b_cell"}


def wbc(value: str, unit: str = "10*9/L") -> dict[str, object]:
    return {"wbc_at_diagnosis": {"value": D(value), "unit": unit}}


def genes(**results: object) -> dict[str, object]:
    return {"genetics": results}


def induction(**answers: object) -> dict[str, object]:
    return {"end_of_induction": answers}


def mrd(key: str, value: str, method: str = "flow") -> dict[str, object]:
    return {key: D(value), "method": method}


def age(years: int) -> dict[str, object]:
    return {"age_at_diagnosis": {"years": years}}


def csf(**answers: object) -> dict[str, object]:
    return {"csf": answers}


def checked(day: str) -> dict[str, object]:
    return {"start_of_treatment": "2026-01-01", "end_of_induction": {"date": day}}


def relapse(**answers: object) -> dict[str, object]:
    return {"relapse": {"sites": ["marrow"], **answers}}


ROWS: list[tuple[str, dict[str, object], dict[str, object]]] = [
    # code, a case in which it fires, a case on the other side
    ("age_18_or_more", FIRST | age(18), FIRST | age(17)),
    ("age_18_or_more", FIRST | age(21), FIRST | age(22)),
    ("age_22_or_more", FIRST | age(22), FIRST | age(21)),
    ("wbc_very_low", FIRST | wbc("0.49"), FIRST | wbc("0.5")),
    ("wbc_very_high", FIRST | wbc("500.1"), FIRST | wbc("500")),
    ("wbc_unit_swapped", FIRST | wbc("42", "/uL"), FIRST | wbc("42")),
    ("wbc_unit_swapped", FIRST | wbc("499", "/uL"), FIRST | wbc("500", "/uL")),
    ("wbc_unit_swapped", FIRST | wbc("501"), FIRST | wbc("500")),
    (
        "count_after_steroids",
        FIRST | wbc("49.9") | {"wbc_before_steroids_or_fluids": "no"},
        FIRST | wbc("50") | {"wbc_before_steroids_or_fluids": "no"},
    ),
    (
        "cns1_with_blasts",
        FIRST | {"cns_status": "cns1"} | csf(blasts="yes"),
        FIRST | {"cns_status": "cns1"} | csf(blasts="no"),
    ),
    (
        "cns2_with_many_cells",
        FIRST | {"cns_status": "cns2"} | csf(wbc=5, rbc=9),
        FIRST | {"cns_status": "cns2"} | csf(wbc=5, rbc=10),
    ),
    (
        "cns3_without_reason",
        FIRST | {"cns_status": "cns3"} | csf(wbc=4, signs="no"),
        FIRST | {"cns_status": "cns3"} | csf(wbc=5, signs="no"),
    ),
    (
        "signs_without_cns3",
        FIRST | {"cns_status": "cns2"} | csf(signs="yes"),
        FIRST | {"cns_status": "cns3"} | csf(signs="yes"),
    ),
    (
        "signs_without_cns3",
        FIRST | {"cns_status": "cns1"} | csf(signs="yes"),
        FIRST | {"cns_status": "cns1"} | csf(signs="no"),
    ),
    (
        "steroids_over_24h",
        FIRST | {"steroids_before_treatment": "over_24h"},
        FIRST | {"steroids_before_treatment": "up_to_24h"},
    ),
    (
        "favourable_with_ph",
        FIRST | genes(bcr_abl1="detected", etv6_runx1="detected"),
        FIRST | genes(bcr_abl1="pending", etv6_runx1="detected"),
    ),
    (
        "masked_hypodiploidy",
        FIRST | genes(high_hyperdiploidy="detected", hypodiploidy_lt44="detected"),
        FIRST | genes(high_hyperdiploidy="detected"),
    ),
    (
        "b_change_in_t_cell",
        FIRST | {"lineage": "t_cell"} | genes(etv6_runx1="detected"),
        FIRST | genes(etv6_runx1="detected"),
    ),
    ("chromosomes_44_or_45", FIRST | genes(chromosome_number=44), FIRST | genes(chromosome_number=46)),
    ("chromosomes_44_or_45", FIRST | genes(chromosome_number=45), FIRST | genes(chromosome_number=43)),
    (
        "kmt2a_deletion",
        FIRST | genes(kmt2a_r={"result": "detected", "method": "FISH: 11q23 deletion"}),
        FIRST | genes(kmt2a_r={"result": "detected", "method": "FISH, break apart"}),
    ),
    (
        "chromosome_number_disagrees",
        FIRST | genes(chromosome_number=43, hypodiploidy_lt44="not_detected"),
        FIRST | genes(chromosome_number=43, hypodiploidy_lt44="detected"),
    ),
    (
        "chromosome_number_disagrees",
        FIRST | genes(chromosome_number=44, hypodiploidy_lt44="detected"),
        FIRST | genes(chromosome_number=44, hypodiploidy_lt44="not_detected"),
    ),
    (
        "chromosome_number_disagrees",
        FIRST | genes(chromosome_number=51, high_hyperdiploidy="not_detected"),
        FIRST | genes(chromosome_number=50, high_hyperdiploidy="not_detected"),
    ),
    (
        "chromosome_number_disagrees",
        FIRST | genes(chromosome_number=66, high_hyperdiploidy="detected"),
        FIRST | genes(chromosome_number=65, high_hyperdiploidy="detected"),
    ),
    (
        "dna_index_disagrees",
        FIRST | genes(dna_index=D("0.80"), hypodiploidy_lt44="not_detected"),
        FIRST | genes(dna_index=D("0.81"), hypodiploidy_lt44="not_detected"),
    ),
    (
        "dna_index_disagrees",
        FIRST | genes(dna_index=D("1.17"), high_hyperdiploidy="not_detected"),
        FIRST | genes(dna_index=D("1.16"), high_hyperdiploidy="not_detected"),
    ),
    ("induction_check_early", FIRST | checked("2026-01-21"), FIRST | checked("2026-01-22")),
    ("induction_check_late", FIRST | checked("2026-02-20"), FIRST | checked("2026-02-19")),
    (
        "m1_with_high_mrd",
        FIRST | induction(marrow="m1", mrd=mrd("percent", "5")),
        FIRST | induction(marrow="m1", mrd=mrd("percent", "4.99")),
    ),
    (
        "mrd_fraction",
        FIRST | induction(mrd=mrd("percent", "0.0001")),
        FIRST | induction(mrd=mrd("percent", "0.001")),
    ),
    (
        "mrd_fraction",
        FIRST | induction(mrd=mrd("below", "0.0001", "pcr")),
        FIRST | induction(mrd=mrd("below", "0.0001", "ngs")),
    ),
    (
        "mrd_fusion_transcript",
        FIRST | induction(mrd=mrd("percent", "1", "fusion_transcript")),
        FIRST | induction(mrd=mrd("percent", "1", "pcr")),
    ),
    (
        "mrd_not_sensitive",
        FIRST | induction(mrd=mrd("below", "0.02")),
        FIRST | induction(mrd=mrd("below", "0.01")),
    ),
    (
        "remission_late",
        RELAPSE | {"start_of_treatment": "2024-01-01"} | relapse(first_remission="2024-02-13"),
        RELAPSE | {"start_of_treatment": "2024-01-01"} | relapse(first_remission="2024-02-12"),
    ),
    (
        "treatment_short",
        RELAPSE | {"start_of_treatment": "2022-01-01"} | relapse(end_of_treatment="2023-06-30"),
        RELAPSE | {"start_of_treatment": "2022-01-01"} | relapse(end_of_treatment="2023-07-04"),
    ),
    (
        "treatment_long",
        RELAPSE | {"start_of_treatment": "2020-01-01"} | relapse(end_of_treatment="2024-01-02"),
        RELAPSE | {"start_of_treatment": "2020-01-01"} | relapse(end_of_treatment="2024-01-01"),
    ),
    (
        "relapse_soon",
        RELAPSE | {"date_of_diagnosis": "2024-01-01"} | relapse(date="2024-03-30"),
        RELAPSE | {"date_of_diagnosis": "2024-01-01"} | relapse(date="2024-04-01"),
    ),
    (
        "isolated_without_marrow_mrd",
        RELAPSE | {"relapse": {"sites": ["cns"]}},
        RELAPSE | {"relapse": {"sites": ["cns"], "marrow_mrd": mrd("below", "0.01")}},
    ),
    (
        "refractory_but_clear",
        ALL_CLEAR | {"situation": "refractory"},
        FIRST | {"situation": "refractory"} | induction(marrow="m3"),
    ),
    (
        "fits_refractory",
        FIRST | induction(extramedullary_clear="no"),
        FIRST | induction(extramedullary_clear="yes"),
    ),
    (
        "phase_contradicts",
        FIRST | {"situation": "refractory", "phase": "maintenance"},
        FIRST | {"situation": "refractory", "phase": "end_of_induction"},
    ),
    (
        "phase_too_early",
        FIRST | {"phase": "not_started", "start_of_treatment": "2026-01-01"},
        FIRST | {"phase": "induction", "start_of_treatment": "2026-01-01"},
    ),
    (
        "phase_too_early",
        FIRST | {"phase": "induction"} | induction(marrow="m1"),
        FIRST | {"phase": "end_of_induction"} | induction(marrow="m1"),
    ),
    (
        "phase_too_early",
        FIRST | {"phase": "not_started"} | induction(mrd=mrd("below", "0.01")),
        FIRST | {"phase": "not_started"} | induction(mrd="pending"),
    ),
    (
        "phase_too_early",
        FIRST | {"phase": "induction"} | induction(date="2026-02-01"),
        FIRST | {"phase": "induction"} | induction(date="pending"),
    ),
    (
        "brain_radiation_not_printed",
        ALL_CLEAR | {"medicines": ["brain_radiation"]},
        ALL_CLEAR | {"medicines": ["brain_radiation"], "cns_status": "cns3"},
    ),
    (
        "brain_radiation_not_printed",
        FIRST | age(0) | {"medicines": ["brain_radiation"]},
        FIRST | age(1) | wbc("50") | {"medicines": ["brain_radiation"]},
    ),
    (
        "brain_radiation_not_printed",
        ALL_CLEAR | {"medicines": ["brain_radiation"]},
        ALL_CLEAR | {"medicines": ["brain_radiation"], "team_group": {"group": "high"}},
    ),
    (
        "reader_is_young",
        FIRST | age(9) | {"family": {"reader": "teenager"}},
        FIRST | age(10) | {"family": {"reader": "teenager"}},
    ),
    ("phase_contradicts", RELAPSE | {"phase": "induction"}, RELAPSE | {"phase": "after_treatment"}),
    (
        "team_differs",
        ALL_CLEAR | {"team_group": {"group": "high"}},
        ALL_CLEAR | {"team_group": {"group": "standard"}},
    ),
]

CONFIRMED = {"age_18_or_more", "age_22_or_more", "wbc_unit_swapped", "mrd_fraction"}
"""Those that suggest a slip of the hand, and the ages that need a decision (evidence 4.7)."""


def codes(document: dict[str, object]) -> set[str]:
    return {notice.code for notice in assess(document).notices}


@pytest.mark.parametrize(
    ("code", "odd", "other"), ROWS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_warning_fires_on_its_side_only(code, odd, other):
    assert code in codes(odd)
    assert code not in codes(other)


def test_every_warning_is_in_the_table():
    assert {code for code, _, _ in ROWS} == {warning.code for warning in release().rules.warnings}


def test_an_answer_that_does_not_apply_here_is_told_and_not_counted():
    found = assess(ALL_CLEAR | {"prior": {"transplant": "yes"}})
    assert [(notice.code, notice.field) for notice in found.notices] == [
        ("not_used_here", "prior.transplant")
    ]


def test_only_slips_and_ages_stop_the_handout():
    assert {warning.code for warning in release().rules.warnings if warning.confirm} == CONFIRMED


def test_a_complete_and_plausible_child_gets_no_warning():
    assert codes(ALL_CLEAR) == set()
