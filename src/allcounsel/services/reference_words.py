"""The words of published schemes and of the sources' conflicts: the same for every child."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.reference import Conflict, Scheme
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.rule import Source
from allcounsel.services.words import NO_BREAK, THIN_SPACE

WORD_JOINER = "\u2060"

_THOUSANDS = re.compile(r"(\d) (\d{3})\b")
_UNIT = re.compile(r"(\d) (%|years|months|weeks|days|hours)")
_NUMBERED = re.compile(r"\b(week|[Dd]ay) (\d)")


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row of a table in words. ``group``: empty where the row belongs to the group above it."""

    group: str
    cells: tuple[str, ...]
    sources: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class SideWords:
    """What one side says, from when, and why it is not used where it is not."""

    when: str
    says: str
    suppressed: str


class ReferenceWords:
    """Looks words up; knows no case, so that no row can be told from another by a child."""

    def __init__(self, release: ContentRelease, language: str = "en") -> None:
        self._release = release
        self._text = release.texts[language]

    def _say(self, key: str) -> str:
        return unbroken(self._text(f"reference.{key}", **self._release.settings))

    def scheme(self, scheme: Scheme, part: str) -> str:
        """``name``, ``title``, ``about`` or ``note`` of a scheme."""
        return self._say(f"schemes.{scheme.id}.{part}")

    def when(self, scheme: Scheme) -> str:
        """The year of the text that the table was read in, or that it gives none."""
        return self._when(self._release.sources[scheme.source])

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
                self._say(f"suppressed.{side.suppressed}") if side.suppressed else "",
            )
            for side in conflict.sides
        )

    def _years(self, evidence: tuple[EvidenceId, ...]) -> str:
        return ", ".join(dict.fromkeys(self._when(self._release.source_of(one)) for one in evidence))

    def _when(self, source: Source) -> str:
        return str(source.year) if source.year else self._say("no_date")


def unbroken(text: str) -> str:
    """A number stays with its unit and its name on one line, and thousands are set apart by thin spaces."""
    text = _THOUSANDS.sub(rf"\1{THIN_SPACE}\2", text).replace(" × ", f"{NO_BREAK}×{NO_BREAK}")
    text = text.replace("/L", f"/{WORD_JOINER}L")
    text = _UNIT.sub(rf"\1{NO_BREAK}\2", text)
    return _NUMBERED.sub(rf"\1{NO_BREAK}\2", text)
