"""Whether a handout may be made, and making it; the trace of every printed sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.diagram import Measure
from allcounsel.domain.errors import InputRefusedError, Problem
from allcounsel.domain.handout import Handout, PaperChoices, Piece
from allcounsel.domain.release import ContentRelease
from allcounsel.services.answer_reading import text_problem
from allcounsel.services.compose_handout import Frame, compose, numbers_refused

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class HandoutOrder:
    """What the clinician asks for, and what the clinician has confirmed and accepted."""

    case: Case
    clinic: Clinic
    choices: PaperChoices
    confirmed_by: str
    accepted: frozenset[str]


def refusals(order: HandoutOrder, assessment: Assessment) -> tuple[Problem, ...]:
    """Everything that stands in the way of making this handout; empty when nothing does."""
    found = []
    if assessment.status is Status.OUT_OF_SCOPE:
        message = "lineage: this tool does not cover this disease, so there is no handout."
        found.append(Problem("lineage", "out_of_scope", message))
    name = text_problem(order.confirmed_by, "confirmed_by", LONGEST_NAME)
    if name or not order.confirmed_by.strip():
        message = "confirmed_by: say who checked the reasons."
        found.append(name or Problem("confirmed_by", "not_confirmed", message))
    for notice in assessment.to_confirm:
        if notice.code not in order.accepted:
            message = (
                f"{notice.field}: please check this value; if it is right, accept the warning {notice.code}."
            )
            found.append(Problem(notice.field, notice.code, message))
    team = assessment.team_group
    if team and team.group == "standard" and "t_cell" in assessment.special_groups:
        message = (
            "team_group.group: T-cell ALL is never called standard risk; use other, and name the protocol."
        )
        found.append(Problem("team_group.group", "standard_for_t_cell", message))
    if order.choices.numbers:
        refused = numbers_refused(order.case, assessment)
        found += [Problem("numbers", "numbers_not_allowed", f"numbers: {reason}.") for reason in refused]
    return tuple(dict.fromkeys(found))


def make_handout(  # everything that decides what is printed, each from its own owner
    order: HandoutOrder,
    release: ContentRelease,
    engine: Engine,
    made_on: date,
    measure: Measure,
    frame: Frame,
) -> Handout:
    """The handout; InputRefusedError with every reason when it may not be made."""
    assessment = engine.assess(order.case)
    problems = refusals(order, assessment)
    if problems:
        raise InputRefusedError(problems)
    return compose(
        order.case, assessment, release, engine, order.clinic, made_on, order.choices, measure, frame
    )


def trace_of(printed: Iterable[Piece]) -> list[dict[str, object]]:
    """Every printed sentence in order, with what it rests on."""
    return [
        {"id": piece.id, "kind": piece.kind, "text": piece.plain, "sources": list(piece.sources)}
        for piece in printed
    ]
