"""Colours, text styles and sizes as the window uses them now: one light or dark scheme, one text scale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtSvg import QSvgRenderer

from allcounsel.services.palette import ROLES, SCREEN

FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans", "DejaVu Sans")
SCALES = (0.9, 1.0, 1.25, 1.5, 2.0)
STACKED_FROM = 1.5
"""From this text scale on columns stand under one another (look, section 7)."""

_STYLES = {
    "group": (36, 700),
    "h1": (28, 700),
    "h2": (20, 700),
    "h3": (18, 700),
    "lead": (18, 400),
    "echo": (18, 600),
    "body": (16, 400),
    "strong": (16, 600),
    "small": (15, 400),
    "small_strong": (15, 700),
    "caption": (14, 400),
    "caption_strong": (14, 600),
    "family_group": (64, 700),
    "family_title": (44, 700),
    "family": (28, 400),
    "family_strong": (28, 600),
    "family_foot": (18, 400),
}

_PALETTE = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Accent: "accent",
}
_FAINT = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Look(QObject):
    """The look of the moment; everything that paints asks it, and repaints when it changes."""

    changed = Signal()

    def __init__(self, resources: Path, scheme: str = "light") -> None:
        """``resources``: the folder with icons and styles. ``scheme``: one of ``services.palette.SCREEN``."""
        super().__init__()
        self._resources = resources
        self._icons: dict[tuple[str, str], QSvgRenderer] = {}
        self._scheme = scheme
        self._scale = 1.0
        self.follows_system = True

    def beside(self) -> Look:
        """A look of its own for another window: the same to begin with, then it goes its own way."""
        return Look(self._resources, self._scheme)

    @property
    def resources(self) -> Path:
        """The folder with icons, styles and translations."""
        return self._resources

    @property
    def scheme(self) -> str:
        """``light``, ``dark`` or ``high_contrast``."""
        return self._scheme

    @property
    def scale(self) -> float:
        """How much larger than the design the words are."""
        return self._scale

    @property
    def largest(self) -> bool:
        """Whether even short rows stand under one another."""
        return self._scale >= SCALES[-1]

    @property
    def stacked(self) -> bool:
        """Whether columns stand under one another."""
        return self._scale >= STACKED_FROM

    def use(self, *, scheme: str | None = None, scale: float | None = None) -> None:
        """Change scheme or text scale for the whole window."""
        before = (self._scheme, self._scale)
        self._scheme = scheme or self._scheme
        self._scale = scale or self._scale
        if before != (self._scheme, self._scale):
            self.changed.emit()

    def step_scale(self, steps: int) -> None:
        """The next larger or smaller text."""
        index = SCALES.index(self._scale) + steps
        self.use(scale=SCALES[max(0, min(index, len(SCALES) - 1))])

    def value(self, role: str) -> str:
        """The colour of a role as ``#rrggbb``."""
        return SCREEN[self._scheme].colour(role)

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return QColor(self.value(role))

    def px(self, size: float) -> int:
        """A length of the design that grows with the words."""
        return round(size * self._scale)

    def font(self, style: str) -> QFont:
        """The font of a text style (look, section 3)."""
        size, weight = _STYLES[style]
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def palette(self) -> QPalette:
        """Qt's own palette filled from the roles (look, section 2)."""
        palette = QPalette()
        for where, role in _PALETTE.items():
            palette.setColor(where, self.colour(role))
        for where in _FAINT:
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.colour("ink2"))
        return palette

    def icon(self, name: str, role: str) -> QSvgRenderer:
        """The drawing ``icons/<name>.svg`` in the colour of a role."""
        key = (name, self.value(role))
        if key not in self._icons:
            drawing = (self._resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            coloured = drawing.replace("currentColor", self.value(role))
            self._icons[key] = QSvgRenderer(QByteArray(coloured.encode()), self)
        return self._icons[key]

    def style_sheet(self) -> str:
        """``styles/app.qss`` with its holes filled: ``{ink}`` is a colour, ``{16px}`` a scaled length."""
        sheet = (self._resources / "styles" / "app.qss").read_text(encoding="utf-8")
        for role in ROLES:
            sheet = sheet.replace(f"{{{role}}}", self.value(role))
        for size in range(1, 65):
            sheet = sheet.replace(f"{{{size}px}}", f"{self.px(size)}px")
        return sheet
