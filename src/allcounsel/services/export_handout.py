"""Whether a handout may be made, and making it; the trace of every printed sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.errors import InputRefusedError, Problem
from allcounsel.domain.handout import Handout, PaperChoices, Piece
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import SOURCE_LANGUAGE
from allcounsel.services.answer_reading import text_problem
from allcounsel.services.compose_handout import Frame, compose
from allcounsel.services.family_words import forbidden_in, seen
from allcounsel.services.font_widths import FontWidths
from allcounsel.services.numbers import numbers_refused
from allcounsel.services.translations import lacking, noting, refused_language

LONGEST_NAME = 80
LONGEST_TITLE = 60
"""A longer name of a group would push the signs to call about off page one."""
_STANDARD = re.compile(r"\bstandard\b", re.IGNORECASE)
_PRINTED_AS_TYPED = ("label", "team_group.protocol", "team_group.reason")
_PRINTED_OF_CLINIC = ("name", "phone", "out_of_hours_phone", "emergency_number", "hospital", "address")
_FOR_B_CELLS = ("blinatumomab", "inotuzumab", "car_t")


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
    found += _contradictions(order.case, assessment)
    if order.choices.numbers:
        refused = numbers_refused(order.case, assessment)
        found += [Problem("numbers", "numbers_not_allowed", f"numbers: {reason}.") for reason in refused]
    return tuple(dict.fromkeys(found))


def _contradictions(case: Case, assessment: Assessment) -> Iterator[Problem]:
    """What the team's decision or the ticked medicines say against the cell type, or against our words."""
    team, t_cell = assessment.team_group, "t_cell" in assessment.special_groups
    if team and team.group == "standard" and t_cell:
        message = "team_group.group: T-cell ALL is never called standard risk; use other, with a name."
        yield Problem("team_group.group", "standard_for_t_cell", message)
    if team and team.group == "t_cell" and not t_cell:
        message = "team_group.group: the team says T-cell; enter the cell type as T-cell first."
        yield Problem("team_group.group", "t_cell_without_lineage", message)
    if team:
        yield from _title_problems(team.protocol, t_cell=t_cell)
    ticked = case.get(FeatureId("medicines"))
    for medicine in ticked if isinstance(ticked, tuple) and t_cell else ():
        if medicine in _FOR_B_CELLS:
            message = f"medicines: {medicine} is aimed at B cells, and this is T-cell ALL."
            yield Problem("medicines", "b_cell_medicine_for_t_cell", message)


def _title_problems(protocol: str, *, t_cell: bool) -> Iterator[Problem]:
    """The protocol's name can title the paper, so it holds to what a family is told."""
    path = "team_group.protocol"
    if t_cell and _STANDARD.search(seen(protocol)):
        yield Problem(path, "standard_for_t_cell", f"{path}: T-cell ALL is never called standard risk.")
    for what in sorted(forbidden_in(protocol)):
        message = (
            f"{path}: this can title the paper, and families are never told {what}; write it another way."
        )
        yield Problem(path, "not_for_families", message)
    if len(protocol) > LONGEST_TITLE:
        message = f"{path}: at most {LONGEST_TITLE} characters can title the paper, not {len(protocol)}."
        yield Problem(path, "too_long", message)


def unprintable(case: Case, clinic: Clinic, fonts: FontWidths) -> Iterator[Problem]:
    """Characters in somebody's own words that no bundled font can draw, each by its field."""
    typed = {path: case.text(FeatureId(path)) for path in _PRINTED_AS_TYPED}
    typed |= {f"clinic.{name}": getattr(clinic, name) for name in _PRINTED_OF_CLINIC}
    typed["clinic.fever_threshold.measured"] = clinic.fever_threshold.measured
    for path, text in typed.items():
        for character in fonts.missing(text):
            name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
            message = f"{path}: '{character}' ({name}) cannot be printed; please write it in another way."
            yield Problem(path, "glyph_missing", message)


def make_handout(  # everything that decides what is printed, each from its own owner
    order: HandoutOrder,
    release: ContentRelease,
    engine: Engine,
    made_on: date,
    fonts: FontWidths,
    frame: Frame,
) -> Handout:
    """The handout; InputRefusedError with every reason when it may not be made."""
    assessment = engine.assess(order.case)
    problems = (*refusals(order, assessment), *unprintable(order.case, order.clinic, fonts))
    languages = (order.choices.language, order.choices.second_language or order.choices.language)
    lacked = [language for language in dict.fromkeys(languages) if lacking(release, language)]
    if lacked:
        in_scope = assessment.status is not Status.OUT_OF_SCOPE
        printed = _asked_for(order, release, engine, made_on, fonts, frame) if in_scope else frozenset()
        for language in lacked:
            problems = (*problems, *refused_language(release, language, printed))
    if problems:
        raise InputRefusedError(problems)
    return composed(
        order.case, assessment, release, engine, order.clinic, made_on, order.choices, fonts, frame
    )


def composed(  # noqa: PLR0913, PLR0917  # the same as for composing it
    case: Case,
    assessment: Assessment,
    release: ContentRelease,
    engine: Engine,
    clinic: Clinic,
    made_on: date,
    choices: PaperChoices,
    fonts: FontWidths,
    frame: Frame,
) -> Handout:
    """The handout in one language, or in two side by side; the caller has checked that it may be made."""
    first, *others = (
        compose(case, assessment, release, engine, clinic, made_on, each, fonts, frame)
        for each in in_each_language(choices)
    )
    return replace(first, second=others[0]) if others else first


def in_each_language(choices: PaperChoices) -> tuple[PaperChoices, ...]:
    """The choices once for each language on the paper."""
    if not choices.second_language:
        return (choices,)
    second = replace(choices, language=choices.second_language, second_language=choices.language)
    return choices, second


def _asked_for(  # the same as for making it
    order: HandoutOrder,
    release: ContentRelease,
    engine: Engine,
    made_on: date,
    fonts: FontWidths,
    frame: Frame,
) -> frozenset[str]:
    """The texts that this paper would print, by key: found by making it in English."""
    noted, asked = noting(release)
    english = replace(order.choices, language=SOURCE_LANGUAGE, second_language="")
    assessment = engine.assess(order.case)
    compose(order.case, assessment, noted, engine, order.clinic, made_on, english, fonts, frame)
    return frozenset(asked)


def trace_of(printed: Iterable[Piece]) -> list[dict[str, object]]:
    """Every printed sentence in order, with what it rests on."""
    return [
        {"id": piece.id, "kind": piece.kind, "text": piece.plain, "sources": list(piece.sources)}
        for piece in printed
    ]
