"""A diagram on a page: whole where it fits, else cut between its boxes, never through one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.handout import Figure
from allcounsel.domain.primitives import Circle, Path, Primitive, Rect, Words, moved
from allcounsel.pdf.flow import Page, Placed
from allcounsel.pdf.slab import Keep, Press, Slab, Strip
from allcounsel.pdf.structure import Element


def figure_slabs(press: Press, figure: Figure) -> tuple[Slab, ...]:
    """The figure at the width of the column, in bands that may be parted where a page ends."""
    plan = figure.plan
    scale = min(1.0, press.width / plan.width) if plan.width else 1.0
    edge = _outer_pen(plan)
    # Half a pen of the outermost lines lies outside the plan.
    scale = min(scale, press.width / (plan.width + edge))
    shift = edge / 2 if plan.width * scale + edge > press.width - 0.01 else 0.0
    cuts = (-edge, *_cuts(plan), plan.height + edge)
    element = Element("Figure", press.under, words=_in_words(figure))
    bands = []
    for index, (top, foot) in enumerate(pairwise(cuts)):
        first, last = index == 0, index == len(cuts) - 2
        bands.append(
            Slab(
                (foot - top) * scale,
                pieces=figure.pieces if first else (),
                before=press.gap(9) if first else 0.0,
                keep=Keep.FREE if last else Keep.TOGETHER,
                strip=Strip(plan, top, foot, shift, element),
                scale=scale,
            )
        )
    return tuple(bands)


def _in_words(figure: Figure) -> str:
    """The whole drawing for those who listen: what it is, and everything that is written in it."""
    said = (piece.plain for piece in figure.pieces)
    return " ".join((figure.alternative, *said))


def merged(page: Page) -> Page:
    """Bands of one figure that stand below each other become one again, so that no seam is seen."""
    found: list[Placed] = []
    for placed in page:
        before = found[-1] if found else None
        if before and _goes_on(before.slab.strip, placed.slab.strip):
            found[-1] = _joined(before, placed)
        else:
            found.append(placed)
    return tuple(found)


def _goes_on(one: Strip | None, other: Strip | None) -> bool:
    return one is not None and other is not None and one.plan is other.plan and one.foot == other.top


def _joined(one: Placed, other: Placed) -> Placed:
    strips = one.slab.strip, other.slab.strip
    strip = replace(strips[0], foot=strips[1].foot) if strips[0] and strips[1] else None
    height = one.slab.height + other.slab.height
    pieces = (*one.slab.pieces, *other.slab.pieces)
    return replace(one, slab=replace(one.slab, height=height, strip=strip, pieces=pieces))


def _outer_pen(plan: DiagramPlan) -> float:
    pens = [
        item.stroke_width
        for item in plan.in_reading_order()
        if isinstance(item, Rect) and (item.x <= 0 or item.x + item.width >= plan.width - 0.01)
    ]
    return max(pens, default=0.0)


def _cuts(plan: DiagramPlan) -> tuple[float, ...]:
    """Heights at which no box is cut: in the middle of each gap between boxes that lie below each other."""
    spans = sorted((node.box.y, node.box.y + node.box.height) for node in plan.nodes)
    found = []
    reached = spans[0][1] if spans else 0.0
    for top, foot in spans[1:]:
        if top > reached:
            found.append((reached + top) / 2)
        reached = max(reached, foot)
    # The legend below the last box goes with it.
    return tuple(found)


def strip_primitives(strip: Strip) -> Iterator[Primitive]:
    """What is seen between two heights, moved so that the upper one is at 0."""
    for item in strip.plan.in_reading_order():
        first, last = _extent(item)
        # A line of text belongs to one strip only; shapes are cut where the strip ends.
        elsewhere = isinstance(item, Words) and not strip.top <= item.y < strip.foot
        if last >= strip.top and first <= strip.foot and not elsewhere:
            yield moved(item, strip.shift, -strip.top)


def _extent(item: Primitive) -> tuple[float, float]:
    match item:
        case Rect():
            return item.y - item.stroke_width, item.y + item.height + item.stroke_width
        case Path():
            heights = [y for _, y in item.points]
            return min(heights) - item.stroke_width, max(heights) + item.stroke_width
        case Circle():
            reach = item.radius + item.stroke_width
            return item.y - reach, item.y + reach
        case Words():
            return item.y - item.size, item.y + item.size
