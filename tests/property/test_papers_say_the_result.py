"""The family reads the result: its group, "for now" exactly where it is provisional, and nobody else's."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import replace

import pytest

from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.handout import GroupBox, Handout
from allcounsel.services.quality.parts import texts
from helpers.papers import Paper, paper_of
from helpers.random_cases import random_case
from helpers.result_words import FOR_NOW, says_for_now, title_of
from helpers.shipped import release

LANGUAGES = ("en", "es")
CASES = 150


def papers(language: str, seed: int = 7) -> list[Paper]:
    """Of random children; those that the program refuses are left out."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    found: list[Paper] = []
    while len(found) < CASES:
        paper = paper_of({**random_case(rng), "label": f"Child {len(found)}"}, language=language)
        if paper:
            found.append(paper)
    return found


def title(handout: Handout) -> str:
    (box,) = (block for block in handout.sections[0].blocks if isinstance(block, GroupBox))
    return box.title.plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_result_are_those_of_the_assessment(language, capsys):
    found = papers(language)
    wrong = [
        (title(paper.handout), title_of(paper.assessment, language))
        for paper in found
        if title(paper.handout) != title_of(paper.assessment, language)
    ]
    late = [
        paper.assessment.status
        for paper in found
        if says_for_now(texts(paper.handout), language) != paper.assessment.for_now
    ]
    statuses = {paper.assessment.status for paper in found}
    with capsys.disabled():
        sys.stdout.write(
            f"\n{language}: {len(found)} random papers, {len(wrong)} with another group, {len(late)} that say"
            ' "for now" where it does not hold, or do not where it does\n'
        )
    assert wrong == []
    assert late == []
    assert {Status.FINAL, Status.PROVISIONAL, Status.NOT_APPLICABLE} <= statuses


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_situation_and_practice_child_says_its_result(language):
    documents = [one.case for one in release().practice_children]
    documents += [{**one.case, "age_at_diagnosis": {"years": one.ages[0]}} for one in release().situations]
    for document in documents:
        paper = paper_of(document, language=language)
        if paper is not None:
            assert title(paper.handout) == title_of(paper.assessment, language)
            assert says_for_now(texts(paper.handout), language) == paper.assessment.for_now


def test_two_children_never_mix():
    """Nobody's label stands on the paper that was made just before or just after."""
    found = papers("en", seed=11)[:60]
    for before, child, after in zip(found, found[1:], found[2:], strict=False):
        for other in (before, after):
            assert other.handout.label not in "\n".join(texts(child.handout))
    labels = [paper.handout.label for paper in found]
    assert len(set(labels)) == len(labels)


def test_a_paper_does_not_depend_on_the_papers_before_it():
    alone = [paper.handout for paper in papers("en", seed=3)[:20]]
    mixed = {paper.handout.label: paper.handout for paper in papers("en", seed=3)[:20][::-1]}
    assert [mixed[handout.label] for handout in alone] == alone


# ---- planted faults
def assessed(**change: object) -> Assessment:
    (paper,) = [paper for paper in papers("en")[:40] if paper.assessment.status is Status.PROVISIONAL][:1]
    return replace(paper.assessment, **change)  # type: ignore[arg-type]


def test_another_group_or_a_missing_for_now_is_noticed():
    provisional = assessed(team_group=None)
    assert FOR_NOW["en"] in title_of(provisional, "en").lower()
    final = replace(provisional, status=Status.FINAL)
    assert title_of(final, "en") != title_of(provisional, "en")
    assert title_of(replace(final, group=None, status=Status.NOT_ASSIGNED), "en") == "No group yet"


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "Standard risk, for\u00a0now", True),
        ("en", "**For now**: open.", True),
        ("en", "Nothing for nowhere.", False),
        ("es", "Riesgo alto, por ahora", True),
        ("es", "Ahora no.", False),
    ],
)
def test_for_now_is_seen_however_it_is_written(language, text, said):
    assert says_for_now([text], language) is said
    assert re.search(FOR_NOW[language], "for now por ahora")
