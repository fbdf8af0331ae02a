"""The road on the screen: larger and fitted again, each step reached by keys, and what is not on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allcounsel.ui.diagram.zoom import FACTORS


@pytest.fixture
def road(window):
    """Opens a practice child's road."""

    def opened(child="standard-for-now"):
        window.open_practice(child)
        window.consultation.go("pathway")
        return window.consultation.page

    return opened


def test_the_road_is_drawn_larger_step_by_step_and_fits_again(road):
    page = road()
    widths = [page.view.width()]
    for _ in FACTORS:
        page.zoom.larger.click()
        widths.append(page.view.width())
    assert widths[:4] == sorted(set(widths[:4]))
    assert widths[4] == widths[3]
    assert widths[3] > 1.8 * widths[0]
    page.zoom.fit.click()
    assert page.view.width() == widths[0]
    page.zoom.smaller.click()
    assert page.view.width() == widths[0]


def test_walking_brings_each_step_of_a_larger_road_into_view(road):
    page = road()
    for _ in FACTORS:
        page.zoom.larger.click()
    page.view.nodes[0].setFocus(Qt.FocusReason.TabFocusReason)
    for index in range(1, len(page.view.nodes)):
        QTest.keyClick(page.view.nodes[index - 1], Qt.Key.Key_Right)
        node = page.view.nodes[index]
        assert node.hasFocus()
        seen = node.visibleRegion().boundingRect()
        assert seen.width() >= min(node.width(), page._picture.viewport().width()) - 2


@pytest.mark.parametrize(
    ("child", "named", "not_named"),
    [
        ("standard-for-now", {"Transplant"}, {"Immunotherapy", "CAR T cells"}),
        ("t-cell", {"Immunotherapy"}, {"Radiation to the brain"}),
        ("relapse-marrow", {"Second transplant"}, {"Immunotherapy", "Blinatumomab"}),
    ],
)
def test_branches_that_are_not_this_childs_are_named_as_that(road, child, named, not_named):
    page = road(child)
    said = page.in_words.elsewhere.text_without_marks()
    assert said.startswith("Not for this child now.")
    others = set(said.removeprefix("Not for this child now. ").rstrip(".").split(", "))
    assert named <= others
    assert not not_named & others
    drawn = {node.node.name for node in page.view.nodes}
    assert not others & drawn
    assert said in page.in_words._scroll.accessibleName()


def test_a_team_that_has_decided_on_a_group_sees_the_road_of_that_group(road):
    page = road("testicular")  # published: standard for now; the team: high
    drawn = {node.node.name for node in page.view.nodes}
    assert "Brain radiation" in drawn
    assert page._model.assessment.pathway.node("brain_radiation") is None
    assert "Radiation to the brain" not in page.in_words.elsewhere.text_without_marks()
    assert "High risk" in page.in_words._scroll.accessibleName()
