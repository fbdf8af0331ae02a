"""An array of 100 circles on a page: its title, the circles with a label beside each part, how to read it."""

from __future__ import annotations

from dataclasses import replace

from allcounsel.domain.diagram_text import Line
from allcounsel.domain.handout import IconArray, Piece
from allcounsel.domain.icon_array import PATTERNS, IconPlan, icon_circle, plan_icons
from allcounsel.domain.primitives import Path
from allcounsel.pdf.slab import Keep, Press, Slab, text_slabs
from allcounsel.pdf.structure import Drawn, Element, Ink

_SIDE = 0.38
"""Part of the column that the circles take; the rest is for the labels."""
_BRACKET_PEN = 1.2


def icon_array_slabs(press: Press, block: IconArray) -> tuple[Slab, ...]:
    """All on one page, heard in the order in which it is seen."""
    inside = press.inside(press.under.child("Sect"))
    title = press.even((block.title,), press.type.body.bold(), press.width)
    caption = inside.under.child("Caption")
    slabs = (
        Slab(
            len(title) * press.type.body.leading,
            (press.ink(caption, title, press.type.body.bold(), 0.0, 0.0),),
            (block.title,),
            press.gap(12),
        ),
        _circles(inside, block),
        *text_slabs(inside, (block.how,), press.type.body, press.gap(9)),
    )
    *others, last = slabs
    return (*(replace(slab, keep=Keep.ALWAYS) for slab in others), last)


def _circles(press: Press, block: IconArray) -> Slab:
    plan = plan_icons([part.count for part in block.parts], _SIDE * press.width)
    figure = Element("Figure", press.under, words=block.alternative)
    shapes = tuple(circle for part in plan.parts for circle in part)
    labels, foot = _labels(press, block, plan)
    return Slab(
        max(plan.side, foot),
        (Ink(figure, shapes), *labels),
        tuple(part.label for part in block.parts),
        press.gap(6),
    )


def _labels(press: Press, block: IconArray, plan: IconPlan) -> tuple[tuple[Drawn, ...], float]:
    """Beside each part a bracket, one of its circles and its label; the height at which the last one ends."""
    body = press.type.body
    bracket = plan.side + press.inset(12)
    sample = bracket + press.inset(12) + plan.radius
    left = sample + plan.radius + press.inset(8)
    drawn: list[Drawn] = []
    foot = 0.0
    for part, pattern, span in zip(block.parts, PATTERNS, plan.spans, strict=True):
        lines = _label(press, part.label, press.width - left)
        top = _beside(span, lines, body.leading, foot)
        foot = top + len(lines) * body.leading
        drawn.append(_bracket(bracket, span, press.inset(5)))
        drawn.append(icon_circle(pattern, sample, top + body.leading / 2, plan.radius))
        drawn.append(press.ink(press.under.child("P"), lines, body, left, top))
        foot += press.inset(6)
    return tuple(drawn), foot


def _label(press: Press, label: Piece, width: float) -> tuple[Line, ...]:
    """On one line, or else anew behind the figure, which stands in bold at its beginning."""
    whole = press.lines((label,), press.type.body, width)
    figure, mark, rest = label.text.removeprefix("**").partition("**")
    if len(whole) == 1 or not mark:
        return whole
    parts = (f"**{figure}**", rest.strip())
    return tuple(line for part in parts for line in press.wrapped(part, press.type.body, width))


def _beside(span: tuple[float, float], lines: tuple[Line, ...], leading: float, free_from: float) -> float:
    """Level with the middle of its part, but never over the label before it."""
    middle = sum(span) / 2
    return max(middle - len(lines) * leading / 2, free_from)


def _bracket(x: float, span: tuple[float, float], arm: float) -> Path:
    clear = min(_BRACKET_PEN, (span[1] - span[0]) / 3)
    top, foot = span[0] + clear, span[1] - clear
    return Path(((x - arm, top), (x, top), (x, foot), (x - arm, foot)), "edge", _BRACKET_PEN)
