"""The voice of a paper: active, and easy to read, card by card."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from allcounsel.domain.handout import Handout
from allcounsel.services.handout_reading import HandoutReading, reading_of
from allcounsel.services.passive import is_passive
from allcounsel.services.quality.parts import main_message, short_list
from allcounsel.services.readability import EnglishEase

MOST_PASSIVE = 0.20
"""Of all sentences (PEMAT asks for four in five in active voice)."""


@lru_cache(maxsize=1)  # more than one item looks at the same paper
def read(handout: Handout) -> HandoutReading:
    """How a paper reads."""
    return reading_of(handout)


def easy_to_read(handout: Handout) -> Iterator[str]:
    """Each card and the whole hold the bars of their language."""
    found = read(handout)
    for part in (found.whole, *found.cards):
        yield from (f"{part.name}: {bar}" for bar in part.as_is.too_hard())


def active_voice(handout: Handout) -> Iterator[str]:
    """Four sentences of five at least are active; only English can be looked at."""
    ease = read(handout).whole.as_is
    if isinstance(ease, EnglishEase) and ease.passive_share > MOST_PASSIVE:
        yield f"{ease.passive_share:.0%} of the sentences are passive"


def active_message(handout: Handout) -> Iterator[str]:
    """The main message and what to do are active; only English can be looked at."""
    for piece in (*main_message(handout), *short_list(handout, "do")):
        if is_passive(piece.plain):
            yield f"passive: {piece.plain}"
