"""Collects what is drawn while a diagram is planned; lays out what both directions share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from allcounsel.domain.diagram import DiagramArrow, DiagramNode, DiagramPlan, DiagramWords, Measure
from allcounsel.domain.diagram_legend import legend
from allcounsel.domain.diagram_parts import (
    Skin,
    TextBlock,
    arrow,
    card,
    draw_stack,
    frame,
    padding,
    stack_height,
    text_block,
)
from allcounsel.domain.diagram_road import Road, Stop, described, sentence
from allcounsel.domain.diagram_text import BOLD, TextStyle, set_lines, wrap
from allcounsel.domain.primitives import Primitive, Rect

Point = tuple[float, float]


@dataclass(slots=True)
class Sheet:
    """The picture as it grows."""

    words: DiagramWords
    road: Road
    skin: Skin
    width: float
    measure: Measure
    background: list[Primitive] = field(default_factory=list)
    nodes: list[DiagramNode] = field(default_factory=list)
    arrows: list[DiagramArrow] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    title: list[Primitive] = field(default_factory=list)

    def node(
        self, stop: Stop, box: Rect, primitives: Iterable[Primitive], texts: Iterable[str], more: str = ""
    ) -> None:
        """One node, its shapes, and what is printed in it, in reading order. ``more``: to say at the end."""
        number = f"{stop.number}. " if stop.number else ""
        words = " ".join(part for part in (described(self.words, stop), more) if part)
        self.nodes.append(DiagramNode(stop.id, box, number + stop.title, words, tuple(primitives)))
        self.texts.extend(text for text in texts if text)

    def arrow(self, start: str, end: str, points: Sequence[Point], *, dotted: bool = False) -> None:
        """An arrow with a head."""
        self.background.extend(arrow(points, self.skin, dotted=dotted))
        self.arrows.append(DiagramArrow(start, end, tuple(points)))

    def nodes_of_steps(self) -> tuple[DiagramNode, ...]:
        """The steps drawn so far, in order."""
        steps = {step.id for step in self.road.steps}
        return tuple(node for node in self.nodes if node.id in steps)

    def heading(self) -> float:
        """The title and the sentence under it, across the top; how much height they take."""
        size = self.skin.text.size
        top = 0.0
        for text, style, after in (
            (self.words.title, TextStyle(size * 12 / 7, size * 29 / 14, BOLD), 0.25),
            (self.words.intro or "", self.skin.text, 1.0),
            (self.words.note or "", self.skin.text, 1.0),
        ):
            lines = wrap(text, style, self.width, self.measure)
            self.title.extend(set_lines(lines, style, 0, top, self.measure))
            top += len(lines) * style.leading + (after * size if lines else 0)
            self.texts.extend([text] if text else [])
        return top

    def legend(self, top: float) -> float:
        """The legend; returns the foot of the picture."""
        drawn = legend(self.words, self.road, self.skin, (0, top, self.width), self.measure)
        self.background.extend(drawn.primitives)
        self.texts.extend(drawn.texts)
        return top + drawn.height

    def plan(self, height: float) -> DiagramPlan:
        """The finished picture."""
        return DiagramPlan(
            self.width,
            height,
            self.words.title,
            tuple(self.nodes),
            tuple(self.background),
            tuple(self.arrows),
            tuple(self.texts),
            tuple(self.title),
        )


# ---- options: all of one width, those of a row of one height, so that none looks heavier
FRAME = "options"
"""What an arrow to all options ends on."""


def place_options(sheet: Sheet, top: float, *, column: float, run_in: bool) -> float:
    """The options in rows from ``top``; returns their foot. ``column``: the narrowest column allowed."""
    options, skin = sheet.road.options, sheet.skin
    if not options:
        return top
    gap = max(0.55 * skin.text.size, skin.gap)
    inset = gap if sheet.road.fork else 0.0
    room = sheet.width - 2 * inset
    columns = _columns(len(options), max(int((room + gap) / (column + gap)), 1))
    width = (room - gap * (columns - 1)) / columns
    stacks = [option_blocks(stop, skin, width, sheet.measure, run_in=run_in) for stop in options]
    heights = [_option_height(stop, blocks, skin) for stop, blocks in zip(options, stacks, strict=True)]
    y = top + inset
    for start in range(0, len(options), columns):
        row = range(start, min(start + columns, len(options)))
        height = max(heights if sheet.road.fork else [heights[index] for index in row])
        for index in row:
            box = Rect(inset + (index - start) * (width + gap), y, width, height, skin.radius)
            _draw_option(sheet, options[index], box, stacks[index])
        y += height + gap
    foot = y - gap + inset
    if sheet.road.fork:
        sheet.background.append(frame(Rect(0, top, sheet.width, foot - top), skin))
    return foot


def _columns(count: int, most: int) -> int:
    """How many columns leave the fewest holes without growing long."""
    if count == 1 or most == 1:
        return 1

    def cost(columns: int) -> tuple[float, int]:
        rows = math.ceil(count / columns)
        return rows * columns - count + rows / 2, -columns

    return min(range(2, min(count, most) + 1), key=cost)


def option_blocks(
    stop: Stop, skin: Skin, width: float, measure: Measure, *, run_in: bool
) -> tuple[TextBlock, ...]:
    """The texts of an option; ``run_in``: the title starts the sentence instead of standing above it."""
    room = width - 2 * padding(stop, skin)[0]
    mark = "plus" if stop.dashed else None
    if run_in:
        words = f"**{sentence(stop.title)}** {stop.line}"
        blocks = [text_block(words, skin.text, room, skin, measure, mark)]
    else:
        blocks = [text_block(stop.title, skin.title, room, skin, measure, mark)]
        if stop.line:
            blocks.append(text_block(stop.line, skin.text, room, skin, measure))
    if stop.pending:
        blocks.append(text_block(stop.state, skin.text, room, skin, measure, "clock"))
    return tuple(blocks)


def _option_height(stop: Stop, blocks: Sequence[TextBlock], skin: Skin) -> float:
    return stack_height(blocks, skin.text.size * 0.15) + 2 * padding(stop, skin)[1]


def _draw_option(sheet: Sheet, stop: Stop, box: Rect, blocks: Sequence[TextBlock]) -> None:
    pad = padding(stop, sheet.skin)
    at = box.x + pad[0], box.y + pad[1]
    words = draw_stack(blocks, sheet.skin.text.size * 0.15, at, sheet.skin, sheet.measure)
    sheet.node(stop, box, (card(stop, sheet.skin, box), *words), (stop.title, stop.line, stop.state))
