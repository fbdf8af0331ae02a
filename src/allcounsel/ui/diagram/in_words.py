"""The same road in words, always beside the picture and in step with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.assessment import NodeStyle
from allcounsel.services.pathway_words import RoadEntry
from allcounsel.services.words import Words
from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.card import Card, Scroll
from allcounsel.ui.parts.source_list import SourceList
from allcounsel.ui.parts.words import Marked, Text


class InWords(Card):
    """One entry for each step; the one that is opened shows what clinicians read, and its sources."""

    def __init__(self, look: Look, words: Words, entries: tuple[RoadEntry, ...], names: RoadNames) -> None:
        super().__init__(look, padding=(6, 14))
        title = Text(look, names.title, "h3")
        title.setContentsMargins(14, 0, 8, 4)
        self.column.addWidget(title)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(4, 0, 4, 0)
        rows.setSpacing(2)
        self.entries = {str(entry.node.id): _Entry(look, words, entry, names) for entry in entries}
        for row in self.entries.values():
            rows.addWidget(row)
        elsewhere = f"**{names.not_here}.** {', '.join(names.others)}." if names.others else ""
        self.elsewhere = Marked(look, elsewhere, "small", "ink2")
        self.elsewhere.setContentsMargins(10, 8, 8, 6)
        rows.addWidget(self.elsewhere)
        self.elsewhere.setVisible(bool(elsewhere))
        rows.addStretch(1)
        spoken = " ".join(f"{entry.title}. {entry.words}" for entry in entries)
        said = " ".join(filter(None, (f"{names.title}. {spoken}", elsewhere.replace("**", ""))))
        self._scroll = Scroll(inside, said)
        self.column.addWidget(self._scroll)

    def reach(self, name: str) -> None:
        """The focus is on this step of the picture."""
        for entry_id, entry in self.entries.items():
            entry.mark(reached=entry_id == name)
        if name in self.entries:
            self._scroll.ensureWidgetVisible(self.entries[name], 0, 10)

    def open(self, name: str) -> None:
        """Show, or hide again, what is behind a step."""
        if name in self.entries:
            self.entries[name].toggle()
            self.reach(name)


@dataclass(frozen=True, slots=True)
class RoadNames:
    """Small words of the road, out of the content. ``others``: branches that are not on this child's road."""

    title: str
    here: str
    dashed: str
    waiting: str
    not_here: str
    others: tuple[str, ...]

    def state(self, entry: RoadEntry) -> str:
        """What the style of a step adds to its words."""
        if entry.node.current:
            return f"{self.here}."
        if entry.node.style is NodeStyle.DASHED:
            return f"{self.dashed}."
        return self.waiting if entry.node.style is NodeStyle.PENDING else ""


class _Entry(QWidget):
    def __init__(self, look: Look, words: Words, entry: RoadEntry, names: RoadNames) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._entry = entry
        self._reached = False
        self._more: QWidget | None = None
        level = QHBoxLayout(self)
        level.setContentsMargins(10, 6, 8, 6)
        level.setSpacing(10)
        level.addWidget(_Dot(look, entry), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        level.addLayout(self._column, 1)
        said = " ".join(filter(None, [f"**{entry.title}.**", names.state(entry), entry.words]))
        self._column.addWidget(Marked(look, said, "small"))

    def mark(self, *, reached: bool) -> None:
        """Whether the picture's focus is here."""
        if reached != self._reached:
            self._reached = reached
            self.update()

    def toggle(self) -> None:
        """Open or close the clinicians' words and the sources."""
        if self._more is None:
            self._more = QWidget()
            column = QVBoxLayout(self._more)
            column.setContentsMargins(0, 4, 0, 0)
            column.addWidget(Text(self._look, self._entry.clinician, "small", "ink2"))
            column.addWidget(SourceList(self._look, self._words, self._entry.node.sources))
            self._column.addWidget(self._more)
            self._more.show()
        else:
            self._more.setVisible(self._more.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._reached or self._entry.node.current:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect())
            painter.fillPath(rounded(area, 6), self._look.colour("soft"))
            if self._reached:
                bar = QRectF(0, 6, 4, area.height() - 12)
                painter.fillPath(rounded(bar, 2), self._look.colour("accent"))


class _Dot(QWidget):
    """The style of a step once more, small: filled, dashed or dotted."""

    def __init__(self, look: Look, entry: RoadEntry) -> None:
        super().__init__()
        self._look = look
        self._node = entry.node
        self.setFixedSize(look.px(18), look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 4.0
        circle = QRectF(2, 3, side, side)
        solid = self._node.style is NodeStyle.SOLID
        pen = QPen(self._look.colour("accent" if solid else "edge"), 2)
        if not solid:
            dashed = self._node.style is NodeStyle.DASHED
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([2.4, 1.6] if dashed else [0.1, 2.2])
        painter.setPen(pen)
        painter.setBrush(self._look.colour("accent") if self._node.current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
