"""Which texts the window asks for beside the family's: what a language has to hold to be the program's."""

from __future__ import annotations

from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import SOURCE_LANGUAGE
from allcounsel.services.family_keys import family_keys

_FILES = ("labels", "pathway", "reference", "rules")


def program_keys(release: ContentRelease) -> tuple[str, ...]:
    """Every clinician's text that there is in English, in its order; a rule's family sentences are none."""
    family = set(family_keys(release))
    return tuple(
        key for key in release.texts[SOURCE_LANGUAGE].texts if key not in family and _is_for_clinicians(key)
    )


def _is_for_clinicians(key: str) -> bool:
    file = key.partition(".")[0]
    return file in _FILES and not (file == "rules" and key.endswith(".family"))
