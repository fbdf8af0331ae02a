"""The program is killed, or the disk runs full, while it is saving: nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.storage.backups import SqliteBackups
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.database import open_store
from allcounsel.storage.handout_store import SqliteHandoutStore
from allcounsel.storage.release_store import SqliteReleaseStore
from unit.storage.examples import CASE, DIGEST, FILES, NOON, a_case, a_handout, digest_of

KILLS = 10


def a_pdf(number):
    return f"{number} ".encode() * 3000


def save_for_ever(path, first, acknowledge):
    """A case and its handout again and again; each is acknowledged when both are kept."""
    with open_store(path) as store:
        cases, handouts = SqliteCaseStore(store), SqliteHandoutStore(store)
        for number in range(first, first + 100_000):
            cases.save(a_case(number, label=str(number)))
            handouts.add(a_handout(number, a_pdf(number), case_id=f"case-{number}"), a_pdf(number))
            os.write(acknowledge, f"{number}\n".encode())


def killed_while_saving(path, first, seconds):
    """What a program had acknowledged when it was killed, this long after its first word."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            save_for_ever(path, first, writer)
        finally:
            os._exit(1)  # it should have been killed; nothing of the test's own goes on here
    os.close(writer)
    with os.fdopen(reader, "rb") as acknowledged:
        said = acknowledged.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        said += acknowledged.read()
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return [int(line) for line in said.split(b"\n")[:-1]]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of itself")
def test_a_program_killed_while_saving_loses_nothing_it_acknowledged(path):
    kept = []
    for kill in range(KILLS):
        kept += killed_while_saving(path, kill * 1_000_000, 0.01 + 0.007 * kill)
        with open_store(path) as store:
            found = {case.id: case for case in SqliteCaseStore(store).find("")}
            assert {f"case-{number}" for number in kept} <= found.keys()
            assert all(found[f"case-{number}"] == a_case(number, label=str(number)) for number in kept)
            for number in kept[-20:]:
                assert SqliteHandoutStore(store).content(f"handout-{number}") == a_pdf(number)
    assert len(kept) >= KILLS
    assert SqliteBackups(path, digest_of).verify().problems == ()


def test_a_full_disk_is_told_and_nothing_saved_is_lost(path, store):
    cases = SqliteCaseStore(store)
    (pages,) = store.db.execute("PRAGMA page_count").fetchone()
    store.db.execute(f"PRAGMA max_page_count={pages + 20}")
    kept = []

    def save_on():
        for number in range(1000):
            cases.save(a_case(number, label="x" * 900))
            kept.append(a_case(number, label="x" * 900))

    with pytest.raises(KnownError) as told:
        save_on()
    assert told.value.code is ErrorCode.DISK_FULL
    assert told.value.facts == {"path": str(path)}
    assert kept
    assert cases.find("") == tuple(reversed(kept))  # the same program goes on
    with open_store(path) as again:
        assert SqliteCaseStore(again).find("") == tuple(reversed(kept))
    assert SqliteBackups(path, digest_of).verify().problems == ()


# ---- killed anywhere while a backup is made or restored
STEPS = ("open", "fsync", "unlink", "replace", "chmod", "link", "mkdir")


def killed_at_step(number, action):
    """In a copy of this program that is gone before its n-th change to the disk; did it get to its end?"""
    child = os.fork()
    if child == 0:
        left = iter(range(number))

        def counted(really):
            def step(*arguments, **options):
                if next(left, None) is None:
                    os._exit(7)
                return really(*arguments, **options)

            return step

        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))
        try:
            action()
        except BaseException:  # noqa: BLE001 - nothing of the test's own may go on in the copy
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WEXITSTATUS(status) in (0, 7)
    return os.WEXITSTATUS(status) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of itself")
def test_a_restore_killed_at_any_step_leaves_the_old_store_or_the_backup(path, tmp_path):
    backup = tmp_path / "backup.db"
    SqliteBackups(path, digest_of).make(str(backup))
    with open_store(path) as store:
        SqliteCaseStore(store).save(CASE)
    old = path.read_bytes()
    seen = set()
    for number in range(200):
        for found in tmp_path.glob("store*"):
            found.unlink()
        path.write_bytes(old)
        done = killed_at_step(number, lambda: SqliteBackups(path, digest_of).restore(str(backup), NOON))
        assert SqliteBackups(path, digest_of).verify().problems == ()
        with open_store(path) as store:
            cases = SqliteCaseStore(store).find("")
        seen.add(len(cases))
        if not cases:  # the backup holds none; so the store as it was must be beside it
            (kept,) = tmp_path.glob("store-until-*.db")
            with open_store(kept) as store:
                assert SqliteCaseStore(store).find("") == (CASE,)
        if done:
            break
    assert done
    assert seen == {0, 1}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of itself")
def test_a_backup_killed_at_any_step_leaves_the_older_backup_or_the_new_one(path, tmp_path):
    backup = tmp_path / "backup.db"
    SqliteBackups(path, digest_of).make(str(backup))
    older = backup.read_bytes()
    with open_store(path) as store:
        SqliteCaseStore(store).save(CASE)
    seen = set()
    for number in range(200):
        backup.write_bytes(older)
        done = killed_at_step(number, lambda: SqliteBackups(path, digest_of).make(str(backup)))
        with open_store(backup) as store:
            seen.add(len(SqliteCaseStore(store).find("")))
        if done:
            break
    assert done
    assert seen == {0, 1}
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a copy of itself")
def test_a_first_start_killed_at_any_step_is_followed_by_a_good_one(tmp_path):
    for number in range(200):
        path = tmp_path / str(number) / "store.db"
        done = killed_at_step(number, lambda path=path: open_store(path).close())
        open_store(path).close()
        assert SqliteBackups(path, digest_of).verify().problems == ()
        if done:
            break
    assert done


# ---- a disk that really is full, where this system lets us have one
ON_A_SMALL_DISK = f"""
import subprocess, sys
sys.path[:0] = {[str(Path(__file__).resolve().parents[2]), *[entry for entry in sys.path if entry]]!r}
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "none", sys.argv[1]], check=True)
from unit.storage.test_crash_safety import fill_the_disk
fill_the_disk(sys.argv[1])
"""


def fill_the_disk(folder):
    """Save until the disk is full, see what is left, and that backups and new stores are refused plainly."""
    from allcounsel.system.files import WholeFileSink

    path = Path(folder) / "store.db"
    with open_store(path) as store:
        SqliteReleaseStore(store).add(DIGEST, "2026.1", FILES, NOON)
        cases, handouts = SqliteCaseStore(store), SqliteHandoutStore(store)
        cases.save(CASE)
        kept = fill_with_handouts(handouts)
        assert kept
        for number in kept:
            assert handouts.content(f"handout-{number}") == a_pdf(number)
        assert codes_of(
            lambda: SqliteBackups(path, digest_of).make(f"{folder}/backup.db"),
            lambda: open_store(Path(folder) / "new" / "store.db"),
            lambda: WholeFileSink().write(f"{folder}/handout.pdf", bytes(400_000)),
        ) == {ErrorCode.DISK_FULL}
    assert not list(Path(folder).rglob("*.part"))
    assert not (Path(folder) / "handout.pdf").exists()
    with open_store(path) as store:  # a full disk does not keep anybody from reading
        assert len(SqliteHandoutStore(store).of_case(CASE.id)) == len(kept)


def fill_with_handouts(handouts):
    kept = []
    try:
        for number in range(10_000):
            handouts.add(a_handout(number, a_pdf(number)), a_pdf(number))
            kept.append(number)
    except KnownError as told:
        assert told.code is ErrorCode.DISK_FULL  # noqa: PT017 - runs outside pytest
    return kept


def codes_of(*attempts):
    codes = set()
    for attempt in attempts:
        try:
            attempt()
        except KnownError as told:
            codes.add(told.code)
        else:
            codes.add(None)
    return codes


def test_on_a_disk_that_really_is_full(tmp_path):
    own_mounts = ["unshare", "--user", "--map-root-user", "--mount"]
    try:
        subprocess.run([*own_mounts, "true"], check=True, capture_output=True, timeout=20)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this system lends no disk of our own")
    done = subprocess.run(
        [*own_mounts, sys.executable, "-c", ON_A_SMALL_DISK, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
