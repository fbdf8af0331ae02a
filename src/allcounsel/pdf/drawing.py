"""Primitives onto a reportlab canvas, whose origin is at the bottom: only here is y turned round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from allcounsel.domain.diagram_hatch import hatching, plate
from allcounsel.domain.primitives import Circle, Path, Primitive, Rect, Words
from allcounsel.domain.shapes import circle_curve
from allcounsel.pdf.logo import Picture
from allcounsel.pdf.structure import Drawn, shapes_of, strands
from allcounsel.pdf.tags import Tagger
from allcounsel.services.font_widths import FontWidths
from allcounsel.services.palette import PAPER_GREY, Palette, rgb

HATCH_PITCH = 6
HATCH_PEN = 1
PLATE_INSET = 8


@dataclass(frozen=True, slots=True)
class Pencil:
    """Draws primitives on one canvas in one set of colours."""

    canvas: Canvas
    palette: Palette
    fonts: FontWidths
    page_width: float
    page_height: float
    tagger: Tagger

    def draw(self, drawn: Iterable[Drawn], x: float, y: float, scale: float = 1.0) -> None:
        """Draw with the origin at (x, y) from the top left of the page, each ink as what it says."""
        self.canvas.saveState()
        self.canvas.translate(x, self.page_height - y)
        self.canvas.scale(scale, scale)
        for strand in strands(drawn):
            with self.tagger.marked(strand.element) if strand.element else self.tagger.decoration():
                self._shapes(strand.shapes)
        self.canvas.restoreState()

    def decorate(self, drawn: Iterable[Drawn], x: float, y: float, kind: str) -> None:
        """Draw what stands on every page and is no content; ``kind``: Header or Footer."""
        self.canvas.saveState()
        self.canvas.translate(x, self.page_height - y)
        with self.tagger.decoration(kind):
            self._shapes(shapes_of(drawn))
        self.canvas.restoreState()

    def decorate_with(self, picture: Picture, x: float, y: float, kind: str) -> None:
        """A picture that stands on every page and is no content."""
        self.canvas.saveState()
        self.canvas.translate(x, self.page_height - y)
        with self.tagger.decoration(kind):
            picture.draw(self.canvas, grey=self.palette is PAPER_GREY)
        self.canvas.restoreState()

    def _shapes(self, shapes: Iterable[Primitive]) -> None:
        for item in shapes:
            match item:
                case Rect():
                    self._rect(item)
                case Path():
                    self._path(item)
                case Circle():
                    self._circle(item)
                case Words():
                    self._words(item)

    def _rect(self, item: Rect) -> None:
        if not item.hatched:
            self._outline(item, stroke=item.stroke, fill=item.fill)
            return
        self._outline(item, stroke=None, fill=item.fill)
        self.canvas.setStrokeColorRGB(*self._colour("hatch"))
        self._pen(HATCH_PEN, (), 0, round_caps=False)
        for line in hatching(item, HATCH_PITCH):
            self.canvas.line(line[0], -line[1], line[2], -line[3])
        ground = plate(item, PLATE_INSET)
        if ground:
            self._outline(ground, stroke=None, fill=item.fill or ground.fill)
        self._outline(item, stroke=item.stroke, fill=None)

    def _outline(self, item: Rect, *, stroke: str | None, fill: str | None) -> None:
        if stroke is None and fill is None:
            return
        self._paints(stroke, fill)
        self._pen(item.stroke_width, item.dash, 0, round_caps=item.round_caps)
        radius = min(item.radius, item.width / 2, item.height / 2)
        self.canvas.roundRect(
            item.x,
            -item.y - item.height,
            item.width,
            item.height,
            radius,
            stroke=int(stroke is not None),
            fill=int(fill is not None),
        )

    def _path(self, item: Path) -> None:
        path = self.canvas.beginPath()
        points = [(x, -y) for x, y in item.points]
        path.moveTo(*points[0])
        if item.curved:
            for index in range(1, len(points) - 2, 3):
                path.curveTo(*points[index], *points[index + 1], *points[index + 2])
        else:
            for point in points[1:]:
                path.lineTo(*point)
        if item.closed:
            path.close()
        self._paints(item.stroke, item.fill)
        self._pen(item.stroke_width, item.dash, item.dash_offset, round_caps=item.round_caps)
        self.canvas.drawPath(path, stroke=int(item.stroke is not None), fill=int(item.fill is not None))

    def _circle(self, item: Circle) -> None:
        self._path(
            Path(
                circle_curve(item.x, item.y, item.radius),
                item.stroke,
                item.stroke_width,
                item.dash,
                round_caps=item.round_caps,
                closed=True,
                curved=True,
                fill=item.fill,
            )
        )

    def _words(self, item: Words) -> None:
        text = self.canvas.beginText(item.x, -item.y)
        text.setFillColorRGB(*self._colour(item.colour))
        for run in self.fonts.runs(item.text, item.weight):
            text.setFont(run.font, item.size)
            text.textOut(run.text)
        self.canvas.drawText(text)

    def _paints(self, stroke: str | None, fill: str | None) -> None:
        if stroke is not None:
            self.canvas.setStrokeColorRGB(*self._colour(stroke))
        if fill is not None:
            self.canvas.setFillColorRGB(*self._colour(fill))

    def _pen(self, width: float, dash: tuple[float, ...], offset: float, *, round_caps: bool) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.setLineCap(int(round_caps))
        self.canvas.setLineJoin(1)
        self.canvas.setDash(list(dash), offset)

    def _colour(self, role: str) -> tuple[float, float, float]:
        red, green, blue = rgb(self.palette.colour(role))
        return red / 255, green / 255, blue / 255
