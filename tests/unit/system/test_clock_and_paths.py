from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.system import paths
from allcounsel.system.clock import SystemClock
from allcounsel.system.paths import DATA_DIR_VARIABLE, find_paths

ROOT = Path(__file__).resolve().parents[3]


def test_the_moment_knows_its_zone_and_the_day_is_the_day_here():
    before = datetime.now(UTC)
    moment = SystemClock().now()
    assert moment.tzinfo is not None
    assert before <= moment <= before + timedelta(minutes=1)
    assert SystemClock().today() in {before.astimezone().date(), moment.date()}


# ---- the program's own files
def test_in_the_source_tree_seeds_and_resources_stand_at_the_top():
    found = find_paths({})
    assert found.seeds == ROOT / "seeds"
    assert found.resources == ROOT / "resources"


def shipped_below(folder):
    for name in ("seeds", "resources"):
        (folder / name).mkdir(parents=True)
    return folder


def test_an_installed_program_uses_what_its_wheel_holds(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "allcounsel"
    shipped = shipped_below(package / "_data")
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert find_paths({}).seeds == shipped / "seeds"


def test_a_frozen_program_uses_what_was_packed_with_it(tmp_path, monkeypatch):
    shipped = shipped_below(tmp_path / "allcounsel" / "_data")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert find_paths({}).resources == shipped / "resources"


def test_a_program_without_its_files_says_so(tmp_path, monkeypatch):
    shipped = shipped_below(tmp_path / "allcounsel" / "_data")
    shutil.rmtree(shipped / "seeds")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(KnownError) as told:
        find_paths({})
    assert told.value.code is ErrorCode.FILE_MISSING
    assert told.value.facts == {"path": str(shipped / "seeds")}


# ---- the clinic's data
def test_the_data_lie_in_the_persons_own_folder(own_home):
    data = find_paths({}).data
    assert own_home in data.parents
    assert data.name == "allcounsel"
    assert not data.exists()  # looking makes nothing


def test_the_clinics_it_may_keep_the_data_elsewhere(tmp_path, monkeypatch, own_home):
    assert find_paths({DATA_DIR_VARIABLE: str(tmp_path)}).store == tmp_path / "store.db"
    assert find_paths({DATA_DIR_VARIABLE: "~/clinic"}).data == own_home / "clinic"
    assert find_paths({DATA_DIR_VARIABLE: ""}) == find_paths({})
    monkeypatch.chdir(tmp_path)
    assert find_paths({DATA_DIR_VARIABLE: "here"}).data == tmp_path / "here"


def test_everything_that_is_written_lies_below_the_data():
    found = find_paths({DATA_DIR_VARIABLE: "/clinic"})
    assert {found.store.parent, found.logs.parent, found.crash_reports.parent} == {found.data}


def test_the_environment_of_the_process_is_read_each_time(monkeypatch, tmp_path):
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path))
    assert find_paths().data == tmp_path
