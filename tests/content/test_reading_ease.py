"""The handout reads easily: measured on the sentences that each practice child's family would read."""

from __future__ import annotations

import re
import sys

import pytest

from allcounsel.domain.handout import pieces_of
from allcounsel.services.readability import Counted, counted, flesch_kincaid, sentences_of, smog, words_of
from helpers.papers import paper_of
from helpers.shipped import release

LEFT_OUT = ("sources", "words")
"""A list of titles and a list of explanations are looked up, not read through."""
MOST_GRADE, MOST_SMOG, MOST_WORDS, LONGEST, MOST_PASSIVE = 6.0, 8.0, 12.0, 25, 0.10


def sentences(name: str) -> list[str]:
    child = next(child for child in release().practice_children if child.name == name)
    paper = paper_of(child.case)
    assert paper is not None
    sections = [section for section in paper.handout.sections if section.id not in LEFT_OUT]
    pieces = [piece for section in sections for block in section.blocks for piece in pieces_of(block)]
    return [piece.plain for piece in pieces if piece.kind == "sentence"]


def explained() -> set[str]:
    """The words of the word list, in lower case."""
    texts = release().texts["en"].texts
    named = [
        re.findall(r"\*\*(.+?)\*\*", text) for key, text in texts.items() if key.startswith("handout.words.")
    ]
    return {word.lower() for names in named for name in names for word in words_of(name)}


def faults(text: Counted) -> list[str]:
    graded = smog(text)
    found = {
        f"grade {flesch_kincaid(text):.1f}": flesch_kincaid(text) > MOST_GRADE,
        f"SMOG {graded}": graded is not None and graded > MOST_SMOG,
        f"{text.words_per_sentence:.1f} words a sentence": text.words_per_sentence > MOST_WORDS,
        f"a sentence of {text.longest} words": text.longest > LONGEST,
        f"{text.passive_share:.0%} passive": text.passive_share > MOST_PASSIVE,
    }
    return [fault for fault, holds in found.items() if holds]


CHILDREN = [child.name for child in release().practice_children]


@pytest.mark.parametrize("name", CHILDREN)
def test_the_paper_of_a_practice_child_reads_easily(name):
    assert faults(counted(sentences(name), "en")) == []


def test_the_figures_of_all_papers(capsys):
    texts = [counted(sentences(name), "en") for name in CHILDREN]
    told = [counted(sentences(name), "en", explained()) for name in CHILDREN]
    graded = [smog(text) or 0.0 for text in texts]
    lines = (
        f"{len(texts)} papers: grade at most {max(map(flesch_kincaid, texts)):.1f}"
        f" ({max(map(flesch_kincaid, told)):.1f} where explained words count as short),"
        f" SMOG at most {max(graded):.1f},"
        f" {max(text.words_per_sentence for text in texts):.1f} words a sentence,"
        f" longest {max(text.longest for text in texts)},"
        f" passive at most {max(text.passive_share for text in texts):.0%}"
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{lines}\n")
    assert all(flesch_kincaid(b) <= flesch_kincaid(a) for a, b in zip(texts, told, strict=True))


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("Chemotherapy administration necessitates hospitalisation. " * 30, "grade"),
        ("The medicine was given. " * 40, "passive"),
        (f"{'We go on and ' * 9}rest.", "a sentence of"),
        ("We stay with you all the way, from the first day to the last, and on. " * 3, "words a sentence"),
    ],
)
def test_a_text_that_is_hard_to_read_is_noticed(planted, fault):
    found = faults(counted(sentences_of(planted), "en"))
    assert any(fault in each for each in found)
