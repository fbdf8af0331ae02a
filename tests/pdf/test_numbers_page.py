"""The page of numbers as it is printed and heard: circles with a label beside each part, also in grey."""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace
from datetime import date

import page as validator  # type: ignore[import-untyped]  # page-validation ships no types
import pytest

from allcounsel.domain.handout import Handout, IconArray, IconPart, PaperChoices, pieces_of
from allcounsel.domain.primitives import Circle, Words
from allcounsel.pdf.layout import lay_out
from allcounsel.pdf.structure import shapes_of
from allcounsel.pdf.styles import SETS, SIDE, figure_height, frame_width
from allcounsel.services.compose_handout import Frame, compose
from helpers import sample_roads
from helpers.papers import clinic
from helpers.pdf_pages import coloured_pixels, ink, letters, page_texts, picture
from helpers.pdf_structure import listen
from helpers.shipped import ASKED_FOR_NUMBERS, engine, release
from helpers.shipped import case as case_of

SIZES, PAPER_SIZES = ("standard", "large", "giant"), ("a4", "letter")
FORMATS = list(itertools.product(SIZES, PAPER_SIZES, (False, True)))
MEASURE = sample_roads.measure()
DPI = 50
EDGE_MM = 8


def handout(size: str = "standard", paper: str = "a4", *, grey: bool = False) -> Handout:
    case = case_of(ASKED_FOR_NUMBERS)
    choices = PaperChoices("en", size, grey, paper, numbers=True, cards=("numbers",))
    frame = Frame(frame_width(paper, size), figure_height(paper, size))
    return compose(
        case,
        engine().assess(case),
        release(),
        engine(),
        clinic(),
        date(2026, 11, 22),
        choices,
        MEASURE,
        frame,
    )


def circles_of(made: Handout) -> IconArray:
    (block,) = [b for section in made.sections for b in section.blocks if isinstance(b, IconArray)]
    return block


def with_labels(made: Handout, *texts: str) -> Handout:
    """The same handout with other labels beside the circles."""
    block = circles_of(made)
    parts = tuple(
        IconPart(replace(part.label, text=text), part.count)
        for part, text in zip(block.parts, texts, strict=True)
    )
    sections = tuple(
        replace(
            section,
            blocks=tuple(replace(block, parts=parts) if b is block else b for b in section.blocks),
        )
        for section in made.sections
    )
    return replace(made, sections=sections)


def pages_of(made: Handout) -> range:
    """The pages of the card, from 0."""
    starts = lay_out(made, MEASURE).starts
    return range(starts["numbers"] - 1, starts["sources"] - 1)


def test_every_format_passes_pdf_ua_1(writer, tmp_path, capsys):
    wrong = {}
    for size, paper, grey in FORMATS:
        path = tmp_path / "tested.pdf"
        path.write_bytes(writer.pdf(handout(size, paper, grey=grey)))
        found = [one.message for one in validator.validate_pdf(str(path), profile="ua1").failures]
        if found:
            wrong[size, paper, grey] = found
    with capsys.disabled():
        sys.stdout.write(f"\n{len(FORMATS)} formats of the page of numbers, {len(wrong)} with faults\n")
    assert wrong == {}


@pytest.mark.parametrize("size", SIZES)
def test_title_picture_labels_and_how_to_read_it_are_heard_in_the_order_of_the_page(writer, size):
    made = handout(size)
    block = circles_of(made)
    nodes = listen(writer.pdf(made)).nodes()
    at = next(index for index, node in enumerate(nodes) if node.role == "Caption")
    caption, figure, *said = nodes[at : at + 5]
    assert letters(caption.words) == letters(block.title.plain)
    assert figure.role == "Figure"
    assert figure.alternative == block.alternative
    assert figure.words == ""
    wanted = [*(part.label for part in block.parts), block.how]
    assert [(node.role, letters(node.words)) for node in said] == [
        ("P", letters(piece.plain)) for piece in wanted
    ]


@pytest.mark.parametrize("size", SIZES)
def test_in_two_languages_the_picture_is_heard_once_in_each(writer, tmp_path, size):
    made = handout(size)
    both = replace(made, second=replace(made, choices=replace(made.choices, language="es")))
    path = tmp_path / "two.pdf"
    path.write_bytes(writer.pdf(both))
    assert [one.message for one in validator.validate_pdf(str(path), profile="ua1").failures] == []
    nodes = listen(path.read_bytes()).nodes()
    in_spanish = {id(node) for above in nodes if above.language == "es" for node in above.all()}
    figures = [node for node in nodes if node.alternative == circles_of(made).alternative]
    assert [id(figure) in in_spanish for figure in figures] == [False, True]


@pytest.mark.parametrize(("size", "paper", "grey"), FORMATS)
def test_the_picture_with_all_its_words_is_on_one_page(writer, size, paper, grey):
    made = handout(size, paper, grey=grey)
    wanted = [letters(piece.plain) for piece in pieces_of(circles_of(made))]
    pages = [letters(text) for text in page_texts(writer.pdf(made))]
    assert sum(all(piece in text for piece in wanted) for text in pages) == 1


@pytest.mark.parametrize("paper", PAPER_SIZES)
def test_in_the_standard_size_the_card_is_one_well_filled_page(paper):
    made = handout("standard", paper)
    (only,) = pages_of(made)
    laid = lay_out(made, MEASURE)
    filled = max(placed.y + placed.slab.height for placed in laid.pages[only]) / laid.frame.room
    assert 0.8 < filled <= 1


@pytest.mark.parametrize(("size", "paper", "grey"), FORMATS)
def test_no_ink_comes_near_the_edge_and_grey_has_no_colour(writer, size, paper, grey):
    made = handout(size, paper, grey=grey)
    edge = EDGE_MM / 25.4 * DPI
    images = [picture(page) for page in writer.pages(writer.pdf(made), DPI)]
    for number in pages_of(made):
        left, top, right, bottom = ink(images[number])
        assert min(left, top, images[number].width - right, images[number].height - bottom) >= edge
    coloured = any(coloured_pixels(images[number]) for number in pages_of(made))
    assert coloured != grey


def test_in_grey_a_full_circle_is_dark_in_the_middle_and_a_ring_is_not(writer):
    made = handout(grey=True)
    (number,) = pages_of(made)
    laid = lay_out(made, MEASURE)
    scale = 2 * DPI / 72
    image = picture(writer.pages(writer.pdf(made), 2 * DPI)[number]).convert("L")
    (placed,) = [one for one in laid.pages[number] if len(circles_in(one)) > 100]
    shades: dict[bool, list[int]] = {True: [], False: []}
    for circle in circles_in(placed):
        at = (SIDE + circle.x) * scale, (laid.frame.top + placed.y + circle.y) * scale
        shades[circle.fill is not None].append(image.getpixel((round(at[0]), round(at[1]))))
    assert len(shades[True]) == 91  # with the samples beside the labels
    assert len(shades[False]) == 11
    assert max(shades[True]) < 60
    assert min(shades[False]) > 200


def circles_in(placed):
    return [shape for shape in shapes_of(placed.slab.drawn) if isinstance(shape, Circle)]


@pytest.mark.parametrize("size", SIZES)
def test_a_figure_is_never_parted_at_the_end_of_a_line(size):
    laid = lay_out(handout(size), MEASURE)
    (placed,) = [one for page in laid.pages for one in page if len(circles_in(one)) > 100]
    said = [shape.text.strip() for shape in shapes_of(placed.slab.drawn) if isinstance(shape, Words)]
    assert said == ["About 90 of 100", "were alive.", "About 10 of 100", "were not."]


@pytest.mark.parametrize("size", SIZES)
def test_labels_that_run_long_never_stand_in_each_other(size):
    long = "**About 90 of 100** were alive after 5 years, with a good many words more to say about it."
    made = with_labels(handout(size), long, long.replace("90", "10"))
    laid = lay_out(made, MEASURE)
    (placed,) = [one for page in laid.pages for one in page if len(circles_in(one)) > 100]
    bases = sorted({shape.y for shape in shapes_of(placed.slab.drawn) if isinstance(shape, Words)})
    leading = SETS[size].body.leading
    assert all(after - before >= leading - 0.01 for before, after in itertools.pairwise(bases))
    assert placed.slab.height >= bases[-1]
