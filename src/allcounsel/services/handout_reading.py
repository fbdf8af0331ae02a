"""How easily a handout reads, card by card and whole: its running sentences only, in its own language.

Headings, lists, tables and the words of pictures are left out: they are looked up, and their many full stops
would make the text look easier than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from allcounsel.domain.handout import Block, Figure, Handout, Piece, Section, pieces_of
from allcounsel.services.readability import HardWord, ReadingEase, hard_words, reading_ease, words_of

WORD_LIST = "words"
"""The section that explains words."""
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class TextReading:
    """Figures of one card, or of the whole paper under the name ``whole``.

    ``as_is``: every word counts as it is. ``told``: words that this paper explains count as known ones.
    ``hard``: the long words that it does not explain.
    """

    name: str
    as_is: ReadingEase
    told: ReadingEase
    hard: tuple[HardWord, ...]


@dataclass(frozen=True, slots=True)
class HandoutReading:
    """The whole paper, and each of its cards that has running sentences, in order."""

    whole: TextReading
    cards: tuple[TextReading, ...]


def reading_of(handout: Handout) -> HandoutReading:
    """The figures of a composed handout."""
    language, explained = handout.choices.language, explained_words(handout)

    def reading(name: str, texts: list[str]) -> TextReading:
        return TextReading(
            name,
            reading_ease(texts, language),
            reading_ease(texts, language, explained),
            hard_words(texts, language, explained),
        )

    cards = {
        card: [piece.plain for section in sections for piece in running(section)]
        for card, sections in groupby(handout.sections, lambda section: section.card)
    }
    return HandoutReading(
        reading("whole", [text for texts in cards.values() for text in texts]),
        tuple(reading(card, texts) for card, texts in cards.items() if texts),
    )


def running(section: Section) -> Iterator[Piece]:
    """The sentences of a section that run on, in reading order."""
    for block in section.blocks:
        yield from (piece for piece in _read_through(block) if piece.kind == "sentence")


def _read_through(block: Block) -> Iterator[Piece]:
    return iter(()) if isinstance(block, Figure) else pieces_of(block)


def explained_words(handout: Handout) -> frozenset[str]:
    """Every word that the paper's own word list explains, in lower case, of one and of several."""
    entries = (
        piece
        for section in handout.sections
        if section.id == WORD_LIST
        for block in section.blocks
        for piece in pieces_of(block)
    )
    named = {
        word.lower() for piece in entries for term in _BOLD.findall(piece.text) for word in words_of(term)
    }
    single = {word.removesuffix("s") for word in named if len(word) > len("has")}
    return frozenset(named | single | {f"{word}s" for word in named | single})
