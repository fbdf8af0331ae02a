"""When a source says that it was written, as it stands in the content: a day, a month, a year, or no date."""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NO_DATE = "No date given"
_WRITTEN = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?(\d{{4}})(; in part no date)?")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """As much of a date as a text gives; ``in_part``: some of what was read gives none."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    in_part: bool = False


def written_date(said: str) -> WrittenDate | None:
    """The date in these words; None for words of another form, which no family is shown."""
    if said == NO_DATE:
        return WrittenDate()
    found = _WRITTEN.fullmatch(said)
    if found is None:
        return None
    day, month, year, in_part = found.groups()
    return WrittenDate(
        int(year),
        MONTHS.index(month) + 1 if month else None,
        int(day) if day else None,
        in_part=bool(in_part),
    )
