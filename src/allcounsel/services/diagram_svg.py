"""A diagram plan as SVG text, kept to SVG Tiny 1.2: shapes and text with attributes, no clipping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape  # not the one of xml.sax, which brings network modules with it

from allcounsel.domain.diagram import DiagramPlan, Measure
from allcounsel.domain.diagram_hatch import hatching, plate
from allcounsel.domain.primitives import Circle, Path, Primitive, Rect, Words
from allcounsel.services.palette import Palette

FONTS = "'Atkinson Hyperlegible Next', 'Noto Sans', 'DejaVu Sans', sans-serif"
MARGIN = 16
HATCH_PITCH = 7.5
HATCH_PEN = 1.5
PLATE_INSET = 7


def diagram_svg(plan: DiagramPlan, palette: Palette, measure: Measure | None = None) -> str:
    """The picture as a file of its own, with its title and, for those who do not see it, its words.

    ``measure``: then text keeps its width where the reader's machine has none of our fonts.
    """
    width, height = plan.width + 2 * MARGIN, plan.height + 2 * MARGIN
    body = "\n".join(_elements(plan, _Brush(palette, measure)))
    words = "\n".join(f"{node.name}. {node.description}".strip() for node in plan.nodes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" width="{_n(width)}" '
        f'height="{_n(height)}" viewBox="{-MARGIN} {-MARGIN} {_n(width)} {_n(height)}" '
        f'font-family="{FONTS}">\n'
        f"<title>{escape(plan.title, quote=False)}</title>\n<desc>{escape(words, quote=False)}</desc>\n"
        f'<rect x="{-MARGIN}" y="{-MARGIN}" width="{_n(width)}" height="{_n(height)}" '
        f'fill="{palette.surface}"/>\n'
        f"{body}\n</svg>\n"
    )


@dataclass(frozen=True, slots=True)
class _Brush:
    """Colours, and how wide text is."""

    palette: Palette
    measure: Measure | None

    def length(self, item: Words) -> str:
        """Holds a text at the width it was laid out with; SVG Tiny does not know this and skips it."""
        if self.measure is None or len(item.text.strip()) < 2:  # noqa: PLR2004  # one letter is never squeezed
            return ""
        width = self.measure(item.text, item.size, item.weight)
        return f' textLength="{_n(width)}" lengthAdjust="spacingAndGlyphs"'


def _elements(plan: DiagramPlan, brush: _Brush) -> Iterator[str]:
    """The order in which it is read, each node in a group with its name."""
    yield from _drawn(plan.heading, brush)
    shapes = (item for item in plan.background if not isinstance(item, Words))
    words = (item for item in plan.background if isinstance(item, Words))
    yield from _drawn(shapes, brush)
    for node in plan.nodes:
        yield "<g>"
        yield f"<title>{escape(node.name, quote=False)}</title>"
        yield from _drawn(node.primitives, brush)
        yield "</g>"
    yield from _drawn(words, brush)


def _drawn(primitives: Iterable[Primitive], brush: _Brush) -> Iterator[str]:
    for item in primitives:
        match item:
            case Rect():
                yield from _rect(item, brush)
            case Path():
                yield _path(item, brush)
            case Circle():
                yield _circle(item, brush)
            case Words():
                yield _words(item, brush)


def _rect(item: Rect, brush: _Brush) -> Iterator[str]:
    if not item.hatched:
        yield _plain_rect(item, _paint(item, brush), item.radius)
        return
    # The ground first, the lines on it, the plate for the text, and the edge on top of the line ends.
    yield _plain_rect(item, f' fill="{_colour(item.fill, brush)}"', item.radius)
    lines = " ".join(
        f"M{_n(x)} {_n(y)}L{_n(end_x)} {_n(end_y)}" for x, y, end_x, end_y in hatching(item, HATCH_PITCH)
    )
    if lines:
        yield f'<path d="{lines}" fill="none" stroke="{brush.palette.hatch}" stroke-width="{HATCH_PEN}"/>'
    ground = plate(item, PLATE_INSET)
    if ground:
        fill = item.fill or ground.fill
        yield _plain_rect(ground, f' fill="{_colour(fill, brush)}"', ground.radius)
    yield _plain_rect(item, f' fill="none"{_stroke(item, brush)}', item.radius)


def _plain_rect(item: Rect, paint: str, radius: float) -> str:
    place = f'x="{_n(item.x)}" y="{_n(item.y)}" width="{_n(item.width)}" height="{_n(item.height)}"'
    return f'<rect {place} rx="{_n(radius)}" ry="{_n(radius)}"{paint}/>'


def _path(item: Path, brush: _Brush) -> str:
    points = [f"{_n(x)} {_n(y)}" for x, y in item.points]
    join = "C" if item.curved else "L"
    d = f"M{points[0]}{join}{' '.join(points[1:])}{'Z' if item.closed else ''}"
    offset = f' stroke-dashoffset="{_n(item.dash_offset)}"' if item.dash_offset else ""
    return f'<path d="{d}"{_paint(item, brush)}{offset} stroke-linejoin="round"/>'


def _circle(item: Circle, brush: _Brush) -> str:
    return f'<circle cx="{_n(item.x)}" cy="{_n(item.y)}" r="{_n(item.radius)}"{_paint(item, brush)}/>'


def _words(item: Words, brush: _Brush) -> str:
    weight = f' font-weight="{item.weight}"' if item.weight != 400 else ""  # noqa: PLR2004  # ordinary text
    place = f'x="{_n(item.x)}" y="{_n(item.y)}" font-size="{_n(item.size)}"{weight}{brush.length(item)}'
    fill = brush.palette.colour(item.colour)
    return f'<text {place} fill="{fill}" xml:space="preserve">{escape(item.text, quote=False)}</text>'


def _paint(item: Rect | Path | Circle, brush: _Brush) -> str:
    return f' fill="{_colour(item.fill, brush)}"{_stroke(item, brush)}'


def _stroke(item: Rect | Path | Circle, brush: _Brush) -> str:
    if item.stroke is None or not item.stroke_width:
        return ""
    dash = f' stroke-dasharray="{",".join(map(_n, item.dash))}"' if item.dash else ""
    caps = ' stroke-linecap="round"' if item.round_caps else ""
    return f' stroke="{brush.palette.colour(item.stroke)}" stroke-width="{_n(item.stroke_width)}"{dash}{caps}'


def _colour(role: str | None, brush: _Brush) -> str:
    return brush.palette.colour(role) if role else "none"


def _n(value: float) -> str:
    """A number with at most two decimals, written the same everywhere."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
