"""One idea of the talk: a picture at the left where there is one, few large words, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allcounsel.domain.icon_array import plan_icons
from allcounsel.services.family_view import Idea, Shown
from allcounsel.ui.diagram.view import DiagramView
from allcounsel.ui.look import Look
from allcounsel.ui.paint import draw
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Scroll
from allcounsel.ui.parts.icons import GroupMark
from allcounsel.ui.parts.words import Marked, Text

_MARK, _ARRAY = 260, 340
_SHORT = 26
"""A title with at most so many letters stands in the largest type."""


class IdeaPage(QWidget):
    """Made anew for each idea. ``wanted``: another part of the talk, from "Tell me more"."""

    wanted = Signal(str)

    def __init__(
        self, look: Look, idea: Idea, more: tuple[Idea, ...], asked: str, road: DiagramView | None
    ) -> None:
        """``more``: what the family can ask for from here, under ``asked``; ``road``: the picture."""
        super().__init__()
        self._look = look
        self.idea = idea
        self.chips: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(20))
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(look.px(56))
        beside = self._beside(idea)
        if beside is not None:
            across.addWidget(beside, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(self._words(idea, road), 1)
        column.addWidget(Scroll(inside, " ".join(piece.plain for piece in idea.pieces)), 1)
        if more:
            column.addWidget(Text(look, asked, "family_foot", "ink2"))
            column.addLayout(self._more(more))

    def _beside(self, idea: Idea) -> QWidget | None:
        if idea.shown is Shown.GROUP:
            # The picture stays as large as it is: in larger words the words need the room.
            mark = GroupMark(self._look, round(_MARK / max(self._look.scale, 1) ** 2))
            mark.show_group(idea.group or "", closed=idea.closed)
            return mark
        return CircleArray(self._look, idea.counts) if idea.shown is Shown.NUMBERS else None

    def _words(self, idea: Idea, road: DiagramView | None) -> QVBoxLayout:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(look.px(20))
        words.addStretch(1)
        short = idea.shown is Shown.GROUP and len(idea.title.plain) <= _SHORT
        words.addWidget(Text(look, idea.title.plain, "family_group" if short else "family_title"))
        for what, then in idea.rows:
            words.addLayout(self._row(what.text, then.text))
        sentences = [Marked(look, piece.text, "family") for piece in idea.sentences]
        lists = [Marked(look, f"•  {piece.text}", "family") for piece in idea.entries]
        for text in (*sentences, *lists):
            words.addWidget(text)
        if road is not None:
            words.addWidget(road)
        words.addStretch(2)
        return words

    def _row(self, what: str, then: str) -> QHBoxLayout:
        level = QHBoxLayout()
        level.setSpacing(self._look.px(24))
        level.addWidget(Marked(self._look, what, "family"), 1)
        level.addWidget(Text(self._look, then, "family_strong").on_one_line(), 0, Qt.AlignmentFlag.AlignTop)
        return level

    def _more(self, more: tuple[Idea, ...]) -> QHBoxLayout:
        chips = QHBoxLayout()
        chips.setSpacing(self._look.px(16))
        for idea in more:
            chip = Button(self._look, idea.title.plain)
            chip.clicked.connect(lambda _checked=False, about=idea.about: self.wanted.emit(about))
            chips.addWidget(chip)
            self.chips.append(chip)
        chips.addStretch(1)
        return chips


class CircleArray(QWidget):
    """The picture of the numbers: 100 circles; the words beside it say the same."""

    def __init__(self, look: Look, counts: tuple[int, ...]) -> None:
        super().__init__()
        self._look = look
        self._plan = plan_icons(counts, float(look.px(_ARRAY)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(look.px(_ARRAY), look.px(_ARRAY))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for part in self._plan.parts:
            draw(painter, self._look, part)
