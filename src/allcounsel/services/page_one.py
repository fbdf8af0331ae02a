"""Page one: the group, why, what is not known yet, what ALL is, when to call (look.md 9; evidence 5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allcounsel.domain.assessment import Assessment, Finding, Outcome
from allcounsel.domain.case import Case, is_open
from allcounsel.domain.handout import (
    HOUSE,
    Block,
    Bullets,
    CallBox,
    GroupBox,
    Heading,
    OpenBox,
    OpenRow,
    Paragraph,
    PhoneNumber,
    Piece,
    SectionPlan,
)
from allcounsel.domain.ids import EvidenceId, FeatureId, GroupId
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import RuleKind
from allcounsel.domain.truth import Truth
from allcounsel.services.handout_pieces import Printer
from allcounsel.services.words import Words

PAGE_ONE = "page_one"
MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Child:
    """The case at hand with its result, under one release."""

    case: Case
    assessment: Assessment
    release: ContentRelease
    words: Words


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Something that is not known yet. ``group``: it can still change the group, not only the treatment."""

    name: str
    group: bool
    due: date | None
    sources: tuple[EvidenceId, ...]


def page_one(child: Child, plan: SectionPlan, printer: Printer) -> Iterator[Block]:
    """The blocks of page one in their order."""
    title = printer.pieces(plan, "page_one.title")
    yield Heading(title[0], 1)
    yield _group_box(child, plan, printer)
    reasons = tuple(reasons_of(child))
    if reasons:
        yield Heading(printer.pieces(plan, "page_one.why.heading")[0], 2)
        yield Bullets(reasons)
    topics = open_topics(child)
    if topics:
        yield _open_box(child, topics, plan, printer)
    yield from _what_it_is(plan, printer)
    yield _call_box(plan, printer)


def group_title(child: Child) -> str:
    """The group as the family reads it: the team's decision stands above the computed group."""
    team = child.assessment.team_group
    return child.words.team_label(team) if team else child.words.group_label(child.assessment)


def _group_box(child: Child, plan: SectionPlan, printer: Printer) -> Block:
    assessment = child.assessment
    team = assessment.team_group
    known = child.release.rules.mildest_first
    group = GroupId(team.group) if team and team.group in known else None if team else assessment.group
    sources = _distinct(
        source
        for finding in assessment.findings
        if finding.truth is Truth.YES and child.release.rules.by_id[finding.rule].group
        for source in finding.sources
    )
    title = Piece("page_one.group", "heading", group_title(child), sources or (EvidenceId("S3-34"),))
    closed = len(assessment.possible_groups) == 1 and not open_topics(child, only_group=True)
    return GroupBox(group, closed, title, printer.pieces(plan, "page_one.box."))


def reasons_of(child: Child) -> Iterator[Piece]:
    """Why this group, for the family: rows that are known, never one that is open."""
    assessment = child.assessment
    if assessment.group is None:
        return
    findings = {finding.rule: finding for finding in assessment.findings}
    wanted = child.release.why[assessment.group]
    known = [findings[rule] for rule, truth in wanted if findings[rule].truth.value == truth]
    for finding in known[:MOST_REASONS]:
        family = child.words.reason(finding).family
        yield Piece(f"rules.{finding.rule}.{finding.truth.value}.family", "list", family, finding.sources)


def open_topics(child: Child, *, only_group: bool = False) -> tuple[OpenTopic, ...]:
    """What is not known yet, first what can change the group; each topic once."""
    group: dict[str, list[FeatureId]] = {}
    treatment: dict[str, list[FeatureId]] = {}
    for feature_id, changes_group in _open_features(child):
        topic = child.release.topics.get(feature_id)
        if topic and child.assessment.situation in topic.named_in:
            (group if changes_group else treatment).setdefault(topic.name, []).append(feature_id)
    found = [_topic(child, name, features, group=True) for name, features in group.items()]
    if not only_group:
        found += [
            _topic(child, name, features, group=False)
            for name, features in treatment.items()
            if name not in group
        ]
    return tuple(found)


def _open_features(child: Child) -> Iterator[tuple[FeatureId, bool]]:
    """Features that are open, or whose answer leaves the decision to the protocol."""
    assessment = child.assessment
    rules = child.release.rules.by_id
    seen = False
    for change in assessment.could_change:
        changes_group = _changes_group(assessment, change.outcome)
        seen = seen or changes_group
        yield change.feature, changes_group
    for finding in assessment.findings:
        if rules[finding.rule].kind is RuleKind.FLAG and finding.truth is Truth.YES:
            seen = True
            yield from ((feature, True) for feature in finding.features)
    if assessment.situation == "relapse":
        yield from ((feature_id, False) for feature_id in _open_in_relapse(child))
    if not seen and len(assessment.possible_groups) > 1:
        yield from ((feature, True) for finding in _undecided(assessment) for feature in finding.features)


def _open_in_relapse(child: Child) -> Iterator[FeatureId]:
    """In a relapse no answer changes a group, but what is open still chooses between the roads."""
    for feature in child.release.dictionary:
        if feature.page == "relapse" and is_open(feature, child.case.get(feature.id)):
            yield feature.id


def _changes_group(assessment: Assessment, outcome: Outcome) -> bool:
    return len(assessment.possible_groups) > 1 and outcome.group != assessment.group


def _undecided(assessment: Assessment) -> Iterator[Finding]:
    """Rows that are unknown, for the rare case in which no single answer changes the group."""
    return (finding for finding in assessment.findings if finding.truth is Truth.UNKNOWN)


def _topic(child: Child, name: str, features: list[FeatureId], *, group: bool) -> OpenTopic:
    due = [child.case.expected[feature] for feature in features if feature in child.case.expected]
    sources = _distinct(
        source for feature in features for source in child.release.dictionary[feature].sources
    )
    return OpenTopic(name, group, max(due) if due else None, sources)


def _open_box(child: Child, topics: tuple[OpenTopic, ...], plan: SectionPlan, printer: Printer) -> Block:
    rows = tuple(_open_row(child, topic, printer) for topic in topics)
    kinds = {"group" if topic.group else "treatment" for topic in topics}
    closing = tuple(
        piece for kind in sorted(kinds) for piece in printer.pieces(plan, f"page_one.open.{kind}.")
    )
    return OpenBox(printer.pieces(plan, "page_one.open.heading")[0], rows, closing)


def _open_row(child: Child, topic: OpenTopic, printer: Printer) -> OpenRow:
    what = Piece(
        f"topics.{topic.name}.name", "list", printer.text(f"topics.{topic.name}.name"), topic.sources
    )
    if topic.due is None:
        when = printer.text("topics.expected.ask")
    else:
        when = printer.text("topics.expected.about", date=child.words.short_day(topic.due))
    return OpenRow(what, Piece("topics.expected", "label", when, (HOUSE,)))


def _what_it_is(plan: SectionPlan, printer: Printer) -> Iterator[Block]:
    sentences = printer.pieces(plan, "page_one.what.")
    heading = [piece for piece in sentences if piece.kind == "heading"]
    rest = tuple(piece for piece in sentences if piece.kind != "heading")
    if heading and rest:
        yield Heading(heading[0], 2)
        yield Paragraph(rest)


def _call_box(plan: SectionPlan, printer: Printer) -> Block:
    numbers = tuple(
        PhoneNumber(number, label)
        for number, label in zip(
            printer.pieces(plan, "page_one.number."),
            printer.pieces(plan, "page_one.number_label."),
            strict=True,
        )
    )
    return CallBox(
        printer.pieces(plan, "page_one.call.heading")[0],
        numbers,
        printer.pieces(plan, "page_one.call.sign."),
        printer.pieces(plan, "page_one.call.closing."),
    )


def _distinct(sources: Iterator[EvidenceId]) -> tuple[EvidenceId, ...]:
    return tuple(dict.fromkeys(sources))
