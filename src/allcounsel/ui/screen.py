"""Looks whether Qt can open a window here, before Qt tries: where it cannot, it would abort the whole
process.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo


def why_no_window(environment: Mapping[str, str] = os.environ) -> str:
    """One plain sentence, or an empty text where a window can open."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = _platform(environment)
    plugin = (
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / f"libq{platform}.so"
    )
    if not plugin.exists():
        plugin = plugin.with_name(f"libq{platform}-generic.so")
    if not plugin.exists():
        return f"Qt knows no screen of the kind '{platform}' (QT_QPA_PLATFORM)."
    if platform == "xcb" and not environment.get("DISPLAY"):
        return "There is no screen here to open a window on (DISPLAY is not set)."
    missing = _missing_library(plugin)
    if missing:
        return f"A system library that Qt needs for a window is missing: {missing}."
    if platform == "xcb" and not _display_answers():
        return "The screen named in DISPLAY does not answer, so no window can open."
    return ""


def _platform(environment: Mapping[str, str]) -> str:
    """The kind of screen that Qt will try first."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if chosen:
        return chosen
    return "wayland" if environment.get("WAYLAND_DISPLAY") and not environment.get("DISPLAY") else "xcb"


def _missing_library(plugin: Path) -> str:
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error).partition(":")[0]
    return ""


def _display_answers() -> bool:
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # Qt reaches X without it; let it try
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    x11.XCloseDisplay(display)
    return True
