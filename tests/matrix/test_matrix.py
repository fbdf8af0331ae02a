"""Every invented child on every kind of paper; in the ordinary run, practice children in pairs."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from allcounsel.domain.assessment import Status
from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.domain.handout import Handout, PaperChoices, Paragraph, Piece, Section
from allcounsel.domain.ids import EvidenceId, GroupId
from helpers import paper_checks
from helpers.covering import pairs_of, pairwise
from helpers.matrix import (
    EVERY_FORMAT,
    INKS,
    LANGUAGES,
    PAPERS,
    SIZES,
    Job,
    assessment_of,
    children,
    core,
    different,
    every_job,
    handout_of,
    wrong_papers,
)
from helpers.paper_checks import Printed, wrong_with
from helpers.pdf_structure import listen

PRACTICE = tuple(name for name in children() if name.startswith("child "))
FACTORS = {"child": PRACTICE, "size": SIZES, "language": LANGUAGES, "paper": PAPERS, "ink": INKS}
BOTH = PaperChoices("en", second_language="es")


def job_of(chosen: dict[str, str]) -> Job:
    choices = PaperChoices(chosen["language"], chosen["size"], chosen["ink"] == "grey", chosen["paper"])
    return Job(chosen["child"], choices)


def told(capsys: Any, line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{line}\n")


# ---- the papers
def test_practice_children_in_every_pair_of_formats(capsys):
    jobs = [job_of(chosen) for chosen in pairwise(FACTORS)]
    jobs += [
        Job("child relapse-brain", BOTH),
        Job("child standard-final", replace(BOTH, size="large", numbers=True)),
    ]
    wrong = wrong_papers(jobs)
    told(
        capsys,
        f"{len(jobs)} papers of {len(PRACTICE)} practice children in pairs, {len(wrong)} faults",
    )
    assert wrong == []
    assert len(jobs) >= len(PRACTICE) * len(SIZES)


@pytest.mark.matrix
def test_every_child_and_vignette_on_every_format(capsys):
    started = time.monotonic()
    jobs = list(different(every_job()))
    wrong = wrong_papers(jobs, lambda line: told(capsys, line))
    minutes = (time.monotonic() - started) / 60
    told(
        capsys,
        f"matrix: {len(children())} children and vignettes, {len(EVERY_FORMAT)} formats and 2 bilingual: "
        f"{len(jobs)} different papers in {minutes:.0f} minutes, {len(wrong)} faults",
    )
    assert wrong == []
    assert len(jobs) > 100 * len(EVERY_FORMAT)


def test_the_slice_holds_every_pair():
    held = {
        pair
        for chosen in pairwise(FACTORS)
        for pair in pairs_of({name: (value,) for name, value in chosen.items()})
    }
    assert held == pairs_of(FACTORS)
    assert len(pairwise(FACTORS)) < 1.3 * len(PRACTICE) * len(SIZES)


def test_a_pair_that_is_left_out_would_be_noticed():
    chosen = pairwise({"one": ("a", "b"), "other": ("x", "y")})
    assert len(chosen) == 4
    assert pairs_of({"one": ("a",), "other": ("x",)}) == {frozenset({("one", "a"), ("other", "x")})}


# ---- planted faults
CHILD = "child standard-for-now"


@cache
def plain() -> Printed:
    handout = handout_of(Job(CHILD, PaperChoices()))
    assert handout is not None
    return printed(handout)


def printed(handout: Handout) -> Printed:
    pdf = core().writer.pdf(handout)
    return Printed(pdf, handout, assessment_of(CHILD), tuple(core().writer.printed(handout)), listen(pdf))


def with_piece(*pieces: Piece) -> Handout:
    first, *rest = plain().handout.sections
    added = Section("planted", (Paragraph(pieces),), card="core")
    return replace(plain().handout, sections=(first, added, *rest))


def edited(change: Callable[[Any], None]) -> Printed:
    """The plain paper with its file changed."""
    with pikepdf.open(io.BytesIO(plain().pdf)) as document:
        change(document)
        held = io.BytesIO()
        document.save(held)
    return replace(plain(), pdf=held.getvalue())


def faults(paper: Printed, tmp_path: Path) -> list[str]:
    return list(wrong_with(paper, core().release, tmp_path / "paper.pdf"))


def test_the_paper_that_faults_are_planted_in_has_none(tmp_path):
    assert faults(plain(), tmp_path) == []


def _without_language(document: Any) -> None:
    del document.Root["/Lang"]
    document.Root.Lang = "de"


def _without_font(document: Any) -> None:
    font = next(iter(document.pages[0].Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


def _without_link(document: Any) -> None:
    del document.pages[1].obj["/StructParents"]


def _ink_at_the_edge(document: Any) -> None:
    page = document.pages[2]
    page.contents_add(b"/Artifact BMC 0 0 0 rg 3 300 20 20 re f EMC", prepend=False)


def _not_marked(document: Any) -> None:
    del document.Root["/MarkInfo"]


@pytest.mark.parametrize(
    ("change", "told_of"),
    [
        (_without_language, "the file says that it is in 'de'"),
        (_without_font, "is not in the file"),
        (_without_link, "page 2 does not lead back to its elements"),
        (_ink_at_the_edge, "ink within 8 mm of the edge of page 3"),
        (_not_marked, "PDF/UA-1: "),
    ],
)
def test_a_fault_planted_in_the_file_is_named(change, told_of, tmp_path):
    assert any(told_of in one for one in faults(edited(change), tmp_path))


def test_faults_planted_in_what_is_heard_are_named():
    heard = plain().heard
    figure = next(node for node in heard.nodes() if node.role == "Figure")
    head = next(node for node in heard.nodes() if node.role == "TH")
    for changed, told_of in (
        (replace(heard, bookmarks=heard.bookmarks[1:]), "the bookmarks"),
        (replace(heard, roots=(*heard.roots, replace(figure, alternative=""))), "a drawing without words"),
        (replace(heard, roots=(*heard.roots, replace(head, scope=""))), "a head without a scope"),
        (replace(heard, roots=(replace(figure, role="H3"), *heard.roots)), "the headings leave a level out"),
        (replace(heard, loose=("stray",)), "neither content nor decoration: stray"),
    ):
        assert any(told_of in one for one in paper_checks.structure(replace(plain(), heard=changed)))


def test_words_in_another_order_are_named():
    heard = plain().heard
    turned = replace(heard, drawn=heard.drawn[::-1])
    late = replace(plain().handout, sections=plain().handout.sections[::-1])
    assert list(paper_checks.order(replace(plain(), heard=turned))) == [
        "what is drawn is not what is heard, in its order"
    ]
    other = replace(plain(), pieces=tuple(core().writer.printed(late)))
    assert "what is heard is not what is printed, in its order" in paper_checks.order(other)


def test_a_piece_that_is_lost_is_named():
    lost = plain().pieces[40]
    kept = tuple(piece for piece in plain().pieces if piece.id != lost.id)
    assert f"not printed: {lost.id}" in paper_checks.blocks(replace(plain(), pieces=kept))
    unheard = replace(plain(), heard=replace(plain().heard, drawn=plain().heard.drawn[:50]))
    assert any("printed, but not in the file" in one for one in paper_checks.blocks(unheard))


@pytest.mark.parametrize(
    ("sources", "told_of"),
    [((), "no source: planted"), ((EvidenceId("S3-999"),), "a source that is not there: S3-999 of planted")],
)
def test_a_sentence_without_a_source_that_resolves_is_named(sources, told_of, tmp_path):
    paper = printed(with_piece(Piece("planted", "sentence", "This is so.", sources)))
    assert faults(paper, tmp_path).count(told_of) >= 1


def test_another_result_or_a_missing_for_now_is_named():
    final = replace(plain().assessment, status=Status.FINAL)
    assert list(paper_checks.result(replace(plain(), assessment=final))) == [
        "'for now' stands there, or is missing, against the assessment"
    ]
    high = replace(plain().assessment, group=GroupId("very_high"))
    assert list(paper_checks.result(replace(plain(), assessment=high))) == [
        "it does not say 'Very high risk, for now'"
    ]


def test_a_hole_that_is_not_filled_is_named(tmp_path):
    paper = printed(with_piece(Piece("planted", "sentence", "Call {phone}.", (EvidenceId("house"),))))
    assert "an unfilled hole: {phone}" in faults(paper, tmp_path)


def test_a_character_that_no_font_has_is_refused_by_its_name():
    handout = with_piece(Piece("planted", "sentence", "A crab \U0001f980.", (EvidenceId("house"),)))
    with pytest.raises(KnownError) as refused:
        core().writer.pdf(handout)
    assert refused.value.code is ErrorCode.GLYPH_MISSING
    assert "CRAB" in str(refused.value.facts["name"])


def test_a_paper_in_two_languages_that_names_one_is_noticed():
    handout = handout_of(Job(CHILD, BOTH))
    assert handout is not None
    paper = printed(handout)
    assert list(paper_checks.languages(paper)) == []
    silent = replace(paper, heard=replace(paper.heard, roots=()))
    assert list(paper_checks.languages(silent)) == ["parts are in []"]


def test_the_same_paper_is_made_once():
    jobs = [Job(CHILD, PaperChoices())] * 2
    assert len(list(different(jobs))) == 1
