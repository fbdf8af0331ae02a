"""The rows after induction (evidence 4.5, E4 to E7) and after a relapse (4.6, L1 to L13), read a second time.

Apart from the program, as the second reading is: it imports nothing of it, and an unknown is never a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from helpers.second_clocks import RelapseReading
from helpers.second_reading import (
    HIGHER_CHROMOSOME_NUMBERS,
    Truth,
    any_gene,
    count_is_50,
    facts_of,
    look,
    same,
)

SIXTH_BIRTHDAY = 6  # E5, in completed years; a test plants a fault here
MARROW_MRD = Decimal("0.01")  # L8, per cent: above it
OTHER_VERY_HIGH_GENES = ("kmt2a_r", "hypodiploidy_lt44", "tcf3_hlf")  # P7
HIGHER_GENES = ("iamp21", "bcr_abl1_like", "ikzf1_deletion")  # P8


def all_of(truths: Iterable[Truth]) -> Truth:
    """One no makes no; else one unknown makes unknown."""
    truths = list(truths)
    if False in truths:
        return False
    return None if None in truths else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """One yes makes yes; else one unknown makes unknown."""
    truths = list(truths)
    if True in truths:
        return True
    return None if None in truths else False


def opposite(truth: Truth) -> Truth:
    """Not unknown is unknown."""
    return None if truth is None else not truth


# ---------------------------------------------------------------- after induction


def rows_after_induction(case: dict[str, Any]) -> dict[str, Truth]:
    """E4 to E7: the children of the study of 2012, those who might be, and those who are not."""
    facts = facts_of(case)
    refractory = facts.situation == "refractory"
    parts = [
        None if facts.age is None else 1 <= facts.age < SIXTH_BIRTHDAY,
        same(facts.lineage, "b_cell"),
        *(opposite(feature) for feature in high_risk_features(case).values()),
    ]
    subgroup = all_of([refractory, *parts])
    too_old = None if facts.age is None else facts.age >= SIXTH_BIRTHDAY
    return {
        "E4": refractory,
        "E5": subgroup,
        "E6": refractory and subgroup is None,
        "E7": all_of([refractory, any_of([same(facts.lineage, "t_cell"), too_old])]),
    }


def high_risk_features(case: dict[str, Any]) -> dict[str, Truth]:
    """E5: "no other high-risk clinical or genetic feature" is: none of these."""
    facts = facts_of(case)
    chromosomes = facts.chromosome_number in HIGHER_CHROMOSOME_NUMBERS
    return {
        "P4": count_is_50(facts.count, facts.before_steroids, facts.steroids),
        "P6": same(facts.genes["bcr_abl1"], "detected"),
        "P7": any_gene(facts.genes[gene] for gene in OTHER_VERY_HIGH_GENES),
        "P8": any_of([any_gene(facts.genes[gene] for gene in HIGHER_GENES), chromosomes]),
        "CNS3": same(facts.cns, "cns3"),
        "testicle": same(facts.testicle, "yes"),
    }


# ---------------------------------------------------------------- after a relapse


def rows_after_a_relapse(case: dict[str, Any], relapse: RelapseReading) -> dict[str, Truth]:
    """L1 to L13."""
    facts = facts_of(case)
    sites = look(case, "relapse", "sites")
    marrow = None if sites is None else "marrow" in sites
    t_cell = same(facts.lineage, "t_cell")
    number = look(case, "relapse", "number")
    remission = look(case, "relapse", "second_remission")
    sooner, later = lean(relapse, "k2", "sooner"), lean(relapse, "k2", "later")
    return {
        "L1": all_of([marrow, sooner]),
        "L2": all_of([marrow, later]),
        "L3": all_of([marrow, disagree(relapse)]),
        "L4": all_of([t_cell, marrow]),
        "L5": same(relapse.site, "isolated CNS"),
        "L6": same(relapse.site, "isolated testicular"),
        "L7": same(relapse.site, "combined"),
        "L8": all_of([opposite(marrow), marrow_mrd_is_above(look(case, "relapse", "marrow_mrd"))]),
        "L9": same(facts.genes["bcr_abl1"], "detected"),
        "L10": None if number is None else number >= 2,
        "L11": same(look(case, "prior", "transplant"), "yes"),
        "L12": same(remission, "no"),
        "L13": something_is_open(marrow, t_cell, relapse),
    }


def lean(relapse: RelapseReading, clock: str, wanted: str) -> Truth:
    """Whether a clock leans so; unknown while it waits."""
    reading = relapse.clocks[clock]
    return None if reading.waits else reading.lean == wanted


# The clocks that can lean so at all, with marrow (CF "The relapse clocks").
CAN_LEAN = {"sooner": ("k1", "k2", "k4"), "later": ("k1", "k2", "k3", "k5")}


def disagree(relapse: RelapseReading) -> Truth:
    """L3: one clock leans sooner and another later; a clock that waits may yet lean as it can."""
    return all_of(
        any_of(lean(relapse, clock, wanted) for clock in clocks) for wanted, clocks in CAN_LEAN.items()
    )


def something_is_open(marrow: Truth, t_cell: Truth, relapse: RelapseReading) -> bool:
    """L13: site, lineage or time; with marrow the time after treatment, else the time from diagnosis."""
    clock = relapse.clocks["k2" if marrow else "k1"]
    return marrow is None or t_cell is None or clock.waits


def marrow_mrd_is_above(mrd: Mapping[str, Any] | None) -> Truth:
    """L8. Not found below a limit: surely not above it, and perhaps above any lower one."""
    if mrd is None:
        return None
    if "percent" in mrd:
        return Decimal(str(mrd["percent"])) > MARROW_MRD
    return False if Decimal(str(mrd["below"])) <= MARROW_MRD else None
