"""Lists in columns beside each other; below each other where a column would be too narrow to read."""

from __future__ import annotations

from dataclasses import replace

from allcounsel.domain.handout import NumberedList, Piece, SideBySide
from allcounsel.pdf.slab import Keep, Press, Slab, heading_element, list_element, list_mark
from allcounsel.pdf.structure import Drawn, Ink

_GUTTER = 22.0
_NARROWEST = 16.0
"""A column holds at least so many times the size of its letters: about 32 of them."""


def side_by_side(press: Press, block: SideBySide, room: float) -> tuple[Slab, ...]:
    """One slab with the lists beside each other, or one for each list. ``room``: height of a page."""
    count = len(block.lists)
    gutter = press.inset(_GUTTER)
    width = (press.width - (count - 1) * gutter) / count
    if width >= _NARROWEST * press.type.body.size:
        drawn: list[Drawn] = []
        heights = []
        for index, part in enumerate(block.lists):
            inks, height = _list(replace(press, width=width), part, index * (width + gutter))
            drawn.extend(inks)
            heights.append(height)
        whole = Slab(max(heights), tuple(drawn), _pieces(block.lists), press.gap(11))
        if whole.height <= room:
            return (whole,)
    return tuple(_alone(press, part) for part in block.lists)


def _alone(press: Press, part: NumberedList) -> Slab:
    inks, height = _list(press, part, 0.0)
    return Slab(height, tuple(inks), _pieces((part,)), press.gap(11), Keep.TOGETHER)


def _pieces(lists: tuple[NumberedList, ...]) -> tuple[Piece, ...]:
    return tuple(piece for part in lists for piece in (part.heading, *part.pieces))


def _list(press: Press, part: NumberedList, left: float) -> tuple[list[Drawn], float]:
    """What is drawn of one list, and how high it is."""
    style, body = press.type.h2, press.type.body
    lines = press.lines((part.heading,), style, press.width)
    drawn: list[Drawn] = [press.ink(heading_element(press, part.heading, 2), lines, style, left, 0.0)]
    y = len(lines) * style.leading + press.inset(2)
    entries = list_element(press.under, numbered=True)
    indent = 1.45 * body.size
    for index, piece in enumerate(part.pieces):
        entry = entries.child("LI")
        drawn.append(Ink(entry.child("Lbl"), list_mark(press, index + 1, left, y)))
        lines = press.lines((piece,), body, press.width - indent)
        drawn.append(press.ink(entry.child("LBody"), lines, body, left + indent, y))
        y += len(lines) * body.leading + press.inset(1.6)
    return drawn, y
