"""The protocol's own name can title the paper, so it holds to what a family is told (evidence 5.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allcounsel.domain.handout import PaperChoices
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.export_handout import LONGEST_TITLE, HandoutOrder, refusals
from allcounsel.services.words import Words
from helpers.shipped import ALL_CLEAR, case, engine, release


def codes(protocol: str, **answers: object) -> set[str]:
    document = ALL_CLEAR | answers | {"team_group": {"group": "other", "protocol": protocol}}
    clinic = read_clinic(release().practice_clinic).clinic
    assert clinic is not None
    order = HandoutOrder(case(document), clinic, PaperChoices(), "Dr P", frozenset())
    return {problem.code for problem in refusals(order, engine().assess(order.case))}


@pytest.mark.parametrize(
    "protocol",
    ["low risk", "Low_risk", "low\u2011risk", "lowest risk", "Risk: low", "cured", "No hope", "5 mg/m2"],
)
def test_what_families_are_never_told_cannot_title_the_paper(protocol):
    assert codes(protocol) == {"not_for_families"}


@pytest.mark.parametrize("protocol", ["Standard risk", "standard", "Arm S, Standard\u00a0risk"])
def test_t_cell_leukaemia_is_not_titled_standard_by_another_way(protocol):
    assert "standard_for_t_cell" in codes(protocol, lineage="t_cell")
    assert codes(protocol) == set()


@pytest.mark.parametrize("protocol", ["AALL1731, arm B", "ALLTogether1 intermediate", "Interfant-06 MR", ""])
def test_the_names_of_protocols_are_let_through(protocol):
    assert codes(protocol) == set()


def test_a_title_that_would_push_the_signs_off_page_one_is_refused():
    assert codes("x" * LONGEST_TITLE) == set()
    assert codes("x" * (LONGEST_TITLE + 1)) == {"too_long"}


def test_a_name_of_spaces_is_no_name():
    team = engine().assess(case(ALL_CLEAR | {"team_group": {"group": "other", "protocol": "x"}})).team_group
    assert team is not None
    assert Words(release()).team_label(replace(team, protocol="   ")) == Words(release()).team_label(
        replace(team, protocol="")
    )
