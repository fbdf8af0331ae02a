"""The parts that both directions of the diagram are made of: boxes by style, number rings, pins, arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allcounsel.domain.diagram import DiagramWords, Measure
from allcounsel.domain.diagram_icons import icon
from allcounsel.domain.diagram_road import Stop
from allcounsel.domain.diagram_text import (
    BOLD,
    Line,
    TextStyle,
    line_width,
    longest_word,
    set_lines,
    wrap,
)
from allcounsel.domain.primitives import Circle, Path, Primitive, Rect

LANE_ICONS = {"cns_therapy": "drop", "supportive_care": "heart"}


@dataclass(frozen=True, slots=True)
class Skin:
    """Pens and distances of one medium. Paddings: from the edge of a box to its words, level and upright."""

    text: TextStyle
    title: TextStyle
    edge: float
    here_edge: float
    dashed: tuple[float, ...]
    dotted: tuple[float, ...]
    radius: float
    pad: tuple[float, float]
    waiting_pad: tuple[float, float]
    ring: float
    icon: float
    gap: float


def screen_skin(size: float) -> Skin:
    """Pens of the screen for a text size; the dashes are those of ``look.md`` in points."""
    return Skin(
        text=TextStyle(size, size * 9 / 7),
        title=TextStyle(size * 15 / 14, size * 10 / 7, BOLD),
        edge=2,
        here_edge=4,
        dashed=(8, 5),
        dotted=(0.2, 4.4),
        radius=10,
        pad=(10, 10),
        waiting_pad=(13, 13),
        ring=size * 26 / 14,
        icon=size * 20 / 14,
        gap=12,
    )


def paper_skin(size: float, *, close: bool = False) -> Skin:
    """Pens of paper for a text size. ``close``: narrower distances, so that a road still fits its page."""
    return Skin(
        text=TextStyle(size, size * 9 / 7),
        title=TextStyle(size, size * 9 / 7, BOLD),
        edge=1.4,
        here_edge=2.9,
        dashed=(6, 4),
        dotted=(0.1, 3.2),
        radius=7,
        pad=(10, 5.5 if close else 7.7),
        waiting_pad=(14, 10 if close else 11.5),
        ring=max(25.5, size * 1.5),
        icon=size * 1.15,
        gap=size * (0.4 if close else 0.6),
    )


# ---- boxes
def card(stop: Stop, skin: Skin, box: Rect) -> Rect:
    """The box of a node in the style of its state."""
    skinned = replace(
        box,
        radius=skin.radius,
        stroke="accent",
        stroke_width=skin.edge,
        fill="surface",
        hatched=stop.pending,
    )
    if stop.here:
        return replace(skinned, stroke_width=skin.here_edge, fill="soft")
    if stop.pending:
        return replace(skinned, stroke="edge", dash=skin.dotted, round_caps=True, fill="wait_bg")
    if stop.dashed:
        return replace(skinned, stroke="edge", dash=skin.dashed)
    return skinned


def padding(stop: Stop, skin: Skin) -> tuple[float, float]:
    """From the edge of a node to its words: in a waiting box they stand well inside the plate."""
    return skin.waiting_pad if stop.pending else skin.pad


def ring(stop: Stop, skin: Skin, x: float, y: float, measure: Measure) -> tuple[Primitive, ...]:
    """The number of a step, or a tick when it is done, around a centre."""
    radius = skin.ring / 2
    if stop.done:
        tick = skin.ring * 0.72
        disc = Circle(x, y, radius, fill="accent")
        return disc, *icon("check", tick, at=(x - tick / 2, y - tick / 2), colour="on_accent")
    pen = skin.edge
    if stop.here:
        disc, colour = Circle(x, y, radius, fill="accent"), "on_accent"
    elif stop.pending:
        disc, colour = Circle(x, y, radius - pen / 2, "edge", pen, skin.dotted, True, "surface"), "ink"
    else:
        disc, colour = Circle(x, y, radius - pen / 2, "accent", pen, fill="surface"), "accent"
    return disc, *centred(str(stop.number), skin.title, x, y, measure, colour)


def centred(
    text: str, style: TextStyle, x: float, y: float, measure: Measure, colour: str
) -> tuple[Primitive, ...]:
    """One short text around a centre."""
    line = wrap(text, style, 1e9, measure)
    left = x - line_width(line[0], style.size, measure) / 2
    return set_lines(line, style, left, y - style.leading / 2, measure, colour)


def pin_size(words: DiagramWords, skin: Skin, measure: Measure) -> tuple[float, float]:
    """Width and height of the label "You are here"."""
    width = measure(words.here, skin.title.size, BOLD) + skin.icon + 0.9 * skin.title.size
    return width, skin.title.leading * 1.3


def pin(words: DiagramWords, skin: Skin, left: float, top: float, measure: Measure) -> tuple[Primitive, ...]:
    """The label "You are here"."""
    width, height = pin_size(words, skin, measure)
    gap = skin.title.size * 0.3
    label = Rect(left, top, width, height, skin.radius * 0.6, fill="accent")
    mark = icon("pin", skin.icon, at=(left + gap, top + (height - skin.icon) / 2), colour="on_accent")
    lines = wrap(words.here, skin.title, 1e9, measure)
    text_top = top + (height - skin.title.leading) / 2
    return (
        label,
        *mark,
        *set_lines(lines, skin.title, left + gap * 1.4 + skin.icon, text_top, measure, "on_accent"),
    )


def frame(box: Rect, skin: Skin) -> Rect:
    """A thin line around options that belong together."""
    return replace(box, radius=skin.radius + 4, stroke="edge", stroke_width=skin.edge * 0.6)


# ---- arrows
def arrow(
    points: Sequence[tuple[float, float]], skin: Skin, *, dotted: bool = False
) -> tuple[Primitive, ...]:
    """A line with an open head at its last point; the last stretch must be level or upright."""
    colour = "edge" if dotted else "accent"
    shaft = Path(tuple(points), colour, skin.edge, skin.dotted if dotted else (), round_caps=True)
    (ax, ay), (bx, by) = points[-2], points[-1]
    size = 2.6 * skin.edge
    dx, dy = (1 if bx > ax else -1 if bx < ax else 0), (1 if by > ay else -1 if by < ay else 0)
    head = (
        (bx - dx * size - dy * size, by - dy * size - dx * size),
        (bx, by),
        (bx - dx * size + dy * size, by - dy * size + dx * size),
    )
    return shaft, Path(head, colour, skin.edge, round_caps=True)


# ---- text of a node
@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one text with an icon before the first, and the height they take."""

    lines: tuple[Line, ...]
    style: TextStyle
    mark: str | None = None
    colour: str = "ink"

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.style.leading

    def draw(self, left: float, top: float, skin: Skin, measure: Measure) -> tuple[Primitive, ...]:
        """The shapes, from a top left corner."""
        found: tuple[Primitive, ...] = set_lines(self.lines, self.style, left, top, measure, self.colour)
        if self.mark is None:
            return found
        drop = (self.style.leading - skin.icon) / 2
        return *icon(self.mark, skin.icon, at=(left - 0.1 * skin.icon, top + drop)), *found


def text_block(  # one text and all that decides how it is set
    text: str, style: TextStyle, width: float, skin: Skin, measure: Measure, mark: str | None = None
) -> TextBlock:
    """A text broken into lines, after an icon when ``mark`` names one."""
    indent = skin.icon * 1.15 if mark else 0.0
    return TextBlock(wrap(text, style, width, measure, indent=indent), style, mark)


def stack_height(blocks: Sequence[TextBlock], gap: float) -> float:
    """Height of blocks one above the other."""
    return sum(block.height for block in blocks) + gap * max(len(blocks) - 1, 0)


def draw_stack(
    blocks: Sequence[TextBlock], gap: float, at: tuple[float, float], skin: Skin, measure: Measure
) -> tuple[Primitive, ...]:
    """Blocks one above the other from a top left corner."""
    left, top = at
    found: list[Primitive] = []
    for block in blocks:
        found.extend(block.draw(left, top, skin, measure))
        top += block.height + gap
    return tuple(found)


def widest_word(texts: Sequence[str], skin: Skin, measure: Measure, *, title: str = "") -> float:
    """The width that no text of a node can do without."""
    return max(longest_word(texts, skin.text, measure), longest_word((title,), skin.title, measure))
