"""Worked cases as they are written: like another one, with what is different, and what has to come out."""

from __future__ import annotations

from allcounsel.content.reader import Problems, read_yaml
from allcounsel.content.vignettes import read_vignettes
from allcounsel.domain.vignette import Vignette

FIRST = """
- id: first
  about: "A child."
  case: {situation: relapse, prior: {car_t: "no"}, relapse: {number: 1, sites: [cns]}, lineage: b_cell}
  expect: {status: not_applicable}
"""


def read(text: str) -> tuple[list[Vignette], list[str]]:
    problems = Problems("vignettes/some.yaml")
    value = read_yaml("vignettes/some.yaml", text.encode(), problems)
    vignettes = [vignette for vignette, _ in read_vignettes(value, problems)]
    return vignettes, [problem.message for problem in problems.found]


def second(case: str, expect: str = "{}", like: str = "first") -> str:
    return FIRST + f'- {{id: second, about: "Another.", like: {like}, case: {case}, expect: {expect}}}\n'


def test_a_case_like_another_changes_only_what_it_names():
    (first, changed), problems = read(second("{lineage: t_cell, relapse: {sites: [marrow]}}"))
    assert problems == []
    assert changed.case == {
        "situation": "relapse",
        "prior": {"car_t": "no"},
        "relapse": {"number": 1, "sites": ["marrow"]},
        "lineage": "t_cell",
    }
    assert first.case["relapse"] == {"number": 1, "sites": ["cns"]}


def test_an_object_can_become_open_and_filled_again():
    (_, changed), _ = read(second("{relapse: pending, prior: unknown, medicines: [steroids]}"))
    assert (changed.case["relapse"], changed.case["prior"]) == ("pending", "unknown")
    assert changed.case["medicines"] == ["steroids"]


def test_a_case_is_only_like_one_further_up():
    _, problems = read(second("{}", like="second"))
    assert problems == ["no 'second' further up in this file"]


def test_a_whole_road_is_written_by_style():
    (_, changed), problems = read(second("{}", "{road: {solid: [tests], pending: [tki]}, team_road: {}}"))
    assert problems == []
    assert changed.expected.road == {"tests": "solid", "tki": "pending"}
    assert changed.expected.team_road == {}


def test_nothing_said_of_the_road_is_not_an_empty_road():
    (_, changed), _ = read(second("{}"))
    assert changed.expected.road is None
    assert changed.expected.looked_at is None


def test_an_unknown_demand_is_noted():
    _, problems = read(second("{}", "{opened: [L8]}"))
    assert problems == ["unknown key 'opened' (did you mean 'open'?)"]
