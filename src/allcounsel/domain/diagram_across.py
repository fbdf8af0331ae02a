"""The road from left to right, for screens: steps in a row, lanes beneath, options below, legend last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from allcounsel.domain.assessment import NodeStyle, Pathway
from allcounsel.domain.diagram import DiagramNode, DiagramPlan, DiagramWords, Measure
from allcounsel.domain.diagram_icons import icon
from allcounsel.domain.diagram_parts import (
    LANE_ICONS,
    TextBlock,
    card,
    draw_stack,
    padding,
    pin,
    pin_size,
    ring,
    screen_skin,
    stack_height,
    text_block,
    widest_word,
)
from allcounsel.domain.diagram_road import Lane, Stop, read_road, sentence
from allcounsel.domain.diagram_sheet import FRAME, Sheet, place_options
from allcounsel.domain.pathway import NodeKind, PathwayTable
from allcounsel.domain.primitives import Path, Primitive, Rect

WIDTH = 912.0
ANOTHER_ROAD = "another_road"
_GAP = 12.0
_FEW = 5
_TALL = 144
_LOW = 112
"""Least height of a step at text size 14: with many steps (narrow boxes), with few."""


def plan_across(  # noqa: PLR0913  # the two last are for the screen's text scale and for pictures that stand alone
    words: DiagramWords,
    pathway: Pathway,
    table: PathwayTable | Sequence[NodeKind],
    measure: Measure,
    *,
    width: float = WIDTH,
    text_size: float = 14.0,
    titled: bool = False,
) -> DiagramPlan:
    """The picture for a screen. ``titled``: with title and intro on top, for a file of its own."""
    road = read_road(words, pathway, table)
    sheet = Sheet(words, road, screen_skin(text_size), width, measure)
    y = sheet.heading() if titled else 0.0
    size = sheet.skin.text.size
    boxes = _step_columns(sheet)
    if boxes:
        y = _steps(sheet, boxes, y)
    y = _lanes(sheet, boxes, y)
    if road.options:
        y += 1.9 * size if y else 0
        if road.fork:
            _fork(sheet, y)
        y = place_options(sheet, y, column=15.4 * size, run_in=False)
    # The label above the steps belongs to the background: its words come after the nodes, before the legend.
    sheet.texts.extend([words.here] if any(step.here for step in road.steps) else [])
    return sheet.plan(sheet.legend(y + 1.4 * size))


# ---- steps
@dataclass(frozen=True, slots=True)
class _Column:
    """One step with its place from left to right."""

    stop: Stop
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width


def _step_columns(sheet: Sheet) -> tuple[_Column, ...]:
    """Equal columns, unless a long word needs a wider one."""
    steps, skin = sheet.road.steps, sheet.skin
    if not steps:
        return ()
    # The options come after the last step: their arrow needs room to go round the lanes.
    total = sheet.width - (4 * skin.text.size if sheet.road.fork else 0) - _GAP * (len(steps) - 1)
    needs = [_need(sheet, stop) for stop in steps]
    x = 0.0
    found = []
    for stop, wide in zip(steps, share(needs, total), strict=True):
        found.append(_Column(stop, x, wide))
        x += wide + _GAP
    return tuple(found)


def _need(sheet: Sheet, stop: Stop) -> float:
    """The longest word, and at least number and clock beside each other."""
    skin = sheet.skin
    words = widest_word((stop.line, stop.state), skin, sheet.measure, title=stop.title)
    return max(words, skin.ring + 1.2 * skin.icon) + 2 * padding(stop, skin)[0]


def share(needs: Sequence[float], total: float) -> tuple[float, ...]:
    """Splits a length evenly, but gives each at least what it needs; too little hits only the largest."""
    if sum(needs) >= total:
        most = _cap(needs, total)
        return tuple(min(need, most) for need in needs)
    fixed: set[int] = set()
    while True:
        free = [index for index in range(len(needs)) if index not in fixed]
        each = (total - sum(needs[index] for index in fixed)) / len(free)
        tight = {index for index in free if needs[index] > each}
        if not tight:
            return tuple(needs[index] if index in fixed else each for index in range(len(needs)))
        fixed |= tight


def _cap(needs: Sequence[float], total: float) -> float:
    """The height at which needs must be cut off so that together they are the total."""
    left = total
    ordered = sorted(needs)
    for index, need in enumerate(ordered):
        each = left / (len(ordered) - index)
        if need > each:
            return each
        left -= need
    return ordered[-1]


def _steps(sheet: Sheet, columns: Sequence[_Column], top: float) -> float:
    """The row of steps with what stands above it; returns its foot."""
    skin = sheet.skin
    stacks = [_blocks(sheet, column) for column in columns]
    least = (_TALL if len(columns) > _FEW else _LOW) * skin.text.size / 14
    height = max(
        [least]
        + [
            stack_height(blocks, _tight(sheet))
            + skin.ring
            + 0.4 * skin.text.size
            + 2 * padding(c.stop, skin)[1]
            for c, blocks in zip(columns, stacks, strict=True)
        ]
    )
    above = _above(sheet, columns)
    y = top + above.height
    _draw_pin(sheet, above, y)
    for before, here in pairwise(columns):
        middle = y + height / 2
        sheet.arrow(before.stop.id, here.stop.id, ((before.right, middle), (here.x, middle)))
    for column, blocks in zip(columns, stacks, strict=True):
        _draw_step(sheet, column, Rect(column.x, y, column.width, height, skin.radius), blocks)
        if column.stop.another_road:
            _draw_road(sheet, column.stop, above, y)
    return y + height


def _tight(sheet: Sheet) -> float:
    return sheet.skin.text.size * 0.15


def _blocks(sheet: Sheet, column: _Column) -> tuple[TextBlock, ...]:
    stop, skin = column.stop, sheet.skin
    room = column.width - 2 * padding(stop, skin)[0]
    found = [text_block(stop.title, skin.title, room, skin, sheet.measure)]
    if stop.line:
        found.append(text_block(stop.line, skin.text, room, skin, sheet.measure))
    if stop.state:
        found.append(text_block(stop.state, skin.text, room, skin, sheet.measure))
    return tuple(found)


def _draw_step(sheet: Sheet, column: _Column, box: Rect, blocks: Sequence[TextBlock]) -> None:
    stop, skin = column.stop, sheet.skin
    pad = padding(stop, skin)
    left, top = box.x + pad[0], box.y + pad[1]
    shapes: list[Primitive] = [card(stop, skin, box)]
    shapes.extend(ring(stop, skin, left + skin.ring / 2, top + skin.ring / 2, sheet.measure))
    if stop.pending:
        shapes.extend(_clock(sheet, box.x + box.width - pad[0], top))
    at = left, top + skin.ring + 0.4 * skin.text.size
    shapes.extend(draw_stack(blocks, _tight(sheet), at, skin, sheet.measure))
    sheet.node(stop, box, shapes, (stop.title, stop.line, stop.state))


def _clock(sheet: Sheet, right: float, top: float) -> tuple[Primitive, ...]:
    size = sheet.skin.icon
    return icon("clock", size, at=(right - size, top + (sheet.skin.ring - size) / 2), colour="ink2")


# ---- above the steps: the pin, and the road that a waiting check may open
@dataclass(frozen=True, slots=True)
class _Above:
    """What stands above the steps, measured upwards from their top edge, and the height it all takes."""

    pin: Rect | None
    tail: float
    road: Rect | None
    leaves: float
    height: float


def _above(sheet: Sheet, columns: Sequence[_Column]) -> _Above:
    size = sheet.skin.text.size
    here = next((column for column in columns if column.stop.here), None)
    check = next((column for column in columns if column.stop.another_road), None)
    gap = 2 * size
    leaves = check.x + check.width * (0.8 if check is here else 0.5) if check else 0.0
    label = _pin_place(sheet, here, leaves if check is here else None) if here else None
    tail = min(here.x + here.width / 2, label.x + label.width - size) if here and label else 0.0
    road = _road_place(sheet, columns, check, gap) if check else None
    if road and label and road.x < label.x + label.width + size:
        road = replace(road, y=label.y - 0.6 * size - road.height)  # the label stands between road and steps
    heights = [-box.y for box in (label, road) if box]
    return _Above(label, tail, road, leaves, max(heights, default=0.0))


def _pin_place(sheet: Sheet, here: _Column, arrow: float | None) -> Rect:
    """The label is in the middle of its step, or ends where it ends, or left of an arrow that leaves it."""
    width, height = pin_size(sheet.words, sheet.skin, sheet.measure)
    size = sheet.skin.text.size
    right = here.right if arrow is None else arrow - 0.7 * size
    middle = here.x + (here.width - width) / 2
    left = middle if arrow is None and middle > here.x else right - width
    left = min(max(0.0, left), max(0.0, sheet.width - width))
    return Rect(left, -(height + 1.1 * size), width, height)


def _road_place(sheet: Sheet, columns: Sequence[_Column], check: _Column, gap: float) -> Rect:
    skin = sheet.skin
    right = columns[-1].right
    width = min(right, max(right - check.x, 27 * skin.text.size))
    block = _road_text(sheet, check.stop, width)
    height = block.height + 2 * skin.waiting_pad[1]
    return Rect(right - width, -(gap + height), width, height, skin.radius)


def _road_text(sheet: Sheet, stop: Stop, width: float) -> TextBlock:
    skin = sheet.skin
    room = width - 2 * skin.waiting_pad[0]
    return text_block(stop.another_road or "", skin.text, room, skin, sheet.measure, "clock")


def _draw_pin(sheet: Sheet, above: _Above, foot: float) -> None:
    if above.pin is None:
        return
    skin, label = sheet.skin, above.pin
    wide = 0.6 * skin.text.size
    base = foot + label.y + label.height - 1
    tail = ((above.tail - wide, base), (above.tail + wide, base), (above.tail, base + 0.75 * skin.text.size))
    sheet.background.append(Path(tail, None, 0, closed=True, fill="accent"))
    sheet.background.extend(pin(sheet.words, skin, label.x, foot + label.y, sheet.measure))


def _draw_road(sheet: Sheet, stop: Stop, above: _Above, foot: float) -> None:
    if above.road is None:
        return
    skin = sheet.skin
    box = replace(above.road, y=foot + above.road.y)
    shapes = replace(
        box,
        stroke="edge",
        stroke_width=skin.edge,
        dash=skin.dotted,
        round_caps=True,
        fill="wait_bg",
        hatched=True,
    )
    text = _road_text(sheet, stop, box.width)
    words = text.draw(box.x + skin.waiting_pad[0], box.y + skin.waiting_pad[1], skin, sheet.measure)
    name = (stop.another_road or "").replace("**", "")
    sheet.nodes.append(DiagramNode(ANOTHER_ROAD, box, name, "", (shapes, *words)))
    sheet.texts.append(stop.another_road or "")
    way = (above.leaves, foot), (above.leaves, box.y + box.height)
    sheet.arrow(stop.id, ANOTHER_ROAD, way, dotted=True)


# ---- beneath the steps
def _lanes(sheet: Sheet, columns: Sequence[_Column], top: float) -> float:
    """Each lane a bar under the steps it runs beside; returns their foot."""
    y = top
    for index, lane in enumerate(sheet.road.lanes):
        if y:
            y += (1.0 if index else 1.6) * sheet.skin.text.size
        y = _lane(sheet, lane, columns, y)
    return y


def _lane(sheet: Sheet, lane: Lane, columns: Sequence[_Column], y: float) -> float:
    skin, stop = sheet.skin, lane.stop
    pad = padding(stop, skin)[0] + 2
    left, right = (columns[lane.first].x, columns[lane.last].right) if columns else (0.0, sheet.width)
    text = f"**{sentence(stop.title)}** {stop.line}"
    mark = "plus" if stop.dashed else LANE_ICONS.get(stop.id)
    blocks = [
        text_block(text, replace(skin.title, weight=400), right - left - 2 * pad, skin, sheet.measure, mark)
    ]
    if stop.state:
        blocks.append(text_block(stop.state, skin.text, right - left - 2 * pad, skin, sheet.measure, "clock"))
    aside = _sometimes(sheet, lane, columns)
    inner = stack_height(blocks, _tight(sheet))
    height = max(3.4 * skin.text.size, inner + 2 * pad, aside[1].height + 2 * pad if aside else 0)
    bar = Rect(left, y, right - left, height, skin.radius)
    at = left + pad, y + (height - inner) / 2
    shapes = [card(stop, skin, bar), *draw_stack(blocks, _tight(sheet), at, skin, sheet.measure)]
    if aside:
        column, words = aside
        shapes.append(card(_MAYBE, skin, Rect(column.x, y, column.width, height)))
        shapes.extend(words.draw(column.x + pad, y + (height - words.height) / 2, skin, sheet.measure))
        right = column.right
    texts = (stop.title, stop.line, stop.state, sheet.words.sometimes if aside else "")
    sheet.node(stop, replace(bar, width=right - left), shapes, texts)
    return y + height


_MAYBE = Stop("", NodeStyle.DASHED, "", "", "")


def _sometimes(sheet: Sheet, lane: Lane, columns: Sequence[_Column]) -> tuple[_Column, TextBlock] | None:
    if lane.sometimes is None or not columns:
        return None
    column, skin = columns[lane.sometimes], sheet.skin
    room = column.width - 2 * (skin.pad[0] + 2)
    return column, text_block(sheet.words.sometimes, skin.text, room, skin, sheet.measure)


def _fork(sheet: Sheet, top: float) -> None:
    """From the last step round the lanes down to the options."""
    last = sheet.nodes_of_steps()[-1]
    x = sheet.width - 1.6 * sheet.skin.text.size
    middle = last.box.y + last.box.height / 2
    way = (last.box.x + last.box.width, middle), (x, middle), (x, top)
    sheet.arrow(last.id, FRAME, way)
