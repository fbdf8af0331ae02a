"""What can be answered to a question: values with their units as typed, or an honest "not known yet"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class Absent(Enum):
    """Why there is no value; both are unknown to the rules and different to people."""

    UNKNOWN = "unknown"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Age:
    """Age at diagnosis in whole calendar years and months; months may be left out."""

    years: int
    months: int | None = None


WHITE_COUNT_UNITS = ("10*9/L", "10*3/uL", "/uL")
_PER_LITRE = {"10*9/L": Decimal(1), "10*3/uL": Decimal(1), "/uL": Decimal("0.001")}


@dataclass(frozen=True, slots=True)
class WhiteCount:
    """White cell count as typed, with its unit; never rounded (evidence 3, field 4a)."""

    value: Decimal
    unit: str

    @property
    def per_litre(self) -> Decimal:
        """The count in 10^9 per litre, exact."""
        return self.value * _PER_LITRE[self.unit]

    @property
    def per_microlitre(self) -> Decimal:
        """The count in cells per microlitre, exact."""
        return self.per_litre * 1000


KNOWN_MRD_METHODS = ("flow", "pcr", "ngs", "fusion_transcript")
MRD_METHODS = (*KNOWN_MRD_METHODS, "unknown")


@dataclass(frozen=True, slots=True)
class Mrd:
    """Minimal residual disease in percent: a value found, or "not found" with the limit of the test.

    The method ``unknown`` leaves the answer half open: one of the others will turn out to be the right one.
    """

    method: str
    percent: Decimal | None = None
    below: Decimal | None = None


@dataclass(frozen=True, slots=True)
class GeneResult:
    """Result of one gene test and, where given, how it was tested."""

    result: str
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """A number known only to lie from ``low`` (included) to ``high`` (left out)."""

    low: Decimal
    high: Decimal


Answer = Absent | Age | WhiteCount | Mrd | GeneResult | str | int | Decimal | date | tuple[str, ...]
"""One answer. ``tuple`` is a list of options (relapse sites, medicines)."""
