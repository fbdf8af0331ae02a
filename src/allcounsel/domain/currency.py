"""Whether what we rest on is still current: the review of the content, and which of two texts is newer."""

from __future__ import annotations

from datetime import date
from enum import Enum

from allcounsel.domain.calendar import add_months
from allcounsel.domain.rule import ReleaseInfo, Source


class Review(Enum):
    """Where a day lies: up to the review date, past it, or long past it."""

    FRESH = "fresh"
    PAST = "past"
    LONG_PAST = "long_past"


def review_of(info: ReleaseInfo, today: date) -> Review:
    """The content is fresh on the review date itself, and past it from the next day on."""
    if today <= info.review_due:
        return Review.FRESH
    long_past_from = add_months(info.review_due, info.long_past_after_months)
    return Review.LONG_PAST if today > long_past_from else Review.PAST


def latest_year(source: Source) -> int | None:
    """The year of a text, or of the copy that was read where the text names none; None when neither is."""
    if source.year is not None:
        return source.year
    return source.read_on.year if source.read_on else None


def is_newer(newer: Source, older: Source) -> bool:
    """Whether one text is surely newer; against a text without any date only a dated one can be."""
    later, earlier = latest_year(newer), latest_year(older)
    if earlier is None:
        return newer.year is not None
    return later is not None and later > earlier
