"""The contract's relapse clocks ("The relapse clocks"), read a second time, apart from the program.

Like the second reading, which uses it, it imports nothing of the program and is slow and plain on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

Counted = tuple[int, int]  # whole months, and days on top

# The limits. A test plants a fault by moving one of them by a day.
YEAR_AND_A_HALF: Counted = (18, 0)  # k1, k5
THREE_YEARS_OF_DIAGNOSIS: Counted = (36, 0)  # k1
HALF_A_YEAR: Counted = (6, 0)  # k2, k5: up to it, and with it
THREE_YEARS_OF_REMISSION: Counted = (36, 0)  # k3: from it on
UNDER_HALF_A_YEAR: Counted = (6, 0)  # k4: before it
THREE_YEARS_OFF_TREATMENT: Counted = (36, 0)  # k4: up to it, and with it

WAITS = "waits"  # an answer that the clock needs is open
SILENT = "silent"  # all is known, and the source says nothing
Said = tuple[str, str] | str  # (band, lean), or one of the two
LATER_OR_WAITS: Mapping[bool | None, Said] = {None: WAITS, True: ("over 6", "later")}  # k5


@dataclass(frozen=True, slots=True)
class ClockReading:
    """One clock: what it counts, and its band and lean where it has any."""

    months: int | None
    days: int | None
    band: str | None
    lean: str | None
    waits: bool


@dataclass(frozen=True, slots=True)
class RelapseReading:
    """The contract's `relapse` object, and the two flags that come from it."""

    site: str | None
    isolated: str
    clocks: Mapping[str, ClockReading]
    agree: bool
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a case file tells of a relapse; None: not established."""

    sites: Sequence[str] | None
    marrow_checked: str | None
    diagnosed: date | None
    relapsed: date | None
    remission: date | None
    ended: date | None
    on_treatment: str | None


def read_relapse(told: Told) -> RelapseReading:
    """All five clocks, always."""
    on_treatment = told.on_treatment == "yes"
    since_diagnosis = between(told.diagnosed, told.relapsed)
    off_treatment = None if on_treatment else between(told.ended, told.relapsed)
    marrow = None if told.sites is None else "marrow" in told.sites
    remission = between(told.remission, told.relapsed)
    clocks = {
        "k1": clock(since_diagnosis, k1(marrow, since_diagnosis)),
        "k2": clock(off_treatment, k2(marrow, off_treatment, on_treatment=on_treatment)),
        "k3": clock(remission, k3(remission)),
        "k4": clock(off_treatment, k4(off_treatment, on_treatment=on_treatment)),
        "k5": clock(
            since_diagnosis, k5(told.sites, since_diagnosis, off_treatment, on_treatment=on_treatment)
        ),
    }
    leans = [each.lean for each in clocks.values()]
    agree = "sooner" not in leans or "later" not in leans
    flags = {"on_the_line"} & set(leans) | (set() if agree else {"clocks_disagree"})
    site = site_of(told.sites)
    return RelapseReading(site, isolated(site, told.marrow_checked), clocks, agree, frozenset(flags))


def clock(counted: Counted | None, said: Said) -> ClockReading:
    """A clock with its time and what it says of it."""
    months, days = counted or (None, None)
    band, lean = (None, None) if isinstance(said, str) else said
    return ClockReading(months, days, band, lean, said == WAITS)


# ---------------------------------------------------------------- time


@cache
def between(start: date | None, end: date | None) -> Counted | None:
    """Whole calendar months, and days on top, by walking: a month as long as one fits, then days."""
    if start is None or end is None or end < start:
        return None
    months = 0
    while anniversary(start, months + 1) <= end:
        months += 1
    days = 0
    while anniversary(start, months) + timedelta(days=days + 1) <= end:
        days += 1
    return months, days


def anniversary(start: date, months: int) -> date:
    """So many months later; for a day that does not exist, the day after the last one that does."""
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    day = first + timedelta(days=start.day - 1)
    return day if day.month == first.month else next_first(first)


def next_first(first: date) -> date:
    """The first of the month after."""
    return (first + timedelta(days=31)).replace(day=1)


# ---------------------------------------------------------------- place


def site_of(sites: Sequence[str] | None) -> str | None:
    """CF `site`."""
    if sites is None:
        return None
    places = set(sites)
    if places == {"marrow"}:
        return "isolated marrow"
    if "marrow" in places:
        return "combined"
    return {frozenset({"cns"}): "isolated CNS", frozenset({"testicle"}): "isolated testicular"}.get(
        frozenset(places), "other extramedullary"
    )


def isolated(site: str | None, marrow_checked: str | None) -> str:
    """CF: outside the marrow `unknown` until the marrow has been looked at."""
    certain = {"isolated marrow": "yes", "combined": "no"}
    if site in certain:
        return certain[site]
    return "yes" if site is not None and marrow_checked == "yes" else "unknown"


# ---------------------------------------------------------------- the table, row by row


def k1(marrow: bool | None, since: Counted | None) -> Said:
    """From diagnosis."""
    if marrow is None or since is None:
        return WAITS
    lines = [YEAR_AND_A_HALF, THREE_YEARS_OF_DIAGNOSIS] if marrow else [YEAR_AND_A_HALF]
    if since in lines:
        return f"on line {lines.index(since) + 1}", "on_the_line"
    passed = sum(since > line for line in lines)
    if passed == len(lines):
        return f"over {lines[-1][0]}", "later"
    return ("under 18", "between 18 and 36")[passed], "sooner"


def k2(marrow: bool | None, off: Counted | None, *, on_treatment: bool) -> Said:
    """From the end of treatment, with marrow; exactly 6 months still belong to the 6 months."""
    if marrow is None:
        return WAITS
    if not marrow:
        return SILENT
    if on_treatment:
        return "on treatment", "sooner"
    if off is None:
        return WAITS
    return ("over 6", "later") if off > HALF_A_YEAR else ("up to 6", "sooner")


def k3(remission: Counted | None) -> Said:
    """From first remission: exactly 3 years count as 3 years."""
    if remission is None:
        return WAITS
    return SILENT if remission < THREE_YEARS_OF_REMISSION else ("3 years", "later")


def k4(off: Counted | None, *, on_treatment: bool) -> Said:
    """From the end of treatment, wherever it came back: exactly 6 months are no longer under 6."""
    if on_treatment:
        return "on treatment", "sooner"
    if off is None:
        return WAITS
    if off > THREE_YEARS_OFF_TREATMENT:
        return SILENT
    return ("under 6", "sooner") if off < UNDER_HALF_A_YEAR else ("6 to 36", "between")


def k5(
    sites: Sequence[str] | None, since: Counted | None, off: Counted | None, *, on_treatment: bool
) -> Said:
    """From both; with marrow it speaks of more than 6 months after treatment, and of nothing else."""
    if sites is None:
        return WAITS
    ended = None if off is None else off > HALF_A_YEAR
    beyond = False if on_treatment else ended
    if "marrow" in sites:
        return {**LATER_OR_WAITS, False: SILENT}[beyond]
    if set(sites) != {"cns"}:
        return SILENT
    if since is None:
        return WAITS
    if since < YEAR_AND_A_HALF:
        return "under 18", "sooner"
    return {**LATER_OR_WAITS, False: ("18 or more, within 6", "sooner")}[beyond]
