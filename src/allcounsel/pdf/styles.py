"""Paper in numbers: type sets, paper sizes, margins and distances. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass

from allcounsel.domain.diagram_text import BOLD, TextStyle

MM = 72 / 25.4
SIDE = 18 * MM
TOP = 10.5 * MM
BOTTOM = 10 * MM
PAPERS = {"a4": (210 * MM, 297 * MM), "letter": (612.0, 792.0)}

BOX_EDGE = 1.4
CALL_EDGE = 2.4
DOTTED = (0.1, 3.2)
LOGO_WIDTH = 78.0
"""A clinic's picture is at most so wide, or its name would have no room beside it."""
RADIUS = 7.0


@dataclass(frozen=True, slots=True)
class TypeSet:
    """How large everything is set; the same page is set anew for each, never enlarged."""

    body: TextStyle
    h2: TextStyle
    h1: TextStyle
    group: TextStyle
    head: TextStyle
    foot: TextStyle

    @property
    def unit(self) -> float:
        """The size that distances grow with: half as fast as the text, or giant pages would be all gaps."""
        return 14 + (self.body.size - 14) / 2

    def heading(self, level: int) -> TextStyle:
        """Style of a heading: 1 a page's title, 2 a section, 3 and below a part."""
        return {1: self.h1, 2: self.h2}.get(level, self.body.bold())


SETS = {
    "standard": TypeSet(
        body=TextStyle(14, 18),
        h2=TextStyle(17, 21, BOLD),
        h1=TextStyle(24, 29, BOLD),
        group=TextStyle(22, 27, BOLD),
        head=TextStyle(11, 14),
        foot=TextStyle(10, 13),
    ),
    "large": TypeSet(
        body=TextStyle(18, 23),
        h2=TextStyle(21, 26, BOLD),
        h1=TextStyle(28, 34, BOLD),
        group=TextStyle(26, 32, BOLD),
        head=TextStyle(13, 17),
        foot=TextStyle(12, 15),
    ),
    "giant": TypeSet(
        body=TextStyle(24, 31),
        h2=TextStyle(27, 34, BOLD),
        h1=TextStyle(34, 41, BOLD),
        group=TextStyle(32, 39, BOLD),
        head=TextStyle(15, 19),
        foot=TextStyle(14, 18),
    ),
}


def frame_width(paper: str, size: str) -> float:  # noqa: ARG001  # margins may come to depend on it
    """Width in points of the column of text; plans of figures are made for it."""
    return PAPERS[paper][0] - 2 * SIDE


def logo_height(kind: TypeSet) -> float:
    """A clinic's picture is at most as high as the two lines of the head that are always there."""
    return 2 * kind.head.leading


def text_size(size: str) -> float:
    """Size in points of ordinary text in a set."""
    return SETS[size].body.size


def figure_height(paper: str, size: str, *, bilingual: bool = False) -> float:
    """Height in points left for a figure under a title and two lines of text, with an ordinary foot.

    With a second language, head and foot take about twice the lines.
    """
    kind, lines = SETS[size], 2 if bilingual else 1
    foot_lines = {"standard": 3, "large": 4, "giant": 5}[size]
    around = TOP + 2 * lines * kind.head.leading + 16 + BOTTOM + 17
    around += lines * foot_lines * kind.foot.leading
    above = kind.h1.leading + 2 * kind.body.leading
    return PAPERS[paper][1] - around - above - 14
