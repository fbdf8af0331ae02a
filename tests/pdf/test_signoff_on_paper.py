"""The mark "not yet reviewed" on the pages themselves: on each of them, or, once all is signed, on none."""

from __future__ import annotations

from datetime import date

import pytest

from allcounsel.content.release import read_release
from allcounsel.domain.handout import PaperChoices
from allcounsel.pdf.styles import figure_height, frame_width
from allcounsel.services.compose_handout import Frame
from allcounsel.services.export_handout import HandoutOrder, make_handout
from helpers import sample_roads
from helpers.papers import clinic
from helpers.pdf_pages import letters, page_texts
from helpers.shipped import case, engine, release
from helpers.signed import signed_in

MARK = {
    language: letters(release().texts[language].texts["handout.page_one.foot.not_reviewed"])
    for language in ("en", "es")
}
EACH, NONE = True, False
CHILD = next(child for child in release().practice_children if child.name == "standard-for-now")


def marked(writer, content, language, second=""):
    """For each language of the paper, the pages that carry the mark, of how many."""
    read = case(CHILD.case)
    choices = PaperChoices(language, second_language=second)
    accepted = frozenset(notice.code for notice in engine().assess(read).to_confirm)
    frame = Frame(frame_width(choices.paper, choices.size), figure_height(choices.paper, choices.size))
    order = HandoutOrder(read, clinic(), choices, "A clinician", accepted)
    made = make_handout(order, content, engine(), date(2026, 11, 22), sample_roads.measure(), frame)
    pages = [letters(text) for text in page_texts(writer.pdf(made))]
    assert len(pages) > 5
    found = {name: {MARK[name] in page for page in pages} for name in (language, second) if name}
    assert all(len(states) == 1 for states in found.values()), "on some pages only"
    return {name: states.pop() for name, states in found.items()}


@pytest.mark.parametrize("language", ["en", "es"])
def test_as_shipped_each_page_carries_the_mark(writer, language):
    assert marked(writer, release(), language) == {language: EACH}


@pytest.mark.parametrize("language", ["en", "es"])
def test_once_all_is_signed_no_page_carries_it(writer, language):
    assert marked(writer, read_release(signed_in([language])), language) == {language: NONE}


@pytest.mark.parametrize("without", ["handout/siblings.yaml", "texts/en/handout/siblings.yaml", "cards.yaml"])
def test_one_unsigned_file_of_many_keeps_it_on_each_page(writer, without):
    assert marked(writer, read_release(signed_in(["en"], without=without)), "en") == {"en": EACH}


@pytest.mark.parametrize(
    ("read", "carries"), [([], EACH), (["en"], EACH), (["es"], EACH), (["en", "es"], NONE)]
)
@pytest.mark.parametrize(("first", "second"), [("en", "es"), ("es", "en")])
def test_a_paper_in_two_languages_loses_it_in_both_or_in_neither(writer, read, carries, first, second):
    content = read_release(signed_in(read)) if read else release()
    assert marked(writer, content, first, second) == {first: carries, second: carries}
