"""Refuses text that the bundled fonts cannot draw: a missing glyph would else be printed as nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.font_widths import FontWidths


def refuse_missing_glyphs(texts: Iterable[str], fonts: FontWidths) -> None:
    """KnownError GLYPH_MISSING, naming the first character that no font has."""
    for text in texts:
        for character in fonts.missing(text):
            point = f"U+{ord(character):04X}"
            name = unicodedata.name(character, point)
            raise KnownError(ErrorCode.GLYPH_MISSING, character=character, point=point, name=name)
