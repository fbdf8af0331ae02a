"""A person at a real window: assess a child and export the handout, without a mouse."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

HERE = Path(__file__).parent
SCREEN = "-screen 0 1366x768x24"


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    """What the journey told, and its folder. ``JOURNEY_PICTURES`` keeps the pictures somewhere else."""
    kept = os.environ.get("JOURNEY_PICTURES")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("journey")
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", SCREEN, sys.executable, str(HERE / "journey.py"), str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1]), folder


def test_a_child_goes_from_an_empty_window_to_paper_by_real_keys(journey, capsys):
    told, folder = journey
    pdf = (folder / "handout.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert told["written"] == [str(folder / "handout.pdf")]
    assert told["same_result"]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{told['presses']} key presses, {len(told['pictures'])} pictures, {len(pdf)} bytes\n"
        )


def test_the_store_remembers_the_paper_byte_for_byte(journey):
    told, folder = journey
    assert told["kept"][-1:] == [hashlib.sha256((folder / "handout.pdf").read_bytes()).hexdigest()]
    assert told["same_bytes"]


def test_what_was_printed_through_the_systems_dialog_has_every_page_of_the_paper(journey):
    """A laptop without a printer prints into a file; what went there is kept with the child too."""
    told, folder = journey
    with pikepdf.open(folder / "printed.pdf") as printed, pikepdf.open(folder / "handout.pdf") as saved:
        assert len(printed.pages) == len(saved.pages)
    assert len(told["kept"]) == 2
    assert len(set(told["kept"])) == 1


def test_the_title_of_the_window_says_nothing_of_the_child(journey):
    assert journey[0]["title"] == "allcounsel"


def test_every_page_was_pictured(journey):
    told, folder = journey
    names = {name.split("-", 1)[1].split(".")[0] for name in told["pictures"]}
    assert {
        "home",
        "child-1",
        "blood-1",
        "genes-1",
        "response-1",
        "review",
        "result",
        "pathway",
        "handout",
        "printed",
    } <= names
    assert all((folder / name).stat().st_size > 5_000 for name in told["pictures"])
