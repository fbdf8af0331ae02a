"""The language of the program: its own translations, and Qt's for the buttons of standard dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from allcounsel.domain.text import SOURCE_LANGUAGE

LANGUAGES = (("en", "English"), ("es", "Español"))
"""Of the program and of the paper, each in its own words: whoever reads only one finds it."""


def speak(language: str, resources: Path) -> None:
    """Translate whatever is built from now on. ``resources``: the folder with ``i18n``."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.setParent(None)
    if language == SOURCE_LANGUAGE:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("allcounsel", str(resources / "i18n"))):
        translator = QTranslator(application)
        if translator.load(f"{name}_{language}", folder):
            application.installTranslator(translator)


def is_spoken(language: str, resources: Path) -> bool:
    """Whether the program's own words are there in it."""
    return language == SOURCE_LANGUAGE or (resources / "i18n" / f"allcounsel_{language}.qm").is_file()
