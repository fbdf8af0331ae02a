"""A store with a key: nothing of it can be read without, and everything works as with a store without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.services.ports import DataKey, Lock
from allcounsel.storage.backups import SqliteBackups
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.database import copy_whole, encrypt, open_store
from allcounsel.storage.packed import is_packed, wrappings_in
from allcounsel.storage.release_store import SqliteReleaseStore
from unit.storage.examples import CASE, DIGEST, FILES, NOON, digest_of

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
    target.touch()
    encrypt(plain, KEY, target)
    assert CANARY not in target.read_bytes()
    with open_store(target, KEY) as store:
        assert SqliteCaseStore(store).get(CASE.id) == CASE
        assert SqliteReleaseStore(store).files(DIGEST) == FILES
    with open_store(plain) as store:
        assert SqliteCaseStore(store).get(CASE.id) == CASE


def test_a_key_never_shows_itself():
    assert "00" not in repr(KEY)


# ---- backups
EVENING = datetime(2026, 3, 2, 19, 30, 5, tzinfo=UTC)
WRAPPINGS = b"of the key"


def lock(key=KEY, others=None):
    def key_of(wrappings):
        assert wrappings == WRAPPINGS
        if others is None:
            raise KnownError(ErrorCode.WRONG_PASSPHRASE, left="")
        return others

    return Lock(key, WRAPPINGS, key_of)


@pytest.fixture
def backup(secret):
    target = secret.with_name("away.backup")
    SqliteBackups(secret, digest_of, lock()).make(str(target))
    return target


def cases_in(path, key):
    with open_store(path, key) as store:
        return SqliteCaseStore(store).find("")


def test_a_backup_is_one_file_that_says_nothing_and_holds_the_wrapped_key(secret, backup):
    assert is_packed(backup)
    assert wrappings_in(backup) == WRAPPINGS
    content = backup.read_bytes()
    assert CANARY not in content
    assert KEY.raw not in content
    assert backup.stat().st_mode & 0o777 == 0o600
    assert sorted(file.name for file in secret.parent.iterdir()) == ["away.backup", "store.db"]


def test_a_backup_brings_back_what_was_there(secret, backup):
    with open_store(secret, KEY) as store:
        SqliteCaseStore(store).save(replace(CASE, label="changed since"))
    kept = SqliteBackups(secret, digest_of, lock()).restore(str(backup), EVENING)
    assert cases_in(secret, KEY) == (CASE,)
    assert cases_in(Path(kept), KEY)[0].label == "changed since"
    assert CANARY not in everything_in(secret.parent)


def test_a_backup_under_another_key_gets_ours(backup, tmp_path):
    ours = tmp_path / "other" / "store.db"
    SqliteBackups(ours, digest_of, lock(OTHER, others=KEY)).restore(str(backup), EVENING)
    assert cases_in(ours, OTHER) == (CASE,)
    assert refusal(ours, KEY) is ErrorCode.STORE_DAMAGED


def test_a_backup_under_another_key_needs_its_secret(backup, tmp_path):
    ours = tmp_path / "other" / "store.db"
    with pytest.raises(KnownError) as told:
        SqliteBackups(ours, digest_of, lock(OTHER)).restore(str(backup), EVENING)
    assert told.value.code is ErrorCode.WRONG_PASSPHRASE
    assert not ours.exists()
    assert not list(ours.parent.iterdir())


def test_an_old_backup_without_a_key_is_encrypted_on_the_way(tmp_path):
    plain, ours = tmp_path / "plain.db", tmp_path / "other" / "store.db"
    with open_store(plain) as store:
        SqliteReleaseStore(store).add(DIGEST, "2026.1", FILES, NOON)
        SqliteCaseStore(store).save(CASE)
    SqliteBackups(ours, digest_of, lock()).restore(str(plain), EVENING)
    assert cases_in(ours, KEY) == (CASE,)
    assert CANARY not in everything_in(ours.parent)


def test_a_store_without_a_key_takes_no_encrypted_backup(backup, tmp_path):
    with pytest.raises(KnownError) as told:
        SqliteBackups(tmp_path / "plain" / "store.db", digest_of).restore(str(backup), EVENING)
    assert told.value.code is ErrorCode.KEYS_MISSING


@pytest.mark.parametrize("end", [10, 300, -200, -1])
def test_a_backup_that_is_cut_off_is_refused_and_the_store_stays(secret, backup, end):
    backup.write_bytes(backup.read_bytes()[:end])
    with pytest.raises(KnownError) as told:
        SqliteBackups(secret, digest_of, lock()).restore(str(backup), EVENING)
    assert told.value.code is ErrorCode.STORE_DAMAGED
    assert cases_in(secret, KEY) == (CASE,)


@given(at=st.integers(min_value=0), to=st.integers(0, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_changed_byte_of_a_backup_is_noticed_or_harmless(secret, backup, at, to):
    content = bytearray(backup.read_bytes())
    content[at % len(content)] = to
    changed = backup.with_name("changed.backup")
    changed.write_bytes(content)
    ours = secret.with_name("ours.db")
    try:
        SqliteBackups(ours, digest_of, lock()).restore(str(changed), EVENING)
        assert cases_in(ours, KEY) == (CASE,)
    except KnownError as error:
        assert error.code in (  # noqa: PT017
            ErrorCode.STORE_DAMAGED,
            ErrorCode.STORE_NOT_A_STORE,
            ErrorCode.WRONG_PASSPHRASE,
        )
    finally:
        ours.unlink(missing_ok=True)


def test_looking_through_finds_nothing_wrong_and_then_a_changed_page(secret):
    backups = SqliteBackups(secret, digest_of, lock())
    assert backups.verify().problems == ()
    with secret.open("r+b") as file:
        file.seek(-50, 2)
        file.write(b"x" * 10)
    assert backups.verify().problems
