"""What a machine can see of PEMAT, the CDC index and IPDASi holds on every paper, and each check can fail."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from allcounsel.domain.handout import (
    Block,
    Bullets,
    CallBox,
    Figure,
    GroupBox,
    Handout,
    Heading,
    IconArray,
    OpenBox,
    Paragraph,
    Picture,
    Piece,
    Section,
    SideBySide,
    WritingLines,
)
from allcounsel.services.check_situations import Papers
from allcounsel.services.quality.checklist import Verdict
from allcounsel.services.quality.document import quality_document, quality_lines
from allcounsel.services.quality.measure import CHECKLISTS, Quality, measured
from helpers.papers import FRAME, measure
from helpers.shipped import engine, release

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "es")
WITH_NUMBERS = "standard-final, with numbers"
UNPLANTED = {"Q2", "B11"}
"""A paper that loses its question puts no choice; one without them has those of the choice."""
Plant = Callable[[Handout], Handout]
PEMAT, ACTING, CCI, TRIALS, FERTILITY = CHECKLISTS
MACHINE = {PEMAT.name: 12, ACTING.name: 5, CCI.name: 19, TRIALS.name: 16, FERTILITY.name: 16}
"""Items that a machine judges in English, at the most."""


@cache
def quality(language: str) -> Quality:
    papers = Papers(release(), engine(), measure, FRAME, release().info.checked)
    return measured(papers.every(language), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_meets_every_item_that_a_machine_can_judge(language, capsys):
    found = quality(language)
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(quality_lines(found)) + "\n")
    assert list(found.below()) == []
    assert len(found.papers) > 55
    assert found.worst(CCI).percent >= 90
    for checklist in CHECKLISTS:
        assert not found.worst(checklist).missed


def test_so_many_items_are_judged_and_the_others_are_counted():
    """A check that comes to nothing would drop out of the score without a sound."""
    most = {
        checklist.name: max(
            score.judged
            for paper in quality("en").papers
            for score in paper.scores
            if score.name == checklist.name
        )
        for checklist in CHECKLISTS
    }
    assert most == MACHINE
    assert [len(checklist.items) for checklist in CHECKLISTS] == [17, 7, 20, 44, 44]
    assert quality("en").worst(PEMAT).counted(Verdict.PEOPLE) == 5


def test_each_scale_says_that_it_is_only_informed():
    assert all("-informed" in checklist.name for checklist in CHECKLISTS)
    assert all("for people to judge" in str(quality("en").worst(checklist)) for checklist in CHECKLISTS)


# ---- planted faults
@cache
def paper(name: str = "age_10_plus", language: str = "en") -> Handout:
    """The paper of one situation, or of the child with a page of numbers."""
    papers = Papers(release(), engine(), measure, FRAME, release().info.checked)
    return next(handout for found, handout in papers.every(language) if found.startswith(name))


def changed(handout: Handout, section: str, change: Callable[[Block], Block | None]) -> Handout:
    """The paper with every block of a section changed, or left out where the change gives none."""

    def all_of(one: Section) -> Section:
        blocks = (change(block) for block in one.blocks)
        return replace(one, blocks=tuple(block for block in blocks if block is not None))

    return replace(
        handout, sections=tuple(all_of(one) if one.id == section else one for one in handout.sections)
    )


def without(section: str, kind: type) -> Plant:
    return lambda handout: changed(handout, section, lambda block: None if isinstance(block, kind) else block)


def without_section(name: str) -> Plant:
    return lambda handout: replace(handout, sections=tuple(one for one in handout.sections if one.id != name))


def with_block(section: str, *blocks: Block) -> Plant:
    """With more at the end of a section."""

    def change(handout: Handout) -> Handout:
        sections = (
            replace(one, blocks=(*one.blocks, *blocks)) if one.id == section else one
            for one in handout.sections
        )
        return replace(handout, sections=tuple(sections))

    return change


def reworded(section: str, start: str, words: str | None) -> Plant:
    """With the pieces whose id starts so in other words, or gone."""

    def piece(one: Piece) -> Piece | None:
        if not one.id.startswith(start):
            return one
        return None if words is None else replace(one, text=words)

    def all_of(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(new for old in pieces if (new := piece(old)))

    def block(one: Block) -> Block | None:
        match one:
            case Heading():
                return replace(one, piece=new) if (new := piece(one.piece)) else None
            case SideBySide():
                return replace(
                    one, lists=tuple(replace(each, pieces=all_of(each.pieces)) for each in one.lists)
                )
            case Paragraph() | Bullets():
                return replace(one, pieces=kept) if (kept := all_of(one.pieces)) else None
        return one

    return lambda handout: changed(handout, section, block)


def said(words: str, kind: str = "sentence") -> Piece:
    return Piece("planted", kind, words, ())


def each(section: str, kind: type[Block], change: Callable[[Any], Block]) -> Plant:
    """With every block of one kind changed."""
    return lambda handout: changed(
        handout, section, lambda block: change(block) if isinstance(block, kind) else block
    )


def again(kind: type[Block]) -> Plant:
    """With a box of page one once more, further on."""
    return lambda one: with_block("team", *(b for b in one.sections[0].blocks if isinstance(b, kind)))(one)


def telling(*texts: str) -> Plant:
    """With more sentences at the end of the page about the team."""
    return with_block("team", Paragraph(tuple(said(text) for text in texts)))


SHORT = "We tell you what we see."
CHUNKS = tuple(Paragraph(tuple(said(SHORT) for _ in range(9))) for _ in range(4))
ENDLESS = Bullets(tuple(said("We tell you.", "list") for _ in range(8)))
HARD = "Chemotherapy administration necessitates hospitalisation for observation. "

PLANTED: list[tuple[str, Plant]] = [
    ("U1", without("page_one", Heading)),
    ("U1", without("page_one", GroupBox)),
    ("U3", telling(HARD * 40)),
    ("U4", without_section("words")),
    ("U4", telling("A neurologist leads the treatment.")),
    ("U5", telling(*["The blood is tested."] * 400)),
    ("U6", telling("It takes 2.5 hours.")),
    ("U7", telling("It is twice as strong.")),
    ("U7", telling("It helps 9 out of 10 children.")),
    ("U8", telling(*[SHORT] * 11)),
    ("U9", with_block("team", Heading(said("Team", "heading"), 2), WritingLines(1))),
    ("U11", reworded("page_one", "page_one.remember.ask", None)),
    ("U12", again(CallBox)),
    ("U17", each("tests", Picture, lambda one: replace(one, alternative=""))),
    ("U17", without("road", Paragraph)),
    ("U19", each("page_one", OpenBox, lambda one: replace(one, rows=one.rows * 8))),
    ("A20", reworded("page_one", "page_one.do.", None)),
    ("A20", each("page_one", CallBox, lambda one: replace(one, signs=()))),
    ("A21", reworded("page_one", "page_one.do.keep", "The page stays in sight.")),
    ("A22", reworded("page_one", "page_one.do.keep", "Keep " + "this page " * 8)),
    ("A23", without_section("questions")),
    ("A25", reworded("road", "road.order", None)),
    ("A25", each("tests", Picture, lambda one: replace(one, how_to_read=said(" ")))),
    ("1", again(GroupBox)),
    ("2", without("page_one", GroupBox)),
    ("3", again(GroupBox)),
    ("4", without("road", Figure)),
    ("5", reworded("page_one", "page_one.do.", None)),
    ("6", reworded("page_one", "page_one.do.keep", "This page is kept in sight.")),
    ("7", telling("Ask for the CBC.")),
    ("8", with_block("team", ENDLESS)),
    ("9", with_block("team", *CHUNKS)),
    ("9", without("team", Heading)),
    ("10", without("page_one", SideBySide)),
    ("11", without("page_one", OpenBox)),
    ("12", each("page_one", CallBox, lambda one: replace(one, signs=()))),
    ("13", reworded("call_more", "call.infection", None)),
    ("14", without("page_one", CallBox)),
    ("15", telling("The count was 50 cells per µL.")),
    ("17", telling("A third of the children go home.")),
    ("19", without_section("side_effects")),
]
"""The item that each fault misses, on the paper of a child of ten or older."""

NUMBERS: list[tuple[str, Plant]] = [
    ("U6", telling("It takes 2.5 hours.")),
    ("16", each("numbers", IconArray, lambda one: replace(one, how=said(" ")))),
    ("20", without("numbers", IconArray)),
    ("20", each("numbers", IconArray, lambda one: replace(one, parts=one.parts[:1]))),
]
"""The same on a paper with a page of numbers."""

CHOICES: list[tuple[int, str, Plant]] = [
    (3, "Q1", without_section("about")),
    (3, "Q3", reworded("trials", "trials.join.heading", None)),
    (3, "Q4", reworded("trials", "trials.join.good.", None)),
    (3, "Q5", reworded("trials", "trials.usual.hard.", None)),
    (3, "Q6", reworded("trials", "trials.usual.life.feelings", None)),
    (3, "C1", reworded("trials", "trials.time.hard.open", "**Hard side**: it is a long list of words " * 5)),
    (3, "C1", reworded("trials", "trials.join.hard.", "**Hard side**: few.")),
    (
        3,
        "C2",
        each("trials", Bullets, lambda one: replace(one, pieces=(replace(one.pieces[0], sources=()),))),
    ),
    (3, "C3", lambda one: replace(one, foot=())),
    (3, "C4", reworded("sources", "sources.review.", None)),
    (3, "B2", reworded("trials", "trials.usual.life.", None)),
    (3, "B3", reworded("trials", "trials.ways.numbers", None)),
    (3, "B9", reworded("trials", "trials.matters.new", None)),
    (3, "B10", reworded("trials", "trials.steps.tell", None)),
    (3, "B18", without_section("sources")),
    (4, "Q4", reworded("fertility", "fertility.freeze_now.good", None)),
    (4, "Q6", reworded("fertility", "fertility.not_now.life.body", None)),
    (4, "B3", reworded("fertility", "fertility.ways.numbers", None)),
]
"""The checklist of the choice, the item that the fault misses, and the fault."""


def missed(handout: Handout, start: int = 0, stop: int = 3) -> set[str]:
    """The ids of the items that one paper misses, on some of the checklists."""
    (found,) = measured([("planted", handout)], handout.choices.language).papers
    return {answer.item.id for score in found.scores[start:stop] for answer in score.missed}


def named(plants: list[Any]) -> list[str]:
    return [f"{number}-{plant[-2]}" for number, plant in enumerate(plants)]


def test_the_papers_that_faults_are_planted_in_have_none():
    assert missed(paper(), stop=5) == missed(paper(WITH_NUMBERS), stop=5) == set()


@pytest.mark.parametrize(("item", "plant"), PLANTED, ids=named(PLANTED))
def test_a_planted_fault_misses_its_item(item, plant):
    assert item in missed(plant(paper()))


@pytest.mark.parametrize(("item", "plant"), NUMBERS, ids=named(NUMBERS))
def test_a_fault_on_the_page_of_numbers_misses_its_item(item, plant):
    assert item in missed(plant(paper(WITH_NUMBERS)))


@pytest.mark.parametrize(("place", "item", "plant"), CHOICES, ids=named(CHOICES))
def test_a_choice_that_is_not_put_fairly_misses_its_item(place, item, plant):
    assert item in missed(plant(paper("relapse_testicle, read by a teenager")), place, place + 1)


def test_every_item_with_a_check_has_a_planted_fault():
    checked = {item.id for checklist in (PEMAT, ACTING, CCI) for item in checklist.items if item.check}
    assert {item for item, _ in (*PLANTED, *NUMBERS)} == checked
    fair = {item.id for item in TRIALS.items if item.check}
    assert {item for _, item, _ in CHOICES} | UNPLANTED == fair


# ---- the page
def test_the_page_names_each_item_each_card_and_what_people_judge():
    page = quality_document((quality("en"), quality("es")))
    for checklist in CHECKLISTS:
        assert f"## {checklist.name}\n" in page
        for item in checklist.items:
            assert f"| {item.id} | {item.asks} |" in page
    assert page.count("| for people to judge |") > 20
    assert all(f"| {card} |" in page for card in quality("es").cards)


def test_the_page_is_what_the_papers_say_today():
    page = (ROOT / "docs" / "content" / "quality.md").read_text(encoding="utf-8")
    assert page == quality_document((quality("en"), quality("es"))), "run `allcounsel content docs`"


def test_the_page_says_what_is_missed():
    found = measured([("planted", without_section("words")(paper()))], "en")
    assert "| U4 | Medical words are explained | each term of a closed list | missed |" in quality_document(
        (found,)
    )
    assert any(
        line.startswith("PEMAT-informed, understanding U4 in planted (en): ") for line in found.below()
    )
