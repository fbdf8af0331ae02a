"""Seeds with reviews written into them, as a clinic's reader would add them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from allcounsel.content.signoff import SIGNOFF
from helpers.shipped import release, seed_files


def entry(path: str, **change: str) -> str:
    """The review of one file, as it stands unless changed."""
    found = {
        "file": path,
        "sha256": hashlib.sha256(seed_files().get(path, b"")).hexdigest(),
        "role": "oncologist",
        "initials": "AB",
        "date": "2026-12-01",
        **change,
    }
    return "  - {" + ", ".join(f'{key}: "{value}"' for key, value in found.items()) + "}\n"


def signed(*entries: str) -> Mapping[str, bytes]:
    """The seeds with these reviews."""
    return {**seed_files(), SIGNOFF: f"reviews:\n{''.join(entries)}".encode()}


def all_of(language: str, **change: str) -> list[str]:
    """A review of every file that has to be read before the mark goes from papers in a language."""
    return [entry(path, **change) for path in release().left_to_read[language]]


def signed_in(languages: Iterable[str], *, without: str = "") -> Mapping[str, bytes]:
    """The seeds with everything signed in these languages, but for one file."""
    entries = dict.fromkeys(one for language in languages for one in all_of(language))
    return signed(*(one for one in entries if not without or f'"{without}"' not in one))
