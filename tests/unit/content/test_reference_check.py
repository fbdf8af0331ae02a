"""``content check`` finds every planted fault in the reference, with file and line."""

from __future__ import annotations

import pytest

from allcounsel.content.release import inspect, read_release
from helpers.shipped import seed_files

SCHEMES = "reference/schemes.yaml"
CONFLICTS = "reference/conflicts.yaml"
TEXTS = "texts/en/reference.yaml"


def found(path: str, old: str, new: str) -> list[str]:
    """What the check says once ``old`` was replaced by ``new`` in one file."""
    files = {name: content for name, content in seed_files().items() if not name.startswith("vignettes/")}
    text = files[path].decode()
    assert text.count(old) >= 1, f"'{old}' does not stand in {path}"
    files[path] = text.replace(old, new, 1).encode()
    return [str(problem) for problem in inspect(files)[1]]


PLANTED = [
    ("a row without a source", SCHEMES, "sources: [PH-45]", "sources: []", "cites no source"),
    (
        "a row of unknown evidence",
        SCHEMES,
        "sources: [PH-45]",
        "sources: [PH-999]",
        "unknown evidence 'PH-999'",
    ),
    ("a row from memory", SCHEMES, "sources: [PH-45]", "sources: [UN-2]", "cites unknown evidence 'UN-2'"),
    ("a row of our own words", SCHEMES, "sources: [PH-45]", "sources: [house]", "cannot cite 'house'"),
    ("a row twice", SCHEMES, "id: hr_age,", "id: hr_genes,", "scheme row 'cog_six.hr_genes' stands also at"),
    (
        "an unknown source",
        SCHEMES,
        "source: smith-1996",
        "source: smith-1969",
        "(did you mean 'smith-1996'?)",
    ),
    ("an unknown kind", SCHEMES, "kind: relapse", "kind: relaps", "did you mean 'relapse'?"),
    ("an unknown input", SCHEMES, "{feature: lineage}", "{feature: linage}", "did you mean 'lineage'?"),
    (
        "an input twice",
        SCHEMES,
        "{feature: down_syndrome}",
        "{feature: lineage}",
        "'cog_first.lineage' stands also",
    ),
    (
        "an unknown option",
        SCHEMES,
        "[duration_unknown]",
        "[duration_unknow]",
        "has no option 'duration_unknow'",
    ),
    ("an unknown rule", SCHEMES, "settled_by: P4", "settled_by: P99", "unknown rule 'P99'"),
    ("a line that is no number", SCHEMES, "line: 0.01", "line: low", "'line' has to be a number"),
    ("an unknown condition", SCHEMES, "{includes: marrow}", "{includes: marow}", "did you mean 'marrow'?"),
    ("a side without a source", CONFLICTS, "sources: [S0-5]", "sources: []", "cites no source"),
    (
        "a side of unknown evidence",
        CONFLICTS,
        "sources: [S0-5]",
        "sources: [S0-55]",
        "side 'C-1.content' cites unknown",
    ),
    ("a contradicted side", CONFLICTS, "sources: [S0-5]", "sources: [PX-1]", "cites unknown evidence 'PX-1'"),
    ("an unknown reason", CONFLICTS, "suppressed: adult", "suppressed: adults", "did you mean 'adult'?"),
    ("an unknown place", CONFLICTS, "seen_on: [not_shown]", "seen_on: [nowhere]", "unknown place 'nowhere'"),
    ("a conflict renamed", CONFLICTS, "- id: C-7\n", "- id: C-77\n", "unknown conflict 'C-77'"),
    ("a conflict left out", CONFLICTS, "- id: C-7\n", "- id: C-77\n", "conflict 'C-7' is missing"),
    ("a conflict twice", CONFLICTS, "- id: C-7\n", "- id: C-6\n", "conflict 'C-6' stands also at"),
    (
        "about the sources and some children",
        CONFLICTS,
        "- id: C-3\n",
        "- id: C-3\n  about_sources: true\n",
        "concerns either the sources or some children",
    ),
    (
        "a cell without words",
        TEXTS,
        "sr_favourable: {start:",
        "sr_favourable: {stat:",
        "rows.sr_favourable.start'",
    ),
    ("a side without words", TEXTS, '      groups: "There', '      group: "There', "C-2.sides.groups'"),
    ("a state without a word", TEXTS, "  not_needed:", "  not_neded:", "'reference.states.not_needed'"),
    (
        "words that nothing shows",
        TEXTS,
        "states:",
        'nobody: "Nothing."\nstates:',
        "nothing of the reference shows",
    ),
]


@pytest.mark.parametrize(("about", "path", "old", "new", "says"), PLANTED, ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_found(about, path, old, new, says):
    assert any(says in problem for problem in found(path, old, new)), found(path, old, new)


def test_a_problem_names_file_and_line():
    line = seed_files()[SCHEMES].decode().split("{id: sr_favourable,")[0].count("\n") + 1
    (problem,) = found(SCHEMES, "sources: [PH-45]", "sources: [PH-999]")
    assert problem.startswith(f"{SCHEMES}:{line}: scheme row 'cog_six.sr_favourable' ")


def test_content_made_before_the_reference_still_reads():
    """A case keeps the release it was made with: the first ones have no such folder."""
    first = {path: content for path, content in seed_files().items() if "reference" not in path}
    assert len(seed_files()) - len(first) == 4
    assert read_release(first).reference.schemes == ()


@pytest.mark.parametrize("missing", [SCHEMES, CONFLICTS])
def test_half_a_reference_is_a_problem(missing):
    half = {path: content for path, content in seed_files().items() if path != missing}
    assert f"{missing}:1: this file is missing" in [str(problem) for problem in inspect(half)[1]]
