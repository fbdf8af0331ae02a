"""``handout`` with a clinic that names a picture: where it is looked for, what is said when it is none."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from allcounsel.cli import run
from helpers.logos import BAD, badge, banner, saved

LARGEST = 2_000_000


def call(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run(list(argv), io.StringIO(), out, err)
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def ward(tmp_path, monkeypatch) -> Path:
    """A folder with a case and a clinic; the command is called from somewhere else."""
    folder = tmp_path / "ward"
    folder.mkdir()
    (folder / "case.json").write_text(call("example", "standard-for-now")[1])
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return folder


def handout(ward: Path, logo: str, *more: str) -> tuple[int, str, str]:
    clinic = ward / "clinic.toml"
    clinic.write_text(f"{call('example', 'clinic')[1]}logo = {json.dumps(logo)}\n", encoding="utf-8")
    case, out = ward / "case.json", ward / "out.pdf"
    return call("handout", str(case), "--clinic", str(clinic), "--confirmed-by", "A", "-o", str(out), *more)


def refused(ward: Path, logo: str) -> tuple[str, str]:
    """Field and code of the one problem."""
    code, out, err = handout(ward, logo, "--json")
    assert (code, err) == (2, "")
    assert not (ward / "out.pdf").exists()
    (problem,) = json.loads(out)["errors"]
    assert problem["message"].startswith("logo: ")
    return problem["field"], problem["code"]


def test_a_picture_is_looked_for_beside_the_clinics_file(ward):
    assert handout(ward, "")[0] == 0
    plain = (ward / "out.pdf").read_bytes()
    (ward / "pictures").mkdir()
    (ward / "pictures" / "badge.png").write_bytes(saved(badge()))
    assert handout(ward, "pictures/badge.png")[0] == 0
    printed = (ward / "out.pdf").read_bytes()
    assert printed != plain
    assert handout(ward, str(ward / "pictures" / "badge.png"))[0] == 0
    assert (ward / "out.pdf").read_bytes() == printed


def test_a_jpeg_is_taken_whatever_it_is_called(ward):
    (ward / "our logo").write_bytes(saved(banner(), "JPEG"))
    assert handout(ward, "our logo")[0] == 0


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_picture_for_paper_is_one_plain_problem(ward, name):
    content, code = BAD[name]
    (ward / "logo.png").write_bytes(content)
    assert refused(ward, "logo.png") == ("logo", code)


def test_what_is_no_file_is_one_plain_problem(ward):
    (ward / "large.png").write_bytes(saved(badge()) + bytes(LARGEST))
    (ward / "loop.png").symlink_to(ward / "loop.png")
    assert refused(ward, "nowhere.png") == ("logo", "file_missing")
    assert refused(ward, ".") == ("logo", "file_is_folder")
    assert refused(ward, "large.png") == ("logo", "file_too_large")
    assert refused(ward, "loop.png") == ("logo", "file_not_readable")
    assert refused(ward, "/dev/zero") == ("logo", "file_not_readable")
    assert refused(ward, "l" * 400) == ("logo", "file_not_readable")


def test_a_picture_of_just_2_mb_is_taken(ward):
    content = saved(badge())
    (ward / "large.png").write_bytes(content + bytes(LARGEST - len(content)))
    assert handout(ward, "large.png")[0] == 0


@pytest.mark.parametrize(
    ("written", "code"),
    [("logo = 3", "not_text"), ("logo = ['a.png']", "not_text"), (f"logo = '{'l' * 501}'", "too_long")],
)
def test_a_logo_is_a_text(ward, written, code):
    clinic = ward / "clinic.toml"
    clinic.write_text(f"{call('example', 'clinic')[1]}{written}\n")
    arguments = ("--clinic", str(clinic), "--confirmed-by", "A", "-o", str(ward / "out.pdf"), "--json")
    exit_code, out, _ = call("handout", str(ward / "case.json"), *arguments)
    assert exit_code == 2
    assert [(each["field"], each["code"]) for each in json.loads(out)["errors"]] == [("logo", code)]


def test_without_json_the_problem_is_one_line(ward):
    code, out, err = handout(ward, "nowhere.png")
    assert (code, out, err) == (2, "", "logo: there is no such file.\n")


def test_the_paper_is_never_written_over_the_picture(ward):
    (ward / "out.pdf").write_bytes(saved(badge()))
    code, _, err = handout(ward, "out.pdf")
    assert code == 2
    assert "named twice" in err
    assert (ward / "out.pdf").read_bytes() == saved(badge())


def test_the_address_stands_under_the_clinics_name_and_in_the_trace(ward):
    trace = ward / "trace.json"
    handout(ward, "", "--trace", str(trace))
    ids = [piece["id"] for piece in json.loads(trace.read_text())]
    assert ids[:2] == ["page_one.head.clinic", "page_one.head.made"]
    case, clinic = ward / "case.json", ward / "clinic.toml"
    clinic.write_text(f'{call("example", "clinic")[1]}address = "12 Invented Street"\n')
    arguments = ("--confirmed-by", "A", "-o", str(ward / "out.pdf"), "--trace", str(trace))
    assert call("handout", str(case), "--clinic", str(clinic), *arguments)[0] == 0
    pieces = json.loads(trace.read_text())
    assert [piece["id"] for piece in pieces][:2] == ["page_one.head.clinic", "page_one.head.address"]
    assert pieces[1]["text"] == "12 Invented Street"
