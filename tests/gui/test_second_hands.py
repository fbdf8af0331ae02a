"""What an oncologist and a nurse stumbled over in their second trial of the window, each once."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel

from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.parts.words import Marked
from allcounsel.ui.result.change_table import ChangeTable


def said(widget):
    """Every visible text, without marks."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return [label.text_without_marks() if isinstance(label, Marked) else label.text() for label in labels]


@pytest.fixture
def opened(window):
    """Opens a case, or a practice child by name, on a step."""

    def open_at(what, step):
        if isinstance(what, str):
            window.open_practice(what)
        else:
            window._open(CaseModel(window.desk, what))
        window.consultation.go(step)
        return window.consultation.page

    return open_at


# ---- how much is still open
def number(text, pattern):
    found = re.search(pattern, text)
    return int(found.group(1)) if found else 0


@pytest.mark.parametrize("child", ["standard-for-now", "high-by-count", "down-syndrome", "very-high-gene"])
def test_result_table_and_review_count_the_same_open_answers(opened, child):
    result = opened(child, "result")
    sentence = result.band.sentence.text()
    table = " ".join(said(result.findChild(ChangeTable)))
    rows = number(table, r"could change the group \((\d+)\)") + number(table, r"the treatment \((\d+)\)")
    review = " ".join(said(opened(child, "review")))
    assert number(review, r"could change the result \((\d+)\)") == rows > 0
    assert number(sentence, r"(\d+) (?:answers are still open|could still change)") == rows


@pytest.mark.parametrize("child", ["standard-for-now", "down-syndrome"])
def test_the_band_and_the_table_say_the_same_of_the_group(opened, child):
    result = opened(child, "result")
    table = " ".join(said(result.findChild(ChangeTable)))
    alone = number(result.band.sentence.text(), r"Any one of (\d+) alone could change the group")
    assert alone == number(table, r"could change the group \((\d+)\)") > 0


@pytest.mark.parametrize(
    ("child", "words"),
    [
        (
            "grey-zone",
            "Very high risk: no open answer leads there alone; how your protocol reads a result could.",
        ),
        (
            "count-after-steroids",
            "Standard risk, High risk: no open answer leads there alone; how your protocol",
        ),
    ],
)
def test_a_possible_group_that_no_row_leads_to_says_how_it_could_come_about(opened, child, words):
    table = opened(child, "result").findChild(ChangeTable)
    assert any(text.startswith(words) for text in said(table))


def test_where_every_possible_group_has_its_row_nothing_more_is_said(opened):
    table = opened("standard-for-now", "result").findChild(ChangeTable)
    assert not any("leads there alone" in text for text in said(table))
