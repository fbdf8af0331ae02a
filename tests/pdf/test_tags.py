"""The paper for people who listen to it: PDF/UA-1, every word in its element, in the order of the page."""

from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import page as validator  # type: ignore[import-untyped]  # page-validation ships no types
import pikepdf
import pytest

from allcounsel.domain.handout import Figure, pieces_of
from allcounsel.pdf.fonts import to_unicode
from allcounsel.pdf.structure import Element, Mark, Tree
from helpers import sample_roads
from helpers.paper_checks import body_of, unlinked_pages
from helpers.pdf_pages import letters
from helpers.pdf_structure import listen
from helpers.sample_handout import road_plan, sample_handout

SIZES = ("standard", "large", "giant")
FORMATS = list(itertools.product(SIZES, ("a4", "letter"), (False, True), (False, True)))


def faults(pdf: bytes, tmp_path: Any) -> list[str]:
    path = tmp_path / "tested.pdf"
    path.write_bytes(pdf)
    return [
        f"{one.rule_id} {one.message}" for one in validator.validate_pdf(str(path), profile="ua1").failures
    ]


def test_every_format_passes_pdf_ua_1(writer, tmp_path, capsys):
    wrong = {}
    for size, paper, grey, many_open in FORMATS:
        pdf = writer.pdf(sample_handout(size=size, paper=paper, grey=grey, many_open=many_open))
        found = faults(pdf, tmp_path)
        if found:
            wrong[size, paper, grey, many_open] = found
    with capsys.disabled():
        sys.stdout.write(f"\n{len(FORMATS)} formats, {len(wrong)} with faults by PDF/UA-1\n")
    assert wrong == {}


def test_the_diagram_alone_passes_too_and_says_everything_that_is_written_in_it(writer, tmp_path):
    plan = road_plan("standard", "a4", sample_roads.first_treatment())
    pdf = writer.diagram_pdf(plan, grey=False)
    assert faults(pdf, tmp_path) == []
    (figure,) = listen(pdf).of("Figure")
    for text in plan.texts:
        assert letters(text) in letters(figure.alternative)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("many_open", [False, True])
def test_what_is_heard_is_what_is_printed_and_in_the_same_order(writer, size, many_open):
    handout = sample_handout(size=size, many_open=many_open)
    heard = listen(writer.pdf(handout))
    said = "".join(node.words for node in heard.nodes() if node.role not in ("Figure", "Lbl"))
    assert letters(said) == body_of(handout, writer.printed(handout))
    assert heard.loose == ()


@pytest.mark.parametrize("size", SIZES)
def test_headings_begin_at_the_first_level_and_leave_none_out(writer, size):
    heard = listen(writer.pdf(sample_handout(size=size)))
    levels = [int(node.role[1:]) for node in heard.of("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_bookmarks_name_titles_and_sections_in_order(writer):
    heard = listen(writer.pdf(sample_handout()))
    named = [letters(node.words) for node in heard.of("H1", "H2")]
    assert [letters(title) for title in heard.bookmarks] == named


def test_each_drawing_says_in_words_what_is_written_in_it(writer):
    handout = sample_handout()
    (figure,) = listen(writer.pdf(handout)).of("Figure")
    (block,) = [b for section in handout.sections for b in section.blocks if isinstance(b, Figure)]
    assert figure.alternative.startswith(block.alternative)
    for piece in pieces_of(block):
        assert letters(piece.text) in letters(figure.alternative)


def test_what_is_open_is_a_table_whose_rows_are_named(writer):
    heard = listen(writer.pdf(sample_handout(many_open=True)))
    heads, cells = heard.of("TH"), heard.of("TD")
    assert len(heads) == len(cells) > 3
    assert {node.scope for node in heads} == {"Row"}


def test_lists_hold_entries_with_mark_and_body_only(writer):
    for found in listen(writer.pdf(sample_handout())).of("L"):
        assert {kid.role for kid in found.kids} == {"LI"}
        assert all([part.role for part in kid.kids] == ["Lbl", "LBody"] for kid in found.kids)


def test_a_paragraph_over_two_pages_is_one_element(writer):
    handout = sample_handout(size="giant")
    with pikepdf.open(io.BytesIO(writer.pdf(handout))) as document:
        pages = [
            {kid.Pg.objgen for kid in element.K if kid.get("/Type") == "/MCR"}
            for element in elements(document.Root.StructTreeRoot)
        ]
    assert max(len(found) for found in pages) > 1


def test_head_and_foot_are_not_read_out_on_every_page(writer):
    handout = sample_handout()
    said = letters(" ".join(node.words for node in listen(writer.pdf(handout)).nodes()))
    assert not any(letters(piece.text) in said for piece in handout.foot)


def test_the_same_handout_gives_the_same_bytes(writer):
    assert writer.pdf(sample_handout()) == writer.pdf(sample_handout())


# ---- the parts
def test_the_table_of_characters_leaves_out_what_is_not_used_and_keeps_far_ones():
    table = to_unicode("F", [0, 65, 0, 0x1F981])
    assert "<01> <0041>" in table
    assert "<03> <D83EDD81>" in table
    assert "2 beginbfchar" in table


def test_a_heading_is_lifted_where_a_level_would_be_left_out():
    tree, root = Tree(), Element("Document")
    roles = [
        tree.add(root.child(role), Mark(0, number)).role
        for number, role in enumerate(("H2", "H3", "H1", "H3"))
    ]
    assert roles == ["H1", "H2", "H1", "H2"]


# ---- planted faults: the checks above can fail
def elements(root: Any) -> list[Any]:
    found = []
    for kid in root.K:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            found += [kid, *elements(kid)]
    return found


def of(document: Any, role: str) -> Any:
    return next(each for each in elements(document.Root.StructTreeRoot) if f"/{role}" == each.S)


def _no_alternative(document: Any) -> None:
    del of(document, "Figure")["/Alt"]


def _no_language(document: Any) -> None:
    del document.Root["/Lang"]


def _heading_too_deep(document: Any) -> None:
    of(document, "H2").S = pikepdf.Name("/H4")


def _head_without_scope(document: Any) -> None:
    del of(document, "TH")["/A"]


def _unknown_role(document: Any) -> None:
    of(document, "P").S = pikepdf.Name("/Paragraphe")


def _title_not_shown(document: Any) -> None:
    del document.Root.ViewerPreferences["/DisplayDocTitle"]


def _row_that_is_none(document: Any) -> None:
    of(document, "TR").S = pikepdf.Name("/P")


def _not_marked(document: Any) -> None:
    del document.Root["/MarkInfo"]


def _no_metadata(document: Any) -> None:
    del document.Root["/Metadata"]


PLANTED: tuple[Callable[[Any], None], ...] = (
    _no_alternative,
    _no_language,
    _heading_too_deep,
    _head_without_scope,
    _unknown_role,
    _title_not_shown,
    _row_that_is_none,
    _not_marked,
    _no_metadata,
)


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_found_by_the_validator(plant, writer, tmp_path):
    with pikepdf.open(io.BytesIO(writer.pdf(sample_handout()))) as document:
        plant(document)
        held = io.BytesIO()
        document.save(held)
    assert faults(held.getvalue(), tmp_path)


def test_every_page_leads_back_to_its_elements(writer):
    assert unlinked_pages(writer.pdf(sample_handout())) == []


def test_a_page_that_does_not_lead_back_is_noticed(writer):
    with pikepdf.open(io.BytesIO(writer.pdf(sample_handout()))) as document:
        del document.pages[1].obj["/StructParents"]
        held = io.BytesIO()
        document.save(held)
    assert unlinked_pages(held.getvalue()) == [1]


def test_a_word_that_is_heard_too_late_is_noticed(writer):
    handout = sample_handout()
    turned = replace(handout, sections=tuple(reversed(handout.sections)))
    heard = listen(writer.pdf(turned))
    said = "".join(node.words for node in heard.nodes() if node.role != "Figure")
    assert letters(said) != body_of(handout, writer.printed(handout))
