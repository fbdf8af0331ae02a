"""What is committed fits together: the lock names no host, and the two pytest settings say the same."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "packaging" / "requirements").glob("*.txt"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock):
    """Name and version of everything a lock pins."""
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name.lower().replace("_", "-"): version for name, version in found}


def required(names):
    return {
        re.match(r"[\w.-]+", name)[0].lower().replace("_", "-") for name in names if isinstance(name, str)
    }


def test_there_are_three_locks():
    assert [lock.stem for lock in LOCKS] == ["core", "dev", "run"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_host_and_hashes_everything(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text
    blocks = re.split(r"\n(?=\w)", text)
    assert blocks
    assert not [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block]


@pytest.mark.parametrize(
    ("stem", "wanted"),
    [
        ("run", PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["build"]),
        ("dev", PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["dev"]),
        ("core", PYPROJECT["dependency-groups"]["core"]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(stem, wanted):
    lock = ROOT / "packaging" / "requirements" / f"{stem}.txt"
    assert required(wanted) <= set(pins(lock)), "run `make lock`"


def test_what_ships_is_what_is_tested():
    run, dev, core = (
        pins(ROOT / "packaging" / "requirements" / f"{stem}.txt") for stem in ("run", "dev", "core")
    )
    assert run.items() <= dev.items()
    assert core.items() <= dev.items()


def test_the_core_holds_no_heavy_library():
    heavy = {"pyside6-essentials", "shiboken6", "reportlab", "pypdfium2", "sqlite-utils", "pytest-qt"}
    assert not heavy & set(pins(ROOT / "packaging" / "requirements" / "core.txt"))


def test_pytest_without_qt_has_the_same_settings():
    full = PYPROJECT["tool"]["pytest"]["ini_options"]
    parser = configparser.ConfigParser()
    parser.read(ROOT / "packaging" / "pytest_core.ini", encoding="utf-8")
    core = parser["pytest"]
    assert core["xfail_strict"] == "true"
    assert core["filterwarnings"].split() == full["filterwarnings"]
    assert core["markers"].strip().splitlines() == full["markers"]
    assert core["pythonpath"].split() == [f"../{folder}" for folder in full["pythonpath"]]
    assert [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', core["addopts"])] == full["addopts"]


def test_every_dependency_has_its_line():
    documented = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower().replace("_", "-")
    groups = PYPROJECT["dependency-groups"]
    wanted = required(PYPROJECT["project"]["dependencies"] + groups["build"] + groups["core"] + groups["dev"])
    assert not [name for name in sorted(wanted) if f"`{name}`" not in documented]
