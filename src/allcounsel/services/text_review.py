"""Every word that a family's paper can print, on one page in Markdown, for the people who review it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from allcounsel.domain.condition import Condition
from allcounsel.domain.handout import HOUSE, SectionPlan, Sentence
from allcounsel.domain.release import ContentRelease
from allcounsel.services.condition_words import condition_words, defined
from allcounsel.services.currency import family_entry
from allcounsel.services.family_keys import family_keys, handout_keys
from allcounsel.services.signoff import section_is_reviewed
from allcounsel.services.words import Words

_ABOUT = """\
# Every sentence of the papers, to be reviewed

Made by `allcounsel content docs`; a test compares it, so it is never typed. Each sentence stands here with
its words in each language, when it prints, and the facts it rests on (in full in `coverage.md` beside this
page). `house`: it states no medical fact. Words in *italics* under "When" are conditions with a name; they
are listed at the end. A sentence without a condition prints with its section.

**Review.** A section is "read" in a language once an oncologist has signed its two files in
`seeds/signoff.yaml`. The line "Text not yet reviewed by a clinician" goes from the papers of a language only
when all of its files are signed.
"""


def text_review(release: ContentRelease) -> str:
    """The whole page."""
    names = {condition: name for name, condition in release.conditions.items()}
    languages = tuple(release.texts)
    lines = [_ABOUT, f"Content {release.info.version}. {_state(release, languages)}", ""]
    for card in release.cards:
        always = ", always printed" if card.always else ""
        lines += [f"## Card `{card.id}`{always}", ""]
        for section in card.sections:
            lines += [*_section(section, release, languages, names), ""]
    lines += ["## Words that stand in more than one section", "", *_shared(release, languages), ""]
    lines += ["## Sources as the papers list them", "", *_sources(release, languages), ""]
    lines += ["## Conditions with a name", "", *_conditions(release.conditions, names)]
    return "\n".join(lines) + "\n"


def _state(release: ContentRelease, languages: Iterable[str]) -> str:
    left = (f"{language} {len(release.left_to_read[language])}" for language in languages)
    return (
        f"{len(release.reviews)} files read and signed; left to be read by an oncologist: {', '.join(left)}."
    )


def _section(
    plan: SectionPlan,
    release: ContentRelease,
    languages: tuple[str, ...],
    names: Mapping[Condition, str],
) -> Iterator[str]:
    read = (
        f"{language}: {'read' if section_is_reviewed(release, plan.id, language) else 'not read yet'}"
        for language in languages
    )
    when = condition_words(plan.when, names)
    yield f"### `{plan.id}`"
    yield ""
    yield f"Reader: {plan.reader}. Review: {', '.join(read)}.{f' Prints when {when}.' if when else ''}"
    yield ""
    yield from _table(("Sentence", "Kind", *languages, "When", "Facts"))
    for sentence in plan.sentences:
        yield from _rows(sentence, release, languages, condition_words(sentence.when, names))


def _rows(
    sentence: Sentence, release: ContentRelease, languages: tuple[str, ...], when: str
) -> Iterator[str]:
    facts = ", ".join(sentence.sources)
    for key in sentence.texts:
        name = key.removeprefix("handout.")
        yield _row((name, sentence.kind, *_in_each(key, release, languages), when, facts))


def _shared(release: ContentRelease, languages: tuple[str, ...]) -> Iterator[str]:
    """Reasons, topics, and the words of the drawing."""
    own = set(handout_keys(release.sections))
    yield from _table(("Text", *languages))
    for key in family_keys(release):
        if key not in own:
            yield _row((key, *_in_each(key, release, languages)))


def _sources(release: ContentRelease, languages: tuple[str, ...]) -> Iterator[str]:
    """Each as the page of sources would print it; our own words are no source there."""
    yield from _table(("Source", *languages))
    words = [Words(release, language) for language in languages]
    own = release.source_of(HOUSE)
    for source in release.sources.values():
        if source != own:
            yield _row((source.id, *(family_entry(one, source) for one in words)))


def _conditions(conditions: Mapping[str, Condition], names: Mapping[Condition, str]) -> Iterator[str]:
    yield from _table(("Name", "Holds when"))
    for name, condition in conditions.items():
        yield _row((f"*{name}*", defined(condition, names)))


def _in_each(key: str, release: ContentRelease, languages: tuple[str, ...]) -> Iterator[str]:
    return (release.texts[language].texts.get(key, "") for language in languages)


def _table(heads: tuple[str, ...]) -> Iterator[str]:
    yield _row(heads)
    yield _row("---" for _ in heads)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
