"""Older findings are shown as older, with their year, to clinicians only; the study of 2012 where it may be.

Evidence 4.5 (E4 to E7), 4.6 (L1 to L13), 5.3 and C-10 to C-16.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

import pytest

from helpers.shipped import release

STUDY = {"S0-10", "S0-11"}
MAY_CITE_THE_STUDY = {"E5", "E6", "E7"}
RELAPSE_ROWS = [f"L{number}" for number in range(1, 14)]
WITHOUT_A_FINDING = {"L3", "L12", "L13"}
"""Rows that say how to read the others, or what falls away: no finding of a year stands in them."""

YEAR = re.compile(r"\b(2012|2014|2022|2025)\b")
BAND_OR_NUMBER = re.compile(
    r"\d|\b(early|late|sooner|later|only if|transplant|chemotherapy|study|report)\b", re.IGNORECASE
)
TURNED_ROUND = re.compile(r"younger than 6[^.;]*transplant|transplant[^.;]*younger than 6", re.IGNORECASE)
"""PX-1: the sentence that says the opposite of what it means."""

RANKED = re.compile(r"\b(best|better than|prefer\w*|first choice|superior|should|must)\b", re.IGNORECASE)
DONORS = ("unrelated", "cord blood", "half-matched", "mother", "2014")

Texts = Mapping[str, str]


def english() -> Texts:
    return release().texts["en"].texts


def wrong_about_the_study(texts: Texts) -> Iterator[str]:
    """Where the rows of the 2012 subgroup say too much, too little, or leave out whose findings these are."""
    subgroup, might_be, outside = (texts[f"rules.{row}.yes.clinician"] for row in ("E5", "E6", "E7"))
    if not all(year in subgroup for year in ("2012", "1985", "2000", "2025")):
        yield "E5 does not say whose findings these are"
    if not all(words in might_be for words in ("would apply only if", "2012", "1985", "2000")):
        yield "E6 does not say what would have to be confirmed"
    for row, text in (("E6", might_be), ("E7", outside)):
        if re.search(r"chemotherapy|transplant|did better|surviv|%", text):
            yield f"{row} tells the finding"
    for row in ("E5", "E6", "E7"):
        for truth in ("yes", "no", "unknown"):
            family = texts[f"rules.{row}.{truth}.family"]
            if BAND_OR_NUMBER.search(family):
                yield f"{row} tells the family: {family}"
    yield from (f"{key} turns the study round" for key, text in texts.items() if TURNED_ROUND.search(text))


def wrong_about_a_relapse(texts: Texts) -> Iterator[str]:
    """Findings without their year, a rank among the options, or anything of it for families."""
    for row in (*RELAPSE_ROWS, "E4"):
        clinician = texts[f"rules.{row}.yes.clinician"]
        if row not in WITHOUT_A_FINDING and not YEAR.search(clinician):
            yield f"{row} has no year"
        if RANKED.search(clinician):
            yield f"{row} ranks"
        for truth in ("yes", "no", "unknown"):
            family = texts[f"rules.{row}.{truth}.family"]
            if BAND_OR_NUMBER.search(family):
                yield f"{row} tells the family: {family}"
    words = texts["pathway.transplant.clinician"]
    yield from (f"the donors leave out {donor}" for donor in DONORS if donor not in words)
    if "limited benefit" not in texts["pathway.donor_lymphocytes.clinician"]:
        yield "donor lymphocytes promise more than their source"


def test_older_findings_are_dated_and_for_clinicians_only(capsys):
    found = [*wrong_about_the_study(english()), *wrong_about_a_relapse(english())]
    with capsys.disabled():
        sys.stdout.write(f"\n{len(RELAPSE_ROWS) + 4} rows of older findings, {len(found)} said too surely\n")
    assert found == []


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("rules.E5.yes.clinician", "Some did better with more chemotherapy than with transplant."),
        (
            "rules.E6.yes.clinician",
            "Some did better with more chemotherapy; not all conditions are confirmed.",
        ),
        ("rules.E7.yes.clinician", "The 2012 finding of more chemotherapy over transplant does not apply."),
        ("rules.E5.yes.family", "A study found that more chemotherapy may help."),
        ("rules.L1.yes.clinician", "Marrow relapse: treatment generally includes transplant."),
        ("rules.L2.yes.clinician", "Transplant is better than chemotherapy (2014)."),
        ("rules.L1.yes.family", "An early relapse."),
        ("pathway.transplant.clinician", "A donor transplant."),
        ("rules.L4.no.clinician", "Children younger than 6 did better with transplant."),
    ],
)
def test_a_planted_sentence_is_found(key, text):
    texts = {**english(), key: text}
    assert [*wrong_about_the_study(texts), *wrong_about_a_relapse(texts)]


def test_the_study_is_cited_by_its_own_rows_and_by_nothing_for_families():
    citing = {rule.id for rule in release().rules.rules if STUDY & set(rule.sources)}
    assert citing == MAY_CITE_THE_STUDY
    sentences = [sentence for plan in release().sections for sentence in plan.sentences]
    assert sentences
    assert not [sentence.id for sentence in sentences if STUDY & set(sentence.sources)]
    table = release().pathways
    assert not [each.id for each in (*table.rows, *table.nodes) if STUDY & set(each.sources)]


def test_nothing_on_the_road_or_paper_cites_memory_or_a_contradiction():
    table = release().pathways
    cited = [source for each in (*table.rows, *table.nodes) for source in each.sources]
    cited += [
        source for plan in release().sections for sentence in plan.sentences for source in sentence.sources
    ]
    assert cited
    assert not [source for source in cited if source.startswith(("UN-", "PX-"))]


def test_the_transplant_rows_cite_the_donors_and_what_may_follow():
    def sources(node: str) -> set[str]:
        return set(release().pathways.kind(node).sources)

    assert {"S4-1", "S4-2", "S4-3"} <= sources("transplant") & sources("second_transplant")
    assert {"S4-5", "S4-6", "S4-8"} <= sources("second_transplant")
    assert {"S4-4", "S4-10"} <= sources("donor_lymphocytes")
    after_transplant = set(release().rules.by_id["L11"].sources)
    assert {"S4-5", "S4-6", "S4-9", "S4-10", "S4-11", "PH-123"} <= after_transplant
