"""Every relapse that the texts tell apart: its road, its five clocks, and the rows it is explained by.

The product of everything that is asked is too large, so it is parted first: a test shows which questions the
roads rest on and which the clocks rest on, and each part is then gone through without sampling, against the
second reading and against a list of what may never stand on a road.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment, NodeStyle, RelapseFinding
from allcounsel.domain.case import Case
from allcounsel.domain.condition import AllOf, AnyOf, Evaluator, Facts, compares_of
from allcounsel.domain.pathway import PathwayRow
from allcounsel.domain.relapse import relapse_finding
from allcounsel.domain.truth import NO
from allcounsel.services.case_file import parse_json, read_case, to_json
from helpers import second_clocks
from helpers.every_relapse import (
    FEWER_ROADS,
    NOT_ON_THE_ROAD,
    OPEN,
    RELAPSES,
    ROADS,
    SITES,
    YES_NO_OPEN,
    days_before,
    every,
    every_time,
    how_many,
    put,
)
from helpers.second_clocks import RelapseReading
from helpers.second_reading import Reading, read, told_of
from helpers.second_rows import rows_after_a_relapse
from helpers.shipped import TODAY, engine, release

Json = dict[str, Any]

A_FEW_SITES = (OPEN, ["marrow"], ["cns"], ["testicle"], ["marrow", "cns"])
LINEAGES = ("b_cell", "t_cell", OPEN)
NEVER_HOLDS, ALWAYS_HOLDS = AnyOf(()), AllOf(())

SURE = {"tests", "reinduction", "second_remission_check", "cns_therapy", "supportive_care", "follow_up"}
FIRST_TREATMENT = {
    "risk_group",
    "induction",
    "response_check",
    "consolidation",
    "maintenance",
    "immunotherapy",
    "brain_radiation",
    "high_risk_chemotherapy",
}
FOR_B_CELLS = {"blinatumomab", "inotuzumab", "car_t"}
WITHOUT_A_REMISSION = {"chemotherapy_after_reinduction", "transplant"}
AFTER_TRANSPLANT = {"second_transplant", "donor_lymphocytes"}


def as_read(document: Json) -> Case | None:
    """The case of a case file; none where it is refused."""
    return read_case(document, release().dictionary, TODAY).case


# ---------------------------------------------------------------- roads


def told(document: Json, path: str) -> Any:
    """What a case file says at a dotted path; None for the ways of not saying it."""
    value: Any = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return None if value in ("pending", "unknown", "failed") else value


def forbidden(document: Json, nodes: Mapping[str, str]) -> Iterator[str]:
    """What may never stand on this road, and what always has to (evidence 0, 4.4 and 4.6)."""
    lineage = told(document, "lineage")
    solid = {node for node, style in nodes.items() if style == "solid"}
    ph_positive = told(document, "genetics.bcr_abl1") == "detected"
    yield from solid ^ (SURE | ({"tki"} if ph_positive else set()))
    yield from FIRST_TREATMENT & set(nodes)
    if lineage != "b_cell":
        yield from (node for node in FOR_B_CELLS if nodes.get(node) not in (None, "pending"))
    if lineage == "t_cell":
        yield from FOR_B_CELLS & set(nodes)
    if lineage == "b_cell":
        yield from {"nelarabine"} & set(nodes)
    yield from forbidden_by_the_past(document, set(nodes))


def forbidden_by_the_past(document: Json, nodes: set[str]) -> Iterator[str]:
    """What age, an earlier transplant, the number of the relapse and the second remission rule out."""
    after_transplant = told(document, "prior.transplant") == "yes"
    no_remission = told(document, "relapse.second_remission") == "no"
    if told(document, "age_at_diagnosis.years") == 0:
        yield from {"cns_radiation"} & nodes
    if no_remission:
        yield from WITHOUT_A_REMISSION & nodes
    yield from ({"transplant"} if after_transplant else AFTER_TRANSPLANT) & nodes
    if not (after_transplant or no_remission or (told(document, "relapse.number") or 1) > 1):
        yield from {"car_t"} & nodes


def wrong_on_the_road(document: Json, found: Assessment, second: Reading) -> Iterator[str]:
    """Everything in which the road is not as the contract's table has it."""
    assert found.pathway is not None
    nodes = {str(node.id): node.style.value for node in found.pathway.nodes}
    if nodes != second.nodes:
        yield f"the road is {nodes}, by the second reading {second.nodes}"
    if {node.id for node in found.pathway.nodes if node.current} != second.current:
        yield "another node is current"
    yield from (f"{node} is forbidden" for node in forbidden(document, nodes))


def wrong_rows(document: Json, found: Assessment, second: Reading) -> Iterator[str]:
    """Every row of the relapse table whose truth is another by the second reading."""
    assert second.relapse is not None
    truths = {str(each.rule): each.truth.value for each in found.findings if each.rule.startswith("L")}
    for row, truth in rows_after_a_relapse(document, second.relapse).items():
        word = {True: "yes", False: "no", None: "unknown"}[truth]
        if truths.pop(row) != word:
            yield f"row {row} is not {word}"
    yield from truths


@dataclass
class Count:
    """How many were looked at, and the first that was wrong."""

    cases: int = 0
    wrong: list[str] = field(default_factory=list)


def roads_of(values: Mapping[str, tuple[Any, ...]], of: Engine) -> Count:
    """Every road of these values, until one is wrong."""
    done = Count()
    for document in every(values, situation="relapse"):
        case = as_read(document)
        assert case is not None
        found, second = of.assess(case), read(document)
        done.cases += 1
        done.wrong = [*wrong_on_the_road(document, found, second), *wrong_rows(document, found, second)]
        if sorted(found.flags) != sorted(second.flags):
            done.wrong.append(f"flags {found.flags}")
        if done.wrong:
            done.wrong.append(str(document))
            break
    return done


@pytest.mark.parametrize("values", [FEWER_ROADS, pytest.param(ROADS, marks=pytest.mark.prove)])
def test_every_road_is_the_one_of_the_table_and_holds_nothing_forbidden(values, capsys):
    done = roads_of(values, engine())
    everything = done.cases * how_many(NOT_ON_THE_ROAD)
    figure = f"relapse roads: {done.cases:,} combinations, 0 counterexamples"
    say(capsys, f"{figure} (they stand for {everything:,}, and each of these at any time)")
    assert done.wrong == []
    assert done.cases == how_many(values)


def with_rows(**changed: Mapping[str, Any]) -> Engine:
    """The engine with some rows of the table changed; a row's name has _ for -."""
    table = release().pathways
    changes = {name.replace("_", "-"): change for name, change in changed.items()}
    rows = tuple(replace(row, **changes.get(row.id, {})) for row in table.rows)
    assert set(changes) <= {row.id for row in rows}
    return Engine(release().dictionary, release().rules, replace(table, rows=rows))


def with_row(name: str, **changes: Any) -> Engine:
    return with_rows(**{name: changes})


def rows_after_relapse() -> tuple[PathwayRow, ...]:
    """The rows of the table that can hold after a relapse, whatever else is true."""
    facts = Facts({"situation": "relapse", "result.group": "none"})
    evaluator = Evaluator(release().rules.conditions, facts)
    return tuple(row for row in release().pathways.rows if evaluator.mask(row.when) != NO)


OWN_ROWS = tuple(row for row in rows_after_relapse() if row.id != "t-cell-never" and not row.cites)
"""Without the one that only stands guard (no other row brings a B-cell drug to T-cell disease), and without
those that bring a source and no step."""


@pytest.mark.parametrize("row", OWN_ROWS, ids=lambda row: row.id)
def test_a_row_that_is_lost_is_found(row):
    assert roads_of(FEWER_ROADS, with_row(row.id, when=NEVER_HOLDS)).wrong


@pytest.mark.parametrize("row", [row for row in OWN_ROWS if row.never], ids=lambda row: row.id)
def test_a_never_that_is_lost_is_found(row):
    assert roads_of(FEWER_ROADS, with_row(row.id, never=())).wrong


@pytest.mark.parametrize("row", [row for row in OWN_ROWS if row.nodes], ids=lambda row: row.id)
def test_a_style_that_is_wrong_is_found(row):
    other = {NodeStyle.SOLID: NodeStyle.DASHED, NodeStyle.DASHED: NodeStyle.SOLID}
    nodes = tuple((node, other.get(style, NodeStyle.DASHED)) for node, style in row.nodes)
    assert roads_of(FEWER_ROADS, with_row(row.id, nodes=nodes)).wrong


def test_a_b_cell_drug_for_everybody_is_found():
    drugs_for_all = {"when": ALWAYS_HOLDS}
    no_guard: dict[str, Any] = {"never": ()}
    assert roads_of(FEWER_ROADS, with_rows(relapse_b_cell=drugs_for_all, t_cell_never=no_guard)).wrong


@pytest.mark.parametrize("row", ["relapse-car-t", "relapse-t-cell", "relapse-after-transplant"])
def test_a_condition_that_is_too_wide_is_found(row):
    assert roads_of(FEWER_ROADS, with_row(row, when=ALWAYS_HOLDS)).wrong


@pytest.mark.parametrize("row", [f"L{number}" for number in range(1, 14)])
def test_a_row_that_turns_what_is_open_into_a_no_is_found(row):
    rules = tuple(replace(r, when=NEVER_HOLDS) if r.id == row else r for r in release().rules.rules)
    wrong = Engine(release().dictionary, replace(release().rules, rules=rules), release().pathways)
    assert any(f"row {row} " in each for each in roads_of(FEWER_ROADS, wrong).wrong)


# ---------------------------------------------------------------- what rests on what


def test_a_road_rests_on_seven_questions_and_on_no_day():
    conditions = release().rules.conditions
    named = {c.feature for row in rows_after_relapse() for c in compares_of(row.when, conditions)}
    assert named == {"situation", *ROADS}


def test_you_are_here_rests_on_the_second_remission_alone():
    rules = release().rules.conditions
    evaluator = Evaluator(rules, Facts({"situation": "relapse"}))
    rows = [row for row in release().pathways.current if evaluator.mask(row.when) != NO]
    before_any = rows[: [row.node for row in rows].index("reinduction") + 1]
    named = {c.feature for row in before_any for c in compares_of(row.when, rules)}
    assert named == {"situation", "relapse.second_remission"}


class Watched(dict[Any, Any]):
    """A dictionary that remembers which of its keys were looked up."""

    def __init__(self, values: Mapping[Any, Any]) -> None:
        super().__init__(values)
        self.looked_up: set[str] = set()

    def get(self, key: Any, default: Any = None) -> Any:
        """As ever, and remembered."""
        self.looked_up.add(str(key))
        return super().get(key, default)


TIMES = {
    "relapse.sites",
    "relapse.marrow_checked",
    "relapse.date",
    "relapse.first_remission",
    "relapse.on_treatment",
    "relapse.end_of_treatment",
    "date_of_diagnosis",
}


def test_the_clocks_look_at_seven_questions():
    looked_up = set()
    for document in every_time(RELAPSES[0], A_FEW_SITES, ("yes",)):
        case = as_read(document)
        if case is not None:
            watched = Watched(case.answers)
            relapse_finding(replace(case, answers=watched))
            looked_up |= watched.looked_up
    assert looked_up == TIMES


# ---------------------------------------------------------------- clocks


@dataclass
class Times(Count):
    """Every time that was looked at, and one case for each way the clocks can turn out."""

    refused: int = 0
    bands: dict[tuple[str, str | None], set[str | None]] = field(default_factory=dict)
    ways: dict[Any, Json] = field(default_factory=dict)


def wrong_clocks(found: RelapseFinding, second: RelapseReading) -> Iterator[str]:
    """Where a clock, the site or their agreement is another by the second reading."""
    clocks = {
        each.id: second_clocks.ClockReading(each.months, each.days, None, each.lean, each.waits)
        for each in found.clocks
    }
    for name, reading in second.clocks.items():
        if clocks[name] != replace(reading, band=None):
            yield f"clock {name} is {clocks[name]}, by the second reading {reading}"
    if any(each.months is not None and (each.months < 0 or (each.days or 0) < 0) for each in found.clocks):
        yield "a time is negative"
    said = (found.site, found.isolated.value, found.agree)
    if said != (second.site, second.isolated, second.agree):
        yield f"{said}, by the second reading {second.site, second.isolated, second.agree}"


def times_of(documents: Iterator[Json]) -> Times:
    """Every time of these cases, until one is wrong."""
    done = Times()
    for document in documents:
        case = as_read(document)
        if case is None:
            done.refused += 1
            continue
        found, second = relapse_finding(case), second_clocks.read_relapse(told_of(document))
        done.cases += 1
        for each in found.clocks:
            done.bands.setdefault((each.id, each.band), set()).add(second.clocks[each.id].band)
        place = str(told(document, "relapse.sites"))
        done.ways.setdefault((place, *((c.lean, c.waits) for c in second.clocks.values())), document)
        done.wrong = list(wrong_clocks(found, second))
        if done.wrong:
            done.wrong.append(str(document))
            break
    return done


def every_day(relapses: tuple[date, ...], sites: tuple[Any, ...], checked: tuple[Any, ...]) -> Iterator[Json]:
    for relapse in relapses:
        yield from every_time(relapse, sites, checked)


A_SLICE = ((RELAPSES[0], RELAPSES[2]), A_FEW_SITES, ("yes",))


@pytest.mark.parametrize(
    ("relapses", "sites", "checked"),
    [A_SLICE, pytest.param(RELAPSES, SITES, YES_NO_OPEN, marks=pytest.mark.prove)],
)
def test_every_clock_reads_the_same_as_the_second_reading(relapses, sites, checked, capsys):
    done = times_of(every_day(relapses, sites, checked))
    figure = f"relapse clocks: {done.cases:,} combinations of days, places and treatment, 0 counterexamples"
    say(capsys, f"{figure} ({done.refused:,} more are refused; {len(done.ways):,} ways to turn out)")
    assert done.wrong == []
    assert done.cases > 3_000
    assert all(len(names) == 1 for names in done.bands.values()), done.bands


@pytest.mark.parametrize(
    ("relapses", "sites", "checked"),
    [A_SLICE, pytest.param(RELAPSES, SITES, YES_NO_OPEN, marks=pytest.mark.prove)],
)
def test_flags_and_rows_follow_from_every_way_the_clocks_can_turn_out(relapses, sites, checked, capsys):
    looked_at = 0
    for way in times_of(every_day(relapses, sites, checked)).ways.values():
        for lineage in LINEAGES:
            document = {**way, "lineage": lineage} if lineage else way
            case = as_read(document)
            assert case is not None
            found, second = engine().assess(case), read(document)
            assert list(wrong_rows(document, found, second)) == [], document
            assert sorted(found.flags) == sorted(second.flags), document
            looked_at += 1
    say(capsys, f"relapse rows L1 to L13 and the flags: {looked_at:,} ways, 0 counterexamples")
    assert looked_at > 100


TRIED: dict[str, tuple[Any, ...]] = {
    "relapse.sites": (["marrow"], ["cns"], ["testicle"], ["other"]),
    "relapse.on_treatment": ("yes", "no"),
}


def changes_by_second_reading(document: Json) -> Iterator[tuple[str, Any]]:
    """Each answer to an open question of the clocks that alone sets or clears a flag."""
    now = read(document).flags
    for path, answers in TRIED.items():
        for answer in answers if told(document, path) is None else ():
            tried = copy.deepcopy(document)
            put(tried, path, answer)
            if as_read(tried) is not None and read(tried).flags != now:
                yield path, answer


OPEN_TIMES: dict[str, tuple[Any, ...]] = {
    "relapse.sites": A_FEW_SITES,
    "relapse.on_treatment": (OPEN, "yes", "no"),
    "date_of_diagnosis": (OPEN, *map(str, days_before(RELAPSES[0], 18, 36))),
    "relapse.end_of_treatment": (OPEN, *map(str, days_before(RELAPSES[0], 6))),
}


def test_what_could_change_a_flag_of_the_clocks_is_named(capsys):
    named = 0
    for document in every(OPEN_TIMES, situation="relapse"):
        put(document, "relapse.date", str(RELAPSES[0]))
        case = as_read(document)
        if case is None:
            continue
        changes = [(c.feature, c.answer) for c in engine().assess(case).could_change if c.feature in TRIED]
        found = [(str(path), list(each) if isinstance(each, tuple) else each) for path, each in changes]
        wanted = list(changes_by_second_reading(document))
        assert sorted(found, key=str) == sorted(wanted, key=str), document
        named += len(wanted)
    say(capsys, f"answers that alone change a flag of the clocks: {named:,}, all named, no other")
    assert named > 50


@pytest.mark.parametrize(
    ("limit", "wrong"),
    [
        ("YEAR_AND_A_HALF", (18, 1)),
        ("YEAR_AND_A_HALF", (17, 30)),
        ("THREE_YEARS_OF_DIAGNOSIS", (36, 1)),
        ("HALF_A_YEAR", (5, 29)),
        ("HALF_A_YEAR", (6, 1)),
        ("THREE_YEARS_OF_REMISSION", (36, 1)),
        ("UNDER_HALF_A_YEAR", (6, 1)),
        ("THREE_YEARS_OFF_TREATMENT", (35, 29)),
        ("THREE_YEARS_OFF_TREATMENT", (36, 1)),
    ],
)
def test_a_limit_that_is_a_day_off_is_found(limit, wrong, monkeypatch):
    monkeypatch.setattr(second_clocks, limit, wrong)
    assert times_of(every_day(RELAPSES[:1], A_FEW_SITES, ("yes",))).wrong


MARROW_MRDS = (
    OPEN,
    *({"percent": percent, "method": "flow"} for percent in ("0.0099", "0.01", "0.0101")),
    *({"below": below, "method": "flow"} for below in ("0.01", "0.0101", "0.1")),
)


def test_a_marrow_mrd_above_the_line_is_noted_wherever_it_came_back_but_in_the_marrow(capsys):
    values = {"relapse.sites": SITES, "relapse.marrow_mrd": MARROW_MRDS}
    for document in every(values, situation="relapse"):
        text = to_json(document).replace('"0.', "0.").replace('", "method"', ', "method"')
        parsed = parse_json(text)
        assert isinstance(parsed, dict)
        case = as_read(parsed)
        assert case is not None
        assert list(wrong_rows(parsed, engine().assess(case), read(parsed))) == []
    say(capsys, f"marrow MRD at a relapse elsewhere: {how_many(values)} combinations, 0 counterexamples")


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
