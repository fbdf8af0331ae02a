"""The words of the road follow the child: nothing is ticked off whose results are still out."""

from __future__ import annotations

import pytest

from allcounsel.services.pathway_words import diagram_words
from helpers.shipped import assess, release


@pytest.mark.parametrize(
    ("name", "unfinished"), [("standard-final", set()), ("standard-for-now", {"tests", "risk_group"})]
)
def test_tests_and_group_are_over_only_when_every_result_that_could_change_something_is_in(name, unfinished):
    child = next(child for child in release().practice_children if child.name == name)
    found = assess(dict(child.case))
    assert found.pathway is not None
    assert diagram_words(release().texts["en"], found.pathway, "", found).unfinished == unfinished
