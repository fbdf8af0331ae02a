"""A person can do it: the real window, a real screen's worth of pixels, real key presses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from allcounsel.bootstrap import build_core, open_desk

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "artefacts" / "journey"


@pytest.fixture
def journey(own_home):
    shutil.rmtree(PICTURES, ignore_errors=True)
    data = own_home / "clinic"
    done = subprocess.run(
        [
            "xvfb-run",
            "-a",  # a fixed number could be another process's screen
            "-s",
            "-screen 0 1366x768x24",
            "sh",
            str(ROOT / "tests" / "e2e" / "journey.sh"),
            sys.executable,
            str(PICTURES),
        ],
        env={**os.environ, "ALLCOUNSEL_DATA_DIR": str(data), "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return data / "practice" / "store.db"


def test_a_child_is_assessed_and_the_handout_saved(journey):
    pdf = (PICTURES / "journey.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert len(list(PICTURES.glob("*.png"))) == 11
    assert (PICTURES / "said.txt").read_text(encoding="utf-8") == ""
    desk = open_desk(build_core(), journey)
    try:
        (record,) = desk.library.find("Journey 01")
        (handout,) = desk.library.handouts(record.id)
        assert desk.library.reprint(handout.id) == pdf
    finally:
        desk.close()
    assert (record.situation, record.status, record.group) == ("first_treatment", "provisional", "standard")
    assert handout.confirmed_by == "AB"
    assert record.answers["age_at_diagnosis"] == {"years": 5, "months": 2}
    assert record.answers["genetics"] == {"bcr_abl1": "pending"}
    assert "date_of_birth" not in record.answers
