"""Reads who has read which file, holds each review against the file as it stands, and names what is left."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from allcounsel.content.fields import Taker, did_you_mean, entries
from allcounsel.content.reading import Files, Reading
from allcounsel.domain.signoff import CLINICIAN, ROLES, FileReview

SIGNOFF = "signoff.yaml"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_IN_EVERY_LANGUAGE = ("cards.yaml", "conditions.yaml", "open_results.yaml", "sources.yaml")
"""When sentences print, and the titles that the page of sources prints as they are."""
_SHARED_WORDS = ("labels", "pathway", "rules", "topics")


def read_signoff(reading: Reading) -> tuple[FileReview, ...]:
    """Every review that still holds; each of a file that has changed since, or is not there, is a problem."""
    value, problems = reading.value(SIGNOFF)
    taker = Taker(value, 1, problems)
    found = []
    for entry in entries(taker.required("reviews"), problems):
        review = _review(entry)
        problems.place("review", f"{review.file} by {review.role} {review.initials}", entry.mapping.line)
        if _holds(review, entry, reading.files):
            found.append(review)
    taker.rest()
    reading.keep(problems)
    return tuple(found)


def _review(entry: Taker) -> FileReview:
    review = FileReview(
        file=entry.text("file"),
        digest=entry.text("sha256"),
        role=entry.one_of("role", ROLES),
        initials=entry.text("initials"),
        day=entry.day("date"),
    )
    if not _DIGEST.fullmatch(review.digest):
        entry.problems.add(entry.line("sha256"), "'sha256' has to be 64 signs, 0 to 9 and a to f")
    if not _INITIALS.fullmatch(review.initials):
        entry.problems.add(entry.line("initials"), "'initials' have to be 2 to 4 capitals, and no name")
    entry.rest()
    return review


def _holds(review: FileReview, entry: Taker, files: Files) -> bool:
    if review.file not in files:
        near = did_you_mean(review.file, files)
        entry.problems.add(entry.line("file"), f"there is no file '{review.file}'{near}")
        return False
    digest = hashlib.sha256(files[review.file]).hexdigest()
    if digest != review.digest:
        entry.problems.add(
            entry.line("sha256"),
            f"'{review.file}' has changed since {review.initials} read it; its SHA-256 is now {digest}",
        )
        return False
    return True


def left_to_read(reading: Reading, reviews: tuple[FileReview, ...]) -> Mapping[str, tuple[str, ...]]:
    """By language: the files with words for families, or with when they print, that no clinician has read."""
    signed = {review.file for review in reviews if review.role == CLINICIAN}
    languages = sorted({path.split("/")[1] for path in reading.below("texts")})
    return {
        language: tuple(path for path in _to_read(reading, language) if path not in signed)
        for language in languages
    }


def _to_read(reading: Reading, language: str) -> Iterator[str]:
    yield from _IN_EVERY_LANGUAGE
    yield from reading.below("handout")
    yield from (f"texts/{language}/{name}.yaml" for name in _SHARED_WORDS)
    yield from reading.below(f"texts/{language}/handout")
