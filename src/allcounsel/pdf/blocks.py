"""One function for each kind of block of a handout: it turns the block into slabs, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from allcounsel.domain.handout import (
    Block,
    Bullets,
    CallBox,
    Figure,
    GroupBox,
    Heading,
    IconArray,
    OpenBox,
    Paragraph,
    Picture,
    SideBySide,
    WritingLines,
)
from allcounsel.domain.primitives import Path
from allcounsel.pdf.boxes import call_box, group_box, open_boxes
from allcounsel.pdf.columns import side_by_side
from allcounsel.pdf.figure import figure_slabs
from allcounsel.pdf.icons import icon_array_slabs
from allcounsel.pdf.picture import picture_slab
from allcounsel.pdf.slab import Keep, Press, Slab, bullet_slabs, heading_slabs, list_element, text_slabs

ABOVE_HEADING = {1: 24.0, 2: 12.0}
_LINES_AT_LEAST = 2
"""So many lines to write on stand below what asks for them; more only where the page has room."""


def blocks_slabs(press: Press, blocks: Sequence[Block], room: float) -> tuple[Slab, ...]:
    """The slabs of blocks that follow each other. ``room``: height of a page."""
    found: list[Slab] = []
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        slabs = block_slabs(press, block, room, headed=isinstance(before, Heading))
        if isinstance(block, Paragraph) and isinstance(after, Figure):
            # A short word before a picture belongs to the picture.
            slabs = tuple(replace(slab, keep=Keep.TOGETHER) for slab in slabs)
        if isinstance(block, Paragraph) and _is_led_to(after) and len(slabs) == 1:
            # A line that leads to a list, or to lines to write on, is not left behind by it.
            slabs = (replace(slabs[0], keep=Keep.ALWAYS),)
        if isinstance(block, Paragraph | Bullets) and isinstance(after, Picture) and slabs:
            slabs = (*slabs[:-1], replace(slabs[-1], keep=Keep.TOGETHER))
        found.extend(slabs)
    return tuple(found)


def _is_led_to(block: Block | None) -> bool:
    """Whether the line above belongs to this block; spare lines to write on ask for no line above."""
    return isinstance(block, Bullets) or (isinstance(block, WritingLines) and not block.spare)


def block_slabs(  # noqa: C901, PLR0911  # one flat case for each kind of block
    press: Press, block: Block, room: float, *, headed: bool
) -> tuple[Slab, ...]:
    """The slabs of one block. ``headed``: it follows straight on its heading."""
    match block:
        case Heading():
            return _heading(press, block)
        case Paragraph():
            return text_slabs(press, block.pieces, press.type.body, press.gap(3 if headed else 6))
        case Bullets():
            return tuple(_bullets(press, block, headed=headed))
        case GroupBox():
            return (group_box(press, block),)
        case OpenBox():
            return open_boxes(press, block, room)
        case CallBox():
            return (call_box(press, block),)
        case SideBySide():
            return side_by_side(press, block, room)
        case Figure():
            return figure_slabs(press, block)
        case Picture():
            return (picture_slab(press, block),)
        case IconArray():
            return icon_array_slabs(press, block)
        case WritingLines():
            return _writing_lines(press, block)
        case _:
            assert_never(block)


def _heading(press: Press, block: Heading) -> tuple[Slab, ...]:
    above = press.gap(ABOVE_HEADING.get(block.level, 9.0))
    return heading_slabs(press, block.piece, block.level, above)


def _bullets(press: Press, block: Bullets, *, headed: bool) -> Iterator[Slab]:
    entries = list_element(press.under, numbered=block.numbered)
    for index, piece in enumerate(block.pieces):
        before = press.gap(1.6) if index else press.gap(2 if headed else 5)
        yield from bullet_slabs(press, piece, entries, before, index + 1 if block.numbered else None)


def _writing_lines(press: Press, block: WritingLines) -> tuple[Slab, ...]:
    height = press.type.body.leading * 1.5
    line = Path(((0.0, height), (press.width, height)), "edge", 0.7)
    together = block.count if block.spare else _LINES_AT_LEAST
    return tuple(
        Slab(
            height,
            (line,),
            keep=Keep.TOGETHER if index + 1 < together else Keep.FREE,
            spare=block.spare or index >= _LINES_AT_LEAST,
        )
        for index in range(block.count)
    )
