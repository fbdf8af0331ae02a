"""A second, naive reading of the rules, written apart from the program, to check the real engine against.

It knows only two texts: the public contract of the case file ("CF", by heading) and sections 3 and 4 of the
clinical evidence ("P10", "R15" and so on are its rule ids). It imports nothing of the program, is slow and
plain on purpose, and expects a VALID case file that has been parsed from JSON. The relapse clocks stand in
second_clocks, the rows after induction and after a relapse in second_rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, TypeVar

from helpers.second_clocks import RelapseReading, Told, read_relapse

T = TypeVar("T")
Truth = bool | None  # yes, no, unknown
Nodes = dict[str, str]  # node id -> style

# The limits. A test plants a fault by changing one of them.
COUNT_LIMIT = Decimal(50)  # P4, x 10^9/L
FIRST_BIRTHDAY = 1  # P1, in completed years
TENTH_BIRTHDAY = 10  # P3, in completed years
MRD_YES = Decimal(1)  # P10, per cent
MRD_NO = Decimal("0.01")  # P10, per cent

GROUPS = ("standard", "high", "very_high", "t_cell")  # mildest first, t_cell last
OUT_OF_SCOPE = ("mixed", "mature_b", "lymphoma")  # R0
VERY_HIGH_GENES = ("bcr_abl1", "kmt2a_r", "hypodiploidy_lt44", "tcf3_hlf")  # P6 and P7
HIGHER_GENES = ("iamp21", "bcr_abl1_like", "ikzf1_deletion")  # P8
HIGHER_CHROMOSOME_NUMBERS = (44, 45)  # P8
COUNTING_METHODS = ("flow", "pcr", "ngs")  # CF "Leukaemia after the first 4 weeks"
STEROIDS_GIVEN = ("up_to_24h", "over_24h", "duration_unknown")  # CF "Count"
# CF: "Unknown is never no". None of these says that a fact is established.
NOT_ESTABLISHED = ("pending", "unknown", "failed", "not_tested", "not_done", "inadequate")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules say of one case: the part of an assessment that can be right or wrong."""

    status: str
    group: str | None
    possible_groups: tuple[str, ...]
    special_groups: frozenset[str]
    possible_special_groups: frozenset[str]
    flags: frozenset[str]
    nodes: Mapping[str, str]
    current: frozenset[str]
    relapse: RelapseReading | None = None


@dataclass(frozen=True, slots=True)
class Mrd:
    """A measured percentage, or (not found) the limit below which it lies; `method` None: not known."""

    percent: Decimal
    found: bool
    method: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """The features that the rules look at. None everywhere means: not established."""

    situation: str
    lineage: str | None
    age: int | None
    count: Decimal | None
    before_steroids: str | None
    steroids: str | None
    genes: Mapping[str, str | None]
    chromosome_number: int | None
    slow: str | None
    marrow: str | None
    mrd: Mrd | None
    clear: str | None
    cns: str | None
    testicle: str | None
    down: str | None


# One value for each class that the rules tell apart; an unknown feature completes to every one of them.
EVERY_LINEAGE = ("b_cell", "t_cell")  # CF: completes to these two only
EVERY_AGE = (0, 5, 12)
EVERY_COUNT = (Decimal(20), Decimal(80))
EVERY_STEROIDS = ("none", *STEROIDS_GIVEN)
EVERY_METHOD = (*COUNTING_METHODS, "fusion_transcript")
EVERY_GENE_RESULT = ("detected", "not_detected")
EVERY_MARROW = ("m1", "m2", "m3")
YES_OR_NO = ("yes", "no")
# Found in the "no" zone, the grey zone, the "yes" zone; not found by a test that can, or can not, see 0.01 %.
EVERY_MRD = tuple(
    Mrd(Decimal(percent), found, method)
    for percent, found in (("0.005", True), ("0.5", True), ("5", True), ("0.01", False), ("0.1", False))
    for method in EVERY_METHOD
)


def read(case: dict[str, Any]) -> Reading:
    """The second reading of one valid case file."""
    facts = facts_of(case)
    if facts.lineage in OUT_OF_SCOPE:  # R0, decided before anything else
        nothing: frozenset[str] = frozenset()
        return Reading("out_of_scope", None, (), nothing, nothing, nothing, {}, nothing)
    relapse = facts.situation == "relapse"
    possible = () if relapse else possible_groups(facts)
    group = None if relapse else group_for_now(facts, possible)
    special = special_groups(facts)
    clocks = read_relapse(told_of(case)) if relapse else None
    return Reading(
        status="not_applicable" if relapse else status_of(group, possible),
        group=group,
        possible_groups=possible,
        special_groups=frozenset(name for name, truth in special.items() if truth is True),
        possible_special_groups=frozenset(name for name, truth in special.items() if truth is not False),
        flags=frozenset(flags_of(facts, group, look(case, "team_group", "group")))
        | (clocks.flags if clocks else frozenset()),
        nodes=nodes_of(case, facts, group),
        current=frozenset(current_nodes(case, facts.situation)),
        relapse=clocks,
    )


# ---------------------------------------------------------------- the case file


def known(value: Any) -> Any:
    """The value, or None where it only says that the fact is not established."""
    return None if isinstance(value, str) and value in NOT_ESTABLISHED else value


def look(case: dict[str, Any], *path: str) -> Any:
    """The value at a path; None when it, or anything on the way to it, is left out or not established."""
    value: Any = case
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return known(value)


def facts_of(case: dict[str, Any]) -> Facts:
    """Every feature that the rules look at."""
    return Facts(
        situation=case["situation"],
        lineage=look(case, "lineage"),
        age=age_in_years(case),
        count=count_of(look(case, "wbc_at_diagnosis")),
        before_steroids=look(case, "wbc_before_steroids_or_fluids"),
        steroids=look(case, "steroids_before_treatment"),
        genes={gene: gene_result(case, gene) for gene in VERY_HIGH_GENES + HIGHER_GENES},
        chromosome_number=look(case, "genetics", "chromosome_number"),
        slow=look(case, "slow_response"),
        marrow=look(case, "end_of_induction", "marrow"),
        mrd=mrd_of(look(case, "end_of_induction", "mrd")),
        clear=look(case, "end_of_induction", "extramedullary_clear"),
        cns=look(case, "cns_status"),
        testicle=look(case, "testicular_disease"),
        down=look(case, "down_syndrome"),
    )


def told_of(case: dict[str, Any]) -> Told:
    """What the clocks of a relapse look at."""
    return Told(
        sites=look(case, "relapse", "sites"),
        marrow_checked=look(case, "relapse", "marrow_checked"),
        diagnosed=day_of(look(case, "date_of_diagnosis")),
        relapsed=day_of(look(case, "relapse", "date")),
        remission=day_of(look(case, "relapse", "first_remission")),
        ended=day_of(look(case, "relapse", "end_of_treatment")),
        on_treatment=look(case, "relapse", "on_treatment"),
    )


def day_of(text: str | None) -> date | None:
    """A date as it is written in a case file."""
    return None if text is None else date.fromisoformat(text)


def age_in_years(case: dict[str, Any]) -> int | None:
    """Field 3: completed years at diagnosis, as typed or from the two dates."""
    typed = look(case, "age_at_diagnosis", "years")
    born, diagnosed = look(case, "date_of_birth"), look(case, "date_of_diagnosis")
    if typed is not None:
        return int(typed)
    if born is None or diagnosed is None:
        return None
    return completed_years(date.fromisoformat(born), date.fromisoformat(diagnosed))


def completed_years(born: date, then: date) -> int:
    """Field 3a. Born on 29 February: in common years 28 February is before the birthday, 1 March is not."""
    birthday_is_ahead = (then.month, then.day) < (born.month, born.day)
    return then.year - born.year - int(birthday_is_ahead)


def count_of(wbc: dict[str, Any] | None) -> Decimal | None:
    """Field 4: the count in 10^9/L, neither rounded nor turned into a binary fraction."""
    if wbc is None:
        return None
    value = Decimal(str(wbc["value"]))
    return value / 1000 if wbc["unit"] == "/uL" else value


def gene_result(case: dict[str, Any], gene: str) -> str | None:
    """Field 10: `detected`, `not_detected` or not established; given alone or with its method."""
    given = look(case, "genetics", gene)
    result = known(given["result"]) if isinstance(given, dict) else given
    return None if result is None else str(result)


def mrd_of(mrd: dict[str, Any] | None) -> Mrd | None:
    """Field 15: a percentage found, or not found with the limit of the test."""
    if mrd is None:
        return None
    found = "percent" in mrd
    percent = Decimal(str(mrd["percent" if found else "below"]))
    return Mrd(percent, found, known(mrd["method"]))


# ---------------------------------------------------------------- predicates of the case as it stands


def count_is_50(count: Decimal | None, before_steroids: str | None, steroids: str | None) -> Truth:
    """P4."""
    if count is None:
        return None
    if count >= COUNT_LIMIT:
        return True
    after = before_steroids == "no" or (steroids in STEROIDS_GIVEN and before_steroids != "yes")
    return None if after else False


def any_gene(results: Iterable[str | None]) -> Truth:
    """P6 and P7 together, and P8: one detected is yes, all tested and none found is no."""
    results = tuple(results)
    if "detected" in results:
        return True
    return None if None in results else False


def slow_response(slow: str | None) -> Truth:
    """P9: as the clinician says; `not_used` counts as no."""
    return None if slow is None else slow == "yes"


def leukaemia(
    situation: str, marrow: str | None, mrd: Mrd | None, clear: str | None
) -> tuple[Truth, str | None]:
    """P10, leukaemia after the first 4 weeks, and the flag that goes with an unknown."""
    counts = mrd if mrd is not None and mrd.method in COUNTING_METHODS else None
    if situation == "refractory" or clear == "no":
        return True, None
    if counts is not None and counts.found and counts.percent >= MRD_YES:
        return True, None
    if marrow in ("m2", "m3"):
        return leukaemia_in_full_marrow(counts)
    if marrow == "m1":
        return leukaemia_in_clean_marrow(mrd, counts, clear)
    return None, None


def leukaemia_in_full_marrow(counts: Mrd | None) -> tuple[Truth, str | None]:
    """P10 for M2 and M3. (MRD found at 1 % or more has already answered.)"""
    if counts is None:
        return True, None
    surely_below_1 = counts.found or counts.percent <= MRD_YES
    return None, "marrow_mrd_discordant" if surely_below_1 else None


def leukaemia_in_clean_marrow(
    mrd: Mrd | None, counts: Mrd | None, clear: str | None
) -> tuple[Truth, str | None]:
    """P10 for M1. (MRD found at 1 % or more has already answered.)"""
    if counts is not None:
        below_line = counts.percent < MRD_NO if counts.found else counts.percent <= MRD_NO
        if below_line:
            return (False if clear == "yes" else None), None
        return None, "mrd_grey_zone"  # found from 0.01 % to below 1 %, or a test that can not see 0.01 %
    if mrd is not None and mrd.method == "fusion_transcript":
        return None, "mrd_grey_zone"
    return None, None


def special_groups(facts: Facts) -> dict[str, Truth]:
    """Evidence 4.3. Each rests on one feature, so it is possible exactly where it is not a no."""
    age = facts.age
    return {
        "t_cell": same(facts.lineage, "t_cell"),
        "infant": None if age is None else age < FIRST_BIRTHDAY,
        "age_10_plus": None if age is None else age >= TENTH_BIRTHDAY,
        "ph_positive": same(facts.genes["bcr_abl1"], "detected"),
        "down_syndrome": same(facts.down, "yes"),
        "cns3": same(facts.cns, "cns3"),
        "testicular": same(facts.testicle, "yes"),
    }


def same(value: str | None, wanted: str) -> Truth:
    """Whether a feature has a value; unknown when the feature is."""
    return None if value is None else value == wanted


# ---------------------------------------------------------------- groups


def first_line_that_holds(
    lineage: str | None, age: int | None, count: Truth, gene: Truth, slow: Truth, left: Truth
) -> str | None:
    """Evidence 4.2 in the order of CF "The group for first treatment and refractory disease"."""
    if lineage == "t_cell":  # R1
        return "t_cell"
    if (age is not None and age < FIRST_BIRTHDAY) or gene or slow or left:  # R2 to R6
        return "very_high"
    if (age is not None and age >= TENTH_BIRTHDAY) or count:  # R7, R9, R12
        return "high"
    if age is not None and count is False:  # R8, R10
        return "standard"
    return None  # R11, R13


def group_for_now(facts: Facts, possible: tuple[str, ...]) -> str | None:
    """The first line that holds for the case as it stands; else the only possible group; else none."""
    held = first_line_that_holds(
        facts.lineage,
        facts.age,
        count_is_50(facts.count, facts.before_steroids, facts.steroids),
        any_gene(facts.genes[gene] for gene in VERY_HIGH_GENES),
        slow_response(facts.slow),
        leukaemia(facts.situation, facts.marrow, facts.mrd, facts.clear)[0],
    )
    if held is None and len(possible) == 1:
        return possible[0]
    return held


def possible_groups(facts: Facts) -> tuple[str, ...]:
    """The group of every completion. No feature is in two of these blocks: each is completed apart."""
    every_case = product(
        completions(facts.lineage, EVERY_LINEAGE),
        completions(facts.age, EVERY_AGE),
        count_outcomes(facts),
        gene_outcomes(facts),
        {slow_response(slow) for slow in completions(facts.slow, YES_OR_NO)},
        leukaemia_outcomes(facts),
    )
    found = {first_line_that_holds(*complete) for complete in every_case}
    return tuple(group for group in GROUPS if group in found)


def completions(value: T | None, every: tuple[T, ...]) -> tuple[T, ...]:
    """What a feature can turn out to be: itself when known, else every class of answer."""
    return every if value is None else (value,)


def either_way(truth: Truth) -> tuple[bool, ...]:
    """CF: a predicate that a complete case still leaves undecided is for the protocol to decide."""
    return (True, False) if truth is None else (truth,)


def count_outcomes(facts: Facts) -> set[bool]:
    """P4 over all completions of count, timing and steroids together."""
    every_case = product(
        completions(facts.count, EVERY_COUNT),
        completions(facts.before_steroids, YES_OR_NO),
        completions(facts.steroids, EVERY_STEROIDS),
    )
    return {outcome for complete in every_case for outcome in either_way(count_is_50(*complete))}


def gene_outcomes(facts: Facts) -> set[bool]:
    """P6 and P7 over all completions of the four genes."""
    every_case = product(*(completions(facts.genes[gene], EVERY_GENE_RESULT) for gene in VERY_HIGH_GENES))
    return {outcome for complete in every_case for outcome in either_way(any_gene(complete))}


def leukaemia_outcomes(facts: Facts) -> set[bool]:
    """P10 over all completions of marrow, MRD (with its method) and the sites outside the marrow."""
    every_mrd = EVERY_MRD
    if facts.mrd is not None:
        methods = completions(facts.mrd.method, EVERY_METHOD)
        every_mrd = tuple(Mrd(facts.mrd.percent, facts.mrd.found, method) for method in methods)
    every_case = product(
        completions(facts.marrow, EVERY_MARROW), every_mrd, completions(facts.clear, YES_OR_NO)
    )
    return {
        outcome for complete in every_case for outcome in either_way(leukaemia(facts.situation, *complete)[0])
    }


def status_of(group: str | None, possible: tuple[str, ...]) -> str:
    """CF `status`, for first treatment and refractory disease."""
    if len(possible) == 1:
        return "final"
    return "not_assigned" if group is None else "provisional"


# ---------------------------------------------------------------- flags


def flags_of(facts: Facts, group: str | None, team: str | None) -> set[str]:
    """CF "Flags", without the two of the relapse clocks (see second_clocks)."""
    flags = set()
    if facts.situation == "first_treatment" and facts.lineage != "t_cell" and higher_for_some(facts):
        flags.add("some_protocols_higher")
    # Decided: the two limits belong to the groups, and a relapse has none (status not_applicable).
    grouped = facts.situation != "relapse"
    count_is_low = grouped and facts.count is not None and facts.count < COUNT_LIMIT
    if count_is_low and count_is_50(facts.count, facts.before_steroids, facts.steroids) is None:
        flags.add("count_after_steroids")
    response_flag = leukaemia(facts.situation, facts.marrow, facts.mrd, facts.clear)[1]
    if grouped and response_flag is not None:
        flags.add(response_flag)
    if team is not None and team != group:
        flags.add("team_differs")
    return flags


def higher_for_some(facts: Facts) -> bool:
    """R15: P8, CNS3, testicular disease, or more than a day of steroids; yes only, never "perhaps"."""
    return (
        "detected" in [facts.genes[gene] for gene in HIGHER_GENES]
        or facts.chromosome_number in HIGHER_CHROMOSOME_NUMBERS
        or facts.cns == "cns3"
        or facts.testicle == "yes"
        or facts.steroids == "over_24h"
    )


# ---------------------------------------------------------------- the pathway table of CF


def solid(*nodes: str) -> Nodes:
    """These nodes, always in the sources."""
    return dict.fromkeys(nodes, "solid")


def dashed(*nodes: str) -> Nodes:
    """These nodes: "may", "sometimes", a trial, or newer than the seeds."""
    return dict.fromkeys(nodes, "dashed")


def pending(*nodes: str) -> Nodes:
    """These nodes wait for a result."""
    return dict.fromkeys(nodes, "pending")


GROUP_ROWS: dict[str | None, Nodes] = {
    None: {},
    "standard": dashed("immunotherapy"),
    "high": dashed("immunotherapy", "brain_radiation"),
    "very_high": dashed("immunotherapy", "brain_radiation", "transplant"),
    "t_cell": dashed("brain_radiation"),
}
NEVER_IN_T_CELL = {"immunotherapy", "blinatumomab", "inotuzumab", "car_t"}


def nodes_of(case: dict[str, Any], facts: Facts, group: str | None) -> Nodes:
    """The nodes of the situation, with the row for the targeted drug that all three share."""
    if facts.situation == "relapse":
        rows, never = relapse_rows(case, facts)
    elif facts.situation == "refractory":
        rows, never = refractory_rows(facts)
    else:
        rows, never = first_treatment_rows(facts, group)
    return combine([*rows, tki_row(facts)], never)


def combine(rows: list[Nodes], never: set[str]) -> Nodes:
    """Rows combine by union; the weaker style wins; never beats all."""
    weakest_first = ("pending", "dashed", "solid")
    nodes: Nodes = {}
    for row in rows:
        for node, style in row.items():
            nodes[node] = min(style, nodes.get(node, style), key=weakest_first.index)
    return {node: style for node, style in nodes.items() if node not in never}


def tki_row(facts: Facts) -> Nodes:
    """Ph+: `tki`; pending while BCR::ABL1 is open."""
    if facts.genes["bcr_abl1"] is None:
        return pending("tki")
    return solid("tki") if facts.genes["bcr_abl1"] == "detected" else {}


def first_treatment_rows(facts: Facts, group: str | None) -> tuple[list[Nodes], set[str]]:
    """The rows from "first treatment, any" to "lineage open", and what is never drawn."""
    response_is_known = leukaemia(facts.situation, facts.marrow, facts.mrd, facts.clear)[0] is not None
    after_induction = solid if response_is_known else pending
    rows = [
        solid(
            "tests", "risk_group", "induction", "maintenance", "follow_up", "cns_therapy", "supportive_care"
        ),
        after_induction("response_check", "consolidation"),
        dashed("trial"),
        GROUP_ROWS[group],
    ]
    if facts.lineage is None and "immunotherapy" in GROUP_ROWS[group]:
        rows.append(pending("immunotherapy"))
    special_rows, never = special_group_rows(facts)
    if group == "standard" and facts.cns != "cns3":
        never.add("brain_radiation")
    if facts.lineage == "t_cell":
        never |= NEVER_IN_T_CELL
    return rows + special_rows, never


def special_group_rows(facts: Facts) -> tuple[list[Nodes], set[str]]:
    """The rows "age 10+", "infant", "Ph+", "CNS3; testicular disease" of first treatment."""
    special = special_groups(facts)
    rows, never = [], set()
    if special["age_10_plus"]:
        rows.append(GROUP_ROWS["high"])
    if special["infant"]:
        rows.append(dashed("transplant"))
        never.add("brain_radiation")
    if special["ph_positive"]:
        rows.append(dashed("transplant"))
        never.add("immunotherapy")
    if special["cns3"]:
        rows.append(dashed("brain_radiation"))
    if special["testicular"]:
        rows.append(dashed("testicular_radiation"))
    return rows, never


def refractory_rows(facts: Facts) -> tuple[list[Nodes], set[str]]:
    """The row "refractory", which stands alone (E4)."""
    rows = [
        solid("tests", "risk_group", "induction", "response_check", "cns_therapy", "supportive_care"),
        dashed("high_risk_chemotherapy", "transplant", "trial"),
        drugs_by_lineage(facts.lineage, ["blinatumomab", "inotuzumab", "car_t"], ["nelarabine"]),
    ]
    return rows, set()


def drugs_by_lineage(lineage: str | None, b_cell: list[str], t_cell: list[str]) -> Nodes:
    """Dashed the drugs of the lineage; while that is open the drugs of both, pending."""
    if lineage is None:
        return pending(*b_cell, *t_cell)
    return dashed(*(t_cell if lineage == "t_cell" else b_cell))


def relapse_rows(case: dict[str, Any], facts: Facts) -> tuple[list[Nodes], set[str]]:
    """The rows from "relapse, any" to the last (L1 to L13)."""
    no_second_remission = look(case, "relapse", "second_remission") == "no"
    after_transplant = look(case, "prior", "transplant") == "yes"
    second_or_later = (look(case, "relapse", "number") or 1) > 1
    b_cell_drugs = ["blinatumomab", "inotuzumab"]
    if second_or_later or after_transplant or no_second_remission:
        b_cell_drugs.append("car_t")
    rows = [
        solid(
            "tests", "reinduction", "second_remission_check", "cns_therapy", "supportive_care", "follow_up"
        ),
        dashed("chemotherapy_after_reinduction", "transplant", "trial"),
        drugs_by_lineage(facts.lineage, b_cell_drugs, ["nelarabine"]),
        site_row(look(case, "relapse", "sites")),
    ]
    never = set(NEVER_IN_T_CELL) if facts.lineage == "t_cell" else set()
    if facts.age is not None and facts.age < FIRST_BIRTHDAY:
        never.add("cns_radiation")
    if no_second_remission:  # L12
        never |= {"chemotherapy_after_reinduction", "transplant"}
    if after_transplant:  # L11
        never.add("transplant")
        rows.append(dashed("second_transplant", "donor_lymphocytes"))
    return rows, never


def site_row(sites: list[str] | None) -> Nodes:
    """What each site of a relapse brings; while the sites are not known (L13), all of it pending."""
    brings = {"marrow": "bortezomib", "cns": "cns_radiation", "testicle": "testicular_radiation"}
    if sites is None:
        return pending(*brings.values())
    return dashed(*(node for site, node in brings.items() if site in sites))


def current_nodes(case: dict[str, Any], situation: str) -> set[str]:
    """CF `current`: "you are here"."""
    if situation == "refractory":
        return {"response_check"}
    if situation == "relapse":
        reached = look(case, "relapse", "second_remission") == "yes"
        return {"second_remission_check" if reached else "reinduction"}
    node_of_phase = {
        "not_started": "risk_group",
        "induction": "induction",
        "end_of_induction": "response_check",
        "consolidation": "consolidation",
        "maintenance": "maintenance",
        "after_treatment": "follow_up",
    }
    phase = look(case, "phase")
    return set() if phase is None else {node_of_phase[phase]}
