"""Evidence 1.6, risk groups: each conflict among the sources is shown as proposed there (C-2 to C-11).

Each test is run once more on content with a planted fault, and has to fail on it.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from allcounsel.domain.primitives import Rect
from allcounsel.services.pathway_picture import picture_plan
from helpers.shipped import ALL_CLEAR, NONE_FOUND
from helpers.shown import (
    INFANT,
    MADE_ON,
    REFRACTORY,
    T_CELL,
    TEENAGER,
    Shown,
    measure,
    randoms,
    shipped,
    with_fault,
    with_genes,
)

STANDARD = re.compile(r"standard[ -](\(low\) )?risk", re.IGNORECASE)
LIST_OF_GENES = ("bcr_abl1", "kmt2a_r", "hypodiploidy_lt44", "tcf3_hlf")
CHECK = {"marrow": "m1", "extramedullary_clear": "yes"}
SOME_PROTOCOLS = ("iamp21", "bcr_abl1_like", "ikzf1_deletion")
SUBGROUP = REFRACTORY | {
    "genetics": NONE_FOUND | dict.fromkeys(SOME_PROTOCOLS, "not_detected"),
    "testicular_disease": "no",
}


@pytest.fixture
def shown() -> Shown:
    return shipped()


def test_c2_group_and_special_groups_are_two_answers(shown):
    teenager = shown.assess(
        TEENAGER | {"genetics": NONE_FOUND | {"bcr_abl1": "detected"}, "down_syndrome": "yes"}
    )
    assert teenager.group == "very_high"
    assert teenager.special_groups == ("age_10_plus", "ph_positive", "down_syndrome")
    assert (shown.assess(ALL_CLEAR).group, shown.assess(ALL_CLEAR).special_groups) == ("standard", ())
    assert set(shown.release.rules.mildest_first) == {"standard", "high", "very_high", "t_cell"}


def test_c3_t_cell_all_is_treated_in_its_own_way_and_never_called_standard_risk(shown):
    assert shown.words.group_label(shown.assess(T_CELL)) == "T-cell ALL"
    assert shown.printed(T_CELL)["page_one.box.t_cell_plan"]
    assert "t_cell" in shown.assess(T_CELL).special_groups
    for document in (T_CELL, *randoms(60, lineage="t_cell", team_group="unknown")):
        said = [*shown.clinician(document), *(piece.plain for piece in shown.pieces(document))]
        assert [text for text in said if STANDARD.search(text)] == []


def test_c4_an_infant_is_very_high_risk_and_its_own_text_takes_the_place_of_the_general_one(shown):
    infant = INFANT | {"wbc_at_diagnosis": {"value": 80, "unit": "10*9/L"}}
    assessment = shown.assess(infant)
    assert (assessment.group, assessment.possible_groups) == ("very_high", ("very_high",))
    assert "infant" in assessment.special_groups
    order = shown.release.rules.decision_order
    assert order.index("very_high") < order.index("high") < order.index("standard")
    printed = shown.printed(infant)
    assert "special.infant.spine" in printed
    assert not {"group.very_high.spine", "group.very_high.more", "group.very_high.transplant"} & set(printed)
    assert not {key for key in printed if key.startswith("brain.radiation")}


def test_c5_high_risk_because_of_age_once(shown):
    paper = shown.printed(TEENAGER)
    assert paper["page_one.group"] == "High risk"
    assert "10 years or more" in paper["rules.P3.yes.family"]
    assert "special.age_10_plus.heading" in paper
    parts = ("group.", "special.")
    sentences = [piece.plain for piece in shown.pieces(TEENAGER) if piece.id.startswith(parts)]
    assert len(sentences) == len(set(sentences))
    assert "high risk in the published groups" in shown.reason(TEENAGER, "P3")


def test_c6_ph_positive_is_very_high_with_its_medicine_and_the_name_is_explained(shown):
    child = with_genes(bcr_abl1="detected")
    assessment = shown.assess(child)
    assert assessment.group == "very_high"
    assert "ph_positive" in assessment.special_groups
    assert shown.road(child)["tki"] == "solid"
    assert "the name of the group reflects results from before targeted drugs" in shown.reason(child, "R3")
    printed = shown.printed(child)
    assert "before" in printed["special.ph_positive.name"]
    assert "imatinib or dasatinib" in printed["special.ph_positive.medicine"]


def test_c7_the_gene_changes_are_a_named_list_with_its_source_and_version(shown):
    for gene in LIST_OF_GENES:
        assert shown.assess(with_genes(**{gene: "detected"})).group == "very_high", gene
    for gene in SOME_PROTOCOLS:
        child = with_genes(**{gene: "detected"})
        assert shown.assess(child).group == "standard", gene
        assert "some_protocols_higher" in shown.assess(child).flags
        assert "some protocols treat this as higher risk" in shown.reason(child, "P8")
    for rule in ("P7", "R4"):
        said = shown.reason(with_genes(kmt2a_r="detected"), rule)
        assert "a list taken from NCI PDQ 2025; your protocol may differ" in said
        assert "PH-52" in shown.finding(ALL_CLEAR, rule).sources
    assert shown.release.info.version


def test_c8_slow_response_is_what_the_clinician_says_and_never_worked_out(shown):
    child = {key: value for key, value in ALL_CLEAR.items() if key != "slow_response"}
    for answers in (
        {"prednisone_response_day8": "poor"},
        {"day8_blood_mrd": {"percent": 30, "method": "flow"}},
        {"end_of_consolidation_mrd": {"percent": 5, "method": "flow"}},
        {"end_of_induction": CHECK | {"mrd": {"percent": Decimal("0.9"), "method": "flow"}}},
    ):
        assert shown.truth(child | answers, "P9") == "unknown"
    assert shown.truth(child | {"slow_response": "no"}, "P9") == "no"
    yes = child | {"slow_response": "yes"}
    assert shown.problems(yes) == [("slow_response_definition", "missing_definition")]
    assert shown.assess(yes | {"slow_response_definition": "as our protocol says"}).group == "very_high"
    assert "it is never worked out from a number" in shown.help("slow_response")
    assert shown.release.not_used["S2-2"].conflict == "C-8"


def test_c9_four_weeks_and_four_to_six_weeks_are_both_told_and_mrd_alone_is_left_to_the_protocol(shown):
    assert shown.truth(REFRACTORY, "P10") == "yes"
    said = shown.reason(REFRACTORY, "P10")
    assert "The 2022 text looks after the first 4 weeks, a 2012 report after 4 to 6." in said
    assert {"S3-37", "S0-7"} <= set(shown.finding(REFRACTORY, "P10").sources)
    assert "The 2022 text says after the first 4 weeks, a 2012 report after 4 to 6." in shown.help(
        "end_of_induction.date"
    )
    grey = ALL_CLEAR | {"end_of_induction": CHECK | {"mrd": {"percent": Decimal("0.1"), "method": "flow"}}}
    assert shown.truth(grey, "P10") == "unknown"
    assert "mrd_grey_zone" in shown.assess(grey).flags
    assert "ask your protocol" in shown.words.flag("mrd_grey_zone")
    assert "S2-8" not in shown.cited
    assert shown.release.not_used["S2-8"].conflict == "C-9"


def test_c10_when_induction_fails_the_ways_stand_side_by_side_with_their_years(shown):
    road = shown.road(REFRACTORY)
    options = ("high_risk_chemotherapy", "transplant", "blinatumomab", "inotuzumab", "car_t", "trial")
    assert {road[node] for node in options} == {"dashed"}
    plan = picture_plan(shown.assess(REFRACTORY), shown.release, shown.words, measure, MADE_ON)
    boxes = {node.id: node.primitives[0] for node in plan.nodes}
    drawn = [boxes[node] for node in options]
    assert all(isinstance(box, Rect) for box in drawn)
    assert len({(box.stroke, box.stroke_width, box.dash, box.fill) for box in drawn}) == 1
    assert [arrow.end for arrow in plan.arrows if arrow.start == "response_check"] == ["options"]
    said = shown.reason(REFRACTORY, "E4")
    assert "in no order" in said
    assert "Specialists decide" in said
    assert {"2012", "2022", "2025"} <= set(re.findall(r"20\d\d", said))
    assert {"S0-3", "S0-4", "S3-90", "S3-91", "S3-113"} <= set(shown.finding(REFRACTORY, "E4").sources)
    printed = shown.printed(REFRACTORY)
    assert re.search(r"order.* not .*best", printed["refractory.order"])
    assert re.search(r"2012 to 2025.* not agree", printed["refractory.disagree"])


def test_c10_the_subgroup_of_2012_waits_until_nothing_is_unknown(shown):
    assert (shown.truth(SUBGROUP, "E5"), shown.truth(SUBGROUP, "E6")) == ("yes", "no")
    facts = ("age_at_diagnosis", "lineage", "wbc_at_diagnosis", "cns_status", "testicular_disease")
    for fact in facts:
        child = SUBGROUP | {fact: "unknown"}
        assert (shown.truth(child, "E5"), shown.truth(child, "E6")) == ("unknown", "yes"), fact
    genes = dict(SUBGROUP["genetics"])
    for gene in genes:
        child = SUBGROUP | {"genetics": genes | {gene: "pending"}}
        assert (shown.truth(child, "E5"), shown.truth(child, "E6")) == ("unknown", "yes"), gene


def test_c11_transplant_in_first_remission_is_a_possibility_in_the_words_of_2022(shown):
    assert "transplant" not in shown.road(ALL_CLEAR)
    assert "transplant" not in shown.road(TEENAGER)
    children = (INFANT, with_genes(bcr_abl1="detected"), with_genes(kmt2a_r="detected"))
    for child in children:
        assert shown.road(child)["transplant"] == "dashed"
        entry = shown.entry(child, "transplant")
        assert "may be part" in entry.words
        assert "not clear" in entry.words
        assert "a possibility only" in entry.clinician
    assert "not clear" in shown.printed(INFANT)["special.infant.unclear"]
    assert "with or without" in shown.printed(children[1])["special.ph_positive.transplant"]
    assert "S2-16" not in shown.cited
    assert shown.release.not_used["S2-16"].conflict == "C-11"


RULES, ROWS, WORDS = "rules/predicates.yaml", "pathways/rows.yaml", "texts/en/rules.yaml"
SLOW = '{slow_response: {is: "yes"}}'
INFANT_SPINE = "sources: [S3-105]\n    when: {all: [{rule: P1},"
OTHER_WAYS = "supportive_care]\n  dashed: [high_risk_chemotherapy, transplant, trial]"
FAULTS = [
    (
        test_c2_group_and_special_groups_are_two_answers,
        ("rules/special.yaml", "age_10_plus, when: {rule: P3}", "age_10_plus, when: {rule: P1}"),
    ),
    (
        test_c3_t_cell_all_is_treated_in_its_own_way_and_never_called_standard_risk,
        (WORDS, "higher doses than in the mildest group", "higher doses than standard risk"),
    ),
    (
        test_c4_an_infant_is_very_high_risk_and_its_own_text_takes_the_place_of_the_general_one,
        ("handout/special.yaml", INFANT_SPINE, INFANT_SPINE.replace("P1", "P5")),
    ),
    (test_c5_high_risk_because_of_age_once, ("groups.yaml", "high: [P3 yes, P4 yes]", "high: [P4 yes]")),
    (
        test_c6_ph_positive_is_very_high_with_its_medicine_and_the_name_is_explained,
        (ROWS, "  solid: [tki]\n  dashed: [transplant]\n", "  dashed: [tki, transplant]\n"),
    ),
    (
        test_c7_the_gene_changes_are_a_named_list_with_its_source_and_version,
        (RULES, "{genetics.tcf3_hlf: {is: detected}}", "{genetics.tcf3_pbx1: {is: detected}}"),
    ),
    (
        test_c7_the_gene_changes_are_a_named_list_with_its_source_and_version,
        (WORDS, "a list taken from NCI PDQ 2025; your protocol", "the list; your protocol"),
    ),
    (
        test_c8_slow_response_is_what_the_clinician_says_and_never_worked_out,
        (RULES, SLOW, f"{{any: [{SLOW}, {{prednisone_response_day8: {{is: poor}}}}]}}"),
    ),
    (
        test_c9_four_weeks_and_four_to_six_weeks_are_both_told_and_mrd_alone_is_left_to_the_protocol,
        (WORDS, " The 2022 text looks after the first 4 weeks, a 2012 report after 4 to 6.", ""),
    ),
    (
        test_c9_four_weeks_and_four_to_six_weeks_are_both_told_and_mrd_alone_is_left_to_the_protocol,
        ("settings.yaml", "mrd_yes_line: 1 ", "mrd_yes_line: 0.1 "),
    ),
    (
        test_c10_when_induction_fails_the_ways_stand_side_by_side_with_their_years,
        (ROWS, OTHER_WAYS, "transplant, supportive_care]\n  dashed: [high_risk_chemotherapy, trial]"),
    ),
    (
        test_c10_the_subgroup_of_2012_waits_until_nothing_is_unknown,
        ("rules/after_induction.yaml", "            - {rule: P8}\n", ""),
    ),
    (
        test_c11_transplant_in_first_remission_is_a_possibility_in_the_words_of_2022,
        ("texts/en/pathway.yaml", "Donor transplant: a possibility only", "Donor transplant"),
    ),
    (
        test_c11_transplant_in_first_remission_is_a_possibility_in_the_words_of_2022,
        (
            ROWS,
            "dashed: [immunotherapy, brain_radiation]",
            "dashed: [transplant, immunotherapy, brain_radiation]",
        ),
    ),
]


@pytest.mark.parametrize(
    ("law", "fault"), FAULTS, ids=[f"{law.__name__[5:9]}{fault[1]}" for law, fault in FAULTS]
)
def test_a_planted_fault_is_seen(law, fault):
    planted = with_fault(*fault)
    with pytest.raises(AssertionError):
        law(planted)


def test_each_conflict_of_this_module_has_a_planted_fault():
    assert {name for name in globals() if name.startswith("test_c")} == {law.__name__ for law, _ in FAULTS}
