"""After a relapse: where it came back, and the five clocks, all of them, each from its own day."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Clock, Counted, RelapseFinding
from allcounsel.domain.relapse import LATER, SOONER
from allcounsel.domain.truth import Truth
from allcounsel.ui.core_words import in_words
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
        self._look_of_rows = look
        entries = [_Entry(self.tr("Where"), self._site(relapse))]
        if not relapse.agree:
            entries.append(_Entry(self.tr("The clocks disagree"), self._disagreement(relapse)))
        entries += [self._of_clock(clock) for clock in relapse.clocks]
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 4, 0, 8)
        rows.setSpacing(0)
        for index, entry in enumerate(entries):
            if index:
                rows.addWidget(Hairline(look))
            rows.addWidget(self._row(entry))
        rows.addStretch(1)
        self.column.addWidget(Scroll(inside, ". ".join(map(str, entries))))

    def _row(self, entry: _Entry) -> QWidget:
        look = self._look_of_rows
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(1)
        stacked = QBoxLayout.Direction.TopToBottom if look.stacked else QBoxLayout.Direction.LeftToRight
        head = QBoxLayout(stacked)
        head.setSpacing(1 if look.stacked else 16)
        head.addWidget(Text(look, entry.title, "strong"), 1)
        if entry.lean:
            head.addWidget(Text(look, entry.lean, "strong").on_one_line())
        column.addLayout(head)
        column.addWidget(Text(look, entry.said, "body"))
        if entry.sources:
            column.addWidget(Marked(look, entry.sources, "caption", "ink2"))
        return row

    def _of_clock(self, clock: Clock) -> _Entry:
        sources = " ".join(source_lines(self._words.words, clock.sources))
        return _Entry(self._words.clock(clock.id), self._said(clock), self._words.lean(clock), sources)

    def _disagreement(self, relapse: RelapseFinding) -> str:
        leans = [clock.lean for clock in relapse.clocks]
        said = self.tr("Of the five, {sooner} count as sooner and {later} as later. See each below.")
        return said.format(sooner=leans.count(SOONER), later=leans.count(LATER))

    def _site(self, relapse: RelapseFinding) -> str:
        """Never "only there" before the marrow was looked at."""
        if relapse.site in _BARE and relapse.isolated is Truth.UNKNOWN:
            site = self._words.site(_BARE[relapse.site])
            return self.tr("{site}; whether only there is open until the marrow is looked at").format(
                site=site
            )
        return self._words.site(relapse.site)

    def _said(self, clock: Clock) -> str:
        """The time that was counted, and the band it falls into, or what is missing."""
        if clock.waits:
            open_now = ", ".join(self._words.question(feature) for feature in clock.lacks)
            return self.tr("Still open: {questions}.").format(questions=open_now)
        plain = [Counted("", clock.months, clock.days)] if clock.months is not None else []
        rests_on = clock.intervals or ([] if clock.id == "k5" else plain)
        counted = ", ".join(map(self._counted, rests_on))
        said = ": ".join(filter(None, [counted, in_words(clock.band or "")]))
        return f"{said[:1].upper()}{said[1:]}" or self.tr("This source has no statement here.")

    def _counted(self, counted: Counted) -> str:
        if counted.months is None:
            return self.tr("still on treatment")
        months = self.tr("1 month") if counted.months == 1 else self.tr("{n} months").format(n=counted.months)
        days = self.tr("1 day") if counted.days == 1 else self.tr("{n} days").format(n=counted.days or 0)
        starts = {
            "date_of_diagnosis": self.tr("{months} and {days} from diagnosis"),
            "relapse.end_of_treatment": self.tr("{months} and {days} from the end of treatment"),
        }
        template = starts.get(counted.start, self.tr("{months} and {days}"))
        return template.format(months=months, days=days)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the table. ``lean``: which way a clock leans."""

    title: str
    said: str
    lean: str = ""
    sources: str = ""

    def __str__(self) -> str:
        lean = f"{self.lean}. " if self.lean else ""
        return f"{self.title}: {lean}{self.said}"
