"""What a reader may rely on in every module of src: small, explained, quiet, offline, told the time."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "allcounsel"
MODULES = sorted(SRC.rglob("*.py"))
MODULE_LINES = 400
FUNCTION_LINES = 50

# Whatever could reach another machine. The program is offline, and this is where that is promised.
NETWORK = (
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)
# Reading the clock anywhere else makes a result depend on when it is looked at.
CLOCK = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
    ("QDate", "currentDate"),
    ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"),
}


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path):
    return path.relative_to(SRC).as_posix()


def imported(tree):
    """Every module or name that a tree imports, in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches_network(tree):
    return {name for name in imported(tree) for bad in NETWORK if name == bad or name.startswith(f"{bad}.")}


def clock_reads(tree):
    """Calls such as date.today() and datetime.datetime.now(), and names such as time.time imported bare."""
    found = {name for name in imported(tree) if tuple(name.split(".")[-2:]) in CLOCK}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", None)
            if (name, node.attr) in CLOCK:
                found.add(f"{name}.{node.attr}")
    return found


def prints(tree):
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "input"}
    ]


def long_functions(tree):
    return [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES
    ]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_so_are_its_functions(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES
    assert not long_functions(parsed(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_with_a_sentence(path):
    assert (ast.get_docstring(parsed(path)) or "").strip()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_commands_print(path):
    if name_of(path) != "cli.py":
        assert not prints(parsed(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_clock_knows_what_time_it_is(path):
    if name_of(path) != "system/clock.py":
        assert not clock_reads(parsed(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_can_reach_another_machine(path):
    assert not reaches_network(parsed(path))


# ---- the checks themselves notice what they are for
@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "import http.client as h",
        "def f():\n    import requests",
    ],
)
def test_a_planted_network_import_is_seen(source):
    assert reaches_network(ast.parse(source))


def test_harmless_imports_are_not_taken_for_the_network():
    assert not reaches_network(ast.parse("from urllib.parse import quote\nfrom PySide6 import QtCore"))


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now()",
        "datetime.datetime.now(UTC)",
        "dt.date.today()",
        "time.time()",
        "from time import time",
        "f = date.today",
        "QDate.currentDate()",
    ],
)
def test_a_planted_look_at_the_clock_is_seen(source):
    assert clock_reads(ast.parse(source))


def test_a_planted_print_and_a_planted_long_function_are_seen():
    assert prints(ast.parse("def f():\n    print('x')"))
    assert long_functions(ast.parse("def f():\n" + "    pass\n" * FUNCTION_LINES))
    assert not long_functions(ast.parse("def f():\n" + "    pass\n" * (FUNCTION_LINES - 1)))
