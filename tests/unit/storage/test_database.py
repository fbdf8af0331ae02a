from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
import sqlcipher3.dbapi2 as sqlite3

import allcounsel.storage
from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.storage import database
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.connection import connect, faults_of
from allcounsel.storage.database import copy_whole, open_store
from allcounsel.storage.migrations import SCHEMA_NUMBER
from unit.storage.examples import CASE, a_case


def refusal(path, **options):
    """The code with which opening is refused."""
    with pytest.raises(KnownError) as refused:
        open_store(path, **options)
    assert refused.value.facts["path"] == str(path)
    return refused.value.code


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def beside(path):
    return sorted(found.name for found in path.parent.iterdir())


# ---- making
def test_a_store_is_made_with_its_folders_for_its_owner_only(tmp_path):
    path = tmp_path / "clinic data" / "100% é" / "store.db"
    with open_store(path):
        assert {mode(found) for found in path.parent.iterdir()} == {0o600}
        assert mode(path.parent) == 0o700
    assert beside(path) == ["store.db"]


def test_what_was_kept_is_there_when_the_store_is_opened_again(path):
    with open_store(path) as store:
        SqliteCaseStore(store).save(CASE)
    with open_store(path) as store:
        assert SqliteCaseStore(store).get(CASE.id) == CASE


def test_a_store_that_others_could_read_is_closed_to_them(path):
    path.chmod(0o644)
    with open_store(path):
        assert mode(path) == 0o600


def test_programs_that_start_together_share_one_store(tmp_path):
    path = tmp_path / "store.db"
    together = Barrier(4)

    def start(_):
        together.wait()
        with open_store(path) as store:
            store.db.execute("INSERT INTO settings VALUES (?, '')", [os.urandom(8).hex()])

    with ThreadPoolExecutor(4) as programs:
        list(programs.map(start, range(4)))
    with open_store(path) as store:
        assert store.db.table("settings").count == 4
    assert beside(path) == ["store.db"]


def test_a_program_that_is_faster_keeps_its_store(tmp_path, monkeypatch):
    path = tmp_path / "store.db"
    really = database.flush_file

    def overtaken(part):
        really(part)
        monkeypatch.setattr(database, "flush_file", really)
        with open_store(path) as faster:
            faster.db.execute("INSERT INTO settings VALUES ('clinic', 'ours')")

    monkeypatch.setattr(database, "flush_file", overtaken)
    with open_store(path) as store:
        assert store.db.table("settings").count == 1


def test_a_disk_without_links_will_do(tmp_path, monkeypatch):
    def no_links(self, target):
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = tmp_path / "store.db"
    with open_store(path):
        assert beside(path)[0] == "store.db"


def test_what_a_crash_left_of_a_store_being_made_is_ignored(tmp_path):
    (tmp_path / "store.db.k3x.part").write_bytes(b"SQLite format 3\0 half")
    with open_store(tmp_path / "store.db") as store:
        assert store.db.table("cases").count == 0


# ---- every connection
def every_connection(path):
    yield "a store", open_store(path)
    yield "the same again", open_store(path)
    yield "another, new", open_store(path.with_name("new.db"))


def test_every_connection_is_durable_and_keeps_references(path):
    opened = list(every_connection(path))
    try:
        for name, store in opened:
            got = [
                store.db.execute(f"PRAGMA {pragma}").fetchone()[0]
                for pragma in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
            ]
            assert got == ["wal", 2, 1, 1, 2], name
    finally:
        for _, store in opened:
            store.close()


def test_connections_are_made_in_one_place():
    sources = {
        source.name: source.read_text(encoding="utf-8")
        for source in Path(allcounsel.storage.__file__).parent.glob("*.py")
    }
    assert [name for name, text in sources.items() if "sqlcipher3.dbapi2 as" in text] == ["connection.py"]
    assert [name for name, text in sources.items() if "sqlite3.connect" in text] == ["connection.py"]
    assert sources["connection.py"].count("sqlite3.connect(") == 2  # the store's, and the empty one in memory


# ---- what cannot be opened
def test_a_newer_store_is_refused_and_left_alone(path):
    with closing(connect(path)) as db:
        db.execute(f"PRAGMA user_version={SCHEMA_NUMBER + 1}")
    before = path.read_bytes()
    assert refusal(path) is ErrorCode.STORE_TOO_NEW
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "store.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE cases (id)")
    before = path.read_bytes()
    assert refusal(path) is ErrorCode.STORE_NOT_A_STORE
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear colleague,\n" * 400, b"x", b"%PDF-1.7\n" + bytes(5000)])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "store.db"
    path.write_bytes(content)
    assert refusal(path) is ErrorCode.STORE_NOT_A_STORE
    assert path.read_bytes() == content


def test_a_store_cut_off_anywhere_is_damaged_and_never_taken_for_a_new_one(path, tmp_path):
    whole = path.read_bytes()
    for number, size in enumerate(
        [0, 99, 100, 511, 512, 4095, 4096, 20000, len(whole) - 4096, len(whole) - 1]
    ):
        cut = tmp_path / f"cut-{number}.db"
        cut.write_bytes(whole[:size])
        assert refusal(cut) is ErrorCode.STORE_DAMAGED, size


def test_a_journal_whose_store_is_gone_is_damage_not_a_new_store(path):
    path.rename(path.with_name("elsewhere.db"))
    path.with_name("store.db-wal").write_bytes(b"7\x7f\x06\x82" + bytes(100))
    assert refusal(path) is ErrorCode.STORE_DAMAGED
    assert not path.exists()


def test_damage_inside_is_told_when_it_is_met(path):
    with open_store(path) as store:
        for number in range(50):
            SqliteCaseStore(store).save(a_case(number, label="x" * 300))
        (page,) = store.db.execute("SELECT rootpage FROM sqlite_schema WHERE name='cases'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with open_store(path) as store, pytest.raises(KnownError) as told:
        SqliteCaseStore(store).find("")
    assert told.value.code is ErrorCode.STORE_DAMAGED
    assert isinstance(told.value.__cause__, sqlite3.Error)


def test_a_folder_and_a_pipe_are_refused_at_once(tmp_path):
    assert refusal(tmp_path) is ErrorCode.FILE_IS_FOLDER
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") is ErrorCode.STORE_NOT_A_STORE


def test_there_is_no_store_below_a_file(path):
    assert refusal(path / "store.db") is ErrorCode.FILE_NOT_WRITABLE


def test_a_read_only_folder_gets_no_store(ordinary_folder):
    ordinary_folder.chmod(0o500)
    assert refusal(ordinary_folder / "store.db") is ErrorCode.FILE_NOT_WRITABLE
    assert refusal(ordinary_folder / "below" / "store.db") is ErrorCode.FILE_NOT_WRITABLE


def test_a_store_in_a_folder_that_became_read_only_is_told(ordinary_folder):
    path = ordinary_folder / "store.db"
    open_store(path).close()
    ordinary_folder.chmod(0o500)
    assert refusal(path) is ErrorCode.FILE_NOT_WRITABLE


def test_a_store_that_became_read_only_is_told(ordinary_folder):
    path = ordinary_folder / "store.db"
    open_store(path).close()
    path.chmod(0o400)
    assert refusal(path) is ErrorCode.FILE_NOT_WRITABLE


def test_a_store_that_another_program_writes_to_is_locked(path, store):
    with closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_store(path, wait=0.01) as ours:
            with pytest.raises(KnownError) as told:
                SqliteCaseStore(ours).save(CASE)
            assert told.value.code is ErrorCode.STORE_LOCKED
            other.execute("COMMIT")
            SqliteCaseStore(ours).save(CASE)
            assert SqliteCaseStore(ours).get(CASE.id) == CASE


# ---- changes together or not at all
def test_a_failure_half_way_keeps_nothing(store):
    with pytest.raises(sqlite3.IntegrityError), store.writing() as db:
        db.conn.executemany("INSERT INTO settings VALUES (?, 'b')", [["a"], ["a"]])
    assert store.db.table("settings").count == 0


def test_a_mistake_of_ours_stays_a_mistake(store):
    with pytest.raises(sqlite3.OperationalError), store.reading() as db:
        db.execute("SELECT nothing FROM nowhere")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("disk I/O error", ErrorCode.DISK_FULL),
        ("unable to open database file", ErrorCode.DISK_FULL),
        ("database or disk is full", ErrorCode.DISK_FULL),
        ("database is locked", ErrorCode.STORE_LOCKED),
        ("database disk image is malformed", ErrorCode.STORE_DAMAGED),
        ("malformed database schema (cases)", ErrorCode.STORE_DAMAGED),
        ("file is not a database", ErrorCode.STORE_NOT_A_STORE),
        ("attempt to write a readonly database", ErrorCode.FILE_NOT_WRITABLE),
    ],
)
def test_on_a_full_disk_each_of_sqlites_sentences_has_its_code(path, monkeypatch, words, code):
    usage = type("Usage", (), {"free": 0})
    monkeypatch.setattr("allcounsel.storage.connection.shutil.disk_usage", lambda _: usage)
    if words.startswith("unable"):
        path = path.with_name("none.db")
        path.touch()
    error = sqlite3.OperationalError(words)
    with pytest.raises(KnownError) as told, faults_of(path):
        raise error
    assert told.value.code is code
    assert told.value.__cause__ is error


def test_on_a_disk_with_room_a_failed_write_is_not_called_full_nor_a_failed_reading_a_write(store, path):
    for told_by, code in (
        (faults_of(path), ErrorCode.FILE_NOT_WRITABLE),
        (store.reading(), ErrorCode.STORE_DAMAGED),
        (store.writing(), ErrorCode.FILE_NOT_WRITABLE),
    ):
        with pytest.raises(KnownError) as told, told_by:
            raise sqlite3.OperationalError("disk I/O error")
        assert told.value.code is code


def test_a_copy_is_one_lone_file_and_does_not_disturb_the_store(store, path):
    target = path.with_name("copy.db")
    SqliteCaseStore(store).save(CASE)
    copy_whole(store.db, target)
    assert [name for name in beside(path) if name.startswith("copy")] == ["copy.db"]
    assert mode(target) == 0o600
    with open_store(target) as copy:
        assert SqliteCaseStore(copy).get(CASE.id) == CASE
