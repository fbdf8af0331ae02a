"""Every fact of the seed documents is used, or a reason says why not; the page that tells is fresh."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from allcounsel.content.release import inspect
from allcounsel.domain.citations import citings, seed_ids
from allcounsel.services.coverage import counted, coverage
from helpers.shipped import release, seed_files, with_sections

PAGE = Path(__file__).parents[2] / "docs" / "content" / "coverage.md"
EVIDENCE = {"S0": 13, "S1": 20, "S2": 19, "S3": 131, "S4": 16}
"""Counted by hand in the evidence file, apart from the program's own table."""

CITES = "sources: [S2-10, S3-33, PH-100]"
CITING = (
    ("rules/relapse.yaml", CITES, "L13"),
    ("handout/words.yaml", "{id: words.trial, as: list, sources: [S3-45, S3-84]}", "words.trial"),
    ("pathways/nodes.yaml", "{id: trial, place: option, sources: [S3-46, S3-86]}", "trial"),
    ("warnings.yaml", "confirm: false, sources: [RL-5]", "relapse_soon of relapse.date"),
)


def planted(path: str, old: str, new: str) -> list[str]:
    """What the check says once ``old`` became ``new`` in one file."""
    text = seed_files()[path].decode()
    assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {path}"
    files = dict(seed_files()) | {path: text.replace(old, new).encode()}
    return [str(problem) for problem in inspect(files)[1]]


def line_of(path: str, text: str) -> int:
    return seed_files()[path].decode().split(text)[0].count("\n") + 1


def entry(evidence_id: str) -> str:
    """The line of a fact that is not used."""
    lines = seed_files()["not_used.yaml"].decode().splitlines(keepends=True)
    (found,) = [line for line in lines if line.startswith(f"- {{id: {evidence_id},")]
    return found


def test_every_fact_of_the_seed_documents_is_used_or_has_a_reason(capsys):
    figure = counted(release())
    with capsys.disabled():
        sys.stdout.write(f"\n{figure}\n")
    assert figure.seeds == sum(EVIDENCE.values()) == 199
    assert figure.used + figure.not_used == figure.seeds
    assert figure.neither == 0


def test_the_five_seed_documents_are_whole():
    wanted = [f"{seed}-{number}" for seed, last in EVIDENCE.items() for number in range(1, last + 1)]
    assert list(seed_ids()) == wanted
    assert [
        name for name in release().evidence if name.startswith(tuple(f"{seed}-" for seed in EVIDENCE))
    ] == wanted


def test_the_page_is_what_the_content_says_today():
    assert PAGE.read_text(encoding="utf-8") == coverage(release()), "run `allcounsel content docs`"


def test_a_page_of_yesterdays_content_is_stale():
    first = release().sections[0]
    shorter = replace(first, sentences=first.sentences[:-20])
    fewer = with_sections(release(), (shorter, *release().sections[1:]))
    assert coverage(fewer) != PAGE.read_text(encoding="utf-8")


def test_the_page_names_every_place_of_a_fact():
    rows = {line.split(" | ")[0].removeprefix("| "): line for line in coverage(release()).splitlines()}
    for citing in citings(release()):
        for evidence_id in citing.sources:
            if evidence_id != "house" and citing.kind in ("rule", "row", "sentence", "clock", "warning"):
                assert citing.name in rows[evidence_id], (evidence_id, citing)


def test_the_page_gives_every_reason_and_its_conflict():
    page = coverage(release())
    for unused in release().not_used.values():
        assert unused.reason in page
        assert not unused.conflict or f"| {unused.id} |" in page
        assert not unused.conflict or f", {unused.conflict}): {unused.reason}" in page


def test_the_page_would_show_a_fact_in_neither_state():
    fewer = {name: unused for name, unused in release().not_used.items() if name != "S2-3"}
    without = replace(release(), not_used=fewer)
    assert counted(without).neither == 1
    assert "| S2-3 | Age over 30. | **in neither state** |" in coverage(without)


def test_a_fact_whose_reason_is_dropped_is_found():
    line = line_of("evidence/s2.yaml", "- id: S2-3\n")
    says = planted("not_used.yaml", entry("S2-3"), "")
    assert says == [f"evidence/s2.yaml:{line}: nothing cites 'S2-3', and not_used.yaml gives no reason"]


def test_a_fact_whose_only_citation_is_removed_is_found():
    line = line_of("evidence/s2.yaml", "- id: S2-10\n")
    says = planted("rules/relapse.yaml", CITES, CITES.replace("S2-10, ", ""))
    assert says == [f"evidence/s2.yaml:{line}: nothing cites 'S2-10', and not_used.yaml gives no reason"]


def test_a_fact_that_is_used_and_has_a_reason_is_found():
    line = line_of("not_used.yaml", entry("S2-3"))
    says = planted(
        "rules/relapse.yaml", "sources: [S2-10, S3-33, PH-100]", "sources: [S2-3, S2-10, S3-33, PH-100]"
    )
    assert says == [f"not_used.yaml:{line}: 'S2-3' is used after all: rule 'L13' cites it"]


@pytest.mark.parametrize("refused", ["UN-5", "PX-1"])
@pytest.mark.parametrize(("path", "cites", "who"), CITING, ids=[who for _, _, who in CITING])
def test_an_id_from_memory_or_a_contradiction_is_refused_where_it_is_cited(refused, path, cites, who):
    (said,) = planted(path, cites, cites.replace("sources: [", f"sources: [{refused}, "))
    assert f"'{who}' cites '{refused}': from memory, or its source contradicts itself" in said
    place, line = said.split(": ")[0].split(":")
    assert place == path
    assert who.split()[0] in seed_files()[path].decode().splitlines()[int(line) - 1]


def test_a_reason_for_an_id_that_is_no_fact_of_the_seeds_is_found():
    for other in ("UN-5", "PX-1", "PH-2", "S2-20"):
        line = line_of("not_used.yaml", entry("S2-3"))
        says = planted("not_used.yaml", "{id: S2-3,", f"{{id: {other},")
        assert f"not_used.yaml:{line}: '{other}' is no fact of the seed documents" in says


def test_a_missing_fact_is_found():
    says = planted("evidence/s4.yaml", "- id: S4-16\n", "- id: S4-17\n")
    assert "evidence/s4.yaml:1: the fact 'S4-16' is missing" in says


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kind: adult,", "kind: adlt,", "unknown kind 'adlt' (did you mean 'adult'?)"),
        ("conflict: C-17,", "conflict: C-41,", "'C-41' is no conflict: C-1 to C-40"),
        ('"Age over 30 does not concern children."', '""', "'S2-3' is not used without a reason"),
        ("id: S2-3,", "id: S2-2,", "not used 'S2-2' stands also at"),
    ],
    ids=["kind", "conflict", "reason", "twice"],
)
def test_a_reason_that_is_none_is_found(old, new, says):
    stands = entry("S2-3")
    assert any(says in problem for problem in planted("not_used.yaml", stands, stands.replace(old, new)))
