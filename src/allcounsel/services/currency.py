"""How old what we cite is, in words: each source with its year, an older one never as if it were new.

Also whether the content itself is past its review: what screens, pages and files then say stands here once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allcounsel.domain.currency import Review, review_of
from allcounsel.domain.handout import HOUSE
from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.rule import Evidence, Source
from allcounsel.services.dates import NO_BREAK
from allcounsel.services.words import Words

_NONE = "No web address given"


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact as a clinician is shown it. ``newer``: what replaces it, one line for each newer fact."""

    id: EvidenceId
    fact: str
    where: str
    newer: tuple[str, ...]


def when(words: Words, source: Source) -> str:
    """``2014``; or that the text names no date, and when it was read."""
    if source.year is not None:
        return str(source.year)
    if source.read_on is None:
        return words.text("labels.currency.no_date")
    return words.text("labels.currency.no_date_read", month=words.month(source.read_on))


def where_written(words: Words, source: Source) -> str:
    """Title, organisation and standing in one line."""
    return f"{source.title}. {source.organisation}, {standing(words, source)}."


def standing(words: Words, source: Source) -> str:
    """``2014, superseded by 2025``; the year alone where nothing newer is known."""
    year = when(words, source)
    if source.superseded_by is None:
        return year
    newer = words.release.sources[source.superseded_by]
    named = str(newer.year)
    if newer.year is None and newer.read_on is not None:
        named = words.text("labels.currency.newer_read", month=words.month(newer.read_on))
    return words.text("labels.currency.superseded", when=year, newer=named)


def cited(words: Words, evidence: Iterable[EvidenceId]) -> tuple[Cited, ...]:
    """The facts in order, each with its source and what replaces it; our own words cite nothing."""
    shown = tuple(evidence_id for evidence_id in evidence if evidence_id != HOUSE)
    release = words.release
    return tuple(
        Cited(
            evidence_id,
            release.evidence[evidence_id].fact,
            where_written(words, release.source_of(evidence_id)),
            tuple(
                _newer(words, release.evidence[newer], told=newer in shown)
                for newer in release.evidence[evidence_id].superseded_by
            ),
        )
        for evidence_id in shown
    )


def _newer(words: Words, fact: Evidence, *, told: bool) -> str:
    """``Superseded by PH-113 (2025): ...``; without the fact where it is shown anyway."""
    year = when(words, words.release.sources[fact.source])
    named = words.text("labels.currency.newer_fact", id=fact.id, when=year)
    return f"{named}." if told else f"{named}: {fact.fact}"


def newer_than(words: Words, evidence: Iterable[EvidenceId]) -> tuple[str, ...]:
    """What replaces these facts, each named once and not told, such as "Superseded by PH-31 (2025)."."""
    facts = words.release.evidence
    newer = dict.fromkeys(one for evidence_id in evidence for one in facts[evidence_id].superseded_by)
    return tuple(_newer(words, facts[one], told=True) for one in newer)


def sources_of(words: Words, evidence: Iterable[EvidenceId]) -> tuple[tuple[str, str], ...]:
    """Each source once: its ids, an outdated one with the newer ids, and where it is written."""
    ids: dict[str, list[str]] = {}
    for evidence_id in dict.fromkeys(evidence):
        if evidence_id != HOUSE:
            where = where_written(words, words.release.source_of(evidence_id))
            ids.setdefault(where, []).append(_id_with_newer(words, evidence_id))
    return tuple((", ".join(found), where) for where, found in ids.items())


def _id_with_newer(words: Words, evidence_id: EvidenceId) -> str:
    newer = words.release.evidence[evidence_id].superseded_by
    if not newer:
        return evidence_id
    return f"{evidence_id} ({words.text('labels.currency.newer_ids', ids=', '.join(newer))})"


def short_citation(words: Words, evidence_id: EvidenceId) -> str:
    """``S1-13, 2014``, for a link that opens the source."""
    year = words.release.source_of(evidence_id).year
    return f"{evidence_id}, {year}" if year is not None else evidence_id


def family_entry(words: Words, source: Source) -> str:
    """A source in the family's list: its dates, and that it is an older text where it is one."""
    parts = [
        words.text(
            "labels.currency.family.entry",
            organisation=source.organisation,
            title=source.title,
            written=words.written(source.content_date),
        )
    ]
    if source.read_on is not None:
        parts.append(words.text("labels.currency.family.read", day=words.day(source.read_on)))
    if source.superseded_by is not None:
        parts.append(words.text("labels.currency.family.older"))
    address = words.text("labels.currency.family.no_address") if source.address == _NONE else source.address
    return " ".join([*parts, address])


def review_words(words: Words, today: date) -> tuple[Review, str]:
    """Whether the content is past its review date, and the sentence that says so; none while it is fresh.

    ``**`` marks bold parts.
    """
    info = words.release.info
    state = review_of(info, today)
    if state is Review.FRESH:
        return state, ""
    checked, due = words.day(info.checked), words.day(info.review_due)
    key, months = f"labels.currency.review.{state.value}", str(info.long_past_after_months)
    return state, words.text(key, checked=checked, due=due, months=months)


def review_on_paper(words: Words, today: date) -> str:
    """As the foot of the handout has it, for a picture that stands alone; nothing while it is fresh."""
    info = words.release.info
    if review_of(info, today) is Review.FRESH:
        return ""
    days = {"checked": words.day(info.checked), "review_due": words.day(info.review_due)}
    return words.text("handout.page_one.foot.content.past", version=info.version, **days)


def review_plain(words: Words, today: date) -> str:
    """The same sentence without marks and in ordinary spaces, for a terminal and for files."""
    return review_words(words, today)[1].replace("**", "").replace(NO_BREAK, " ")
