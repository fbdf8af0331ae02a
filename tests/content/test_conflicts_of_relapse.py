"""Evidence 1.6, relapse and newer treatments: each conflict is shown as proposed there (C-12 to C-25).

Each test is run once more on content with a planted fault, and has to fail on it.
"""

from __future__ import annotations

import re

import pytest

from allcounsel.domain.condition import compares_of
from allcounsel.domain.ids import EvidenceId
from helpers.shipped import ALL_CLEAR
from helpers.shown import (
    REFRACTORY,
    T_CELL,
    Shown,
    randoms,
    relapsed,
    shipped,
    with_fault,
    with_genes,
)

YEAR = re.compile(r"\b20\d\d\b")
BARE = re.compile(r"\b(very )?(early|late)\b(?![ -]effects)", re.IGNORECASE)
PERCENT = re.compile(r"\d ?%")
DATES = {
    "date": "2025-03-10",
    "first_remission": "2022-02-10",
    "end_of_treatment": "2025-01-10",
    "marrow_checked": "no",
}
"""Treated for 36 months, in remission at month 1, come back at month 38 (evidence 4.8, row 19)."""
DIAGNOSED = {"date_of_diagnosis": "2022-01-10"}
SECOND = relapsed("marrow", number=2)


@pytest.fixture
def shown() -> Shown:
    return shipped()


def suppressed(shown: Shown, evidence_id: str, conflict: str) -> bool:
    """Nothing cites it, and the page of facts gives the conflict as the reason."""
    unused = shown.release.not_used.get(evidence_id)
    return evidence_id not in shown.cited and unused is not None and unused.conflict == conflict


def test_c12_the_rules_by_time_by_cell_type_and_by_site_are_shown_apart_each_with_its_year(shown):
    soon = relapsed("marrow", child=DIAGNOSED, **DATES)
    places = {"L1": soon, "L4": relapsed("marrow", child={"lineage": "t_cell"}), "L5": relapsed("cns")}
    for rule, child in places.items():
        assert shown.truth(child, rule) == "yes"
        assert "transplant" in shown.reason(child, rule)
        assert YEAR.search(shown.reason(child, rule)), rule
    sources = [set(shown.finding(soon, rule).sources) for rule in places]
    assert [{"S1-13"} <= sources[0], {"PH-119"} <= sources[1], {"S3-116"} <= sources[2]] == [True] * 3
    assert shown.truth(soon, "L5") == "no"


def test_c13_five_clocks_are_shown_each_from_its_own_day_and_never_a_bare_early_or_late(shown):
    relapse = shown.assess(relapsed("marrow", child=DIAGNOSED, **DATES)).relapse
    labels = {clock.id: shown.text(f"labels.clocks.{clock.id}") for clock in relapse.clocks}
    starts = {clock.id: clock.start for clock in relapse.clocks}
    assert starts == {
        "k1": "date_of_diagnosis",
        "k2": "relapse.end_of_treatment",
        "k3": "relapse.first_remission",
        "k4": "relapse.end_of_treatment",
        "k5": "date_of_diagnosis",
    }
    assert len(set(labels.values())) == 5
    zero = {"k1": "diagnosis", "k2": "end of treatment", "k3": "first remission", "k4": "end of the whole"}
    assert all(day in labels[clock] for clock, day in (zero | {"k5": "diagnosis and the end"}).items())
    told = ("relapse.", "page_one.", "pathway.", "topics.")
    for document in (relapsed("marrow", child=DIAGNOSED, **DATES), *randoms(50, situation="relapse")):
        assert [text for text in shown.clinician(document) if BARE.search(text)] == []
        printed = [piece.plain for piece in shown.pieces(document) if piece.id.startswith(told)]
        assert [text for text in printed if BARE.search(text)] == []


def test_c14_where_two_bands_fire_the_clinician_sees_both_and_the_family_neither(shown):
    child = relapsed("marrow", child=DIAGNOSED, **DATES)
    assessment = shown.assess(child)
    clocks = {clock.id: (clock.months, clock.band, clock.lean) for clock in assessment.relapse.clocks}
    assert clocks["k3"] == (37, "3 years or more", "later")
    assert clocks["k4"] == (2, "under 6 months after treatment", "sooner")
    assert assessment.relapse.agree is False
    assert "disagree" in shown.words.flag("clocks_disagree")
    assert "clocks_disagree" in assessment.flags
    assert {"S2-11", "S2-13"} <= set(shown.finding(child, "L3").sources)
    assert {"chemotherapy_after_reinduction", "transplant"} <= set(shown.road(child))
    pieces = shown.pieces(child)
    assert [piece for piece in pieces if {"S1-13", "S2-11", "S2-12", "S2-13"} & set(piece.sources)] == []
    told = re.compile(r"\b(2|37|38) months|3 years|6 months|sooner|later relapse|chance of", re.IGNORECASE)
    assert [piece.plain for piece in pieces if told.search(piece.plain)] == []


def test_c15_following_initial_treatment_is_read_as_the_whole_treatment_and_says_so(shown):
    assert 'One source says "following initial treatment": read here as the end of the whole' in shown.help(
        "relapse.end_of_treatment"
    )
    assert shown.text("labels.clocks.k4").startswith("From the end of the whole first treatment")
    without_end = {name: day for name, day in DATES.items() if name != "end_of_treatment"}
    relapse = shown.assess(relapsed("marrow", child=DIAGNOSED, **without_end)).relapse
    clocks = {clock.id: clock for clock in relapse.clocks}
    assert (clocks["k4"].months, clocks["k4"].band, clocks["k4"].lean) == (None, None, None)
    assert (clocks["k1"].months, clocks["k3"].months) == (38, 37)


def test_c16_a_statement_that_tells_nothing_apart_is_left_out(shown):
    assert suppressed(shown, "S2-14", "C-16")
    b_cell, t_cell = relapsed("marrow"), relapsed("marrow", child={"lineage": "t_cell"})
    assert (shown.road(b_cell)["transplant"], shown.road(t_cell)["transplant"]) == ("dashed", "dashed")
    assert "especially" not in shown.reason(t_cell, "L4")


def test_c18_the_older_measure_of_response_is_for_clinicians_and_marked_as_older(shown):
    assert "An older measure, the marrow after 7 to 14 days, is now mostly replaced by MRD." in shown.help(
        "slow_response"
    )
    assert shown.cited["S2-7"] == ["feature slow_response"]
    assert [key for key, text in shown.family_texts().items() if "7 to 14" in text] == []


def test_c19_remission_figures_are_for_the_clinician_newest_first(shown):
    said = shown.entry(SECOND, "second_remission_check").clinician
    assert "about 85 % reach it (2025, as in 2014)" in said
    assert "95 and 70 %" in said
    lost = relapsed("marrow", second_remission="no")
    clofarabine = "42 to 56 % of refractory or relapsed patients (2025; 44 to 56 % in the text of 2014)"
    assert clofarabine in shown.reason(lost, "L12")
    assert {"S1-9", "PH-107"} <= set(shown.finding(lost, "L12").sources)
    for child in (SECOND, lost, REFRACTORY):
        assert [piece.plain for piece in shown.pieces(child) if PERCENT.search(piece.plain)] == []


def test_c20_the_older_text_on_a_later_marrow_relapse_is_marked_as_superseded(shown):
    later = relapsed("marrow", child=DIAGNOSED, **(DATES | {"date": "2026-03-10"}))
    assert shown.truth(later, "L2") == "yes"
    said = shown.reason(later, "L2")
    assert re.search(r"text of 2014, superseded.* by 2025 the MRD", said)
    assert {"S1-16", "S1-17", "PH-113", "PH-118"} <= set(shown.finding(later, "L2").sources)
    assert [piece.id for piece in shown.pieces(later) if "S1-16" in piece.sources] == []
    assert shown.release.evidence[EvidenceId("S1-16")].superseded_by == ("PH-113",)


def test_c21_age_over_6_is_no_rule_of_relapse(shown):
    """Only the subgroup of 2012 looks at the sixth birthday, and it is for refractory disease."""
    rules = shown.release.rules.rules
    conditions = [(rule.id, rule.when) for rule in rules]
    conditions += [(row.id, row.when) for row in shown.release.pathways.rows]
    ages = {
        (name, compare.limit)
        for name, when in conditions
        for compare in compares_of(when, {rule.id: rule.when for rule in rules})
        if compare.target == "age_at_diagnosis" and name[0] in "Lr"
    }
    assert {limit for _, limit in ages} <= {0, 1, 10}
    assert suppressed(shown, "S4-13", "C-21")
    assert "PH-127" not in shown.cited
    young, old = (relapsed("cns", child={"age_at_diagnosis": {"years": years}}) for years in (5, 8))
    assert shown.road(young) == shown.road(old)
    assert shown.clinician(young) == shown.clinician(old)


def test_c22_car_t_cells_have_their_status_of_today_and_the_wording_of_2022(shown):
    for child, part in ((SECOND, "relapse"), (REFRACTORY, "refractory")):
        entry = shown.entry(child, "car_t")
        assert "US approval, checked December 2025: up to age 25" in entry.clinician
        assert '2022 wording: "being studied" for a second relapse, and also named' in entry.clinician
        assert {"DR-3", "S3-76", "S3-114", "PP-12"} <= set(entry.node.sources)
        assert "studied" not in entry.words
        told = {piece.id: piece for piece in shown.pieces(child)}[f"{part}.car_t_dates"]
        assert re.search(
            r"sources still say that (studies of CAR T cells go on|CAR T cells are being studied)", told.plain
        )
        assert "DR-3" in told.sources


def test_c23_blinatumomab_has_its_status_of_today_and_the_wording_of_2022(shown):
    for child, node in ((ALL_CLEAR, "immunotherapy"), (REFRACTORY, "blinatumomab"), (SECOND, "blinatumomab")):
        entry = shown.entry(child, node)
        assert "US approval, checked December 2025" in entry.clinician
        assert '2022 wording: "being studied"' in entry.clinician
        assert {"DR-1", "S3-66"} <= set(entry.node.sources)
        assert "studied" not in entry.words
    assert "newer than our main source of 2022" in shown.entry(ALL_CLEAR, "immunotherapy").words


def test_c24_inotuzumab_has_its_status_of_today_and_the_wording_of_2022(shown):
    for child in (REFRACTORY, SECOND):
        entry = shown.entry(child, "inotuzumab")
        assert "US approval, checked December 2025" in entry.clinician
        assert '2022 wording: "being studied", and also named as an option' in entry.clinician
        assert {"DR-2", "S3-66", "S3-114"} <= set(entry.node.sources)
        assert "studied" not in entry.words


def test_c25_total_body_irradiation_often_and_not_for_very_young_children(shown):
    for child in (SECOND, REFRACTORY, with_genes(kmt2a_r="detected")):
        entry = shown.entry(child, "transplant")
        assert "often includes total-body irradiation; very young children may not get it" in entry.clinician
        assert {"S3-60", "PP-9", "PH-121"} <= set(entry.node.sources)
    assert shown.cited["S3-60"] == ["node transplant"]
    texts = [*shown.family_texts().values(), *shown.clinician(SECOND), *shown.clinician(T_CELL)]
    assert [text for text in texts if re.search(r"\b(3|three) years (and|or) older", text)] == []


WORDS, ROADS, LABELS = "texts/en/rules.yaml", "texts/en/pathway.yaml", "texts/en/labels.yaml"
RELAPSE, CNS_ALONE = "rules/relapse.yaml", "{result.site: {is: isolated CNS}}"
DEPENDS = "relapse.depends, as: sentence, sources: ["
STATUS = "US approval, checked December 2025"
BY_TIME = "includes transplant (2014); in B-cell ALL blinatumomab may come first (2025)"
FAULTS = [
    (
        test_c12_the_rules_by_time_by_cell_type_and_by_site_are_shown_apart_each_with_its_year,
        (WORDS, BY_TIME, "includes transplant"),
    ),
    (
        test_c13_five_clocks_are_shown_each_from_its_own_day_and_never_a_bare_early_or_late,
        (LABELS, "From the end of treatment to relapse, 6-month rule", "Late, from the end of treatment"),
    ),
    (
        test_c14_where_two_bands_fire_the_clinician_sees_both_and_the_family_neither,
        ("handout/relapse.yaml", DEPENDS + "S3-33", DEPENDS + "S2-13"),
    ),
    (
        test_c15_following_initial_treatment_is_read_as_the_whole_treatment_and_says_so,
        (LABELS, "read here as the end of the whole first treatment", "the end of it"),
    ),
    (
        test_c16_a_statement_that_tells_nothing_apart_is_left_out,
        (RELAPSE, "[S1-10, S1-11,", "[S2-14, S1-10, S1-11,"),
    ),
    (
        test_c18_the_older_measure_of_response_is_for_clinicians_and_marked_as_older,
        (LABELS, "An older measure", "A measure"),
    ),
    (
        test_c19_remission_figures_are_for_the_clinician_newest_first,
        (WORDS, "42 to 56 % of", "44 to 56 % of"),
    ),
    (
        test_c20_the_older_text_on_a_later_marrow_relapse_is_marked_as_superseded,
        (WORDS, "In the text of 2014, superseded, it was", "It is"),
    ),
    (
        test_c21_age_over_6_is_no_rule_of_relapse,
        (RELAPSE, CNS_ALONE, f"{{all: [{CNS_ALONE}, {{age_at_diagnosis: {{less_than: 6}}}}]}}"),
    ),
    (
        test_c22_car_t_cells_have_their_status_of_today_and_the_wording_of_2022,
        (ROADS, f"{STATUS}: up to age 25", "approved up to age 25"),
    ),
    (
        test_c23_blinatumomab_has_its_status_of_today_and_the_wording_of_2022,
        (ROADS, f"{STATUS}: from 1 month", "approved from 1 month"),
    ),
    (
        test_c24_inotuzumab_has_its_status_of_today_and_the_wording_of_2022,
        (ROADS, f"from 1 year of age ({STATUS}); liver", "from 1 year of age; liver"),
    ),
    (
        test_c25_total_body_irradiation_often_and_not_for_very_young_children,
        (ROADS, "very young children may not get it", "from 3 years on"),
    ),
]


@pytest.mark.parametrize(("law", "fault"), FAULTS, ids=[law.__name__[5:9] for law, _ in FAULTS])
def test_a_planted_fault_is_seen(law, fault):
    planted = with_fault(*fault)
    with pytest.raises(AssertionError):
        law(planted)


def test_each_conflict_of_this_module_has_a_planted_fault():
    assert {name for name in globals() if name.startswith("test_c")} == {law.__name__ for law, _ in FAULTS}
