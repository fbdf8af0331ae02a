"""What a clock rests on: clock 5 names each time it looks at, and a clock that waits names what for."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from allcounsel.domain.answers import Absent
from allcounsel.domain.assessment import Counted
from allcounsel.domain.relapse import relapse_finding
from allcounsel.services.case_file import read_case
from helpers.every_relapse import every_time
from helpers.shipped import TODAY, assess, release

END, DIAGNOSIS = "relapse.end_of_treatment", "date_of_diagnosis"


def clock(name: str, **relapse: object):
    found = assess({"situation": "relapse", DIAGNOSIS: "2020-01-01", "relapse": relapse}).relapse
    return next(each for each in found.clocks if each.id == name)


@pytest.mark.parametrize(
    ("relapse", "rests_on"),
    [
        ({"sites": ["cns"], "date": "2021-06-30"}, [(DIAGNOSIS, 17, 29)]),
        (
            {"sites": ["cns"], "date": "2022-03-04", "end_of_treatment": "2022-01-01"},
            [(DIAGNOSIS, 26, 3), (END, 2, 3)],
        ),
        (
            {"sites": ["cns"], "date": "2022-03-04", "on_treatment": "yes"},
            [(DIAGNOSIS, 26, 3), (END, None, None)],
        ),
        ({"sites": ["cns"], "date": "2022-03-04"}, [(DIAGNOSIS, 26, 3)]),
        ({"sites": ["marrow"], "date": "2022-08-01", "end_of_treatment": "2022-01-01"}, [(END, 7, 0)]),
        ({"sites": ["marrow", "cns"], "date": "2022-08-01", "on_treatment": "yes"}, [(END, None, None)]),
        ({"sites": ["testicle"], "date": "2022-08-01", "end_of_treatment": "2022-01-01"}, []),
        ({"date": "2022-08-01", "end_of_treatment": "2022-01-01"}, []),
    ],
)
def test_clock_5_names_each_time_that_it_looks_at(relapse, rests_on):
    found = clock("k5", **relapse)
    assert found.intervals == tuple(Counted(*each) for each in rests_on)
    counted = assess({"situation": "relapse", DIAGNOSIS: "2020-01-01", "relapse": relapse}).relapse.clocks[0]
    assert (found.months, found.days) == (counted.months, counted.days)  # still those from diagnosis


def test_the_other_clocks_rest_on_their_months_and_days():
    relapse = {"sites": ["marrow"], "date": "2022-08-01", "end_of_treatment": "2022-01-01"}
    assert [clock(name, **relapse).intervals for name in ("k1", "k2", "k3", "k4")] == [()] * 4


@pytest.mark.parametrize(
    ("name", "relapse", "lacks"),
    [
        ("k1", {}, {"relapse.sites", "relapse.date"}),
        ("k2", {"sites": ["marrow"], "date": "2022-08-01"}, {"relapse.on_treatment", END}),
        ("k2", {"sites": ["marrow"], "date": "2022-08-01", "on_treatment": "no"}, {END}),
        ("k2", {"sites": ["marrow"], "end_of_treatment": "2022-01-01"}, {"relapse.date"}),
        ("k3", {"sites": ["marrow"], "date": "2022-08-01"}, {"relapse.first_remission"}),
        ("k4", {"sites": ["cns"], "date": "2022-08-01", "on_treatment": "yes"}, set()),
        ("k5", {"sites": ["marrow"], "on_treatment": "no"}, {"relapse.date", END}),
    ],
)
def test_a_clock_that_waits_names_what_it_waits_for(name, relapse, lacks):
    found = clock(name, **relapse)
    assert set(found.lacks) == lacks
    assert found.waits is bool(lacks)


def test_a_clock_waits_exactly_as_long_as_it_lacks_an_answer():
    """A slice of every relapse that the texts tell apart; what the case file refuses is left out."""
    sites = (None, ["marrow"], ["cns"], ["testicle", "other"])
    looked_at = 0
    for document in islice(every_time(date(2024, 2, 29), sites, ("yes",)), 0, None, 7):
        case = read_case(document, release().dictionary, TODAY).case
        if case is None:
            continue
        for found in relapse_finding(case).clocks:
            looked_at += 1
            assert found.waits is bool(found.lacks), (document, found)
            assert all(isinstance(case.get(name), Absent) for name in found.lacks)
    assert looked_at > 500
