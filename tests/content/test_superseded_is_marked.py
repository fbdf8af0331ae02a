"""No superseded source or fact is shown to a clinician without saying so (issue: "2014, superseded by 2025").

What can be shown is whatever cites: questions, rules, warnings, steps, open results, sentences, clocks.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from allcounsel.domain.citations import citings
from allcounsel.domain.handout import HOUSE
from allcounsel.domain.ids import EvidenceId
from allcounsel.domain.text import TextCatalogue
from allcounsel.domain.truth import Truth
from allcounsel.services.assessment_file import assessment_lines
from allcounsel.services.currency import cited, family_entry, short_citation, sources_of, standing
from allcounsel.services.words import Words
from helpers.shipped import TODAY, assess, release

SRC = Path(__file__).parents[2] / "src" / "allcounsel"
WORDS = Words(release())

CONFLICTS = {
    "C-18": {"S2-7": ["PH-31"]},
    "C-19": {"S1-9": ["PH-107"]},
    "C-20": {"S1-16": ["PH-113"]},
    "C-21": {"S4-13": ["PH-127"]},
    "C-22": {"S3-76": ["DR-3", "PH-120"], "S3-96": ["DR-3"], "S3-118": ["DR-1", "DR-3"]},
    "C-23": {"S3-66": ["DR-1", "DR-2"], "S3-93": ["DR-1", "RL-1"]},
    "C-25": {"S3-60": ["PP-9", "PH-121"]},
    "C-26": {"S3-88": ["PP-15"]},
    "C-27": {"S3-78": ["PP-14"]},
    "C-29": {"S0-6": ["PH-1"]},
}
"""What evidence 1.6 says is replaced, and by what."""


def shown() -> Iterator[tuple[str, tuple[EvidenceId, ...]]]:
    """Everything that a screen can open, with what it cites."""
    for citing in citings(release()):
        yield f"{citing.kind} {citing.name}", citing.sources


def unmarked(words: Words, evidence: tuple[EvidenceId, ...]) -> Iterator[str]:
    """The superseded sources and facts among these that are shown as if they were the newest."""
    for entry in cited(words, evidence):
        newer = release().evidence[entry.id].superseded_by
        told = [one for one in newer for line in entry.newer if line.startswith(f"Superseded by {one} (")]
        if not says_superseded(entry.where, entry.id) or list(newer) != told:
            yield f"{entry.id}: {entry}"
    for ids, where in sources_of(words, evidence):
        yield from (f"{one}: {ids}: {where}" for one in ids_in(ids) if not marked(one, ids, where))


def marked(evidence_id: EvidenceId, ids: str, where: str) -> bool:
    newer = release().evidence[evidence_id].superseded_by
    replaced = f"{evidence_id} (newer: {', '.join(newer)})" in ids
    return says_superseded(where, evidence_id) and (replaced or not newer)


def says_superseded(where: str, evidence_id: EvidenceId) -> bool:
    """Whether a line about the source of a fact names its year, and what superseded it where anything did."""
    source = release().source_of(evidence_id)
    dated = str(source.year) in where if source.year else "no date given" in where
    return dated and (", superseded by " in where or source.superseded_by is None)


def ids_in(ids: str) -> list[EvidenceId]:
    return [EvidenceId(name) for name in re.sub(r" \([^)]*\)", "", ids).split(", ")]


def test_whatever_a_screen_can_open_says_what_is_superseded(capsys):
    everything = list(shown())
    found = [f"{where}: {fault}" for where, evidence in everything for fault in unmarked(WORDS, evidence)]
    ids = {evidence_id for _, evidence in everything for evidence_id in evidence if evidence_id != HOUSE}
    old = {one for one in ids if release().source_of(one).superseded_by}
    replaced = {one for one in ids if release().evidence[one].superseded_by}
    say(
        capsys,
        f"{len(everything)} places cite {len(ids)} facts: {len(old)} of a superseded text, "
        f"{len(replaced)} replaced by a newer fact, {len(found)} without the mark",
    )
    assert found == []
    assert len(old) > 100
    assert len(replaced) >= 10


def words_without(key: str, text: str) -> Words:
    """Words in which one text has lost its mark."""
    texts = {**release().texts["en"].texts, f"labels.currency.{key}": text}
    return Words(replace(release(), texts={"en": TextCatalogue("en", texts)}))


@pytest.mark.parametrize(
    ("key", "text"),
    [("superseded", "{when}"), ("newer_fact", "See also {id} ({when})"), ("newer_ids", "see {ids}")],
)
def test_a_mark_that_is_lost_is_noticed(key, text):
    words = words_without(key, text)
    assert [fault for _, evidence in shown() for fault in unmarked(words, evidence)]


def test_a_year_that_is_lost_is_noticed(monkeypatch):
    monkeypatch.setattr("allcounsel.services.currency.when", lambda *_: "some time ago")
    assert [fault for _, evidence in shown() for fault in unmarked(WORDS, evidence)]


@pytest.mark.parametrize("child", release().practice_children, ids=lambda child: child.name)
def test_the_terminal_lists_the_sources_of_the_reasons_and_says_which_are_superseded(child):
    assessment = assess(child.case)
    lines = list(assessment_lines(assessment, WORDS, TODAY))
    listed = [line.strip().split(": ", 1) for line in lines[lines.index("Sources:") + 1 :]]
    told = {evidence_id: where for ids, where in unfolded(listed) for evidence_id in ids_in(ids)}
    reasons = lines[lines.index("Why:") + 1 : lines.index("Sources:")]
    cited = {
        one for line in reasons if line.endswith("]") for one in line[line.rindex("[") + 1 : -1].split(", ")
    }
    assert told.keys() == cited
    assert all(
        finding.truth is Truth.NO or cited.issuperset(finding.sources) for finding in assessment.findings
    )
    assert all(says_superseded(where, evidence_id) for evidence_id, where in told.items())


def unfolded(listed: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Ids and source of each line; "(newer: ...)" holds a colon of its own."""
    for line in listed:
        ids, where = re.fullmatch(r"((?:[^:(]|\([^)]*\))*): (.*)", ": ".join(line)).groups()
        yield ids, where


# ---- what is marked
def test_what_the_evidence_says_is_replaced_is_replaced(capsys):
    expected = {one: newer for conflict in CONFLICTS.values() for one, newer in conflict.items()}
    actual = {one: list(release().evidence[EvidenceId(one)].superseded_by) for one in expected}
    marked = [fact for fact in release().evidence.values() if fact.superseded_by]
    say(
        capsys,
        f"{len(marked)} facts replaced, {len(expected)} of them by {len(CONFLICTS)} rows of evidence 1.6",
    )
    assert actual == expected


def older_versions(sources) -> list[str]:
    """Sources that are an older version of the page of another one, and do not say so."""
    pages = [source for source in sources if source.address.startswith("http")]
    return [
        one.id
        for one in pages
        for other in pages
        if one.address == other.address
        and one.superseded_by is None
        and one.year is not None
        and (other.year or (other.read_on and other.read_on.year) or 0) > one.year
    ]


def test_an_older_version_of_a_page_is_superseded():
    sources = release().sources.values()
    assert older_versions(sources) == []
    assert "pdq-hp-2014-relapse" in older_versions([replace(one, superseded_by=None) for one in sources])


def test_the_standing_of_a_source_in_words():
    sources = release().sources
    assert standing(WORDS, sources["pdq-hp-2014-relapse"]) == "2014, superseded by 2025"
    assert standing(WORDS, sources["nci-news-2012"]) == "2012, superseded by 2025"
    assert standing(WORDS, sources["pdq-hp-2025"]) == "2025"
    assert standing(WORDS, sources["encyclopedia-undated"]) == "no date given"
    plain = standing(WORDS, sources["pdq-patient-2022"]).replace("\u00a0", " ")
    assert plain == "2022, superseded by the text read in December 2025"
    assert short_citation(WORDS, EvidenceId("S1-13")) == "S1-13, 2014"
    assert short_citation(WORDS, EvidenceId("PP-9")) == "PP-9"


def test_the_day_of_a_copy_is_never_shown_as_the_date_of_a_text():
    for source in release().sources.values():
        if source.year is None:
            assert source.content_date == "No date given", source.id
            assert standing(WORDS, source).startswith("no date given"), source.id


def test_a_familys_list_of_sources_shows_an_older_text_as_older():
    for source in release().sources.values():
        entry = family_entry(WORDS, source).replace("\N{NO-BREAK SPACE}", " ")
        assert f"{source.title}. {source.content_date}." in entry
        assert ("An older text: there is a newer one." in entry) is (source.superseded_by is not None)
        assert ("Read on " in entry) is (source.read_on is not None)


# ---- nobody shows a source without these words
SHOWS = re.compile(
    r"\.(organisation|content_date|superseded_by|source_of)\b|(?<!len\()\brelease\.(sources|evidence)\b"
)
ROOMS = ("ui", "cli", "pdf")


def shown_past_the_words(files: dict[str, str]) -> list[str]:
    return [name for name, text in files.items() if SHOWS.search(text)]


def test_screen_terminal_and_paper_take_sources_only_from_the_one_place_that_marks_them():
    files = {
        str(path.relative_to(SRC)): path.read_text(encoding="utf-8")
        for room in ROOMS
        for path in (SRC / room).rglob("*.py")
    }
    assert len(files) > 60
    assert shown_past_the_words(files) == []
    planted = "Text(look, f'{source.title}. {source.organisation}, {source.year}')"
    assert shown_past_the_words({**files, "ui/planted.py": planted}) == ["ui/planted.py"]


def say(capsys: pytest.CaptureFixture[str], figure: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
