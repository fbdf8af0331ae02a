"""The five clocks of a relapse and where it came back (case-format.md, The relapse clocks; evidence 4.6).

No band is ever a bare "early" or "late", and none of this reaches the family handout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from allcounsel.domain.answers import Absent
from allcounsel.domain.assessment import Clock, Counted, RelapseFinding
from allcounsel.domain.calendar import Span, span
from allcounsel.domain.case import Case
from allcounsel.domain.ids import EvidenceId, FeatureId
from allcounsel.domain.truth import Truth

SITES, ON_TREATMENT = FeatureId("relapse.sites"), FeatureId("relapse.on_treatment")
_END = FeatureId("relapse.end_of_treatment")
SOONER, LATER, BETWEEN, ON_THE_LINE = "sooner", "later", "between", "on_the_line"

CLOCK_SOURCES = {
    clock: tuple(EvidenceId(source) for source in sources)
    for clock, sources in {
        "k1": ("PH-112", "PH-102", "PH-117"),
        "k2": ("S1-13",),
        "k3": ("S2-11",),
        "k4": ("S2-12", "S2-13"),
        "k5": ("PH-130", "PH-116"),
    }.items()
}
_STARTS = {
    "k1": "date_of_diagnosis",
    "k2": "relapse.end_of_treatment",
    "k3": "relapse.first_remission",
    "k4": "relapse.end_of_treatment",
    "k5": "date_of_diagnosis",
}

RESTS_ON = {
    "result.k1": ("relapse.sites", "date_of_diagnosis", "relapse.date"),
    "result.k2": ("relapse.sites", "relapse.date", "relapse.on_treatment", "relapse.end_of_treatment"),
    "result.k3": ("relapse.date", "relapse.first_remission"),
    "result.k4": ("relapse.date", "relapse.on_treatment", "relapse.end_of_treatment"),
    "result.k5": (
        "relapse.sites",
        "date_of_diagnosis",
        "relapse.date",
        "relapse.on_treatment",
        "relapse.end_of_treatment",
    ),
    "result.site": ("relapse.sites",),
}
"""The questions behind what is worked out here."""

# Where the bands end.
_K1_SOON, _K1_LATE = 18, 36
_K2_SOON = Span(6, 0)
_K3_LATE = Span(36, 0)
_K4_SOON, _K4_BETWEEN = Span(6, 0), Span(36, 0)
_K5_BRAIN_SOON, _K5_SOON = Span(18, 0), Span(6, 0)

Reading = tuple[str | None, str | None] | None
"""Band and lean; None while an answer that the clock needs is open."""

NO_STATEMENT: Reading = (None, None)
"""Everything is known, and the source says nothing of it."""


@dataclass(frozen=True, slots=True)
class _Times:
    """Everything the clocks look at."""

    marrow: bool | None
    cns_only: bool
    on_treatment: bool
    from_diagnosis: Span | None
    from_remission: Span | None
    from_end: Span | None


def relapse_finding(case: Case) -> RelapseFinding:
    """Site, isolation and clocks of a relapse case."""
    times = _times(case)
    plain = (
        _clock("k1", times.from_diagnosis, _k1(times)),
        _clock("k2", None if times.on_treatment else times.from_end, _k2(times)),
        _clock("k3", times.from_remission, _k3(times)),
        _clock("k4", None if times.on_treatment else times.from_end, _k4(times)),
        replace(_clock("k5", times.from_diagnosis, _k5(times)), intervals=tuple(_k5_rests_on(times))),
    )
    clocks = tuple(replace(clock, lacks=_lacks(case, clock, times)) for clock in plain)
    leans = {clock.lean for clock in clocks}
    site = _site(_sites(case))
    return RelapseFinding(site, _isolated(case, site), clocks, not {SOONER, LATER} <= leans)


def contradicts_itself(case: Case) -> bool:
    """Whether the child is said to be on a treatment that had ended before the relapse."""
    ended, relapse = _day(case, "relapse.end_of_treatment"), _day(case, "relapse.date")
    on_treatment = case.text(ON_TREATMENT) == "yes"
    return on_treatment and ended is not None and relapse is not None and ended < relapse


def _clock(name: str, counted: Span | None, reading: Reading) -> Clock:
    band, lean = reading or (None, None)
    months, days = (counted.months, counted.days) if counted else (None, None)
    return Clock(name, _STARTS[name], months, days, band, lean, CLOCK_SOURCES[name], waits=reading is None)


def _lacks(case: Case, clock: Clock, times: _Times) -> tuple[FeatureId, ...]:
    """The questions that a clock waits for; one of them may settle that another is not needed."""
    if not clock.waits:
        return ()
    settled = {ON_TREATMENT} if _day(case, _END) else {_END} if times.on_treatment else set()
    if clock.id == "k5" and times.marrow:
        settled.add(FeatureId("date_of_diagnosis"))
    needed = map(FeatureId, RESTS_ON[f"result.{clock.id}"])
    return tuple(name for name in needed if name not in settled and isinstance(case.get(name), Absent))


def _sites(case: Case) -> tuple[str, ...]:
    answer = case.get(SITES)
    return answer if isinstance(answer, tuple) else ()


def _site(sites: tuple[str, ...]) -> str | None:
    if not sites:
        return None
    if "marrow" in sites:
        return "isolated marrow" if len(set(sites)) == 1 else "combined"
    if set(sites) == {"cns"}:
        return "isolated CNS"
    if set(sites) == {"testicle"}:
        return "isolated testicular"
    return "other extramedullary"


def _isolated(case: Case, site: str | None) -> Truth:
    if site is None:
        return Truth.UNKNOWN
    if site == "isolated marrow":
        return Truth.YES
    if site == "combined":
        return Truth.NO
    checked = case.text(FeatureId("relapse.marrow_checked")) == "yes"
    return Truth.YES if checked else Truth.UNKNOWN


def _day(case: Case, feature: str) -> date | None:
    answer = case.get(FeatureId(feature))
    return answer if isinstance(answer, date) else None


def _counted(start: date | None, end: date | None) -> Span | None:
    return span(start, end) if start and end and start <= end else None


def _times(case: Case) -> _Times:
    sites = _sites(case)
    relapse = _day(case, "relapse.date")
    ended = _day(case, "relapse.end_of_treatment")
    said = case.text(ON_TREATMENT)
    return _Times(
        marrow=None if not sites else "marrow" in sites,
        cns_only=set(sites) == {"cns"},
        on_treatment=said == "yes",
        from_diagnosis=_counted(_day(case, "date_of_diagnosis"), relapse),
        from_remission=_counted(_day(case, "relapse.first_remission"), relapse),
        from_end=_counted(ended, relapse),
    )


def _k1(times: _Times) -> Reading:
    counted = times.from_diagnosis
    if counted is None or times.marrow is None:
        return None
    lines = (_K1_SOON, _K1_LATE) if times.marrow else (_K1_SOON,)
    if counted.days == 0 and counted.months in lines:
        return f"exactly {counted.months} months", ON_THE_LINE
    if counted.months < _K1_SOON:
        return "under 18 months", SOONER
    if not times.marrow:
        return "over 18 months", LATER
    if counted.months < _K1_LATE:
        return "18 to 36 months", SOONER
    return "over 36 months", LATER


def _k2(times: _Times) -> Reading:
    if times.marrow is None:
        return None
    if not times.marrow:
        return NO_STATEMENT
    if times.on_treatment:
        return "on treatment", SOONER
    if times.from_end is None:
        return None
    if times.from_end <= _K2_SOON:
        return "up to 6 months after treatment", SOONER
    return "more than 6 months after treatment", LATER


def _k3(times: _Times) -> Reading:
    if times.from_remission is None:
        return None
    return NO_STATEMENT if times.from_remission < _K3_LATE else ("3 years or more", LATER)


def _k4(times: _Times) -> Reading:
    if times.on_treatment:
        return "on treatment", SOONER
    if times.from_end is None:
        return None
    if times.from_end < _K4_SOON:
        return "under 6 months after treatment", SOONER
    if times.from_end <= _K4_BETWEEN:
        return "6 months to 3 years after treatment", BETWEEN
    return NO_STATEMENT


def _k5(times: _Times) -> Reading:
    if times.marrow is None:
        return None
    if times.marrow:
        return _after_treatment(times, within=NO_STATEMENT)
    if not times.cns_only:
        return NO_STATEMENT
    if times.from_diagnosis is None:
        return None
    if times.from_diagnosis < _K5_BRAIN_SOON:
        return "under 18 months from diagnosis", SOONER
    soon = "18 months or more from diagnosis, on treatment or within 6 months after it", SOONER
    return _after_treatment(times, within=soon)


def _k5_rests_on(times: _Times) -> Iterator[Counted]:
    """With marrow the time after treatment; in the brain or spine alone that from diagnosis, then both."""
    from_diagnosis = times.from_diagnosis
    if times.cns_only and from_diagnosis:
        yield Counted(_STARTS["k5"], from_diagnosis.months, from_diagnosis.days)
    long = times.cns_only and from_diagnosis is not None and from_diagnosis >= _K5_BRAIN_SOON
    if not (times.marrow or long):
        return
    if times.on_treatment:
        yield Counted(_END, None, None)
    elif times.from_end:
        yield Counted(_END, times.from_end.months, times.from_end.days)


def _after_treatment(times: _Times, within: Reading) -> Reading:
    """Clock 5 from the end of treatment on; ``within``: on treatment, or up to 6 months after it."""
    if times.on_treatment:
        return within
    if times.from_end is None:
        return None
    return within if times.from_end <= _K5_SOON else ("more than 6 months after treatment", LATER)
