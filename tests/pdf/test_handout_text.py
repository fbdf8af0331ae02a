"""Every piece of a handout is printed, once, in the order it is read, in fonts that travel with the file."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.domain.handout import Paragraph, Piece, Section
from helpers.pdf_pages import letters, page_texts
from helpers.sample_handout import sample_handout

SIZES = ("standard", "large", "giant")
PRACTICE = "PRACTICE"


def body_of(writer, handout):
    """What is printed between head and foot, all pages run together, without spaces."""
    around = {piece.id for piece in (*handout.head, *handout.foot)}
    printed = writer.printed(handout)
    head = "".join(letters(piece.text) for piece in printed[: len(handout.head)])
    found = []
    for text in map(letters, page_texts(writer.pdf(handout))):
        assert text.startswith(head)
        found.append(text[len(head) : text.index("Notatreatmentplan.")])
    return "".join(found), [piece for piece in printed if piece.id not in around]


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("many_open", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_every_piece_is_printed_once_and_in_order(writer, size, many_open, long):
    body, pieces = body_of(writer, sample_handout(size=size, many_open=many_open, long=long))
    at = 0
    for piece in pieces:
        found = body.find(letters(piece.text), at)
        assert found >= 0, piece
        # Between two pieces stands at most the number of a step, of the road or of a list.
        assert re.fullmatch(r"\.?(\d\.?)?", body[at:found]), body[at:found]
        at = found + len(letters(piece.text))
    assert at == len(body)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_printed_is_what_the_handout_holds(writer, size):
    """Only the heading of a box is printed again, where larger text leaves a part of the box for page two."""
    handout = sample_handout(size=size)
    printed = list(writer.printed(handout))
    ids = [piece.id for piece in printed]
    twice = {piece.id: piece.kind for piece in printed if ids.count(piece.id) > 1}
    assert set(ids) == {piece.id for piece in handout.pieces()}
    assert set(twice.values()) <= {"heading"}
    assert len(twice) <= (0 if size == "standard" else 1)


def test_head_and_foot_stand_on_every_page(writer):
    handout = sample_handout(long=True)
    texts = page_texts(writer.pdf(handout))
    assert len(texts) > 4
    for number, text in enumerate(texts, 1):
        said = letters(text)
        assert letters("Practice clinic Children's blood team") in said
        assert letters("Made with your care team on 21 April 2026.") in said
        assert letters("Evaluation build. Not a medical device. Not for clinical decisions.") in said
        assert f"Page{number}of{len(texts)}" in said
        assert letters("Practice 07") in said


def test_a_sentence_can_name_the_page_of_a_section(writer):
    handout = sample_handout(long=True)
    texts = page_texts(writer.pdf(handout))
    last = next(number for number, text in enumerate(texts, 1) if "Questions you may want" in text)
    assert all(letters(f"the list on page {last}.") in letters(text) for text in texts)


def test_braces_that_are_nobodys_page_stay_as_they_are(writer):
    handout = sample_handout()
    said = Piece("x", "sentence", "A {strange} word, {page_of_nowhere}.", ())
    handout = replace(handout, sections=(*handout.sections, Section("x", (Paragraph((said,)),))))
    assert "{strange} word, {page_of_nowhere}." in "".join(page_texts(writer.pdf(handout)))


# ---- practice
def test_practice_stands_on_every_practice_page_and_is_drawn_last(writer):
    for text in page_texts(writer.pdf(sample_handout(long=True))):
        assert letters(text).endswith(PRACTICE)


def test_practice_stands_on_no_other_page(writer):
    for text in page_texts(writer.pdf(sample_handout(practice=False))):
        assert PRACTICE not in text


# ---- the file
def test_the_same_handout_gives_the_same_bytes(writer):
    assert writer.pdf(sample_handout()) == writer.pdf(sample_handout())


def test_the_file_says_its_language_and_title(writer):
    with pikepdf.open(io.BytesIO(writer.pdf(sample_handout()))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo["/Title"]) == "Your child's leukaemia: where we are now"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_every_font_is_embedded_as_a_subset(writer):
    with pikepdf.open(io.BytesIO(writer.pdf(sample_handout()))) as pdf:
        fonts = {
            str(font.BaseFont): "/FontFile2" in font.FontDescriptor
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }
    assert all(fonts.values()), fonts
    assert all(re.fullmatch(r"/[A-Z]{6}\+.+", name) for name in fonts), fonts
    # Superscripts are not in Atkinson Hyperlegible Next: they come from the next font, not from nowhere.
    assert {name.split("+")[1].split("-")[0] for name in fonts} == {"AtkinsonHyperlegibleNext", "NotoSans"}


# ---- glyphs
@pytest.mark.parametrize("place", ["piece", "label", "title", "figure", "head"])
def test_a_character_that_no_font_has_is_refused_by_name(writer, place):
    handout = sample_handout()
    bad = "A 語 too many"
    if place == "piece":
        section = Section("x", (Paragraph((Piece("x", "sentence", bad, ()),)),))
        handout = replace(handout, sections=(*handout.sections, section))
    elif place == "figure":
        figure = handout.sections[1].blocks[2]
        node = figure.plan.nodes[0]
        words = replace(node.primitives[-1], text=bad)
        plan = replace(figure.plan, nodes=(replace(node, primitives=(words,)),))
        section = replace(handout.sections[1], blocks=(replace(figure, plan=plan),))
        handout = replace(handout, sections=(section,))
    elif place == "head":
        handout = replace(handout, head=(Piece("x", "label", bad, ()),))
    else:
        handout = replace(handout, **{place: bad})
    with pytest.raises(KnownError) as refused:
        writer.pdf(handout)
    assert refused.value.code is ErrorCode.GLYPH_MISSING
    assert refused.value.facts == {"character": "語", "point": "U+8A9E", "name": "CJK UNIFIED IDEOGRAPH-8A9E"}


def test_a_control_character_is_refused_by_its_number(writer):
    with pytest.raises(KnownError) as refused:
        writer.pdf(replace(sample_handout(), label="a\x07b"))
    assert refused.value.facts["name"] == "U+0007"


@pytest.mark.parametrize(
    "text", ["≥ ≤ ≈ ½ é ü ç ñ ¿ ¡ — – ’ “ ” × µ μ ⁹ ° → ✓ ☐ ♀ ♂", "50\u2009000\u00a0per µL"]
)
def test_what_a_clinic_may_write_can_be_drawn(writer, text):
    handout = sample_handout()
    section = Section("x", (Paragraph((Piece("x", "sentence", text, ()),)),))
    handout = replace(handout, sections=(*handout.sections, section))
    assert letters(text) in letters("".join(page_texts(writer.pdf(handout))))
