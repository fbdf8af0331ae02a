"""What a clinician opens on the screen: an older source reads as older, a replaced fact names the newer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from allcounsel.domain.citations import citings
from allcounsel.domain.handout import HOUSE
from allcounsel.domain.text import TextCatalogue
from allcounsel.services.words import Words
from allcounsel.ui.diagram.in_words import InWords
from allcounsel.ui.parts.source_list import SourceList
from allcounsel.ui.parts.words import Marked
from allcounsel.ui.result.clock_table import ClockTable
from helpers.shipped import assess


def said(widget):
    labels = widget.findChildren(QLabel)
    return [one.text_without_marks() if isinstance(one, Marked) else one.text() for one in labels]


def told_as_new(listed, release, evidence):
    """Ids whose entry in an opened list lacks its mark; an entry runs to the next one."""
    starts = [next(i for i, text in enumerate(listed) if text.startswith(f"{one} ")) for one in evidence]
    ends = [*starts[1:], len(listed)]
    found = []
    for one, start, end in zip(evidence, starts, ends, strict=True):
        entry = " ".join(listed[start:end])
        newer = release.evidence[one].superseded_by
        old = release.source_of(one).superseded_by
        if (old and ", superseded by " not in entry) or any(
            f"Superseded by {id_} (" not in entry for id_ in newer
        ):
            found.append(one)
    return found


def all_cited(release):
    ids = (evidence_id for citing in citings(release) for evidence_id in citing.sources)
    return [one for one in dict.fromkeys(ids) if one != HOUSE]


@pytest.fixture
def opened(qapp, look):
    """A list of sources as it opens under a card; gone again after the test."""
    made = []

    def open_list(words, evidence):
        made.append(SourceList(look, words, evidence))
        return said(made[-1])

    yield open_list
    for one in made:
        one.deleteLater()


def test_every_source_that_can_be_opened_is_marked_where_it_is_superseded(opened, core):
    evidence = all_cited(core.release)
    assert len(evidence) > 200
    assert told_as_new(opened(core.words, evidence), core.release, evidence) == []


def test_a_list_that_has_lost_its_marks_is_noticed(opened, core):
    texts = {**core.release.texts["en"].texts, "labels.currency.superseded": "{when}"}
    words = Words(replace(core.release, texts={"en": TextCatalogue("en", texts)}))
    evidence = all_cited(core.release)
    assert len(told_as_new(opened(words, evidence), core.release, evidence)) > 100


def test_a_reason_shows_the_year_at_once_and_the_standing_of_its_source_when_it_is_opened(window, hands):
    window.open_practice("relapse-marrow")
    window.consultation.go("result")
    reasons = window.consultation.page._reasons
    reasons.more.click()
    card = next(card for card in reasons.cards if card.reason.sources[0] == "S1-16")
    assert card.link.text() == "S1-16, 2014"
    card.link.setFocus()
    hands.press(Qt.Key.Key_F2)
    entry = " ".join(said(card))
    assert "2014, superseded by 2025." in entry
    assert "Superseded by PH-113 (2025)." in entry


def test_the_clocks_name_an_older_source_as_older(qapp, look, words):
    table = ClockTable(look, words, assess({"situation": "relapse"}).relapse)
    lines = [line for line in said(table) if line.startswith("S1-13")]
    assert [line.endswith("National Cancer Institute, 2014, superseded by 2025.") for line in lines] == [True]
    table.deleteLater()


def test_a_step_of_the_road_names_an_older_source_as_older(window, qtbot):
    window.open_practice("relapse-marrow")
    window.consultation.go("pathway")
    qtbot.wait(50)
    page = window.consultation.page
    page._open("chemotherapy_after_reinduction")
    assert isinstance(page.in_words, InWords)
    entry = " ".join(said(page.in_words.entries["chemotherapy_after_reinduction"]))
    assert "2014, superseded by 2025." in entry
    assert "Superseded by PH-113 (2025)." in entry
    assert "Late marrow relapse" in entry


def test_the_help_of_a_question_names_an_older_source_as_older(window, hands):
    window.open_practice("standard-for-now")
    window.consultation.go("blood")
    hands.press(Qt.Key.Key_F1)
    assert [line for line in said(window.consultation.page) if "2022, superseded by the text read in" in line]
