from __future__ import annotations

import os
import shutil
import stat
from contextlib import closing
from datetime import UTC, datetime

import pytest
import sqlcipher3.dbapi2 as sqlite3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.storage import backups as backups_module
from allcounsel.storage.backups import SqliteBackups
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.connection import connect
from allcounsel.storage.database import open_store
from allcounsel.storage.handout_store import SqliteHandoutStore
from allcounsel.storage.inspection import DAMAGED
from allcounsel.storage.migrations import SCHEMA_NUMBER
from allcounsel.storage.release_store import SqliteReleaseStore
from unit.storage.examples import CASE, DIGEST, FILES, HANDOUT, PDF, a_case, digest_of

EVENING = datetime(2026, 3, 2, 19, 30, 5, tzinfo=UTC)
KEPT = "store-until-2026-03-02-193005.db"


@pytest.fixture
def filled(path):
    """A closed store with a case and its handout."""
    with open_store(path) as store:
        SqliteCaseStore(store).save(CASE)
        SqliteHandoutStore(store).add(HANDOUT, PDF)
    return path


@pytest.fixture
def care(filled):
    return SqliteBackups(filled, digest_of)


@pytest.fixture
def backup(care, tmp_path):
    target = tmp_path / "stick" / "monday.db"
    target.parent.mkdir()
    care.make(str(target))
    return target


def files_in(folder):
    return sorted(found.name for found in folder.iterdir() if found.is_file())


def refusal(action, *arguments, **options):
    with pytest.raises(KnownError) as told:
        action(*arguments, **options)
    return told.value.code


def replace_bytes(file, old, new):
    content = file.read_bytes()
    assert old in content
    assert len(old) == len(new)
    file.write_bytes(content.replace(old, new))


def cases_in(path):
    with open_store(path) as store:
        return SqliteCaseStore(store).find("")


# ---- making one
def test_a_backup_is_one_private_file_with_everything(backup):
    assert files_in(backup.parent) == ["monday.db"]
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with open_store(backup) as copy:
        assert SqliteCaseStore(copy).find("") == (CASE,)
        assert SqliteHandoutStore(copy).content(HANDOUT.id) == PDF
        assert SqliteReleaseStore(copy).files(DIGEST) == FILES


def test_a_backup_says_what_it_holds(care, tmp_path):
    contents = care.make(str(tmp_path / "b.db"))
    assert (contents.cases, contents.handouts, contents.releases, contents.problems) == (1, 1, 1, ())


def test_a_backup_made_while_the_store_is_in_use_holds_its_journal_too(care, filled, tmp_path):
    with open_store(filled) as store:
        SqliteCaseStore(store).save(a_case(7))
        assert filled.with_name("store.db-wal").stat().st_size
        care.make(str(tmp_path / "b.db"))
        SqliteCaseStore(store).save(a_case(8))
    assert {case.id for case in cases_in(tmp_path / "b.db")} == {CASE.id, "case-7"}


def test_a_backup_is_restored_from_a_read_only_stick(ordinary_folder):
    stick = ordinary_folder / "stick"
    stick.mkdir()
    care = SqliteBackups(ordinary_folder / "store.db", digest_of)
    open_store(ordinary_folder / "store.db").close()
    care.make(str(stick / "b.db"))
    (stick / "b.db").chmod(0o400)
    stick.chmod(0o500)
    assert care.restore(str(stick / "b.db"), EVENING) == str(ordinary_folder / KEPT)
    stick.chmod(0o700)


def test_a_new_backup_takes_the_place_of_an_older_one(care, filled, backup):
    with open_store(filled) as store:
        SqliteCaseStore(store).save(a_case(7))
    backup.with_name("monday.db-wal").write_bytes(b"left beside it")
    care.make(str(backup))
    assert files_in(backup.parent) == ["monday.db"]
    assert len(cases_in(backup)) == 2


def test_what_a_crash_left_of_a_backup_is_ignored_and_cleared_away(care, tmp_path):
    for name in ("b.db.part", "b.db.part-wal", "b.db.part-journal"):
        (tmp_path / name).write_bytes(b"half")
    care.make(str(tmp_path / "b.db"))
    assert len(cases_in(tmp_path / "b.db")) == 1
    assert not [name for name in files_in(tmp_path) if "part" in name]


def test_a_backup_that_fails_leaves_the_older_one_and_no_part(care, backup, monkeypatch):
    before = backup.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("allcounsel.storage.files.os.fsync", full)
    assert refusal(care.make, str(backup)) is ErrorCode.DISK_FULL
    assert backup.read_bytes() == before
    assert files_in(backup.parent) == ["monday.db"]


def test_two_that_write_the_same_backup_do_not_mix(care, tmp_path, monkeypatch):
    target = tmp_path / "b.db"
    really = backups_module.copy_into

    def overtaken(db, part, key):
        really(db, part, key)
        monkeypatch.setattr(backups_module, "copy_into", really)
        part.unlink()
        part.write_bytes(b"the other one, half written")

    monkeypatch.setattr(backups_module, "copy_into", overtaken)
    with pytest.raises(KnownError):
        care.make(str(target))
    assert not target.exists()


def test_there_is_nothing_to_back_up_before_the_first_case(tmp_path):
    nothing = SqliteBackups(tmp_path / "store.db", digest_of)
    assert refusal(nothing.make, str(tmp_path / "b.db")) is ErrorCode.STORE_MISSING
    assert refusal(nothing.verify) is ErrorCode.STORE_MISSING
    assert files_in(tmp_path) == []


def test_a_backup_goes_only_where_a_file_can_stand(care, filled, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refusal(care.make, str(tmp_path)) is ErrorCode.FILE_IS_FOLDER
    assert refusal(care.make, str(tmp_path / "b") + "/") is ErrorCode.FILE_IS_FOLDER
    assert refusal(care.make, str(tmp_path / "pipe")) is ErrorCode.FILE_NOT_WRITABLE
    assert refusal(care.make, str(tmp_path / "none" / "b.db")) is ErrorCode.FILE_MISSING
    assert refusal(care.make, str(filled)) is ErrorCode.FILE_NOT_WRITABLE
    assert len(cases_in(filled)) == 1


def test_a_backup_to_a_read_only_folder_is_refused(ordinary_folder):
    care = SqliteBackups(ordinary_folder / "store.db", digest_of)
    open_store(ordinary_folder / "store.db").close()
    locked = ordinary_folder / "stick"
    locked.mkdir(mode=0o500)
    assert refusal(care.make, str(locked / "b.db")) is ErrorCode.FILE_NOT_WRITABLE


def test_a_damaged_store_makes_no_backup(care, filled, backup):
    before = backup.read_bytes()
    with closing(sqlite3.connect(filled)) as db:
        db.execute("PRAGMA writable_schema=ON")
        db.execute("DELETE FROM sqlite_schema WHERE name='cases_by_time'")
        db.commit()
    assert refusal(care.make, str(backup)) is ErrorCode.STORE_DAMAGED
    assert backup.read_bytes() == before


def test_a_store_with_one_changed_handout_is_still_backed_up_and_says_so(care, filled, tmp_path):
    with closing(connect(filled)) as db:
        db.execute("UPDATE handouts SET content = x'00'")
    assert care.make(str(tmp_path / "b.db")).problems == (
        f"The handout {HANDOUT.id} is not as it was given.",
    )


# ---- putting one back
def test_a_backup_takes_the_stores_place_and_the_store_is_kept(care, filled, backup):
    with open_store(filled) as store:
        SqliteCaseStore(store).save(a_case(7))
    assert care.restore(str(backup), EVENING) == str(filled.with_name(KEPT))
    assert cases_in(filled) == (CASE,)
    assert len(cases_in(filled.with_name(KEPT))) == 2
    assert stat.S_IMODE(filled.stat().st_mode) == 0o600
    assert care.verify().problems == ()


def test_two_stores_kept_in_the_same_second_both_stay(care, filled, backup):
    kept = {care.restore(str(backup), EVENING) for _ in range(3)}
    assert len(kept) == 3


def test_a_backup_is_restored_on_a_new_laptop(backup, tmp_path):
    path = tmp_path / "new" / "data" / "store.db"
    assert SqliteBackups(path, digest_of).restore(str(backup), EVENING) is None
    assert cases_in(path) == (CASE,)
    assert files_in(path.parent) == ["store.db"]


def test_restoring_leaves_the_backup_as_it_was(care, backup):
    before = backup.read_bytes()
    care.restore(str(backup), EVENING)
    assert backup.read_bytes() == before
    assert files_in(backup.parent) == ["monday.db"]


def test_a_store_copied_by_hand_is_restored_with_its_journal(care, filled, tmp_path):
    by_hand = tmp_path / "by-hand.db"
    with open_store(filled) as store:
        SqliteCaseStore(store).save(a_case(7))
        shutil.copy(filled, by_hand)
        shutil.copy(f"{filled}-wal", f"{by_hand}-wal")
    care.restore(str(by_hand), EVENING)
    assert len(cases_in(filled)) == 2


def test_nothing_is_restored_while_the_store_is_open(care, filled, backup, monkeypatch):
    monkeypatch.setattr("allcounsel.storage.connection.sqlite3.connect", impatient(sqlite3.connect))
    with open_store(filled) as store:
        SqliteCaseStore(store).save(a_case(7))
        assert refusal(care.restore, str(backup), EVENING) is ErrorCode.STORE_LOCKED
        assert len(SqliteCaseStore(store).find("")) == 2
    assert files_in(filled.parent) == ["store.db"]


def impatient(connect_as_ever):
    def connecting(*arguments, **options):
        return connect_as_ever(*arguments, **options | {"timeout": 0.01})

    return connecting


@pytest.mark.parametrize("damage", ["no database", "empty", "cut off", "gone"])
def test_a_damaged_store_is_replaced_and_kept_byte_for_byte(care, filled, backup, damage):
    journal = filled.with_name("store.db-wal")
    journal.write_bytes(b"old journal")
    whole = filled.read_bytes()
    left = {"no database": b"x" * len(whole), "empty": b"", "cut off": whole[:5000], "gone": None}[damage]
    if left is None:
        filled.unlink()
    else:
        filled.write_bytes(left)
    kept = care.restore(str(backup), EVENING)
    assert cases_in(filled) == (CASE,)
    assert files_in(filled.parent)[-1] == "store.db"
    if left is not None and damage != "cut off":  # SQLite may still copy what it can
        assert filled.with_name(KEPT).read_bytes() == left
    assert kept == str(filled.with_name(KEPT))


def test_a_backup_that_is_none_is_refused_and_the_store_stays(care, filled, backup, tmp_path):
    before = filled.read_bytes()
    os.mkfifo(tmp_path / "pipe")
    letter = tmp_path / "letter.db"
    letter.write_bytes(b"Dear colleague")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE cases (id)")
    with closing(connect(backup)) as newer:
        newer.execute(f"PRAGMA user_version={SCHEMA_NUMBER + 1}")
    for source, code in (
        (tmp_path / "none.db", ErrorCode.FILE_MISSING),
        (tmp_path, ErrorCode.FILE_IS_FOLDER),
        (tmp_path / "pipe", ErrorCode.FILE_NOT_READABLE),
        (letter, ErrorCode.STORE_NOT_A_STORE),
        (tmp_path / "other.db", ErrorCode.STORE_NOT_A_STORE),
        (backup, ErrorCode.STORE_TOO_NEW),
        (filled, ErrorCode.STORE_LOCKED),
    ):
        with pytest.raises(KnownError) as told:
            care.restore(str(source), EVENING)
        assert told.value.code is code, source
        assert told.value.facts["path"] == str(source)
    assert filled.read_bytes() == before
    assert not [name for name in files_in(filled.parent) if "part" in name or "until" in name]


def test_a_backup_nobody_may_read_is_told_as_such(care, filled, ordinary_folder):
    secret = ordinary_folder / "b.db"
    secret.write_bytes(b"x")
    secret.chmod(0o000)
    mine = SqliteBackups(ordinary_folder / "store.db", digest_of)
    assert refusal(mine.restore, str(secret), EVENING) is ErrorCode.FILE_NOT_READABLE


def test_a_backup_cut_off_is_refused(care, filled, backup):
    backup.write_bytes(backup.read_bytes()[:-1])
    assert refusal(care.restore, str(backup), EVENING) is ErrorCode.STORE_DAMAGED
    assert len(cases_in(filled)) == 1


def test_a_backup_with_a_changed_handout_is_refused_unless_it_is_wanted_all_the_same(care, filled, backup):
    replace_bytes(backup, PDF[:300], PDF[:299] + b"!")
    with pytest.raises(KnownError) as told:
        care.restore(str(backup), EVENING)
    assert told.value.code is ErrorCode.STORE_DAMAGED
    assert told.value.facts["problems"] == f"The handout {HANDOUT.id} is not as it was given."
    assert not filled.with_name(KEPT).exists()
    care.restore(str(backup), EVENING, despite_problems=True)
    assert len(care.verify().problems) == 1


def test_a_damaged_backup_is_refused_whatever_anybody_wants(care, backup):
    with closing(connect(backup)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name='cases'").fetchone()
    content = bytearray(backup.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 40] = b"\xff" * 40
    backup.write_bytes(content)
    assert refusal(care.restore, str(backup), EVENING, despite_problems=True) is ErrorCode.STORE_DAMAGED


# ---- looking through
def test_a_good_store_has_no_problems_and_is_left_as_it_is(care, filled):
    before = filled.read_bytes()
    contents = care.verify()
    assert (contents.cases, contents.handouts, contents.releases, contents.problems) == (1, 1, 1, ())
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("UPDATE handouts SET content = x'00'", f"The handout {HANDOUT.id} is not as it was given."),
        ("UPDATE cases SET label = 'B-2'", f"The saved case {CASE.id} is not as it was saved."),
        (
            "UPDATE release_files SET content = x'00' WHERE path = 'release.yaml'",
            f"The content release 2026.1 ({DIGEST[:12]}) is not as it was imported.",
        ),
        (
            "PRAGMA foreign_keys=OFF; DELETE FROM cases",
            "Entries in the table handouts that refer to something that is not there: 1.",
        ),
        ("ALTER TABLE cases RENAME COLUMN label TO lobel", DAMAGED),
    ],
)
def test_each_kind_of_problem_is_a_plain_sentence(care, filled, change, problem):
    with closing(connect(filled)) as db:
        for statement in change.split("; "):
            db.execute(statement)
    assert care.verify().problems == (problem,)


def test_a_store_that_cannot_be_read_at_all_is_a_problem_not_a_failure(care, filled):
    filled.write_bytes(filled.read_bytes()[:-1])
    assert care.verify().problems == (DAMAGED,)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_is_noticed_or_harmless(care, filled, data):
    """Wherever it is: nothing but KnownError, and a store found good still says exactly what was saved."""
    whole = filled.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    flipped = bytearray(whole)
    flipped[place] ^= 1 << data.draw(st.integers(0, 7))
    victim = filled.with_name("victim.db")
    for found in filled.parent.glob("victim*"):
        found.unlink()
    victim.write_bytes(flipped)
    try:
        problems = SqliteBackups(victim, digest_of).verify().problems
    except KnownError:
        return
    if not problems:
        with open_store(victim) as store:
            assert SqliteCaseStore(store).find("") == (CASE,)
            assert SqliteHandoutStore(store).content(HANDOUT.id) == PDF
            assert SqliteReleaseStore(store).files(DIGEST) == FILES
