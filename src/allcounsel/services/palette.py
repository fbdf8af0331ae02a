"""Colour roles, shared by screen and paper: code names what a colour is for, only this table knows its value.

It knows nothing of Qt or PDF; painters ask for a role and get a ``#RRGGBB``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours; each field is a role."""

    name: str
    ground: str
    surface: str
    sunk: str
    ink: str
    ink2: str
    line: str
    edge: str
    accent: str
    accent2: str
    on_accent: str
    soft: str
    wait_bg: str
    hatch: str
    att: str
    att_bg: str
    att_edge: str
    stop: str
    stop_bg: str
    stop_edge: str
    focus: str

    def colour(self, role: str) -> str:
        """The value of a role; KeyError for a role that does not exist."""
        if role not in ROLES:
            raise KeyError(role)
        value: str = getattr(self, role)
        return value


ROLES = tuple(field.name for field in fields(Palette) if field.name != "name")

LIGHT = Palette(
    name="light",
    ground="#EFF3F4",
    surface="#FFFFFF",
    sunk="#E3EAEC",
    ink="#17262D",
    ink2="#43545C",
    line="#CBD5D9",
    edge="#6A7C85",
    accent="#0B5A73",
    accent2="#08465A",
    on_accent="#FFFFFF",
    soft="#DCEBF0",
    wait_bg="#F3F6F7",
    hatch="#B4C1C7",
    att="#6A4200",
    att_bg="#FFF3D6",
    att_edge="#A06500",
    stop="#86221A",
    stop_bg="#FBEAE7",
    stop_edge="#B0392C",
    focus="#17262D",
)

DARK = Palette(
    name="dark",
    ground="#10191D",
    surface="#19252B",
    sunk="#0C1316",
    ink="#E9F0F2",
    ink2="#B4C3C9",
    line="#35474F",
    edge="#8197A0",
    accent="#82C7DD",
    accent2="#A5D9E9",
    on_accent="#06222C",
    soft="#1E3B47",
    wait_bg="#1D2A30",
    hatch="#4A5E67",
    att="#F3CC80",
    att_bg="#33290F",
    att_edge="#C99C40",
    stop="#F6AEA4",
    stop_bg="#3C1E1A",
    stop_edge="#DB7C70",
    focus="#E9F0F2",
)

HIGH_CONTRAST = Palette(
    name="high_contrast",
    ground="#000000",
    surface="#000000",
    sunk="#000000",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    line="#FFFFFF",
    edge="#FFFFFF",
    accent="#7FE0FF",
    accent2="#B8EEFF",
    on_accent="#000000",
    soft="#00313F",
    wait_bg="#000000",
    hatch="#8C8C8C",
    att="#FFE08A",
    att_bg="#000000",
    att_edge="#FFE08A",
    stop="#FFB8AE",
    stop_bg="#000000",
    stop_edge="#FFB8AE",
    focus="#FFFF00",
)

PAPER = Palette(
    name="paper",
    ground="#FFFFFF",
    surface="#FFFFFF",
    sunk="#FFFFFF",
    ink="#000000",
    ink2="#404040",
    line="#8C8C8C",
    edge="#404040",
    accent="#0B5A73",
    accent2="#0B5A73",
    on_accent="#FFFFFF",
    soft="#F0F0F0",
    wait_bg="#FFFFFF",
    hatch="#B4C1C7",
    # Paper has no notices: these stay black on white so that nothing coloured can slip in.
    att="#000000",
    att_bg="#FFFFFF",
    att_edge="#000000",
    stop="#000000",
    stop_bg="#FFFFFF",
    stop_edge="#000000",
    focus="#000000",
)

PAPER_GREY = Palette(
    name="paper_grey",
    ground="#FFFFFF",
    surface="#FFFFFF",
    sunk="#FFFFFF",
    ink="#000000",
    ink2="#404040",
    line="#8C8C8C",
    edge="#404040",
    accent="#000000",
    accent2="#000000",
    on_accent="#FFFFFF",
    soft="#F0F0F0",
    wait_bg="#FFFFFF",
    hatch="#BFBFBF",
    att="#000000",
    att_bg="#FFFFFF",
    att_edge="#000000",
    stop="#000000",
    stop_bg="#FFFFFF",
    stop_edge="#000000",
    focus="#000000",
)

SCREEN = {palette.name: palette for palette in (LIGHT, DARK, HIGH_CONTRAST)}


def rgb(colour: str) -> tuple[int, int, int]:
    """``#RRGGBB`` as three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21, by the formula of WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_DARK_PART = 0.04045


def _linear(part: float) -> float:
    """One part of an sRGB colour as light; the two branches are those of the standard."""
    value: float = part / 12.92 if part <= _DARK_PART else ((part + 0.055) / 1.055) ** 2.4
    return value
