"""Handouts and diagrams as PDF bytes: laid out first, then drawn, the same input always to the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from allcounsel.domain.clinic import Logo
from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.handout import Figure, Handout, Piece
from allcounsel.domain.primitives import Words
from allcounsel.pdf.drawing import Pencil
from allcounsel.pdf.figure import merged, strip_primitives
from allcounsel.pdf.fonts import PLAIN_FONT, register
from allcounsel.pdf.frame import PRACTICE, draw_practice
from allcounsel.pdf.glyphs import refuse_missing_glyphs
from allcounsel.pdf.layout import Laid, lay_out
from allcounsel.pdf.logo import fit_for_paper
from allcounsel.pdf.raster import page_images
from allcounsel.pdf.slab import Slab
from allcounsel.pdf.structure import Element, Ink
from allcounsel.pdf.styles import SIDE
from allcounsel.pdf.tags import Tagger
from allcounsel.services.font_widths import FontWidths
from allcounsel.services.palette import PAPER, PAPER_GREY
from allcounsel.services.ports import END

_DIAGRAM_MARGIN = 36.0
_FIRST: Any = PLAIN_FONT
"""The stubs of reportlab take the name of the first font for a number."""


class PdfWriter:
    """The paper room's door (``services.ports.HandoutWriter``)."""

    def __init__(self, font_folder: Path, measure: FontWidths) -> None:
        """``font_folder``: the bundled fonts; ``measure``: how wide they are."""
        self._fonts = font_folder
        self._measure = measure

    def pdf(self, handout: Handout) -> bytes:
        """The handout as a PDF; KnownError GLYPH_MISSING for a character that no font can draw."""
        _check_glyphs(handout, self._measure)
        laid = lay_out(handout, self._measure)
        held = io.BytesIO()
        canvas = self._canvas(held, laid.frame.page_size, handout.title, handout.choices.language)
        palette = PAPER_GREY if handout.choices.grey else PAPER
        tagger = Tagger(canvas)
        pencil = Pencil(canvas, palette, self._measure, *laid.frame.page_size, tagger)
        for number in range(1, len(laid.pages) + 1):
            _draw_page(pencil, laid, number)
            if handout.practice:
                draw_practice(pencil, laid.frame.page_size)
            tagger.end_page()
        tagger.finish(handout.title, handout.choices.language)
        canvas.save()
        return held.getvalue()

    def printed(self, handout: Handout) -> tuple[Piece, ...]:
        """Every piece in the order in which it is printed: page one may hold less than its section."""
        return lay_out(handout, self._measure).printed()

    def starts(self, handout: Handout) -> Mapping[str, int]:
        """The page on which each section starts, counted from 1; under END the number after the last."""
        laid = lay_out(handout, self._measure)
        return {**laid.starts, END: len(laid.pages) + 1}

    def pages(self, pdf: bytes, dots_per_inch: int) -> tuple[bytes, ...]:
        """The pages of a PDF as PNG images."""
        return page_images(pdf, dots_per_inch)

    def logo(self, content: bytes) -> Logo:
        """A clinic's picture made fit for paper; InputRefusedError where it cannot be used."""
        return fit_for_paper(content)

    def diagram_pdf(self, plan: DiagramPlan, *, grey: bool, language: str = "en") -> bytes:
        """The pathway diagram alone, one page of its own size."""
        texts = tuple(item.text for item in plan.in_reading_order() if isinstance(item, Words))
        refuse_missing_glyphs((plan.title, *texts), self._measure)
        size = plan.width + 2 * _DIAGRAM_MARGIN, plan.height + 2 * _DIAGRAM_MARGIN
        held = io.BytesIO()
        canvas = self._canvas(held, size, plan.title, language)
        tagger = Tagger(canvas)
        pencil = Pencil(canvas, PAPER_GREY if grey else PAPER, self._measure, *size, tagger)
        element = Element("Figure", Element("Document"), words=" ".join((plan.title, *texts)))
        shapes = tuple(plan.in_reading_order())
        pencil.draw((Ink(element, shapes),), _DIAGRAM_MARGIN, _DIAGRAM_MARGIN)
        tagger.end_page()
        tagger.finish(plan.title, language)
        canvas.save()
        return held.getvalue()

    def _canvas(self, held: io.BytesIO, size: tuple[float, float], title: str, language: str) -> Canvas:
        register(self._fonts)
        # invariant: no clock and no random id; the first font must be ours, or Helvetica slips in unembedded.
        canvas = Canvas(held, size, pageCompression=1, invariant=1, lang=language, initialFontName=_FIRST)
        canvas.setTitle(title)
        canvas.setCreator("allcounsel")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        return canvas


def _check_glyphs(handout: Handout, measure: FontWidths) -> None:
    refuse_missing_glyphs((handout.title, handout.label, PRACTICE), measure)
    refuse_missing_glyphs((piece.text for piece in handout.pieces()), measure)
    blocks = (block for section in handout.sections for block in section.blocks)
    for block in blocks:
        if isinstance(block, Figure):
            drawn = (item.text for item in block.plan.in_reading_order() if isinstance(item, Words))
            refuse_missing_glyphs(drawn, measure)


def _draw_page(pencil: Pencil, laid: Laid, number: int) -> None:
    """Foot last: whoever listens hears the text before the sources."""
    frame, press = laid.frame, laid.press_of(number)
    frame.draw_head(pencil, press)
    for placed in merged(laid.pages[number - 1]):
        _draw_slab(pencil, placed.slab, frame.top + placed.y, placed.scale)
    frame.draw_foot(pencil, press)


def _draw_slab(pencil: Pencil, slab: Slab, top: float, scale: float) -> None:
    if slab.strip is None:
        pencil.draw(slab.drawn, SIDE, top, slab.scale * scale)
        return
    canvas = pencil.canvas
    canvas.saveState()
    window = canvas.beginPath()
    height = slab.height * scale
    window.rect(0, pencil.page_height - top - height, pencil.page_width, height)
    canvas.clipPath(window, stroke=0, fill=0)
    drawn = Ink(slab.strip.element, tuple(strip_primitives(slab.strip)))
    pencil.draw((drawn,), SIDE, top, slab.scale * scale)
    canvas.restoreState()
