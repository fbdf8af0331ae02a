"""Where everything of the road from top to bottom goes: rows of steps, columns of lanes, and which form fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allcounsel.domain.diagram_parts import (
    TextBlock,
    padding,
    pin_size,
    stack_height,
    text_block,
    widest_word,
)
from allcounsel.domain.diagram_road import Lane, Stop, sentence
from allcounsel.domain.diagram_sheet import Sheet
from allcounsel.domain.diagram_text import line_width


@dataclass(frozen=True, slots=True)
class Row:
    """One step: its texts, and its place from the top of the road."""

    stop: Stop
    blocks: tuple[TextBlock, ...]
    aside: TextBlock | None
    top: float
    height: float

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Column:
    """One lane at the right: its texts, empty when it is only a bar."""

    lane: Lane
    x: float
    width: float
    blocks: tuple[TextBlock, ...]
    sometimes: TextBlock | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows and columns; ``bars``: the lanes' words stand below."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    card_x: float
    card_width: float
    bars: bool


def layout(sheet: Sheet, height: float | None) -> Layout:
    """Lanes beside the steps with their words, or as bars where that would crowd the steps."""
    wide = _try(sheet, bars=False)
    if not sheet.road.lanes or not sheet.road.steps:
        return wide
    narrow = _try(sheet, bars=True)
    size = sheet.skin.text.size
    too_long = height is not None and wide.rows[-1].foot > height
    words_fit = wide.card_width >= max(13 * size, _widest(sheet))
    # Steps that are stretched only to make room for a lane's words leave the page full of holes.
    stretched = wide.rows[-1].foot > 1.3 * narrow.rows[-1].foot
    return narrow if too_long or stretched or not words_fit else wide


def _widest(sheet: Sheet) -> float:
    return max(
        widest_word((s.line, s.state), sheet.skin, sheet.measure, title=sentence(s.title))
        + 2 * padding(s, sheet.skin)[0]
        for s in sheet.road.steps
    )


def _try(sheet: Sheet, *, bars: bool) -> Layout:
    skin = sheet.skin
    columns = _columns(sheet, bars=bars)
    card_x = skin.ring + 1.15 * skin.text.size
    right = columns[0].x - 0.75 * skin.text.size if columns else sheet.width
    card_width = max(right - card_x, 4 * skin.text.size)
    rows = _rows(sheet, card_width)
    rows = _stretched(sheet, rows, columns)
    return Layout(rows, columns, card_x, card_width, bars)


def row_gap(sheet: Sheet) -> float:
    return 0.6 * sheet.skin.text.size


def tight(sheet: Sheet) -> float:
    return 0.2 * sheet.skin.text.size


def _columns(sheet: Sheet, *, bars: bool) -> tuple[Column, ...]:
    """The lanes from right to left, the first lane nearest to the steps."""
    skin = sheet.skin
    right = sheet.width
    found: list[Column] = []
    for lane in reversed(sheet.road.lanes if sheet.road.steps else ()):
        width = 1.9 * skin.icon if bars else _lane_width(sheet, lane)
        blocks = () if bars else lane_blocks(sheet, lane, width)
        words = None
        if lane.sometimes is not None and not bars:
            words = text_block(sheet.words.sometimes, skin.text, width - 2 * skin.pad[0], skin, sheet.measure)
        found.append(Column(lane, right - width, width, blocks, words))
        right -= width + 0.6 * skin.text.size
    return tuple(reversed(found))


def _lane_width(sheet: Sheet, lane: Lane) -> float:
    words = (lane.stop.line, lane.stop.state, sheet.words.sometimes)
    widest = widest_word(words, sheet.skin, sheet.measure, title=lane.stop.title)
    return max(6.2 * sheet.skin.text.size, widest + 2 * padding(lane.stop, sheet.skin)[0] + 1)


def lane_blocks(sheet: Sheet, lane: Lane, width: float) -> tuple[TextBlock, ...]:
    stop, skin = lane.stop, sheet.skin
    room = width - 2 * padding(stop, skin)[0]
    found = [text_block(stop.title, skin.title, room, skin, sheet.measure)]
    for text, mark in ((stop.line, None), (stop.state, "clock" if stop.pending else None)):
        if text:
            found.append(text_block(text, skin.text, room, skin, sheet.measure, mark))
    return tuple(found)


def _rows(sheet: Sheet, width: float) -> tuple[Row, ...]:
    skin = sheet.skin
    top = 0.0
    found = []
    for stop in sheet.road.steps:
        pad = padding(stop, skin)
        room = width - 2 * pad[0]
        blocks = _step_blocks(sheet, stop, room)
        aside = None
        height = stack_height(blocks, tight(sheet)) + 2 * pad[1] + pin_extra(sheet, stop, blocks, room)
        if stop.another_road:
            aside = text_block(stop.another_road, skin.text, room - 2 * aside_pad(sheet), skin, sheet.measure)
            height += aside.height + 2 * aside_pad(sheet) + 0.4 * skin.text.size
        height = max(height, skin.ring + 4)
        found.append(Row(stop, blocks, aside, top, height))
        top += height + row_gap(sheet)
    return tuple(found)


def aside_pad(sheet: Sheet) -> float:
    return 0.5 * sheet.skin.text.size


def _step_blocks(sheet: Sheet, stop: Stop, room: float) -> tuple[TextBlock, ...]:
    """The words of a step. "You are here" stands behind the title, so there the title has a line of its own."""
    skin = sheet.skin
    line = stop.line if stop.pending else " ".join(part for part in (stop.line, stop.state) if part)
    if stop.here:
        found = [text_block(sentence(stop.title), skin.title, room, skin, sheet.measure)]
        if line:
            found.append(text_block(line, skin.text, room, skin, sheet.measure))
    else:
        words = f"**{sentence(stop.title)}** {line}"
        found = [text_block(words, skin.text, room, skin, sheet.measure)]
    if stop.pending:
        found.append(text_block(stop.state, skin.text, room, skin, sheet.measure, "clock"))
    return tuple(found)


def pin_beside(sheet: Sheet, blocks: Sequence[TextBlock], room: float) -> bool:
    """Whether the label fits behind the title."""
    title = blocks[0].lines
    taken = line_width(title[-1], sheet.skin.title.size, sheet.measure) if title else 0
    wide = pin_size(sheet.words, sheet.skin, sheet.measure)[0]
    return len(title) <= 1 and taken + wide + sheet.skin.text.size <= room


def pin_extra(sheet: Sheet, stop: Stop, blocks: Sequence[TextBlock], room: float) -> float:
    """Height that the label "You are here" adds."""
    if not stop.here:
        return 0.0
    high = pin_size(sheet.words, sheet.skin, sheet.measure)[1]
    return high - sheet.skin.title.leading if pin_beside(sheet, blocks, room) else high + tight(sheet)


def _stretched(sheet: Sheet, rows: tuple[Row, ...], columns: Sequence[Column]) -> tuple[Row, ...]:
    """Rows made higher where a lane's words need more than the steps it runs beside."""
    heights = [row.height for row in rows]
    gap, skin = row_gap(sheet), sheet.skin
    for column in columns:
        lane = column.lane
        beside = range(lane.first, lane.last + 1)
        need = (
            stack_height(column.blocks, tight(sheet)) + 2 * padding(lane.stop, skin)[1] if column.blocks else 0
        )
        lacking = need - sum(heights[index] for index in beside) - gap * (len(beside) - 1)
        if lacking > 0:
            for index in beside:
                heights[index] += lacking / len(beside)
        if lane.sometimes is not None and column.sometimes:
            least = column.sometimes.height + 2 * skin.pad[1]
            heights[lane.sometimes] = max(heights[lane.sometimes], least)
    top = 0.0
    found = []
    for row, height in zip(rows, heights, strict=True):
        found.append(replace(row, top=top, height=height))
        top += height + gap
    return tuple(found)
