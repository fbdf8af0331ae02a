"""A paper explains each medical word that it uses, in both languages: in its word list, or on the spot."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from allcounsel.domain.handout import Bullets, Handout, Paragraph, Piece
from allcounsel.domain.ids import FeatureId
from allcounsel.services.quality.parts import APPARATUS, texts
from allcounsel.services.quality.terms import TERMS, abbreviations, first, leads, unexplained
from helpers.papers import Paper, paper_of
from helpers.random_cases import random_case
from helpers.shipped import release

MOST_IN_A_ROW = 7
LANGUAGES = ("en", "es")
LISTED = [name for name, term in TERMS.items() if not term.explanation("en")]


def documents() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every situation for both readers, the practice children, and a T-cell relapse with all medicines."""
    every = list(release().dictionary[FeatureId("medicines")].options)
    for situation in release().situations:
        for years in situation.ages:
            for reader in ("parent", "teenager"):
                more = {"age_at_diagnosis": {"years": years}, "family": {"reader": reader}}
                yield f"{situation.id} at {years}, {reader}", {**situation.case, **more}
        yield f"{situation.id}, all medicines", {**situation.case, **more, "medicines": every}
        yield f"{situation.id}, T-cell", {**situation.case, **more, "lineage": "t_cell"}
    yield from ((child.name, dict(child.case)) for child in release().practice_children)


@cache
def papers(language: str) -> tuple[tuple[str, Handout], ...]:
    """Those of them that the program makes."""
    made = ((name, paper_of(document, language=language)) for name, document in documents())
    return tuple((name, paper.handout) for name, paper in made if paper is not None)


def faults(handout: Handout) -> list[str]:
    return [*unexplained(handout), *abbreviations(handout)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_medical_word_on_a_paper_is_explained_on_it(language, capsys):
    found = {name: faults(handout) for name, handout in papers(language)}
    wrong = {name: each for name, each in found.items() if each}
    with capsys.disabled():
        sys.stdout.write(
            f"\n{language}: {len(found)} papers, {len(TERMS)} terms,"
            f" {len(wrong)} papers with one that is not explained\n"
        )
    assert wrong == {}
    assert len(found) > 100


def of_random_child(seed: int, language: str) -> Paper:
    """With every medicine ticked for every other child, so that every side effect is printed."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    while True:
        document = random_case(rng)
        if seed % 2:
            document["medicines"] = list(release().dictionary[FeatureId("medicines")].options)
        if paper := paper_of(document, language=language):
            return paper


@pytest.mark.parametrize("seed", range(20))
def test_on_the_paper_of_a_random_child_too(seed):
    for language in LANGUAGES:
        assert faults(of_random_child(seed, language).handout) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_part_of_the_word_list_is_long(language):
    lists = [
        block.pieces
        for _, handout in papers(language)
        for section in handout.sections
        if section.id == "words"
        for block in section.blocks
        if isinstance(block, Bullets)
    ]
    assert max(map(len, lists)) <= MOST_IN_A_ROW


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_printed_on_some_paper(language):
    """A term that no paper prints any more guards nothing."""
    said = [text for _, handout in papers(language) for text in texts(handout, *APPARATUS)]
    assert [name for name, term in TERMS.items() if not first(said, term.pattern(language))] == []


# ---------------------------------------------------------------- planted faults


def with_entries(handout: Handout, keep: Any) -> Handout:
    """The paper with those entries of its word list for which ``keep`` holds."""

    def kept(block: Any) -> Any:
        return (
            replace(block, pieces=tuple(filter(keep, block.pieces))) if isinstance(block, Bullets) else block
        )

    sections = (
        replace(one, blocks=tuple(map(kept, one.blocks))) if one.id == "words" else one
        for one in handout.sections
    )
    return replace(handout, sections=tuple(sections))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTED)
def test_an_entry_that_is_lost_is_noticed(name, language):
    pattern = TERMS[name].pattern(language)

    def explains(entry: Piece) -> bool:
        return bool(re.search(pattern, " ".join(leads([entry])), re.IGNORECASE))

    using = (handout for _, handout in papers(language) if first(texts(handout, *APPARATUS), pattern))
    handout = with_entries(next(using), lambda entry: not explains(entry))
    assert any(fault.startswith(f"{name}:") for fault in unexplained(handout))


def telling(words: str, language: str) -> Handout:
    """A plain paper with one more sentence at the start of its first section."""
    handout = dict(papers(language))["standard at 5, parent"]
    planted = Paragraph((Piece("planted", "sentence", words, ()),))
    core, *rest = handout.sections
    return replace(handout, sections=(replace(core, blocks=(planted, *core.blocks)), *rest))


@pytest.mark.parametrize(
    ("language", "planted"),
    [
        ("en", "A trial of daratumumab."),
        ("en", "The psychologist helps."),
        ("en", "A neurologist leads the treatment."),
        ("en", "Then comes the CBC."),
        ("es", "Un estudio de daratumumab."),
        ("es", "El psicólogo ayuda."),
        ("es", "Luego viene el TAC."),
    ],
)
def test_a_sentence_with_a_word_that_nobody_explains_is_noticed(language, planted):
    assert len(faults(telling(planted, language))) == 1
