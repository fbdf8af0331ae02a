"""Every combination of what a relapse, or refractory disease, is told apart by, as case files.

No sampling: each value stands for a class of the texts, the limits of a class by a value on, just below and
just above them. "Not known" takes turns between its three ways: left out, pending, unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, count, product
from typing import Any

from helpers.second_clocks import between

Json = dict[str, Any]
Values = Mapping[str, tuple[Any, ...]]  # dotted path -> every value; None: not known

OPEN = None
PLACES = ("marrow", "cns", "testicle", "other")
SITES = (OPEN, *(list(chosen) for size in range(1, 5) for chosen in combinations(PLACES, size)))
YES_NO_OPEN = ("yes", "no", OPEN)

ROADS: Values = {
    "age_at_diagnosis": ({"years": 0, "months": 11}, {"years": 1, "months": 0}, {"years": 12}, OPEN),
    "genetics.bcr_abl1": ("detected", "not_detected", "failed", OPEN),
    "lineage": ("b_cell", "t_cell", OPEN),
    "prior.transplant": YES_NO_OPEN,
    "relapse.second_remission": YES_NO_OPEN,
    "relapse.number": (1, 2, 3, OPEN),
    "relapse.sites": SITES,
}
"""What the road of a relapse rests on, and nothing else (a test says so)."""

FEWER_ROADS: Values = {
    **ROADS,
    "age_at_diagnosis": ({"years": 1, "months": 0}, {"years": 0, "months": 11}),
    "genetics.bcr_abl1": (OPEN, "detected"),
    "relapse.number": (1, 2, OPEN),
    "relapse.sites": (OPEN, ["marrow"], ["cns"], ["testicle", "other"], ["marrow", "cns"]),
}
"""A slice for every run."""

NOT_ON_THE_ROAD: Values = {
    "relapse.marrow_checked": YES_NO_OPEN,
    "prior.car_t": YES_NO_OPEN,
    "prior.blinatumomab": YES_NO_OPEN,
    "prior.cranial_radiation": YES_NO_OPEN,
    "relapse.on_treatment": YES_NO_OPEN,
}
"""What else is asked, beside the days; it never changes a road."""


def every(values: Values, **fixed: Any) -> Iterator[Json]:
    """One case file for each combination of the values."""
    ways = (way for _ in count() for way in ("left out", "pending", "unknown"))
    for combination in product(*values.values()):
        case: Json = {**fixed}
        for path, value in zip(values, combination, strict=True):
            way = next(ways) if value is OPEN else ""
            if way != "left out":
                put(case, path, way or value)
        yield case


def how_many(values: Values) -> int:
    """The number of combinations."""
    found = 1
    for each in values.values():
        found *= len(each)
    return found


def put(case: Json, path: str, value: object) -> None:
    """Set a value by its dotted path."""
    *objects, last = path.split(".")
    for name in objects:
        case = case.setdefault(name, {})
    case[last] = value


# ---------------------------------------------------------------- days

RELAPSES = (date(2023, 7, 15), date(2024, 2, 29), date(2024, 3, 1), date(2023, 3, 1))
"""A plain day, a leap day, and the days on which a month too short for its day is counted full."""

BESIDE = (-1, 0, 1)


def days_before(relapse: date, *limits: int) -> list[date]:
    """For each limit in months: every start that is exactly so far back, the last that is no nearer, and
    the days beside those.
    """
    found = set()
    for months in limits:
        starts = list(days_from(relapse - timedelta(days=31 * months + 31), 31 + months))
        far_enough = [day for day in starts if counted(day, relapse) >= (months, 0)]
        exact = {day for day in far_enough if counted(day, relapse) == (months, 0)}
        found |= {day + timedelta(days=beside) for day in (*exact, far_enough[-1]) for beside in BESIDE}
    return sorted(found)


def counted(start: date, end: date) -> tuple[int, int]:
    """Months and days between two days that are in order."""
    found = between(start, end)
    assert found is not None
    return found


def days_from(start: date, how_many_days: int) -> Iterator[date]:
    """So many days, one after another."""
    return (start + timedelta(days=day) for day in range(how_many_days))


def every_time(relapse: date, sites: tuple[Any, ...], checked: tuple[Any, ...]) -> Iterator[Json]:
    """Every class of every clock at once; combinations that the case file refuses are left to the caller."""
    values: Values = {
        "relapse.sites": sites,
        "relapse.marrow_checked": checked,
        "relapse.on_treatment": YES_NO_OPEN,
        "date_of_diagnosis": (OPEN, *map(str, days_before(relapse, 18, 36))),
        "relapse.first_remission": (OPEN, *map(str, days_before(relapse, 36))),
        "relapse.end_of_treatment": (OPEN, str(relapse), *map(str, days_before(relapse, 6, 36))),
        "relapse.date": (OPEN, str(relapse)),
    }
    return every(values, situation="relapse")


# ---------------------------------------------------------------- refractory disease

COUNTS: Values = {
    "wbc_at_diagnosis": (
        {"value": 49, "unit": "10*9/L"},
        {"value": 50, "unit": "10*9/L"},
        {"value": 49999, "unit": "/uL"},
        OPEN,
    ),
    "wbc_before_steroids_or_fluids": YES_NO_OPEN,
    "steroids_before_treatment": ("none", "up_to_24h", "over_24h", "duration_unknown", OPEN),
}
GENE_RESULTS = ("detected", "not_detected", "failed", "not_tested", OPEN)
VERY_HIGH_GENES: Values = {
    f"genetics.{gene}": GENE_RESULTS for gene in ("kmt2a_r", "hypodiploidy_lt44", "tcf3_hlf")
}
HIGHER_GENES: Values = {
    **{f"genetics.{gene}": GENE_RESULTS for gene in ("iamp21", "bcr_abl1_like", "ikzf1_deletion")},
    "genetics.chromosome_number": (43, 44, 45, 46, OPEN),
}
BLOCKS: Mapping[str, Values] = {"P4": COUNTS, "P7": VERY_HIGH_GENES, "P8": HIGHER_GENES}
"""The parts of "no other high-risk feature" that rest on several questions; no question is in two of them."""

TRUTHS_OF_BLOCKS: Mapping[str, Mapping[str, Json]] = {
    "P4": {
        "yes": {"wbc_at_diagnosis": {"value": 50, "unit": "10*9/L"}},
        "no": {"wbc_at_diagnosis": {"value": 49, "unit": "10*9/L"}},
        "unknown": {
            "wbc_at_diagnosis": {"value": 49, "unit": "10*9/L"},
            "steroids_before_treatment": "over_24h",
        },
    },
    "P7": {
        "yes": {"genetics": {"kmt2a_r": "detected"}},
        "no": {"genetics": dict.fromkeys(("kmt2a_r", "hypodiploidy_lt44", "tcf3_hlf"), "not_detected")},
        "unknown": {"genetics": dict.fromkeys(("kmt2a_r", "hypodiploidy_lt44"), "not_detected")},
    },
    "P8": {
        "yes": {"genetics": {"chromosome_number": 45}},
        "no": {"genetics": dict.fromkeys(("iamp21", "bcr_abl1_like", "ikzf1_deletion"), "not_detected")},
        "unknown": {"genetics": dict.fromkeys(("iamp21", "ikzf1_deletion"), "not_detected")},
    },
}
"""One set of answers for each truth of a block."""

SUBGROUP: Values = {
    "age_at_diagnosis": (
        *({"years": years, "months": months} for years, months in ((0, 11), (1, 0), (5, 11), (6, 0))),
        OPEN,
    ),
    "lineage": ("b_cell", "t_cell", OPEN),
    "genetics.bcr_abl1": ("detected", "not_detected", "failed", OPEN),
    "cns_status": ("cns1", "cns3", "not_done", OPEN),
    "testicular_disease": ("yes", "no", "not_applicable", OPEN),
}
FEWER_OF_THE_SUBGROUP: Values = {
    **SUBGROUP,
    "genetics.bcr_abl1": ("not_detected", OPEN),
    "cns_status": ("cns1",),
    "testicular_disease": ("no",),
}
"""A slice for every run."""
ONE_OPEN_AT_A_TIME: Values = {
    **SUBGROUP,
    "age_at_diagnosis": tuple({"years": years} for years in (5, 0, 6)),
    "lineage": ("b_cell", "t_cell"),
    "genetics.bcr_abl1": ("not_detected", OPEN),
    "cns_status": ("cns1", OPEN),
    "testicular_disease": ("no", OPEN),
}
"""Enough to tell each part of the subgroup from nothing."""


def every_refractory(values: Values) -> Iterator[tuple[Json, dict[str, str]]]:
    """Every combination of these values with each truth of each block, and those truths."""
    for truths in product(("no", "unknown", "yes"), repeat=len(TRUTHS_OF_BLOCKS)):
        chosen = dict(zip(TRUTHS_OF_BLOCKS, truths, strict=True))
        for case in every(values, situation="refractory"):
            yield merged(case, *(TRUTHS_OF_BLOCKS[block][truth] for block, truth in chosen.items())), chosen


def merged(case: Json, *more: Json) -> Json:
    """One case of several parts; their objects are put together."""
    found = {**case}
    for part in more:
        for key, value in part.items():
            both = isinstance(value, dict) and isinstance(found.get(key), dict)
            found[key] = {**found[key], **value} if both else value
    return found
