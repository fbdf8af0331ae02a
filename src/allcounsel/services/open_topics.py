"""What is not known yet, by topic and for families: first what can change the group, then the treatment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allcounsel.domain.assessment import Assessment, Outcome
from allcounsel.domain.case import Case
from allcounsel.domain.condition import Evaluator
from allcounsel.domain.facts import open_parts
from allcounsel.domain.ids import EvidenceId, FeatureId
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.truth import YES, Truth
from allcounsel.services.words import Words

MOST_ROWS = 7
"""A longer list is parted."""


@dataclass(frozen=True, slots=True)
class Child:
    """The case at hand with its result, under one release, on the day of the paper."""

    case: Case
    assessment: Assessment
    release: ContentRelease
    words: Words
    evaluator: Evaluator
    made_on: date


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Something that is not known yet. ``group``: it can still change the group, not only the treatment."""

    name: str
    group: bool
    due: date | None
    sources: tuple[EvidenceId, ...]


def open_topics(child: Child) -> tuple[OpenTopic, ...]:
    """Each topic once; one that can change the group is named as that."""
    found: dict[str, OpenTopic] = {}
    for topic in (*_left_to_the_protocol(child), *_open_answers(child)):
        known = found.get(topic.name)
        found[topic.name] = _joined(known, topic) if known else topic
    return tuple(sorted(found.values(), key=lambda topic: not topic.group))


def _joined(one: OpenTopic, other: OpenTopic) -> OpenTopic:
    due = max((day for day in (one.due, other.due) if day), default=None)
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    return OpenTopic(one.name, one.group or other.group, due, sources)


def _left_to_the_protocol(child: Child) -> Iterator[OpenTopic]:
    """Answers that are given, and that the sources leave open."""
    for finding in child.assessment.findings:
        rule = child.release.rules.by_id[finding.rule]
        if rule.topic and finding.truth is Truth.YES:
            yield OpenTopic(rule.topic, group=True, due=None, sources=rule.sources)


def _open_answers(child: Child) -> Iterator[OpenTopic]:
    for feature_id, changes_group in _open_features(child):
        topic = child.release.topics.get(feature_id)
        if topic and child.assessment.situation in topic.named_in:
            due = child.case.expected.get(feature_id)
            sources = child.release.dictionary[feature_id].sources
            yield OpenTopic(topic.name, changes_group, due, sources)


def _open_features(child: Child) -> Iterator[tuple[FeatureId, bool]]:
    """Open features, and whether their answer can change the group."""
    assessment = child.assessment
    changes = [
        (change.feature, _changes_group(assessment, change.outcome)) for change in assessment.could_change
    ]
    yield from changes
    for result in child.release.open_results:
        if child.evaluator.mask(result.when) == YES:
            yield from ((name, False) for name in result.features if _is_open(child, name))
    if len(assessment.possible_groups) > 1:
        decided_alone = any(changes_group for _, changes_group in changes)
        yield from ((name, True) for name in _open_in_rows(child, everything=not decided_alone))


def _open_in_rows(child: Child, *, everything: bool) -> Iterator[FeatureId]:
    """What open rows rest on: ``everything`` open where no single answer changes the group.

    Always: a row whose features are all answered, and that is open because an answer tells too little ("below
    5 %"): no further answer is missing, and yet it is not known.
    """
    for finding in child.assessment.findings:
        if finding.truth is Truth.UNKNOWN:
            still = tuple(name for name in finding.features if _is_open(child, name))
            yield from finding.features if not still else still if everything else ()


def _is_open(child: Child, name: FeatureId) -> bool:
    return bool(open_parts(child.release.dictionary[name], child.case.get(name)))


def _changes_group(assessment: Assessment, outcome: Outcome) -> bool:
    return len(assessment.possible_groups) > 1 and outcome.group != assessment.group


def open_boxes(child: Child) -> tuple[tuple[OpenTopic, ...], ...]:
    """What is open, in one box; a long list is parted into what can change the group and what cannot."""
    topics = open_topics(child)
    group = tuple(topic for topic in topics if topic.group)
    if len(topics) <= MOST_ROWS or not group or len(group) == len(topics):
        return (topics,) if topics else ()
    return group, tuple(topic for topic in topics if not topic.group)
