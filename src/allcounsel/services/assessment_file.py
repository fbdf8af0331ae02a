"""The assessment as the JSON document of case-format.md, and as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from allcounsel.domain.assessment import Assessment, Change, Clock, Finding, Outcome, RelapseFinding, Status
from allcounsel.domain.errors import Problem
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.truth import Truth
from allcounsel.services.case_file import write_answer
from allcounsel.services.currency import review_plain, sources_of
from allcounsel.services.words import Words

ASSESSMENT_FORMAT = "allcounsel-assessment/1"
_FACTS = "P"
"""How the ids of rows begin that say what is known of the child."""


def errors_document(problems: tuple[Problem, ...]) -> dict[str, object]:
    """The problems of a refused case; never empty."""
    return {
        "errors": [
            {"field": problem.field, "code": problem.code, "message": problem.message} for problem in problems
        ]
    }


def assessment_document(
    assessment: Assessment, release: ContentRelease, words: Words, today: date
) -> dict[str, object]:
    """All keys of the assessment, in the order of case-format.md.

    ``content`` has a ``note`` too from the day after the review date on, with the words that a screen shows.
    """
    team = assessment.team_group
    note = review_plain(words, today)
    return {
        "format": ASSESSMENT_FORMAT,
        "status": assessment.status.value,
        "group": assessment.group,
        "label": words.group_label(assessment),
        "team_group": team and {"group": team.group, "protocol": team.protocol, "reason": team.reason},
        "possible_groups": list(assessment.possible_groups),
        "special_groups": list(assessment.special_groups),
        "possible_special_groups": list(assessment.possible_special_groups),
        "flags": list(assessment.flags),
        "reasons": [_reason(finding, words) for finding in assessment.findings],
        "could_change": [_change(change) for change in assessment.could_change],
        "relapse": assessment.relapse and _relapse(assessment.relapse),
        "pathway": _pathway(assessment),
        "warnings": [
            {
                "code": notice.code,
                "field": notice.field,
                "message": words.warning(notice.code),
                "confirm": notice.confirm,
            }
            for notice in assessment.notices
        ],
        "content": {
            "version": release.info.version,
            "checked": release.info.checked.isoformat(),
            "review_due": release.info.review_due.isoformat(),
            "hash": release.digest,
            **({"note": note} if note else {}),
        },
    }


def _reason(finding: Finding, words: Words) -> dict[str, object]:
    reason = words.reason(finding)
    return {
        "rule": finding.rule,
        "met": finding.truth.value,
        "features": list(finding.features),
        "sources": list(finding.sources),
        "clinician": reason.clinician,
        "family": reason.family,
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "group": outcome.group,
        "special_groups": list(outcome.special_groups),
        "flags": list(outcome.flags),
    }


def _change(change: Change) -> dict[str, object]:
    return {"feature": change.feature, "value": write_answer(change.answer), **_outcome(change.outcome)}


def _relapse(relapse: RelapseFinding) -> dict[str, object]:
    return {
        "site": relapse.site,
        "isolated": relapse.isolated.value,
        "clocks": [
            {
                "id": clock.id,
                "from": clock.start,
                "months": clock.months,
                "days": clock.days,
                "band": clock.band,
                "lean": clock.lean,
                "sources": list(clock.sources),
                **_intervals(clock),
            }
            for clock in relapse.clocks
        ],
        "agree": relapse.agree,
    }


def _intervals(clock: Clock) -> dict[str, object]:
    """What clock 5 rests on; the others have nothing to add to their months and days."""
    counted = [{"from": each.start, "months": each.months, "days": each.days} for each in clock.intervals]
    return {"intervals": counted} if counted else {}


def _pathway(assessment: Assessment) -> dict[str, object] | None:
    road = assessment.pathway
    if road is None:
        return None
    return {
        "id": road.id,
        "nodes": [
            {
                "id": node.id,
                "style": node.style.value,
                "current": node.current,
                "sources": list(node.sources),
            }
            for node in road.nodes
        ],
        "edges": [list(edge) for edge in road.edges],
    }


def assessment_lines(assessment: Assessment, words: Words, today: date) -> Iterator[str]:
    """The assessment for a clinician at a terminal: group, reasons, what could still change it, sources."""
    yield words.group_label(assessment)
    yield from _notes(assessment, words, today)
    if assessment.relapse:
        yield from _clock_lines(assessment.relapse, words)
    yield from _change_lines(assessment, words)
    for notice in assessment.notices:
        yield f"Please check: {words.warning(notice.code)}"
    yield from _reason_lines(assessment, words)
    yield "Sources:"
    told = filter(_told_in_full, assessment.findings)
    evidence = (evidence_id for finding in told for evidence_id in finding.sources)
    for ids, where in sources_of(words, evidence):
        yield f"  {ids}: {where}"


def _reason_lines(assessment: Assessment, words: Words) -> Iterator[str]:
    """The facts, and the rows that hold or are open; a row that does not apply is only named."""
    yield "Why:"
    for finding in filter(_told_in_full, assessment.findings):
        reason = words.reason(finding)
        yield f"  {finding.rule} {finding.truth.value}: {reason.clinician} [{', '.join(finding.sources)}]"
    left = [finding.rule for finding in assessment.findings if not _told_in_full(finding)]
    if left:
        yield f"  no, each with its reason under --json: {', '.join(left)}"


def _told_in_full(finding: Finding) -> bool:
    return finding.truth is not Truth.NO or finding.rule.startswith(_FACTS)


def _clock_lines(relapse: RelapseFinding, words: Words) -> Iterator[str]:
    """Where it came back, and all five clocks, whatever they can say."""
    sure = relapse.site is None or relapse.isolated is not Truth.UNKNOWN
    yield f"Where: {words.site(relapse.site)}{'' if sure else '; open until the marrow is looked at'}"
    yield "The time to relapse, counted in five ways:"
    for clock in relapse.clocks:
        counted = (
            "" if clock.months is None else f"{_of(clock.months, 'month')} and {_of(clock.days or 0, 'day')}"
        )
        said = "; ".join(filter(None, (counted, clock.band, words.lean(clock))))
        yield f"  {words.clock(clock.id)}: {said} [{', '.join(clock.sources)}]"


def _of(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"


def _notes(assessment: Assessment, words: Words, today: date) -> Iterator[str]:
    """What stands beside the group: first whether the content itself is past its review."""
    note = review_plain(words, today)
    if note:
        yield f"Note: {note}"
    if assessment.team_group:
        yield f"Decided by the care team: {words.team_label(assessment.team_group)}"
    if assessment.special_groups:
        yield "Special groups: " + ", ".join(words.special(name) for name in assessment.special_groups)
    for flag in assessment.flags:
        yield f"Note: {words.flag(flag)}"


def _change_lines(assessment: Assessment, words: Words) -> Iterator[str]:
    yield "What could still change this:" if assessment.could_change else "Nothing open can change this."
    for change in assessment.could_change:
        answer = words.answer(change.feature, change.answer)
        grouped = assessment.status is not Status.NOT_APPLICABLE  # a relapse has no group to wait for
        told = [words.outcome(change.outcome)] if grouped or change.outcome.special_groups else []
        told += [words.flag(name) for name in change.outcome.flags if name not in assessment.flags]
        yield f"  {words.label(change.feature)}: {answer} -> {'; '.join(told)}"
    if len(assessment.possible_groups) > 1:
        yield "Possible in the end: " + ", ".join(words.group(group) for group in assessment.possible_groups)
