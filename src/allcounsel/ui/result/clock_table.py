"""After a relapse: where it came back, and the five clocks, all of them, each from its own day."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.assessment import Clock, RelapseFinding
from allcounsel.domain.truth import Truth
from allcounsel.services.words import Words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.card import Card, Hairline, Scroll
from allcounsel.ui.parts.source_list import source_lines
from allcounsel.ui.parts.words import Marked, Text
from allcounsel.ui.screen_words import ScreenWords

_BARE = {"isolated CNS": "cns", "isolated testicular": "testicle"}


class ClockTable(Card):
    """For clinicians only; no band reaches the family's paper."""

    def __init__(self, look: Look, words: ScreenWords, relapse: RelapseFinding) -> None:
        super().__init__(look, padding=(1, 1))
        self._words = words
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 4, 0, 8)
        rows.setSpacing(0)
        spoken = [self._site(relapse)]
        rows.addWidget(self._entry(look, self.tr("Where"), self._site(relapse), ""))
        for clock in relapse.clocks:
            rows.addWidget(Hairline(look))
            said = self._time(clock)
            spoken.append(f"{words.clock(clock.id)}: {said}")
            rows.addWidget(self._entry(look, words.clock(clock.id), said, _sources(words.words, clock)))
        rows.addStretch(1)
        self.column.addWidget(Scroll(inside, ". ".join(spoken)))

    def _entry(self, look: Look, title: str, said: str, sources: str) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(1)
        column.addWidget(Text(look, title, "strong"))
        column.addWidget(Text(look, said, "body"))
        if sources:
            column.addWidget(Marked(look, sources, "caption", "ink2"))
        return entry

    def _site(self, relapse: RelapseFinding) -> str:
        """Never "only there" before the marrow was looked at."""
        if relapse.site in _BARE and relapse.isolated is Truth.UNKNOWN:
            site = self._words.site(_BARE[relapse.site])
            return self.tr("{site}; whether only there is open until the marrow is looked at").format(
                site=site
            )
        return self._words.site(relapse.site)

    def _time(self, clock: Clock) -> str:
        if clock.months is None:
            return clock.band or self._silent(clock)
        months = self.tr("1 month") if clock.months == 1 else self.tr("{n} months").format(n=clock.months)
        days = self.tr("1 day") if clock.days == 1 else self.tr("{n} days").format(n=clock.days or 0)
        counted = self.tr("{months} and {days}").format(months=months, days=days)
        return f"{counted}: {clock.band}" if clock.band else f"{counted}. {self._silent(clock)}"

    def _silent(self, clock: Clock) -> str:
        """Why there is no band: never "no statement" where an answer is missing."""
        if clock.waits:
            return self.tr("A date or the place is missing, so this clock waits.")
        return self.tr("This source has no statement here.")


def _sources(words: Words, clock: Clock) -> str:
    return " ".join(source_lines(words, clock.sources[:1]))
