"""How days, months and ages are written in each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allcounsel.domain.answers import Age
from allcounsel.domain.written_date import MONTHS

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class DateWords:
    """``between``: what stands between day, month and year. ``years`` and ``months``: of one, of several."""

    month_names: tuple[str, ...]
    between: str
    years: tuple[str, str]
    months: tuple[str, str]

    def day(self, day: date) -> str:
        """``24 April 2026``, ``24 de abril de 2026``."""
        return f"{self.short_day(day)}{self.between}{day.year}"

    def short_day(self, day: date) -> str:
        """``24 April``, ``24 de abril``."""
        return f"{day.day}{self.between}{self.month_names[day.month - 1]}"

    def month(self, day: date) -> str:
        """``April 2026``, ``abril de 2026``."""
        return f"{self.month_names[day.month - 1]}{self.between}{day.year}"

    def age(self, age: Age) -> str:
        """``5 years 2 months``; months only where they are known."""
        years = f"{age.years}{NO_BREAK}{self.years[age.years != 1]}"
        return (
            years if age.months is None else f"{years} {age.months}{NO_BREAK}{self.months[age.months != 1]}"
        )


DATES = {
    "en": DateWords(MONTHS, NO_BREAK, ("year", "years"), ("month", "months")),
    "es": DateWords(
        (
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ),
        f"{NO_BREAK}de{NO_BREAK}",
        ("año", "años"),
        ("mes", "meses"),
    ),
}
"""By language."""
