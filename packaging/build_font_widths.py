"""Write resources/fonts/widths.json: how wide each character of the shipped fonts is.

The diagram's layout measures text with this table, so that screen and paper agree and the core needs neither
Qt nor a PDF library. It must be written anew whenever a font file changes; a test says when it is stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
TABLE = FONTS / "widths.json"
UNITS = 1000

# First and last code point of what a handout or a diagram may want to print.
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0391, 0x03C9),  # Greek letters; the micro sign of some fonts is only here
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2610, 0x2612),  # ballot boxes
    (0x2640, 0x2642),  # female, male
    (0x2713, 0x2718),  # check marks and crosses
)


class FontTable(TypedDict):
    """What is kept of one font; lengths are thousandths of the font size."""

    units: int
    ascent: int
    descent: int
    cap_height: int
    widths: dict[str, int]


def wanted(code_point: int) -> bool:
    """Whether the table should hold this character."""
    return any(first <= code_point <= last for first, last in RANGES)


def measure(path: Path) -> FontTable:
    """Read one font file; `descent` is negative, as in the file."""
    with TTFont(path) as font:
        per_em: int = font["head"].unitsPerEm
        glyphs = font.getBestCmap()

        def scaled(length: int) -> int:
            return round(length * UNITS / per_em)

        return {
            "units": UNITS,
            "ascent": scaled(font["hhea"].ascent),
            "descent": scaled(font["hhea"].descent),
            # DejaVu's OS/2 table is too old to say its cap height: the letter itself does.
            "cap_height": scaled(font["glyf"][glyphs[ord("H")]].yMax),
            "widths": {
                chr(c): scaled(font["hmtx"][name][0]) for c, name in sorted(glyphs.items()) if wanted(c)
            },
        }


def as_text() -> str:
    """The whole table as JSON, one font a line so that a change is readable."""
    lines = (
        f"{json.dumps(path.stem)}: {json.dumps(measure(path), ensure_ascii=False, separators=(',', ':'))}"
        for path in sorted(FONTS.glob("*.ttf"))
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(as_text(), encoding="utf-8")
    print(f"wrote {TABLE.name}: {TABLE.stat().st_size // 1024} kB")
