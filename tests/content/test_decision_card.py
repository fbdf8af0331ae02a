"""The trials card is a fair decision card (product.md 2.1): the choice, and every way in equal form."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from allcounsel.domain.handout import Bullets, Handout, Piece, pieces_of
from allcounsel.domain.release import ContentRelease
from allcounsel.domain.text import TextCatalogue
from allcounsel.services.readability import words_of
from helpers.papers import paper_of
from helpers.shipped import release, with_sections

WAYS = ("join", "usual", "time")
SIDES = ("good", "good", "hard", "hard", "life", "life", "life")
LIFE = ("body", "feelings", "days")
LEAST, MOST = 0.67, 1.5
"""How many words the hard sides of a way may have for one of its good sides."""

ONCE = (
    "trials.decision.question",
    "trials.decision.none",
    "trials.ways.numbers",
    "trials.free.nobody",
    "trials.free.leave",
)


def wrong(handout: Handout) -> Iterator[str]:
    """Everything that makes the card less than fair."""
    (section,) = [section for section in handout.sections if section.id == "trials"]
    ids = Counter(piece.id for block in section.blocks for piece in pieces_of(block))
    yield from (f"'{name}' is missing" for name in ONCE if ids[name] != 1)
    bullets = [block for block in section.blocks if isinstance(block, Bullets)]
    lists = {block.pieces[0].id.split(".")[1]: block for block in bullets}
    for way in WAYS:
        yield from (f"{way}: {fault}" for fault in wrong_way(lists[way].pieces if way in lists else ()))
    if len(lists["matters"].pieces) < 4:
        yield "too little to mark"
    if [piece.id.rpartition(".")[2] for piece in lists["steps"].pieces] != ["read", "mark", "ask", "tell"]:
        yield "the steps are not read, mark, ask, tell"


def wrong_way(pieces: tuple[Piece, ...]) -> Iterator[str]:
    parts = [piece.id.split(".")[2] for piece in pieces]
    if parts != list(SIDES):
        yield f"its parts are {parts}"
        return
    if tuple(piece.id.rpartition(".")[2] for piece in pieces[4:]) != LIFE:
        yield "what living with it is like is not told for body, feelings and days"
    good, hard = (sum(len(words_of(piece.plain)) for piece in half) for half in (pieces[:2], pieces[2:4]))
    if not LEAST <= hard / good <= MOST:
        yield f"{good} words of good sides, {hard} of hard ones"


def papers(content: ContentRelease, situations: int | None = None) -> Iterator[tuple[str, Handout]]:
    """The paper of each situation, or of the first few, at each age and for both readers."""
    for situation in release().situations[:situations]:
        for years in situation.ages:
            for reader in ("parent", "teenager"):
                family = {"reader": reader}
                document = {**situation.case, "age_at_diagnosis": {"years": years}, "family": family}
                paper = paper_of(document, content=content)
                assert paper is not None
                yield f"{situation.id} at {years}, {reader}", paper.handout


def test_the_card_is_fair_in_every_situation(capsys):
    read = list(papers(release()))
    found = {name: faults for name, handout in read if (faults := list(wrong(handout)))}
    with capsys.disabled():
        sys.stdout.write(f"\n{len(read)} trial cards, {len(found)} less than fair\n")
    assert found == {}
    assert len(read) > 50


def changed(**change: object) -> ContentRelease:
    """The content with the sentences of the card changed: None leaves one out, a text rewords it."""
    plans, texts = release().sections, dict(release().texts["en"].texts)
    for key, new in change.items():
        name = "trials." + key.replace("__", ".")
        if new is None:
            plans = tuple(
                replace(plan, sentences=tuple(each for each in plan.sentences if each.id != name))
                for plan in plans
            )
        else:
            assert f"handout.{name}" in texts
            texts[f"handout.{name}"] = str(new)
    return replace(with_sections(release(), plans), texts={"en": TextCatalogue("en", texts)})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"join__hard__effects": None}, "join: its parts"),
        ({"usual__life__feelings": None}, "usual: its parts"),
        ({"time__hard__open": "**Hard side:** it is a very long list of words " * 5}, "time: "),
        ({"join__hard__effects": "**Hard side:** few.", "join__hard__not_better": "No."}, "join: "),
        ({"decision__question": None}, "'trials.decision.question' is missing"),
        ({"ways__numbers": None}, "'trials.ways.numbers' is missing"),
        ({"steps__tell": None}, "the steps"),
        ({"matters__new": None}, "too little to mark"),
    ],
)
def test_a_card_that_is_not_fair_is_found(change, fault):
    faults = [each for _, handout in papers(changed(**change), 2) for each in wrong(handout)]
    assert any(each.startswith(fault) for each in faults)
    assert not [each for each in faults if not each.startswith(fault)]
