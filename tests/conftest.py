"""Guards around every test: nothing of the person's own machine is touched, nothing is left behind.

This file must import no Qt: the core's tests also run in an environment that has none.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt warns about a machine whose locale is not UTF-8, and a warning fails a test.
os.environ["LC_ALL"] = "C.UTF-8"

# Laws: quick while working, the same examples each time in CI, large at night. No deadlines: noisy machines.
_QUIET = [HealthCheck.too_slow]
settings.register_profile("dev", max_examples=60, deadline=None, suppress_health_check=_QUIET)
settings.register_profile(
    "ci", max_examples=300, deadline=None, suppress_health_check=_QUIET, derandomize=True, database=None
)
settings.register_profile("night", max_examples=20_000, deadline=None, suppress_health_check=_QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

THREADS_MAY_TAKE_SECONDS = 3
NOBODY = 65534


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/golden/reference; never in CI; read the diff",
    )


def pytest_configure(config):
    if config.getoption("--update-golden") and os.environ.get("CI"):
        message = "--update-golden is for a person who reads the diff, not for CI"
        raise pytest.UsageError(message)
    # One private folder for what Qt and fontconfig read once per process, before any test's own home exists.
    folder = tempfile.TemporaryDirectory(prefix="allcounsel-tests-")
    config.add_cleanup(folder.cleanup)
    for name, value in _homes(Path(folder.name)).items():
        os.environ[name] = value


def _homes(folder: Path) -> dict[str, str]:
    """The variables by which a program finds a person's folders, all pointing into one folder."""
    homes = {
        "HOME": folder,
        "USERPROFILE": folder,
        "APPDATA": folder / "appdata",
        "LOCALAPPDATA": folder / "localappdata",
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "data",
        "XDG_STATE_HOME": folder / "state",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_RUNTIME_DIR": folder / "runtime",
    }
    for path in homes.values():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(path) for name, path in homes.items()}


@pytest.fixture
def update_golden(request) -> bool:
    """Whether the golden files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path_factory):
    """Every test starts in an empty home; returns it."""
    home = tmp_path_factory.mktemp("home")
    for name, value in _homes(home).items():
        monkeypatch.setenv(name, value)
    return home


class SocketUsedError(AssertionError):
    """The program is offline: no code of ours, nor any library on our behalf, opens a socket."""


class _NoSocket(socket.socket):
    def __init__(self, *args, **kwargs):
        message = f"a test opened a socket: {args} {kwargs}"
        raise SocketUsedError(message)

    def __del__(self):  # never opened, so there is nothing to close
        pass


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    monkeypatch.setattr(socket, "socket", _NoSocket)


@pytest.fixture(autouse=True)
def no_thread_left_behind():
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREADS_MAY_TAKE_SECONDS
    while left := _threads_since(before):
        if time.monotonic() > deadline:
            pytest.fail(f"threads left behind: {[thread.name for thread in left]}")
        time.sleep(0.01)


def _threads_since(before):
    # Python keeps a stand-in for each of Qt's threads that ever called Python, alive or not: not judged here.
    return [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]


class _Loud(logging.Handler):
    def __init__(self):
        super().__init__(level=logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log_line(request):
    """A warning in the log fails the test, unless the test takes `caplog` and so reads the log itself."""
    handler = _Loud()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.records and "caplog" not in request.fixturenames:
        pytest.fail(f"unexpected log lines: {[record.getMessage() for record in handler.records]}")


@pytest.fixture(autouse=True)
def no_window_left_open():
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")  # only where a test brought Qt in
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()]
    names = [repr(w) for w in left]
    for window in left:
        window.close()  # so that the next test is not blamed
    assert not left, f"windows left open: {names}"


@pytest.fixture
def ordinary_folder():
    """A folder for which file modes count; they do not for root, so root becomes somebody else meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="allcounsel-"))
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, -1)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)
