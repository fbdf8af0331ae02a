"""The jobs behind the handout page: plain functions of frozen values, fit to run off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.errors import InputRefusedError
from allcounsel.domain.handout import Handout, Heading, PaperChoices
from allcounsel.domain.release import ContentRelease
from allcounsel.services.export_handout import HandoutOrder, composed, make_handout, unprintable
from allcounsel.services.paper_figures import PaperFigures, card_pages, paper_figures
from allcounsel.ui.desk import Core

PREVIEW_DPI = 110
_COUNT_DPI = 12


@dataclass(frozen=True, slots=True)
class CardShown:
    """One card that can be printed for this child: its title, and its pages where it is printed."""

    id: str
    title: str
    always: bool
    pages: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of the real PDF as PNG images, the cards there are, and how good the paper is by figures."""

    pages: tuple[bytes, ...]
    cards: tuple[CardShown, ...] = ()
    figures: tuple[PaperFigures, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written."""

    path: str
    content: bytes
    pages: int


def preview(core: Core, case: Case, assessment: Assessment, clinic: Clinic, choices: PaperChoices) -> Preview:
    """The pages as they would be printed now; nothing has to be confirmed to look at them.

    InputRefusedError where somebody's own words cannot be printed, by field.
    """
    refused = tuple(unprintable(case, clinic, core.measure))
    if refused:
        raise InputRefusedError(refused)

    def handout(chosen: PaperChoices) -> Handout:
        day, frame = core.clock.today(), core.frame(chosen)
        return composed(case, assessment, core.release, core.engine, clinic, day, chosen, core.measure, frame)

    made = handout(choices)
    pages = core.writer.pages(core.writer.pdf(made), PREVIEW_DPI)
    whole = handout(replace(choices, cards=(), language=core.words.language, second_language=""))
    cards = tuple(_cards(whole, core.release, card_pages(made, core.writer.starts(made))))
    in_each = (made, made.second) if made.second else (made,)
    return Preview(pages, cards, tuple(paper_figures(one) for one in in_each))


def _cards(whole: Handout, release: ContentRelease, pages: Mapping[str, int]) -> Iterator[CardShown]:
    """Every card of this child's paper, by the title that it has on it."""
    always = {card.id for card in release.cards if card.always}
    for name, sections in groupby(whole.sections, lambda section: section.card):
        title = next(block for one in sections for block in one.blocks if isinstance(block, Heading))
        yield CardShown(name, title.piece.plain, name in always, pages.get(name, 0))


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper that is ready for a printer: its very bytes, and its pages as images."""

    content: bytes
    images: tuple[bytes, ...]


def ready(core: Core, order: HandoutOrder, dpi: int) -> Ready:
    """Make the handout for a printer; InputRefusedError when it may not be made."""
    content = _made(core, order)
    return Ready(content, core.writer.pages(content, dpi))


def save(core: Core, order: HandoutOrder, path: str) -> Saved:
    """Make the handout and write it; InputRefusedError or KnownError when it may or can not be."""
    content = _made(core, order)
    core.files.write(path, content)
    return Saved(path, content, len(core.writer.pages(content, _COUNT_DPI)))


def _made(core: Core, order: HandoutOrder) -> bytes:
    handout = make_handout(
        order, core.release, core.engine, core.clock.today(), core.measure, core.frame(order.choices)
    )
    return core.writer.pdf(handout)
