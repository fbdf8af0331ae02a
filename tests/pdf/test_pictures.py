"""Small drawings on paper: whole, beside their words or above them, with alternative text, alike in grey."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import page as validator  # type: ignore[import-untyped]  # page-validation ships no types
import pytest
from PIL import Image, ImageChops

from allcounsel.domain.handout import Handout, Heading, Paragraph, Picture, Piece, Section
from allcounsel.domain.pictures import SUBJECTS
from allcounsel.domain.primitives import Words
from allcounsel.pdf.layout import lay_out
from allcounsel.pdf.picture import picture_slab
from allcounsel.pdf.slab import Press, Slab
from allcounsel.pdf.structure import Element, Ink, shapes_of
from allcounsel.pdf.styles import PAPERS, SETS, frame_width
from helpers import sample_roads
from helpers.pdf_pages import coloured_pixels, letters, picture
from helpers.pdf_structure import listen
from helpers.sample_handout import sample_handout

SIZES = ("standard", "large", "giant")
FORMATS = list(itertools.product(SIZES, PAPERS, (False, True)))
MEASURE = sample_roads.measure()
HOW = "The large ring shows it much larger. The flat discs are red cells. We count them."


def sample_picture(subject: str, title: str = "") -> Picture:
    return Picture(
        subject,
        Piece(f"{subject}.title", "label", title or f"What {subject} shows", ()),
        Piece(f"{subject}.how", "sentence", HOW, ()),
        f"A drawing of {subject}.",
    )


def with_pictures(above: int = 1, **formats: Any) -> Handout:
    """The sample with all six after some paragraphs, the last of which leads to them."""
    handout = sample_handout(**formats)
    lines = tuple(Paragraph((Piece(f"l{n}", "sentence", f"Line {n}.", ()),)) for n in range(above))
    heading = Heading(Piece("heading", "heading", "Tests", ()), 2)
    leads = Paragraph((Piece("leads", "sentence", "These are the tests.", ()),))
    drawn = tuple(sample_picture(subject) for subject in SUBJECTS)
    section = Section("drawn", (heading, *lines, leads, *drawn), new_page=True)
    page_one, _road, *rest = handout.sections
    return replace(handout, sections=(page_one, section, *rest))


def press_for(size: str, width: float) -> Press:
    return Press(SETS[size], width, MEASURE, Element("Document"))


def words_of(slab: Slab) -> list[Words]:
    return [shape for shape in shapes_of(slab.drawn) if isinstance(shape, Words)]


@pytest.mark.parametrize(("size", "paper", "grey"), FORMATS)
def test_every_format_passes_pdf_ua_1(writer, tmp_path, size, paper, grey):
    path = tmp_path / "tested.pdf"
    path.write_bytes(writer.pdf(with_pictures(size=size, paper=paper, grey=grey)))
    assert list(validator.validate_pdf(str(path), profile="ua1").failures) == []


@pytest.mark.parametrize("size", SIZES)
def test_each_is_heard_as_title_then_what_is_seen_then_how_to_read_it(writer, size):
    heard = listen(writer.pdf(with_pictures(size=size)))
    nodes = [node for node in heard.nodes() if node.words or node.alternative]
    figures = [index for index, node in enumerate(nodes) if node.role == "Figure"]
    assert len(figures) == len(SUBJECTS)
    for index, subject in zip(figures, SUBJECTS, strict=True):
        shown = sample_picture(subject)
        before, figure, after = nodes[index - 1 : index + 2]
        assert (before.role, figure.role, after.role) == ("P", "Figure", "P")
        assert figure.alternative == shown.alternative
        assert figure.words == ""
        assert letters(before.words) == letters(shown.title.text)
        assert letters(after.words) == letters(shown.how_to_read.text)
    assert heard.loose == ()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", SIZES)
def test_no_picture_is_cut_or_made_smaller_or_left_by_its_lead(size, paper):
    for above in range(0, 40, 3):
        laid = lay_out(with_pictures(above, size=size, paper=paper), MEASURE)
        found: dict[str, int] = {}
        for number, page in enumerate(laid.pages):
            for placed in page:
                assert placed.scale == 1
                assert placed.y + placed.slab.height <= laid.frame.room + 0.01
                found |= {piece.id: number for piece in placed.slab.pieces}
        assert all(found[f"{subject}.title"] == found[f"{subject}.how"] for subject in SUBJECTS)
        assert found["leads"] == found[f"{SUBJECTS[0]}.title"]


@pytest.mark.parametrize(("size", "beside"), [("standard", True), ("large", True), ("giant", False)])
def test_words_stand_at_the_right_and_below_where_type_is_giant(size, beside):
    press = press_for(size, frame_width("a4", size))
    title, *how = words_of(picture_slab(press, sample_picture("blood")))
    side = press.inset(96)
    assert title.x > side
    assert title.weight == 700
    assert all((line.x > side) is beside for line in how)
    assert beside or min(line.y - line.size for line in how) > side


@pytest.mark.parametrize("size", SIZES)
def test_all_words_stand_below_in_a_narrow_column(size):
    press = press_for(size, 150 * SETS[size].body.size / 14)
    slab = picture_slab(press, sample_picture("phone"))
    words = words_of(slab)
    assert {line.x for line in words} == {0}
    assert min(line.y - line.size for line in words) > press.inset(96)
    assert max(line.y for line in words) < slab.height


@pytest.mark.parametrize("width", [110, 200, 260, 493])
@pytest.mark.parametrize("size", SIZES)
def test_words_and_drawing_never_lie_on_each_other(size, width):
    press = press_for(size, width * press_for(size, 1).inset(1))
    slab = picture_slab(press, sample_picture("line", "A line with a port"))
    side = press.inset(96)
    for line in words_of(slab):
        assert line.x >= side or line.y - 0.75 * line.size >= side
        assert line.x + MEASURE(line.text, line.size, line.weight) <= press.width + 0.01
        assert line.y - 0.75 * line.size >= 0
        assert line.y <= slab.height


def test_a_drawing_grows_with_the_type():
    sides = [press_for(size, 480).inset(96) for size in SIZES]
    assert sides[0] == 96
    assert sides == sorted(set(sides))


def dark(image: Image.Image) -> Image.Image:
    return image.convert("L").point(lambda value: 255 if value < 128 else 0)


def test_grey_is_the_same_picture_without_a_colour(writer):
    pages = [
        [picture(png) for png in writer.pages(writer.pdf(with_pictures(grey=grey)), 60)]
        for grey in (False, True)
    ]
    for colour, grey in zip(*pages, strict=True):
        assert coloured_pixels(grey) == 0
        differing = ImageChops.difference(dark(colour), dark(grey)).histogram()[255]
        # Only the soft rims of thin lines may fall on either side.
        assert differing < 0.004 * colour.width * colour.height
    assert any(coloured_pixels(page) for page in pages[0])


def test_the_picture_is_no_words_for_the_listener_but_its_figure():
    slab = picture_slab(press_for("standard", 480), sample_picture("marrow"))
    inks = [ink for ink in slab.drawn if isinstance(ink, Ink)]
    assert len(inks) == len(slab.drawn)
    assert [ink.element.role for ink in inks] == ["P", "Figure", "P"]
    assert slab.pieces == (sample_picture("marrow").title, sample_picture("marrow").how_to_read)


# ---- in two languages
def in_two_languages(size: str) -> Handout:
    first = with_pictures(size=size)
    second = replace(first, choices=replace(first.choices, language="es"))
    sections = tuple(
        replace(section, blocks=tuple(map(_translated, section.blocks))) for section in second.sections
    )
    return replace(first, second=replace(second, sections=sections))


def _translated(block: Any) -> Any:
    if not isinstance(block, Picture):
        return block
    title, how = (
        replace(piece, text=piece.text.replace("e", "eo")) for piece in (block.title, block.how_to_read)
    )
    return Picture(block.subject, title, how, f"Dibujo: {block.subject}.")


@pytest.mark.parametrize("size", SIZES)
def test_in_two_languages_one_drawing_is_told_in_both_with_its_words_below(writer, tmp_path, size):
    handout = in_two_languages(size)
    pdf = writer.pdf(handout)
    heard = listen(pdf)
    figures = heard.of("Figure")
    told = [(figure.alternative, figure.language) for figure in figures]
    expected = [((f"A drawing of {each}.", ""), (f"Dibujo: {each}.", "es")) for each in SUBJECTS]
    assert told == [one for pair in expected for one in pair]
    rows = {letters(row.kids[1].words): row.kids[2] for row in heard.of("TR") if len(row.kids) == 3}
    for subject in SUBJECTS:
        shown = sample_picture(subject)
        for piece, other in (
            (shown.title, _translated(shown).title),
            (shown.how_to_read, _translated(shown).how_to_read),
        ):
            assert letters(rows[letters(piece.text)].words) == letters(other.text)
    path = tmp_path / "two.pdf"
    path.write_bytes(pdf)
    assert list(validator.validate_pdf(str(path), profile="ua1").failures) == []


@pytest.mark.parametrize("size", SIZES)
def test_in_two_languages_no_picture_is_parted_from_its_words(size):
    laid = lay_out(in_two_languages(size), MEASURE)
    for number, page in enumerate(laid.pages):
        for index, placed in enumerate(page):
            roles = {ink.element.role for ink in placed.slab.drawn if isinstance(ink, Ink)}
            if roles == {"Figure"}:
                assert placed.scale == 1
                title, how = page[index + 1].slab.pieces, page[index + 2].slab.pieces
                assert title[0].id.endswith(".title"), number
                assert how[0].id.endswith(".how"), number
    (leading,) = [page for page in laid.pages if any(_says(placed.slab, "leads") for placed in page)]
    assert any(_says(placed.slab, f"{SUBJECTS[0]}.title") for placed in leading)


def _says(slab: Slab, piece: str) -> bool:
    return piece in {one.id for one in slab.pieces}
