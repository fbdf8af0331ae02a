"""Words by key, in one language, with named holes that are always filled or refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

HOLE = re.compile(r"\{([a-z_0-9]+)\}")


@dataclass(frozen=True, slots=True)
class TextCatalogue:
    """All texts of one language. A missing key or an unfilled hole is an error, never an empty sentence."""

    language: str
    texts: Mapping[str, str]

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def __call__(self, key: str, **holes: str) -> str:
        """The text at ``key`` with its holes filled; KeyError when the key or a hole is missing."""
        return HOLE.sub(lambda hole: holes[hole.group(1)], self.texts[key])

    def holes(self, key: str) -> frozenset[str]:
        """Names of the holes in the text at ``key``."""
        return frozenset(HOLE.findall(self.texts[key]))
