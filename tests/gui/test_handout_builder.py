"""Which cards, in which order and languages: what is chosen is what is printed, and its figures are told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from allcounsel.domain.handout import PaperChoices
from allcounsel.ui.clinic_block import clinic_of
from allcounsel.ui.handout.making import CardShown, Preview, preview
from helpers.shipped import release

MADE = (
    CardShown("core", "Where we are now", always=True, pages=3),
    CardShown("road", "The road ahead", always=False, pages=2),
    CardShown("tests", "Which tests are there, and why?", always=False, pages=1),
    CardShown("words", "Words you may hear", always=False, pages=2),
    CardShown("sources", "Where each sentence comes from", always=True, pages=3),
)


@pytest.fixture
def coarse(monkeypatch):
    monkeypatch.setattr("allcounsel.ui.handout.making.PREVIEW_DPI", 20)


@pytest.fixture
def asked(monkeypatch):
    """The choices of each preview that was asked for; five cards are offered."""
    choices: list[PaperChoices] = []
    monkeypatch.setattr(
        "allcounsel.ui.handout.page.preview", lambda *given: choices.append(given[-1]) or Preview((), MADE)
    )
    return choices


def opened(window, name="standard-for-now"):
    window.open_practice(name)
    window.consultation.go("handout")
    return window.consultation.page


@pytest.fixture
def page(asked, window, qtbot):
    shown = opened(window)
    qtbot.waitUntil(lambda: bool(shown.cards.findChildren(object, "card-words")), timeout=10_000)
    return shown


def box(page, name):
    return page.cards.findChild(object, f"card-{name}")


def waited(qtbot, asked, want):
    qtbot.waitUntil(lambda: bool(asked) and want(asked[-1]), timeout=10_000)
    return asked[-1]


# ---- cards
def test_every_card_is_on_the_paper_until_one_is_left_out(page, hands, asked, qtbot):
    assert page.choices.cards == ()
    hands.to("Which tests are there, and why?")
    hands.press(Qt.Key.Key_Space)
    assert waited(qtbot, asked, lambda one: bool(one.cards)).cards == ("road", "words")
    hands.press(Qt.Key.Key_Space)
    assert waited(qtbot, asked, lambda one: not one.cards).cards == ()


def test_what_is_always_printed_cannot_be_left_out_and_says_so(page):
    for name in ("core", "sources"):
        assert box(page, name).isChecked()
        assert not box(page, name).isEnabled()
        assert box(page, name).accessibleDescription() == "always in, 3 pages"
    assert box(page, "tests").accessibleDescription() == "1 page"


def test_a_paper_can_be_nothing_but_what_is_always_printed(page):
    for name in ("road", "tests", "words"):
        box(page, name).setChecked(False)
    assert page.choices.cards == ("core", "sources")


def test_one_key_takes_the_fewest_cards_or_all_of_them(page, hands):
    hands.to("Fewest cards")
    hands.press(Qt.Key.Key_Space)
    assert page.choices.cards == ("core", "sources")
    hands.to("All cards")
    hands.press(Qt.Key.Key_Space)
    assert page.choices.cards == ()


def test_arrows_go_from_card_to_card_and_stop_at_the_ends(page, hands):
    hands.to("The road ahead")
    for name in ("tests", "words", "words"):
        hands.press(Qt.Key.Key_Down)
        assert box(page, name).hasFocus()
    hands.press(Qt.Key.Key_Up)
    assert box(page, "tests").hasFocus()
    assert page.choices.cards == ()


def test_tab_comes_to_the_cards_in_their_place(page, window, hands, qtbot):
    qtbot.wait(5)
    walked, expected = hands.walk_through(window.consultation)
    assert box(page, "words") in expected
    assert walked == expected


def test_keys_move_a_card_and_the_order_is_printed(page, hands, asked, qtbot):
    hands.to("Words you may hear")
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert waited(qtbot, asked, lambda one: bool(one.cards)).cards == ("road", "words", "tests")
    assert box(page, "words").hasFocus()
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.choices.cards == ()


def test_a_card_stays_between_what_is_always_printed(page, hands):
    hands.to("The road ahead")
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.choices.cards == ()
    hands.to("Words you may hear")
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.choices.cards == ()


def test_the_next_child_has_all_cards_again(page, window, qtbot):
    box(page, "words").setChecked(False)
    assert opened(window, "t-cell").choices.cards == ()


# ---- two languages
def test_the_other_language_stands_beside_the_first(page, hands):
    hands.to("Español beside it, line by line")
    hands.press(Qt.Key.Key_Space)
    assert (page.choices.language, page.choices.second_language) == ("en", "es")
    hands.pick("Language", "Español")
    assert (page.choices.language, page.choices.second_language) == ("es", "en")
    assert page.options.beside.accessibleName() == "English beside it, line by line"


# ---- what is told of the paper
@pytest.mark.usefixtures("coarse")
def test_pages_and_figures_are_those_of_the_paper_that_is_saved(window, qtbot):
    shown = opened(window)
    qtbot.waitUntil(lambda: shown.preview.page_count > 3, timeout=60_000)
    core, model = window.desk.core, shown._model
    clinic = clinic_of(window.desk).clinic
    made = preview(core, model.case, model.assessment, clinic, shown.choices)
    assert sum(card.pages for card in made.cards) == len(made.pages) == shown.preview.page_count
    (figures,) = made.figures
    rows = dict(shown.figures.rows)
    ease = figures.reading.as_is
    assert rows["Grade (Flesch-Kincaid, SMOG)"] == f"{ease.grade:.1f}, {ease.smog:.1f}"
    assert rows["CCI-informed, 1 not judged"] == "17 of 17"
    assert rows["Words a sentence, longest"].endswith(f", {ease.text.longest}")


@pytest.mark.usefixtures("coarse")
def test_a_paper_in_two_languages_tells_how_each_reads(window, qtbot):
    shown = opened(window, "refractory")
    shown.options.beside.setChecked(True)
    qtbot.waitUntil(lambda: len(shown.figures.rows) > 12, timeout=60_000)
    names = [name for name, _ in shown.figures.rows]
    assert "How it reads (English)" in names
    assert "How it reads (Español)" in names
    assert "INFLESZ, Fernández-Huerta" in names


@pytest.mark.usefixtures("coarse")
def test_a_card_that_is_left_out_has_no_pages(window, qtbot):
    shown = opened(window, "standard-final")
    qtbot.waitUntil(lambda: shown.preview.page_count > 3, timeout=60_000)
    count = shown.preview.page_count
    box(shown, "words").setChecked(False)
    qtbot.waitUntil(lambda: 0 < shown.preview.page_count < count, timeout=60_000)
    assert box(shown, "words").accessibleDescription() == ""


def test_the_cards_of_the_window_are_those_of_the_content():
    assert {card.id for card in release().cards} >= {card.id for card in MADE}


def test_pages_of_cards_are_counted_from_where_they_start(window):
    shown = opened(window)
    core, model = window.desk.core, shown._model
    clinic = clinic_of(window.desk).clinic
    made = preview(core, model.case, model.assessment, clinic, PaperChoices(cards=("words",)))
    printed = {card.id: card.pages for card in made.cards if card.pages}
    assert set(printed) == {"core", "words", "sources"}
    assert sum(printed.values()) == len(made.pages)
