"""Two languages beside each other, in numbered rows: nurse, interpreter and parent point at the same line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allcounsel.domain.diagram_text import Line, TextStyle
from allcounsel.domain.handout import Heading, Piece
from allcounsel.domain.primitives import Rect, moved
from allcounsel.pdf.slab import Keep, Press, Slab
from allcounsel.pdf.structure import Drawn, Element, Ink

_NUMBERS = 26.0
_GUTTER = 18.0

Pieces = tuple[Piece, ...]
Pair = tuple[Pieces, Pieces]
"""The same words in both languages."""


class RowNumbers:
    """Counts the rows of a card from one."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """The number of the next row."""
        self.last += 1
        return self.last

    def restart(self, after: int = 0) -> None:
        """Count on from there again, since what was tried is set anew."""
        self.last = after


@dataclass(frozen=True, slots=True)
class Spread:
    """Sets pairs of words into two columns behind a number. ``second``: language of the right column.

    ``numbers``: counts the rows of a card; ``inset``: how far the columns stand inside a box.
    """

    press: Press
    second: str
    numbers: RowNumbers
    inset: float = 0.0

    @property
    def _number_width(self) -> float:
        return self.press.inset(_NUMBERS)

    @property
    def column(self) -> float:
        """Width of each of the two columns of words."""
        taken = 2 * self.inset + self._number_width + self.press.inset(_GUTTER)
        return (self.press.width - taken) / 2

    @property
    def edges(self) -> tuple[float, float]:
        """Left edges of the two columns."""
        first = self.inset + self._number_width
        return first, first + self.column + self.press.inset(_GUTTER)

    def inside(self, inset: float) -> Spread:
        """The same within a box."""
        return replace(self, inset=inset)

    def heading(self, first: Heading, second: Heading, before: float) -> Slab:
        """A heading in both languages; the bookmarks know the first only."""
        style = self.press.type.heading(first.level)
        role = f"H{first.level}"
        one = Element(role, self.press.under, title=self.press.fill(first.piece.plain))
        other = Element(role, self.press.under, language=self.second)
        drawn, height = self._columns(
            ((one, self._even(first.piece, style)), (other, self._even(second.piece, style))), style
        )
        return Slab(height, drawn, (first.piece, second.piece), before, Keep.ALWAYS)

    def _even(self, piece: Piece, style: TextStyle) -> tuple[Line, ...]:
        return self.press.even((piece,), style, self.column)

    def row(self, table: Element, pair: Pair, before: float, style: TextStyle | None = None) -> Slab:
        """One numbered row of a table: its number, the words, and the same words in the other language."""
        style = style or self.press.type.body
        line = table.child("TR")
        head = line.child("TH", ("Table", "Scope", "Row"))
        cells = line.child("TD"), Element("TD", line, language=self.second)
        number = self.press.wrapped(f"{self.numbers.next()}", self.press.type.foot, self._number_width)
        drop = (style.leading - self.press.type.foot.leading) / 2
        shapes = self.press.set(number, self.press.type.foot, self.inset, drop, "ink2")
        lines = tuple(self.press.lines(pieces, style, self.column) for pieces in pair)
        drawn, height = self._columns(tuple(zip(cells, lines, strict=True)), style)
        return Slab(height, (Ink(head, shapes), *drawn), (*pair[0], *pair[1]), before)

    def rows(self, pairs: Sequence[Pair], before: float, between: float = 3.0) -> tuple[Slab, ...]:
        """Rows one below the other, as one table."""
        table = self.press.under.child("Table")
        gap = self.press.gap(between)
        return tuple(self.row(table, pair, gap if index else before) for index, pair in enumerate(pairs))

    def _columns(
        self, cells: Sequence[tuple[Element, tuple[Line, ...]]], style: TextStyle
    ) -> tuple[tuple[Drawn, ...], float]:
        drawn = tuple(
            self.press.ink(element, lines, style, left, 0.0)
            for (element, lines), left in zip(cells, self.edges, strict=True)
        )
        return drawn, max(len(lines) for _, lines in cells) * style.leading


def boxed(edge: Rect, slabs: Sequence[Slab], pad: float, before: float) -> Slab:
    """Slabs one below the other in one box that is never cut. ``edge``: how the box looks, at any height."""
    y = pad
    drawn: list[Drawn] = []
    for index, slab in enumerate(slabs):
        y += slab.before if index else 0.0
        drawn.extend(_lowered(item, y) for item in slab.drawn)
        y += slab.height
    height = y + pad
    pen = edge.stroke_width
    outline = replace(edge, height=height - pen)
    pieces = tuple(piece for slab in slabs for piece in slab.pieces)
    return Slab(height, (outline, *drawn), pieces, before)


def _lowered(item: Drawn, down: float) -> Drawn:
    if isinstance(item, Ink):
        return replace(item, shapes=tuple(moved(shape, 0.0, down) for shape in item.shapes))
    return moved(item, 0.0, down)
