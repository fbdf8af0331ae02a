"""How wide text is in the bundled fonts, without a toolkit: screen and paper break lines at the same places.

The table is handed in (``resources/fonts/widths.json``, read by whoever knows where it lies).
"""

from __future__ import annotations

from collections.abc import Mapping
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


class FontWidths:
    """Measures text; an instance is a ``Measure`` for the diagram's layout."""

    def __init__(self, fonts: Mapping[str, FontTable]) -> None:
        """``fonts``: the table by file name, as in ``widths.json``."""
        self._advances = {weight: _advances(fonts, stems) for weight, stems in FALLBACK.items()}
        self._sources = {weight: _sources(fonts, stems) for weight, stems in FALLBACK.items()}

    def __call__(self, text: str, size: float, weight: int) -> float:
        """Width of a line of text at a size and weight; a character no font has counts as an em."""
        advances = self._advances[weight]
        return sum([advances.get(character, 1.0) for character in text]) * size

    def runs(self, text: str, weight: int) -> tuple[FontRun, ...]:
        """The text cut where the font has to change."""
        sources, first = self._sources[weight], FALLBACK[weight][0]
        return tuple(
            FontRun(font, "".join(characters))
            for font, characters in groupby(text, lambda character: sources.get(character, first))
        )

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that no font has in some weight, each once, in the order of the text."""
        return tuple(
            dict.fromkeys(
                character
                for character in text
                if character not in _SPACES
                and not all(character in sources for sources in self._sources.values())
            )
        )


def _sources(fonts: Mapping[str, FontTable], stems: tuple[str, ...]) -> dict[str, str]:
    """The best font for each character."""
    return {character: stem for stem in reversed(stems) for character in fonts[stem]["widths"]}


def _advances(fonts: Mapping[str, FontTable], stems: tuple[str, ...]) -> dict[str, float]:
    """How far each character takes the pen, in ems."""
    found = {
        character: width / fonts[stem]["units"]
        for stem in reversed(stems)
        for character, width in fonts[stem]["widths"].items()
    }
    return found | dict.fromkeys(_SPACES, 0.0)
