"""The words of published schemes and of the sources' conflicts: the same for every child."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.reference import Conflict, Scheme, Side
from allcounsel.services.currency import newer_than, when, where_written
from allcounsel.services.dates import NO_BREAK
from allcounsel.services.words import THIN_SPACE, Words

WORD_JOINER = "\u2060"

_THOUSANDS = re.compile(r"(\d) (\d{3})\b")
_UNIT = re.compile(r"(\d) (%|years|months|weeks|days|hours|años|meses|semanas|días|horas)")
_NUMBERED = re.compile(r"\b([Ww]eek|[Dd]ay|[Ss]emana|[Dd]ía) (\d)")


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row of a table in words. ``group``: empty where the row belongs to the group above it."""

    group: str
    cells: tuple[str, ...]
    sources: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class SideWords:
    """What one side says, from when, and what has become of it: why it is not used, or what is newer."""

    when: str
    says: str
    standing: str


class ReferenceWords:
    """Looks words up; knows no case, so that no row can be told from another by a child."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def _say(self, key: str) -> str:
        return unbroken(self._words.text(f"reference.{key}", **self._words.release.settings))

    def scheme(self, scheme: Scheme, part: str) -> str:
        """``name``, ``title``, ``about`` or ``note`` of a scheme."""
        return self._say(f"schemes.{scheme.id}.{part}")

    def when(self, scheme: Scheme) -> str:
        """The year of the text that the table was read in, or that it gives none."""
        return when(self._words, self._words.release.sources[scheme.source])

    def where(self, scheme: Scheme) -> str:
        """Where the table was read, with its year, and what has superseded it."""
        return where_written(self._words, self._words.release.sources[scheme.source])

    def columns(self, scheme: Scheme) -> tuple[str, ...]:
        """The heads of the columns, that of the groups first."""
        return tuple(self.scheme(scheme, f"columns.{column}") for column in ("group", *scheme.columns))

    def also(self, scheme: Scheme) -> tuple[str, ...]:
        """What the scheme needs and allcounsel does not ask."""
        return tuple(self.scheme(scheme, f"also.{name}") for name in scheme.also)

    def rows(self, scheme: Scheme) -> tuple[RowWords, ...]:
        """The table."""
        rows, above = [], ""
        for row in scheme.rows:
            group = "" if row.group == above else self.scheme(scheme, f"groups.{row.group}")
            cells = tuple(self.scheme(scheme, f"rows.{row.id}.{column}") for column in scheme.columns)
            rows.append(RowWords(group, cells, row.sources))
            above = row.group
        return tuple(rows)

    def differs(self, conflict: Conflict) -> str:
        """What differs, in one sentence."""
        return self._say(f"conflicts.{conflict.id}.differs")

    def shown(self, conflict: Conflict) -> str:
        """How allcounsel shows it."""
        return self._say(f"conflicts.{conflict.id}.shown")

    def seen_on(self, conflict: Conflict) -> str:
        """Where that can be seen."""
        return ", ".join(self._say(f"seen_on.{where}") for where in conflict.seen_on)

    def sides(self, conflict: Conflict) -> tuple[SideWords, ...]:
        """Every side, in order."""
        return tuple(
            SideWords(
                self._years(side.sources),
                self._say(f"conflicts.{conflict.id}.sides.{side.id}"),
                self._standing(side),
            )
            for side in conflict.sides
        )

    def _years(self, evidence: tuple[EvidenceId, ...]) -> str:
        sources = [self._words.release.source_of(one) for one in evidence]
        return ", ".join(dict.fromkeys(when(self._words, source) for source in sources))

    def _standing(self, side: Side) -> str:
        reason = self._say(f"suppressed.{side.suppressed}") if side.suppressed else ""
        return " ".join(filter(None, (reason, *newer_than(self._words, side.sources))))


def unbroken(text: str) -> str:
    """A number stays with its unit and its name on one line, and thousands are set apart by thin spaces."""
    text = _THOUSANDS.sub(rf"\1{THIN_SPACE}\2", text).replace(" × ", f"{NO_BREAK}×{NO_BREAK}")
    text = text.replace("/L", f"/{WORD_JOINER}L")
    text = _UNIT.sub(rf"\1{NO_BREAK}\2", text)
    return _NUMBERED.sub(rf"\1{NO_BREAK}\2", text)
