"""Looking into a composed paper: its blocks of one kind, and its texts, without the apparatus at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from allcounsel.domain.handout import Block, CallBox, GroupBox, Handout, Piece, SideBySide, pieces_of

Kind = TypeVar("Kind", bound=Block)

WORD_LIST, SOURCES = "words", "sources"
APPARATUS = (WORD_LIST, SOURCES)
"""Looked up, never read through: the word list, and titles of texts as they are printed elsewhere."""


def blocks(handout: Handout, kind: type[Kind], section: str = "") -> Iterator[Kind]:
    """The blocks of one kind in a section, or in all but the list of sources."""
    for each in handout.sections:
        if each.id == section or (not section and each.id != SOURCES):
            yield from (block for block in each.blocks if isinstance(block, kind))


def pieces(handout: Handout, *without: str) -> Iterator[Piece]:
    """Every printed piece but for the sections left out, in reading order."""
    for each in handout.sections:
        if each.id not in without:
            for block in each.blocks:
                yield from pieces_of(block)


def texts(handout: Handout, *without: str) -> list[str]:
    """Their words."""
    return [piece.plain for piece in pieces(handout, *without)]


def page_one(handout: Handout) -> tuple[Block, ...]:
    """The blocks of the first section; none on a paper without one."""
    return handout.sections[0].blocks if handout.sections else ()


def main_message(handout: Handout) -> tuple[Piece, ...]:
    """The group in words."""
    return tuple(
        piece for block in page_one(handout) if isinstance(block, GroupBox) for piece in pieces_of(block)
    )


def call_boxes(handout: Handout) -> tuple[CallBox, ...]:
    """Where it says when to call, and whom."""
    return tuple(block for block in page_one(handout) if isinstance(block, CallBox))


def short_list(handout: Handout, name: str) -> tuple[Piece, ...]:
    """The lines of one of the short lists of page one, such as ``do``; none where it is not there."""
    return tuple(
        piece
        for block in page_one(handout)
        if isinstance(block, SideBySide)
        for part in block.lists
        if part.heading.id == f"page_one.{name}.heading"
        for piece in part.pieces
    )
