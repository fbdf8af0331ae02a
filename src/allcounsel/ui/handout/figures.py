"""How the paper reads and scores, in figures: a warning, never a seal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from allcounsel.services.paper_figures import PaperFigures
from allcounsel.services.quality.checklist import Verdict
from allcounsel.services.readability import EnglishEase, ReadingEase, SpanishEase
from allcounsel.ui.core_words import in_words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.words import Text
from allcounsel.ui.tongue import LANGUAGES

_HARDEST = 5
Rows = Iterator[tuple[str, str]]


class FiguresList(QWidget):
    """Names at the left, figures at the right; people who listen hear each pair as one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.rows: tuple[tuple[str, str], ...] = ()

    def show_figures(self, found: Sequence[PaperFigures]) -> None:
        """New figures; the list is only laid out anew where they differ."""
        rows = tuple(row for figures in found for row in self._of(figures))
        if rows == self.rows:
            return
        self.rows = rows
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for line, (name, value) in enumerate(rows):
            self._add(line, name, value)

    def _add(self, line: int, name: str, value: str) -> None:
        left = Text(self._look, name, "small" if value else "strong", "ink2" if value else "ink")
        left.setAccessibleName(f"{name}: {value}" if value else name)
        self._grid.addWidget(left, line, 0, 1, 1 if value else 2)
        if value:
            self._grid.addWidget(Text(self._look, value, "small_strong").on_one_line(), line, 1)

    def _of(self, figures: PaperFigures) -> Rows:
        language = dict(LANGUAGES)[figures.language]
        yield self.tr("How it reads ({language})").format(language=language), ""
        reading = figures.reading
        yield from self._ease(reading.as_is, reading.told)
        text = reading.as_is.text
        yield self.tr("Words a sentence, longest"), f"{text.words_per_sentence:.1f}, {text.longest}"
        yield self.tr("Long words not explained"), str(sum(word.times for word in reading.hard))
        hardest = ", ".join(word.word for word in reading.hard[:_HARDEST])
        if hardest:
            yield self.tr("Most often: {words}").format(words=hardest), " "
        for score in figures.scores:
            judged, people = score.judged, score.counted(Verdict.PEOPLE)
            named = in_words(score.name)
            name = self.tr("{name}, {people} not judged").format(name=named, people=people)
            yield name, self.tr("{met} of {judged}").format(met=score.counted(Verdict.MET), judged=judged)

    def _ease(self, as_is: ReadingEase, told: ReadingEase) -> Rows:
        known = self.tr("Explained words taken as known")
        if isinstance(as_is, EnglishEase) and isinstance(told, EnglishEase):
            smog = f"{as_is.smog:.1f}" if as_is.smog is not None else self.tr("too short")
            yield self.tr("Grade (Flesch-Kincaid, SMOG)"), f"{as_is.grade:.1f}, {smog}"
            yield known, f"{told.grade:.1f}"
            yield self.tr("Passive sentences"), f"{as_is.passive_share:.0%}"
        elif isinstance(as_is, SpanishEase) and isinstance(told, SpanishEase):
            figures = f"{as_is.inflesz:.0f}, {as_is.fernandez_huerta:.0f}"
            yield self.tr("INFLESZ, Fernández-Huerta"), figures
            yield known, f"{told.inflesz:.0f}"
