"""Who has read the words of the papers: a review of one file as it stood on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CLINICIAN = "oncologist"
ROLES = (CLINICIAN, "nurse", "translator", "parent")
"""Readers are named by role and initials. Only the first takes the mark "not yet reviewed" off a paper."""


@dataclass(frozen=True, slots=True)
class FileReview:
    """One file of the content, read by one person. ``digest``: SHA-256 of its bytes as they were read."""

    file: str
    digest: str
    role: str
    initials: str
    day: date
