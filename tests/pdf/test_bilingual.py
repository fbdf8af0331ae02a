"""The handout in two languages: every line beside the same line, numbered, and heard in its own language."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import page as validator
import pytest

from allcounsel.domain.handout import (
    Bullets,
    CallBox,
    GroupBox,
    Heading,
    NumberedList,
    OpenBox,
    OpenRow,
    Paragraph,
    Piece,
    SideBySide,
    pieces_of,
)
from helpers.pdf_pages import letters, page_texts
from helpers.pdf_structure import listen
from helpers.sample_handout import sample_handout

SIZES = ("standard", "large", "giant")
FORMATS = list(itertools.product(SIZES, ("a4", "letter"), (False, True)))


def other(piece: Piece) -> Piece:
    """The piece in a language that nobody speaks: every word gets another end."""
    return replace(piece, text=re.sub(r"([a-z])\b", r"\1o", piece.text))


def translated(block):
    match block:
        case Heading():
            return replace(block, piece=other(block.piece))
        case Paragraph() | Bullets():
            return replace(block, pieces=tuple(map(other, block.pieces)))
        case GroupBox():
            return replace(block, title=other(block.title), pieces=tuple(map(other, block.pieces)))
        case OpenBox():
            rows = tuple(OpenRow(other(row.what), other(row.when)) for row in block.rows)
            return OpenBox(other(block.heading), rows, tuple(map(other, block.closing)))
        case CallBox():
            numbers = tuple(replace(one, label=other(one.label)) for one in block.numbers)
            signs, closing = tuple(map(other, block.signs)), tuple(map(other, block.closing))
            return CallBox(other(block.heading), numbers, signs, closing)
        case SideBySide():
            lists = (NumberedList(other(one.heading), tuple(map(other, one.pieces))) for one in block.lists)
            return SideBySide(tuple(lists))
    return block


def bilingual(**kind):
    first = sample_handout(**kind)
    sections = tuple(
        replace(section, blocks=tuple(map(translated, section.blocks))) for section in first.sections
    )
    choices = replace(first.choices, language="es")
    foot = tuple(piece if "{page" in piece.text else other(piece) for piece in first.foot)
    head = tuple(other(piece) if piece.kind == "sentence" else piece for piece in first.head)
    return replace(first, second=replace(first, sections=sections, choices=choices, head=head, foot=foot))


@pytest.mark.parametrize(("size", "paper", "many_open"), FORMATS)
def test_every_format_passes_pdf_ua_1(writer, tmp_path, size, paper, many_open):
    path = tmp_path / "two.pdf"
    path.write_bytes(writer.pdf(bilingual(size=size, paper=paper, many_open=many_open)))
    assert [one.message for one in validator.validate_pdf(str(path), profile="ua1").failures] == []


@pytest.mark.parametrize(("size", "paper", "many_open"), FORMATS)
def test_group_and_numbers_to_call_are_on_page_one_in_both_languages(writer, size, paper, many_open):
    handout = bilingual(size=size, paper=paper, many_open=many_open)
    first = letters(page_texts(writer.pdf(handout))[0])
    for sections in (handout.sections, handout.second.sections):
        blocks = sections[0].blocks
        box = next(block for block in blocks if isinstance(block, CallBox))
        title = next(block.title for block in blocks if isinstance(block, GroupBox))
        for piece in (title, box.heading, *(phone.label for phone in box.numbers)):
            assert letters(piece.plain) in first, piece
        for phone in box.numbers:
            assert letters(phone.number.plain) in first


@pytest.mark.parametrize("size", SIZES)
def test_every_line_of_both_languages_is_printed(writer, size):
    handout = bilingual(size=size, many_open=True)
    text = letters("".join(page_texts(writer.pdf(handout))))
    for one in (handout, handout.second):
        for piece in (
            piece for section in one.sections for block in section.blocks for piece in pieces_of(block)
        ):
            assert letters(piece.plain) in text or "/" in piece.plain, piece


@pytest.mark.parametrize("size", SIZES)
def test_the_second_language_is_heard_as_such_and_stands_after_the_first_in_its_row(writer, size):
    heard = listen(writer.pdf(bilingual(size=size)))
    rows = [node for node in heard.of("TR") if len(node.kids) == 3]
    assert len(rows) > 15
    for number, one, two in (row.kids for row in rows):
        assert number.scope == "Row"
        assert (one.language, two.language) == ("", "es")
        assert letters(two.words) != letters(one.words)


def test_rows_of_a_card_are_counted_without_a_gap(writer):
    heard = listen(writer.pdf(bilingual(many_open=True)))
    numbers = [int(row.kids[0].words) for row in heard.of("TR") if len(row.kids) == 3]
    starts = [index for index, number in enumerate(numbers) if number == 1]
    for start, stop in itertools.pairwise([*starts, len(numbers)]):
        assert numbers[start:stop] == list(range(1, stop - start + 1))


def test_what_stands_around_the_text_is_said_in_both_languages(writer):
    handout = bilingual()
    text = letters(page_texts(writer.pdf(handout))[1])
    for piece in (*handout.foot, *handout.second.foot):
        if "{page" not in piece.text:
            assert letters(piece.plain) in text


def test_bookmarks_are_in_the_first_language_only(writer):
    handout = bilingual()
    marks = [letters(mark) for mark in listen(writer.pdf(handout)).bookmarks]
    assert letters("Why this group") in marks
    assert letters(other(Piece("x", "heading", "Why this group", ())).text) not in marks


def test_the_same_paper_has_the_same_bytes(writer):
    assert writer.pdf(bilingual()) == writer.pdf(bilingual())
