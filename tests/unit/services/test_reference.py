"""Which inputs of a published scheme are known of a child: an unknown never is, and nobody is placed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from allcounsel.domain.answers import Absent, GeneResult, Mrd, WhiteCount
from allcounsel.domain.case import Case
from allcounsel.domain.ids import FeatureId
from allcounsel.services.reference import (
    Concern,
    InputLine,
    InputState,
    SchemeInputs,
    by_concern,
    tally,
)
from allcounsel.services.reference_words import ReferenceWords, unbroken
from allcounsel.services.words import NO_BREAK, THIN_SPACE, Words
from helpers.shipped import ALL_CLEAR, case, engine, release

REFERENCE = release().reference
WBC, TIMING = FeatureId("wbc_at_diagnosis"), FeatureId("wbc_before_steroids_or_fluids")
EOI, DAY8 = FeatureId("end_of_induction.mrd"), FeatureId("day8_blood_mrd")
PH, CNS = FeatureId("genetics.bcr_abl1"), FeatureId("cns_status")
ON_TREATMENT, END = FeatureId("relapse.on_treatment"), FeatureId("relapse.end_of_treatment")


def evaluator(child: Case):
    return engine().evaluator(child, engine().assess(child))


def lines(child: Case, scheme: str) -> dict[str, InputLine]:
    """The inputs of a scheme for a child, by question."""
    inputs = SchemeInputs(release(), Words(release()), child, evaluator(child))
    return {line.feature: line for line in inputs.lines(REFERENCE.scheme(scheme))}


def clear() -> Case:
    return case(ALL_CLEAR)


def relapsed(**more: object) -> Case:
    return case({"situation": "relapse", "lineage": "b_cell", "relapse": {"number": 1, **more}})


def test_an_answer_is_known_and_shown_with_its_unit():
    line = lines(clear(), "cog_six")[WBC]
    assert (line.state, line.question) == (InputState.KNOWN, "White cell count at diagnosis")
    assert line.words.startswith(f"20{NO_BREAK}×{NO_BREAK}10⁹/L")


def test_no_answer_is_not_known_and_never_a_no():
    line = lines(clear().with_answer(PH, None), "cog_six")[PH]
    assert (line.state, line.words) == (InputState.UNKNOWN, "Not known")


def test_a_result_on_its_way_is_waited_for_until_its_day():
    waiting = clear().with_answer(PH, Absent.PENDING)
    assert lines(waiting, "cog_six")[PH].words == "Waiting for a result"
    line = lines(waiting.with_expected(PH, date(2026, 11, 24)), "cog_six")[PH]
    assert line.state is InputState.WAITING
    assert line.words == f"Waiting for a result, about 24{NO_BREAK}November{NO_BREAK}2026"


@pytest.mark.parametrize(("result", "words"), [("failed", "Test failed"), ("not_tested", "Not tested")])
def test_a_test_without_a_result_is_not_known(result, words):
    line = lines(clear().with_answer(PH, GeneResult(result)), "cog_six")[PH]
    assert (line.state, line.words) == (InputState.UNKNOWN, words)


@pytest.mark.parametrize(
    ("count", "timing", "state"),
    [
        (20, "no", InputState.UNSETTLED),
        (20, "yes", InputState.KNOWN),
        (50, "no", InputState.KNOWN),
    ],
)
def test_a_low_count_after_steroids_does_not_settle_the_count(count, timing, state):
    child = clear().with_answer(WBC, WhiteCount(Decimal(count), "10*9/L")).with_answer(TIMING, timing)
    for scheme in ("nci_pdq", "cog_first", "cog_six", "nci_rome"):
        assert lines(child, scheme)[WBC].state is state, scheme


@pytest.mark.parametrize(
    ("mrd", "state"),
    [
        (Mrd("flow", below=Decimal("0.01")), InputState.KNOWN),
        (Mrd("flow", below=Decimal("0.011")), InputState.UNSETTLED),
        (Mrd("flow", percent=Decimal("0.05")), InputState.KNOWN),
        (Mrd("unknown", percent=Decimal("0.05")), InputState.UNSETTLED),
        (Mrd("fusion_transcript", below=Decimal("0.001")), InputState.UNSETTLED),
    ],
)
def test_an_mrd_settles_only_what_its_test_can_see_by_a_method_that_counts(mrd, state):
    assert lines(clear().with_answer(EOI, mrd), "cog_six")[EOI].state is state


def test_each_scheme_draws_its_own_line():
    child = (
        clear()
        .with_answer(EOI, Mrd("pcr", below=Decimal("0.05")))
        .with_answer(DAY8, Mrd("pcr", below=Decimal(1)))
    )
    assert lines(child, "cog_six")[EOI].state is InputState.UNSETTLED
    assert lines(child, "bfm")[EOI].state is InputState.KNOWN
    assert lines(child, "cog_six")[DAY8].state is InputState.KNOWN


def test_what_does_not_settle_a_scheme_is_still_shown():
    line = lines(clear().with_answer(CNS, "traumatic_with_blasts"), "cog_six")[CNS]
    assert line.state is InputState.UNSETTLED
    assert line.words == "Traumatic, with blasts: does not settle it"


def test_a_question_of_another_situation_is_not_asked():
    line = lines(clear(), "relapse_cog")[FeatureId("relapse.date")]
    assert (line.state, line.words) == (InputState.NOT_ASKED, "Not asked in this situation")


def test_the_end_of_treatment_is_not_needed_on_treatment():
    assert lines(relapsed(), "relapse_uk")[END].state is InputState.UNKNOWN
    assert lines(relapsed(on_treatment="no"), "relapse_uk")[END].state is InputState.UNKNOWN
    assert lines(relapsed(on_treatment="yes"), "relapse_uk")[END].state is InputState.NOT_NEEDED


def test_the_tally_leaves_out_what_is_not_asked_of_this_child():
    found = tuple(lines(clear(), "relapse_cog").values())
    counts = tally(found)
    asked = [line for line in found if line.state not in (InputState.NOT_ASKED, InputState.NOT_NEEDED)]
    assert sum(counts.values()) == len(asked) < len(found)


# ---- conflicts
def concern_of(child: Case, name: str) -> Concern:
    sorted_out = by_concern(REFERENCE.conflicts, evaluator(child))
    return next(concern for concern, found in sorted_out.items() if name in [each.id for each in found])


@pytest.mark.parametrize(
    ("lineage", "concern"),
    [("t_cell", Concern.CHILD), ("pending", Concern.MAYBE), ("b_cell", Concern.OTHERS)],
)
def test_the_t_cell_conflict_follows_the_cell_type(lineage, concern):
    assert concern_of(case({**ALL_CLEAR, "lineage": lineage}), "C-3") is concern


@pytest.mark.parametrize(
    ("name", "concern"),
    [("C-13", Concern.CHILD), ("C-8", Concern.OTHERS), ("C-40", Concern.SOURCES), ("C-27", Concern.CHILD)],
)
def test_a_relapse_brings_the_clocks_and_not_the_first_check(name, concern):
    assert concern_of(relapsed(), name) is concern


# ---- words
def test_a_row_of_the_same_group_does_not_say_it_again():
    rows = ReferenceWords(Words(release())).rows(REFERENCE.scheme("cog_six"))
    groups = [row.group for row in rows if row.group]
    assert len(groups) == 6
    assert rows[2].group == ""


def test_a_side_says_when_its_texts_were_written_and_why_it_is_not_used():
    conflict = next(each for each in REFERENCE.conflicts if each.id == "C-11")
    sides = ReferenceWords(Words(release())).sides(conflict)
    assert (sides[0].when, sides[0].standing) == ("2022", "")
    assert (sides[-1].when, sides[-1].standing[:8]) == ("no date given", "Not used")


def test_a_side_that_a_newer_fact_replaces_says_so_also_where_it_is_not_suppressed():
    conflict = next(each for each in REFERENCE.conflicts if each.id == "C-8")
    sides = ReferenceWords(Words(release())).sides(conflict)
    assert sides[1].standing == "Superseded by PH-31 (2025)."


def test_limits_of_ours_are_filled_from_the_settings():
    conflict = next(each for each in REFERENCE.conflicts if each.id == "C-9")
    assert f"below 0.01{NO_BREAK}%" in ReferenceWords(Words(release())).shown(conflict)


def test_numbers_stay_with_their_units():
    assert unbroken("Day 8 below 1 %") == f"Day{NO_BREAK}8 below 1{NO_BREAK}%"
    assert unbroken("1 000 blasts") == f"1{THIN_SPACE}000 blasts"
    assert unbroken("50 × 10⁹/L").replace("\u2060", "") == f"50{NO_BREAK}×{NO_BREAK}10⁹/L"
