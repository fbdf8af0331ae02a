"""The clinic's picture in the head of each page: what is refused, how large it is, that it says nothing."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from allcounsel.domain.clinic import Logo
from allcounsel.domain.errors import InputRefusedError
from allcounsel.domain.handout import CallBox, Piece
from allcounsel.pdf.logo import fit_for_paper, picture_of
from allcounsel.pdf.styles import LOGO_WIDTH, PAPERS, SETS, SIDE, TOP, logo_height
from helpers.logos import BAD, badge, banner, saved
from helpers.pdf_pages import coloured_pixels, ink, letters, page_texts, picture
from helpers.pdf_structure import listen
from helpers.sample_handout import sample_handout
from pdf.test_tags import faults

SIZES = ("standard", "large", "giant")
DPI = 100
PIXEL = 72 / DPI
ADDRESS = Piece("page_one.head.address", "label", "12 Invented Street, Practice Town", ())


def with_logo(image=None, **how):
    """A handout with a picture and an address in its head."""
    made = sample_handout(**how)
    logo = fit_for_paper(saved(image or badge()))
    return replace(made, logo=logo, head=(made.head[0], ADDRESS, *made.head[1:]))


def opened(logo: Logo) -> Image.Image:
    return Image.open(io.BytesIO(logo.png))


def corner(page: bytes, size: str) -> Image.Image:
    """Where the picture may stand on a page image, in the paper's margins."""
    left, top = SIDE / PIXEL, TOP / PIXEL
    box = (0, 0, left + LOGO_WIDTH / PIXEL + 2, top + logo_height(SETS[size]) / PIXEL + 2)
    return picture(page).crop(tuple(round(edge) for edge in box))


# ---- what is refused
@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_printed_is_refused_with_one_plain_problem(name):
    content, code = BAD[name]
    with pytest.raises(InputRefusedError) as refused:
        fit_for_paper(content)
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("logo", code)
    assert problem.message.startswith("logo: ")
    assert problem.message.endswith(".")


GOOD_FILES = (saved(badge(60)), saved(banner(80, 30), "JPEG"), saved(badge(60).convert("P")))


@given(
    st.sampled_from(GOOD_FILES),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6),
    st.integers(0, 10_000),
)
@example(GOOD_FILES[0], [], 10_000)
def test_whatever_is_broken_in_a_file_it_is_a_picture_or_a_plain_refusal(content, edits, end):
    broken = bytearray(content)
    for place, value in edits:
        broken[place % len(broken)] = value
    with suppress(InputRefusedError):
        assert opened(fit_for_paper(bytes(broken[:end]))).mode == "RGB"


def test_the_largest_picture_that_is_allowed_is_taken():
    assert opened(fit_for_paper(saved(Image.new("L", (4000, 4000), 90)))).size == (158, 158)


def test_a_kept_picture_that_is_none_any_more_is_refused_when_paper_is_made(writer):
    with pytest.raises(InputRefusedError) as refused:
        writer.pdf(replace(sample_handout(), logo=Logo(b"not a picture")))
    assert refused.value.problems[0].field == "logo"


# ---- what is kept of it
def test_nothing_but_the_picture_is_kept_of_a_photograph(writer):
    notes = Image.Exif()
    notes[0x010E] = "Taken at the home of the director"
    photograph = saved(banner(), "JPEG", exif=notes, comment=b"a secret comment")
    assert b"director" in photograph
    assert b"secret" in photograph
    logo = fit_for_paper(photograph)
    assert not any(word in logo.png for word in (b"director", b"secret", b"tEXt", b"eXIf"))
    assert opened(logo).info == {}


def test_a_photograph_that_lies_on_its_side_is_put_upright():
    notes = Image.Exif()
    notes[0x0112] = 6
    assert opened(fit_for_paper(saved(banner(400, 100), "JPEG", exif=notes))).size == (39, 158)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "PA"])
def test_what_is_transparent_is_white_on_paper(mode):
    image = opened(fit_for_paper(saved(badge(150).convert(mode) if mode != "PA" else badge(150))))
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert max(image.getpixel((20, 60))) < 220


def test_sixteen_bits_of_grey_are_scaled_and_not_cut_off():
    deep = Image.new("I;16", (60, 60))
    deep.putdata([20_000] * 3600)
    assert opened(fit_for_paper(saved(deep))).getpixel((5, 5)) == (78, 78, 78)


def test_making_a_picture_fit_a_second_time_changes_nothing():
    logo = fit_for_paper(saved(badge()))
    assert fit_for_paper(logo.png) == logo


# ---- how it stands on the page
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "image", [badge(), badge(40), Image.new("RGB", (1, 1)), banner(), banner(100, 2000), banner(4000, 1)]
)
def test_it_keeps_its_proportions_inside_the_lines_of_the_head_and_is_never_coarse(size, image):
    high = logo_height(SETS[size])
    placed = picture_of(fit_for_paper(saved(image)), high)
    assert placed.width <= LOGO_WIDTH + 0.01
    assert placed.height <= high + 0.01
    assert placed.image.width / placed.width >= 300 / 72 - 0.01
    assert placed.width / placed.height == pytest.approx(placed.image.width / placed.image.height)
    assert 28 <= high <= 38


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("grey", [False, True])
def test_it_stands_in_the_head_of_each_page_left_of_the_name_and_in_grey_on_grey_paper(
    writer, size, paper, grey
):
    pdf = writer.pdf(with_logo(size=size, paper=paper, grey=grey))
    pages = writer.pages(pdf, DPI)
    assert len(pages) > 2
    for page in pages:
        shown = corner(page, size)
        left, top, *_ = ink(shown)
        assert (left * PIXEL, top * PIXEL) == (pytest.approx(SIDE, abs=1), pytest.approx(TOP, abs=1))
        assert bool(coloured_pixels(shown)) is not grey
        red, green, _ = shown.getpixel((round((SIDE + 4) / PIXEL), round((TOP + 14) / PIXEL)))
        assert (red > green + 50) is not grey


def test_without_a_picture_the_name_stands_at_the_margin(writer):
    page = writer.pages(writer.pdf(sample_handout()), DPI)[0]
    assert coloured_pixels(corner(page, "standard")) == 0


def test_a_coloured_picture_on_grey_paper_would_be_noticed(writer):
    assert coloured_pixels(corner(writer.pages(writer.pdf(with_logo()), DPI)[0], "standard")) > 100


@pytest.mark.parametrize("size", SIZES)
def test_name_and_address_are_whole_beside_it(writer, size):
    made = with_logo(banner(), size=size)
    for text in page_texts(writer.pdf(made)):
        assert letters(made.head[0].text) in letters(text)
        assert letters(ADDRESS.text) in letters(text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_call_box_stays_on_page_one_beside_the_longest_address(writer, size, paper):
    made = with_logo(banner(), size=size, paper=paper, many_open=True)
    longest = replace(ADDRESS, text=("12 Invented Street, " * 10)[:200])
    made = replace(made, head=(made.head[0], longest, *made.head[2:]))
    box = next(block for block in made.sections[0].blocks if isinstance(block, CallBox))
    assert letters(box.closing[-1].text) in letters(page_texts(writer.pdf(made))[0])


def test_the_picture_lies_in_the_file_once_however_many_pages_show_it(writer):
    with pikepdf.open(io.BytesIO(writer.pdf(with_logo()))) as document:
        shown = [image for page in document.pages for image in page.get_images().values()]
    assert len(shown) > 2
    assert len({image.objgen for image in shown}) == 1


# ---- what it says
def test_it_is_decoration_and_every_format_still_passes_pdf_ua_1(writer, tmp_path):
    for size, grey, paper in (("standard", False, "a4"), ("large", True, "letter"), ("giant", False, "a4")):
        plain = sample_handout(size=size, grey=grey, paper=paper)
        pdf = writer.pdf(with_logo(size=size, grey=grey, paper=paper))
        assert faults(pdf, tmp_path) == []
        heard, before = listen(pdf), listen(writer.pdf(plain))
        assert heard.loose == ()
        assert len(heard.of("Figure")) == len(before.of("Figure"))
        said, bare = (
            {letters(node.words) for node in one.nodes() if node.role != "Figure"} for one in (heard, before)
        )
        # A higher head may move a block on; what is said stays the same.
        assert said == bare


def test_the_same_picture_gives_the_same_bytes(writer):
    one, other = (writer.pdf(with_logo(badge())) for _ in range(2))
    assert one == other
    assert writer.pdf(with_logo(banner())) != one
