"""Page one: the group, why, what is open, what to do now, when to call, what to remember (evidence 5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from allcounsel.domain.handout import (
    HOUSE,
    Block,
    Bullets,
    CallBox,
    GroupBox,
    Heading,
    NumberedList,
    OpenBox,
    OpenRow,
    PhoneNumber,
    Piece,
    SectionPlan,
    SideBySide,
)
from allcounsel.domain.ids import EvidenceId, GroupId
from allcounsel.domain.truth import Truth
from allcounsel.services.handout_pieces import Printer
from allcounsel.services.open_topics import Child, OpenTopic, open_boxes

PAGE_ONE = "page_one"
MOST_REASONS = 4
_A_YEAR_IS_CLEAR = timedelta(days=270)
"""A day that is nearer needs no year; one that is further off could be taken for another."""


def page_one(child: Child, plan: SectionPlan, printer: Printer) -> Iterator[Block]:
    """The blocks of page one in their order."""
    title = printer.pieces(plan, "page_one.title")
    yield Heading(title[0], 1)
    yield _group_box(child, plan, printer)
    reasons = tuple(reasons_of(child))
    if reasons:
        yield Heading(printer.pieces(plan, "page_one.why.heading")[0], 2)
        yield Bullets(reasons)
    yield from _open_boxes(child, plan, printer)
    yield _call_box(plan, printer)
    yield SideBySide(tuple(_numbered(plan, printer, part) for part in ("do", "remember")))


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
    fallback = EvidenceId("S3-44" if assessment.situation == "relapse" else "S3-34")
    # The team's decision rests on no row of ours.
    told = (HOUSE,) if team else child.release.told_to_families(sources or (fallback,))
    title = Piece("page_one.group", "heading", child.words.title(child.assessment), told)
    closed = len(assessment.possible_groups) == 1
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
        family = child.words.family_reason(finding)
        told = child.release.told_to_families(finding.sources)
        yield Piece(f"rules.{finding.rule}.{finding.truth.value}.family", "list", family, told)


def _open_boxes(child: Child, plan: SectionPlan, printer: Printer) -> Iterator[Block]:
    boxes = open_boxes(child)
    kinds = ["group" if any(topic.group for topic in topics) else "treatment" for topics in boxes]
    closings = [printer.pieces(plan, f"page_one.open.{kind}.") for kind in kinds]
    for index, topics in enumerate(boxes):
        heading = "page_one.open.heading_treatment" if index else "page_one.open.heading"
        # What is true of both boxes stands once, under the last.
        later = {_name(piece) for closing in closings[index + 1 :] for piece in closing}
        yield OpenBox(
            printer.pieces(plan, heading)[0],
            tuple(_open_row(child, topic, printer) for topic in topics),
            tuple(piece for piece in closings[index] if _name(piece) not in later),
            printer.pieces(plan, "page_one.open.goes_on"),
        )


def _name(piece: Piece) -> str:
    """``final`` of ``page_one.open.group.final``: the same name says the same in each box."""
    return piece.id.rpartition(".")[2]


def _open_row(child: Child, topic: OpenTopic, printer: Printer) -> OpenRow:
    told = child.release.told_to_families(topic.sources)
    what = Piece(f"topics.{topic.name}.name", "list", printer.text(f"topics.{topic.name}.name"), told)
    if topic.due is None:
        when = printer.text("topics.expected.ask")
    else:
        soon = topic.due - child.made_on < _A_YEAR_IS_CLEAR
        day = child.words.short_day(topic.due) if soon else child.words.day(topic.due)
        when = printer.text("topics.expected.about", date=day)
    return OpenRow(what, Piece("topics.expected", "label", when, (HOUSE,)))


def _numbered(plan: SectionPlan, printer: Printer, part: str) -> NumberedList:
    heading, *lines = printer.pieces(plan, f"page_one.{part}.")
    return NumberedList(heading, tuple(lines))


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
        printer.pieces(plan, "page_one.call.goes_on"),
    )


def _distinct(sources: Iterator[EvidenceId]) -> tuple[EvidenceId, ...]:
    return tuple(dict.fromkeys(sources))
