"""Where everything of the road from top to bottom goes: rows of steps, columns of lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

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


class Form(Enum):
    """Where the words of the lanes stand, best first."""

    BESIDE = "beside"
    """In tall boxes beside the steps."""
    BENEATH = "beneath"
    """The same, but a lane that runs beside all steps is a wide box beneath them."""
    BARS = "bars"
    """Beneath the steps; beside them only narrow bars, which may be cut where a page ends."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows of steps, the lanes beside them, and the lanes whose words stand beneath."""

    form: Form
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    beneath: tuple[Lane, ...]
    card_x: float
    card_width: float

    @property
    def foot(self) -> float:
        """Where the steps end."""
        return self.rows[-1].foot if self.rows else 0.0


def sensible_layouts(sheet: Sheet) -> tuple[Layout, ...]:
    """The forms in which no word is crowded, best first; the last one always is."""
    bars = _layout(sheet, Form.BARS)
    if not bars.columns:
        return (bars,)
    return (
        *(one for form in (Form.BESIDE, Form.BENEATH) if _calm(sheet, one := _layout(sheet, form), bars)),
        bars,
    )


def _calm(sheet: Sheet, layout: Layout, bars: Layout) -> bool:
    """Whether words fit, and steps are not stretched only to make room for a lane's words."""
    least = max(13 * sheet.skin.text.size, _widest(sheet))
    return layout.card_width >= least and layout.foot <= 1.3 * bars.foot


def _widest(sheet: Sheet) -> float:
    return max(
        widest_word((s.line, s.state), sheet.skin, sheet.measure, title=sentence(s.title))
        + 2 * padding(s, sheet.skin)[0]
        for s in sheet.road.steps
    )


def _layout(sheet: Sheet, form: Form) -> Layout:
    skin, road = sheet.skin, sheet.road
    all_the_way = tuple(lane for lane in road.lanes if lane.last - lane.first + 1 >= len(road.steps))
    beneath = {Form.BESIDE: (), Form.BENEATH: all_the_way, Form.BARS: road.lanes}[form]
    beside = [lane for lane in road.lanes if form is Form.BARS or lane not in beneath]
    columns = _columns(sheet, beside, bars=form is Form.BARS) if road.steps else ()
    card_x = skin.ring + 1.15 * skin.text.size
    right = columns[0].x - 0.75 * skin.text.size if columns else sheet.width
    card_width = max(right - card_x, 4 * skin.text.size)
    rows = _stretched(sheet, _rows(sheet, card_width), columns)
    return Layout(form, rows, columns, beneath, card_x, card_width)


def tight(sheet: Sheet) -> float:
    """Between two texts of one box."""
    return 0.2 * sheet.skin.text.size


def _columns(sheet: Sheet, lanes: Sequence[Lane], *, bars: bool) -> tuple[Column, ...]:
    """The lanes from right to left, the first lane nearest to the steps."""
    skin = sheet.skin
    right = sheet.width
    found: list[Column] = []
    for lane in reversed(lanes):
        width = 1.9 * skin.icon if bars else _lane_width(sheet, lane)
        blocks = () if bars else _lane_blocks(sheet, lane, width)
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


def _lane_blocks(sheet: Sheet, lane: Lane, width: float) -> tuple[TextBlock, ...]:
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
        top += height + sheet.skin.gap
    return tuple(found)


def aside_pad(sheet: Sheet) -> float:
    """From the edge of the small box inside a waiting step to its words."""
    return 0.5 * sheet.skin.text.size


def _step_blocks(sheet: Sheet, stop: Stop, room: float) -> tuple[TextBlock, ...]:
    """The words of a step; where "You are here" stands behind the title, that has a line of its own."""
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
    gap, skin = sheet.skin.gap, sheet.skin
    for column in columns:
        lane = column.lane
        beside = range(lane.first, lane.last + 1)
        need = (
            stack_height(column.blocks, tight(sheet)) + 2 * padding(lane.stop, skin)[1]
            if column.blocks
            else 0
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
