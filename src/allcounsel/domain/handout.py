"""The family handout as content in order: pieces of text with their sources, in blocks, in sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allcounsel.domain.clinic import Logo
from allcounsel.domain.condition import Condition
from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.ids import EvidenceId, GroupId

HOUSE = EvidenceId("house")
"""What a sentence cites that states no medical fact."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed sentence, heading, list entry or label; ``**`` marks bold parts of the text."""

    id: str
    kind: str
    text: str
    sources: tuple[EvidenceId, ...]

    @property
    def plain(self) -> str:
        """The text without marks."""
        return self.text.replace("**", "")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of a page, 2 a section, 3 a part."""

    piece: Piece
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that run on."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one entry a piece; ``numbered``: steps to take one after another."""

    pieces: tuple[Piece, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class GroupBox:
    """The group in words and shape; ``closed``: nothing open can change it."""

    group: GroupId | None
    closed: bool
    title: Piece
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class OpenRow:
    """One thing that is not known yet, and when it is expected."""

    what: Piece
    when: Piece


@dataclass(frozen=True, slots=True)
class OpenBox:
    """What is not known yet, and what it could mean. ``goes_on`` is said only where page one is too small."""

    heading: Piece
    rows: tuple[OpenRow, ...]
    closing: tuple[Piece, ...]
    goes_on: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number to call and what it is for."""

    number: Piece
    label: Piece


@dataclass(frozen=True, slots=True)
class CallBox:
    """When to call, and whom; always on page one and never switched off. ``goes_on`` is said only where page
    one is too small for all of it.
    """

    heading: Piece
    numbers: tuple[PhoneNumber, ...]
    signs: tuple[Piece, ...]
    closing: tuple[Piece, ...]
    goes_on: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A few numbered lines under a heading of their own."""

    heading: Piece
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Short lists in columns beside each other, read one after another; never cut by the end of a page."""

    lists: tuple[NumberedList, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, its words for people who do not see it, and every piece that is printed in it."""

    plan: DiagramPlan
    alternative: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A small drawing with its title, how to read it, and words for people who do not see it."""

    subject: str
    title: Piece
    how_to_read: Piece
    alternative: str


@dataclass(frozen=True, slots=True)
class IconPart:
    """One part of an array of 100 circles: what it is, in words, and how many circles it has."""

    label: Piece
    count: int


@dataclass(frozen=True, slots=True)
class IconArray:
    """100 circles in parts, what they show, how to read them, and the same for people who do not see them."""

    title: Piece
    parts: tuple[IconPart, ...]
    how: Piece
    alternative: str


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on; ``spare``: only where the page has room for all of them."""

    count: int
    spare: bool = False


Block = (
    Heading
    | Paragraph
    | Bullets
    | GroupBox
    | OpenBox
    | CallBox
    | SideBySide
    | Figure
    | Picture
    | IconArray
    | WritingLines
)


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together, as part of a card; ``new_page``: it starts on a page of its own."""

    id: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    card: str = ""


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """How the paper is made: ``size`` standard, large or giant; ``paper`` a4 or letter.

    ``second_language``: printed beside the first; none when empty.
    ``cards``: those to print, in their order, besides those that are always printed; none means all.
    """

    language: str = "en"
    size: str = "standard"
    grey: bool = False
    paper: str = "a4"
    numbers: bool = False
    cards: tuple[str, ...] = ()
    second_language: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything that is printed, in order. ``head``, ``foot`` and ``logo`` stand on each page.

    ``second``: the same handout in another language, to be printed beside this one.
    """

    title: str
    label: str
    made_on: date
    choices: PaperChoices
    practice: bool
    head: tuple[Piece, ...]
    foot: tuple[Piece, ...]
    sections: tuple[Section, ...]
    second: Handout | None = None
    logo: Logo | None = None

    def pieces(self) -> Iterator[Piece]:
        """Every printed piece, one language after the other; head and foot once."""
        yield from self.head
        for section in self.sections:
            for block in section.blocks:
                yield from pieces_of(block)
        yield from self.foot
        if self.second:
            yield from self.second.pieces()


def pieces_of(block: Block) -> Iterator[Piece]:  # noqa: C901  # one flat case for each kind of block
    """The pieces of one block in reading order."""
    match block:
        case Heading():
            yield block.piece
        case Paragraph() | Bullets() | Figure():
            yield from block.pieces
        case GroupBox():
            yield from (block.title, *block.pieces)
        case OpenBox():
            rows = (piece for row in block.rows for piece in (row.what, row.when))
            yield from (block.heading, *rows, *block.closing)
        case CallBox():
            numbers = (piece for phone in block.numbers for piece in (phone.number, phone.label))
            yield from (block.heading, *numbers, *block.signs, *block.closing)
        case SideBySide():
            yield from (piece for part in block.lists for piece in (part.heading, *part.pieces))
        case Picture():
            yield from (block.title, block.how_to_read)
        case IconArray():
            yield from (block.title, *(part.label for part in block.parts), block.how)
        case WritingLines():
            return


READERS = ("family", "child_4_7", "child_8_12", "teenager", "siblings")
"""For whom a section is written; the family is whoever the paper is for, a parent or a teenager."""

PICTURE_WORDS = ("title", "how", "alternative")
"""What is said with a picture, and instead of it."""


@dataclass(frozen=True, slots=True)
class Share:
    """One part of an array of circles: its name in the texts, and its share of the whole in any measure."""

    id: str
    share: int


ICON_ARRAY = "icon_array"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One entry of the handout's content: printed as ``kind`` when its condition holds.

    ``starts``: begins a new paragraph. The words stand in ``texts/<lang>/handout/`` under ``texts``.
    ``subject``: what a picture shows. ``parts``: of an array of circles.
    """

    id: str
    kind: str
    when: Condition | None
    sources: tuple[EvidenceId, ...]
    starts: bool = False
    level: int = 2
    subject: str = ""
    parts: tuple[Share, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The keys of its words."""
        match self.kind:
            case "lines":
                return ()
            case "picture":
                return self._keys(*PICTURE_WORDS)
            case "icon_array":
                return self._keys(*PICTURE_WORDS, *(part.id for part in self.parts))
            case _:
                return (f"handout.{self.id}",)

    def _keys(self, *parts: str) -> tuple[str, ...]:
        return tuple(f"handout.{self.id}.{part}" for part in parts)


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One section of the handout: for whom it is written, who gets it, and its sentences in order."""

    id: str
    reader: str
    when: Condition | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class CardPlan:
    """Sections that are given together, on pages of their own. ``always``: part of every choice of cards.

    ``lines``: it ends with lines to write on, where its last page has room.
    """

    id: str
    always: bool
    lines: bool
    sections: tuple[SectionPlan, ...]
