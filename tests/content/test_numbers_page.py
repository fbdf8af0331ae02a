"""The page of numbers says one fact about a group, in words and circles that agree, and no more than that."""

from __future__ import annotations

import re

import pytest

from allcounsel.domain.handout import Bullets, Heading, IconArray, Section
from allcounsel.services.passive import is_passive
from allcounsel.services.readability import counted, flesch_kincaid, sentences_of
from helpers.papers import paper_of
from helpers.shipped import ASKED_FOR_NUMBERS, release

FIGURE = re.compile(r"\b(\d+) of (\d+)\b")
SAID_OF_ONE_CHILD = re.compile(
    r"\byour (child|son|daughter|group)|\byou(r child)? (will|would|are)\b", re.IGNORECASE
)


def page(content=None) -> Section:
    paper = paper_of(ASKED_FOR_NUMBERS, numbers=True, content=content)
    assert paper is not None
    (section,) = [one for one in paper.handout.sections if one.id == "numbers"]
    return section


def circles() -> IconArray:
    (found,) = [block for block in page().blocks if isinstance(block, IconArray)]
    return found


def texts() -> dict[str, str]:
    paper = paper_of(ASKED_FOR_NUMBERS, numbers=True)
    assert paper is not None
    return {piece.id: piece.plain for piece in paper.pieces("numbers")}


def disagreements(said: list[str], counts: tuple[int, ...]) -> list[tuple[str, str]]:
    """Figures that are neither one of the counts of 100 nor a single circle."""
    figures = [figure for text in said for figure in FIGURE.findall(text)]
    return [each for each in figures if each[1] != "100" or int(each[0]) not in (1, *counts)]


def test_the_circles_are_the_fact_of_april_2025():
    fact = release().evidence["PH-1"]
    assert "to about 90% (under 15)" in fact.fact
    assert fact.source == "pdq-hp-2025"
    assert release().sources[fact.source].content_date == "21 April 2025"
    assert [part.count for part in circles().parts] == [90, 10]
    assert {piece for part in circles().parts for piece in part.label.sources} == {"PH-1"}


def test_words_and_circles_agree_and_tell_both_sides():
    block = circles()
    counts = tuple(part.count for part in block.parts)
    said = [*texts().values(), block.alternative]
    assert disagreements(said, counts) == []
    for name in ("numbers.alive", "numbers.not_alive"):
        assert FIGURE.search(texts()[name])
    for part in block.parts:
        assert f"{part.count} of 100" in part.label.plain
        assert f"{part.count} of 100" in block.alternative


@pytest.mark.parametrize("planted", ["About 91 of 100 were.", "About 9 of 10 were."])
def test_words_that_say_another_figure_than_the_circles_are_noticed(planted):
    assert disagreements([planted], (90, 10))


def test_every_figure_is_about():
    said = [*texts().values(), circles().alternative]
    bare = [text for text in said for found in FIGURE.finditer(text) if not _softened(text, found)]
    assert bare == []
    assert not _softened("90 of 100 were alive.", next(FIGURE.finditer("90 of 100 were alive.")))


def _softened(text: str, found: re.Match[str]) -> bool:
    """A figure of what was counted is "about"; a circle is exactly one."""
    return found.group(1) == "1" or text[: found.start()].lower().endswith("about ")


def test_who_when_how_sure_where_from_and_what_it_cannot_say():
    told = texts()
    assert "United States" in told["numbers.alive"]
    assert "under 15" in told["numbers.alive"]
    assert "after 5 years" in told["numbers.alive"]
    assert "United States" in told["numbers.from.who"]
    assert "past, up to 2020" in told["numbers.from.when"]
    assert "best estimate" in told["numbers.from.sure"]
    assert "National Cancer Institute, of April 2025" in told["numbers.from.source"]
    assert "cannot say what will happen to one child" in told["numbers.one"]
    assert "How to read this picture" in told["numbers.circles.how"]


def test_nothing_on_the_page_is_said_of_this_child():
    said = [*texts().values(), circles().alternative]
    assert [text for text in said if SAID_OF_ONE_CHILD.search(text)] == []
    assert SAID_OF_ONE_CHILD.search("Your child will be well.")
    assert SAID_OF_ONE_CHILD.search("In your group about 90 of 100 were alive.")


def test_the_page_is_a_card_of_its_own_that_need_not_be_read_now():
    section = page()
    first, second, *_ = section.blocks
    assert section.new_page
    assert section.card == "numbers"
    assert isinstance(first, Heading)
    assert first.level == 1
    assert "do not have to read this page now" in texts()["numbers.later"]
    assert second.pieces[0].id == "numbers.later"
    assert sum(isinstance(block, Bullets) for block in section.blocks) == 1


def test_the_page_reads_easily():
    paper = paper_of(ASKED_FOR_NUMBERS, numbers=True)
    assert paper is not None
    said = [piece.plain for piece in paper.pieces("numbers") if piece.kind == "sentence"]
    sentences = [sentence for text in said for sentence in sentences_of(text)]
    text = counted(sentences, "en")
    assert flesch_kincaid(text) <= 6.0
    assert text.words_per_sentence <= 12
    assert text.longest <= 20
    assert not any(map(is_passive, sentences))
