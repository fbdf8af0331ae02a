"""The reference page by keys: what there is to look up, what is known of this child, and never a mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from allcounsel.domain.case import LINEAGE, SITUATION, Case
from allcounsel.domain.reference import Reference
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.parts.words import Marked
from allcounsel.ui.reference.conflict_list import ConflictList
from allcounsel.ui.reference.inputs_card import InputsCard
from allcounsel.ui.reference.page import ReferencePage
from allcounsel.ui.reference.scheme_card import SchemeCard

PROMISE = "Shown for comparison. allcounsel does not place a child in these groups."


def texts(widget):
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return [label.text_without_marks() if isinstance(label, Marked) else label.text() for label in labels]


@pytest.fixture
def looking_up(window, hands):
    """Opens a practice child's result, and from there the reference by its key."""

    def open_at(child, key=""):
        window.open_practice(child)
        window.consultation.go("result")
        hands.ctrl(Qt.Key.Key_T)
        page = window.consultation.page
        assert isinstance(page, ReferencePage)
        if key:
            page.contents.choose(key)
        return page

    return open_at


# ---- the way there and back
def test_the_result_leads_to_it_beside_the_pathway(window, hands):
    window.open_practice("standard-for-now")
    window.consultation.go("result")
    hands.to("Published schemes")
    hands.press(Qt.Key.Key_Return)
    assert isinstance(window.consultation.page, ReferencePage)
    assert PROMISE in texts(window.consultation.page)
    assert hands.name == "First treatment: NCI PDQ, 2025"


@pytest.mark.parametrize("scale", [1.25, 2.0])
def test_in_larger_text_the_way_there_stands_on_the_page(window, hands, look, scale):
    look.use(scale=scale)
    window.open_practice("standard-for-now")
    window.consultation.go("result")
    hands.to("Published schemes")
    assert hands.focus is window.consultation.page.schemes
    hands.press(Qt.Key.Key_Return)
    assert isinstance(window.consultation.page, ReferencePage)


@pytest.mark.parametrize("step", ["blood", "result", "handout"])
def test_back_leads_to_where_one_was(window, hands, step, monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.page.HandoutPage.enter", lambda page: page.setFocus())
    window.open_practice("standard-for-now")
    consultation = window.consultation
    consultation.go(step)
    hands.ctrl(Qt.Key.Key_T)
    hands.ctrl(Qt.Key.Key_T)
    assert consultation.place.step == "reference"
    assert [button.step.id for button in consultation.rail.buttons if button._here] == [step]
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert consultation.place.step == step


def test_forward_goes_on_from_where_one_was(looking_up, window, hands):
    looking_up("standard-for-now")
    hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.consultation.place.step == "pathway"


def test_the_main_button_shows_the_result(looking_up, window, hands):
    looking_up("standard-for-now")
    hands.ctrl(Qt.Key.Key_Return)
    assert window.consultation.place.step == "result"


# ---- the list
def test_arrow_keys_walk_the_list_and_show_at_once(looking_up, hands):
    page = looking_up("standard-for-now")
    seen = [page.scheme_card._scheme.id]
    for _ in range(7):
        hands.press(Qt.Key.Key_Down)
        seen.append(page.scheme_card._scheme.id)
    assert seen == [scheme.id for scheme in page._reference.schemes]
    hands.press(Qt.Key.Key_Down)
    assert isinstance(page.shown, ConflictList)
    for _ in range(20):
        hands.press(Qt.Key.Key_Down)
    assert hands.name.startswith("Where the sources disagree: Other children, ")
    for _ in range(20):
        hands.press(Qt.Key.Key_Up)
    assert hands.name == "First treatment: NCI PDQ, 2025"


def test_tab_leaves_the_list_after_one_stop(looking_up, hands):
    looking_up("standard-for-now", "bfm").contents.entry("bfm").setFocus()
    hands.press(Qt.Key.Key_Tab)
    assert hands.name.startswith("Sources of: Berlin-Frankfurt-Münster")
    hands.press(Qt.Key.Key_Tab)
    assert hands.name.startswith("Table. Standard. MRD: Negative at week")
    hands.press(Qt.Key.Key_Tab)
    assert hands.name.startswith("Inputs for this child. Cell type: B-cell.")


def test_a_relapse_begins_with_the_schemes_for_relapse(looking_up, hands):
    looking_up("relapse-marrow")
    assert hands.name == "First relapse: COG, no date given"


# ---- a scheme
def test_a_scheme_shows_its_year_and_source_and_what_it_does_not_use(looking_up):
    said = " ".join(texts(looking_up("standard-for-now", "bfm").scheme_card))
    assert "National Cancer Institute, 2025." in said
    assert "Age, white cell count and CNS status are not used." in said


def test_an_older_scheme_says_that_it_is_superseded(looking_up):
    said = " ".join(texts(looking_up("standard-for-now", "nci_rome").scheme_card))
    assert "1996, superseded by 2025." in said


def test_f2_opens_what_the_rows_rest_on(looking_up, hands):
    card = looking_up("standard-for-now", "bfm").scheme_card
    hands.press(Qt.Key.Key_F2)
    assert any(text.startswith("PH-53 ") for text in texts(card))
    hands.press(Qt.Key.Key_F2)
    assert not any(text.startswith("PH-53 ") for text in texts(card))


def test_inputs_are_told_in_words_beside_calm_marks(looking_up):
    page = looking_up("standard-for-now", "cog_six")
    said = texts(page.shown.findChild(InputsCard))
    at = said.index("BCR::ABL1 (Philadelphia chromosome)")
    assert said[at + 1] == "Waiting for a result, about 24\u00a0April\u00a02026"
    assert said[said.index("ETV6::RUNX1 (old name TEL::AML1)") + 1] == "Not known"
    assert said[1] == "10 known · 2 waiting · 4 not known"
    assert "Also needed, not asked here" in said


def test_a_child_of_whom_almost_nothing_is_known_is_no_alarm(looking_up):
    said = texts(looking_up("unknown-heavy", "cog_six").shown.findChild(InputsCard))
    assert said.count("Not known") == 15
    assert said[1] == "1 known · 15 not known"


def pictures(page, keys):
    """Each table as it is painted, once the layouts have settled."""
    found = {}
    for key in keys:
        page.contents.choose(key)
        card = page.scheme_card
        for _ in range(3):
            QApplication.processEvents()
        found[key] = (card.accessibleName(), tuple(texts(card)), card.grab().toImage())
    return found


CHILDREN = ("standard-final", "t-cell", "infant", "unknown-heavy", "relapse-marrow")


def test_no_table_looks_different_for_another_child(looking_up):
    """Words and every painted point: a row that was marked as the child's would show."""
    keys = [scheme.id for scheme in looking_up("standard-for-now")._reference.schemes]
    first = pictures(looking_up("standard-for-now"), keys)
    for child in CHILDREN:
        assert pictures(looking_up(child), keys) == first, child


def test_a_planted_mark_on_one_childs_row_is_seen(looking_up, monkeypatch):
    first = pictures(looking_up("standard-for-now"), ["cog_six"])
    plain = SchemeCard._row

    def marked(card, row):
        widget = plain(card, row)
        if row.group == "SR-average":
            widget.layout().itemAt(0).widget().restyle(role="accent")
        return widget

    monkeypatch.setattr(SchemeCard, "_row", marked)
    assert pictures(looking_up("t-cell"), ["cog_six"]) != first


def test_the_page_follows_the_size_of_the_text_while_it_is_shown(looking_up, look):
    page = looking_up("standard-for-now", "cog_six")
    wide = texts(page.scheme_card)
    for scale in (1.25, 2.0, 1.0):
        look.use(scale=scale)
        said = texts(page.scheme_card)
        assert said.count("Genes") == (18 if scale == 2.0 else 1), scale
    assert said == wide


# ---- where the sources disagree
def test_conflicts_that_concern_the_child_come_first_with_every_side_and_its_year(looking_up):
    page = looking_up("t-cell", "child")
    said = texts(page)
    assert "T-ALL is in no group's definition, yet it is not treated as standard risk." in said
    at = said.index("The groups by age and count are for B-ALL.")
    assert said[at - 1] == "2025"
    assert "Where the sources disagree" in said
    assert PROMISE not in said


def test_a_statement_that_is_not_used_says_why(looking_up):
    said = texts(looking_up("standard-for-now", "child"))
    at = said.index('An option for adults, "but not children".')
    assert said[at - 1] == "no date given"
    assert said[at + 1] == "Not used: it has no date and leaves no exception."


def test_all_forty_are_somewhere(looking_up):
    page = looking_up("standard-for-now")
    found = []
    for key in ("child", "maybe", "sources", "others"):
        page.contents.choose(key)
        found += [card._conflict.id for card in page.shown.cards]
        assert page.contents.entry(key).accessibleName().endswith(f", {len(page.shown.cards)}")
    assert sorted(found) == sorted(f"C-{number}" for number in range(1, 41))


def test_f2_opens_the_sources_of_the_conflict_that_has_the_focus(looking_up, hands):
    page = looking_up("relapse-marrow", "child")
    page.shown.cards[1].link.setFocus()
    hands.press(Qt.Key.Key_F2)
    assert any(text.startswith("S3-33 ") for text in texts(page.shown.cards[1]))
    assert not any(text.startswith("S1-13 ") for text in texts(page.shown.cards[0]))


# ---- where it cannot be shown
@pytest.mark.parametrize(
    "case", [Case(), Case().with_answer(SITUATION, "first_treatment").with_answer(LINEAGE, "mature_b")]
)
def test_nothing_is_shown_before_there_is_a_result_or_outside_the_program(window, hands, case):
    window._open(CaseModel(window.desk, case))
    hands.ctrl(Qt.Key.Key_T)
    page = window.consultation.page
    assert page.shown is None
    assert PROMISE not in texts(page)
    assert page.main_action().text == "Back to the review"


def test_content_from_before_the_reference_is_told_and_offers_no_button(window, hands, desk, monkeypatch):
    monkeypatch.setattr(desk.core, "release", replace(desk.core.release, reference=Reference()))
    window.open_practice("standard-for-now")
    window.consultation.go("result")
    assert [action.name for action in window.consultation.page.extra_actions()] == ["to-pathway"]
    hands.ctrl(Qt.Key.Key_T)
    assert texts(window.consultation.page) == [
        "The content in use was made before there were any tables here."
    ]


def test_the_title_of_the_window_never_says_what_is_looked_up(looking_up, window):
    looking_up("standard-for-now", "cog_six")
    assert window.windowTitle() == "allcounsel"
