"""The wheel holds the program, and the seeds and resources where the program looks for them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def committed(folder):
    """The files of a folder that git knows, as paths from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", folder], cwd=ROOT, check=True, capture_output=True, text=True, timeout=30
    )
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("folder", ["seeds", "resources"])
def test_the_wheel_holds_every_seed_and_resource(names, folder):
    wanted = committed(folder)
    assert wanted
    assert not [name for name in wanted if f"allcounsel/_data/{name}" not in names]


def test_the_wheel_holds_every_module_and_the_command(names):
    assert not [name for name in committed("src") if name.removeprefix("src/") not in names]
    assert any(name.endswith("entry_points.txt") for name in names)


def test_the_wheel_holds_nothing_of_the_tests(names):
    assert not [name for name in names if name.startswith(("tests/", "packaging/"))]
