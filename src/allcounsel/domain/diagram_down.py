"""The road from top to bottom, for paper and large text: numbers at the left, lanes at the right.

When words are too wide for lanes beside the steps, their words stand in boxes below: text is set anew, never
made smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allcounsel.domain.assessment import NodeStyle, Pathway
from allcounsel.domain.diagram import DiagramArrow, DiagramPlan, DiagramWords, Measure
from allcounsel.domain.diagram_icons import icon
from allcounsel.domain.diagram_parts import (
    LANE_ICONS,
    TextBlock,
    card,
    draw_stack,
    padding,
    paper_skin,
    pin,
    pin_size,
    ring,
    stack_height,
    text_block,
)
from allcounsel.domain.diagram_road import Lane, Stop, read_road, sentence
from allcounsel.domain.diagram_rows import (
    Column,
    Form,
    Layout,
    Row,
    aside_pad,
    pin_beside,
    pin_extra,
    sensible_layouts,
    tight,
)
from allcounsel.domain.diagram_sheet import FRAME, Sheet, place_options
from allcounsel.domain.pathway import NodeKind, PathwayTable
from allcounsel.domain.primitives import Path, Primitive, Rect

_MAYBE = Stop("", NodeStyle.DASHED, "", "", "")


def plan_down(  # noqa: PLR0913  # the two last have defaults that fit a page
    words: DiagramWords,
    pathway: Pathway,
    table: PathwayTable | Sequence[NodeKind],
    measure: Measure,
    width: float,
    text_size: float,
    *,
    height: float | None = None,
    titled: bool = False,
) -> DiagramPlan:
    """The picture for a column of ``width``, if it can be no higher than ``height`` (what a page has left).

    ``titled``: with title and intro on top, for a file of its own.
    """
    road = read_road(words, pathway, table)

    def sheet(*, close: bool) -> Sheet:
        return Sheet(words, road, paper_skin(text_size, close=close), width, measure)

    if height is None:
        # Nobody says where it will be cut: a lane beside only some of the steps would leave half-empty pages.
        layouts = sensible_layouts(sheet(close=False))
        calm = next(layout for layout in layouts if layout.form is not Form.BENEATH)
        return _drawn(sheet(close=False), calm, titled=titled)
    cuttable = None
    for close in (False, True):
        for layout in sensible_layouts(sheet(close=close)):
            plan = _drawn(sheet(close=close), layout, titled=titled)
            if plan.height <= height:
                return plan
            if not close and (layout.foot <= height or layout.form is Form.BARS):
                # Too long for a page in any form: it will be cut, and only between boxes.
                cuttable = cuttable or plan
    return cuttable or plan


def _drawn(sheet: Sheet, layout: Layout, *, titled: bool) -> DiagramPlan:
    size = sheet.skin.text.size
    top = sheet.heading() if titled else 0.0
    y = _draw_steps(sheet, layout, top)
    y = _draw_lanes(sheet, layout, top, y)
    if sheet.road.options:
        y += 1.4 * sheet.skin.gap if y else 0
        if sheet.road.fork:
            _fork(sheet, y)
        y = place_options(sheet, y, column=10.4 * size, run_in=True)
    return sheet.plan(sheet.legend(y + 0.4 * size + sheet.skin.gap if y else 0))


def _draw_steps(sheet: Sheet, plan: Layout, top: float) -> float:
    """The steps with the line that joins their numbers; returns the foot."""
    _rail(sheet, plan, top)
    for row in plan.rows:
        _draw_step(sheet, plan, row, top)
    return top + plan.foot


def _rail(sheet: Sheet, plan: Layout, top: float) -> None:
    """The line from number to number, and from each number to its box."""
    skin = sheet.skin
    x = skin.ring / 2
    for before, row in zip((None, *plan.rows), plan.rows, strict=False):
        y = top + row.middle
        branch = (x + skin.ring / 2, y), (plan.card_x, y)
        sheet.background.append(Path(branch, "accent", skin.edge))
        if before is not None:
            start = top + before.middle + skin.ring / 2
            sheet.background.append(Path(((x, start), (x, y - skin.ring / 2)), "accent", 1.4 * skin.edge))
            sheet.arrows.append(DiagramArrow(before.stop.id, row.stop.id, ((x, start), (x, y))))


def _draw_step(sheet: Sheet, plan: Layout, row: Row, top: float) -> None:
    stop, skin = row.stop, sheet.skin
    y = top + row.top
    whole = Rect(0, y, plan.card_x + plan.card_width, row.height, skin.radius)
    box = Rect(plan.card_x, y, plan.card_width, row.height)
    shapes: list[Primitive] = [card(stop, skin, box)]
    shapes.extend(ring(stop, skin, skin.ring / 2, top + row.middle, sheet.measure))
    shapes.extend(_step_words(sheet, row, box))
    here = sheet.words.here if stop.here else ""
    if row.aside:
        shapes.extend(_aside(sheet, row.aside, box))
    texts = (stop.title, here, stop.line, stop.state, stop.another_road or "")
    more = (stop.another_road or "").replace("**", "")
    sheet.node(stop, whole, shapes, texts, more)


def _step_words(sheet: Sheet, row: Row, box: Rect) -> tuple[Primitive, ...]:
    """The texts, in the middle of the box unless something else stands below them."""
    stop, skin = row.stop, sheet.skin
    pad = padding(stop, skin)
    room = box.width - 2 * pad[0]
    extra = pin_extra(sheet, stop, row.blocks, room)
    spare = box.height - 2 * pad[1] - stack_height(row.blocks, tight(sheet)) - extra
    left, top = box.x + pad[0], box.y + pad[1] + (0 if row.aside else max(spare, 0) / 2)
    if not stop.here:
        return draw_stack(row.blocks, tight(sheet), (left, top), skin, sheet.measure)
    return _here_words(sheet, row, (left, top), room)


def _here_words(sheet: Sheet, row: Row, at: tuple[float, float], room: float) -> tuple[Primitive, ...]:
    """Title, the label "You are here" behind or below it, then the line."""
    skin, (left, y) = sheet.skin, at
    title, *rest = row.blocks
    wide, high = pin_size(sheet.words, skin, sheet.measure)
    beside = pin_beside(sheet, row.blocks, room)
    drop = (high - title.style.leading) / 2 if beside else 0
    shapes = [*title.draw(left, y + drop, skin, sheet.measure)]
    label_y = y if beside else y + title.height
    shapes.extend(pin(sheet.words, skin, left + (room - wide if beside else 0), label_y, sheet.measure))
    y = label_y + high + tight(sheet)
    return *shapes, *draw_stack(rest, tight(sheet), (left, y), skin, sheet.measure)


def _aside(sheet: Sheet, text: TextBlock, box: Rect) -> tuple[Primitive, ...]:
    """What happens if the check turns out badly: a box of its own at the foot of the waiting step."""
    skin, pad = sheet.skin, aside_pad(sheet)
    out = 9.5  # just inside the plate
    height = text.height + 2 * pad
    inner = Rect(
        box.x + out, box.y + box.height - out - height, box.width - 2 * out, height, skin.radius * 0.7
    )
    drawn = replace(
        inner, stroke="edge", stroke_width=0.7 * skin.edge, dash=skin.dotted, round_caps=True, fill="surface"
    )
    left = box.x + skin.waiting_pad[0] + pad
    return drawn, *text.draw(left, inner.y + pad, skin, sheet.measure)


# ---- lanes
def _draw_lanes(sheet: Sheet, plan: Layout, top: float, foot: float) -> float:
    """The lanes beside the steps; as bars, their words follow below. Returns the foot."""
    for column in plan.columns:
        (_bar if plan.form is Form.BARS else _column)(sheet, plan, column, top)
    y = foot
    for lane in plan.beneath:
        y += sheet.skin.gap if y else 0
        y = _lane_words(sheet, lane, y)
    return y


def _column(sheet: Sheet, plan: Layout, column: Column, top: float) -> None:
    """A lane as a tall box with its words at its top."""
    skin, lane = sheet.skin, column.lane
    box = _beside(plan, column, top, lane.first, lane.last)
    pad = padding(lane.stop, skin)
    shapes: list[Primitive] = [card(lane.stop, skin, box)]
    shapes.extend(
        draw_stack(column.blocks, tight(sheet), (box.x + pad[0], box.y + pad[1]), skin, sheet.measure)
    )
    whole = box
    if lane.sometimes is not None and column.sometimes:
        piece = _beside(plan, column, top, lane.sometimes, lane.sometimes)
        y = piece.y + (piece.height - column.sometimes.height) / 2
        shapes.append(card(_MAYBE, skin, piece))
        shapes.extend(column.sometimes.draw(piece.x + skin.pad[0], y, skin, sheet.measure))
        whole = replace(box, height=piece.y + piece.height - box.y)
    words = sheet.words.sometimes if column.sometimes else ""
    sheet.node(lane.stop, whole, shapes, (lane.stop.title, lane.stop.line, lane.stop.state, words))


def _bar(sheet: Sheet, plan: Layout, column: Column, top: float) -> None:
    """A lane as a narrow bar with its icon; it belongs to the background, like the line of the road."""
    skin, lane = sheet.skin, column.lane
    box = _beside(plan, column, top, lane.first, lane.last)
    sheet.background.append(card(lane.stop, skin, box))
    if lane.sometimes is not None:
        piece = _beside(plan, column, top, lane.sometimes, lane.sometimes)
        sheet.background.append(card(_MAYBE, skin, piece))
    if lane.stop.id in LANE_ICONS:
        at = box.x + (box.width - skin.icon) / 2, box.y + skin.pad[1]
        sheet.background.extend(icon(LANE_ICONS[lane.stop.id], skin.icon, at=at))


def _beside(plan: Layout, column: Column, top: float, first: int, last: int) -> Rect:
    start, foot = plan.rows[first].top, plan.rows[last].foot
    return Rect(column.x, top + start, column.width, foot - start)


def _lane_words(sheet: Sheet, lane: Lane, y: float) -> float:
    """The words of a lane that is only a bar, with the same icon."""
    skin, stop = sheet.skin, lane.stop
    pad = padding(stop, skin)
    # An arrow to the options may run down at the left.
    left = skin.ring + 1.15 * skin.text.size if sheet.road.fork else 0.0
    room = sheet.width - left - 2 * pad[0]
    words = f"**{sentence(stop.title)}** {stop.line}"
    blocks = [text_block(words, skin.text, room, skin, sheet.measure, LANE_ICONS.get(stop.id))]
    if stop.state:
        blocks.append(text_block(stop.state, skin.text, room, skin, sheet.measure, "clock"))
    if lane.sometimes is not None:
        blocks.append(text_block(sheet.words.sometimes, skin.text, room, skin, sheet.measure, "plus"))
    height = stack_height(blocks, tight(sheet)) + 2 * pad[1]
    box = Rect(left, y, sheet.width - left, height, skin.radius)
    drawn = draw_stack(blocks, tight(sheet), (left + pad[0], y + pad[1]), skin, sheet.measure)
    last = sheet.words.sometimes if lane.sometimes is not None else ""
    sheet.node(stop, box, (card(stop, skin, box), *drawn), (stop.title, stop.line, stop.state, last))
    return y + height


def _fork(sheet: Sheet, top: float) -> None:
    """From the last number down to the options."""
    last = sheet.nodes_of_steps()[-1]
    x = sheet.skin.ring / 2
    start = last.box.y + last.box.height / 2 + sheet.skin.ring / 2
    sheet.arrow(last.id, FRAME, ((x, start), (x, top)))
