"""A handout in two languages: every block as rows of the same words, drawings one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from allcounsel.domain.diagram_icons import icon
from allcounsel.domain.handout import (
    Block,
    Bullets,
    CallBox,
    GroupBox,
    Heading,
    NumberedList,
    OpenBox,
    Paragraph,
    Picture,
    Piece,
    SideBySide,
    WritingLines,
)
from allcounsel.domain.primitives import Rect
from allcounsel.domain.shapes import group_shape
from allcounsel.pdf.blocks import ABOVE_HEADING, block_slabs
from allcounsel.pdf.boxes import phone_numbers
from allcounsel.pdf.flow import stacked
from allcounsel.pdf.page_one import PageOne, squeezed
from allcounsel.pdf.picture import picture_slabs
from allcounsel.pdf.slab import Keep, Press, Slab
from allcounsel.pdf.spread import Pair, Spread, boxed
from allcounsel.pdf.structure import Element
from allcounsel.pdf.styles import BOX_EDGE, CALL_EDGE, DOTTED, RADIUS

Blocks = Sequence[Block]
_Both = tuple[Block, Block]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Turns pairs of blocks into slabs. ``room``: height of a page."""

    spread: Spread
    room: float

    @property
    def _press(self) -> Press:
        return self.spread.press

    def page_one(self, first: Blocks, second: Blocks) -> PageOne:
        """Group and call box, with as much of title, sentences and signs as fits; the rest goes behind."""
        pairs = [pair for both in zip(first, second, strict=True) for pair in _parted(both)]
        for stays, lines in _barer(pairs):
            self.spread.numbers.restart()
            here = [_with_lines(pair, lines) for pair in pairs if stays(pair[0])]
            slabs = self.slabs(*_unzipped(here))
            if stacked(slabs, at_top=True) <= self.room:
                break
        else:
            slabs = squeezed(slabs, self.room)
        left = [_other_lines(pair, lines) for pair in pairs if isinstance(pair[0], CallBox)]
        behind = [*left, *(pair for pair in pairs if not stays(pair[0]))]
        return PageOne(slabs, self.slabs(*_unzipped(behind)))

    def slabs(self, first: Blocks, second: Blocks) -> tuple[Slab, ...]:
        """The slabs of blocks that follow each other, each with the same block in the other language."""
        found: list[Slab] = []
        before: Block | None = None
        for one, other in zip(first, second, strict=True):
            if isinstance(one, Picture) and isinstance(before, Paragraph | Bullets) and found:
                found[-1] = replace(found[-1], keep=Keep.TOGETHER)
            found.extend(self._pair(one, other))
            before = one
        return tuple(found)

    def _pair(self, one: Block, other: Block) -> Iterator[Slab]:  # noqa: C901  # a flat case for each kind
        match one, other:
            case Heading(), Heading():
                yield self.spread.heading(one, other, self._press.gap(ABOVE_HEADING.get(one.level, 9.0)))
            case Paragraph() | Bullets(), Paragraph() | Bullets():
                yield from self.spread.rows(_pairs(one.pieces, other.pieces), self._press.gap(4))
            case GroupBox(), GroupBox():
                yield self._group(one, other)
            case OpenBox(), OpenBox():
                yield from self._open(one, other)
            case CallBox(), CallBox():
                yield from self._calls(one, other)
            case SideBySide(), SideBySide():
                for pair in zip(one.lists, other.lists, strict=True):
                    yield from self._numbered(*pair)
            case Picture(), Picture():
                yield from picture_slabs(self.spread, one, other)
            case WritingLines(), WritingLines():
                yield from block_slabs(self._press, one, self.room, headed=False)
            case _:  # circles that stand for 100 children, each language with its own
                yield from block_slabs(self._press, one, self.room, headed=True)
                section = Element("Sect", self._press.under, language=self.spread.second)
                yield from block_slabs(self._press.inside(section), other, self.room, headed=True)

    def _group(self, one: GroupBox, other: GroupBox) -> Slab:
        """The shape, and beside it the group in both languages."""
        press, style = self._press, self._press.type.group
        shape, pad = press.inset(46), press.inset(10)
        left = press.inset(15) + shape + press.inset(17)
        room = press.width - left - press.inset(15)
        titles = [press.even((box.title,), style, room) for box in (one, other)]
        elements = (
            Element("H2", press.under, title=press.fill(one.title.plain)),
            Element("H2", press.under, language=self.spread.second),
        )
        text = sum(len(lines) for lines in titles) * style.leading
        height = max(text, shape) + 2 * pad
        top = (height - text) / 2
        closed = one.closed and one.group is not None
        drawn = [
            _edge(press, "accent", BOX_EDGE, height),
            *group_shape(one.group, shape, closed=closed, at=(press.inset(15), (height - shape) / 2)),
        ]
        inks = []
        for element, lines in zip(elements, titles, strict=True):
            inks.append(press.ink(element, lines, style, left, top))
            top += len(lines) * style.leading
        return Slab(height, (*drawn, *inks), (one.title, other.title), press.gap(9))

    def _open(self, one: OpenBox, other: OpenBox) -> Iterator[Slab]:
        """What is open: in a dotted box, or without one where a page could not hold it."""
        press, before = self._press, self.spread.numbers.last
        dotted = Rect(
            BOX_EDGE / 2, BOX_EDGE / 2, press.width - BOX_EDGE, 0.0, RADIUS, "edge", BOX_EDGE, DOTTED,
            round_caps=True, fill="wait_bg", hatched=True,
        )  # fmt: skip
        rows = self._open_rows(self.spread.inside(press.inset(16)), one, other)
        box = boxed(dotted, rows, press.inset(14), press.gap(11))
        if box.height <= self.room:
            yield box
            return
        self.spread.numbers.restart(before)
        yield from self._open_rows(self.spread, one, other)

    def _open_rows(self, spread: Spread, one: OpenBox, other: OpenBox) -> tuple[Slab, ...]:
        told = [
            (_told(mine.what, mine.when), _told(theirs.what, theirs.when))
            for mine, theirs in zip(one.rows, other.rows, strict=True)
        ]
        head = spread.heading(Heading(one.heading, 2), Heading(other.heading, 2), self._press.gap(9))
        pairs = [*told, *_pairs(one.closing, other.closing)]
        return (head, *spread.rows(pairs, self._press.gap(4)))

    def _calls(self, one: CallBox, other: CallBox) -> Iterator[Slab]:
        """One box, or more where a page cannot hold all signs in one; never without a sign."""
        start, signs = 0, len(one.signs)
        while start < signs:
            count = signs - start
            mark = self.spread.numbers.last
            box = self._call(*_some_signs(one, other, start, start + count))
            while box.height > self.room and count > 1:
                count -= 1
                self.spread.numbers.restart(mark)
                box = self._call(*_some_signs(one, other, start, start + count))
            yield box
            start += count
        if not signs and (one.numbers or one.closing):
            yield self._call(one, other)

    def _call(self, one: CallBox, other: CallBox) -> Slab:
        """When to call and whom: the numbers once, the words in both languages."""
        press = self._press
        pad, mark = press.inset(14), press.inset(22)
        spread = self.spread.inside(pad)
        head = spread.heading(Heading(one.heading, 2), Heading(other.heading, 2), 0.0)
        phone = tuple(icon("phone", mark, at=(pad, 0.0)))
        head = replace(head, drawn=(*phone, *head.drawn), height=max(head.height, mark))
        labels = [
            replace(mine, label=replace(mine.label, text=f"{mine.label.text} / {theirs.label.text}"))
            for mine, theirs in zip(one.numbers, other.numbers, strict=True)
        ]
        inks, height = phone_numbers(press, labels, pad + press.inset(26), 0.0)
        pieces = tuple(piece for number in labels for piece in (number.number, number.label))
        numbers = Slab(height, inks, pieces, press.inset(2)) if labels else None
        pairs = [*_pairs(one.signs, other.signs), *_pairs(one.closing, other.closing)]
        rows = spread.rows(pairs, press.inset(7), 2.0)
        edge = _edge(press, "ink", CALL_EDGE, 0.0)
        return boxed(edge, (head, *((numbers,) if numbers else ()), *rows), press.inset(11), press.gap(12))

    def _numbered(self, one: NumberedList, other: NumberedList) -> Iterator[Slab]:
        yield self.spread.heading(Heading(one.heading, 2), Heading(other.heading, 2), self._press.gap(11))
        slabs = self.spread.rows(_pairs(one.pieces, other.pieces), self._press.gap(4))
        yield from (replace(slab, keep=Keep.TOGETHER) for slab in slabs[:-1])
        yield from slabs[-1:]


def _edge(press: Press, stroke: str, width: float, height: float) -> Rect:
    return Rect(
        width / 2, width / 2, press.width - width, height - width, RADIUS, stroke, width, fill="surface"
    )


def _pairs(first: Iterable[Piece], second: Iterable[Piece]) -> list[Pair]:
    return [((one,), (other,)) for one, other in zip(first, second, strict=True)]


def _told(what: Piece, when: Piece) -> tuple[Piece, ...]:
    """A result and when it is expected, in one cell."""
    return replace(what, text=f"{what.text}:"), replace(when, text=f"**{when.text}**")


def _parted(pair: _Both) -> Iterator[_Both]:
    """The group box without its sentences, and these: page one may have room for the box only."""
    one, other = pair
    if isinstance(one, GroupBox) and isinstance(other, GroupBox) and one.pieces:
        yield replace(one, pieces=()), replace(other, pieces=())
        yield Paragraph(one.pieces), Paragraph(other.pieces)
    else:
        yield pair


def _barer(pairs: Sequence[_Both]) -> Iterator[tuple[Callable[[Block], bool], int]]:
    """What may stay on page one, and how many lines of the call box, its closing words first; ever less."""
    boxed_lines = (len(one.signs) + len(one.closing) for one, _ in pairs if isinstance(one, CallBox))
    most = max(boxed_lines, default=0)
    group = next((index for index, (one, _) in enumerate(pairs) if isinstance(one, GroupBox)), -1)
    sentences = [pairs[group + 1][0]] if isinstance(pairs[group + 1][0], Paragraph) else []

    def boxes(block: Block) -> bool:
        return isinstance(block, GroupBox | CallBox)

    def titled(block: Block) -> bool:
        return boxes(block) or (isinstance(block, Heading) and block.level == 1)

    yield (lambda block: titled(block) or block in sentences), most
    yield titled, most
    yield from ((boxes, lines) for lines in range(most, -1, -1))


def _with_lines(pair: _Both, count: int) -> _Both:
    """A call box with only so many of its lines: what closes it before any sign; anything else as it is."""
    one, other = pair
    if isinstance(one, CallBox) and isinstance(other, CallBox):
        closing = min(count, len(one.closing))
        return _first_lines(one, count - closing, closing), _first_lines(other, count - closing, closing)
    return pair


def _first_lines(box: CallBox, signs: int, closing: int) -> CallBox:
    """With the words that it goes on, if any line is left for the next page."""
    whole = signs >= len(box.signs) and closing >= len(box.closing)
    more = () if whole else box.goes_on
    return replace(box, signs=box.signs[:signs], closing=(*box.closing[:closing], *more))


def _other_lines(pair: _Both, count: int) -> _Both:
    """The lines that page one has no room for, under the same heading."""
    one, other = pair
    if isinstance(one, CallBox) and isinstance(other, CallBox):
        closing = min(count, len(one.closing))
        signs = count - closing
        return (
            replace(one, numbers=(), signs=one.signs[signs:], closing=one.closing[closing:]),
            replace(other, numbers=(), signs=other.signs[signs:], closing=other.closing[closing:]),
        )
    return pair


def _some_signs(one: CallBox, other: CallBox, start: int, stop: int) -> tuple[CallBox, CallBox]:
    """A part of the signs; numbers stand in the first box, what closes it in the last."""
    first, last = start == 0, stop == len(one.signs)
    mine, theirs = (
        replace(
            box,
            numbers=box.numbers if first else (),
            signs=box.signs[start:stop],
            closing=box.closing if last else (),
        )
        for box in (one, other)
    )
    return mine, theirs


def _unzipped(pairs: Iterable[_Both]) -> tuple[Blocks, Blocks]:
    kept = list(pairs)
    return [one for one, _ in kept], [other for _, other in kept]
