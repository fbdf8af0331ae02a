"""Tab walks through a window in reading order, also where parts of it are built later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

LAST = "tabLast"
"""A property of a widget: the part of it that Tab comes to last, wherever the layout puts it."""
ONE = "tabOne"
"""A property of a stack whose pages are put in order when shown: only that one counts."""


def in_reading_order(widget: QWidget) -> list[QWidget]:
    """Everything that can have the focus inside a widget, in the order of the layouts.

    Also what Tab does not reach now: in a group of cells, Tab comes to whichever is picked.
    """
    found: list[QWidget] = []
    _gather(widget, found)
    return found


def _gather(widget: QWidget, found: list[QWidget]) -> None:
    start = len(found)
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        found.append(widget)
    for child in _inside(widget):
        _gather(child, found)
    last = widget.property(LAST)
    if isinstance(last, QWidget):
        found[start:] = sorted(found[start:], key=lambda each: each is last or last.isAncestorOf(each))


def _inside(widget: QWidget) -> list[QWidget]:
    """The widgets directly inside, as the layout has them; then those that no layout places."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [] if inside is None else [inside]
    if isinstance(widget, QStackedWidget) and widget.property(ONE):
        shown = widget.currentWidget()
        return [] if shown is None else [shown]
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    layout = widget.layout() if children else None
    placed: list[QWidget] = []
    if layout is not None:
        _collect(layout, placed)
    seen = set(map(id, placed))
    return placed + [child for child in children if id(child) not in seen and not child.isWindow()]


def _collect(layout: QLayout, placed: list[QWidget]) -> None:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            placed.append(widget)
        elif inner is not None:
            _collect(inner, placed)


def focus_first(widget: QWidget) -> None:
    """Put the focus on the first thing inside a widget that Tab would come to.

    No focus proxies: Qt would take each widget that has one for a stop of its own.
    """
    for inside in in_reading_order(widget):
        if inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.isVisibleTo(widget):
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def arrange(window: QWidget) -> None:
    """Make the Tab order of a window its reading order."""
    before: QWidget | None = None
    for widget in in_reading_order(window):
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget
