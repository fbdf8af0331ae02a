"""What has to hold of every paper that is printed, each as a check that names what is wrong."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import page as validator
import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.handout import HOUSE, Figure, Handout, Piece
from allcounsel.domain.release import ContentRelease
from helpers.pdf_pages import ink, letters
from helpers.pdf_structure import Listened
from helpers.result_words import FOR_NOW, says_for_now, title_of

EDGE_MM = 8
DPI = 50


@dataclass(frozen=True)
class Printed:
    """A paper as a file, with what it was made from. ``pieces``: what the writer says it has printed."""

    pdf: bytes
    handout: Handout
    assessment: Assessment
    pieces: tuple[Piece, ...]
    heard: Listened


# ---- by the validator
def ua1(paper: Printed, path: Path) -> Iterator[str]:
    """PDF/UA-1, by a validator of its own."""
    path.write_bytes(paper.pdf)
    for one in validator.validate_pdf(str(path), profile="ua1").failures:
        yield f"PDF/UA-1: {one.rule_id} {one.message}"


# ---- what the validator does not look at
def structure(paper: Printed) -> Iterator[str]:
    """Bookmarks, words for drawings, heads of rows, whole lists, headings step by step, nothing loose."""
    heard, other = paper.heard, paper.handout.choices.second_language
    named = [letters(one.words) for one in heard.of("H1", "H2") if not other or one.language != other]
    if [letters(title) for title in heard.bookmarks] != named:
        yield "the bookmarks are not the titles and sections"
    yield from (f"a drawing without words: {one.said}" for one in heard.of("Figure") if not one.alternative)
    yield from (f"a head without a scope: {one.said}" for one in heard.of("TH") if one.scope != "Row")
    for found in heard.of("L"):
        if any([part.role for part in kid.kids] != ["Lbl", "LBody"] for kid in found.kids):
            yield f"a list that is not made of entries: {found.said[:60]}"
    levels = [int(one.role[1:]) for one in heard.of("H1", "H2", "H3", "H4")]
    if not levels or levels[0] != 1 or any(b > a + 1 for a, b in itertools.pairwise(levels)):
        yield "the headings leave a level out"
    yield from (f"neither content nor decoration: {words}" for words in heard.loose)


def links(paper: Printed) -> Iterator[str]:
    """Each page leads back to its elements."""
    yield from (f"page {index + 1} does not lead back to its elements" for index in unlinked_pages(paper.pdf))


def unlinked_pages(pdf: bytes) -> list[int]:
    """Pages whose marked content does not lead back to its elements: the validator does not look at this."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        table = document.Root.StructTreeRoot.ParentTree.Nums
        keys = [int(table[index]) for index in range(0, len(table), 2)]
        wrong = []
        for index, sheet in enumerate(document.pages):
            key = sheet.obj.get("/StructParents")
            if key is None or int(key) not in keys or sheet.obj.get("/Tabs") != "/S":
                wrong.append(index)
    return wrong


def languages(paper: Printed) -> Iterator[str]:
    """The file names its language, and a paper in two names the other one where it speaks it."""
    choices = paper.handout.choices
    with pikepdf.open(io.BytesIO(paper.pdf)) as document:
        named = str(document.Root.Lang)
    if named != choices.language:
        yield f"the file says that it is in '{named}'"
    other = {node.language for node in paper.heard.nodes()} - {"", choices.language}
    if other != ({choices.second_language} if choices.second_language else set()):
        yield f"parts are in {sorted(other)}"


def order(paper: Printed) -> Iterator[str]:
    """What is heard is what is printed, in the same order, and drawn in that order too."""
    heard = paper.heard
    said = "".join(one.words for one in heard.nodes() if one.role not in ("Figure", "Lbl"))
    if paper.handout.second is None and letters(said) != body_of(paper.handout, paper.pieces):
        yield "what is heard is not what is printed, in its order"
    if letters("".join(heard.drawn)) != letters("".join(one.words for one in heard.nodes())):
        yield "what is drawn is not what is heard, in its order"


def body_of(handout: Handout, printed: tuple[Piece, ...]) -> str:
    """What is printed between head and foot, without what is written in drawings."""
    blocks = [block for section in handout.sections for block in section.blocks]
    around = {piece.id for piece in (*handout.head, *handout.foot)}
    in_figures = [piece.text for block in blocks if isinstance(block, Figure) for piece in block.pieces]
    return letters("".join(p.text for p in printed if p.id not in around and p.text not in in_figures))


# ---- fonts and ink
def fonts(paper: Printed) -> Iterator[str]:
    """Every font is in the file, with a table of its characters."""
    with pikepdf.open(io.BytesIO(paper.pdf)) as document:
        for sheet in document.pages:
            found: Any = sheet.Resources.get("/Font", pikepdf.Dictionary())
            yield from _not_whole(found)


def _not_whole(found: Any) -> Iterator[str]:
    for name, font in found.items():
        described = font.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"font {name} ({font.get('/BaseFont', '')}) is not in the file"
        elif "/ToUnicode" not in font:
            yield f"font {name} has no table of characters"


def edges(paper: Printed) -> Iterator[str]:
    """No ink where printers cannot reach; PRACTICE lies within as well."""
    edge = EDGE_MM / 25.4 * DPI
    document = pypdfium2.PdfDocument(paper.pdf)
    for index in range(len(document)):
        page = document[index]
        image = page.render(scale=DPI / 72).to_pil().convert("RGB")
        left, top, right, bottom = ink(image)
        page.close()
        if min(left, top, image.width - right, image.height - bottom) < edge - 1:
            yield f"ink within {EDGE_MM} mm of the edge of page {index + 1}"
    document.close()


# ---- content
def blocks(paper: Printed) -> Iterator[str]:
    """Everything that was composed is printed, and every word of it stands in the file."""
    printed = {piece.id for piece in paper.pieces}
    words = letters("".join(paper.heard.drawn)) + letters(
        "".join(one.alternative for one in paper.heard.nodes())
    )
    around = {piece.id for piece in (*paper.handout.head, *paper.handout.foot)}
    for piece in paper.handout.pieces():
        if piece.id not in printed:
            yield f"not printed: {piece.id}"
        elif piece.id not in around and letters(piece.text) not in words:
            yield f"printed, but not in the file: {piece.id}"


def citations(paper: Printed, release: ContentRelease) -> Iterator[str]:
    """Every printed piece has a source that resolves."""
    for piece in paper.pieces:
        if not piece.sources:
            yield f"no source: {piece.id}"
        for source in piece.sources:
            if source != HOUSE and (
                source not in release.evidence or release.evidence[source].source not in release.sources
            ):
                yield f"a source that is not there: {source} of {piece.id}"


def result(paper: Printed) -> Iterator[str]:
    """In each language: the words of the result, and "for now" exactly where it is provisional."""
    said = [*paper.heard.drawn]
    choices = paper.handout.choices
    for language in filter(None, (choices.language, choices.second_language)):
        title = title_of(paper.assessment, language)
        if letters(title) not in letters("".join(said)):
            yield f"it does not say '{title}'"
        if says_for_now(said, language) != paper.assessment.for_now:
            yield f"'{FOR_NOW[language]}' stands there, or is missing, against the assessment"


def placeholders(paper: Printed) -> Iterator[str]:
    """No hole of a text is left unfilled."""
    said = "".join(paper.heard.drawn)
    yield from (f"an unfilled hole: {hole}" for hole in re.findall(r"\{[a-z_]+\}", said))


def wrong_with(paper: Printed, release: ContentRelease, path: Path) -> Iterator[str]:
    """Everything that is wrong with one paper."""
    yield from ua1(paper, path)
    for check in (structure, links, languages, order, fonts, edges, blocks, result, placeholders):
        yield from check(paper)
    yield from citations(paper, release)
