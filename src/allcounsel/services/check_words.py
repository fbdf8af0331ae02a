"""Whether any text says what a family is never told: every text that can reach a paper, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from allcounsel.domain.release import ContentRelease
from allcounsel.services.family_keys import family_keys
from allcounsel.services.family_words import forbidden_in

NUMBERS = "handout.numbers."
"""The one section that may hold a figure; it prints only when the family asked (evidence 5.3)."""


def forbidden_texts(release: ContentRelease) -> Iterator[str]:
    """One sentence for each text and what is wrong with it."""
    for language, catalogue in release.texts.items():
        for key in family_keys(release):
            if key in catalogue:
                for what in sorted(forbidden_in(catalogue.texts[key].replace("**", ""), language)):
                    if what not in allowed_in(key):
                        yield f"text '{key}' ({language}): {what}: {catalogue.texts[key]}"


def allowed_in(key: str) -> frozenset[str]:
    """A page of numbers holds a figure about groups: nothing else does."""
    return frozenset({"odds"}) if key.startswith(NUMBERS) else frozenset()
