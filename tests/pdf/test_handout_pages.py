"""The pages as they look: margins, the call box on page one, boxes whole, grey without colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allcounsel.domain.handout import (
    Bullets,
    CallBox,
    GroupBox,
    Heading,
    OpenBox,
    Paragraph,
    Piece,
    Section,
    WritingLines,
    pieces_of,
)
from allcounsel.pdf.layout import lay_out
from allcounsel.pdf.styles import PAPERS
from allcounsel.services.palette import PAPER, rgb
from helpers import sample_roads
from helpers.pdf_pages import coloured_pixels, ink, letters, page_texts, picture
from helpers.sample_handout import sample_handout

SIZES = ("standard", "large", "giant")
MEASURE = sample_roads.measure()
DPI = 50
EDGE_MM = 8
ALL_TWELVE = [(size, paper, grey) for size in SIZES for paper in PAPERS for grey in (False, True)]


def call_box(handout):
    return next(block for block in handout.sections[0].blocks if isinstance(block, CallBox))


def with_page_one(handout, change):
    """The handout with each block of page one put through a function."""
    first, *rest = handout.sections
    blocks = tuple(change(block) for block in first.blocks)
    return replace(handout, sections=(replace(first, blocks=blocks), *rest))


@pytest.mark.parametrize("many_open", [False, True])
@pytest.mark.parametrize(("size", "paper", "grey"), ALL_TWELVE)
def test_the_call_box_is_on_page_one(writer, size, paper, grey, many_open):
    handout = sample_handout(size=size, paper=paper, grey=grey, many_open=many_open)
    page_one = letters(page_texts(writer.pdf(handout))[0])
    box = call_box(handout)
    numbers = [piece for phone in box.numbers for piece in (phone.number, phone.label)]
    for piece in (box.heading, *numbers, box.signs[0], *box.closing):
        assert letters(piece.text) in page_one
    assert letters(handout.sections[0].blocks[1].title.text) in page_one


@pytest.mark.parametrize(("size", "paper", "grey"), ALL_TWELVE)
def test_no_ink_comes_near_the_edge(writer, size, paper, grey):
    edge = EDGE_MM / 25.4 * DPI
    for page in writer.pages(writer.pdf(sample_handout(size=size, paper=paper, grey=grey)), DPI):
        image = picture(page)
        left, top, right, bottom = ink(image)
        assert min(left, top) >= edge
        assert image.width - right >= edge
        assert image.height - bottom >= edge


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("above", range(8, 32))
@pytest.mark.parametrize("asking", ["heading", "sentence"])
def test_lines_to_write_on_never_stand_alone_on_a_page(above, asking, size):
    """Whatever stands above them: at least two below what asks for them, and never a page of lines only."""
    page_one, *_ = sample_handout(size=size).sections
    paragraphs = tuple(
        Paragraph((Piece(f"p{number}", "sentence", f"Line {number}.", ()),)) for number in range(above)
    )
    words = Piece("asks", asking, "What I want to ask:", ())
    asks = Heading(words, 3) if asking == "heading" else Paragraph((words,))
    section = Section("ask", (*paragraphs, asks, WritingLines(4)), new_page=True)
    laid = lay_out(replace(sample_handout(size=size), sections=(page_one, section)), MEASURE)
    assert all(any(placed.slab.pieces for placed in page) for page in laid.pages[laid.starts["ask"] - 1 :])
    last = [bool(placed.slab.pieces) for placed in laid.pages[-1]]
    assert 2 <= len(last) - 1 - max(index for index, text in enumerate(last) if text) <= 4


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_have_the_size_of_the_paper(writer, paper):
    image = picture(writer.pages(writer.pdf(sample_handout(paper=paper)), 72)[0])
    assert image.size == pytest.approx(PAPERS[paper], abs=1)


@pytest.mark.parametrize("size", SIZES)
def test_grey_pages_have_no_colour(writer, size):
    handout = sample_handout(size=size, grey=True)
    assert all(coloured_pixels(picture(page)) == 0 for page in writer.pages(writer.pdf(handout), DPI))


def test_colour_pages_have_petrol_and_little_else(writer):
    page = picture(writer.pages(writer.pdf(sample_handout(practice=False)), 100)[0])
    colours = {colour for count, colour in page.getcolors(maxcolors=1 << 24) if count > 20}
    assert rgb(PAPER.accent) in colours
    assert coloured_pixels(page) > 0


@pytest.mark.parametrize("group", ["standard", "high", "very_high", "t_cell", None])
@pytest.mark.parametrize("closed", [False, True])
def test_every_group_can_be_printed(writer, group, closed):
    assert writer.pdf(sample_handout(group=group, closed=closed))


# ---- page one
def test_everything_fits_on_page_one_at_standard_size(writer):
    handout = sample_handout()
    page_one = letters(page_texts(writer.pdf(handout))[0])
    first = handout.sections[0]
    for piece in (piece for block in first.blocks for piece in pieces_of(block)):
        assert letters(piece.plain) in page_one, piece


def test_a_long_box_of_what_is_open_is_shared_by_page_one_and_the_next(writer):
    texts = page_texts(writer.pdf(sample_handout(many_open=True)))
    assert "where we are now" in texts[0]
    assert "Three things to remember" in texts[0]
    assert "What we do not know yet" in texts[0]
    assert "What we do not know yet" in texts[1]


def test_every_open_row_is_printed_once(writer):
    handout = sample_handout(many_open=True)
    printed = writer.printed(handout)
    rows = [row for block in handout.sections[0].blocks if isinstance(block, OpenBox) for row in block.rows]
    assert len(rows) > 9
    assert [sum(piece.id == row.what.id for piece in printed) for row in rows] == [1] * len(rows)


def test_what_page_one_has_no_room_for_leads_the_next_page_and_the_card_goes_on_below(writer):
    handout = sample_handout()
    road, questions = handout.sections[1:]
    more = replace(questions, id="more", new_page=False)

    def wordy(block):
        return replace(block, signs=block.signs * 2) if isinstance(block, CallBox) else block

    handout = with_page_one(replace(handout, sections=(handout.sections[0], more, road)), wordy)
    texts = page_texts(writer.pdf(handout))
    assert "Why this group" not in texts[0]
    assert texts[1].index("Why this group") < texts[1].index("Your own questions")


def test_nothing_of_the_card_begins_below_page_one(writer):
    handout = sample_handout()
    more = replace(handout.sections[2], id="more", new_page=False)
    bare = replace(handout.sections[0], blocks=handout.sections[0].blocks[:2])
    texts = page_texts(writer.pdf(replace(handout, sections=(bare, more))))
    assert "Your own questions" in texts[1]


def test_giant_page_one_holds_ring_group_line_and_call_box(writer):
    texts = page_texts(writer.pdf(sample_handout(size="giant")))
    assert letters("Standard risk, for now") in letters(texts[0])
    assert "helps plan how much" not in texts[0]
    assert letters("The group helps plan how much treatment to use.") in letters(texts[1])


def test_signs_that_page_one_cannot_hold_stand_first_on_page_two_under_their_heading(writer):
    signs = tuple(Piece(f"s{i}", "sentence", f"Sign number {i} that needs some room.", ()) for i in range(12))

    def longer(block):
        return replace(block, signs=signs) if isinstance(block, CallBox) else block

    texts = page_texts(writer.pdf(with_page_one(sample_handout(size="giant"), longer)))
    assert letters("Sign number 0 that") in letters(texts[0])
    two = letters(texts[1])
    assert letters("Sign number 11 that needs some room.") in letters("".join(texts[1:3]))
    assert two.index(letters("Call straight away")) < two.index(letters("where we are now"))


def test_a_temperature_never_shares_a_line_with_another_number(writer):
    """In the closing lines a phone number starts anew rather than stand beside the clinic's threshold."""

    def closer(block):
        if not isinstance(block, CallBox):
            return block
        said = ("Your clinic set the 38.0\u00a0°C.", "Call **000** now.")
        return replace(
            block, closing=tuple(Piece(f"c{i}", "sentence", text, ()) for i, text in enumerate(said))
        )

    for size in SIZES:
        for text in page_texts(writer.pdf(with_page_one(sample_handout(size=size), closer))):
            for line in text.splitlines():
                assert not ("°C" in line and "000" in line)
                assert not ("°C" in line and "555" in line)


# ---- nothing is cut
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", PAPERS)
def test_no_page_is_fuller_than_it_may_be(size, paper):
    laid = lay_out(sample_handout(size=size, paper=paper, many_open=True, long=True), MEASURE)
    for page in laid.pages:
        foot = 0.0
        for placed in page:
            assert placed.scale == 1.0
            assert placed.y >= foot - 0.01
            foot = placed.y + placed.slab.height
        assert foot <= laid.frame.room + 0.02


def test_a_heading_never_stands_at_the_foot_of_a_page():
    for size in SIZES:
        laid = lay_out(sample_handout(size=size, long=True), MEASURE)
        for page in laid.pages:
            last = page[-1].slab
            assert not (len(last.pieces) == 1 and last.pieces[0].kind == "heading")


def test_an_open_box_that_no_page_could_hold_becomes_several_whole_ones(writer):
    def longer(block):
        return replace(block, rows=block.rows * 6) if isinstance(block, OpenBox) else block

    handout = with_page_one(sample_handout(size="giant", many_open=True), longer)
    laid = lay_out(handout, MEASURE)
    assert all(placed.scale == 1.0 for page in laid.pages for placed in page)
    hatched = [
        placed
        for page in laid.pages
        for placed in page
        if any(getattr(item, "hatched", False) for item in placed.slab.drawn)
    ]
    assert len(hatched) > 2
    assert writer.pdf(handout)


def test_absurdly_long_words_break_nothing(writer):
    def absurd(block):
        match block:
            case GroupBox():
                return replace(block, title=replace(block.title, text="Verylonggroup" * 30))
            case CallBox():
                closing = (Piece("c", "sentence", "Much to say here. " * 300, ()),)
                return replace(block, closing=closing)
            case Bullets() | Paragraph():
                return replace(block, pieces=tuple(replace(p, text="x" * 9000) for p in block.pieces[:1]))
            case _:
                return block

    for size in SIZES:
        handout = with_page_one(sample_handout(size=size), absurd)
        page_one = letters(page_texts(writer.pdf(handout))[0])
        assert letters("Call straight away") in page_one


def test_a_figure_is_cut_only_between_its_boxes():
    for size in SIZES:
        for road in (sample_roads.first_treatment(), sample_roads.refractory(), sample_roads.relapse()):
            laid = lay_out(sample_handout(size=size, road=road), MEASURE)
            for strip in (p.slab.strip for page in laid.pages for p in page if p.slab.strip):
                for node in strip.plan.nodes:
                    for cut in (strip.top, strip.foot):
                        assert not node.box.y + 0.01 < cut < node.box.y + node.box.height - 0.01


# ---- the diagram alone
@pytest.mark.parametrize("grey", [False, True])
def test_the_diagram_alone_is_one_page_of_its_own_size(writer, grey):
    from allcounsel.domain.diagram_across import plan_across

    plan = plan_across(
        sample_roads.words(), sample_roads.first_treatment(), sample_roads.kinds(), MEASURE, titled=True
    )
    pdf = writer.diagram_pdf(plan, grey=grey)
    assert pdf == writer.diagram_pdf(plan, grey=grey)
    (page,) = writer.pages(pdf, 72)
    assert picture(page).size == pytest.approx((plan.width + 72, plan.height + 72), abs=2)
    assert (coloured_pixels(picture(page)) > 0) is not grey
    (text,) = page_texts(pdf)
    said = letters(text)
    assert (
        said.index(letters("The road ahead"))
        < said.index(letters("Risk group"))
        < said.index(letters("Part of the plan"))
    )


def test_a_line_that_leads_to_a_list_is_not_left_at_the_foot_of_a_page():
    handout = sample_handout()
    leading = Paragraph((Piece("x", "sentence", "Call for these too:", ()),))
    entries = Bullets(tuple(Piece("x", "list", f"Entry {number}", ()) for number in range(3)))
    filler = tuple(Paragraph((Piece("f", "sentence", f"Line {number}.", ()),)) for number in range(40))
    for count in range(20, 40):
        section = replace(
            handout.sections[0], id="x", blocks=(*filler[:count], leading, entries), new_page=True
        )
        for page in lay_out(replace(handout, sections=(handout.sections[0], section)), MEASURE).pages:
            texts = [piece.text for placed in page for piece in placed.slab.pieces]
            assert texts[-1:] != ["Call for these too:"]
