"""Saved cases and the handouts that were given: save, find, open, reprint exactly. Orchestration only; the
stores, the clock and the maker of ids come in through the constructor.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from allcounsel.services.ports import CaseRecord, CaseStore, Clock, HandoutRecord, HandoutStore

NEVER_KEPT = ("date_of_birth",)
"""Keys of a case file that are turned into something else on reading and are never stored."""


@dataclass(frozen=True, slots=True)
class AssessedBy:
    """What is kept of an assessment: the digest of the release, the status, the computed group."""

    release: str
    status: str
    group: str | None


@dataclass(frozen=True, slots=True)
class HandoutMade:
    """How a handout was made; what its paper shows. ``language``: two side by side are ``en+es``."""

    release: str
    language: str
    size: str
    paper: str
    grey: bool
    pages: int
    confirmed_by: str


class CaseLibrary:
    """The clinic's own cases. A case without a label has an empty one; who shows it shows its date."""

    def __init__(
        self, cases: CaseStore, handouts: HandoutStore, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        self._cases = cases
        self._handouts = handouts
        self._clock = clock
        self._new_id = new_id

    def save(
        self,
        answers: Mapping[str, object],
        assessed: AssessedBy,
        *,
        case_id: str | None = None,
        practice: bool = False,
    ) -> CaseRecord:
        """Keep a case file and what assessed it; with the id of a saved case, in that case's place."""
        for key in NEVER_KEPT:
            if key in answers:
                message = f"{key} is never stored"
                raise ValueError(message)
        record = CaseRecord(
            id=self._new_id() if case_id is None else case_id,
            label=_text(answers, "label"),
            situation=_text(answers, "situation"),
            answers=dict(answers),
            release=assessed.release,
            status=assessed.status,
            group=assessed.group,
            saved_at=self._clock.now(),
            practice=practice,
        )
        self._cases.save(record)
        return record

    def open(self, case_id: str) -> CaseRecord:
        """One saved case; KeyError when there is none."""
        return self._cases.get(case_id)

    def find(self, text: str = "") -> tuple[CaseRecord, ...]:
        """Cases whose label holds the text, newest first; all of them for an empty text."""
        return self._cases.find(text.strip())

    def keep_handout(self, case_id: str, pdf: bytes, made: HandoutMade) -> HandoutRecord:
        """Keep a handout exactly as it is given; the case must have been saved."""
        record = HandoutRecord(
            id=self._new_id(),
            case_id=case_id,
            release=made.release,
            language=made.language,
            size=made.size,
            paper=made.paper,
            grey=made.grey,
            pages=made.pages,
            confirmed_by=made.confirmed_by,
            made_at=self._clock.now(),
            sha256=hashlib.sha256(pdf).hexdigest(),
        )
        self._handouts.add(record, pdf)
        return record

    def handouts(self, case_id: str) -> tuple[HandoutRecord, ...]:
        """What was given for this case, newest first."""
        return self._handouts.of_case(case_id)

    def reprint(self, handout_id: str) -> bytes:
        """The very bytes that were given; KnownError HANDOUT_CHANGED when they are no longer the same."""
        return self._handouts.content(handout_id)


def _text(answers: Mapping[str, object], key: str) -> str:
    value = answers.get(key)
    return value if isinstance(value, str) else ""
