"""Laws of the printed paper, on random cases: the right words for this child, and never the wrong ones."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allcounsel.domain.assessment import Status
from allcounsel.domain.case import is_open
from allcounsel.domain.handout import GroupBox, OpenBox
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.truth import Truth
from allcounsel.services.numbers import numbers_refused
from helpers.papers import Paper, paper_of
from helpers.random_cases import random_case
from helpers.shipped import ALL_CLEAR, ASKED_FOR_NUMBERS, release

A_THIRD = settings(max_examples=max(20, settings().max_examples // 3))
"""A paper takes much longer than an assessment."""

SEED = st.integers(min_value=0, max_value=2**32)
CD19_OR_CD22 = re.compile(r"blinatumomab|inotuzumab|\bCAR T\b|immunotherapy", re.IGNORECASE)
STANDARD = re.compile(r"standard[ -]risk", re.IGNORECASE)
BRAIN_RADIATION = re.compile(r"radiation (to|of) (the )?(brain|head)|brain radiation|cranial", re.IGNORECASE)
FIGURE = re.compile(r"\b\d+ (out of|of|in)( every)? \d+|%|per cent", re.IGNORECASE)
FOR_NOW = re.compile(r"\bfor now\b", re.IGNORECASE)
YOUR_CHILD = re.compile(r"\byour child\b", re.IGNORECASE)
MISSED_DOSES = re.compile(r"missed doses", re.IGNORECASE)
WE_WILL_TELL = re.compile(r"we will tell you", re.IGNORECASE)
ANOTHER_ROAD = re.compile(r"another road", re.IGNORECASE)
MILDER_GENES = frozenset(map(FeatureId, ("genetics.etv6_runx1", "genetics.double_trisomy_4_10")))
ONLY = re.compile(r"\bonly\b", re.IGNORECASE)


def random_paper(seed: int, *, numbers: bool = False, situation: str = "", **answers: object) -> Paper:
    """The paper of a random child, of one situation if named, with some answers given."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    paper = None
    while paper is None:
        document = random_case(rng)
        if situation not in ("", document["situation"]):
            continue
        if rng.random() < 0.3:
            document["medicines"] = list(release().dictionary[FeatureId("medicines")].options)
        if "age_at_diagnosis" in answers:
            document.pop("date_of_birth", None)
            document.pop("date_of_diagnosis", None)
        paper = paper_of({**document, **answers}, numbers=numbers)
    return paper


@A_THIRD
@given(SEED)
def test_a_t_cell_paper_names_no_b_cell_medicine_and_no_standard_risk(seed):
    paper = random_paper(seed, lineage="t_cell")
    assert paper.said(CD19_OR_CD22, without=("sources",)) == []
    assert paper.said(STANDARD, without=("sources",)) == []


@A_THIRD
@given(SEED)
def test_a_paper_whose_team_says_t_cell_does_not_either(seed):
    """Saving such a paper is refused while the cell type says otherwise; the road follows the cell type."""
    paper = random_paper(seed, team_group={"group": "t_cell"})
    assert paper.said(CD19_OR_CD22, without=("road", "sources")) == []
    assert paper.said(STANDARD, without=("sources",)) == []


@A_THIRD
@given(SEED)
def test_an_infants_paper_never_speaks_of_radiation_to_the_brain(seed):
    paper = random_paper(seed, age_at_diagnosis={"years": 0, "months": 7})
    assert paper.said(BRAIN_RADIATION, without=("sources",)) == []


@A_THIRD
@given(SEED)
def test_standard_risk_without_leukaemia_in_the_fluid_has_no_radiation_to_the_brain(seed):
    paper = random_paper(seed, situation="first_treatment", cns_status="cns1")
    team = paper.assessment.team_group
    if (team.group if team else paper.assessment.group) == "standard":
        assert paper.said(BRAIN_RADIATION, without=("sources",)) == []


@A_THIRD
@given(SEED)
def test_for_now_stands_in_the_title_exactly_where_the_group_is_provisional(seed):
    paper = random_paper(seed, team_group="unknown")
    (box,) = paper.blocks(GroupBox)
    provisional = paper.assessment.status is Status.PROVISIONAL
    assert bool(FOR_NOW.search(box.title.plain)) == provisional
    if not provisional:
        assert paper.said(FOR_NOW, without=("sources",)) == []
    elif paper.assessment.situation == "first_treatment":
        assert any(FOR_NOW.search(text) for text in paper.section("road"))
        assert any(FOR_NOW.search(text) for text in paper.section("group"))


@A_THIRD
@given(SEED)
def test_a_group_that_can_still_change_has_an_open_row(seed):
    paper = random_paper(seed, situation="first_treatment")
    if paper.assessment.status in (Status.PROVISIONAL, Status.NOT_ASSIGNED):
        boxes = paper.blocks(OpenBox)
        over = paper.case.text(FeatureId("phase")) == "after_treatment"
        # Once treatment has ended, one sentence closes both boxes.
        assert boxes
        assert all(box.rows and (box.closing or over) for box in boxes)
        assert boxes[-1].closing


def test_a_result_that_does_not_tell_enough_is_named_as_open():
    """MRD below 5 % by a test that looked no deeper: answered, and yet on neither side of the lines."""
    check = {"marrow": "m2", "mrd": {"below": 5, "method": "ngs"}, "extramedullary_clear": "yes"}
    genes = dict(ALL_CLEAR["genetics"])  # type: ignore[call-overload]
    for more in ({}, {"genetics": {**genes, "bcr_abl1": "pending"}}):
        paper = paper_of({**ALL_CLEAR, "end_of_induction": check, **more})
        assert paper is not None
        assert paper.assessment.status is Status.PROVISIONAL
        assert any("check after the first weeks" in text for text in paper.page_one())


@A_THIRD
@given(SEED)
def test_page_one_names_the_check_that_is_open_even_where_the_group_is_final(seed):
    paper = random_paper(seed, situation="first_treatment", end_of_induction="pending")
    assert any("check after the first weeks" in text for text in paper.page_one())


@A_THIRD
@given(SEED)
def test_nothing_open_is_called_more_treatment_where_the_group_cannot_rise(seed):
    paper = random_paper(seed)
    if paper.assessment.group == "very_high":
        said = set(paper.page_one())
        assert not said & {"Each of these could mean more treatment.", "This could mean more treatment."}


@A_THIRD
@given(SEED, st.booleans())
def test_a_figure_stands_only_on_the_page_of_numbers_and_only_where_it_may(seed, wanted):
    paper = random_paper(seed, numbers=wanted)
    assert paper.said(FIGURE, without=("numbers", "sources")) == []
    if not wanted or numbers_refused(paper.case, paper.assessment):
        assert paper.section("numbers") == []


def test_a_figure_is_printed_where_everything_allows_it():
    with_numbers, without = paper_of(ASKED_FOR_NUMBERS, numbers=True), paper_of(ASKED_FOR_NUMBERS)
    assert with_numbers is not None
    assert without is not None
    assert with_numbers.said(FIGURE)
    assert without.said(FIGURE) == []


@A_THIRD
@given(SEED)
def test_a_teenagers_paper_does_not_speak_of_your_child(seed):
    paper = random_paper(seed, family={"reader": "teenager"})
    assert paper.said(YOUR_CHILD) == []


@A_THIRD
@given(SEED)
def test_once_treatment_has_ended_no_page_tells_a_child_that_it_goes_on(seed):
    pages = {"young_child", "child", "siblings"}
    for phase, printed in (("after_treatment", False), ("maintenance", True)):
        paper = random_paper(seed, situation="first_treatment", phase=phase, family={"reader": "parent"})
        sections = {section.id for section in paper.handout.sections}
        assert ("siblings" in sections) is printed
        assert printed or not pages & sections
        assert bool(paper.said(MISSED_DOSES)) is printed


@A_THIRD
@given(SEED)
def test_once_treatment_has_ended_no_result_is_promised_and_no_other_road_is_drawn(seed):
    for phase, goes_on in (("after_treatment", False), ("maintenance", True)):
        paper = random_paper(seed, situation="first_treatment", phase=phase, team_group="unknown")
        waits = bool(paper.blocks(OpenBox))
        assert bool(paper.section("open_results")) == (waits and goes_on)
        assert waits or not paper.said(WE_WILL_TELL, without=("sources",))
        assert goes_on or not paper.said(WE_WILL_TELL, without=("sources",))
        assert goes_on or not paper.said(ANOTHER_ROAD)


@A_THIRD
@given(SEED)
def test_not_each_open_result_means_more_treatment_where_one_can_mean_milder_treatment(seed):
    paper = random_paper(seed, situation="first_treatment", team_group="unknown", phase="induction")
    for box in paper.blocks(OpenBox)[:1]:
        closing = {piece.id.rpartition(".")[2] for piece in box.closing}
        if {"more", "more_one"} & closing and paper.assessment.group == "standard":
            assert not any(is_open(release().dictionary[gene], paper.case.get(gene)) for gene in MILDER_GENES)


@A_THIRD
@given(SEED)
def test_a_relapse_paper_holds_no_text_for_the_first_treatment(seed):
    paper = random_paper(seed, situation="relapse")
    assert not {"group", "special"} & {section.id for section in paper.handout.sections}
    steps = {piece.id for piece in paper.pieces("steps")}
    anyone = {"steps.heading_next", "steps.spine", "steps.ask"}
    assert {one for one in steps - anyone if not one.startswith("steps.relapse.")} == set()
    assert paper.assessment.relapse is not None
    if paper.assessment.relapse.isolated is not Truth.YES:
        assert paper.said(ONLY, without=("sources",)) == []


@A_THIRD
@given(SEED)
def test_no_sentence_stands_twice_in_a_section(seed):
    paper = random_paper(seed)
    for name in ("page_one", "steps", "group", "special", "brain_and_spine", "refractory", "relapse"):
        said = [text for text in paper.section(name) if text.endswith(".")]
        assert len(said) == len(set(said)), name


def test_what_is_true_of_both_boxes_of_what_is_open_stands_once():
    """An infant whose count came after steroids: the group is final, and much else is open."""
    infant = {"years": 0}
    child = {"situation": "first_treatment", "lineage": "b_cell", "age_at_diagnosis": infant}
    count = {"wbc_at_diagnosis": {"value": 40, "unit": "10*9/L"}, "wbc_before_steroids_or_fluids": "no"}
    paper = paper_of({"format": "allcounsel-case/1", "label": "A", "phase": "induction", **child, **count})
    assert paper is not None
    boxes = paper.blocks(OpenBox)
    assert len(boxes) == 2
    closings = [piece.plain for box in boxes for piece in box.closing]
    assert len(closings) == len(set(closings)) > 0


@pytest.mark.parametrize("gene", ["bcr_abl1", "kmt2a_r", "hypodiploidy_lt44", "tcf3_hlf"])
@pytest.mark.parametrize("result", ["pending", "failed", "not_tested", "unknown"])
def test_looked_for_and_not_found_waits_for_every_gene_it_speaks_of(gene, result):
    genes = {**ALL_CLEAR["genetics"], gene: result}
    paper = paper_of({**ALL_CLEAR, "genetics": genes})
    assert paper is not None
    reasons = [text for text in paper.page_one() if "not found" in text]
    assert len(reasons) == 1
    assert ("Philadelphia" in reasons[0]) == (gene != "bcr_abl1")


def test_a_result_that_is_due_in_another_year_is_told_with_its_year():
    for due, told in (("2026-12-05", "about 5 December"), ("2027-12-05", "about 5 December 2027")):
        case = ALL_CLEAR | {"genetics": {"kmt2a_r": "pending"}, "expected": {"genetics.kmt2a_r": due}}
        paper = paper_of(case)
        assert paper is not None
        assert told in [text.replace("\u00a0", " ") for text in paper.page_one()]
