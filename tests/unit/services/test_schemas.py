"""The schemas say of a document what the reader says: practice children fit, planted faults do not."""

from __future__ import annotations

import json

import pytest

from allcounsel.services.assessment_file import assessment_document
from allcounsel.services.case_file import to_json
from allcounsel.services.schemas import assessment_schema, case_schema
from allcounsel.services.words import Words
from helpers.json_schema import faults
from helpers.shipped import ALL_CLEAR, TODAY, assess, release

CASE = json.loads(to_json(case_schema(release())))
ASSESSMENT = json.loads(to_json(assessment_schema(release())))


def as_json(document: object) -> object:
    return json.loads(to_json(document))


@pytest.mark.parametrize("child", release().practice_children, ids=lambda child: child.name)
def test_a_practice_child_and_its_assessment_fit_their_schemas(child):
    assert list(faults(as_json(child.case), CASE)) == []
    document = assessment_document(assess(child.case), release(), Words(release()), TODAY)
    assert list(faults(as_json(document), ASSESSMENT)) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"linage": "b_cell"},
        {"lineage": "B"},
        {"wbc_at_diagnosis": {"value": 5}},
        {"wbc_at_diagnosis": {"value": 0, "unit": "/uL"}},
        {"age_at_diagnosis": {"years": 41}},
        {"age_at_diagnosis": {"months": 3}},
        {"genetics": {"bcr_abl1": "negative"}},
        {"end_of_induction": {"mrd": {"percent": 0, "method": "flow"}}},
        {"end_of_induction": {"mrd": {"percent": 1}}},
        {"label": "x" * 41},
    ],
    ids=str,
)
def test_a_planted_fault_does_not_fit(fault):
    assert list(faults(as_json(ALL_CLEAR | fault), CASE))


def test_the_situation_is_the_only_required_key():
    assert CASE["required"] == ["situation"]
    assert list(faults({"situation": "relapse"}, CASE)) == []
    assert list(faults({}, CASE))


def test_pending_is_allowed_for_objects_and_values():
    document = {"situation": "first_treatment", "genetics": "pending", "wbc_at_diagnosis": "unknown"}
    assert list(faults(document, CASE)) == []


def test_every_question_has_its_place_in_the_schema():
    def paths(schema: dict[str, object], prefix: str = "") -> set[str]:
        found = set()
        for name, inner in schema["properties"].items():  # type: ignore[attr-defined]
            first = inner.get("anyOf", [inner])[0]
            found.add(prefix + name)
            found |= paths(first, f"{prefix}{name}.") if "properties" in first else set()
        return found

    assert {feature.id for feature in release().dictionary} <= paths(CASE)


def test_clock_5_tells_the_times_it_rests_on_and_the_other_clocks_are_as_they_were():
    brain = next(child for child in release().practice_children if child.name == "relapse-brain")
    document = as_json(assessment_document(assess(brain.case), release(), Words(release()), TODAY))
    clocks = {clock["id"]: clock for clock in document["relapse"]["clocks"]}
    assert clocks["k5"]["intervals"] == [
        {"from": "date_of_diagnosis", "months": 22, "days": 10},
        {"from": "relapse.end_of_treatment", "months": None, "days": None},
    ]
    assert (clocks["k5"]["months"], clocks["k5"]["days"]) == (22, 10)
    plain = {"id", "from", "months", "days", "band", "lean", "sources"}
    assert all(set(clocks[name]) == plain for name in ("k1", "k2", "k3", "k4"))
    del clocks["k5"]["intervals"][1]["months"]
    assert list(faults(document, ASSESSMENT))
