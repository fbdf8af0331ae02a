"""A Spanish paper from the command line: made when every text is there, refused by name when one is not."""

from __future__ import annotations

import io
import json
import re
import shutil

import pytest

from allcounsel.cli import run
from helpers.shipped import SEEDS, seed_files
from helpers.spanish import files_in_spanish

CELLS = "texts/en/handout/about.yaml"


def call(*argv):
    out, err = io.StringIO(), io.StringIO()
    code = run(list(argv), io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def handout(tmp_path):
    """Makes the handout of a practice child, in Spanish unless said otherwise."""

    def make(*more, clinic=lambda text: text):
        case, block, pdf = (tmp_path / name for name in ("case.json", "clinic.toml", "out.pdf"))
        case.write_text(call("example", "standard-for-now")[1])
        block.write_text(clinic(call("example", "clinic")[1]))
        command = ("handout", str(case), "--clinic", str(block), "--confirmed-by", "AB", "-o", str(pdf))
        pdf.unlink(missing_ok=True)
        code, out, err = call(*command, *(more or ("--lang", "es")))
        return code, out, err, pdf

    return make


@pytest.fixture
def content(monkeypatch):
    """Puts other files in the place of the shipped ones."""

    def use(files):
        monkeypatch.setattr("allcounsel.bootstrap.seed_files", lambda _: dict(files))
        monkeypatch.setattr("allcounsel.cli.commands.seed_files", lambda _: dict(files))

    return use


@pytest.fixture
def stale(content):
    """The content after one English sentence was changed."""
    files = dict(files_in_spanish())
    old = b"In ALL, the marrow makes too many young white cells."
    assert old in files[CELLS]
    files[CELLS] = files[CELLS].replace(old, b"In ALL, the marrow makes too many young cells.")
    content(files)


def test_a_spanish_paper_says_that_it_is_spanish_and_holds_spanish_words(content, handout, tmp_path):
    content(files_in_spanish())
    code, _, err, pdf = handout("--lang", "es", "--trace", str(tmp_path / "trace.json"))
    assert (code, err) == (0, "")
    assert b"/Lang (es)" in pdf.read_bytes()
    said = {piece["id"]: piece["text"] for piece in json.loads((tmp_path / "trace.json").read_text())}
    assert said["page_one.group"] == "Riesgo estándar, por ahora"
    assert said["pathway.induction.title"] == "Inducción"
    assert said["rules.P2.yes.family"] == "La edad en el diagnóstico era de 1 a 9 años."
    dates = [text for text in said.values() if re.search(r"\d de \w+ de \d{4}", text.replace("\u00a0", " "))]
    assert dates


def test_the_same_paper_twice_is_the_same_bytes(content, handout):
    content(files_in_spanish())
    first = handout()[3].read_bytes()
    assert handout()[3].read_bytes() == first


def test_a_stale_block_refuses_the_spanish_paper_by_name_and_writes_nothing(stale, handout):
    code, out, _, pdf = handout("--lang", "es", "--json")
    assert code == 2
    (error,) = json.loads(out)["errors"]
    assert (error["field"], error["code"]) == ("lang", "translation_stale")
    assert "handout.about.cells" in error["message"]
    assert not pdf.exists()


def test_a_stale_block_lets_the_english_paper_be_made(stale, handout):
    code, _, _, pdf = handout("--lang", "en")
    assert code == 0
    assert b"/Lang (en)" in pdf.read_bytes()


@pytest.mark.usefixtures("few_papers")
def test_content_check_names_a_stale_block_with_file_and_line_and_still_counts(stale):
    code, out, _ = call("content", "check")
    assert code == 1
    first, *_ = out.splitlines()
    assert re.match(r"seeds/texts/es/handout/\w+\.yaml:\d+: 'handout\.about\.cells' is stale", first)
    assert "0 vignettes fail" in out
    assert "19 situations in en: 0 sections" in out


@pytest.mark.usefixtures("few_papers")
def test_the_documents_are_written_while_a_translation_is_stale(stale, tmp_path):
    code, out, _ = call("content", "docs", "--to", str(tmp_path))
    assert code == 0
    assert "is stale" in out
    assert (tmp_path / "coverage.md").exists()


@pytest.mark.parametrize(("first", "second"), [("en", "es"), ("es", "en")])
def test_a_second_language_stands_beside_the_first(first, second, handout):
    code, _, err, pdf = handout("--lang", first, "--second-lang", second)
    assert (code, err) == (0, "")
    assert b"/Lang (en)" in pdf.read_bytes()
    assert b"/Lang (es)" in pdf.read_bytes()


def test_a_second_language_that_is_stale_is_refused_by_name(stale, handout):
    code, out, _, pdf = handout("--lang", "en", "--second-lang", "es", "--json")
    assert code == 2
    assert "handout.about.cells" in json.loads(out)["errors"][0]["message"]
    assert not pdf.exists()


def test_where_a_temperature_is_taken_is_said_in_spanish_or_pointed_out(content, handout, tmp_path):
    content(files_in_spanish())
    trace = tmp_path / "trace.json"
    handout("--lang", "es", "--trace", str(trace))
    assert "boca o axila" in trace.read_text(encoding="utf-8")
    code, _, err, _ = handout(
        "--lang", "es", clinic=lambda text: text.replace("mouth or armpit", "under the tongue")
    )
    assert code == 0
    assert err == "Please check fever_threshold.measured: 'under the tongue' is printed as it is written.\n"


@pytest.mark.usefixtures("few_papers")
def test_the_shipped_content_is_read_whatever_stands_in_its_translations(tmp_path):
    """A folder with a broken Spanish file still assesses; only the check has something to say."""
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder)
    broken = folder / "texts" / "es" / "topics.yaml"
    broken.write_text("cell_type: [", encoding="utf-8")
    code, out, _ = call("content", "check", "--folder", str(folder))
    assert code == 1
    assert "seeds/texts/es/topics.yaml:" in out
    assert "texts/es/topics.yaml" in seed_files()
