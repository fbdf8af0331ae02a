"""A store with a key: nothing of it can be read without, and everything works as with a store without one."""

from __future__ import annotations

import pytest

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import DataKey
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.database import copy_whole, encrypt, open_store
from allcounsel.storage.release_store import SqliteReleaseStore
from unit.storage.examples import CASE, DIGEST, FILES, NOON

KEY = DataKey(bytes(range(32)))
OTHER = DataKey(bytes(range(1, 33)))
CANARY = b"A-17"


@pytest.fixture
def secret(tmp_path):
    """A closed store with a key, which holds a case."""
    path = tmp_path / "store.db"
    with open_store(path, KEY) as store:
        SqliteReleaseStore(store).add(DIGEST, "2026.1", FILES, NOON)
        SqliteCaseStore(store).save(CASE)
    return path


def refusal(path, key=None):
    with pytest.raises(KnownError) as told:
        open_store(path, key).close()
    return told.value.code


def everything_in(folder):
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_what_is_kept_is_found_again_with_the_key(secret):
    with open_store(secret, KEY) as store:
        assert SqliteCaseStore(store).get(CASE.id) == CASE


def test_without_the_key_it_is_no_store_and_with_another_one_it_is_damaged(secret, capfd):
    assert refusal(secret) is ErrorCode.STORE_NOT_A_STORE
    assert refusal(secret, OTHER) is ErrorCode.STORE_DAMAGED
    assert capfd.readouterr() == ("", "")


def test_no_word_stands_on_the_disk_while_it_is_open_nor_after(secret):
    assert CANARY not in everything_in(secret.parent)
    with open_store(secret, KEY) as store:
        SqliteCaseStore(store).save(CASE)
        assert (secret.parent / "store.db-wal").stat().st_size
        assert CANARY not in everything_in(secret.parent)
        assert b"SQLite format" not in everything_in(secret.parent)


def test_a_planted_store_without_a_key_shows_its_words(tmp_path):
    with open_store(tmp_path / "plain.db") as store:
        SqliteReleaseStore(store).add(DIGEST, "2026.1", FILES, NOON)
        SqliteCaseStore(store).save(CASE)
    assert CANARY in everything_in(tmp_path)


def test_a_copy_has_the_same_key(secret):
    target = secret.with_name("copy.db")
    with open_store(secret, KEY) as store:
        copy_whole(store.db, target, KEY)
    assert refusal(target) is ErrorCode.STORE_NOT_A_STORE
    with open_store(target, KEY) as copy:
        assert SqliteCaseStore(copy).get(CASE.id) == CASE


@pytest.mark.parametrize("place", [0, 20, 100, 4000])
@pytest.mark.parametrize("table", ["sqlite_schema", "cases"])
def test_a_changed_byte_is_noticed(secret, table, place):
    with open_store(secret, KEY) as store:
        found = store.db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    place += (found[0] - 1) * 4096 if found else 0
    with secret.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(KnownError) as told, open_store(secret, KEY) as store:
        SqliteCaseStore(store).get(CASE.id)
    assert told.value.code is ErrorCode.STORE_DAMAGED


def test_a_store_that_had_no_key_gets_one_and_stays_whole(tmp_path, secret):
    plain, target = tmp_path / "plain.db", tmp_path / "with-key.db"
    with open_store(plain) as store:
        SqliteReleaseStore(store).add(DIGEST, "2026.1", FILES, NOON)
        SqliteCaseStore(store).save(CASE)
    encrypt(plain, KEY, target)
    assert CANARY not in target.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
    with open_store(target, KEY) as store:
        assert SqliteCaseStore(store).get(CASE.id) == CASE
        assert SqliteReleaseStore(store).files(DIGEST) == FILES
    with open_store(plain) as store:
        assert SqliteCaseStore(store).get(CASE.id) == CASE


def test_a_key_never_shows_itself():
    assert "00" not in repr(KEY)
