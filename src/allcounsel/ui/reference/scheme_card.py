"""One published scheme as a table, with its year and source: the same for every child, no row is ever
marked.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from allcounsel.domain.reference import Scheme
from allcounsel.services.reference_words import ReferenceWords, RowWords
from allcounsel.services.words import Words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card, Hairline, Scroll, TableBand
from allcounsel.ui.parts.source_list import SourceList
from allcounsel.ui.parts.words import Text

_GROUP = 128
_ACROSS = 20
_GAP = 14
_LEAST_SHARE, _LARGEST_SHARE = 34, 44
"""Letters: a column's share of the room follows its longest cell within these."""


class SchemeCard(Card):
    """Made from the scheme alone; it never sees a case."""

    def __init__(self, look: Look, words: Words, scheme: Scheme) -> None:
        super().__init__(look, padding=(1, 1))
        self._look_of_table = look
        self._words = words
        self._scheme = scheme
        self._said = ReferenceWords(words)
        self._sources: SourceList | None = None
        self._shares = _shares(self._said.rows(scheme))
        self.column.setSpacing(0)
        self.column.addWidget(self._top())
        self._heads: QLayout | None = None
        if not look.stacked:
            self.column.addWidget(self._band())
        self._scroll = Scroll(self._table(), self._spoken())
        self.column.addWidget(self._scroll, 1)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)

    # ---- above the table
    def _top(self) -> QWidget:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(_ACROSS, 14, 14, 12)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Text(self._look_of_table, self._said.scheme(self._scheme, "title"), "h3"), 1)
        self.link = Button(self._look_of_table, self.tr("Sources"), "link", key="F2")
        self.link.setAccessibleName(
            self.tr("Sources of: {title}").format(title=self._said.scheme(self._scheme, "title"))
        )
        self.link.clicked.connect(self.toggle_sources)
        head.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Text(self._look_of_table, self._said.where(self._scheme), "caption", "ink2"))
        column.addWidget(Text(self._look_of_table, self._said.scheme(self._scheme, "about"), "small"))
        return top

    # ---- the table
    def _band(self) -> TableBand:
        """The heads of the columns, which do not scroll."""
        band = TableBand(self._look_of_table)
        for cell in self._line(band, self._said.columns(self._scheme), 8):
            cell.restyle(style="caption_strong", role="ink2")
        self._heads = band.layout()
        return band

    def _table(self) -> QWidget:
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        for index, row in enumerate(self._said.rows(self._scheme)):
            if index and row.group:
                self._rows.addWidget(Hairline(self._look_of_table))
            self._rows.addWidget(self._block(row) if self._look_of_table.stacked else self._row(row))
        self._rows.addWidget(Hairline(self._look_of_table))
        note = Text(self._look_of_table, self._said.scheme(self._scheme, "note"), "small", "ink2")
        note.setContentsMargins(_ACROSS, 10, _ACROSS, 12)
        self._rows.addWidget(note)
        self._rows.addStretch(1)
        return inside

    def _row(self, row: RowWords) -> QWidget:
        widget = QWidget()
        group = row.group or self.tr("or")
        first, *rest = self._line(widget, (group, *map(_stacked, row.cells)), 7)
        first.restyle(style="small_strong" if row.group else "small", role="ink" if row.group else "ink2")
        for cell in rest:
            cell.restyle(style="small")
        return widget

    def _line(self, parent: QWidget, words: tuple[str, ...], down: int) -> list[Text]:
        """Cells side by side: the first as wide in every row, the others with the same shares of the rest."""
        line = QHBoxLayout(parent)
        line.setContentsMargins(_ACROSS, down, _ACROSS, down)
        line.setSpacing(_GAP)
        cells = []
        for index, text in enumerate(words):
            cell = Text(self._look_of_table, text)
            if index:
                policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
                policy.setHeightForWidth(True)
                cell.setSizePolicy(policy)
            else:
                cell.setFixedWidth(self._look_of_table.px(_GROUP))
            line.addWidget(cell, self._shares[index - 1] if index else 0)
            cells.append(cell)
        return cells

    def _block(self, row: RowWords) -> QWidget:
        """In large text a row becomes a block, with the heads of the columns as labels."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(_ACROSS, 10, _ACROSS, 10)
        column.setSpacing(2)
        column.addWidget(Text(self._look_of_table, row.group or self.tr("or"), "small_strong"))
        for head, cell in zip(self._said.columns(self._scheme)[1:], row.cells, strict=True):
            column.addWidget(Text(self._look_of_table, head, "caption", "ink2"))
            column.addWidget(Text(self._look_of_table, _stacked(cell), "small"))
        return block

    def _make_room(self) -> None:
        """The heads stand above their columns also where a scroll bar takes room."""
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        if self._heads is not None:
            self._heads.setContentsMargins(_ACROSS, 8, _ACROSS + taken, 8)

    def _spoken(self) -> str:
        heads, parts, group = self._said.columns(self._scheme)[1:], [], ""
        for row in self._said.rows(self._scheme):
            group = row.group or group
            cells = "; ".join(f"{head}: {cell}" for head, cell in zip(heads, row.cells, strict=True))
            parts.append(f"{group}. {cells}.")
        note = self._said.scheme(self._scheme, "note")
        return self.tr("Table. {rows} {note}").format(rows=" ".join(parts), note=note)

    # ---- sources
    def toggle_sources(self) -> None:
        """Open or close what the rows cite, below the table."""
        if self._sources is None:
            self._sources = SourceList(self._look_of_table, self._words, self._scheme.cited)
            self._sources.setContentsMargins(_ACROSS, 0, _ACROSS, 12)
            self._rows.insertWidget(self._rows.count() - 1, self._sources)
            self._sources.show()
        else:
            self._sources.setVisible(self._sources.isHidden())
        if not self._sources.isHidden():
            QTimer.singleShot(0, self, self._show_sources)

    def _show_sources(self) -> None:
        """Scroll to them, once the table has made room."""
        if self._sources is not None:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(min(self._sources.y(), bar.maximum()))


def _stacked(cell: str) -> str:
    """What stands between semicolons gets a line of its own."""
    return "\n".join(line[:1].upper() + line[1:] for line in cell.split("; "))


def _shares(rows: tuple[RowWords, ...]) -> tuple[int, ...]:
    longest = [max(map(len, column)) for column in zip(*(row.cells for row in rows), strict=True)]
    return tuple(min(max(length, _LEAST_SHARE), _LARGEST_SHARE) for length in longest)
