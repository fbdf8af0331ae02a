"""Why this group: which rules that were looked at are shown as reasons, in which order, with which words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from allcounsel.domain.assessment import Finding
from allcounsel.domain.case import Case
from allcounsel.domain.condition import compares_of
from allcounsel.domain.feature import FeatureKind
from allcounsel.domain.ids import EvidenceId, FeatureId
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import RuleKind
from allcounsel.domain.truth import Truth
from allcounsel.services.wizard_flow import said_open
from allcounsel.services.words import Words

_RANK = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}


@dataclass(frozen=True, slots=True)
class Reason:
    """One card. ``mark``: check, clock, question, or minus for a row that does not apply."""

    mark: str
    title: str
    value: str
    clause: str
    sources: tuple[EvidenceId, ...]


def reasons_of(
    findings: tuple[Finding, ...], case: Case, release: ContentRelease, words: Words
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The reasons that matter, and every other rule that was looked at."""
    telling = _telling(findings, release, case.situation)
    rest = [finding for finding in findings if finding not in telling]
    return (
        tuple(_reason(finding, case, release, words) for finding in telling),
        tuple(_looked_at(_reason(finding, case, release, words), finding) for finding in rest),
    )


def _looked_at(reason: Reason, finding: Finding) -> Reason:
    """A tick beside a row that does not apply would read as if it did."""
    return replace(reason, mark="minus") if finding.truth is Truth.NO else reason


def _telling(findings: tuple[Finding, ...], release: ContentRelease, situation: str) -> list[Finding]:
    """The row that gave the group, then one finding for each topic of the child, then what else holds."""
    kind_of = {rule.id: rule.kind for rule in release.rules.rules}
    facts: dict[str, Finding] = {}
    first, last = [], []
    for finding in findings:
        kind = kind_of[finding.rule]
        if kind is RuleKind.PREDICATE:
            topic = _topic(finding, release)
            if topic:
                facts[topic] = min(facts.get(topic, finding), finding, key=lambda f: _RANK[f.truth])
        elif kind is RuleKind.GROUP and finding.truth is Truth.YES:
            first.append(finding)
        elif (kind is RuleKind.RELAPSE and finding.truth is not Truth.NO) or (
            finding.truth is Truth.YES
            and (kind is RuleKind.SPECIAL or (kind is RuleKind.AFTER_INDUCTION and situation == "refractory"))
        ):
            last.append(finding)
    return [*first, *facts.values(), *last]


def _topic(finding: Finding, release: ContentRelease) -> str:
    """What a rule about the child is about; empty for rules that only join others."""
    compares = list(compares_of(release.rules.conditions[finding.rule], release.rules.conditions))
    topics = [_topic_of(FeatureId(compare.feature), release) for compare in compares]
    named = {topic for topic in topics if topic}
    main = topics[0] if topics else ""
    joins_others = len(named & {"age", "white_count"}) > 1 or len(named) > 3  # noqa: PLR2004 - count and its timing
    return "" if joins_others else main or next(iter(named), "")


def _topic_of(feature_id: FeatureId, release: ContentRelease) -> str:
    topic = release.topics.get(feature_id)
    return topic.name if topic else ""


def _reason(finding: Finding, case: Case, release: ContentRelease, words: Words) -> Reason:
    spoken = words.reason(finding)
    title, value = spoken.title, ""
    about_the_child = release.rules.by_id[finding.rule].kind is RuleKind.PREDICATE
    shown = _shown_feature(finding, release) if about_the_child else None
    if shown is not None and finding.truth is not Truth.UNKNOWN:
        title, value = words.label(shown), words.answer(shown, case.get(shown))
    clause = spoken.clinician
    if finding.truth is Truth.UNKNOWN:
        clause += " " + QCoreApplication.translate("Reasons", "Not counted either way.")
    return Reason(_mark(finding, case, release), title, value, clause, finding.sources)


def _shown_feature(finding: Finding, release: ContentRelease) -> FeatureId | None:
    """The question whose answer can stand for the whole finding."""
    if not finding.features:
        return None
    first = finding.features[0]
    alone = len(finding.features) == 1
    counted = release.dictionary[first].kind is FeatureKind.WHITE_COUNT
    return first if alone or counted else None


def _mark(finding: Finding, case: Case, release: ContentRelease) -> str:
    if finding.truth is not Truth.UNKNOWN:
        return "check"
    waits = any(_waits(feature, case, release) for feature in finding.features)
    return "clock" if waits else "question"


def _waits(feature_id: FeatureId, case: Case, release: ContentRelease) -> bool:
    return said_open(release.dictionary[feature_id], case.get(feature_id))
