"""Words by key, in one language, with named holes that are always filled or refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

HOLE = re.compile(r"\{([a-z_0-9]+)\}")

SOURCE_LANGUAGE = "en"
"""The language that every text is written in first; all others are made from it."""

_FINGERPRINT = 12


def fingerprint(text: str) -> str:
    """A short mark of a text, by which it is known whether a translation was made from it."""
    return hashlib.sha256(text.encode()).hexdigest()[:_FINGERPRINT]


@dataclass(frozen=True, slots=True)
class TextCatalogue:
    """All texts of one language. A missing key or an unfilled hole is an error, never an empty sentence.

    ``made_from``: for each text of a translation the fingerprint of the English text it was made from.
    """

    language: str
    texts: Mapping[str, str]
    made_from: Mapping[str, str] = field(default_factory=dict)

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def __call__(self, key: str, **holes: str) -> str:
        """The text at ``key`` with its holes filled; KeyError when the key or a hole is missing."""
        return HOLE.sub(lambda hole: holes[hole.group(1)], self.texts[key])

    def holes(self, key: str) -> frozenset[str]:
        """Names of the holes in the text at ``key``."""
        return frozenset(HOLE.findall(self.texts[key]))
