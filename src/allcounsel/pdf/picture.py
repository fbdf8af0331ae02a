"""A small drawing with its words at its right, or below it where the column is too narrow for that."""

from __future__ import annotations

from dataclasses import replace

from allcounsel.domain.handout import Picture
from allcounsel.domain.pictures import draw_picture
from allcounsel.domain.primitives import moved
from allcounsel.pdf.slab import Keep, Press, Slab
from allcounsel.pdf.spread import Spread
from allcounsel.pdf.structure import Element, Ink

_SIDE = 96.0
_LINES, _TITLE = 16.0, 8.0
"""So many times as wide as a letter is high has the room at the right to be: for all words, for the title."""


def picture_slab(press: Press, picture: Picture) -> Slab:
    """Title, drawing and how to read it, never parted. Whoever listens hears the title first."""
    side, gap = press.inset(_SIDE), press.inset(4)
    body, bold = press.type.body, press.type.body.bold()
    aside = side + 4 * gap
    room = press.width - aside
    beside, titled = room >= _LINES * body.size, room >= _TITLE * body.size
    title = press.even((picture.title,), bold, room if titled else press.width)
    how = press.lines((picture.how_to_read,), body, room if beside else press.width)
    high, deep = len(title) * bold.leading, len(how) * body.leading
    # What stands beside the drawing stands level with its middle.
    top = max(0.0, (side - high - (deep if beside else 0.0)) / 2) if titled else side + gap
    below = top + high if beside or not titled else max(side, high) + gap
    return Slab(
        max(side, below + deep) + gap,
        (
            press.ink(press.under.child("P"), title, bold, aside if titled else 0.0, top),
            Ink(_figure(press, picture), draw_picture(picture.subject, side)),
            press.ink(press.under.child("P"), how, body, aside if beside else 0.0, below),
        ),
        (picture.title, picture.how_to_read),
        press.gap(9),
    )


def picture_slabs(spread: Spread, one: Picture, other: Picture) -> tuple[Slab, ...]:
    """The drawing once and below it the words in both languages, all kept together."""
    press = spread.press
    side = press.inset(_SIDE)
    shapes = tuple(moved(shape, spread.edges[0], 0.0) for shape in draw_picture(one.subject, side))
    # One drawing for two who listen: its last stroke carries what it is in the second language.
    inks = Ink(_figure(press, one), shapes[:-1]), Ink(_figure(press, other, spread.second), shapes[-1:])
    table = press.under.child("Table")
    bold = press.type.body.bold()
    slabs = (
        Slab(side, inks, before=press.gap(9)),
        spread.row(table, ((one.title,), (other.title,)), press.gap(4), bold),
        spread.row(table, ((one.how_to_read,), (other.how_to_read,)), press.gap(3)),
    )
    return *(replace(slab, keep=Keep.ALWAYS) for slab in slabs[:-1]), slabs[-1]


def _figure(press: Press, picture: Picture, language: str = "") -> Element:
    return Element("Figure", press.under, words=picture.alternative, language=language)
