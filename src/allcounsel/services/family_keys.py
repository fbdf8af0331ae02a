"""Which texts can reach a family's paper: exactly what a language has to hold, and nothing for clinicians."""

from __future__ import annotations

from collections.abc import Iterator

from allcounsel.domain.handout import SectionPlan
from allcounsel.domain.release import ContentRelease
from allcounsel.services.measured import PLACES

_OF_PATHWAY = (
    "title",
    "intro",
    "alternative",
    "here",
    "done",
    "waiting",
    "undecided",
    "sometimes_here",
    "another_road.title",
    "another_road.line",
    "legend.solid",
    "legend.dashed",
    "legend.pending",
    "legend.undecided",
)
_OF_NODE = ("title", "line")
_OF_LABELS = (
    "statuses.not_applicable",
    "groups.none.name",
    "options.team_group.group.other",
    "currency.family.entry",
    "currency.family.no_date",
    "currency.family.in_part",
    "currency.family.read",
    "currency.family.older",
    "currency.family.no_address",
    "measured.or",
    *(f"family_view.{name}" for name in ("practice", "next", "back", "blank", "more", "page")),
    *(f"family_view.{name}" for name in ("language", "interpreter", "dark")),
    *(f"measured.{place}" for place in PLACES),
)
_OF_GROUP = ("name", "for_now")


def family_keys(release: ContentRelease) -> tuple[str, ...]:
    """The keys in a fixed order. A test holds them against what composing papers asks for."""
    return tuple(dict.fromkeys(_keys(release)))


def _keys(release: ContentRelease) -> Iterator[str]:
    yield from handout_keys(release.sections)
    yield from _topics(release)
    yield from (f"pathway.{name}" for name in _OF_PATHWAY)
    yield from (f"pathway.{node.id}.{part}" for node in release.pathways.nodes for part in _OF_NODE)
    for node in release.pathways.nodes:
        yield from (f"pathway.{node.id}.{situation}.line" for situation in node.own_words)
    pairs = (pair for reasons in release.why.values() for pair in reasons)
    yield from (f"rules.{rule}.{truth}.family" for rule, truth in pairs)
    yield from (f"labels.{name}" for name in _OF_LABELS)
    groups = release.rules.mildest_first
    yield from (f"labels.groups.{group}.{part}" for group in groups for part in _OF_GROUP)


def handout_keys(sections: tuple[SectionPlan, ...]) -> Iterator[str]:
    """The words of every sentence; lines to write on have none."""
    for section in sections:
        for sentence in section.sentences:
            yield from sentence.texts


def _topics(release: ContentRelease) -> Iterator[str]:
    of_rules = {rule.topic for rule in release.rules.rules if rule.topic}
    for topic in sorted({topic.name for topic in release.topics.values()} | of_rules):
        yield from (f"topics.{topic}.{part}" for part in ("name", "change"))
    yield from ("topics.expected.ask", "topics.expected.about")
