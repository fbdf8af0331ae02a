"""Tells assistive technology what a list without buttons is: Qt itself would pass it over as a filler."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication

from allcounsel.ui.parts.card import Scroll

_DONE = "listsAreTold"


def tell_lists(application: QApplication) -> None:
    """Once for the whole program."""
    if not application.property(_DONE):
        QAccessible.installFactory(_told)
        application.setProperty(_DONE, True)


def _told(_class: str, thing: QObject) -> QAccessibleInterface | None:
    """A part of the page that has a name, and is read from its first line to its last."""
    if isinstance(thing, Scroll) and thing.accessibleName():
        return QAccessibleWidget(thing, QAccessible.Role.Section)
    return None
