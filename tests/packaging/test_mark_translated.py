"""Recording a translation: what is new is recorded, what is stale only when it is named."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from allcounsel.domain.text import fingerprint
from helpers.shipped import SEEDS, release

ROOT = Path(__file__).resolve().parents[2]
HERE = "pathway.here"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location(
        "mark_translated", ROOT / "packaging" / "mark_translated.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "seeds"
    shutil.copytree(SEEDS, copy)
    return copy


def change(folder, path, old, new):
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_has_no_record_is_recorded_and_the_rest_stays(script, folder, capsys):
    record = folder / "texts" / "es" / "made_from.yaml"
    before = record.read_text(encoding="utf-8")
    mark = fingerprint(release().texts["en"](HERE))
    change(folder, "texts/es/made_from.yaml", f'{HERE}: "{mark}"\n', "")
    script.main("es", [], folder)
    assert record.read_text(encoding="utf-8") == before
    assert f"recorded {HERE}\n" in capsys.readouterr().out


def test_what_is_stale_stays_stale_until_it_is_named(script, folder):
    change(folder, "texts/en/pathway.yaml", 'here: "You are here"\ndone', 'here: "Here you are"\ndone')
    old = script.marks(folder, "es", [])[0][HERE]
    assert old == fingerprint("You are here")
    records, fresh = script.marks(folder, "es", [HERE])
    assert records[HERE] == fingerprint("Here you are")
    assert fresh == [HERE]


def test_a_record_whose_text_is_gone_goes(script, folder):
    change(folder, "texts/es/pathway.yaml", 'here: "Estamos aquí"\n', "")
    assert HERE not in script.marks(folder, "es", [])[0]


def test_a_key_without_a_text_is_refused(script, folder):
    with pytest.raises(SystemExit, match="has no text in both languages"):
        script.main("es", ["pathway.nowhere"], folder)


def test_a_faulty_folder_is_refused_with_its_faults(script, folder):
    (folder / "settings.yaml").write_text("count_line: many\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"settings\.yaml"):
        script.main("es", [], folder)
