"""A small drawing with its words at its right, or below it where the column is too narrow for that."""

from __future__ import annotations

from allcounsel.domain.handout import Picture
from allcounsel.domain.pictures import draw_picture
from allcounsel.pdf.slab import Press, Slab
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


def _figure(press: Press, picture: Picture) -> Element:
    return Element("Figure", press.under, words=picture.alternative)
