"""Review, result and pathway say what the assessment says, in calm words, whatever the case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from allcounsel.domain.answers import Absent, WhiteCount
from allcounsel.domain.case import LINEAGE, SITUATION, Case
from allcounsel.domain.ids import FeatureId
from allcounsel.domain.truth import Truth
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.parts.words import Marked
from allcounsel.ui.result.changes import Changes
from allcounsel.ui.result.reasons import reasons_of


def texts(widget):
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return [label.text_without_marks() if isinstance(label, Marked) else label.text() for label in labels]


@pytest.fixture
def at(window):
    """Opens a practice child, or a case, on a step."""

    def open_at(what, step):
        if isinstance(what, Case):
            window._open(CaseModel(window.desk, what))
        else:
            window.open_practice(what)
        window.consultation.go(step)
        return window.consultation.page

    return open_at


# ---- review
def test_review_lists_open_answers_first_and_leads_to_each(at, window, hands):
    page = at("standard-for-now", "review")
    said = texts(page)
    assert said.index("Still open, and could change the result (6)") < said.index("Answered (19)")
    assert hands.name == "Edit: BCR::ABL1 (Philadelphia chromosome)"
    hands.press(Qt.Key.Key_Return)
    assert window.consultation.place.step == "genes"
    assert hands.name == "BCR::ABL1 (Philadelphia chromosome): Waiting"


def test_review_says_when_a_result_is_expected(at):
    page = at("standard-for-now", "review")
    assert "Waiting for a result, about 24\u00a0April\u00a02026" in texts(page)


def test_confirming_an_odd_value_on_the_review_keeps_the_focus_on_the_page(at, hands):
    count = WhiteCount(Decimal(42), "/uL")
    case = Case().with_answer(SITUATION, "first_treatment").with_answer(FeatureId("wbc_at_diagnosis"), count)
    page = at(case, "review")
    hands.to("It is right as entered")
    hands.press(Qt.Key.Key_Return)
    assert page._model.to_confirm == ()
    assert hands.name.startswith("Edit: ")


# ---- result
@pytest.mark.parametrize(
    ("child_name", "title", "closed"),
    [
        ("standard-for-now", "Standard risk, for\u00a0now", False),
        ("standard-final", "Standard risk, final", True),
        ("high-by-count", "High risk, for\u00a0now", False),
        ("infant", "Very high risk, final", True),
        ("t-cell", "T-cell ALL, final", True),
        ("count-after-steroids", "No group yet", False),
        ("relapse-marrow", "Relapse", False),
    ],
)
def test_the_band_and_the_bar_say_the_group(at, window, child_name, title, closed):
    page = at(child_name, "result")
    assert page.band.title.text() == title
    assert window.consultation.bar.group.text() == title
    assert page.band.mark._closed is closed


def test_the_teams_decision_titles_the_page_and_the_published_group_stands_below(at, hands):
    page = at("standard-final", "result")
    hands.to("Record team decision…")
    hands.press(Qt.Key.Key_Return)
    hands.pick("Your team's decision", "High risk")
    hands.to("Done")
    hands.press(Qt.Key.Key_Return)
    assert page.band.title.text() == "High risk, your team's decision"
    assert "By the published groups: Standard risk, final" in texts(page.band)
    assert any("Your team's group differs" in text for text in texts(page))
    hands.to("Change team decision…")
    hands.press(Qt.Key.Key_Return)
    hands.to("Take the team's decision away")
    hands.press(Qt.Key.Key_Return)
    assert page.band.title.text() == "Standard risk, final"


def test_a_source_opens_in_place_with_fact_title_organisation_and_year(at, hands):
    page = at("standard-for-now", "result")
    hands.press(Qt.Key.Key_F2)
    card = page._reasons.cards[0]
    assert card.is_open
    said = " ".join(texts(card))
    assert "S3-35" in said
    assert "PDQ" in said
    assert "2022" in said
    hands.press(Qt.Key.Key_F2)
    assert not card.is_open


def test_every_rule_that_was_looked_at_is_a_reason(desk, child):
    case = child("standard-for-now")
    assessment = desk.core.engine.assess(case)
    telling, rest = reasons_of(assessment.findings, case, desk.core.release, desk.core.words)
    assert len(telling) + len(rest) == len(assessment.findings)
    assert telling[0].title == "Standard for now"
    marks = {reason.title: reason.mark for reason in telling}
    assert marks["BCR::ABL1"] == "clock"
    assert marks["White cell count at diagnosis"] == "check"
    assert all(
        reason.clause.endswith("Not counted either way.") for reason in telling if reason.mark != "check"
    )


def test_a_rule_that_does_not_apply_has_no_tick(desk, child):
    case = child("standard-for-now")
    findings = desk.core.engine.assess(case).findings
    _, rest = reasons_of(findings, case, desk.core.release, desk.core.words)
    truths = [finding.truth for finding in findings]
    marks = [reason.mark for reason in rest]
    assert 0 < marks.count("minus") <= truths.count(Truth.NO)
    assert 0 < marks.count("check") <= truths.count(Truth.YES)


def test_what_could_change_names_each_open_answer_with_its_outcome(desk, child, words):
    case = child("standard-for-now")
    now = desk.core.engine.assess(case)
    questions = Changes(words, case, now, desk.core.engine.assess).questions()
    first = next(question for question in questions if question.feature == "genetics.bcr_abl1")
    assert [(line.if_words, line.then_words) for line in first.lines] == [
        ("Not found", "stays, for now"),
        ("Found", "**Very high risk**, Ph-positive"),
    ]
    assert [line.closed for line in first.lines] == [False, True]
    moving = [question.moves_group for question in questions]
    assert moving == sorted(moving, reverse=True)


@pytest.mark.parametrize("name", ["standard-for-now", "unknown-heavy", "grey-zone", "refractory", "cns3"])
def test_every_open_feature_that_can_change_something_is_listed(desk, child, words, name):
    case = child(name)
    now = desk.core.engine.assess(case)
    questions = Changes(words, case, now, desk.core.engine.assess).questions()
    assert {question.feature for question in questions} == {change.feature for change in now.could_change}


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 11, 21), "was due 21 November 2026"), (date(2026, 11, 22), "about 22 November 2026")],
)
def test_a_day_that_went_by_without_a_result_is_told_from_one_that_comes(at, child, day, said):
    asked = FeatureId("genetics.bcr_abl1")
    page = at(child("standard-for-now").with_expected(asked, day), "result")
    assert said in " ".join(texts(page)).replace("\u00a0", " ")


def test_nothing_open_is_said_so(at):
    page = at("cns3", "result")
    assert "Nothing open can change this." in texts(page)


@pytest.mark.parametrize(("child", "said"), [("relapse-brain", True), ("cns3", False)])
def test_after_a_relapse_the_bar_says_that_the_age_is_the_one_at_diagnosis(at, window, child, said):
    at(child, "result")
    age, *_ = window.consultation.bar.about.text().split("  ·  ")
    assert age.endswith("at diagnosis") == said


def test_all_five_clocks_are_shown_after_a_relapse(at):
    page = at("relapse-marrow", "result")
    said = texts(page)
    assert sum(text.startswith("From ") and "birthday" not in text for text in said) == 5
    assert "Bone marrow, no other place named" in said


def test_a_relapse_outside_the_marrow_is_never_called_isolated_before_the_marrow_was_looked_at(at):
    case = Case().with_answer(SITUATION, "relapse").with_answer(FeatureId("relapse.sites"), ("cns",))
    said = " ".join(texts(at(case, "result")))
    assert "open until the marrow is looked at" in said


def test_a_clock_without_its_date_waits_and_never_says_that_its_source_has_no_statement(at):
    case = Case().with_answer(SITUATION, "relapse").with_answer(FeatureId("relapse.sites"), ("marrow",))
    said = texts(at(case, "result"))
    assert said.count("not counted yet") == 5
    assert "no statement" not in said
    assert "Still open: Date of relapse, Date of first remission." in said
    case = case.with_answer(FeatureId("relapse.on_treatment"), "yes")
    assert texts(at(case, "result")).count("On treatment") == 2


@pytest.mark.parametrize("lineage", ["mixed", "mature_b", "lymphoma"])
def test_a_disease_that_is_not_covered_is_said_so_calmly(at, window, lineage):
    case = Case().with_answer(SITUATION, "first_treatment").with_answer(LINEAGE, lineage)
    page = at(case, "result")
    assert page.band.title.text() == "Outside this program"
    assert page.main_action().text == "Back to the review"
    for step in ("pathway", "handout"):
        window.consultation.go(step)
        assert "This program does not cover this disease" in texts(window.consultation.page)


def test_too_little_known_is_no_alarm(at):
    page = at("count-after-steroids", "result")
    assert "Too little is known for a group." in page.band.sentence.text()
    case = Case().with_answer(SITUATION, "first_treatment").with_answer(LINEAGE, Absent.PENDING)
    assert at(case, "result").band.title.text() == "No group yet"


# ---- pathway
def test_every_step_of_the_road_is_a_widget_with_a_name_and_words(at, hands):
    page = at("standard-for-now", "pathway")
    assert hands.name == "3. Induction"
    assert all(node.accessibleName() for node in page.view.nodes)
    steps = [node for node in page.view.nodes if node.accessibleName()[0].isdigit()]
    assert len(steps) == 7
    assert all(node.accessibleDescription() for node in steps)
    pathway = page._model.assessment.pathway
    assert {str(node.id) for node in pathway.nodes} <= {node.node.id for node in page.view.nodes}
    assert set(page.in_words.entries) == {str(node.id) for node in pathway.nodes}


def test_arrows_walk_the_road_and_enter_opens_what_is_behind_a_step(at, hands):
    page = at("standard-for-now", "pathway")
    here = page.view.nodes.index(hands.focus)
    hands.press(Qt.Key.Key_Right)
    assert hands.focus is page.view.nodes[here + 1]
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_Return)
    entry = page.in_words.entries[hands.focus.node.id]
    assert entry._more.isVisible()
    for _ in range(60):
        hands.press(Qt.Key.Key_Right)
    assert hands.focus is page.view.nodes[-1]


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_the_picture_is_saved_under_label_and_day_alone(at, hands, monkeypatch, tmp_path, suffix):
    asked = []

    def ask(parent, title, suggestion, kinds):
        asked.append(suggestion)
        return str(tmp_path / f"road.{suffix}")

    monkeypatch.setattr("allcounsel.ui.dialogs.ask_save_path", ask)
    page = at("standard-for-now", "pathway")
    hands.to("Save picture…")
    hands.press(Qt.Key.Key_Return)
    assert asked == ["Practice-01-pathway-2026-11-22.png"]
    content = (tmp_path / f"road.{suffix}").read_bytes()
    assert content.startswith(b"\x89PNG" if suffix == "png" else b"<svg")
    assert "road" in page.said.text


def test_the_road_turns_down_in_large_text(at, look):
    page = at("standard-for-now", "pathway")
    across = page.view.sizeHint()
    look.use(scale=1.5)
    assert page.view.sizeHint().height() > across.height()
