"""The clinic's own facts: names, phone numbers and the fever threshold, without which nothing is exported."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FeverThreshold:
    """The temperature at which this clinic wants a call; ``measured``: where, in the clinic's words."""

    value: Decimal
    unit: str
    measured: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The clinic's picture, ready for paper: a small PNG that holds pixels and nothing else."""

    png: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Clinic:
    """One clinic. ``practice`` prints PRACTICE across each page."""

    name: str
    phone: str
    out_of_hours_phone: str
    emergency_number: str
    hospital: str
    country: str
    fever_threshold: FeverThreshold
    address: str = ""
    logo: Logo | None = None
    practice: bool = False
