"""Whether the words of a paper have been read by a clinician, as the sign-off of the content says."""

from __future__ import annotations

from collections.abc import Iterable

from allcounsel.domain.release import ContentRelease


def is_reviewed(release: ContentRelease, languages: Iterable[str]) -> bool:
    """Whether a clinician has read every word that a paper in these languages can print."""
    return not any(release.left_to_read[language] for language in languages)


def section_is_reviewed(release: ContentRelease, section: str, language: str) -> bool:
    """Whether a clinician has read one section: its words in a language, and when they print."""
    own = {f"handout/{section}.yaml", f"texts/{language}/handout/{section}.yaml"}
    return not own & set(release.left_to_read[language])
