"""How the paper is made: its languages, size of the text, colour or grey, and the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.handout import PaperChoices
from allcounsel.ui.look import Look
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.segments import Manner, Segments
from allcounsel.ui.parts.words import Text, show_if
from allcounsel.ui.tongue import LANGUAGES


class PaperOptions(QWidget):
    """``chosen``: something about the paper changed. ``offered``: the languages that can be printed."""

    chosen = Signal()

    def __init__(self, look: Look, offered: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        languages = tuple(language for language in LANGUAGES if language[0] in offered)
        self.language_cells = self._group(self.tr("Language"), languages, "en")
        self.beside = Check(look, "")
        self.beside.setObjectName("second-language")
        self.beside.toggled.connect(self.chosen)
        self.language_cells.picked.connect(self._name_the_other)
        self.language_note = Text(look, "", "small", "ink2")
        self.language_note.hide()
        for widget in (self.beside, self.language_note):
            self._column.insertWidget(self._column.count() - 1, widget)
        show_if(self.beside, wanted=len(languages) > 1)
        self._name_the_other()
        sizes = (("standard", "14 pt"), ("large", "18 pt"), ("giant", "24 pt"))
        self.size_cells = self._group(self.tr("Text size"), sizes, "standard")
        colours = (("colour", self.tr("Colour")), ("grey", self.tr("Grey")))
        self.colour_cells = self._group(self.tr("Print"), colours, "colour")
        papers = (("a4", "A4"), ("letter", self.tr("Letter")))
        self.paper_cells = self._group(self.tr("Paper"), papers, "a4")

    def _group(self, name: str, options: Sequence[tuple[str, str]], chosen: str) -> Segments:
        self._column.addWidget(Text(self._look, name, "strong"))
        cells = Segments(self._look, options, name, manner=Manner(fills=True))
        cells.name_cells(name)
        cells.show_values(chosen)
        cells.picked.connect(self.chosen)
        self._column.addWidget(cells)
        self._column.addSpacing(4)
        return cells

    @property
    def _other(self) -> str:
        """The language that can stand beside the chosen one."""
        return next(language for language, _ in LANGUAGES if language != self.language_cells.value)

    def _name_the_other(self) -> None:
        words = self.tr("{language} beside it, line by line").format(language=dict(LANGUAGES)[self._other])
        self.beside.say(words)

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that stand on the paper."""
        return (self.language_cells.value, *((self._other,) if self.beside.isChecked() else ()))

    def choices(self, *, numbers: bool, cards: tuple[str, ...] = ()) -> PaperChoices:
        """The paper as chosen."""
        return replace(
            PaperChoices(),
            language=self.language_cells.value,
            size=self.size_cells.value,
            grey=self.colour_cells.value == "grey",
            paper=self.paper_cells.value,
            numbers=numbers,
            cards=cards,
            second_language=self._other if self.beside.isChecked() else "",
        )
