"""Paints the primitives of the domain, and what style sheets cannot: hatching and dotted edges."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from allcounsel.domain.primitives import Circle, Path, Primitive, Rect, Words
from allcounsel.ui.look import FAMILIES, Look

HATCH_PITCH = 7.5
HATCH_WIDTH = 1.5
PLATE_INSET = 7.0
DOTS = (0.1, 2.2)


def draw(painter: QPainter, look: Look, primitives: Iterable[Primitive], override: str | None = None) -> None:
    """Paint primitives in their own coordinates; ``override`` replaces every colour role (icons)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for primitive in primitives:
        match primitive:
            case Rect():
                _rect(painter, look, primitive, override)
            case Path():
                _path(painter, look, primitive, override)
            case Circle():
                _circle(painter, look, primitive, override)
            case Words():
                _words(painter, look, primitive, override)


def pen_of(
    look: Look,
    role: str | None,
    width: float,
    dash: tuple[float, ...] = (),
    offset: float = 0.0,
    *,
    round_caps: bool = False,
) -> QPen:
    """A pen; dash lengths are in points as in the primitives, Qt wants them in pen widths."""
    if role is None or width <= 0:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(look.colour(role), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_caps else Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([max(length / width, 0.01) for length in dash])
        pen.setDashOffset(offset / width)
    return pen


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rounded rectangle as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def hatch(painter: QPainter, look: Look, rect: QRectF, radius: float, *, plate: QRectF | None = None) -> None:
    """The waiting lines inside a rounded rectangle; text may stand only on the plate."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = rounded(rect, radius)
    painter.fillPath(path, look.colour("wait_bg"))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(look.colour("hatch"), HATCH_WIDTH))
    step = HATCH_PITCH * 2**0.5
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += step
    if plate is not None:
        painter.fillPath(rounded(plate, max(radius - PLATE_INSET / 2, 2.0)), look.colour("wait_bg"))
    painter.restore()


def dotted_edge(painter: QPainter, look: Look, rect: QRectF, radius: float, width: float = 1.5) -> None:
    """The dotted outline of everything that waits or is not known."""
    pen = QPen(look.colour("edge"), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern(list(DOTS))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(rounded(rect, radius))


def _rect(painter: QPainter, look: Look, rect: Rect, override: str | None) -> None:
    area = QRectF(rect.x, rect.y, rect.width, rect.height)
    if rect.hatched:
        inset = PLATE_INSET
        plate = area.adjusted(inset, inset, -inset, -inset)
        hatch(painter, look, area, rect.radius, plate=plate)
    elif rect.fill:
        painter.fillPath(rounded(area, rect.radius), look.colour(override or rect.fill))
    stroke = override or rect.stroke if rect.stroke else None
    painter.setPen(pen_of(look, stroke, rect.stroke_width, rect.dash, round_caps=rect.round_caps))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(rounded(area, rect.radius))


def _path(painter: QPainter, look: Look, path: Path, override: str | None) -> None:
    line = QPainterPath()
    points = [QPointF(x, y) for x, y in path.points]
    line.moveTo(points[0])
    if path.curved:
        for index in range(1, len(points) - 2, 3):
            line.cubicTo(points[index], points[index + 1], points[index + 2])
    else:
        for point in points[1:]:
            line.lineTo(point)
    if path.closed:
        line.closeSubpath()
    stroke = override or path.stroke if path.stroke else None
    painter.setPen(
        pen_of(look, stroke, path.stroke_width, path.dash, path.dash_offset, round_caps=path.round_caps)
    )
    fill = override or path.fill if path.fill else None
    painter.setBrush(QBrush(look.colour(fill)) if fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(line)


def _circle(painter: QPainter, look: Look, circle: Circle, override: str | None) -> None:
    stroke = override or circle.stroke if circle.stroke else None
    painter.setPen(pen_of(look, stroke, circle.stroke_width, circle.dash, round_caps=circle.round_caps))
    fill = override or circle.fill if circle.fill else None
    painter.setBrush(QBrush(look.colour(fill)) if fill else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(circle.x, circle.y), circle.radius, circle.radius)


def _words(painter: QPainter, look: Look, words: Words, override: str | None) -> None:
    font = painter.font()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(round(words.size), 1))
    font.setWeight(type(font).Weight(words.weight))
    painter.setFont(font)
    painter.setPen(QPen(look.colour(override or words.colour)))
    painter.drawText(QPointF(words.x, words.y), words.text)
