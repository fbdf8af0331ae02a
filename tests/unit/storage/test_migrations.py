from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite3
from sqlite_utils import Migrations

from allcounsel.domain.errors import ErrorCode, KnownError
from allcounsel.storage import database, inspection, migrations
from allcounsel.storage.backups import SqliteBackups
from allcounsel.storage.case_store import SqliteCaseStore
from allcounsel.storage.connection import scratch
from allcounsel.storage.database import open_store
from allcounsel.storage.handout_store import SqliteHandoutStore
from allcounsel.storage.migrations import MIGRATIONS, SCHEMA_NUMBER
from allcounsel.storage.release_store import SqliteReleaseStore
from allcounsel.storage.settings_store import SqliteSettingsStore
from unit.storage.examples import CASE, DIGEST, FILES, HANDOUT, NOON, PDF, digest_of

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "reference" / "db"
LABEL = "Ä-17 – 50 %"


def golden(schema):
    return GOLDEN / f"schema-{schema}.db"


def fill(store):
    """One of everything; what the golden files hold. Never changed: old files cannot be."""
    releases = SqliteReleaseStore(store)
    releases.add(DIGEST, "2026.1", FILES, NOON)
    releases.activate(DIGEST)
    SqliteCaseStore(store).save(CASE)
    SqliteHandoutStore(store).add(HANDOUT, PDF)
    SqliteSettingsStore(store).put("clinic", LABEL)


def test_a_golden_file_exists_for_every_schema(update_golden, tmp_path):
    newest = golden(SCHEMA_NUMBER)
    if update_golden and not newest.exists():  # a released one is never written again
        with open_store(tmp_path / "store.db") as store:
            fill(store)
        shutil.copy(tmp_path / "store.db", newest)
    assert {found.name for found in GOLDEN.iterdir()} == {
        golden(schema).name for schema in range(1, SCHEMA_NUMBER + 1)
    }


@pytest.mark.parametrize("schema", range(1, SCHEMA_NUMBER + 1))
def test_a_store_of_every_older_schema_opens_with_all_it_held(schema, tmp_path):
    path = tmp_path / "store.db"
    shutil.copyfile(golden(schema), path)
    with open_store(path) as store:
        assert SqliteCaseStore(store).find("") == (CASE,)
        assert SqliteHandoutStore(store).of_case(CASE.id) == (HANDOUT,)
        assert SqliteHandoutStore(store).content(HANDOUT.id) == PDF
        assert SqliteReleaseStore(store).files(SqliteReleaseStore(store).active()) == FILES
        assert SqliteSettingsStore(store).get("clinic") == LABEL
        assert store.db.execute("PRAGMA user_version").fetchone() == (SCHEMA_NUMBER,)
    assert SqliteBackups(path, digest_of).verify().problems == ()


def test_the_schema_number_counts_the_steps():
    with closing(scratch()) as db:
        assert len(MIGRATIONS.pending(db)) == SCHEMA_NUMBER


def test_every_table_is_strict_about_its_types(store):
    tables = {
        name: strict
        for _, name, kind, _, _, strict in store.db.execute("PRAGMA table_list").fetchall()
        if kind == "table" and not name.startswith(("sqlite_", "_sqlite_"))
    }
    assert tables == dict.fromkeys(("cases", "handouts", "release_files", "releases", "settings"), 1)


def test_no_column_could_hold_a_name_or_a_birth_date(store):
    columns = {column.name for table in ("cases", "handouts") for column in store.db.table(table).columns}
    assert not {name for name in columns for word in ("name", "birth", "dob", "mrn") if word in name}


# ---- a step that is still to come
@pytest.fixture
def later_program(monkeypatch):
    """Gives this program one step more; returns what the step does, to be replaced."""
    steps = Migrations("allcounsel")
    steps._migrations.extend(MIGRATIONS._migrations)
    does = {"sql": "ALTER TABLE settings ADD COLUMN note TEXT"}

    @steps()
    def m002_next(db):
        db.execute("CREATE TABLE half_done (id TEXT) STRICT")
        db.execute(does["sql"])

    monkeypatch.setattr(database, "MIGRATIONS", steps)
    monkeypatch.setattr(inspection, "MIGRATIONS", steps)
    for module in (database, migrations):
        monkeypatch.setattr(module, "SCHEMA_NUMBER", SCHEMA_NUMBER + 1)
    monkeypatch.setattr("allcounsel.storage.backups.SCHEMA_NUMBER", SCHEMA_NUMBER + 1)
    return does


@pytest.fixture
def older(tmp_path):
    path = tmp_path / "store.db"
    shutil.copyfile(golden(1), path)
    return path


def test_a_step_keeps_the_store_as_it_was_beside_the_new_one(older, later_program):
    with open_store(older) as store:
        assert "note" in {column.name for column in store.db.table("settings").columns}
        assert SqliteCaseStore(store).get(CASE.id) == CASE
    kept = older.with_name("store-schema-1.db")
    with closing(database.connect(kept)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.table("cases").count == 1
    assert SqliteBackups(older, digest_of).verify().problems == ()


def test_a_step_that_fails_leaves_the_store_as_it_was(older, later_program):
    later_program["sql"] = "INSERT INTO cases (id) VALUES (NULL)"
    with pytest.raises(sqlite3.IntegrityError):
        open_store(older)
    with closing(database.connect(older)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert "half_done" not in db.table_names()
        assert db.table("cases").count == 1


def test_no_step_is_taken_when_the_copy_cannot_be_kept(older, later_program):
    older.with_name("store-schema-1.db").mkdir()
    with pytest.raises(KnownError) as told:
        open_store(older)
    assert told.value.code is ErrorCode.FILE_IS_FOLDER
    with closing(database.connect(older)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)


def test_an_older_backup_is_restored_and_the_backup_stays_as_it_is(older, later_program, tmp_path):
    before = older.read_bytes()
    SqliteBackups(tmp_path / "new" / "store.db", digest_of).restore(str(older), NOON)
    assert older.read_bytes() == before
    with open_store(tmp_path / "new" / "store.db") as store:
        assert SqliteCaseStore(store).get(CASE.id) == CASE
