"""The commands of case-format.md: what they print and write, their exit codes, and never a traceback."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from allcounsel.cli import run
from allcounsel.services.coverage import coverage
from helpers.shipped import SEEDS, release

CHILD = {"situation": "first_treatment", "lineage": "b_cell", "age_at_diagnosis": {"years": 5}}


def call(*argv: str, stdin: str | bytes = "") -> tuple[int, str, str]:
    raw = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = io.StringIO(), io.StringIO()
    code = run(list(argv), io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"), out, err)
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def case_file(tmp_path) -> str:
    path = tmp_path / "case.json"
    path.write_text(call("example", "standard-for-now")[1])
    return str(path)


@pytest.fixture
def clinic_file(tmp_path) -> str:
    path = tmp_path / "clinic.toml"
    path.write_text(call("example", "clinic")[1])
    return str(path)


def test_assess_prints_the_group_the_reasons_and_what_could_change_it(case_file):
    code, out, err = call("assess", case_file)
    assert (code, err) == (0, "")
    assert out.startswith("Standard risk, for now\n")
    assert "Possible in the end: Standard risk, Very high risk" in out


def test_assess_as_json_holds_every_key_of_the_contract(case_file):
    code, out, _ = call("assess", case_file, "--json")
    assert code == 0
    assert list(json.loads(out)) == [
        "format",
        "status",
        "group",
        "label",
        "team_group",
        "possible_groups",
        "special_groups",
        "possible_special_groups",
        "flags",
        "reasons",
        "could_change",
        "relapse",
        "pathway",
        "warnings",
        "content",
    ]


@pytest.mark.usefixtures("few_papers")
def test_content_docs_writes_the_page_of_facts_into_the_folder_named(tmp_path):
    code, out, err = call("content", "docs", "--to", str(tmp_path))
    assert (code, err) == (0, "")
    assert (tmp_path / "coverage.md").read_text(encoding="utf-8") == coverage(release())
    assert " 0 in neither state; " in out.splitlines()[-1]


def test_content_docs_without_its_folder_says_so_and_exits_2(tmp_path):
    code, out, err = call("content", "docs", "--to", str(tmp_path / "nowhere"))
    assert (code, out) == (2, "")
    assert err == f"{tmp_path}/nowhere/coverage.md: there is no such file or folder.\n"


def test_content_docs_of_broken_content_tells_the_problem_and_writes_nothing(tmp_path):
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    docs.mkdir()
    shutil.copytree(SEEDS, seeds)
    (seeds / "not_used.yaml").write_text("- {id: S2-3, kind: adult, reason: About adults.}\n")
    code, out, _ = call("content", "docs", "--folder", str(seeds), "--to", str(docs))
    assert code == 1
    assert "seeds/evidence/s0.yaml:1: nothing cites 'S0-1'" in out
    assert list(docs.iterdir()) == []


def test_a_refused_case_lists_one_line_a_problem_and_exits_2():
    code, out, err = call(
        "assess", "-", stdin='{"situation": "first_treatment", "linage": 1, "wbc_at_diagnosis": 5}'
    )
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 2


def test_a_refused_case_as_json_is_an_errors_object_on_standard_output():
    code, out, err = call(
        "assess", "-", "--json", stdin='{"situation": "first_treatment", "wbc_at_diagnosis": {"value": 5}}'
    )
    assert (code, err) == (2, "")
    assert json.loads(out)["errors"][0]["field"] == "wbc_at_diagnosis.unit"
    assert json.loads(out)["errors"][0]["code"] == "missing_unit"


def test_lines_give_one_answer_a_line_in_order_and_exit_0():
    lines = [json.dumps(CHILD), "", "{", json.dumps({"situation": "cured"}), json.dumps(CHILD)]
    code, out, _ = call("assess", "--lines", "-", stdin="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert ["errors" in answer for answer in answers] == [False, True, True, True, False]


def test_a_line_that_is_too_long_is_refused_and_the_next_is_read():
    lines = ['{"label": "' + "x" * 1_000_100 + '"}', json.dumps(CHILD)]
    _, out, _ = call("assess", "--lines", "-", stdin="\n".join(lines))
    answers = [json.loads(line) for line in out.splitlines()]
    assert answers[0]["errors"][0]["code"] == "file_too_large"
    assert answers[1]["status"] == "not_assigned"


BAD_FILES = {
    "empty": b"",
    "not JSON": b"<html>",
    "not text": b"\xff\xfe\x00",
    "a list": b"[]",
    "deep": b"[" * 90_000,
    "large": b" " * 1_000_001,
    "a zero byte": b'{"situation": "\x00"}',
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("as_json", [False, True])
def test_a_file_that_is_no_case_gets_one_line_and_exit_2(name, as_json, tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(BAD_FILES[name])
    code, out, err = call("assess", str(path), *(["--json"] if as_json else []))
    assert code == 2
    if as_json:
        assert err == ""
        assert json.loads(out)["errors"]
    else:
        assert out == ""
        assert len(err.splitlines()) in (1, 2)


def test_a_folder_a_missing_file_and_a_pipe_are_refused_without_waiting(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "nothing.json", pipe):
        code, out, err = call("assess", str(path))
        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1


def test_a_file_of_100_megabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    code, _, err = call("assess", str(path))
    assert code == 2
    assert "larger than 1 MB" in err


@pytest.mark.parametrize(
    "argv", [[], ["cure"], ["assess"], ["assess", "-", "--hurry"], ["store"], ["handout", "-"]]
)
def test_words_that_do_not_fit_get_one_line_and_exit_2(argv):
    code, out, err = call(*argv)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def make(case_file: str, clinic_file: str, tmp_path: Path, *more: str) -> tuple[int, str, str]:
    target = str(tmp_path / "out.pdf")
    return call("handout", case_file, "--clinic", clinic_file, "--confirmed-by", "Dr P", "-o", target, *more)


def test_handout_writes_a_pdf_and_the_trace(case_file, clinic_file, tmp_path):
    trace = tmp_path / "trace.json"
    assert make(case_file, clinic_file, tmp_path, "--trace", str(trace)) == (0, "", "")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    pieces = json.loads(trace.read_text())
    assert {tuple(piece) for piece in pieces} == {("id", "kind", "text", "sources")}
    assert {piece["kind"] for piece in pieces} <= {"sentence", "heading", "list", "label"}


def test_the_same_handout_has_the_same_bytes(case_file, clinic_file, tmp_path):
    make(case_file, clinic_file, tmp_path)
    first = (tmp_path / "out.pdf").read_bytes()
    make(case_file, clinic_file, tmp_path)
    assert (tmp_path / "out.pdf").read_bytes() == first


@pytest.mark.parametrize("child", release().practice_children, ids=lambda child: child.name)
def test_at_most_one_sentence_in_four_cites_the_house_and_every_citation_resolves(
    child, clinic_file, tmp_path
):
    path, trace = tmp_path / "case.json", tmp_path / "trace.json"
    path.write_text(call("example", child.name)[1])
    assert make(str(path), clinic_file, tmp_path, "--trace", str(trace))[0] == 0
    pieces = json.loads(trace.read_text())
    sentences = [piece for piece in pieces if piece["kind"] == "sentence"]
    house = [piece for piece in sentences if piece["sources"] == ["house"]]
    assert len(house) <= len(sentences) / 4
    assert all(piece["sources"] and set(piece["sources"]) <= set(release().evidence) for piece in pieces)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--lang", "es", "--second-lang", "es"], "same_language"),
        (["--numbers"], "numbers_not_allowed"),
        (["--confirmed-by", "  "], "not_confirmed"),
    ],
)
def test_a_handout_that_may_not_be_made_is_refused(more, code, case_file, clinic_file, tmp_path):
    status, out, _ = make(case_file, clinic_file, tmp_path, "--json", *more)
    assert status == 2
    assert code in {problem["code"] for problem in json.loads(out)["errors"]}
    assert not (tmp_path / "out.pdf").exists()


def test_a_warning_that_suggests_a_slip_stops_the_handout_until_it_is_accepted(clinic_file, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CHILD | {"wbc_at_diagnosis": {"value": 42, "unit": "/uL"}}))
    code, out, _ = make(str(path), clinic_file, tmp_path, "--json")
    assert code == 2
    assert [problem["code"] for problem in json.loads(out)["errors"]] == ["wbc_unit_swapped"]
    assert make(str(path), clinic_file, tmp_path, "--accept-warning", "wbc_unit_swapped")[0] == 0


CLINICS = [
    ('phone = "555 0142"\n', "", "missing_phone"),
    ('out_of_hours_phone = "555 0143"', 'out_of_hours_phone = ""', "missing_out_of_hours_phone"),
    ("value = 38.0", "value = 39.0", "out_of_range"),
    ("value = 38.0", "value = 38.4", "fever_threshold_high"),
    ('"mouth or armpit"', '"mouth or rectum"', "rectal_temperature"),
    ('"mouth or armpit"', '"recto"', "rectal_temperature"),
    ("value = 38.0", "value = nan", "not_a_number"),
    ('unit = "C"', 'unit = "K"', "missing_unit"),
    ("practice = true", "practise = true", "unknown_key"),
    ("practice = true", "practice = ", "not_toml"),
    ('country = "GB"', 'country = "Britain"', "too_long"),
]


@pytest.mark.parametrize(("old", "new", "code"), CLINICS)
def test_a_clinic_that_cannot_be_used_is_refused(old, new, code, case_file, clinic_file, tmp_path):
    clinic = Path(clinic_file)
    assert old in clinic.read_text()
    clinic.write_text(clinic.read_text().replace(old, new))
    status, out, _ = make(case_file, clinic_file, tmp_path, "--json")
    assert status == 2
    assert code in [problem["code"] for problem in json.loads(out)["errors"]]


def test_a_high_threshold_is_used_once_it_is_accepted(case_file, clinic_file, tmp_path):
    clinic = Path(clinic_file)
    clinic.write_text(clinic.read_text().replace("value = 38.0", "value = 38.4"))
    assert make(case_file, clinic_file, tmp_path, "--accept-warning", "fever_threshold_high")[0] == 0


@pytest.mark.parametrize("lineage", ["mature_b", "mixed", "lymphoma"])
def test_out_of_scope_is_assessed_but_gets_neither_handout_nor_pathway(lineage, clinic_file, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CHILD | {"lineage": lineage}))
    code, out, _ = call("assess", str(path), "--json")
    assert (code, json.loads(out)["status"], json.loads(out)["pathway"]) == (0, "out_of_scope", None)
    assert make(str(path), clinic_file, tmp_path)[0] == 2
    assert call("pathway", str(path), "-o", str(tmp_path / "out.svg"))[0] == 2
    assert not list(tmp_path.glob("out.*"))


@pytest.mark.parametrize(("kind", "starts"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_pathway_writes_each_kind_of_picture(kind, starts, case_file, tmp_path):
    target = tmp_path / f"road.{kind}"
    assert call("pathway", case_file, "-o", str(target)) == (0, "", "")
    assert starts in target.read_bytes()[:200]


def test_pathway_draws_the_road_of_the_group_that_the_team_decided_on(tmp_path):
    case = json.loads(call("example", "testicular")[1])
    cases = {"team": case, "published": {key: case[key] for key in case if key != "team_group"}}
    said = {}
    for name, document in cases.items():
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(document))
        assert call("pathway", str(path), "-o", str(tmp_path / f"{name}.svg"))[0] == 0
        said[name] = (tmp_path / f"{name}.svg").read_text()
    assert "High risk" in said["team"]
    assert "High risk" not in said["published"]


def test_pathway_refuses_another_kind(case_file, tmp_path):
    assert call("pathway", case_file, "-o", str(tmp_path / "road.gif"))[0] == 2


def test_nothing_is_written_where_writing_is_impossible(case_file, tmp_path):
    code, _, err = call("pathway", case_file, "-o", str(tmp_path / "no" / "folder.svg"))
    assert code == 2
    assert len(err.splitlines()) == 1


def test_example_lists_the_practice_children_and_prints_each_as_a_valid_case():
    code, out, _ = call("example")
    names = [line.split()[0] for line in out.splitlines()]
    assert code == 0
    assert names[-1] == "clinic"
    for name in names[:-1]:
        assert call("assess", "-", stdin=call("example", name)[1])[0] == 0
    assert call("example", "nobody")[0] == 2


def test_content_check_counts_what_it_checked():
    code, out, _ = call("content", "check")
    assert code == 0
    assert "0 vignettes fail.\n" in out
    assert "0 sections say nothing of their own in one.\n" in out
    for language in ("en", "es"):
        assert f"Quality, {language}, worst of 61 papers: PEMAT-informed, understanding 1" in out
        assert f"Reading, {language}: whole " in out


@pytest.mark.usefixtures("few_papers")
def test_content_check_of_a_paper_that_reads_hard_exits_1_and_names_the_card(tmp_path):
    folder = tmp_path / "seeds"
    shutil.copytree(SEEDS, folder)
    team = folder / "texts" / "en" / "handout" / "team.yaml"
    easy = release().texts["en"].texts["handout.team.leader"]
    hard = "Chemotherapy administration necessitates hospitalisation for observation. " * 9
    team.write_text(team.read_text(encoding="utf-8").replace(easy, hard), encoding="utf-8")
    code, out, _ = call("content", "check", "--folder", str(folder))
    assert code == 1
    assert "card 'team' of waiting (en): grade " in out


def test_content_check_of_a_folder_with_a_fault_exits_1(tmp_path):
    code, out, _ = call("content", "check", "--folder", str(tmp_path))
    assert code == 1
    assert "seeds/groups.yaml:1: this file is missing" in out


@pytest.mark.parametrize("document", ["case", "assessment"])
def test_schema_is_json_schema(document):
    code, out, _ = call("schema", document)
    assert code == 0
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_store_commands_look_after_a_store(tmp_path, monkeypatch):
    monkeypatch.setenv("ALLCOUNSEL_DATA_DIR", str(tmp_path / "data"))
    assert call("store", "path")[1].strip() == str(tmp_path / "data" / "store.db")
    code, _, err = call("store", "verify")
    assert (code, len(err.splitlines())) == (1, 1)
    from allcounsel.bootstrap import build_core, open_desk

    open_desk(build_core(), tmp_path / "data" / "store.db").close()
    assert call("store", "verify")[0] == 0
    assert call("store", "backup", str(tmp_path / "copy.db"))[0] == 0
    assert call("store", "restore", str(tmp_path / "copy.db"))[0] == 0
    assert call("store", "verify", "--passphrase-file", str(tmp_path / "f"))[0] == 1


def test_a_day_that_has_gone_by_is_not_promised(clinic_file, tmp_path):
    texts = printed(CHILD | {"expected": {"lineage": "2020-01-01"}}, clinic_file, tmp_path)
    assert not [text for text in texts if text.startswith("about ")]


def test_nothing_is_written_over_what_is_read(case_file, clinic_file, tmp_path):
    before = Path(case_file).read_bytes()
    for output in (case_file, clinic_file):
        code, _, err = call(
            "handout", case_file, "--clinic", clinic_file, "--confirmed-by", "X", "-o", output
        )
        assert (code, len(err.splitlines())) == (2, 1)
    assert call("pathway", case_file, "-o", case_file)[0] == 2
    assert Path(case_file).read_bytes() == before


def test_a_handout_tells_what_should_be_checked(clinic_file, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CHILD | {"cns_status": "cns1", "csf": {"blasts": "yes"}}))
    code, _, err = make(str(path), clinic_file, tmp_path)
    assert code == 0
    assert err.startswith("Please check cns_status: ")


T_CELL = CHILD | {"lineage": "t_cell"}


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (T_CELL | {"team_group": {"group": "standard"}}, "standard_for_t_cell"),
        (CHILD | {"team_group": {"group": "t_cell"}}, "t_cell_without_lineage"),
        (CHILD | {"team_group": {"group": "other", "protocol": "Low-risk arm"}}, "not_for_families"),
        (T_CELL | {"medicines": ["vincristine", "blinatumomab"]}, "b_cell_medicine_for_t_cell"),
    ],
)
def test_what_paper_must_never_say_is_refused(document, code, clinic_file, tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(document))
    status, out, _ = make(str(path), clinic_file, tmp_path, "--json")
    assert status == 2
    assert [problem["code"] for problem in json.loads(out)["errors"]] == [code]


def printed(document: dict[str, object], clinic_file: str, tmp_path: Path) -> list[str]:
    path, trace = tmp_path / "case.json", tmp_path / "trace.json"
    path.write_text(json.dumps(document))
    assert make(str(path), clinic_file, tmp_path, "--trace", str(trace))[0] == 0
    return [piece["text"] for piece in json.loads(trace.read_text())]


def test_the_road_on_paper_is_that_of_the_teams_group(clinic_file, tmp_path):
    high = CHILD | {"wbc_at_diagnosis": {"value": 80, "unit": "10*9/L"}}
    assert "Brain radiation" in " ".join(printed(high, clinic_file, tmp_path))
    teams = printed(high | {"team_group": {"group": "standard"}}, clinic_file, tmp_path)
    assert "Brain radiation" not in teams


def test_an_open_result_is_named_on_page_one_even_when_the_group_is_final(clinic_file, tmp_path):
    infant = CHILD | {
        "age_at_diagnosis": {"years": 0, "months": 6},
        "genetics": {"kmt2a_r": "pending"},
        "expected": {"genetics.kmt2a_r": "2099-11-30"},
    }
    texts = printed(infant, clinic_file, tmp_path)
    assert "Tests for certain gene changes" in texts
    assert "about 30\u00a0November\u00a02099" in texts


def test_nobody_waits_for_a_check_that_is_in(clinic_file, tmp_path):
    check = {"marrow": "m1", "mrd": {"percent": 0.05, "method": "flow"}, "extramedullary_clear": "yes"}
    genes = {"genetics": {"bcr_abl1": "not_detected"}}
    texts = printed(CHILD | genes | {"end_of_induction": check}, clinic_file, tmp_path)
    assert "No clear answer yet." in texts
    assert not [text for text in texts if text.startswith("Waiting for")]


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("label", {"label": "A 🦁"}),
        ("team_group.protocol", {"team_group": {"group": "other", "protocol": "語"}}),
    ],
)
def test_a_character_that_cannot_be_printed_is_refused_by_its_field(field, change, clinic_file, tmp_path):
    case = json.dumps(json.loads(call("example", "standard-final")[1]) | change)
    out = tmp_path / "out.pdf"
    arguments = ("handout", "-", "--clinic", clinic_file, "--confirmed-by", "Dr P", "-o", str(out))
    code, _, err = call(*arguments, stdin=case)
    assert code == 2
    assert err.startswith(f"{field}: ")
    assert len(err.splitlines()) == 1
    assert not out.exists()


def test_a_change_in_a_relapse_is_told_by_what_it_brings_not_by_a_group():
    case = json.dumps({"situation": "relapse", "lineage": "b_cell"})
    out = call("assess", "-", stdin=case)[1]
    assert "Leukaemia in a testicle: Yes -> special group: Testicular disease" in out
    assert "No group yet" not in out


def test_a_store_that_is_not_there_yet_is_told_as_such():
    code, out, err = call("store", "verify")
    assert (code, out) == (1, "")
    assert "there is no store yet" in err


def test_an_input_is_not_taken_for_an_unfinished_output(case_file, clinic_file, tmp_path):
    case = tmp_path / "out.pdf.part"
    case.write_bytes(Path(case_file).read_bytes())
    code, _, err = make(str(case), clinic_file, tmp_path)
    assert code == 2
    assert "named twice" in err
    assert case.read_bytes() == Path(case_file).read_bytes()


@pytest.mark.parametrize("arguments", [["assess", "-", "--json"], ["schema", "case"], ["example"]])
def test_an_output_that_takes_nothing_is_told_without_a_traceback(arguments):
    command = [sys.executable, "-m", "allcounsel", *arguments]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command,
            input='{"situation":"relapse"}',
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "allcounsel: the output could not be written (No space left on device)."
    ]


def test_what_could_change_a_relapse_names_the_note_and_no_group(tmp_path):
    document = {
        "situation": "relapse",
        "date_of_diagnosis": "2020-01-01",
        "relapse": {"date": "2024-01-01", "on_treatment": "yes"},
    }
    path = tmp_path / "case.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    code, out, _ = call("assess", str(path))
    assert code == 0
    changes = out.partition("What could still change this:")[2]
    assert "Bone marrow -> The sources count the time" in changes
    assert "No group yet" not in changes.partition("Why:")[0]


def test_all_five_clocks_are_told_at_the_terminal_whatever_they_can_say():
    out = call("assess", "-", stdin=call("example", "relapse-marrow")[1])[1]
    first = out.index("counted in five ways:")
    lines = out[first:].splitlines()[1:6]
    assert all(line.startswith("  From") and line.endswith("]") for line in lines)
    assert [("counts as" in line or "between" in line or "no statement" in line) for line in lines] == [
        True
    ] * 5
    open_case = json.dumps({"situation": "relapse"})
    assert call("assess", "-", stdin=open_case)[1].count("not counted yet") == 5


def test_at_the_terminal_a_special_group_is_called_one_and_t_cell_is_named_once():
    out = call(
        "assess", "-", stdin=json.dumps({"situation": "first_treatment", "age_at_diagnosis": {"years": 5}})
    )[1]
    assert "Found -> Very high risk; special group: Ph-positive" in out
    assert "Cell type: T-cell -> T-cell ALL\n" in out


def test_at_the_terminal_facts_and_open_rows_are_told_in_full_and_other_rows_only_named(case_file):
    out = call("assess", case_file)[1]
    told = out.partition("Why:")[2]
    assert "P1 no: 1 year or older at diagnosis." in told
    assert "R3 unknown: " in told
    assert "\n  R1 no" not in told
    named = next(line for line in told.splitlines() if line.startswith("  no, each with its reason"))
    assert "R1, R2" in named


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"wbc": 20}, "Did you mean 'wbc_at_diagnosis'?"),
        ({"age_at_diagnosis": "5"}, 'such as {"years": 4, "months": 7}'),
        ({"wbc_at_diagnosis": 20}, 'such as {"value": 20, "unit": "10*9/L"}'),
    ],
)
def test_a_refusal_says_what_could_be_written_instead(typed, said):
    code, _, err = call("assess", "-", stdin=json.dumps({"situation": "first_treatment"} | typed))
    assert code == 2
    assert said in err
