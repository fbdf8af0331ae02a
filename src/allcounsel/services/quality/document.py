"""The quality of the papers as a page in Markdown and as lines for a terminal; never typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allcounsel.services.handout_reading import TextReading
from allcounsel.services.quality.checklist import Answer, Checklist, Verdict
from allcounsel.services.quality.measure import CHECKLISTS, LEAST_PERCENT, Quality
from allcounsel.services.readability import (
    LEAST_INFLESZ,
    LONGEST,
    MOST_GRADE,
    MOST_PASSIVE,
    MOST_SMOG,
    MOST_WORDS,
    EnglishEase,
    ReadingEase,
    SpanishEase,
)

_ABOUT = f"""\
# How good the papers are, by published checklists

Made by `allcounsel content docs`, from the papers of every situation in `seeds/situations.yaml` at each of
its ages, read by a parent or by a teenager, and of the practice children with a page of numbers; a test
compares it.

PEMAT-P, the CDC Clear Communication Index (CCI) and IPDASi were made for **trained people** who rate a whole
document. What stands here is an adaptation for a machine that nobody has validated. So it is called
"informed", the items that a machine cannot judge are left out of the score and counted, and no person has
given a score yet. A paper that misses an item here is worse for it; one that meets them all is not yet good.

The reading bars are held by each card and by the whole; headings, lists, tables and pictures are left out.

- English: Flesch-Kincaid grade at most {MOST_GRADE}, SMOG at most {MOST_SMOG} where there are 30 sentences,
  at most {MOST_WORDS:.0f} words a sentence and {LONGEST} in the longest, at most {MOST_PASSIVE:.0%} passive.
- Spanish: INFLESZ (Szigriszt-Pazos) at least {LEAST_INFLESZ:.0f}.
- "Explained words known": medical words that the paper explains count as short words.
"""
_ENGLISH_HEAD = (
    "Card",
    "Papers",
    "Grade",
    "Explained words known",
    "SMOG",
    "Words a sentence",
    "Longest",
    "Passive",
)
_SPANISH_HEAD = (
    "Card",
    "Papers",
    "INFLESZ",
    "Explained words known",
    "Fernández-Huerta",
    "Words a sentence",
    "Longest",
)


def quality_document(found: tuple[Quality, ...]) -> str:
    """The whole page."""
    lines = [_ABOUT]
    for quality in found:
        lines += [f"## {_LANGUAGES[quality.language]}: {len(quality.papers)} papers", ""]
        lines += [*_scores(quality), "", *_readings(quality), ""]
    for checklist in CHECKLISTS:
        lines += [f"## {checklist.name}", "", *_items(checklist, found), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


_LANGUAGES = {"en": "English", "es": "Spanish"}


def quality_lines(quality: Quality) -> Iterator[str]:
    """The same in short: the lowest scores, and the worst figures of a card."""
    scores = "; ".join(str(quality.worst(checklist)) for checklist in CHECKLISTS)
    yield f"Quality, {quality.language}, worst of {len(quality.papers)} papers: {scores}."
    cards = [one for card in quality.cards if card != "whole" for one in quality.readings(card)]
    yield f"Reading, {quality.language}: whole {_short(quality.readings('whole'))}; a card {_short(cards)}."


def _short(readings: Iterable[TextReading]) -> str:
    readings = tuple(readings)
    english = _english(readings)
    if english:
        return f"grade at most {max(one.grade for one in english):.1f}, SMOG {_smog(english)}"
    return f"INFLESZ at least {min(one.inflesz for one in _spanish(readings)):.1f}"


# ---- tables
def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _head(cells: tuple[str, ...]) -> list[str]:
    return [_row(cells), _row("---" for _ in cells)]


def _scores(quality: Quality) -> Iterator[str]:
    yield from _head(("Checklist", "Lowest score", "Asked for", "For people to judge", "Does not apply"))
    for checklist in CHECKLISTS:
        worst = quality.worst(checklist)
        score = f"{worst.counted(Verdict.MET)} of {worst.judged} ({worst.percent:.0f} of 100)"
        asked = f"{LEAST_PERCENT.get(checklist.name, 100.0):.0f} of 100"
        people, never = worst.counted(Verdict.PEOPLE), worst.counted(Verdict.NOT_ASKED)
        yield _row((checklist.name, score, asked, people, never))


def _readings(quality: Quality) -> Iterator[str]:
    yield from _head(_SPANISH_HEAD if quality.language == "es" else _ENGLISH_HEAD)
    for card in quality.cards:
        readings = quality.readings(card)
        yield _row((card, len(readings), *_figures(readings)))


def _figures(readings: tuple[TextReading, ...]) -> Iterator[str]:
    english, told = _english(readings), [one.told for one in readings]
    if english:
        yield f"{max(one.grade for one in english):.1f}"
        yield f"{max(one.grade for one in told if isinstance(one, EnglishEase)):.1f}"
        yield _smog(english)
    else:
        spanish = _spanish(readings)
        yield f"{min(one.inflesz for one in spanish):.1f}"
        yield f"{min(one.inflesz for one in told if isinstance(one, SpanishEase)):.1f}"
        yield f"{min(one.fernandez_huerta for one in spanish):.1f}"
    yield f"{max(one.as_is.text.words_per_sentence for one in readings):.1f}"
    yield str(max(one.as_is.text.longest for one in readings))
    if english:
        yield f"{max(one.passive_share for one in english):.0%}"


def _english(readings: Iterable[TextReading]) -> list[EnglishEase]:
    return [ease for ease in _as_is(readings) if isinstance(ease, EnglishEase)]


def _spanish(readings: Iterable[TextReading]) -> list[SpanishEase]:
    return [ease for ease in _as_is(readings) if isinstance(ease, SpanishEase)]


def _as_is(readings: Iterable[TextReading]) -> Iterator[ReadingEase]:
    return (reading.as_is for reading in readings)


def _smog(english: Iterable[EnglishEase]) -> str:
    grades: list[float] = [one.smog for one in english if one.smog is not None]
    return f"{max(grades):.1f}" if grades else "too short"


def _items(checklist: Checklist, found: tuple[Quality, ...]) -> Iterator[str]:
    yield from _head(("Item", "What it asks", "What is looked at", *(one.language for one in found)))
    for index, item in enumerate(checklist.items):
        answers = (tuple(_answers(quality, checklist, index)) for quality in found)
        yield _row((item.id, item.asks, item.looked_at, *map(_together, answers)))


def _answers(quality: Quality, checklist: Checklist, index: int) -> Iterator[Answer]:
    for paper in quality.papers:
        yield from (score.answers[index] for score in paper.scores if score.name == checklist.name)


def _together(answers: tuple[Answer, ...]) -> str:
    """The worst that came out on any paper."""
    out = {answer.verdict for answer in answers}
    for verdict in (Verdict.MISSED, Verdict.MET, Verdict.PEOPLE):
        if verdict in out:
            return str(verdict.value)
    return str(Verdict.NOT_ASKED.value)
