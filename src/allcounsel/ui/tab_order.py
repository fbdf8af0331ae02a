"""Tab walks through a window in reading order, also where parts of it are built later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

LAST = "tabLast"
"""A property of a widget: the part of it that Tab comes to last, wherever the layout puts it."""


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Everything that can have the focus inside a widget, in the order of the layouts.

    Also what Tab does not reach now: in a group of cells, Tab comes to whichever is picked.
    """
    last = widget.property(LAST)
    if isinstance(last, QWidget):
        yield from _with_last(last, _as_laid_out(widget))
    else:
        yield from _as_laid_out(widget)


def _with_last(last: QWidget, order: Iterable[QWidget]) -> Iterator[QWidget]:
    held = []
    for each in order:
        if each is last or last.isAncestorOf(each):
            held.append(each)
        else:
            yield each
    yield from held


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield widget
    seen: set[int] = set()
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from in_reading_order(inside)
        return
    layout = widget.layout()
    for child in [] if layout is None else _widgets_of(layout):
        seen.add(id(child))
        yield from in_reading_order(child)
    for thing in widget.children():
        if isinstance(thing, QWidget) and id(thing) not in seen and not thing.isWindow():
            yield from in_reading_order(thing)


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_of(inner)


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
