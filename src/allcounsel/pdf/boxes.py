"""The three boxes of page one: the group, what is not known yet, and when to call. A box is never cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allcounsel.domain.diagram_icons import icon
from allcounsel.domain.diagram_text import Line, line_width
from allcounsel.domain.handout import CallBox, GroupBox, OpenBox, OpenRow, PhoneNumber, Piece
from allcounsel.domain.primitives import Rect
from allcounsel.domain.shapes import group_shape
from allcounsel.pdf.slab import Press, Slab, bullet_dot, heading_element, list_element
from allcounsel.pdf.structure import Drawn, Ink
from allcounsel.pdf.styles import BOX_EDGE, CALL_EDGE, DOTTED, RADIUS


# ---- the group
def group_box(press: Press, box: GroupBox, *, compact: bool = False) -> Slab:
    """The group in shape and words. ``compact``: without its sentences, for a page that has to hold more."""
    pad = press.inset(9 if compact else 10)
    shape = press.inset(46 if compact else 66)
    left = press.inset(15) + shape + press.inset(17)
    room = press.width - left - press.inset(15)
    title = press.even((box.title,), press.type.group, room)
    text = () if compact else press.lines(box.pieces, press.type.body, room)
    between = press.inset(3) if text else 0
    inner = len(title) * press.type.group.leading + between + len(text) * press.type.body.leading
    height = max(inner, shape) + 2 * pad
    top = (height - inner) / 2
    below = top + len(title) * press.type.group.leading + between
    closed = box.closed and box.group is not None
    at = press.inset(15), (height - shape) / 2
    return Slab(
        height,
        (
            _edge(press, height, "accent", BOX_EDGE),
            *group_shape(box.group, shape, closed=closed, at=at),
            press.ink(heading_element(press, box.title, 2), title, press.type.group, left, top),
            press.ink(press.under.child("P"), text, press.type.body, left, below),
        ),
        (box.title,) if compact else (box.title, *box.pieces),
        press.gap(9),
    )


def _edge(press: Press, height: float, stroke: str, width: float) -> Rect:
    # Half of the pen lies outside the box: the box is drawn in by that much, to stay in its column.
    return Rect(
        width / 2, width / 2, press.width - width, height - width, RADIUS, stroke, width, fill="surface"
    )


# ---- what is not known yet
_OPEN_PAD = 16
_OPEN_GAP = 2.6


def open_boxes(press: Press, box: OpenBox, most: float) -> tuple[Slab, ...]:
    """What is open, in one box; in several whole ones where one would be higher than ``most``."""
    whole = _open_box(press, box.heading, box.rows, box.closing)
    if whole.height <= most or len(box.rows) < 2:  # noqa: PLR2004  # one row cannot be shared out
        return (whole,)
    groups = _shared_out(press, box, most)
    last = len(groups) - 1
    return tuple(
        _open_box(press, None if index else box.heading, rows, box.closing if index == last else ())
        for index, rows in enumerate(groups)
    )


def _shared_out(press: Press, box: OpenBox, most: float) -> list[list[OpenRow]]:
    """The rows in groups, each of which leaves room in its box for heading and closing words."""
    around = _open_box(press, box.heading, (), box.closing).height
    room = press.width - 2 * press.inset(_OPEN_PAD)
    groups: list[list[OpenRow]] = [[]]
    used = around
    for row in box.rows:
        height = _open_row(press, row, 0, 0, room)[1] + press.inset(_OPEN_GAP)
        if groups[-1] and used + height > most:
            groups.append([])
            used = around
        groups[-1].append(row)
        used += height
    return groups


def _open_box(press: Press, heading: Piece | None, rows: Sequence[OpenRow], closing: Sequence[Piece]) -> Slab:
    pad = press.inset(_OPEN_PAD)
    room = press.width - 2 * pad
    body = press.type.body
    y = press.inset(12)
    drawn: list[Drawn] = []
    if heading:
        lines = press.lines((heading,), press.type.h2, room)
        drawn.append(press.ink(heading_element(press, heading, 2), lines, press.type.h2, pad, y))
        y += len(lines) * press.type.h2.leading + press.inset(2)
    table = press.inside(press.under.child("Table"))
    for row in rows:
        inks, height = _open_row(table, row, pad, y, room)
        drawn.extend(inks)
        y += height + press.inset(_OPEN_GAP)
    if closing:
        y += press.inset(2)
        lines = press.lines(closing, body, room)
        drawn.append(press.ink(press.under.child("P"), lines, body, pad, y))
        y += len(lines) * body.leading
    height = y + press.inset(12)
    pen = BOX_EDGE
    edge = Rect(
        pen / 2, pen / 2, press.width - pen, height - pen, RADIUS, "edge", pen, DOTTED,
        round_caps=True, fill="wait_bg", hatched=True,
    )  # fmt: skip
    pieces = [piece for row in rows for piece in (row.what, row.when)]
    first = [heading] if heading else []
    return Slab(height, (edge, *drawn), (*first, *pieces, *closing), press.gap(11))


def _open_row(
    press: Press, row: OpenRow, left: float, top: float, room: float
) -> tuple[tuple[Ink, ...], float]:
    """What, and at the right when; when the two do not fit beside each other, "when" stands below."""
    body = press.type.body
    line = press.under.child("TR")
    head, cell = line.child("TH", ("Table", "Scope", "Row")), line.child("TD")
    gap = press.inset(16)
    when = press.lines((row.when,), body.bold(), room)
    width = max((line_width(line, body.size, press.measure) for line in when), default=0.0)
    beside = len(when) == 1 and width <= 0.42 * room
    what = press.lines((row.what,), body, room - width - gap if beside else room)
    first = press.ink(head, what, body, left, top)
    if beside:
        right = press.ink(cell, when, body.bold(), left + room - width, top)
        return (first, right), len(what) * body.leading
    below = press.ink(cell, when, body.bold(), left, top + len(what) * body.leading)
    return (first, below), (len(what) + len(when)) * body.leading


# ---- when to call
def call_box(press: Press, box: CallBox, signs: int | None = None) -> Slab:
    """When to call and whom: the heaviest line on the page. ``signs``: how many of the signs it holds."""
    kept = box.signs if signs is None else box.signs[:signs]
    pad = press.inset(16)
    room = press.width - 2 * pad
    mark = press.inset(24)
    left = pad + mark + press.inset(12)
    y = press.inset(7) + CALL_EDGE
    heading = press.even((box.heading,), press.type.h2, press.width - left - pad)
    drawn: list[Drawn] = [*icon("phone", mark, at=(pad, y + 0.1 * mark))]
    drawn.append(press.ink(heading_element(press, box.heading, 2), heading, press.type.h2, left, y))
    y += len(heading) * press.type.h2.leading + press.inset(2)
    inks, height = phone_numbers(press, box.numbers, left, y)
    drawn.extend(inks)
    # A clear gap: a temperature never stands next to a phone number.
    y += max(height, 0.9 * mark - press.type.h2.leading) + press.inset(6)
    entries = list_element(press.under)
    for sign in kept:
        lines = press.lines((sign,), press.type.body, room - press.type.body.size)
        entry = entries.child("LI")
        drawn.append(Ink(entry.child("Lbl"), (bullet_dot(press.type.body, pad, y),)))
        body = entry.child("LBody")
        drawn.append(press.ink(body, lines, press.type.body, pad + press.type.body.size, y))
        y += len(lines) * press.type.body.leading + press.inset(1.4)
    y += press.inset(3)
    lines = _closing(press, box.closing, room)
    drawn.append(press.ink(press.under.child("P"), lines, press.type.body, pad, y))
    y += len(lines) * press.type.body.leading
    more = box.goes_on if len(kept) < len(box.signs) else ()
    if more:
        lines = press.lines(more, press.type.body, room)
        drawn.append(press.ink(press.under.child("P"), lines, press.type.body, pad, y))
        y += len(lines) * press.type.body.leading
    numbers = [piece for phone in box.numbers for piece in (phone.number, phone.label)]
    return Slab(
        y + press.inset(8) + CALL_EDGE,
        (_edge(press, y + press.inset(8) + CALL_EDGE, "ink", CALL_EDGE), *drawn),
        (box.heading, *numbers, *kept, *box.closing, *more),
        press.gap(12),
    )


_TEMPERATURE = re.compile(r"[\d.,]+\s*°")
_DIGITS = re.compile(r"\d")


def _closing(press: Press, pieces: Sequence[Piece], room: float) -> tuple[Line, ...]:
    """Sentences that run on, but anew where a line would hold a temperature and another number."""
    body = press.type.body
    whole = press.lines(pieces, body, room)
    if not any(_mixed(line.text) for line in whole):
        return whole
    lines: list[Line] = []
    held: list[Piece] = []
    for piece in pieces:
        if held and any(_mixed(line.text) for line in press.lines((*held, piece), body, room)):
            lines.extend(press.lines(held, body, room))
            held = []
        held.append(piece)
    return (*lines, *press.lines(held, body, room))


def _mixed(line: str) -> bool:
    rest = _TEMPERATURE.sub("", line)
    return rest != line and bool(_DIGITS.search(rest))


def phone_numbers(
    press: Press, numbers: Sequence[PhoneNumber], left: float, top: float
) -> tuple[tuple[Ink, ...], float]:
    """Phone numbers at the size of the group, each with what it is for, as many beside each other as fit."""
    big, body = press.type.group, press.type.body
    room = press.width - left - press.inset(16)
    gap = press.inset(6)
    drawn: list[Ink] = []
    x, y = left, top
    for phone in numbers:
        element = press.under.child("P")
        number = press.lines((phone.number,), big, room)
        label = press.lines((phone.label,), body, room)
        wide = _widest(press, number, big.size)
        whole = wide + gap + _widest(press, label, body.size)
        if x > left and x + whole > left + room:
            x, y = left, y + big.leading
        drawn.append(press.ink(element, number, big, x, y))
        y += (len(number) - 1) * big.leading
        if whole <= room and len(number) == len(label) == 1:
            # One base line for both sizes.
            drop = (big.leading - body.leading) / 2 + 0.334 * (big.size - body.size)
            drawn.append(press.ink(element, label, body, x + wide + gap, y + drop))
            x += whole + press.inset(20)
        else:
            drawn.append(press.ink(element, label, body, left, y + big.leading))
            x, y = left, y + big.leading + len(label) * body.leading
    return tuple(drawn), y - top + (big.leading if x > left else 0.0)


def _widest(press: Press, lines: Sequence[Line], size: float) -> float:
    return max((line_width(line, size, press.measure) for line in lines), default=0.0)
