"""What a page is filled with: slabs, each of which is drawn whole, and the press that sets text into them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.diagram_text import Line, TextStyle, set_lines, wrap
from allcounsel.domain.handout import Piece
from allcounsel.domain.primitives import Circle, Primitive
from allcounsel.pdf.structure import Drawn, Element, Ink
from allcounsel.pdf.styles import TypeSet
from allcounsel.services.font_widths import FontWidths


class Keep(IntEnum):
    """How firmly a slab holds on to the next one."""

    FREE = 0
    TOGETHER = 1
    """On one page if a page can hold all that belong together."""
    ALWAYS = 2
    """Such as a heading and what it heads."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a plan between two heights, moved right by ``shift``; all of it belongs to one element."""

    plan: DiagramPlan
    top: float
    foot: float
    shift: float
    element: Element


@dataclass(frozen=True, slots=True)
class Slab:
    """Something that never breaks over two pages, drawn from its own top left corner.

    ``before``: the gap above it, which falls away at the top of a page. ``strip``: it is a part of a figure.
    ``spare``: left out where the page is full, because it is not worth another page.
    """

    height: float
    drawn: tuple[Drawn, ...] = ()
    pieces: tuple[Piece, ...] = ()
    before: float = 0.0
    keep: Keep = Keep.FREE
    strip: Strip | None = None
    scale: float = 1.0
    spare: bool = False


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Press:
    """Sets text in one type set into one column, as part of an element.

    ``air``: how wide the gaps are; ``fill``: page numbers.
    """

    type: TypeSet
    width: float
    measure: FontWidths
    under: Element
    air: float = 1.0
    fill: Callable[[str], str] = field(default=_as_it_is)

    def gap(self, points: float) -> float:
        """A distance that is ``points`` in the standard set."""
        return points * self.air * self.type.unit / 14

    def inset(self, points: float) -> float:
        """A distance inside a box: it grows with the text but is never squeezed."""
        return points * self.type.unit / 14

    def words(self, pieces: Sequence[Piece]) -> str:
        """Sentences that run on; bold marks that a piece forgot to close end with it."""
        return " ".join(self._closed(self.fill(piece.text)) for piece in pieces)

    @staticmethod
    def _closed(text: str) -> str:
        return f"{text}**" if text.count("**") % 2 else text

    def lines(self, pieces: Sequence[Piece], style: TextStyle, width: float) -> tuple[Line, ...]:
        """The sentences broken into lines."""
        return self.wrapped(self.words(pieces), style, width)

    def even(self, pieces: Sequence[Piece], style: TextStyle, width: float) -> tuple[Line, ...]:
        """A heading broken into lines of about the same length: no single word on the last one."""
        lines = self.lines(pieces, style, width)
        while len(lines) > 1:
            width *= 0.97
            narrower = self.lines(pieces, style, width)
            if len(narrower) > len(lines):
                break
            lines = narrower
        return lines

    def wrapped(self, text: str, style: TextStyle, width: float) -> tuple[Line, ...]:
        """A text broken into lines."""
        return wrap(text, style, width, self.measure)

    def set(
        self, lines: Sequence[Line], style: TextStyle, left: float, top: float, colour: str = "ink"
    ) -> tuple[Primitive, ...]:
        """The lines as shapes."""
        return set_lines(lines, style, left, top, self.measure, colour)

    def ink(self, element: Element, lines: Sequence[Line], style: TextStyle, left: float, top: float) -> Ink:
        """The lines as what an element says."""
        return Ink(element, self.set(lines, style, left, top))

    def inside(self, element: Element) -> Press:
        """The same for what belongs to another element."""
        return replace(self, under=element)

    def with_air(self, air: float) -> Press:
        """The same with narrower gaps between blocks, for a page that must hold a little more."""
        return replace(self, air=air)


def heading_slabs(press: Press, piece: Piece, level: int, before: float) -> tuple[Slab, ...]:
    """A heading, which holds on to what it heads."""
    style = press.type.heading(level)
    lines = press.even((piece,), style, press.width)
    element = heading_element(press, piece, level)
    slabs = _line_slabs(press, lines, style, element, before)
    return tuple(replace(slab, keep=Keep.ALWAYS) for slab in _saying(slabs, (piece,)))


def heading_element(press: Press, piece: Piece, level: int) -> Element:
    """A heading that the bookmarks know."""
    return Element(f"H{level}", press.under, title=press.fill(piece.plain))


def text_slabs(press: Press, pieces: Sequence[Piece], style: TextStyle, before: float) -> tuple[Slab, ...]:
    """A paragraph; it may break over pages, but never so that one line stands alone."""
    lines = press.lines(pieces, style, press.width)
    return _saying(_line_slabs(press, lines, style, press.under.child("P"), before), pieces)


def bullet_slabs(
    press: Press, piece: Piece, entries: Element, before: float, number: int | None = None
) -> tuple[Slab, ...]:
    """One entry of a list, behind a dot or its number."""
    style = press.type.body
    left = style.size * (1.0 if number is None else 1.45)
    lines = press.lines((piece,), style, press.width - left)
    entry = entries.child("LI")
    dot = Ink(entry.child("Lbl"), list_mark(press, number))
    slabs = _line_slabs(press, lines, style, entry.child("LBody"), before, left=left) or (Slab(0.0),)
    first, *rest = _saying(slabs, (piece,))
    return replace(first, drawn=(dot, *first.drawn)), *rest


def list_element(parent: Element, *, numbered: bool = False) -> Element:
    """A list with round marks, or with numbers."""
    return parent.child("L", ("List", "ListNumbering", "Decimal" if numbered else "Disc"))


def list_mark(press: Press, number: int | None, left: float = 0.0, top: float = 0.0) -> tuple[Primitive, ...]:
    """What stands before an entry, level with its first line."""
    style = press.type.body
    if number is None:
        return (bullet_dot(style, left, top),)
    lines = press.wrapped(f"{number}.", style.bold(), style.size * 3)
    return press.set(lines, style.bold(), left, top)


def bullet_dot(style: TextStyle, left: float, top: float = 0.0) -> Circle:
    """The round mark before an entry, level with the first line."""
    radius = style.size * 0.19
    return Circle(left + radius, top + style.leading / 2 + 0.02 * style.size, radius, fill="ink")


def _line_slabs(  # all of it decides where the lines stand
    press: Press,
    lines: Sequence[Line],
    style: TextStyle,
    element: Element,
    before: float,
    left: float = 0.0,
) -> tuple[Slab, ...]:
    return tuple(
        Slab(
            len(group) * style.leading,
            (press.ink(element, group, style, left, 0.0),),
            before=0.0 if index else before,
        )
        for index, group in enumerate(_no_lonely_lines(lines))
    )


def _saying(slabs: tuple[Slab, ...], pieces: Sequence[Piece]) -> tuple[Slab, ...]:
    """The pieces are counted where they begin."""
    return tuple(
        replace(slab, pieces=tuple(pieces)) if not index else slab for index, slab in enumerate(slabs)
    )


_SHORT = 3


def _no_lonely_lines(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The first two and the last two lines of a long paragraph stay together."""
    if len(lines) <= _SHORT:
        return (tuple(lines),) if lines else ()
    return tuple(lines[:2]), *((line,) for line in lines[2:-2]), tuple(lines[-2:])
