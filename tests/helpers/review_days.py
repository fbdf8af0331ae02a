"""Days around the review date of the shipped content, and what an output has to say on each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from allcounsel.domain.calendar import add_months
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import TextCatalogue
from helpers.shipped import release

_DAY = timedelta(days=1)
DUE = release().info.review_due
LONG_PAST_FROM = add_months(DUE, release().info.long_past_after_months)

DAYS = {
    "the day before": DUE - _DAY,
    "the review date": DUE,
    "the day after": DUE + _DAY,
    "long after": LONG_PAST_FROM + _DAY,
}
PAST = tuple(day for day in DAYS.values() if day > DUE)


def spelt(day: date) -> str:
    """``22 May 2027``, with ordinary spaces."""
    return f"{day.day} {day:%B} {day.year}"


def says_review_was_due(text: str) -> bool:
    """Whether a text says when the content was last checked, and that its review was due by now."""
    plain = " ".join(text.replace("\u00a0", " ").replace("**", "").split())
    checked = f"last checked {spelt(release().info.checked)}"
    return checked in plain and f"review was due {spelt(DUE)}" in plain


def silent() -> ContentRelease:
    """The release with its words on the review taken out: a planted fault."""
    texts = dict(release().texts["en"].texts)
    for key in texts:
        if key.startswith(("labels.currency.review.", "handout.page_one.foot.content.")):
            texts[key] = "Content {version}." if key.startswith("handout") else "Content."
    return replace(release(), texts={"en": TextCatalogue("en", texts)})
