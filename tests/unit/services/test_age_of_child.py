"""How old the child is to whom the pages for children speak."""

from __future__ import annotations

import pytest

from allcounsel.services.age_of_child import age_of_child
from helpers.papers import paper_of
from helpers.shipped import case

RELAPSE = {"format": "allcounsel-case/1", "situation": "relapse", "date_of_diagnosis": "2022-05-10"}
PAGES = {"young_child", "child", "teenager"}


def relapsed(years: int, day: str | None, months: int | None = None, **more: object) -> dict[str, object]:
    """A case of a relapse on a day, with an age at diagnosis."""
    age = {"years": years} if months is None else {"years": years, "months": months}
    relapse = {"number": 1, "sites": ["marrow"]} | ({"date": day} if day else {})
    return {**RELAPSE, "age_at_diagnosis": age, "relapse": relapse, **more}


@pytest.mark.parametrize(
    ("document", "years"),
    [
        (relapsed(5, "2024-05-09"), 6),
        (relapsed(5, "2024-05-10"), 7),
        (relapsed(5, "2024-05-09", months=1), 7),
        (relapsed(7, "2025-05-10", months=11), 10),
        (relapsed(5, None), None),
        (relapsed(5, "2024-05-10", date_of_diagnosis="unknown"), None),
        ({**RELAPSE, "situation": "refractory", "age_at_diagnosis": {"years": 5}}, 5),
        ({**RELAPSE, "situation": "first_treatment"}, None),
    ],
)
def test_the_age_is_counted_on_to_the_relapse_where_both_days_are_known(document, years):
    assert age_of_child(case(document)) == years


@pytest.mark.parametrize(
    ("years", "day", "pages"),
    [
        (5, "2024-05-09", {"young_child"}),
        (5, "2025-05-10", {"child"}),
        (9, "2026-05-10", {"teenager"}),
        (2, "2022-11-10", set()),
        (5, None, set()),
        (13, None, {"teenager"}),
    ],
)
def test_after_a_relapse_a_child_finds_the_page_of_its_age_then(years, day, pages):
    paper = paper_of(relapsed(years, day))
    assert paper is not None
    assert {section.id for section in paper.handout.sections} & PAGES == pages


def test_a_page_after_a_relapse_says_that_it_came_back():
    paper = paper_of(relapsed(5, "2025-05-10"))
    assert paper is not None
    said = paper.section("child")
    assert "The leukaemia has come back" in said
    assert "What is leukaemia?" not in said
