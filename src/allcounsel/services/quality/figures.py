"""Numbers on a paper: few, whole, of one hundred, with their meaning, and nothing to work out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allcounsel.domain.handout import Handout, IconArray
from allcounsel.services.quality.parts import SOURCES, blocks, texts

HUNDRED = "100"
_ARITHMETIC = re.compile(
    r"\b(twice|double|triple|half|thirds?) (as|the|of|more)\b|\b(one|two|a) thirds?\b(?! way)"
    r"|\btimes (more|less|as|higher|lower)\b|\bper ?cent|%"
    r"|\bel (doble|triple)\b|\bla mitad\b|\btercios?\b|\bveces (más|menos|mayor|menor)\b|\bpor ciento\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(\d+)\s(?:out of|of|in|de cada|de|en)\s(?:every |cada )?(\d+)(?!\s(?:years|años))", re.IGNORECASE
)
_DECIMAL = re.compile(r"\d[.,]\d+(?!\d*\s?°)")
_LABORATORY = re.compile(r"µL|\bmL\b|\bmg\b|×\s?10|\bGy\b|\b\d+\s?g/L")


def clear_numbers(handout: Handout) -> Iterator[str]:
    """Whole numbers; only a temperature has a decimal."""
    for text in texts(handout, SOURCES):
        if _DECIMAL.search(re.sub(r"\d+[.,]\d\s?°", "", text)):
            yield f"a decimal: {text}"


def nothing_to_work_out(handout: Handout) -> Iterator[str]:
    """No fractions, no "twice as", no percentages; all shares are of one hundred."""
    for text in texts(handout, SOURCES):
        if _ARITHMETIC.search(text):
            yield f"something to work out: {text}"
        for share in _SHARE.findall(text):
            if share[1] != HUNDRED:
                yield f"not of {HUNDRED}: {text}"


def familiar_numbers(handout: Handout) -> Iterator[str]:
    """No unit of a laboratory."""
    yield from (
        f"a unit of a laboratory: {text}" for text in texts(handout, SOURCES) if _LABORATORY.search(text)
    )


def has_shares(handout: Handout) -> bool:
    """Whether the paper says how many children of one hundred."""
    return any(_SHARE.search(text) for text in texts(handout, SOURCES)) or bool(
        list(blocks(handout, IconArray))
    )


def numbers_are_explained(handout: Handout) -> Iterator[str]:
    """With each array: what it shows, and what each of its parts is."""
    for array in blocks(handout, IconArray):
        if not array.how.plain.strip() or not all(part.label.plain.strip() for part in array.parts):
            yield f"it does not say what is counted: {array.title.plain}"


def shares_are_drawn(handout: Handout) -> Iterator[str]:
    """A share stands in words and as one hundred circles."""
    arrays = list(blocks(handout, IconArray))
    if not arrays:
        yield "a share is not drawn"
    for array in arrays:
        if sum(part.count for part in array.parts) != int(HUNDRED):
            yield f"not {HUNDRED} circles: {array.title.plain}"
