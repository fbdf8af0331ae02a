"""Work off the GUI thread, words for every fault, dialogs that are freed, a start that stays light."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from allcounsel.domain.errors import ErrorCode, KnownError, Problem
from allcounsel.ui import dialogs
from allcounsel.ui.file_names import suggested_name
from allcounsel.ui.messages import message_for
from allcounsel.ui.problem_words import problem_sentence
from allcounsel.ui.tasks import Latest, TaskRunner

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def runner(qapp):
    runner = TaskRunner()
    yield runner
    runner.finish()
    runner.deleteLater()


# ---- tasks
def test_a_job_runs_elsewhere_and_its_answer_arrives_here(runner, qtbot):
    heard = []
    runner.start(
        threading.get_ident, lambda ident: heard.append((ident, threading.get_ident())), heard.append
    )
    qtbot.waitUntil(lambda: bool(heard))
    job, answer = heard[0]
    assert answer == threading.get_ident()
    assert job != answer


def test_a_failure_arrives_as_the_exception(runner, qtbot):
    heard = []

    def full():
        raise KnownError(ErrorCode.DISK_FULL)

    runner.start(full, lambda _: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].code is ErrorCode.DISK_FULL


def test_jobs_run_one_after_another_in_order(runner, qtbot):
    heard = []
    for number in range(20):
        runner.start(lambda number=number: number, heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert heard == list(range(20))


def test_only_the_newest_answer_gets_through():
    heard, latest = [], Latest()
    old_done, old_failed = latest.wrap(heard.append, heard.append)
    new_done, new_failed = latest.wrap(heard.append, heard.append)
    new_done("new")
    old_done("old")
    old_failed("old")
    new_failed("fault")
    latest.drop()
    new_done("late")
    assert heard == ["new", "fault"]


def test_waiting_delivers_everything_that_was_started(runner):
    heard = []
    for number in range(3):
        runner.start(lambda number=number: number, heard.append, heard.append)
    runner.wait()
    assert heard == [0, 1, 2]


def test_finishing_waits_for_the_job_that_runs(qapp):
    runner, done = TaskRunner(), []
    started = threading.Event()

    def job():
        started.set()
        return "whole"

    runner.start(job, done.append, done.append)
    started.wait(5)
    runner.finish()
    assert done == ["whole"]
    runner.deleteLater()


# ---- words
@pytest.mark.parametrize("code", list(ErrorCode), ids=lambda code: code.value)
def test_every_fault_of_the_world_has_its_words_and_a_remedy(qapp, code):
    message = message_for(KnownError(code, path="a/file.pdf"))
    assert message.happened.endswith(".")
    assert len(message.remedy.split()) > 2
    assert "{" not in str(message)
    assert "{" not in str(message_for(KnownError(code)))


def test_a_problem_is_told_without_its_path(qapp):
    told = problem_sentence(Problem("relapse.date", "some_new_code", "relapse.date: this is odd."))
    assert told == "This is odd."


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ward 7", "Ward-7-handout-2026-04-21.pdf"),
        ("", "handout-2026-04-21.pdf"),
        ("../../etc: a\\b", "etc-a-b-handout-2026-04-21.pdf"),
    ],
)
def test_a_file_is_named_after_label_and_day_alone(label, name):
    from datetime import date

    assert suggested_name(label, date(2026, 4, 21), "pdf", "handout") == name


# ---- dialogs
def test_dialogs_are_freed_when_they_are_closed(qtbot, monkeypatch):
    from PySide6.QtWidgets import QMessageBox

    parent = QWidget()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    dialogs.tell(parent, "It happened.", "Do this.")
    QApplication.sendPostedEvents(None, 52)  # deferred deletes
    assert parent.findChildren(QMessageBox) == []
    parent.deleteLater()


# ---- starting
def run(*arguments, **environment):
    home = {name: os.environ[name] for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "PATH", "LC_ALL")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**home, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_window_loads_no_heavy_library_before_it_is_needed():
    heavy = {"reportlab", "pypdfium2", "sqlite_utils", "yaml", "sqlite3"}
    code = f"import sys, allcounsel.ui.start; print(sorted({heavy!r} & set(sys.modules)))"
    done = run("-c", code, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.strip() == "[]", done.stderr


NETWORK = {
    "socket",
    "ssl",
    "http.client",
    "urllib.request",
    "ftplib",
    "smtplib",
    "asyncio",
    "PySide6.QtNetwork",
}
EVERY_MODULE = """
import importlib, pkgutil, sys
import allcounsel
for module in pkgutil.walk_packages(allcounsel.__path__, "allcounsel."):
    # The log is not switched on yet: the standard library's handler of log files brings sockets with it.
    if not module.name.endswith(("__main__", ".system.logging")):
        importlib.import_module(module.name)
"""


@pytest.mark.parametrize(
    ("planted", "found"), [("", []), ("import urllib.request", ["http.client", "socket"])]
)
def test_the_whole_program_loads_no_module_that_can_reach_a_network(planted, found):
    """Also none that a library brings along; a planted one is seen."""
    code = f"{EVERY_MODULE}{planted}\nprint(sorted({NETWORK!r} & set(sys.modules)))"
    done = run("-c", code, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    seen = ast.literal_eval(done.stdout.strip())
    assert set(found) <= set(seen)
    assert found or not seen


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "no screen here"),
        ({"QT_QPA_PLATFORM": "xcb"}, "no screen here"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "no screen of the kind 'nonsense'"),
        ({"DISPLAY": ":4711"}, "does not answer"),
    ],
)
@pytest.mark.parametrize("arguments", [(), ("--practice",)])
def test_where_no_window_can_open_one_sentence_says_so(arguments, environment, words):
    done = run("-m", "allcounsel", *arguments, **environment)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_arguments_go_to_the_commands():
    done = run("-m", "allcounsel", "example")
    assert done.returncode == 0
    assert "standard-for-now" in done.stdout
