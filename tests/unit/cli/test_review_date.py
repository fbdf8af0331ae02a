"""The commands before, on and after the review date of the content."""

from __future__ import annotations

import io
import json

import pytest

from allcounsel.cli import run
from helpers.pdf_pages import page_texts
from helpers.review_days import DAYS, PAST, says_review_was_due


def call(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run(list(argv), io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"), out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "case.json").write_text(call("example", "standard-for-now")[1])
    (tmp_path / "clinic.toml").write_text(call("example", "clinic")[1])
    return tmp_path


@pytest.mark.parametrize("name", DAYS)
def test_each_command_that_gives_something_away_says_so_once_the_review_is_past(name, folder, on_day):
    on_day(DAYS[name])
    past = DAYS[name] in PAST
    case, target = str(folder / "case.json"), str(folder / "out.pdf")
    code, out, err = call("assess", case)
    assert (code, err, says_review_was_due(out)) == (0, "", past)
    assert out.startswith("Standard risk, for now\n")
    code, out, err = call("assess", case, "--json")
    assert (code, err, "note" in json.loads(out)["content"]) == (0, "", past)
    confirmed = ("--clinic", str(folder / "clinic.toml"), "--confirmed-by", "Dr P")
    code, out, err = call("handout", case, *confirmed, "-o", target)
    assert (code, out, says_review_was_due(err), err == "") == (0, "", past, not past)
    assert all(says_review_was_due(page) is past for page in page_texts((folder / "out.pdf").read_bytes()))
    code, out, err = call("pathway", case, "-o", str(folder / "road.pdf"))
    assert (code, out, says_review_was_due(err), err == "") == (0, "", past, not past)
    assert says_review_was_due(page_texts((folder / "road.pdf").read_bytes())[0]) is past


@pytest.mark.usefixtures("few_papers")
def test_content_that_is_past_its_review_still_checks_and_assesses(folder, on_day):
    """It is said, not blocked: a clinic that cannot renew its content still needs what it has."""
    on_day(DAYS["long after"])
    assert call("content", "check")[0] == 0
    assert call("assess", str(folder / "case.json"))[0] == 0
