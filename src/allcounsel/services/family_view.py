"""The talk with the family, one idea at a time: the very sentences of the paper, in large pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TypeVar

from allcounsel.domain.handout import (
    Block,
    Bullets,
    CallBox,
    Figure,
    GroupBox,
    Handout,
    Heading,
    IconArray,
    OpenBox,
    Paragraph,
    Piece,
    SideBySide,
)
from allcounsel.domain.ids import GroupId

CARDS = ("road", "treatment", "numbers")
"""The cards of the paper that are talked about beside the core page."""
SENTENCES, ENTRIES = 2, 5
"""At most so many sentences, or entries of a list, are one idea."""
OF_PAPER = ("road.order", "numbers.later", "numbers.keep")
"""Sentences about the sheet of paper: nobody holds one in front of a screen."""
FOOT = ("page_one.foot.evaluation", "page_one.foot.not_reviewed")
_REMEMBER = "page_one.remember."
_T = TypeVar("_T")


class Shown(Enum):
    """What stands beside the words of an idea."""

    NOTHING = "nothing"
    GROUP = "group"
    ROAD = "road"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Idea:
    """A title with at most two sentences, a short list, or a picture. ``rows``: pairs such as what and when.

    ``about``: which part of the talk it belongs to. ``counts``: of each 100, for the picture of numbers.
    """

    about: str
    title: Piece
    sentences: tuple[Piece, ...] = ()
    entries: tuple[Piece, ...] = ()
    rows: tuple[tuple[Piece, Piece], ...] = ()
    shown: Shown = Shown.NOTHING
    group: GroupId | None = None
    closed: bool = False
    counts: tuple[int, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All its words, as they are read out."""
        told = tuple(piece for row in self.rows for piece in row)
        return (self.title, *self.sentences, *self.entries, *told)


def ideas(handout: Handout) -> tuple[Idea, ...]:
    """The talk in its order: the group, why, what is open, the road and what it means, whom to call."""
    by_card = {
        card: [section for section in handout.sections if section.card == card] for card in ("core", *CARDS)
    }
    first = by_card["core"][0]
    core = list(_core(first.blocks))
    last = [idea for idea in core if idea.about in ("call", "remember")]
    middle = [
        idea for card in CARDS for section in by_card[card] for idea in _section(section.card, section.blocks)
    ]
    return (*(idea for idea in core if idea not in last), *middle, *last)


def foot(handout: Handout) -> tuple[Piece, ...]:
    """What every page of the talk says of itself."""
    return tuple(piece for piece in handout.foot if piece.id in FOOT)


def _core(blocks: Iterable[Block]) -> Iterator[Idea]:
    heading: Piece | None = None
    for block in blocks:
        match block:
            case Heading():
                heading = block.piece
            case GroupBox():
                yield from _group(block)
            case OpenBox():
                yield from _open(block)
            case CallBox():
                yield from _call(block)
            case Bullets() | SideBySide():
                yield from _lists(block, heading)


def _group(box: GroupBox) -> Iterator[Idea]:
    for sentences in _parted(box.pieces, SENTENCES) or [()]:
        yield Idea(
            "group", box.title, tuple(sentences), shown=Shown.GROUP, group=box.group, closed=box.closed
        )


def _open(box: OpenBox) -> Iterator[Idea]:
    parts = _parted([(row.what, row.when) for row in box.rows], ENTRIES)
    for index, rows in enumerate(parts):
        closing = box.closing[:SENTENCES] if index == len(parts) - 1 else ()
        yield Idea("open", box.heading, tuple(closing), rows=tuple(rows))


def _call(box: CallBox) -> Iterator[Idea]:
    numbers = tuple((phone.label, phone.number) for phone in box.numbers)
    yield Idea("call", box.heading, box.closing[:SENTENCES], rows=numbers)
    yield from _entries("call", box.heading, box.signs)


def _lists(block: Bullets | SideBySide, heading: Piece | None) -> Iterator[Idea]:
    """The reasons, and what to remember; what to do with the paper is told by the paper."""
    if isinstance(block, SideBySide):
        for one in block.lists:
            if one.heading.id.startswith(_REMEMBER):
                yield from _entries("remember", one.heading, one.pieces)
    elif heading is not None:
        yield from _entries("why", heading, block.pieces)


def _entries(
    about: str, title: Piece, entries: Sequence[Piece], intro: Sequence[Piece] = ()
) -> Iterator[Idea]:
    for index, some in enumerate(_parted(entries, ENTRIES)):
        yield Idea(about, title, () if index else tuple(intro), entries=tuple(some))


def _section(card: str, blocks: Iterable[Block]) -> Iterator[Idea]:
    """A section of the paper: each heading begins an idea, and so do more than a few sentences."""
    title: Piece | None = None
    intro: Sequence[Piece] = ()
    for block in blocks:
        if intro and title is not None and not isinstance(block, Bullets):
            yield Idea(card, title, tuple(intro))
            intro = ()
        if isinstance(block, Heading):
            title = block.piece
        elif isinstance(block, IconArray):
            yield _numbers(card, block)
        elif title is not None:
            made, intro = _told(card, title, block, intro)
            yield from made
    if intro and title is not None:
        yield Idea(card, title, tuple(intro))


def _told(
    card: str, title: Piece, block: Block, intro: Sequence[Piece]
) -> tuple[tuple[Idea, ...], Sequence[Piece]]:
    """The ideas of a block, and what of it leads to a list that may follow."""
    match block:
        case Paragraph():
            parts = _parted([piece for piece in block.pieces if piece.id not in OF_PAPER], SENTENCES)
            leads = parts.pop() if parts and len(parts[-1]) == 1 else ()
            return tuple(Idea(card, title, tuple(part)) for part in parts), leads
        case Bullets():
            return tuple(_entries(card, title, block.pieces, intro)), ()
        case Figure():
            return (Idea(card, title, shown=Shown.ROAD),), ()
    return (), ()


def _numbers(card: str, block: IconArray) -> Idea:
    labels = tuple(part.label for part in block.parts)
    counts = tuple(part.count for part in block.parts)
    how = (block.how,)
    return Idea(card, block.title, how, entries=labels, shown=Shown.NUMBERS, counts=counts)


def _parted(things: Sequence[_T], most: int) -> list[Sequence[_T]]:
    """In as few parts as there have to be, and these as even as they can be."""
    count = -(-len(things) // most)
    ends = [len(things) * index // count for index in range(count + 1)] if count else [0]
    return [things[start:end] for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the talk in two languages, for a talk with an interpreter."""

    number: int
    first: Piece
    second: Piece


def lines(handout: Handout) -> tuple[Line, ...]:
    """Every sentence of the talk once, numbered, in both languages; ValueError for a paper in one."""
    if handout.second is None:
        message = "an interpreter's talk needs two languages"
        raise ValueError(message)
    one, other = _once(ideas(handout)), _once(ideas(handout.second))
    return tuple(
        Line(number, first, second)
        for number, (first, second) in enumerate(zip(one, other, strict=True), start=1)
    )


def _once(talk: tuple[Idea, ...]) -> list[Piece]:
    """Titles are said where they change."""
    said: list[Piece] = []
    title: Piece | None = None
    for idea in talk:
        said += idea.pieces[1:] if idea.title == title else idea.pieces
        title = idea.title
    return said
