"""Spanish papers as files: they say their language, break no page, and keep the call box on page one."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest

from allcounsel.domain.handout import PaperChoices
from allcounsel.pdf.styles import figure_height, frame_width
from allcounsel.services.compose_handout import Frame
from allcounsel.services.export_handout import HandoutOrder, make_handout
from helpers import sample_roads
from helpers.papers import clinic
from helpers.pdf_pages import letters, page_texts
from helpers.shipped import case, engine, release
from helpers.spanish import release_in_spanish

DAY = date(2026, 11, 22)
CHILDREN = {child.name: child for child in release().practice_children}
SIZES = ("standard", "large", "giant")


def handout_of(name, choices):
    read = case(CHILDREN[name].case)
    accepted = frozenset(notice.code for notice in engine().assess(read).to_confirm)
    order = HandoutOrder(read, clinic(), choices, "A clinician", accepted)
    frame = Frame(frame_width(choices.paper, choices.size), figure_height(choices.paper, choices.size))
    return make_handout(order, release_in_spanish(), engine(), DAY, sample_roads.measure(), frame)


def of_page_one(handout, prefix):
    return [piece for piece in handout.pieces() if piece.id.startswith(prefix)]


@pytest.mark.parametrize("name", CHILDREN)
def test_each_practice_child_has_a_spanish_paper_with_all_signs_on_page_one(writer, name):
    handout = handout_of(name, PaperChoices("es"))
    first = letters(page_texts(writer.pdf(handout))[0])
    for piece in of_page_one(handout, "page_one.call."):
        assert letters(piece.text) in first, piece.id
    assert letters(clinic().phone) in first


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_in_every_size_group_and_phone_stand_on_page_one_in_spanish(writer, size, paper):
    handout = handout_of("standard-for-now", PaperChoices("es", size=size, paper=paper))
    first = letters(page_texts(writer.pdf(handout))[0])
    assert letters("Riesgo estándar, por ahora") in first
    assert letters(clinic().phone) in first


def test_the_file_says_that_it_is_spanish_and_has_the_spanish_title(writer):
    handout = handout_of("standard-for-now", PaperChoices("es"))
    with pikepdf.open(io.BytesIO(writer.pdf(handout))) as pdf:
        assert str(pdf.Root.Lang) == "es"
        assert str(pdf.docinfo["/Title"]) == handout.title
        assert b"<rdf:li>es</rdf:li>" in pdf.Root.Metadata.read_bytes()
