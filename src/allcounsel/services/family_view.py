"""The talk with the family, one idea at a time: the very sentences of the paper, in large pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_OF_HANDOUT = "handout."
"""With it the key of a text is that of the sentence on paper."""
_LEANS = re.compile(
    r"(This|It|That|These|Those|They|Such|So|Some of (it|them|these)|For this reason)\b"
    r"|(If they|How this|Your team will talk with you about it)\b"
    r"|Ask your team (if|about|what|why) (it|this|that)\b"
)
"""How an English sentence begins that cannot be understood without the one before it."""
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


def leaning(english: Mapping[str, str]) -> frozenset[str]:
    """The texts that lean on the sentence before them; the same in every language, so that its ideas are."""
    return frozenset(key.removeprefix(_OF_HANDOUT) for key, text in english.items() if _LEANS.match(text))


def ideas(handout: Handout, leaning: frozenset[str]) -> tuple[Idea, ...]:
    """The talk in its order: the group, why, what is open, the road and what it means, whom to call.

    ``leaning``: the sentences that no idea begins with.
    """
    by_card = {
        card: [section for section in handout.sections if section.card == card] for card in ("core", *CARDS)
    }
    first = by_card["core"][0]
    core = list(_core(first.blocks, leaning))
    last = [idea for idea in core if idea.about in ("call", "remember")]
    middle = [
        idea
        for card in CARDS
        for section in by_card[card]
        for idea in _section(section.card, section.blocks, leaning)
    ]
    return (*(idea for idea in core if idea not in last), *middle, *last)


def foot(handout: Handout) -> tuple[Piece, ...]:
    """What every page of the talk says of itself."""
    return tuple(piece for piece in handout.foot if piece.id in FOOT)


def _core(blocks: Iterable[Block], leaning: frozenset[str]) -> Iterator[Idea]:
    heading: Piece | None = None
    for block in blocks:
        match block:
            case Heading():
                heading = block.piece
            case GroupBox():
                yield from _group(block, leaning)
            case OpenBox():
                yield from _open(block)
            case CallBox():
                yield from _call(block)
            case Bullets() | SideBySide():
                yield from _lists(block, heading)


def _group(box: GroupBox, leaning: frozenset[str]) -> Iterator[Idea]:
    for sentences in _told_together(box.pieces, leaning) or [()]:
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


def _section(card: str, blocks: Iterable[Block], leaning: frozenset[str]) -> Iterator[Idea]:
    """A section of the paper: each heading begins an idea, and so do more than a few sentences."""
    title: Piece | None = None
    said: list[Piece] = []
    for block in (*blocks, None):
        if isinstance(block, Paragraph):
            said += [piece for piece in block.pieces if piece.id not in OF_PAPER]
            continue
        if title is not None:
            parts = _told_together(said, leaning)
            leads = parts.pop() if isinstance(block, Bullets) and parts and _may_lead(parts[-1]) else ()
            yield from (Idea(card, title, tuple(part)) for part in parts)
            yield from _shown(card, title, block, leads)
        said = []
        if isinstance(block, Heading):
            title = block.piece


def _shown(card: str, title: Piece, block: Block | None, leads: Sequence[Piece]) -> Iterator[Idea]:
    """A list with the sentences that lead to it, or a picture."""
    match block:
        case Bullets():
            yield from _entries(card, title, block.pieces, leads)
        case IconArray():
            yield _numbers(card, block)
        case Figure():
            yield Idea(card, title, shown=Shown.ROAD)


def _numbers(card: str, block: IconArray) -> Idea:
    labels = tuple(part.label for part in block.parts)
    counts = tuple(part.count for part in block.parts)
    how = (block.how,)
    return Idea(card, block.title, how, entries=labels, shown=Shown.NUMBERS, counts=counts)


def _told_together(sentences: Sequence[Piece], leaning: frozenset[str]) -> list[Sequence[Piece]]:
    """At most a few sentences each, and more where they lean on one another."""
    parts: list[list[Piece]] = []
    for bundle in _bundles(sentences, leaning):
        if parts and len(parts[-1]) + len(bundle) <= SENTENCES:
            parts[-1] += bundle
        else:
            parts.append(bundle)
    return list(parts)


def _bundles(sentences: Sequence[Piece], leaning: frozenset[str]) -> list[list[Piece]]:
    """Each sentence with those after it that lean on it."""
    bundles: list[list[Piece]] = []
    for sentence in sentences:
        if bundles and sentence.id in leaning:
            bundles[-1].append(sentence)
        else:
            bundles.append([sentence])
    return bundles


def _may_lead(part: Sequence[Piece]) -> bool:
    """Whether it may stand above the list that follows."""
    return len(part) == 1 or part[-1].text.endswith(":")


def _parted(things: Sequence[_T], most: int) -> list[Sequence[_T]]:
    """In as few parts as there have to be, and these as even as they can be."""
    count = -(-len(things) // most)
    ends = [len(things) * index // count for index in range(count + 1)] if count else [0]
    return [things[start:end] for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the talk in two languages, for an interpreter. ``idea``: which one it belongs to."""

    number: int
    first: Piece
    second: Piece
    idea: int


def lines(handout: Handout, leaning: frozenset[str]) -> tuple[Line, ...]:
    """Every sentence of the talk once, numbered, in both languages; ValueError for a paper in one."""
    if handout.second is None:
        message = "an interpreter's talk needs two languages"
        raise ValueError(message)
    pairs = zip(ideas(handout, leaning), ideas(handout.second, leaning), strict=True)
    said: list[Line] = []
    title: Piece | None = None
    for index, (one, other) in enumerate(pairs):
        new = 1 if one.title == title else 0  # titles are said where they change
        title = one.title
        for first, second in zip(one.pieces[new:], other.pieces[new:], strict=True):
            said.append(Line(len(said) + 1, first, second, index))
    return tuple(said)
