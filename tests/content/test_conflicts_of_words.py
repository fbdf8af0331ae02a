"""Evidence 1.6, words and sources: each conflict is shown as proposed there (C-1, C-17, C-26 to C-40).

Each test is run once more on content with a planted fault, and has to fail on it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allcounsel.domain.ids import FeatureId, SourceId
from allcounsel.services.case_file import read_case
from helpers.shipped import ALL_CLEAR, ASKED_FOR_NUMBERS, NONE_FOUND, TODAY
from helpers.shown import (
    INFANT,
    REFRACTORY,
    T_CELL,
    Shown,
    randoms,
    relapsed,
    shipped,
    with_fault,
)

RESOURCES = Path(__file__).parents[2] / "resources"
LOW = re.compile(r"\blow(er)?\)?[ -]risk", re.IGNORECASE)
BRAIN_RADIATION = re.compile(r"radiation (to|of) (the )?(brain|head)|brain radiation|cranial", re.IGNORECASE)
HOSTS = re.compile(r"WebMD|Healthwise|Cigna|crawler", re.IGNORECASE)
FOR_CLINICIANS = ("pdq-hp-2014-relapse", "pdq-hp-2014-transplant", "encyclopedia-undated")


@pytest.fixture
def shown() -> Shown:
    return shipped()


def suppressed(shown: Shown, evidence_id: str, conflict: str) -> bool:
    """Nothing cites it, and the page of facts gives the conflict as the reason."""
    unused = shown.release.not_used.get(evidence_id)
    return evidence_id not in shown.cited and unused is not None and unused.conflict == conflict


def test_c1_a_source_bears_the_date_of_its_text_and_never_that_of_the_copy(shown):
    news = shown.release.sources[SourceId("nci-news-2012")]
    assert (news.year, news.content_date) == (2012, "April 2012")
    line = shown.printed(REFRACTORY)["sources.nci-news-2012"].replace("\N{NO-BREAK SPACE}", " ")
    assert "April 2012" in line
    assert "2025" not in line
    for source in shown.release.sources.values():
        assert source.content_date
        assert "December 2025" not in source.content_date
        assert source.year is None or str(source.year) in source.content_date
    assert suppressed(shown, "S0-1", "C-1")


def test_c17_what_the_sources_say_of_adults_is_left_out(shown):
    assert suppressed(shown, "S2-3", "C-17")
    assert suppressed(shown, "S2-15", "C-17")
    assert "S2-16" not in shown.cited
    for document in (ALL_CLEAR, REFRACTORY, *randoms(30)):
        said = [*shown.clinician(document), *(piece.plain for piece in shown.pieces(document))]
        assert [text for text in said if re.search(r"\badults?\b", text)] == []


def test_c26_marrow_tests_are_told_in_the_newer_words(shown):
    told = {piece.id: piece for piece in shown.pieces(ALL_CLEAR | {"phase": "maintenance"})}
    assert "first phases" in told["tests.phases"].plain
    assert re.search(r"usually|rarely", told["late.marrow"].plain)
    assert told["tests.phases"].sources == told["late.marrow"].sources == ("PP-15",)
    assert suppressed(shown, "S3-88", "C-26")
    assert [text for text in shown.family_texts().values() if re.search(r"marrow.*all phases", text)] == []


def test_c27_late_effects_start_as_the_newer_text_says_with_both_sources(shown):
    told = {piece.id: piece for piece in shown.pieces(ALL_CLEAR)}["late.what"]
    assert re.search(r"months after .* later", told.plain)
    assert told.sources == ("S3-78", "PP-14")


def test_c28_no_family_reads_low_risk(shown):
    assert {key: text for key, text in shown.family_texts().items() if LOW.search(text)} == {}
    for document in randoms(40, team_group="unknown"):
        assert [piece.plain for piece in shown.pieces(document) if LOW.search(piece.plain)] == []
    protocol = {"group": "other", "protocol": "our low-risk arm"}
    assert "not_for_families" in shown.refusals(ALL_CLEAR | {"team_group": protocol})


def test_c29_the_figure_of_2012_is_never_given_as_todays(shown):
    assert suppressed(shown, "S0-6", "C-29")
    told = {piece.id: piece for piece in shown.pieces(ASKED_FOR_NUMBERS, numbers=True)}
    assert "about 90 of 100" in told["numbers.alive"].plain
    assert told["numbers.alive"].sources == ("PH-1",)
    assert "April 2025" in told["numbers.from.source"].plain
    texts = shown.release.texts["en"].texts
    assert [key for key, text in texts.items() if re.search(r"\b(8|80|eight) (in|of|out of) 10", text)] == []


def test_c30_the_two_figures_of_the_2012_subgroup_are_printed_nowhere_and_opened_together(shown):
    figures = re.compile(
        r"\b(7[02]|50) ?%|\b7 (in|out of) 10|exceeding|more than half|survival|survived", re.IGNORECASE
    )
    genes = NONE_FOUND | dict.fromkeys(("iamp21", "bcr_abl1_like", "ikzf1_deletion"), "not_detected")
    child = REFRACTORY | {"genetics": genes, "testicular_disease": "no"}
    assert shown.truth(child, "E5") == "yes"
    told = [*shown.clinician(child), *(piece.plain for piece in shown.pieces(child))]
    assert [text for text in told if figures.search(text)] == []
    citing = [rule for rule in shown.release.rules.rules if "S0-11" in rule.sources]
    assert [rule.id for rule in citing] == ["E5"]
    assert "PH-37" in citing[0].sources
    assert shown.cited["S0-11"] == ["rule E5"]
    asked = child | {"family": {"wants_numbers": "yes"}}
    assert "numbers_not_allowed" in shown.refusals(asked, numbers=True)
    assert not [key for key in shown.printed(asked, numbers=True) if key.startswith("numbers.")]


def test_c31_spinal_fluid_genes_and_cell_type_can_change_the_group_and_the_protocol_says_how(shown):
    found = ALL_CLEAR | {"cns_status": "cns3", "genetics": NONE_FOUND | {"iamp21": "detected"}}
    assert shown.assess(found).group == "standard"
    assert "ask your protocol" in shown.reason(found, "R15")
    assert "it can change the group: ask how your protocol uses it" in shown.reason(found, "G6")
    assert "it can change the group, so ask how your protocol uses it" in shown.help("cns_status")
    assert "Ask your team" in shown.printed(found)["page_one.box.higher.ask"]
    opened = ALL_CLEAR | {"lineage": "pending", "cns_status": "pending", "genetics": "pending"}
    assert shown.assess(opened).status.value == "provisional"
    asked = {change.feature for change in shown.assess(opened).could_change}
    assert {"lineage", "cns_status", "genetics.kmt2a_r", "genetics.iamp21"} <= asked
    assert "the child could leave the three groups" in shown.reason(opened, "R1")


def test_c32_sex_race_and_ethnic_background_are_never_asked_and_never_printed(shown):
    never_asked(shown, re.compile(r"\b(sex|gender|race|racial|ethnic\w*)\b", re.IGNORECASE))
    for key in ("sex", "gender", "race", "ethnicity"):
        assert shown.problems(ALL_CLEAR | {key: "x"}) == [(key, "unknown_key")]
    assert suppressed(shown, "S3-25", "C-32")


def test_c33_weight_is_never_asked_and_never_printed(shown):
    never_asked(shown, re.compile(r"\b(body )?weight\b|\bobes\w*", re.IGNORECASE))
    for key in ("weight", "bmi"):
        assert shown.problems(ALL_CLEAR | {key: 20}) == [(key, "unknown_key")]
    assert suppressed(shown, "S3-31", "C-33")


def never_asked(shown: Shown, words: re.Pattern[str]) -> None:
    """No question, option or printed text is about it."""
    for feature in shown.release.dictionary:
        options = [shown.words.option(feature.id, option) for option in feature.options]
        asked = [feature.id.replace("_", " "), shown.words.label(feature.id), *options]
        assert [text for text in asked if words.search(text)] == []
    assert {key: text for key, text in shown.family_texts().items() if words.search(text)} == {}


def test_c34_other_kinds_of_leukaemia_stop_before_anything_is_said(shown):
    for lineage in ("mixed", "mature_b", "lymphoma"):
        child = ALL_CLEAR | {"lineage": lineage}
        assessment = shown.assess(child)
        assert (assessment.status.value, assessment.group, assessment.pathway) == ("out_of_scope", None, None)
        assert "so no group is given" in shown.reason(child, "R0")
        assert {"PH-15", "PH-16"} <= set(shown.finding(child, "R0").sources)
        assert "out_of_scope" in shown.refusals(child)


def test_c35_down_syndrome_has_its_section_and_is_marked_as_newer_than_the_seed(shown):
    child = ALL_CLEAR | {"down_syndrome": "yes"}
    printed = {piece.id: piece for piece in shown.pieces(child)}
    for name in ("heading", "group", "effects", "doses"):
        assert printed[f"special.down_syndrome.{name}"].sources == ("PP-5",)
    assert "newer than the 2022 text" in shown.reason(child, "G5")
    assert not [key for key in shown.printed(ALL_CLEAR) if key.startswith("special.down_syndrome")]


def test_c36_no_infant_is_shown_radiation_to_the_brain(shown):
    nodes = {"brain_radiation", "cns_radiation"}
    certain = INFANT | {"cns_status": "cns3"}
    for document in (certain, *randoms(60, age_at_diagnosis={"years": 0, "months": 7})):
        assert not nodes & set(shown.road(document))
        printed = [piece.plain for piece in shown.pieces(document) if not piece.id.startswith("sources.")]
        assert [text for text in printed if BRAIN_RADIATION.search(text)] == []


def test_c37_how_long_a_phase_lasts_is_typical_and_cited_never_the_childs_plan(shown):
    length = re.compile(r"\b(\d|two|three|four)\b[^.]* (weeks|months|years)\b")
    hedged = re.compile(r"about|typically|usually", re.IGNORECASE)
    may_say = {"PH-61", "PH-62", "PH-71"}
    parts = ("road.", "steps.", "pathway.")
    printed = [piece for piece in shown.pieces(ALL_CLEAR) if piece.id.startswith(parts)]
    timed = [piece for piece in printed if length.search(piece.plain)]
    assert {piece.id for piece in timed} >= {"steps.check", "steps.years"}
    for piece in timed:
        assert hedged.search(piece.plain), piece
        assert may_say & set(piece.sources), piece
    for node in ("induction", "response_check", "consolidation", "maintenance"):
        entry = shown.entry(ALL_CLEAR, node)
        said = [text for text in (entry.title, entry.words, entry.clinician) if length.search(text)]
        assert all(hedged.search(text) for text in said)
        assert not said or may_say & set(entry.node.sources)
    assert "not dates" in shown.text("handout.road.order")
    assert "Your team will tell you" in shown.printed(ALL_CLEAR)["steps.ask"]


def test_c38_facts_of_pages_for_professionals_of_2014_stay_with_the_clinician(shown):
    after = relapsed("marrow", number=2) | {"prior": {"transplant": "yes"}}
    assert {"S4-5", "S4-10"} <= set(shown.finding(after, "L11").sources)
    assert "relapse.list.donor_cells" in shown.printed(after)
    for document in (after, REFRACTORY, *randoms(30), *randoms(30, situation="relapse")):
        for piece in shown.pieces(document):
            assert not [source for source in piece.sources if source.startswith(("S1-", "S2-", "S4-"))], piece
            assert piece.id.removeprefix("sources.") not in FOR_CLINICIANS


def test_c39_genes_have_their_names_of_today_with_the_old_ones_in_brackets(shown):
    labels = {
        "kmt2a_r": "KMT2A rearrangement (old name MLL)",
        "tcf3_hlf": "TCF3::HLF (TCF3: old name E2A)",
        "tcf3_pbx1": "TCF3::PBX1 (TCF3: old name E2A)",
        "etv6_runx1": "ETV6::RUNX1 (old name TEL::AML1)",
        "bcr_abl1": "BCR::ABL1 (Philadelphia chromosome)",
    }
    for gene, label in labels.items():
        assert shown.words.label(FeatureId(f"genetics.{gene}")) == label
        assert "CD-1" in shown.release.dictionary[FeatureId(f"genetics.{gene}")].sources
    for old, today in (("mll", "kmt2a_r"), ("bcr_abl", "bcr_abl1"), ("tel_aml1", "etv6_runx1")):
        document = ALL_CLEAR | {"genetics": {old: "detected"}}
        (problem,) = read_case(document, shown.release.dictionary, TODAY).problems
        assert f"Did you mean 'genetics.{today}'?" in problem.message
    told = [*shown.family_texts().values(), *shown.clinician(T_CELL), *shown.clinician(INFANT)]
    assert [text for text in told if re.search(r"\bMLL\b|\bE2A\b|\bTEL\b|BCR-ABL|BCR::ABL\b", text)] == []


def test_c40_no_mark_of_a_site_that_held_a_copy_no_picture_and_no_quotation_without_a_licence(shown):
    for source in shown.release.sources.values():
        assert not HOSTS.search(f"{source.title} {source.organisation} {source.address}")
    texts = shown.release.texts["en"].texts
    assert [key for key, text in texts.items() if HOSTS.search(text)] == []
    for document in (ALL_CLEAR, REFRACTORY, relapsed("marrow", "cns")):
        assert [piece.plain for piece in shown.pieces(document) if HOSTS.search(piece.plain)] == []
    for evidence_id in ("S1-1", "S3-1", "S4-1"):
        assert shown.release.source_of(evidence_id).address.startswith("https://www.cancer.gov/")
    unlicensed = shown.release.sources[SourceId("encyclopedia-undated")]
    assert not unlicensed.for_families
    kinds = {path.suffix for path in RESOURCES.rglob("*") if path.is_file()}
    assert kinds == {".ttf", ".txt", ".json", ".svg", ".qss", ".ts", ".qm"}


LABELS, ROADS, WORDS = "texts/en/labels.yaml", "texts/en/pathway.yaml", "texts/en/rules.yaml"
PHASES_OF_2022 = "tests.phases, as: sentence, sources: [S3-88]"
ALIVE_OF_2012 = "numbers.alive, as: sentence, sources: [S0-6]"
NCI = "PDQ Pediatric Treatment Editorial Board, National Cancer Institute"
INDUCTION = "{id: induction, place: step, sources: ["
FAULTS = [
    (
        test_c1_a_source_bears_the_date_of_its_text_and_never_that_of_the_copy,
        ("sources.yaml", 'content_date: "April 2012"', 'content_date: "30 December 2025"'),
    ),
    (
        test_c17_what_the_sources_say_of_adults_is_left_out,
        ("rules/relapse.yaml", "[S1-3, S1-13,", "[S2-15, S1-3, S1-13,"),
    ),
    (
        test_c26_marrow_tests_are_told_in_the_newer_words,
        ("handout/tests.yaml", "tests.phases, as: sentence, sources: [PP-15]", PHASES_OF_2022),
    ),
    (
        test_c27_late_effects_start_as_the_newer_text_says_with_both_sources,
        ("handout/late_effects.yaml", "sources: [S3-78, PP-14]", "sources: [S3-78]"),
    ),
    (test_c28_no_family_reads_low_risk, (LABELS, 'name: "Standard risk"', 'name: "Standard (low) risk"')),
    (
        test_c29_the_figure_of_2012_is_never_given_as_todays,
        ("handout/numbers.yaml", "numbers.alive, as: sentence, sources: [PH-1]", ALIVE_OF_2012),
    ),
    (
        test_c30_the_two_figures_of_the_2012_subgroup_are_printed_nowhere_and_opened_together,
        ("rules/after_induction.yaml", "RL-3, PH-36, PH-37]", "RL-3, PH-36]"),
    ),
    (
        test_c31_spinal_fluid_genes_and_cell_type_can_change_the_group_and_the_protocol_says_how,
        (WORDS, "it can change the group: ask how your protocol uses it", "it raises the group"),
    ),
    (
        test_c32_sex_race_and_ethnic_background_are_never_asked_and_never_printed,
        (LABELS, 'label: "Clinic\'s own id"', 'label: "Sex"'),
    ),
    (
        test_c33_weight_is_never_asked_and_never_printed,
        (LABELS, 'label: "Clinic\'s own id"', 'label: "Weight"'),
    ),
    (
        test_c34_other_kinds_of_leukaemia_stop_before_anything_is_said,
        (WORDS, "treated in other ways, so no group is given", "treated as the nearest group"),
    ),
    (
        test_c35_down_syndrome_has_its_section_and_is_marked_as_newer_than_the_seed,
        (WORDS, " (newer than the 2022 text, which has no such section)", ""),
    ),
    (
        test_c36_no_infant_is_shown_radiation_to_the_brain,
        (
            "pathways/rows.yaml",
            "  dashed: [transplant]\n  never: [brain_radiation]",
            "  dashed: [transplant]",
        ),
    ),
    (
        test_c37_how_long_a_phase_lasts_is_typical_and_cited_never_the_childs_plan,
        ("pathways/nodes.yaml", INDUCTION + "S3-50, PH-61]", INDUCTION + "S3-50]"),
    ),
    (
        test_c38_facts_of_pages_for_professionals_of_2014_stay_with_the_clinician,
        ("handout/relapse.yaml", "sources: [PH-134, S4-10]", "sources: [S4-10]"),
    ),
    (
        test_c39_genes_have_their_names_of_today_with_the_old_ones_in_brackets,
        (LABELS, "KMT2A rearrangement (old name MLL)", "MLL rearrangement"),
    ),
    (
        test_c39_genes_have_their_names_of_today_with_the_old_ones_in_brackets,
        ("features/genes.yaml", "  old_names: [genetics.tel_aml1]\n", ""),
    ),
    (
        test_c40_no_mark_of_a_site_that_held_a_copy_no_picture_and_no_quotation_without_a_licence,
        ("sources.yaml", NCI, f"{NCI}; WebMD"),
    ),
]


@pytest.mark.parametrize(("law", "fault"), FAULTS, ids=[law.__name__[5:9] for law, _ in FAULTS])
def test_a_planted_fault_is_seen(law, fault):
    planted = with_fault(*fault)
    with pytest.raises(AssertionError):
        law(planted)


def test_each_conflict_of_this_module_has_a_planted_fault():
    assert {name for name in globals() if name.startswith("test_c")} == {law.__name__ for law, _ in FAULTS}
