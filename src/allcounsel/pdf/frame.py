"""What stands around the text of every page: head, foot, page number, PRACTICE on practice pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allcounsel.domain.diagram_text import Line, TextStyle, line_width
from allcounsel.domain.handout import Handout, Piece
from allcounsel.domain.primitives import Path, Primitive
from allcounsel.pdf.drawing import Pencil
from allcounsel.pdf.fonts import BOLD_FONT
from allcounsel.pdf.logo import Picture
from allcounsel.pdf.slab import Press
from allcounsel.pdf.styles import BOTTOM, PAPERS, SIDE, TOP, logo_height

PAGE_HOLE = "{page}"
_HEAD_RULE = 1.0
_FOOT_RULE = 0.5
_ABOVE_TEXT = 8.0
_BELOW_TEXT = 8.0
_SHARE_OF_CLINIC = 0.46
_BETWEEN = 12.0
_BESIDE_PICTURE = 9.0
_Set = tuple[Line, TextStyle]


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one handout; every page has the same, but for the number."""

    press: Press
    handout: Handout
    picture: Picture | None = None

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return PAPERS[self.handout.choices.paper]

    @property
    def top(self) -> float:
        """Where the text starts."""
        return TOP + self._head_height + 6 + _ABOVE_TEXT

    @property
    def room(self) -> float:
        """Height that the text may take."""
        return self.page_size[1] - BOTTOM - self._foot_height - 6 - _BELOW_TEXT - self.top

    def draw_head(self, pencil: Pencil, press: Press) -> None:
        """Above the text. ``press``: knows the number of this page."""
        pencil.decorate(self._head(press), SIDE, TOP, "Header")
        if self.picture:
            # Decoration, like all of the head: the clinic's name stands beside it in words.
            down = (logo_height(press.type) - self.picture.height) / 2
            pencil.decorate_with(self.picture, SIDE, TOP + down, "Header")

    def draw_foot(self, pencil: Pencil, press: Press) -> None:
        """Below the text."""
        pencil.decorate(self._foot(press), SIDE, self.page_size[1] - BOTTOM - self._foot_height - 6, "Footer")

    # ---- head: the clinic at the left, when and on what it was made at the right
    def head_pieces(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Labels stand at the left, sentences at the right."""
        left = tuple(piece for piece in self.handout.head if piece.kind != "sentence")
        return left, tuple(piece for piece in self.handout.head if piece.kind == "sentence")

    def _head_lines(self, press: Press) -> tuple[list[_Set], list[_Set]]:
        """The clinic's name bold, what else is said of it small; room is left for the clinic's picture."""
        style, (left, right) = press.type.head, self.head_pieces()
        share = 1 - _SHARE_OF_CLINIC if left else 1.0
        said = [line for piece in right for line in press.lines((piece,), style, share * press.width)]
        taken = max((line_width(line, style.size, press.measure) for line in said), default=0.0)
        room = press.width - taken - _BETWEEN - self._beside
        lines: list[_Set] = []
        for index, piece in enumerate(left):
            kind = press.type.foot if index else style.bold()
            lines.extend((line, kind) for line in press.lines((piece,), kind, room))
        return lines, [(line, style) for line in said]

    @property
    def _beside(self) -> float:
        """Room that the clinic's picture takes from its name."""
        return self.picture.width + _BESIDE_PICTURE if self.picture else 0.0

    @property
    def _head_height(self) -> float:
        heights = [sum(style.leading for _, style in lines) for lines in self._head_lines(self.press)]
        return max(*heights, self.picture.height if self.picture else 0.0)

    def _head(self, press: Press) -> list[Primitive]:
        left, right = self._head_lines(press)
        drawn: list[Primitive] = []
        y = 0.0
        for line, style in left:
            drawn.extend(press.set((line,), style, self._beside, y))
            y += style.leading
        drawn.extend(_flush_right(press, [line for line, _ in right], press.type.head, 0))
        y = self._head_height + 6
        drawn.append(Path(((0, y), (press.width, y)), "ink", _HEAD_RULE))
        return drawn

    # ---- foot: sources and warnings at the left; page, the child's label and the program at the right
    def foot_pieces(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
        """The sentences that run on at the left, the pieces that count pages, and what made the paper."""
        foot = self.handout.foot
        left = tuple(piece for piece in foot if piece.kind == "sentence")
        counting = tuple(piece for piece in foot if PAGE_HOLE in piece.text)
        return left, counting, tuple(piece for piece in foot if piece not in (*left, *counting))

    def _foot_lines(self, press: Press) -> tuple[list[Line], list[Line], list[Line]]:
        """Left column, page number, label with the program below it."""
        style = press.type.foot
        left, counting, program = self.foot_pieces()
        number = press.words(counting) or press.fill("{page} / {pages}")
        most = 0.34 * press.width
        page = list(press.wrapped(number, style.bold(), most))
        label = [*press.wrapped(self.handout.label, style, most), *press.lines(program, style, most)]
        taken = max((line_width(line, style.size, press.measure) for line in [*page, *label]), default=0.0)
        return list(press.lines(left, style, press.width - taken - 18)), page, label

    @property
    def _foot_height(self) -> float:
        left, page, label = self._foot_lines(self.press)
        return max(len(left), len(page) + len(label)) * self.press.type.foot.leading

    def _foot(self, press: Press) -> list[Primitive]:
        style = press.type.foot
        left, page, label = self._foot_lines(press)
        drawn: list[Primitive] = [Path(((0, 0), (press.width, 0)), "ink2", _FOOT_RULE)]
        drawn.extend(press.set(left, style, 0, 6, "ink2"))
        drawn.extend(_flush_right(press, page, style.bold(), 6))
        drawn.extend(_flush_right(press, label, style, 6 + len(page) * style.leading, "ink2"))
        return drawn


def in_both_languages(handout: Handout) -> Handout:
    """The handout with head and foot in both languages, if it has two; pages are counted once."""
    if handout.second is None:
        return handout
    known = {piece.text for piece in (*handout.head, *handout.foot)}
    head, foot = (
        tuple(piece for piece in pieces if piece.text not in known and PAGE_HOLE not in piece.text)
        for pieces in (handout.second.head, handout.second.foot)
    )
    return replace(handout, head=(*handout.head, *head), foot=(*handout.foot, *foot))


def _flush_right(
    press: Press, lines: Sequence[Line], style: TextStyle, top: float, colour: str = "ink"
) -> list[Primitive]:
    found: list[Primitive] = []
    for index, line in enumerate(lines):
        left = press.width - line_width(line, style.size, press.measure)
        found.extend(press.set((line,), style, left, top + index * style.leading, colour))
    return found


# ---- practice
PRACTICE = "PRACTICE"
_FAINT = 0.06


def draw_practice(pencil: Pencil, size: tuple[float, float]) -> None:
    """PRACTICE from corner to corner, faint, over everything, so that it cannot be cut out of a page."""
    width, height = size
    canvas = pencil.canvas
    points = 0.64 * math.hypot(width, height) / pencil.fonts(PRACTICE, 1.0, 700)
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFillColorRGB(0, 0, 0, alpha=_FAINT)
    text = canvas.beginText(-pencil.fonts(PRACTICE, points, 700) / 2, -0.334 * points)
    text.setFont(BOLD_FONT, points)
    text.textOut(PRACTICE)
    with pencil.tagger.decoration("Watermark"):
        canvas.drawText(text)
    canvas.restoreState()
