"""Tab walks through a window in reading order, also where parts of it are built later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
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
        _collect(layout, children, placed)
    seen = set(map(id, placed))
    return placed + [child for child in children if id(child) not in seen and not child.isWindow()]


def _collect(layout: QLayout, within: Sequence[QWidget], placed: list[QWidget]) -> None:
    """By ``indexOf``: a Python object for a layout's item outlives it, and stands for what comes after."""
    parts: list[QWidget | QLayout] = [*within, *layout.findChildren(QLayout, options=_DIRECT)]
    found = sorted((at, n) for n, part in enumerate(parts) if (at := layout.indexOf(part)) >= 0)
    for _, n in found:
        part = parts[n]
        if isinstance(part, QLayout):
            _collect(part, within, placed)
        else:
            placed.append(part)


def focus_first(widget: QWidget) -> None:
    """Put the focus on the first thing inside a widget that Tab would come to.

    No focus proxies: Qt would take each widget that has one for a stop of its own.
    """
    for inside in in_reading_order(widget):
        if inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.isVisibleTo(widget):
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
            return


class ReadingOrder(QWidget):
    """A window that Tab walks through in reading order.

    The order is worked out at each Tab, which takes a moment that nobody feels, and costs an answer nothing.
    """

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - as Qt has it
        _arrange(self)
        return super().focusNextPrevChild(next)


def _arrange(window: QWidget) -> None:
    before: QWidget | None = None
    for widget in in_reading_order(window):
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget
