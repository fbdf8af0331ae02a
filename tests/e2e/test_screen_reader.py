"""Every screen as a screen reader hears it, over AT-SPI: names, roles, states, reasons and roads as text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SCREENS = 60


def can_listen():
    if shutil.which("dbus-run-session") is None or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(
    not can_listen(), reason="no AT-SPI here (packaging/system_libraries.sh listen)"
)


def listened(*more):
    """What was heard of each screen."""
    program = [sys.executable, str(HERE / "talking_screens.py"), *more]
    listener = [SYSTEM_PYTHON, str(HERE / "listen.py"), *program]
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    done = subprocess.run(
        ["dbus-run-session", "--", *screen, *listener],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
        env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["code"] == 0
    return told["screens"]


@pytest.fixture(scope="module")
def heard():
    return listened()


def test_nothing_that_takes_the_focus_is_without_name_role_or_state(heard, capsys):
    faults = {name: screen["faults"] for name, screen in heard.items() if screen["faults"]}
    count = sum(screen["focusable"] for screen in heard.values())
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(heard)} screens heard, {count} controls, {len(faults)} screens with faults\n"
        )
    assert faults == {}
    assert len(heard) > SCREENS
    assert count > 20 * SCREENS


def test_the_reasons_and_what_could_change_them_are_heard_as_text(heard):
    said = " ".join(heard["standard-for-now-result-1"]["names"])
    for words in ("Standard for now", "Age at diagnosis", "What could still change this", "Very high risk"):
        assert words in said


@pytest.mark.parametrize(
    ("screen", "steps"),
    [
        ("standard-for-now-pathway-1", ("Tests", "Induction", "Consolidation", "Maintenance", "Follow-up")),
        ("relapse-brain-pathway-1", ("Treatment starts again", "Check for remission", "Transplant")),
    ],
)
def test_the_road_is_heard_step_by_step(heard, screen, steps):
    names = heard[screen]["names"]
    for step in steps:
        assert any(name.startswith(step) or f" {step}" in name for name in names), step


def test_a_control_without_a_name_would_be_heard():
    """The planted fault: a button without a name on the first screen."""
    (first,) = listened("--with-a-nameless-button").values()
    assert any("without a name" in fault for fault in first["faults"])
