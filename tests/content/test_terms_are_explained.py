"""A medical word on a paper is explained on that paper: in its word list, or where it first stands.

The terms are a closed list: words that a family cannot be expected to know. A new one belongs here too.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from allcounsel.domain.handout import Bullets, Piece
from allcounsel.domain.ids import FeatureId
from helpers.papers import Paper, paper_of
from helpers.random_cases import random_case
from helpers.shipped import release

MOST_IN_A_ROW = 7

NOT_READ = ("words", "sources")
"""The word list itself, and titles of texts as they are printed elsewhere."""

IN_THE_LIST = {
    "acute lymphoblastic leukaemia": r"acute lymphoblastic",
    "bone marrow": r"\bmarrow\b",
    "white blood cells": r"white (blood )?cells?\b",
    "red blood cells": r"red blood cells?",
    "platelets": r"platelets?",
    "B cells and T cells": r"\b[BT][ -]cells?\b(?! leuk| ALL)",
    "low blood counts": r"low blood counts",
    "immune system": r"immune (system|cells?)",
    "antibodies": r"antibod",
    "remission": r"remission",
    "relapse": r"relapse",
    "refractory": r"refractory",
    "risk group": r"risk group",
    "MRD": r"\bMRD\b",
    "chromosomes and genes": r"chromosome|\bgenes?\b",
    "Philadelphia change": r"Philadelphia",
    "KMT2A": r"KMT2A",
    "spinal tap": r"spinal tap",
    "intrathecal": r"intrathecal",
    "line or port": r"\bport\b|\bline\b(?! that| to write)",
    "induction": r"\binduction",
    "consolidation": r"consolidation",
    "maintenance": r"maintenance",
    "chemotherapy": r"chemotherapy",
    "chemotherapy medicines": r"asparaginase|cyclophosphamide|cytarabine|etoposide|ifosfamide|mercaptopurine"
    r"|methotrexate|vincristine",
    "anthracyclines": r"anthracyclines?",
    "steroids": r"\bsteroids?\b",
    "targeted medicine": r"targeted medicines?",
    "imatinib and dasatinib": r"imatinib|dasatinib",
    "immunotherapy": r"immunotherapy",
    "blinatumomab": r"blinatumomab",
    "CAR T cells": r"CAR T",
    "inotuzumab": r"inotuzumab",
    "nelarabine": r"nelarabine",
    "bortezomib": r"bortezomib",
    "daratumumab": r"daratumumab",
    "transplant": r"transplant",
    "donor": r"\bdonor",
    "radiation": r"\bradiation\b(?! onco)",
    "late effects": r"late effects",
    "hormones": r"hormones?",
    "fertility": r"fertility",
    "clinical trial": r"clinical trials?",
    "second opinion": r"second opinion",
    "genetic counselling": r"genetic counsell",
    "palliative care": r"palliative",
}
"""What the word list explains: the term, and how it stands in a text."""

ON_THE_SPOT = {
    "neurologist": (r"neurologist", r"brain and nerves"),
    "radiation oncologist": (r"oncologist", r"doctor for radiation"),
    "psychologist": (r"psychologist", r"fear|sad"),
    "dietitian": (r"dietitian", r"food"),
    "child-life expert": (r"child-life", r"tests|feelings"),
    "pharmacist": (r"pharmacist", r"medicine"),
    "testosterone": (r"testosterone", r"a hormone"),
}
"""What is explained in the sentence itself: the term, how it stands there, and what has to stand with it."""


def unexplained(texts: list[str], entries: list[Piece]) -> Iterator[str]:
    """The terms that these texts use and these entries of the word list do not explain."""
    listed = " ".join(leads(entries))
    for term, pattern in IN_THE_LIST.items():
        found = first(texts, pattern)
        if found and not re.search(pattern, listed, re.IGNORECASE):
            yield f"{term}: {found}"
    for term, (pattern, explanation) in ON_THE_SPOT.items():
        found = first(texts, pattern)
        if found and not re.search(explanation, found, re.IGNORECASE):
            yield f"{term}: {found}"


def first(texts: list[str], pattern: str) -> str:
    """The first text in which a term stands."""
    return next((text for text in texts if re.search(pattern, text, re.IGNORECASE)), "")


def leads(entries: list[Piece]) -> list[str]:
    """What the entries of the word list explain: their bold words, and the long form of ALL."""
    named = [lead for piece in entries for lead in re.findall(r"\*\*(.+?)\*\*", piece.text)]
    return [*named, *(piece.plain for piece in entries if piece.plain.startswith("ALL:"))]


def used(paper: Paper) -> list[str]:
    return paper.texts(without=NOT_READ)


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
def papers() -> tuple[tuple[str, Paper], ...]:
    """Those of them that the program makes."""
    made = ((name, paper_of(document)) for name, document in documents())
    return tuple((name, paper) for name, paper in made if paper is not None)


def test_every_medical_word_on_a_paper_is_explained_on_it(capsys):
    found = {name: list(unexplained(used(paper), paper.pieces("words"))) for name, paper in papers()}
    wrong = {name: faults for name, faults in found.items() if faults}
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(found)} papers, {len(IN_THE_LIST) + len(ON_THE_SPOT)} terms,"
            f" {len(wrong)} papers with one that is not explained\n"
        )
    assert wrong == {}
    assert len(found) > 100


@pytest.mark.parametrize("seed", range(40))
def test_on_the_paper_of_a_random_child_too(seed):
    """With every medicine ticked for every other child, so that every side effect is printed."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    paper = None
    while paper is None:
        document = random_case(rng)
        if seed % 2:
            document["medicines"] = list(release().dictionary[FeatureId("medicines")].options)
        paper = paper_of(document)
    assert list(unexplained(used(paper), paper.pieces("words"))) == []


def test_no_part_of_the_word_list_is_long():
    lists = [
        block.pieces
        for _, paper in papers()
        for section in paper.handout.sections
        if section.id == "words"
        for block in section.blocks
        if isinstance(block, Bullets)
    ]
    assert max(map(len, lists)) <= MOST_IN_A_ROW


def test_every_term_is_printed_on_some_paper():
    """A term that no paper prints any more guards nothing."""
    said = [text for _, paper in papers() for text in used(paper)]
    patterns = [*IN_THE_LIST.values(), *(pattern for pattern, _ in ON_THE_SPOT.values())]
    assert [pattern for pattern in patterns if not first(said, pattern)] == []


# ---------------------------------------------------------------- planted faults


@pytest.mark.parametrize("term", IN_THE_LIST)
def test_an_entry_that_is_lost_is_noticed(term):
    def notices(paper: Paper) -> bool:
        entries = [piece for piece in paper.pieces("words") if not explains(piece, term)]
        return any(fault.startswith(f"{term}:") for fault in unexplained(used(paper), entries))

    assert any(notices(paper) for _, paper in papers())


def explains(entry: Piece, term: str) -> bool:
    return bool(re.search(IN_THE_LIST[term], " ".join(leads([entry])), re.IGNORECASE))


@pytest.mark.parametrize(
    "planted",
    [
        "A trial of daratumumab.",
        "The psychologist helps.",
        "A neurologist leads the treatment.",
    ],
)
def test_a_sentence_with_a_word_that_nobody_explains_is_noticed(planted):
    paper = dict(papers())["standard at 5, parent"]
    assert len(list(unexplained([planted, *used(paper)], paper.pieces("words")))) == 1
