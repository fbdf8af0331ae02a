"""A handout laid out on pages: which slab stands where, before a line is drawn.

Laid out twice when a sentence names a page ("More signs: page 3"): the pages are known only after the first
time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from allcounsel.domain.handout import Figure, Handout, Piece, Section
from allcounsel.domain.text import HOLE
from allcounsel.pdf.bilingual import Bilingual
from allcounsel.pdf.blocks import blocks_slabs
from allcounsel.pdf.flow import Page, Pages
from allcounsel.pdf.frame import Frame, in_both_languages
from allcounsel.pdf.logo import Picture, picture_of
from allcounsel.pdf.page_one import PageOne, lay_page_one
from allcounsel.pdf.slab import Press, Slab
from allcounsel.pdf.spread import RowNumbers, Spread
from allcounsel.pdf.structure import Element
from allcounsel.pdf.styles import SETS, frame_width, logo_height
from allcounsel.services.font_widths import FontWidths

PAGE_ONE = "page_one"
_PAGE_OF = "page_of_"
_TRIES = 3
_NEXT_TO_NOTHING = 0.3
"""A last page of a card that is filled to less is worth narrower gaps."""
_LESS_AIR = (0.8, 0.6)
_Card = tuple[tuple[Section, Section], ...]
"""Sections that follow each other without a new page, each with the same in the other language, or itself."""


@dataclass(frozen=True, slots=True)
class Laid:
    """All pages of a handout, and the page on which each section starts."""

    frame: Frame
    press: Press
    pages: tuple[Page, ...]
    starts: Mapping[str, int]

    def press_of(self, number: int) -> Press:
        """The press that knows the number of a page, counted from 1."""
        return replace(self.press, fill=_filler(self.starts, number, len(self.pages)))

    def printed(self) -> tuple[Piece, ...]:
        """Every piece in the order in which it is printed, page numbers filled in; head and foot once."""
        press = self.press_of(1)
        left, right = self.frame.head_pieces()
        foot, counting, program = self.frame.foot_pieces()
        body = (piece for page in self.pages for placed in page for piece in placed.slab.pieces)
        pieces = (*left, *right, *body, *foot, *counting, *program)
        return tuple(replace(piece, text=press.fill(piece.text)) for piece in pieces)


def lay_out(handout: Handout, measure: FontWidths) -> Laid:
    """The pages of a handout."""
    starts: dict[str, int] = {section.id: 1 for section in handout.sections}
    picture = picture_of(handout.logo, logo_height(SETS[handout.choices.size])) if handout.logo else None
    laid = _lay_once(handout, measure, starts, picture)
    for _ in range(_TRIES):
        if laid.starts == starts or not _names_pages(handout):
            break
        starts = dict(laid.starts)
        laid = _lay_once(handout, measure, starts, picture)
    return laid


def _lay_once(
    handout: Handout, measure: FontWidths, starts: Mapping[str, int], picture: Picture | None
) -> Laid:
    choices = handout.choices
    document = Element("Document")
    press = Press(SETS[choices.size], frame_width(choices.paper, choices.size), measure, document)
    # Room is kept for page numbers of two digits while the count is not known.
    frame = Frame(replace(press, fill=_filler(starts, 88, 88)), in_both_languages(handout), picture)
    press = replace(press, fill=_filler(starts, None, None))
    laying = _Laying(press, frame.room, handout.second)
    return Laid(frame, press, *laying.lay(handout.sections))


@dataclass(frozen=True, slots=True)
class _Laying:
    """Lays sections one after another, alone or beside the same in another language."""

    press: Press
    room: float
    second: Handout | None

    def lay(self, sections: Sequence[Section]) -> tuple[tuple[Page, ...], dict[str, int]]:
        """The pages, and on which of them each section starts."""
        pages = Pages(self.room)
        found: dict[str, int] = {}
        others = self.second.sections if self.second else sections
        for card in _cards(tuple(zip(sections, others, strict=True))):
            pages.new_page()
            found |= self._card(self._aired(card), card, pages)
        return pages.finished, found

    def _aired(self, card: _Card) -> Press:
        """A press with so much less air that a last page with next to nothing on it is saved, if any can."""
        calm = self._tried(card, self.press)
        if calm.count > 1 and calm.used < _NEXT_TO_NOTHING * self.room:
            for air in _LESS_AIR:
                press = self.press.with_air(air)
                if self._tried(card, press).count < calm.count:
                    return press
        return self.press

    def _tried(self, card: _Card, press: Press) -> Pages:
        pages = Pages(self.room)
        self._card(press, card, pages)
        return pages

    def _card(self, press: Press, card: _Card, pages: Pages) -> dict[str, int]:
        """Puts the sections of a card on pages; the page on which each starts."""
        found: dict[str, int] = {}
        numbers = RowNumbers()
        for section, other in card:
            own = press.inside(press.under.child("Sect"))
            if section.id == PAGE_ONE:
                one = self._page_one(own, section, other, numbers)
                found[section.id] = pages.add(one.slabs)
                # Nothing starts below page one: what it had no room for, and its card, go on behind it.
                pages.new_page()
                pages.add(one.rest)
            elif self.second and _is_drawn(section):
                # A road fills a page: each language has its own, under its own heading.
                found[section.id] = pages.add(blocks_slabs(own, section.blocks, self.room))
                pages.new_page()
                translated = Element("Sect", own.under, language=self.second.choices.language)
                pages.add(blocks_slabs(own.inside(translated), other.blocks, self.room))
            else:
                found[section.id] = pages.add(self._slabs(own, section, other, numbers))
        return found

    def _page_one(self, press: Press, section: Section, other: Section, numbers: RowNumbers) -> PageOne:
        if not self.second:
            return lay_page_one(press, section.blocks, self.room)
        return self._bilingual(press, numbers).page_one(section.blocks, other.blocks)

    def _slabs(self, press: Press, section: Section, other: Section, numbers: RowNumbers) -> tuple[Slab, ...]:
        if not self.second:
            return blocks_slabs(press, section.blocks, self.room)
        return self._bilingual(press, numbers).slabs(section.blocks, other.blocks)

    def _bilingual(self, press: Press, numbers: RowNumbers) -> Bilingual:
        language = self.second.choices.language if self.second else ""
        return Bilingual(Spread(press, language, numbers), self.room)


def _cards(sections: Sequence[tuple[Section, Section]]) -> Iterator[_Card]:
    starts = [index for index, (section, _) in enumerate(sections) if section.new_page or not index]
    for start, stop in pairwise((*starts, len(sections))):
        yield tuple(sections[start:stop])


def _is_drawn(section: Section) -> bool:
    return any(isinstance(block, Figure) for block in section.blocks)


def _filler(starts: Mapping[str, int], page: int | None, pages: int | None) -> Callable[[str], str]:
    """Fills in page numbers; other braces are somebody's words and stay as they are."""
    known = {f"{_PAGE_OF}{section}": str(number) for section, number in starts.items()}
    if page is not None:
        known |= {"page": str(page), "pages": str(pages)}

    def fill(text: str) -> str:
        return HOLE.sub(lambda hole: known.get(hole.group(1), hole.group(0)), text)

    return fill


def _names_pages(handout: Handout) -> bool:
    return any(f"{{{_PAGE_OF}" in piece.text for piece in handout.pieces())
