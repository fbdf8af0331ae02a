"""The family pages past the review date: the words on each page, and nothing pushed off page one by them."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import pytest

from allcounsel.domain.handout import Handout, PaperChoices
from allcounsel.domain.release import ContentRelease
from allcounsel.pdf.layout import lay_out
from allcounsel.pdf.styles import PAPERS, figure_height, frame_width
from allcounsel.services.case_file import read_case
from allcounsel.services.clinic_file import read_clinic
from allcounsel.services.compose_handout import Frame
from allcounsel.services.export_handout import HandoutOrder, make_handout
from helpers import sample_roads
from helpers.pdf_pages import page_texts
from helpers.review_days import DAYS, DUE, PAST, says_review_was_due
from helpers.shipped import engine, release

MEASURE = sample_roads.measure()
SIZES = ("standard", "large", "giant")
CHILDREN = ("standard-for-now", "unknown-heavy", "refractory")
LATE = DAYS["long after"]


def handout(child, content, today, *, size="standard", paper="a4", grey=False) -> Handout:
    case = read_case(child.case, content.dictionary, today).case
    choices = PaperChoices(size=size, paper=paper, grey=grey)
    accepted = frozenset(notice.code for notice in engine().assess(case).notices)
    order = HandoutOrder(case, read_clinic(content.practice_clinic).clinic, choices, "Dr P", accepted)
    room = Frame(frame_width(paper, size), figure_height(paper, size))
    return make_handout(order, content, engine(), today, MEASURE, room)


def named(*names):
    return [child for child in release().practice_children if child.name in names]


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize("grey", [False, True])
def test_every_page_says_so_from_the_day_after_the_review_date_on(writer, name, grey):
    pages = page_texts(writer.pdf(handout(named("relapse-brain")[0], release(), DAYS[name], grey=grey)))
    assert len(pages) > 5
    assert [says_review_was_due(page) for page in pages] == [DAYS[name] in PAST] * len(pages)


@pytest.mark.parametrize("name", DAYS)
def test_the_same_handout_on_the_same_day_has_the_same_bytes(writer, name):
    one, other = (writer.pdf(handout(named("refractory")[0], release(), DAYS[name])) for _ in range(2))
    assert one == other


def due_on(day: date) -> ContentRelease:
    """The content with another review date; the day of printing stays, for its length counts too."""
    return replace(release(), info=replace(release().info, review_due=day))


FRESH, JUST_PAST, LONG_PAST = due_on(LATE), due_on(LATE.replace(day=1)), due_on(DUE)


def on_page_one(made: Handout) -> list[str]:
    return [piece.id for placed in lay_out(made, MEASURE).pages[0] for piece in placed.slab.pieces]


def pushed_off(children, change=lambda made: made) -> tuple[int, list[str]]:
    """How many page ones were laid out, and which hold less once the review is past."""
    tried, found = 0, []
    for size in SIZES:
        for paper in PAPERS:
            for child in children:
                fresh, *past = (
                    handout(child, content, LATE, size=size, paper=paper)
                    for content in (FRESH, JUST_PAST, LONG_PAST)
                )
                for made in past:
                    assert made.foot != fresh.foot
                    tried += 1
                    if on_page_one(change(made)) != on_page_one(fresh):
                        found.append(f"{child.name}, {size}, {paper}")
    return tried, found


def test_the_words_push_nothing_off_page_one(capsys):
    tried, found = pushed_off(named(*CHILDREN))
    say(capsys, f"{tried} page ones past the review date, {len(found)} hold less than before it")
    assert found == []


@pytest.mark.matrix
def test_the_words_push_nothing_off_page_one_of_any_practice_child(capsys):
    tried, found = pushed_off(release().practice_children)
    say(capsys, f"{tried} page ones past the review date, {len(found)} hold less than before it")
    assert found == []


def test_a_longer_sentence_would_be_noticed():
    def wordier(made: Handout) -> Handout:
        foot = tuple(
            replace(piece, text=f"{piece.text} {'Ask your team what is new. ' * 4}")
            if piece.id.startswith("page_one.foot.content")
            else piece
            for piece in made.foot
        )
        return replace(made, foot=foot)

    assert pushed_off(named("unknown-heavy"), wordier)[1]


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
