"""The rooms stay rooms: the contracts hold, and each kind of contract would notice a breach."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTED = [
    ("src/allcounsel/domain/planted.py", "from PySide6 import QtCore", "Pure core"),
    ("src/allcounsel/domain/planted.py", "from allcounsel import services", "Layers"),
    ("src/allcounsel/pdf/planted.py", "import allcounsel.ui", "Layers"),
    ("src/allcounsel/stray.py", "", "Layers"),
    ("src/allcounsel/services/planted.py", "import reportlab", "Pure core"),
    ("src/allcounsel/content/planted.py", "import sqlite3", "Content knows YAML and nothing heavier"),
    ("src/allcounsel/system/planted.py", "import PySide6", "PySide6 only in ui and __main__"),
    (
        "src/allcounsel/ui/planted.py",
        "import reportlab.pdfgen",
        "reportlab, pypdfium2 and pillow only in pdf",
    ),
    ("src/allcounsel/ui/planted.py", "import PIL.Image", "reportlab, pypdfium2 and pillow only in pdf"),
    ("src/allcounsel/pdf/planted.py", "import sqlite3", "sqlite only in storage"),
    ("src/allcounsel/storage/planted.py", "import yaml", "YAML only in content"),
    (
        "src/allcounsel/storage/planted.py",
        "import cryptography",
        "cryptography only in system.keys and content.signoff",
    ),
    ("src/allcounsel/bootstrap_planted.py", "", "Layers"),
]


def lint_imports(root):
    """Run the contracts of `root` on the sources of `root`; the code and what was said."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path):
    """A copy of what the contracts look at, to plant things in."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(said):
    return set(re.findall(r"^(.+) BROKEN(?: \(\d+ ignored imports?\))?$", said, flags=re.MULTILINE))


def test_every_contract_is_kept():
    code, said = lint_imports(ROOT)
    assert code == 0, said


@pytest.mark.parametrize(("path", "line", "contract"), PLANTED)
def test_a_planted_breach_is_named(copy, path, line, contract):
    (copy / path).write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    code, said = lint_imports(copy)
    assert code != 0
    assert contract in broken_contracts(said), said
    assert Path(path).stem in said


def test_a_core_that_reaches_the_window_is_named(copy):
    bootstrap = copy / "src/allcounsel/bootstrap.py"
    bootstrap.write_text(bootstrap.read_text(encoding="utf-8") + "\nimport allcounsel.ui\n", encoding="utf-8")
    code, said = lint_imports(copy)
    assert code != 0
    assert "A core that runs bare" in broken_contracts(said), said


def test_two_siblings_that_import_each_other_are_named(copy):
    domain = copy / "src/allcounsel/domain"
    (domain / "planted_a.py").write_text("import allcounsel.domain.planted_b\n", encoding="utf-8")
    (domain / "planted_b.py").write_text("import allcounsel.domain.planted_a\n", encoding="utf-8")
    code, said = lint_imports(copy)
    assert code != 0
    assert "No cycles" in broken_contracts(said), said
