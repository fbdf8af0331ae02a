"""The question files and the wizard's pages."""

from __future__ import annotations

from allcounsel.content.conditions import ConditionReader
from allcounsel.content.fields import Taker, entries
from allcounsel.content.reader import Problems, Value
from allcounsel.domain.feature import SITUATIONS, Feature, FeatureKind, Limits
from allcounsel.domain.ids import EvidenceId, FeatureId
from allcounsel.domain.release import OpenResult, Page, Topic


def read_features(value: Value | None, page: str, problems: Problems) -> list[tuple[Feature, Topic, int]]:
    """Features of one file, each with the family's topic (no name: none) and its line."""
    return [_feature(taker, page) for taker in entries(value, problems)]


def _feature(taker: Taker, page: str) -> tuple[Feature, Topic, int]:
    kind = taker.one_of("kind", [kind.value for kind in FeatureKind])
    companion = taker.text("companion_of", "")
    longest = taker.integer("longest")
    feature = Feature(
        id=FeatureId(taker.text("id")),
        kind=FeatureKind(kind) if kind in [member.value for member in FeatureKind] else FeatureKind.TEXT,
        page=page,
        sources=cited(taker),
        options=taker.texts("options"),
        open_options=taker.texts("open_options"),
        limits=_limits(taker),
        asked_in=taker.texts("asked_in") or SITUATIONS,
        required=taker.flag("required"),
        longest=500 if longest is None else longest,
        companion_of=FeatureId(companion) if companion else None,
        old_names=taker.texts("old_names"),
    )
    topic = Topic(taker.text("topic", ""), taker.texts("topic_in") or feature.asked_in)
    _check(feature, taker)
    taker.rest()
    return feature, topic, taker.mapping.line


def _check(feature: Feature, taker: Taker) -> None:
    chosen = feature.kind in (FeatureKind.CHOICE, FeatureKind.MULTI, FeatureKind.GENE)
    if chosen != bool(feature.options):
        taker.problems.add(
            taker.mapping.line, f"'{feature.id}': options belong to choice, multi and gene, and only there"
        )
    for option in (*feature.open_options, *feature.asked_in):
        if option not in (*feature.options, *SITUATIONS):
            taker.problems.add(taker.mapping.line, f"'{feature.id}': unknown option or situation '{option}'")


def _limits(taker: Taker) -> Limits:
    if "limits" not in taker.mapping:
        return Limits()
    limits = Taker(taker.value("limits"), taker.line("limits"), taker.problems)
    read = Limits(limits.number("more_than"), limits.number("at_least"), limits.number("at_most"))
    limits.rest()
    return read


def cited(taker: Taker) -> tuple[EvidenceId, ...]:
    """The evidence ids an entry cites; an entry that cites nothing is noted."""
    sources = taker.texts("sources", required=True)
    if "sources" in taker.mapping and not sources:
        taker.problems.add(taker.line("sources"), "cites no source")
    return tuple(EvidenceId(source) for source in sources)


def read_open_results(
    value: Value | None, conditions: ConditionReader, problems: Problems
) -> tuple[OpenResult, ...]:
    """Results that may change the treatment while they are open."""
    read = []
    for taker in entries(value, problems):
        features = tuple(FeatureId(name) for name in taker.texts("features", required=True))
        for name in features:
            if name not in conditions.targets and f"{name}#percent" not in conditions.targets:
                problems.add(taker.line("features"), f"unknown feature '{name}'")
        read.append(OpenResult(features, conditions.read_when(taker), cited(taker)))
        problems.place("open result", ", ".join(features), taker.mapping.line)
        taker.rest()
    return tuple(read)


def read_pages(value: Value | None, problems: Problems) -> tuple[Page, ...]:
    """The wizard's pages in order."""
    pages = []
    for taker in entries(value, problems):
        features = tuple(FeatureId(name) for name in taker.texts("features", required=True))
        pages.append(Page(taker.text("id"), features))
        taker.rest()
    return tuple(pages)
