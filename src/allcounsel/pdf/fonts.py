"""The bundled fonts for PDF: registered from the folder that is handed in, never taken from the system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from allcounsel.services.font_widths import FALLBACK

STEMS = tuple(dict.fromkeys(stem for stems in FALLBACK.values() for stem in stems))
PLAIN_FONT = FALLBACK[400][0]
BOLD_FONT = FALLBACK[700][0]


def register(folder: Path) -> None:
    """Make the fonts known to reportlab under their file names; a second time changes nothing."""
    # The library's own table gives codes that no text uses the value 0, and cuts characters beyond U+FFFF.
    ttfonts.makeToUnicodeCMap = to_unicode  # type: ignore[assignment]
    known = set(pdfmetrics.getRegisteredFontNames())
    for stem in STEMS:
        if stem not in known:
            pdfmetrics.registerFont(TTFont(stem, folder / f"{stem}.ttf"))


_MOST_ENTRIES = 100  # of one block, by the PDF standard


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """The table from the codes of an embedded font back to characters: text can be read and copied."""
    used = [(code, character) for code, character in enumerate(subset) if character]
    blocks = (used[start : start + _MOST_ENTRIES] for start in range(0, len(used), _MOST_ENTRIES))
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines.append(f"{len(block)} beginbfchar")
        lines.extend(
            f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>" for code, character in block
        )
        lines.append("endbfchar")
    return "\n".join((*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"))
