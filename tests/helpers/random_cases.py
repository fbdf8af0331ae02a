"""Random valid case files, heavy on boundaries, that touch every key of the public contract.

It knows the contract's keys and limits and nothing of the rules: what a case means is for its readers to say.
"""

from __future__ import annotations

import copy
import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

T = TypeVar("T")
Json = dict[str, Any]
Weights = dict[str, int]  # value -> how often

LAST_DAY = date(2026, 11, 1)  # no date of a case is later
LEVELS = (0.0, 0.1, 0.3, 0.6, 0.9)  # how much of a case is not known
LEFT_OUT = "left out"
UNKNOWN = (LEFT_OUT, "pending", "unknown")
LEFT_OUT_OFTEN = 0.6  # for keys that no rule reads, whatever the level

LEAP_BIRTHS = tuple(date(year, 2, 29) for year in (2004, 2008, 2012, 2016, 2020, 2024))
EDGE_BIRTHS = (date(2011, 2, 28), date(2012, 3, 1), date(2014, 12, 31), date(2015, 1, 1), date(2013, 8, 31))
COUNTS = (
    "0.4",
    "8",
    "20",
    "42",
    "48",
    "49.9",
    "49.95",
    "49.99",
    "49.999",
    "50",
    "50.001",
    "50.5",
    "51",
    "600",
)
PERCENTS = (0.0001, 0.001, 0.005, 0.009, 0.0099, 0.01, 0.011, 0.05, 0.5, 0.99, 0.999, 1, 1.0, 1.2, 5, 30, 100)
DETECTION_LIMITS = (0.0001, 0.001, 0.005, 0.01, 0.011, 0.1, 1, 1.0, 5)
METHODS: Weights = {"flow": 5, "pcr": 3, "ngs": 2, "fusion_transcript": 2, "unknown": 2}
YES_NO: Weights = {"yes": 1, "no": 1}

SITUATIONS: Weights = {"first_treatment": 75, "refractory": 12, "relapse": 13}
PHASES: Weights = dict.fromkeys(
    ("not_started", "induction", "end_of_induction", "consolidation", "maintenance", "after_treatment"), 1
)
SCALARS: dict[str, Weights] = {
    "lineage": {"b_cell": 74, "t_cell": 22, "mixed": 1, "mature_b": 1, "lymphoma": 2},
    "wbc_before_steroids_or_fluids": {"yes": 7, "no": 2},
    "testicular_disease": {"yes": 2, "no": 6, "not_applicable": 6},
    "down_syndrome": {"yes": 1, "no": 6},
    "steroids_before_treatment": {"none": 9, "up_to_24h": 1, "over_24h": 1, "duration_unknown": 1},
    "prednisone_response_day8": {"good": 4, "poor": 1, "not_used": 2},
    "phase": PHASES,
}
CNS: Weights = {"cns1": 6, "cns2": 3, "cns3": 2, "traumatic_with_blasts": 1, "traumatic_without_blasts": 1}
# In a hundred known results, so many are "detected": four very-high genes must not drown the milder groups.
DETECTED = {
    "bcr_abl1": 5,
    "kmt2a_r": 3,
    "hypodiploidy_lt44": 3,
    "tcf3_hlf": 3,
    "iamp21": 6,
    "bcr_abl1_like": 6,
    "ikzf1_deletion": 8,
    "etv6_runx1": 25,
    "double_trisomy_4_10": 20,
    "high_hyperdiploidy": 25,
    "tcf3_pbx1": 8,
}
# A child with nothing found. A third of the cases keep only two draws and are like this in all else: where
# much is drawn at once one severe finding hides the next, and no single answer would ever decide.
NOTHING_FOUND: dict[tuple[str, ...], Any] = {
    ("lineage",): "b_cell",
    ("age_at_diagnosis",): {"years": 5},
    ("wbc_at_diagnosis",): {"value": 20, "unit": "10*9/L"},
    ("wbc_before_steroids_or_fluids",): "yes",
    ("steroids_before_treatment",): "none",
    ("slow_response",): "no",
    **{("genetics", gene): "not_detected" for gene in DETECTED},
    ("end_of_induction", "marrow"): "m1",
    ("end_of_induction", "mrd"): {"below": 0.01, "method": "flow"},
    ("end_of_induction", "extramedullary_clear"): "yes",
}
MEDICINES = ("vincristine", "steroids", "asparaginase", "methotrexate", "mercaptopurine")
CAN_BE_DUE = ("lineage", "cns_status", "down_syndrome", "testicular_disease")


def random_case(rng: random.Random) -> Json:
    """One valid case file; how much of it is not known is drawn once for the whole case."""
    draw = Draw(rng, rng.choice(LEVELS))
    times = random_timeline(rng)
    situation = draw.weighted(SITUATIONS)
    case: Json = {"situation": situation}
    put_age(draw, case, times)
    put_count(draw, case)
    for key, weights in SCALARS.items():
        draw.put(case, key, draw.weighted(weights))
    draw.put(case, "cns_status", draw.weighted(CNS), (*UNKNOWN, "not_done"))
    put_slow_response(draw, case)
    draw.put(case, "genetics", random_genetics(draw))
    draw.put(case, "end_of_induction", random_end_of_induction(draw, times))
    draw.put(case, "start_of_treatment", times.start.isoformat())
    draw.put(case, "prior", random_prior(draw, situation))
    if situation == "relapse":
        draw.put(case, "relapse", random_relapse(draw, times))
    if draw.chance(1 / 3):
        quieten(draw, case)
    put_keys_no_rule_reads(draw, case)
    return case


# ---------------------------------------------------------------- drawing


@dataclass(frozen=True, slots=True)
class Draw:
    """Random choices for one case; `level` is the chance that a fact of it is not known."""

    rng: random.Random
    level: float

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self.rng.random() < probability

    def one_of(self, values: tuple[T, ...]) -> T:
        """Any of these, equally often."""
        return self.rng.choice(values)

    def weighted(self, weights: Weights) -> str:
        """One of the keys, as often as its weight says."""
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def put(self, case: Json, key: str, value: object, unknown: tuple[str, ...] = UNKNOWN) -> None:
        """Set a key to its value or, as often as the level says, to one of the ways not to know it."""
        whole = 0.4 if isinstance(value, dict) else 1.0  # an object's own keys can be unknown as well
        chosen = self.one_of(unknown) if self.chance(self.level * whole) else value
        if chosen != LEFT_OUT:
            case[key] = chosen

    def put_extra(self, case: Json, key: str, value: object) -> None:
        """Set a key that no rule reads, or leave it out."""
        if not self.chance(LEFT_OUT_OFTEN):
            self.put(case, key, value)


# ---------------------------------------------------------------- time


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dates in their order, none after LAST_DAY."""

    birth: date
    diagnosis: date
    start: date
    end_of_induction: date
    first_remission: date
    end_of_treatment: date
    relapse: date


def random_timeline(rng: random.Random) -> Timeline:
    """A child's dates; diagnosis often on, or a day beside, the first or tenth birthday."""
    birth, diagnosis = random_birth_and_diagnosis(rng)
    start = later(diagnosis, rng.choice((0, 0, 1, 3, 10)))
    check = later(start, rng.choice((0, 20, 28, 33, 42, 60)))
    remission = later(start, rng.choice((0, 28, 33, 42, 70)))
    end = later(remission, rng.choice((0, 200, 500, 730, 800, 1095)))
    after_end = rng.choice((0, 1, 90, 180, 184, 365, 1100))
    relapse = later(end, after_end)
    if rng.random() < 0.6:  # a relapse on, or a day beside, a limit of one of the clocks
        limits = ((diagnosis, 18), (diagnosis, 36), (remission, 36), (end, 6), (end, 36))
        on_the_line = in_months(*rng.choice(limits)) + timedelta(days=rng.choice((-1, 0, 1)))
        relapse = min(max(on_the_line, end), LAST_DAY)
    return Timeline(birth, diagnosis, start, check, remission, end, relapse)


def random_birth_and_diagnosis(rng: random.Random) -> tuple[date, date]:
    """Drawn again until the diagnosis is neither before the birth nor after LAST_DAY."""
    while True:
        any_day = date(2003, 1, 1) + timedelta(days=rng.randrange(365 * 23))
        birth = rng.choice((rng.choice(LEAP_BIRTHS), rng.choice(EDGE_BIRTHS), any_day, any_day))
        if rng.random() < 0.5:
            near_birthday = timedelta(days=rng.choice((-1, -1, 0, 0, 1)))
            diagnosis = birthday(birth, rng.choice((1, 1, 10, 10, 2))) + near_birthday
        else:
            diagnosis = birth + timedelta(days=rng.choice((rng.randrange(400), rng.randrange(365 * 20))))
        if birth <= diagnosis <= LAST_DAY:
            return birth, diagnosis


def birthday(birth: date, years: int) -> date:
    """The day a child turns so many years; 1 March when there is no 29 February."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def in_months(day: date, months: int) -> date:
    """So many months later; the 1st of the next month for a day that does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year, month + 2, 1)  # a short month is never December


def later(day: date, days: int) -> date:
    """So many days later, but not after LAST_DAY."""
    return min(day + timedelta(days=days), LAST_DAY)


def put_age(draw: Draw, case: Json, times: Timeline) -> None:
    """As an age, as two dates, as both, or (an age that belongs to no timeline) as a boundary."""
    if draw.chance(0.35):
        edges = ((0, 0), (0, 11), (1, 0), (9, 11), (10, 0), (5, 0), (draw.rng.randrange(40), 6))
        years, months = draw.one_of(edges)
        draw.put(case, "age_at_diagnosis", typed_age(draw, years, months))
        return
    if draw.chance(0.25):
        born, then = times.birth, times.diagnosis
        total = (then.year - born.year) * 12 + then.month - born.month - int(then.day < born.day)
        draw.put(case, "age_at_diagnosis", typed_age(draw, *divmod(total, 12)))
    draw.put(case, "date_of_birth", times.birth.isoformat())
    draw.put(case, "date_of_diagnosis", times.diagnosis.isoformat())


def typed_age(draw: Draw, years: int, months: int) -> Json:
    """Years, and mostly months: these are optional."""
    return {"years": years} if draw.chance(0.3) else {"years": years, "months": months}


# ---------------------------------------------------------------- results


def put_count(draw: Draw, case: Json) -> None:
    """The white count, in any of the three units."""
    unit = draw.one_of(("10*9/L", "10*3/uL", "/uL"))
    value = Decimal(draw.one_of((*COUNTS, str(draw.rng.randrange(1, 3001)))))
    if unit == "/uL":
        value *= 1000
    number = int(value) if value == int(value) and draw.chance(0.8) else float(value)
    draw.put(case, "wbc_at_diagnosis", {"value": number, "unit": unit})


def put_slow_response(draw: Draw, case: Json) -> None:
    """A "yes" always comes with the protocol's definition."""
    draw.put(case, "slow_response", draw.weighted({"yes": 1, "no": 7, "not_used": 2}))
    if case.get("slow_response") == "yes":
        case["slow_response_definition"] = "as our protocol defines it"
    else:
        draw.put_extra(case, "slow_response_definition", "as our protocol defines it")


def random_genetics(draw: Draw) -> Json:
    """Each gene alone or with its method; now and then the chromosome number and the DNA index."""
    genetics: Json = {}
    for gene, hits in DETECTED.items():
        result: Json = {}
        known = draw.weighted({"detected": hits, "not_detected": 100 - hits})
        draw.put(result, gene, known, (*UNKNOWN, "failed", "not_tested"))
        if gene in result:
            with_method = draw.chance(0.3)
            genetics[gene] = {"result": result[gene], "method": "FISH"} if with_method else result[gene]
    draw.put_extra(genetics, "chromosome_number", draw.one_of((20, 30, 43, 44, 45, 46, 47, 55, 120)))
    draw.put_extra(genetics, "dna_index", draw.one_of((0.5, 0.8, 1, 1.0, 1.16, 1.2, 3.0)))
    return genetics


def random_mrd(draw: Draw) -> Json:
    """A percentage, or not found with the limit of the test; always with a method."""
    method = draw.weighted(METHODS)
    if draw.chance(0.4):
        return {"below": draw.one_of(DETECTION_LIMITS), "method": method}
    return {"percent": draw.one_of(PERCENTS), "method": method}


def random_end_of_induction(draw: Draw, times: Timeline) -> Json:
    """The marrow, the MRD and the sites outside the marrow after the first weeks."""
    found: Json = {}
    draw.put(found, "date", times.end_of_induction.isoformat())
    draw.put(found, "marrow", draw.weighted({"m1": 9, "m2": 2, "m3": 1}), (*UNKNOWN, "inadequate"))
    draw.put(found, "mrd", random_mrd(draw))
    draw.put(found, "extramedullary_clear", draw.weighted({"yes": 14, "no": 1}))
    return found


def random_prior(draw: Draw, situation: str) -> Json:
    """Earlier treatments; hardly any before a relapse."""
    weights: Weights = {"yes": 1, "no": 2} if situation == "relapse" else {"yes": 1, "no": 20}
    prior: Json = {}
    for key in ("transplant", "car_t", "blinatumomab", "cranial_radiation"):
        draw.put(prior, key, draw.weighted(weights))
    return prior


def random_relapse(draw: Draw, times: Timeline) -> Json:
    """A relapse whose dates fit together; on treatment there is no end of treatment."""
    places = ("marrow", "cns", "testicle", "other")
    relapse: Json = {}
    draw.put(relapse, "number", draw.one_of((1, 1, 1, 2, 3)))
    draw.put(relapse, "sites", draw.rng.sample(places, draw.one_of((1, 1, 1, 2, 3, 4))))
    draw.put(relapse, "date", times.relapse.isoformat())
    draw.put(relapse, "first_remission", times.first_remission.isoformat())
    draw.put(relapse, "on_treatment", draw.weighted(YES_NO))
    if relapse.get("on_treatment") != "yes":
        draw.put(relapse, "end_of_treatment", times.end_of_treatment.isoformat())
    draw.put(relapse, "marrow_checked", draw.weighted(YES_NO))
    draw.put(relapse, "marrow_mrd", random_mrd(draw))
    draw.put(relapse, "second_remission", draw.weighted(YES_NO))
    draw.put(relapse, "reinduction_mrd", random_mrd(draw))
    return relapse


def quieten(draw: Draw, case: Json) -> None:
    """Leave two answers as they were drawn and make the others those of a child with nothing found."""
    kept = draw.rng.sample(list(NOTHING_FOUND), 2)
    for path, value in NOTHING_FOUND.items():
        if path in kept:
            continue
        if path == ("age_at_diagnosis",):
            case.pop("date_of_birth", None)
            case.pop("date_of_diagnosis", None)
        place = case
        for key in path[:-1]:
            if not isinstance(place.get(key), dict):
                place[key] = {}
            place = place[key]
        place[path[-1]] = copy.deepcopy(value)


# ---------------------------------------------------------------- the rest of the contract


def put_keys_no_rule_reads(draw: Draw, case: Json) -> None:
    """Keys for the clinician's panel, the handout and the clinic; the team's group is among them."""
    if draw.chance(0.5):
        case["format"] = "allcounsel-case/1"
    draw.put_extra(case, "label", f"practice-{draw.rng.randrange(1000)}")
    draw.put_extra(case, "csf", random_csf(draw))
    draw.put_extra(case, "day8_blood_mrd", random_mrd(draw))
    draw.put_extra(case, "end_of_consolidation_mrd", random_mrd(draw))
    draw.put_extra(case, "medicines", draw.rng.sample(MEDICINES, draw.one_of((1, 2, 3))))
    draw.put_extra(case, "team_group", random_team_group(draw))
    draw.put_extra(case, "family", random_family(draw))
    due = [path for path in CAN_BE_DUE if case.get(path) == "pending"]
    genetics = case.get("genetics")
    if isinstance(genetics, dict):
        due += [f"genetics.{gene}" for gene in DETECTED if genetics.get(gene) == "pending"]
    if due and draw.chance(0.5):
        case["expected"] = {draw.rng.choice(due): LAST_DAY.isoformat()}


def random_csf(draw: Draw) -> Json:
    """The counts behind the CNS status."""
    csf: Json = {"wbc": draw.rng.randrange(20), "rbc": draw.rng.randrange(200)}
    return {**csf, "blasts": draw.weighted(YES_NO), "signs": draw.weighted(YES_NO)}


def random_team_group(draw: Draw) -> Json:
    """What the care team decided."""
    group = draw.one_of(("standard", "high", "very_high", "t_cell", "other"))
    return {"group": group, "protocol": "practice protocol", "reason": "as discussed"}


def random_family(draw: Draw) -> Json:
    """What the family wants of the handout."""
    return {
        "wants_numbers": draw.one_of(("yes", "no", "not_asked")),
        "reader": draw.one_of(("parent", "teenager")),
    }
