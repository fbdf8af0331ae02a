"""How wide text is in the bundled fonts, without a toolkit: screen and paper break lines at the same places.

The table is handed in (``resources/fonts/widths.json``, read by whoever knows where it lies).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypedDict

FALLBACK: Mapping[int, tuple[str, ...]] = {
    400: ("AtkinsonHyperlegibleNext-Regular", "NotoSans-Regular", "DejaVuSans"),
    600: ("AtkinsonHyperlegibleNext-SemiBold", "NotoSans-Bold", "DejaVuSans"),
    700: ("AtkinsonHyperlegibleNext-Bold", "NotoSans-Bold", "DejaVuSans"),
}
"""Which fonts are asked for a character, best first, by weight."""

_SPACES = frozenset("\n\t\u00ad")
"""Characters that are laid out, never drawn."""


class FontTable(TypedDict):
    """One font of the table; lengths are in ``units`` to the font size."""

    units: int
    ascent: int
    descent: int
    cap_height: int
    widths: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FontRun:
    """Neighbouring characters that come from one font."""

    font: str
    text: str


@dataclass(frozen=True, slots=True)
class FontWidths:
    """Measures text; an instance is a ``Measure`` for the diagram's layout."""

    fonts: Mapping[str, FontTable]

    def __call__(self, text: str, size: float, weight: int) -> float:
        """Width of a line of text at a size and weight; a character no font has counts as an em."""
        return sum(self._advance(character, weight) for character in text) * size

    def runs(self, text: str, weight: int) -> tuple[FontRun, ...]:
        """The text cut where the font has to change."""
        return tuple(
            FontRun(font, "".join(characters))
            for font, characters in groupby(text, lambda character: self._font(character, weight))
        )

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that no font has in some weight, each once, in the order of the text."""
        return tuple(dict.fromkeys(self._missing(text)))

    def _missing(self, text: str) -> Iterator[str]:
        for character in text:
            if character not in _SPACES and not all(self._has(character, weight) for weight in FALLBACK):
                yield character

    def _has(self, character: str, weight: int) -> bool:
        return any(character in self.fonts[font]["widths"] for font in FALLBACK[weight])

    def _font(self, character: str, weight: int) -> str:
        stems = FALLBACK[weight]
        return next((font for font in stems if character in self.fonts[font]["widths"]), stems[0])

    def _advance(self, character: str, weight: int) -> float:
        if character in _SPACES:
            return 0.0
        font = self.fonts[self._font(character, weight)]
        return font["widths"].get(character, font["units"]) / font["units"]
