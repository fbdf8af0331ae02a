"""The bundled fonts for PDF: registered from the folder that is handed in, never taken from the system."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from allcounsel.services.font_widths import FALLBACK

STEMS = tuple(dict.fromkeys(stem for stems in FALLBACK.values() for stem in stems))
PLAIN_FONT = FALLBACK[400][0]
BOLD_FONT = FALLBACK[700][0]


def register(folder: Path) -> None:
    """Make the fonts known to reportlab under their file names; a second time changes nothing."""
    known = set(pdfmetrics.getRegisteredFontNames())
    for stem in STEMS:
        if stem not in known:
            pdfmetrics.registerFont(TTFont(stem, folder / f"{stem}.ttf"))
