"""What a scheme needs, and what of it is known of this child: calm marks, and never a conclusion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.services.reference import InputLine, InputState, tally
from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card, Scroll
from allcounsel.ui.parts.mark import MarkRing
from allcounsel.ui.parts.words import Text

_MARKS = {
    InputState.KNOWN: "check",
    InputState.WAITING: "clock",
    InputState.UNSETTLED: "question",
    InputState.UNKNOWN: "question",
    InputState.NOT_ASKED: "minus",
    InputState.NOT_NEEDED: "minus",
}
_RING = 24


class InputsCard(Card):
    """Nothing in it can be pressed; Tab reaches it, arrow keys scroll it, and its name says it all."""

    def __init__(self, look: Look, lines: tuple[InputLine, ...], also: tuple[str, ...]) -> None:
        super().__init__(look, padding=(1, 1))
        self._look_of_list = look
        self.column.setSpacing(0)
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(16, 14, 12, 6)
        head.setSpacing(3)
        head.addWidget(Text(look, self.tr("Inputs for this child"), "h3"))
        self.counts = Text(look, self._tally(lines), "caption", "ink2")
        head.addWidget(self.counts)
        self.column.addWidget(top)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(16, 2, 10, 12)
        rows.setSpacing(9)
        for line in lines:
            rows.addLayout(self._row(line))
        if also:
            heading = Text(look, self.tr("Also needed, not asked here"), "caption_strong", "ink2")
            heading.setContentsMargins(0, 8, 0, 0)
            rows.addWidget(heading)
            for words in also:
                rows.addWidget(Text(look, words, "small", "ink2"))
        rows.addStretch(1)
        self.column.addWidget(Scroll(inside, self._spoken(lines, also)), 1)

    def _row(self, line: InputLine) -> QHBoxLayout:
        level = QHBoxLayout()
        level.setSpacing(10)
        level.addWidget(MarkRing(self._look_of_list, _MARKS[line.state], _RING), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Text(self._look_of_list, line.question, "small_strong"))
        role = "ink" if line.state is InputState.KNOWN else "ink2"
        said.addWidget(Text(self._look_of_list, line.words, "small", role))
        level.addLayout(said, 1)
        return level

    def _tally(self, lines: tuple[InputLine, ...]) -> str:
        counts = tally(lines)
        open_ones = counts[InputState.UNKNOWN] + counts[InputState.UNSETTLED]
        parts = [self.tr("{n} known").format(n=counts[InputState.KNOWN])]
        if counts[InputState.WAITING]:
            parts.append(self.tr("{n} waiting").format(n=counts[InputState.WAITING]))
        if open_ones:
            parts.append(self.tr("{n} not known").format(n=open_ones))
        return " · ".join(parts)

    def _spoken(self, lines: tuple[InputLine, ...], also: tuple[str, ...]) -> str:
        parts = [f"{line.question}: {line.words}." for line in lines]
        if also:
            parts.append(self.tr("Also needed, not asked here: {also}.").format(also="; ".join(also)))
        return self.tr("Inputs for this child. {inputs}").format(inputs=" ".join(parts))
