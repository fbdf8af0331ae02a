from __future__ import annotations

import logging
import random
import re
import stat
import sys
import threading
import uuid
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.system.crash import CrashReporter
from allcounsel.system.logging import EVENTS, SAFE_FACTS, LocalLog, RedactingFormatter
from allcounsel.system.redaction import REDACTED, describe, place
from helpers.random_cases import random_case

CANARY = "Canary Müller, born 2019-04-01"


@pytest.fixture
def log(tmp_path):
    """The log of a running program; returns its folder."""
    running = LocalLog(tmp_path / "logs")
    yield tmp_path / "logs"
    running.close()


def text_of(folder):
    return "".join(file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))


def our(name="allcounsel.services.case_library"):
    return logging.getLogger(name)


# ---- the log
def test_a_known_event_with_known_facts_is_written_plainly(log):
    case = uuid.uuid4().hex
    our().info("case_saved", extra={"case_id": case, "milliseconds": 12})
    (line,) = text_of(log).splitlines()
    assert line.endswith(f"case_saved case_id={case} milliseconds=12")
    # A checkout in a folder that is called like the program is named from that folder on.
    assert re.search(r" INFO (allcounsel/\S+/)?test_logging_and_crash\.py:\d+ ", line)


def test_the_log_is_its_owners_alone(log):
    our().info("program_started")
    modes = [stat.S_IMODE(found.stat().st_mode) for found in (log, *log.iterdir())]
    assert modes == [0o700, 0o600]


def test_what_is_not_known_to_be_harmless_is_redacted(log):
    our().info(f"saved {CANARY}")
    our().info("case_saved", extra={"note": CANARY, CANARY: 1, "case_id": CANARY, "milliseconds": "49.95"})
    our().info("saved %s", CANARY)
    our(f"allcounsel.{CANARY}").info("case_saved")
    text = text_of(log)
    assert "Canary" not in text
    assert "Müller" not in text
    assert text.count(REDACTED) >= 6


def test_an_error_is_told_by_its_kind_and_places_never_by_its_text(log, caplog):
    error = KnownError(ErrorCode.DISK_FULL, path=f"/home/{CANARY}/store.db")
    our().error("known_error", exc_info=error, extra={"code": error.code.value})
    text = text_of(log)
    assert "known_error code=disk_full" in text
    assert "allcounsel.domain.errors.KnownError disk_full" in text
    assert "Canary" not in text


def answers_in(value):
    """Everything that a case says, as text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from answers_in(inner)
            yield f"{key}={inner}"
    elif isinstance(value, list):
        for inner in value:
            yield from answers_in(inner)
    elif value is not None:
        yield str(value)


def line_for(record):
    return RedactingFormatter().format(record).split(" ", 2)[2]  # without the time, which holds numbers too


WAYS = {
    "in the message": lambda record, answer: setattr(record, "msg", f"saved {answer}"),
    "as the message": lambda record, answer: setattr(record, "msg", answer),
    "as an argument": lambda record, answer: setattr(record, "args", (answer,)),
    "as a fact": lambda record, answer: setattr(record, "wbc", answer),
    "as a key": lambda record, answer: setattr(record, str(answer), "x"),
    "as every safe fact": lambda record, answer: record.__dict__.update(
        dict.fromkeys(SAFE_FACTS, str(answer))
    ),
    "in an error": lambda record, answer: setattr(record, "exc_info", (ValueError, ValueError(answer), None)),
    "as the level and the logger": lambda record, answer: record.__dict__.update(
        levelname=answer, name=str(answer)
    ),
    "in the stack": lambda record, answer: setattr(record, "stack_info", str(answer)),
}
HARMLESS = {"INFO", "x.py", "7", "case_saved", "args", REDACTED, "builtins.ValueError", *SAFE_FACTS}


@given(st.integers(0, 2**32), st.sampled_from(sorted(WAYS)))
def test_no_answer_of_any_case_reaches_the_log_whoever_writes_what(seed, way):
    case = random_case(random.Random(seed))  # noqa: S311 - a case to try, not a secret
    for answer in (case, *answers_in(case)):
        record = logging.makeLogRecord({"pathname": "x.py", "lineno": 7, "msg": "case_saved", "levelno": 20})
        WAYS[way](record, answer)
        words = set(line_for(record).replace("=", " ").replace(":", " ").split())
        assert words <= HARMLESS


def test_other_libraries_may_warn_but_not_say_what_about(log, caplog):
    logging.getLogger("fontTools").warning("cannot draw %s", CANARY)
    logging.getLogger("fontTools").info("chatter")
    (line,) = text_of(log).splitlines()
    assert "WARNING" in line
    assert "Canary" not in line


def test_the_log_stays_small(tmp_path, monkeypatch):
    monkeypatch.setattr("allcounsel.system.logging._FILE_BYTES", 500)
    running = LocalLog(tmp_path)
    for _ in range(100):
        our().info("case_saved")
    running.close()
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size <= 500 for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path, capsys):
    (tmp_path / "file").touch()
    running = LocalLog(tmp_path / "file" / "logs")
    our().info("program_started")
    running.close()
    assert capsys.readouterr() == ("", "")


def test_closing_leaves_logging_as_it_was(tmp_path):
    before = (list(logging.getLogger().handlers), our("allcounsel").level)
    LocalLog(tmp_path).close()
    assert (list(logging.getLogger().handlers), our("allcounsel").level) == before
    assert list(tmp_path.iterdir()) == []


def test_every_event_is_one_plain_word():
    assert all(event.replace("_", "").isalpha() and event.islower() for event in EVENTS)


# ---- places in code
@pytest.mark.parametrize(
    ("filename", "said"),
    [
        ("/home/anna/allcounsel/src/allcounsel/storage/database.py", "allcounsel/storage/database.py:7"),
        ("/home/anna/.venv/lib/site-packages/sqlite_utils/db.py", "sqlite_utils/db.py:7"),
        ("/opt/x/site-packages/allcounsel/cli.py", "allcounsel/cli.py:7"),
        ("C:\\Users\\Anna\\allcounsel\\system\\files.py", "allcounsel/system/files.py:7"),
        ("/home/anna/script.py", "script.py:7"),
        ("<string>", "<string>:7"),
        ("", f"{REDACTED}:7"),
    ],
)
def test_a_place_in_code_names_nobodys_home(filename, said):
    assert place(filename, 7) == said


# ---- crashes
@pytest.fixture
def shown():
    return []


@pytest.fixture
def reporter(tmp_path, clock, shown):
    return CrashReporter(tmp_path / "reports", clock, "0.1.0", shown.append)


def deep_failure(depth=0):
    secret = CANARY
    if depth < 3:
        return deep_failure(depth + 1)
    try:
        return {}[secret]
    except KeyError as error:
        raise ValueError(f"no {secret}") from error


def failure():
    try:
        deep_failure()
    except ValueError as error:
        return error


def test_a_report_names_kinds_and_places_and_no_value(reporter, tmp_path, caplog):
    sentence = reporter.report(failure())
    (report,) = (tmp_path / "reports").iterdir()
    assert str(report) in sentence
    text = report.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "because of builtins.KeyError" in text
    assert "in deep_failure" in text
    assert "allcounsel 0.1.0" in text
    assert "2026-03-02T19:30:05" in text
    assert "Canary" not in text + sentence
    assert str(Path.home()) not in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_a_failure_shows_one_sentence_and_no_traceback(reporter, shown, monkeypatch, capsys, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    error = failure()
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=deep_failure)
    thread.start()
    thread.join()
    assert len(shown) == 2
    assert all("\n" not in sentence and "Traceback" not in sentence for sentence in shown)
    assert capsys.readouterr() == ("", "")


def test_whoever_stops_the_program_is_not_told_of_a_fault(reporter, shown, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_written_is_no_second_failure(tmp_path, clock, shown, caplog):
    (tmp_path / "file").touch()
    reporter = CrashReporter(tmp_path / "file", clock, "0.1.0", shown.append)
    assert reporter.report(failure()).endswith("A report could not be written.")


def test_only_the_newest_reports_are_kept(reporter, tmp_path, caplog):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(40):
        (folder / f"crash-20250101-0000{number:02}-000000.txt").touch()
    sentence = reporter.report(failure())
    assert len(list(folder.iterdir())) == 20
    assert Path(sentence.rsplit(" ", 1)[1]).exists()


def test_errors_that_hold_each_other_are_told_once():
    one, other = ValueError(CANARY), TypeError(CANARY)
    one.__cause__, other.__cause__ = other, one
    group = ExceptionGroup(CANARY, [one, other])
    lines = describe(group)
    assert lines == (
        "builtins.ExceptionGroup",
        "together with builtins.ValueError",
        "because of builtins.TypeError",
    )


def test_a_recursion_without_end_makes_no_endless_report():
    def again():
        again()

    with pytest.raises(RecursionError) as told:
        again()
    assert len(describe(told.value)) <= 41


def test_the_number_of_an_error_of_the_system_is_told():
    assert describe(OSError(28, CANARY)) == ("builtins.OSError 28",)
