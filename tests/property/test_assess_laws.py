"""Laws of the engine, on random cases: unknown is never no, and what can still come is named exactly."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.assessment import Assessment, NodeStyle, Status
from allcounsel.domain.case import Case, is_open
from allcounsel.domain.facts import completions, example_answers, open_parts
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.truth import Truth
from allcounsel.services.case_file import parse_json, read_case, to_json, write_case
from helpers.random_cases import random_case
from helpers.shipped import TODAY, engine, release

SEEDS = st.integers(min_value=0, max_value=2**32)

DECIDING = tuple(
    FeatureId(name)
    for name in (
        "lineage",
        "age_at_diagnosis",
        "wbc_at_diagnosis",
        "wbc_before_steroids_or_fluids",
        "steroids_before_treatment",
        "genetics.bcr_abl1",
        "genetics.kmt2a_r",
        "genetics.hypodiploidy_lt44",
        "genetics.tcf3_hlf",
        "slow_response",
        "end_of_induction.marrow",
        "end_of_induction.mrd",
        "end_of_induction.extramedullary_clear",
    )
)
"""Every feature that the group rests on."""


def a_case(seed: int) -> Case:
    rng = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    read = read_case(parse_json(to_json(random_case(rng))), release().dictionary, TODAY)
    assert read.case is not None
    return read.case


def open_features(case: Case) -> Iterator[FeatureId]:
    for name in DECIDING:
        if open_parts(release().dictionary[name], case.get(name)):
            yield name


def answered(case: Case, name: FeatureId, rng: random.Random) -> Case:
    """The case with one open feature answered by chance."""
    feature = release().dictionary[name]
    compares = [c for tried, answers in engine()._answers_to_try if tried.id == name for c in answers]
    every = completions(case.get(name), tuple(compares) or example_answers(feature, ()))
    return case.with_answer(name, rng.choice(every))


@given(SEEDS)
def test_answering_an_open_feature_never_adds_a_possible_group(seed):
    case, rng = a_case(seed), random.Random(seed)  # noqa: S311
    before = set(engine().assess(case).possible_groups)
    for name in open_features(case):
        after = set(engine().assess(answered(case, name, rng)).possible_groups)
        assert after <= before, name


@given(SEEDS)
def test_a_final_group_stays_whatever_is_answered_later(seed):
    case, rng = a_case(seed), random.Random(seed)  # noqa: S311
    first = engine().assess(case)
    for name in open_features(case):
        case = answered(case, name, rng)
    last = engine().assess(case)
    if first.status is Status.FINAL:
        assert (last.status, last.group) == (Status.FINAL, first.group)
    if last.group is not None:
        assert last.group in first.possible_groups


@given(SEEDS)
def test_status_group_and_possible_groups_belong_together(seed):
    found = engine().assess(a_case(seed))
    match found.status:
        case Status.FINAL:
            assert found.possible_groups == (found.group,)
        case Status.PROVISIONAL:
            assert len(found.possible_groups) > 1
            assert found.group in found.possible_groups
        case Status.NOT_ASSIGNED:
            assert found.group is None
            assert len(found.possible_groups) > 1
        case _:
            assert (found.group, found.possible_groups) == (None, ())


@given(SEEDS)
def test_special_groups_are_among_the_possible_ones(seed):
    found = engine().assess(a_case(seed))
    assert set(found.special_groups) <= set(found.possible_special_groups)


@given(SEEDS)
def test_could_change_names_only_open_features_and_tells_the_truth(seed):
    case = a_case(seed)
    found = engine().assess(case)
    for change in found.could_change:
        feature = release().dictionary[change.feature]
        assert open_parts(feature, case.get(change.feature))
        then = engine().assess(case.with_answer(change.feature, change.answer))
        assert (then.group, then.special_groups, then.flags) == (
            change.outcome.group,
            change.outcome.special_groups,
            change.outcome.flags,
        )


ROWS_OF_ONE_FEATURE = (
    ("P5", "lineage"),
    ("P6", "genetics.bcr_abl1"),
    ("P9", "slow_response"),
    ("L5", "relapse.sites"),
    ("L6", "relapse.sites"),
    ("L7", "relapse.sites"),
    ("L10", "relapse.number"),
    ("L11", "prior.transplant"),
    ("L12", "relapse.second_remission"),
)


@given(SEEDS)
def test_an_open_answer_is_never_a_no(seed):
    """A row that rests on one open feature alone is unknown, not no."""
    case = a_case(seed)
    found = {finding.rule: finding.truth for finding in engine().assess(case).findings}
    for rule, feature in ROWS_OF_ONE_FEATURE:
        name = FeatureId(feature)
        if rule in found and is_open(release().dictionary[name], case.get(name)):
            assert found[rule] is Truth.UNKNOWN


NEVER_FOR_T_CELL = {"immunotherapy", "blinatumomab", "inotuzumab", "car_t"}
NEVER_FOR_INFANTS = {"brain_radiation", "cns_radiation"}
ALWAYS_MAY = {
    "transplant",
    "brain_radiation",
    "trial",
    "immunotherapy",
    "car_t",
    "blinatumomab",
    "inotuzumab",
}


def forbidden(found: Assessment) -> Iterator[str]:
    """What must never stand on this child's road (evidence 0 and 4.4)."""
    nodes = {node.id: node.style for node in found.pathway.nodes} if found.pathway else {}
    special = set(found.special_groups)
    if "t_cell" in special:
        yield from NEVER_FOR_T_CELL & set(nodes)
    if "infant" in special:
        yield from NEVER_FOR_INFANTS & set(nodes)
    if found.group == "standard" and "cns3" not in special:
        yield from {"brain_radiation"} & set(nodes)
    if "ph_positive" in special:
        yield from {"immunotherapy"} & set(nodes) if found.situation == "first_treatment" else ()
        yield from () if nodes.get("tki") is NodeStyle.SOLID else ("no tki",)  # type: ignore[call-overload]
    yield from (node for node, style in nodes.items() if node in ALWAYS_MAY and style is NodeStyle.SOLID)


@given(SEEDS)
def test_no_road_holds_a_forbidden_node(seed):
    found = engine().assess(a_case(seed))
    assert found.pathway is None or list(forbidden(found)) == []


def test_a_planted_node_is_noticed():
    found = next(
        one
        for one in (engine().assess(a_case(seed)) for seed in range(200))
        if "t_cell" in one.special_groups and one.pathway
    )
    assert found.pathway is not None
    wrong = replace(found.pathway.nodes[0], id="car_t")
    planted = replace(found, pathway=replace(found.pathway, nodes=(*found.pathway.nodes, wrong)))
    assert "car_t" in list(forbidden(planted))


@given(SEEDS)
def test_brain_and_spine_treatment_is_on_every_road(seed):
    found = engine().assess(a_case(seed))
    if found.pathway is not None:
        node = found.pathway.node("cns_therapy")
        assert node is not None
        assert node.style is NodeStyle.SOLID


@given(SEEDS)
def test_a_case_assesses_the_same_after_writing_and_reading(seed):
    case = a_case(seed)
    written = to_json(write_case(case, release().dictionary))
    again = read_case(parse_json(written), release().dictionary, TODAY).case
    assert again == case
    assert engine().assess(again) == engine().assess(case)


@given(SEEDS)
def test_the_label_says_for_now_exactly_while_the_status_is_provisional(seed):
    from allcounsel.services.words import Words

    found = engine().assess(a_case(seed))
    assert ("for now" in Words(release()).group_label(found)) == (found.status is Status.PROVISIONAL)


@pytest.mark.parametrize("situation", ["first_treatment", "refractory", "relapse"])
def test_every_finding_cites_and_names_known_features(situation):
    for seed in range(60):
        found = engine().assess(a_case(seed))
        if found.situation == situation:
            for finding in found.findings:
                assert finding.sources
                assert all(name in release().dictionary for name in finding.features)
