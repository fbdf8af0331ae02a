"""``content check`` finds every planted fault in the seeds, with file and line."""

from __future__ import annotations

import pytest

from allcounsel.content.reading import digest_of
from allcounsel.content.release import inspect, read_release
from allcounsel.domain.errors import ContentError
from helpers.shipped import seed_files

RULES = "rules/predicates.yaml"
TEXTS = "texts/en/rules.yaml"


def found(path: str, old: str, new: str) -> list[str]:
    """What the check says once ``old`` was replaced by ``new`` in one file."""
    files = dict(seed_files())
    text = files[path].decode()
    assert text.count(old) >= 1, f"'{old}' does not stand in {path}"
    files[path] = text.replace(old, new, 1).encode()
    return [str(problem) for problem in inspect(files)[1]]


def line_of(path: str, text: str) -> int:
    return seed_files()[path].decode().split(text)[0].count("\n") + 1


PLANTED = [
    (
        "an unknown evidence id",
        RULES,
        "sources: [S3-37]",
        "sources: [S3-999]",
        "cites unknown evidence 'S3-999'",
    ),
    ("an id from memory", RULES, "sources: [S3-37]", "sources: [UN-1]", "cites 'UN-1': from memory"),
    ("a rule without a source", RULES, "sources: [S3-37]", "sources: []", "cites no source"),
    ("a missing source key", RULES, "  sources: [S3-37]\n", "", "key 'sources' is missing"),
    ("an unknown operator", RULES, "less_than: 1}", "les_than: 1}", "did you mean 'less_than'?"),
    (
        "an unknown feature",
        RULES,
        "{age_at_diagnosis:",
        "{age_at_diagnosys:",
        "did you mean 'age_at_diagnosis'?",
    ),
    (
        "an unknown option",
        RULES,
        "{is: t_cell}",
        "{is: t_sell}",
        "has no option 't_sell' (did you mean 't_cell'?)",
    ),
    (
        "a misspelt node in a vignette",
        "vignettes/relapse.yaml",
        "no_nodes: [cns_radiation]",
        "no_nodes: [cns_radiations]",
        "forbids unknown node 'cns_radiations' (did you mean 'cns_radiation'?)",
    ),
    (
        "a vignette like none",
        "vignettes/group-table.yaml",
        "like: table-standard",
        "like: table-standart",
        "no 'table-standart' further up in this file (did you mean 'table-standard'?)",
    ),
    (
        "a misspelt style of a road",
        "vignettes/roads-relapse.yaml",
        "      dashed: [",
        "      dasht: [",
        "unknown key 'dasht' (did you mean 'dashed'?)",
    ),
    (
        "an unknown setting",
        RULES,
        "at_least: count_line",
        "at_least: count_lime",
        "did you mean 'count_line'?",
    ),
    ("an unknown key", RULES, "  sources: [S3-37]", "  source: [S3-37]", "unknown key 'source'"),
    ("a key that stands twice", RULES, "- id: P1\n", "- id: P1\n  id: P1\n", "key 'id' stands here twice"),
    (
        "a rule that stands twice",
        RULES,
        "- id: P2\n",
        "- id: P1\n",
        "rule 'P1' stands also at rules/predicates.yaml:",
    ),
    (
        "an unknown rule",
        "rules/groups.yaml",
        "{rule: P13}",
        "{rule: P31}",
        "unknown rule 'P31' (did you mean",
    ),
    ("an unknown group", "rules/groups.yaml", "group: t_cell", "group: t_sell", "unknown group 't_sell'"),
    ("a missing text", TEXTS, "\nP1:", "\nP1x:", "rule 'P1' has no text 'rules.P1.title'"),
    ("an empty text", "texts/en/topics.yaml", 'name: "', 'name: ""  # "', "is empty"),
    (
        "a sentence without its words",
        "handout/page_one.yaml",
        "id: page_one.remember.ask",
        "id: page_one.remember.asked",
        "has no text",
    ),
    (
        "words that nothing prints",
        "texts/en/handout/page_one.yaml",
        "page_one:\n",
        'nobody: "Nothing."\npage_one:\n',
        "no sentence of the handout prints",
    ),
    (
        "an unknown picture",
        "handout/tests.yaml",
        "subject: spinal_tap",
        "subject: spinal_tab",
        "unknown subject 'spinal_tab' (did you mean 'spinal_tap'?)",
    ),
    (
        "a picture of nothing",
        "handout/tests.yaml",
        "subject: blood, ",
        "",
        "key 'subject' is missing",
    ),
    (
        "a sentence that is said to be a picture",
        "handout/tests.yaml",
        "as: picture, subject: blood",
        "as: sentence, subject: blood",
        "unknown key 'subject'",
    ),
    *(
        (
            f"a picture without its {part}",
            "texts/en/handout/tests.yaml",
            f"      {part}: ",
            f"      {part}x: ",
            f"has no text 'handout.tests.picture.blood.{part}'",
        )
        for part in ("title", "how", "alternative")
    ),
    (
        "a picture that says nothing to those who do not see it",
        "texts/en/handout/tests.yaml",
        'alternative: "',
        'alternative: ""  # "',
        "is empty",
    ),
    (
        "circles of one part",
        "handout/numbers.yaml",
        "      - {id: not_alive, share: 10}\n",
        "",
        "an array of circles has 2 parts",
    ),
    (
        "circles without parts",
        "handout/numbers.yaml",
        "    parts:\n      - {id: alive, share: 90}\n      - {id: not_alive, share: 10}\n",
        "",
        "key 'parts' is missing",
    ),
    ("a part of nothing", "handout/numbers.yaml", "share: 10", "share: 0", "a whole number above 0"),
    ("a part with a typo", "handout/numbers.yaml", "share: 10", "shares: 10", "unknown key 'shares'"),
    (
        "parts of what has none",
        "handout/numbers.yaml",
        "as: icon_array",
        "as: sentence",
        "unknown key 'parts'",
    ),
    (
        "a part without its label",
        "handout/numbers.yaml",
        "{id: not_alive, share",
        "{id: others, share",
        "has no text 'handout.numbers.circles.others'",
    ),
    (
        "circles without their alternative",
        "texts/en/handout/numbers.yaml",
        "    alternative:",
        "    alternativ:",
        "has no text 'handout.numbers.circles.alternative'",
    ),
    (
        "a fact of an unknown source",
        "evidence/s3.yaml",
        "source: ",
        "source: nowhere-",
        "names unknown source",
    ),
    ("a source without an address", "sources.yaml", "  address: ", "  adress: ", "key 'address' is missing"),
    (
        "an unknown node",
        "pathways/rows.yaml",
        "[tests, ",
        "[test, ",
        "unknown node 'test' (did you mean 'tests'?)",
    ),
    ("a question on no page", "pages.yaml", "lineage\n", "linage\n", "did you mean 'lineage'?"),
    ("not YAML", "settings.yaml", "count_line:", "count_line: [", "not readable as YAML"),
    ("a tag", "settings.yaml", "count_line: 50", "count_line: !!python/name:os.system 50", "tag"),
    (
        "a date that is none",
        "release.yaml",
        'review_due: "2027-05-22"',
        'review_due: "2027-13-22"',
        "has to be a day",
    ),
]


@pytest.mark.parametrize(("about", "path", "old", "new", "says"), PLANTED, ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_found(about, path, old, new, says):
    assert any(says in problem for problem in found(path, old, new)), found(path, old, new)


def test_a_problem_names_file_and_line():
    line = line_of(RULES, "{lineage: {is: t_cell}}")
    says = found(RULES, "{lineage: {is: t_cell}}", "{lineage: {is: t_sell}}")
    assert says[0].startswith(f"{RULES}:{line}: ")


def test_every_problem_is_told_at_once():
    files = dict(seed_files())
    files[RULES] = files[RULES].replace(b"less_than: 1}", b"les_than: 1}")
    files["settings.yaml"] = b"count_line: many\n"
    with pytest.raises(ContentError) as refused:
        read_release(files)
    assert {problem.path for problem in refused.value.problems} >= {RULES, "settings.yaml"}


def test_a_missing_file_is_named():
    files = dict(seed_files())
    del files["groups.yaml"]
    assert any(str(problem) == "groups.yaml:1: this file is missing" for problem in inspect(files)[1])


def test_a_file_that_nothing_reads_is_named():
    files = dict(seed_files()) | {"rules/more.yaml": b"- id: X\n"}
    assert any(str(problem) == "rules/more.yaml:1: nothing reads this file" for problem in inspect(files)[1])


def test_a_release_is_named_by_everything_in_it():
    files = dict(seed_files())
    first = digest_of(files)
    files["settings.yaml"] += b"\n"
    assert digest_of(files) != first
    assert digest_of(dict(reversed(seed_files().items()))) == first
