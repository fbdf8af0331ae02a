"""What the window says is collected, translated and compiled: nothing is left out, stale or half said."""

from __future__ import annotations

import ast
import importlib.util
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "i18n" / "allcounsel_es.ts"
WINDOW = ROOT / "src" / "allcounsel" / "ui"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def planted(tmp_path):
    """A copy of the translations in which one piece of text is another."""

    def plant(old, new):
        copy = tmp_path / TS.name
        text = TS.read_text(encoding="utf-8")
        assert old in text
        copy.write_text(text.replace(old, new, 1), encoding="utf-8")
        return copy

    return plant


def test_every_text_of_the_window_is_whole_in_spanish(script):
    assert sum(1 for _ in script.texts(TS)) > 500
    assert list(script.faults(TS)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (">Tomar {age}<", "><", "is not translated"),
        (
            "<translation>Tomar {age}<",
            '<translation type="unfinished">Tomar {age}<',
            "is not translated",
        ),
        (">Tomar {age}<", ">Tomar {edad}<", "other holes"),
        ("**En espera** de un resultado.", "En espera de un resultado.", "other bold marks"),
        ("<translation>Ctrl+E<", "<translation>Ctrl+G<", "other keys"),
        ("{done}\nLas mismas", "{done} Las mismas", "other line breaks"),
    ],
)
def test_a_planted_fault_is_found(script, planted, old, new, fault):
    found = list(script.faults(planted(old, new)))
    assert len(found) == 1
    assert fault in found[0]


def collected_anew(script, tmp_path, ts=TS):
    fresh = tmp_path / "anew" / TS.name
    fresh.parent.mkdir()
    shutil.copy(ts, fresh)
    script.collect(fresh, "es")
    return fresh.read_text(encoding="utf-8")


def test_the_texts_are_those_of_the_window_today(script, tmp_path):
    assert collected_anew(script, tmp_path) == TS.read_text(encoding="utf-8"), "run `make translations`"


@pytest.mark.parametrize(
    ("old", "new"),
    [("<source>Take {age}<", "<source>Have {age}<"), ("<name>AgeField<", "<name>FieldOfAge<")],
)
def test_a_text_that_changed_since_would_be_noticed(script, planted, tmp_path, old, new):
    changed = planted(old, new)
    assert collected_anew(script, tmp_path, changed) != changed.read_text(encoding="utf-8")


def test_what_the_window_loads_is_made_from_these_texts(script, tmp_path):
    fresh = tmp_path / "fresh.qm"
    script.compile_to(TS, fresh)
    assert fresh.read_bytes() == TS.with_suffix(".qm").read_bytes(), "run `make translations`"


def test_an_older_compiled_file_would_be_noticed(script, planted, tmp_path):
    fresh = tmp_path / "fresh.qm"
    script.compile_to(planted(">Tomar {age}<", ">Usar {age}<"), fresh)
    assert fresh.read_bytes() != TS.with_suffix(".qm").read_bytes()


# ---- what the collector cannot see
def unseen(source: str) -> list[int]:
    """Lines with a text to translate inside an f-string, which the collector passes over."""
    return [
        call.lineno
        for joined in ast.walk(ast.parse(source))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("tr", "translate")
    ]


def test_no_text_to_translate_stands_inside_an_f_string():
    found = {file.name: unseen(file.read_text(encoding="utf-8")) for file in WINDOW.rglob("*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_one_inside_an_f_string_would_be_noticed():
    assert unseen("def run(self):\n    return f\"{self.tr('Home')}!\"\n") == [2]
