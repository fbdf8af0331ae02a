"""The clinician's reference as shipped: every row and side cites, nothing is missing, no survival figure."""

from __future__ import annotations

import ast
import re
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.reference import CONFLICTS, SchemeRow
from allcounsel.domain.release import ContentRelease
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.compose_handout import Frame, compose
from allcounsel.services.currency import standing
from allcounsel.services.words import Words
from helpers.shipped import TODAY, case, engine, release

SRC = Path(__file__).parents[2] / "src" / "allcounsel"
SURVIVAL = re.compile(r"surviv|\b(EFS|DFS|OS|RFS)\b|\d+ (in|out of) \d+", re.IGNORECASE)
MRD_LINES = {"0.01", "0.05", "0.1", "1"}
"""The only percentages that may stand there."""

BARE = re.compile(r"\b(early|late)\b(?! effects| response)", re.IGNORECASE)
"""The word of a band; "slow early response" and "late effects" are none."""


def texts() -> dict[str, str]:
    """Every text of the reference, by key."""
    words = release().texts["en"].texts
    return {key: text for key, text in words.items() if key.startswith("reference.")}


def citing() -> list[tuple[str, tuple[str, ...]]]:
    """Every row of every scheme, and every side of every conflict, with what it cites."""
    rows = [(f"{scheme.id}.{row.id}", row.sources) for scheme in schemes() for row in scheme.rows]
    sides = [(f"{each.id}.{side.id}", side.sources) for each in conflicts() for side in each.sides]
    return [*rows, *sides]


def schemes():
    return release().reference.schemes


def conflicts():
    return release().reference.conflicts


def test_every_row_and_side_cites_a_fact_that_has_a_dated_source(capsys):
    for name, sources in citing():
        assert sources, name
        for evidence in sources:
            assert release().source_of(evidence).content_date, name
    cited = {evidence for _, sources in citing() for evidence in sources}
    rows, sides = sum(len(scheme.rows) for scheme in schemes()), sum(len(each.sides) for each in conflicts())
    figure = f"{len(schemes())} schemes with {rows} rows, {len(conflicts())} conflicts with {sides} sides"
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}: all cite, {len(cited)} facts in all\n")


def test_nothing_is_cited_from_memory_or_from_a_text_that_contradicts_itself():
    assert not [name for name, cited in citing() if any(c.startswith(("UN-", "PX-", "house")) for c in cited)]


def test_every_conflict_of_the_evidence_is_there_in_its_order():
    assert tuple(each.id for each in conflicts()) == CONFLICTS
    assert len(CONFLICTS) == 40


def test_each_kind_of_scheme_is_there_with_older_ones_marked():
    assert {scheme.kind for scheme in schemes()} == {"first_treatment", "relapse"}
    by_name = {scheme.id: scheme for scheme in schemes()}
    assert (
        standing(Words(release()), release().sources[by_name["nci_rome"].source])
        == "1996, superseded by 2025"
    )
    groups = dict.fromkeys(row.group for row in by_name["cog_six"].rows)
    assert list(groups) == ["sr_favourable", "sr_average", "sr_high", "hr_favourable", "hr", "vhr"]
    assert {"PH-115"} <= {evidence for row in by_name["relapse_bfm"].rows for evidence in row.sources}


def test_a_row_holds_no_condition_so_that_no_child_can_fit_it():
    assert {field.name for field in fields(SchemeRow)} == {"id", "group", "sources"}


def figures_in(words: dict[str, str]) -> dict[str, str]:
    """Texts with a figure of survival, or a percentage that is not a line of MRD."""
    return {
        key: text
        for key, text in words.items()
        if SURVIVAL.search(text) or set(re.findall(r"([\d.]+) ?%", text)) - MRD_LINES
    }


def test_no_figure_of_survival_stands_in_a_table_or_conflict():
    assert figures_in(texts()) == {}


@pytest.mark.parametrize("planted", ["5-year DFS above 95 %", "Two survive", "About 9 in 10", "Seen in 3 %"])
def test_a_planted_figure_is_seen(planted):
    assert figures_in({"planted": planted})


def bare(text: str) -> bool:
    """Whether a band stands outside quotation marks."""
    return BARE.search(re.sub(r'"[^"]*"', "", text)) is not None


def test_early_and_late_stand_in_quotation_marks():
    assert [key for key, text in texts().items() if bare(text)] == []


@pytest.mark.parametrize("planted", ["A late relapse", 'Very early, or "late"', "Early is under 18"])
def test_a_planted_bare_band_is_seen(planted):
    assert bare(planted)


# ---- never on paper
def printed(content: ContentRelease, name: str) -> set[str]:
    """Every piece of text on the paper of a practice child."""
    child = next(child for child in content.practice_children if child.name == name)
    read, order, frame = case(child.case), PaperChoices(), Frame(480, 590)
    clinic = read_clinic(content.practice_clinic).clinic
    assert clinic is not None
    handout = compose(read, engine().assess(read), content, engine(), clinic, TODAY, order, measure, frame)
    return {piece.plain for piece in handout.pieces()}


def measure(text: str, size: float, _weight: int) -> float:
    return len(text) * size / 2


def of_the_reference() -> set[str]:
    """Its sentences; single words may stand anywhere."""
    return {text for text in texts().values() if text.count(" ") > 1}


@pytest.mark.parametrize("child", release().practice_children, ids=lambda child: child.name)
def test_no_sentence_of_it_is_printed_for_a_family(child):
    assert not printed(release(), child.name) & of_the_reference()


def test_a_planted_sentence_on_paper_is_seen():
    english = release().texts["en"]
    sentence = english("reference.conflicts.C-2.differs")
    words = replace(english, texts={**english.texts, "handout.steps.three": sentence})
    planted = replace(release(), texts={"en": words})
    assert printed(planted, "standard-for-now") & of_the_reference() == {sentence}


ALLOWED = ("content/", "domain/release.py", "ui/reference/", "ui/shell/book.py", "services/reference")


def readers(tree: dict[str, str]) -> list[str]:
    """Modules that import anything of the reference and are none of its own rooms."""
    found = []
    for path, text in tree.items():
        names = [node.module or "" for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
        parts = {part for name in names for part in name.replace("_", ".").split(".")}
        if "reference" in parts and not path.startswith(ALLOWED):
            found.append(path)
    return found


def test_only_its_own_page_reads_it():
    tree = {path.relative_to(SRC).as_posix(): path.read_text("utf-8") for path in sorted(SRC.rglob("*.py"))}
    assert readers(tree) == []


def test_a_planted_reader_on_the_way_to_paper_is_seen():
    planted = {"services/compose_handout.py": "from allcounsel.services.reference import tally"}
    assert readers(planted) == ["services/compose_handout.py"]
