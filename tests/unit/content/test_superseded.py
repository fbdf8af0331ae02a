"""``content check`` finds what is wrong with ``superseded_by`` and with the dates of a release."""

from __future__ import annotations

import pytest

from allcounsel.content.release import inspect
from helpers.shipped import seed_files

SOURCES, S1, RELEASE = "sources.yaml", "evidence/s1.yaml", "release.yaml"


def found(path: str, old: str, new: str) -> list[str]:
    """What the check says once ``old`` was replaced by ``new`` in one file."""
    files = dict(seed_files())
    text = files[path].decode()
    assert text.count(old) >= 1, f"'{old}' does not stand in {path}"
    files[path] = text.replace(old, new, 1).encode()
    return [str(problem) for problem in inspect(files)[1]]


FACT = "  superseded_by: [PH-107]\n"
SOURCE = "  superseded_by: pdq-hp-2025\n"
NEWEST = '- id: pdq-hp-2025\n  title: "'

PLANTED = [
    ("an unknown source", SOURCES, SOURCE, "  superseded_by: pdq-hp-2052\n", "did you mean 'pdq-hp-2025'?"),
    ("an older source", SOURCES, SOURCE, "  superseded_by: smith-1996\n", "'smith-1996', which is not newer"),
    (
        "a source of the same year",
        SOURCES,
        SOURCE,
        "  superseded_by: pdq-hp-2014-transplant\n",
        "which is not newer",
    ),
    (
        "a source that is superseded itself",
        SOURCES,
        SOURCE,
        "  superseded_by: pdq-patient-2022\n",
        "which is superseded itself; name the newest",
    ),
    (
        "two sources in a circle",
        SOURCES,
        NEWEST,
        NEWEST.replace("  title", "  superseded_by: pdq-hp-2014-relapse\n  title"),
        "source 'pdq-hp-2025': superseded by 'pdq-hp-2014-relapse', which is not newer",
    ),
    ("a source that names nothing", SOURCES, SOURCE, '  superseded_by: ""\n', "'superseded_by' is empty"),
    ("a day that is none", SOURCES, '"2025-12-30"', '"2025-13-30"', "'read_on' has to be a day"),
    ("an unknown fact", S1, FACT, "  superseded_by: [PH-2107]\n", "did you mean 'PH-107'?"),
    ("a fact of an older source", S1, FACT, "  superseded_by: [S0-6]\n", "whose source is not newer"),
    (
        "a fact of a superseded source",
        S1,
        FACT,
        "  superseded_by: [S3-112]\n",
        "'S1-9': superseded by 'S3-112', which is superseded itself",
    ),
    ("an empty list", S1, FACT, "  superseded_by: []\n", "'superseded_by' names nothing"),
    ("a text for a list", S1, FACT, "  superseded_by: PH-107\n", "has to be a list of texts"),
    ("a misspelt key", S1, FACT, "  superceded_by: [PH-107]\n", "did you mean 'superseded_by'?"),
    (
        "no months",
        RELEASE,
        "long_past_after_months: 6",
        "# nothing",
        "key 'long_past_after_months' is missing",
    ),
    ("months that are none", RELEASE, "months: 6", "months: 0", "has to be 1 or more"),
    (
        "a review before the check",
        RELEASE,
        'review_due: "2027-05-22"',
        'review_due: "2026-11-22"',
        "'review_due' has to lie after 'checked'",
    ),
]


@pytest.mark.parametrize(
    ("path", "old", "new", "says"), [one[1:] for one in PLANTED], ids=[p[0] for p in PLANTED]
)
def test_a_planted_fault_is_found_in_its_file(path, old, new, says):
    problems = found(path, old, new)
    assert any(problem.startswith(path) and says in problem for problem in problems), problems
