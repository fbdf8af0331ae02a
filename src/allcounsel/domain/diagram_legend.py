"""The legend: each style that the picture uses, with its meaning in words. Always the last thing read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from allcounsel.domain.assessment import NodeStyle
from allcounsel.domain.diagram import DiagramWords, Measure
from allcounsel.domain.diagram_parts import Skin, card
from allcounsel.domain.diagram_road import Road, Stop
from allcounsel.domain.diagram_text import line_width, set_lines, wrap
from allcounsel.domain.primitives import Primitive, Rect


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend as drawn, from the top left corner it was asked for."""

    primitives: tuple[Primitive, ...]
    height: float
    texts: tuple[str, ...]


def legend(
    words: DiagramWords, road: Road, skin: Skin, area: tuple[float, float, float], measure: Measure
) -> Legend:
    """The entries one beside the other, in rows. ``area``: left, top and width."""
    left, top, width = area
    swatch = skin.text.size * 30 / 14, skin.text.size * 18 / 14
    gap, leading = skin.text.size * 0.6, skin.text.leading
    found: list[Primitive] = []
    x, y, row = left, top, 0.0
    entries = tuple(_entries(words, road))
    for text, stop in entries:
        lines = wrap(text, skin.text, width - swatch[0] - gap, measure)
        reach = (
            swatch[0] + gap + max((line_width(line, skin.text.size, measure) for line in lines), default=0)
        )
        if x > left and x + reach > left + width:
            x, y, row = left, y + row + 0.35 * leading, 0.0
        box = Rect(x, y + (leading - swatch[1]) / 2, *swatch)
        found.append(replace(card(stop, skin, box), radius=skin.radius * 0.6))
        found.extend(set_lines(lines, skin.text, x + swatch[0] + gap, y, measure))
        x += reach + skin.text.size * 1.8
        row = max(row, len(lines) * leading)
    return Legend(tuple(found), y + row - top, tuple(text for text, _ in entries))


def _entries(words: DiagramWords, road: Road) -> Iterator[tuple[str, Stop]]:
    used = {stop.style for stop in road.stops()}
    if any(lane.sometimes is not None for lane in road.lanes):
        used.add(NodeStyle.DASHED)
    for style, text in (
        (NodeStyle.SOLID, words.legend_solid),
        (NodeStyle.DASHED, words.legend_dashed),
        (NodeStyle.PENDING, words.legend_pending),
    ):
        if style in used and text:
            yield text, Stop("", style, "", "", "")
