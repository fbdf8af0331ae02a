"""The QApplication: bundled fonts, Fusion and colours that follow the system."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from allcounsel.ui.look import Look
from allcounsel.ui.parts.told import tell_lists

NAME = "allcounsel"


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication of the process."""
    QApplication.setApplicationName(NAME)
    QApplication.setApplicationDisplayName(NAME)
    application = QApplication(arguments)
    application.setStyle("Fusion")
    return application


def load_fonts(files: Iterable[Path]) -> None:
    """Make the bundled fonts known; a font that cannot be read falls back to the next family."""
    for file in files:
        QFontDatabase.addApplicationFont(str(file))


def dress(application: QApplication, look: Look) -> None:
    """Give the application its look, now and whenever the look or the system's scheme changes."""

    def apply() -> None:
        application.setPalette(look.palette())
        application.setFont(look.font("body"))
        application.setStyleSheet(look.style_sheet())

    def follow(_scheme: Qt.ColorScheme) -> None:
        if look.follows_system:
            look.use(scheme=system_scheme())

    tell_lists(application)
    look.changed.connect(apply)
    application.styleHints().colorSchemeChanged.connect(follow)
    look.use(scheme=system_scheme())
    apply()


def system_scheme() -> str:
    """What the system prefers; light when it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"
