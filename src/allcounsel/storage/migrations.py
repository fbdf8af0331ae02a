"""The tables of the store, as steps that are only ever added to: a released step is never edited."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x414C4C43  # "ALLC": tells our files from other SQLite files
SCHEMA_NUMBER = 1
"""How many steps there are; written into each file, so that an older program knows a newer file."""

MIGRATIONS = Migrations("allcounsel")

_FIRST = (
    """
    CREATE TABLE releases (
        digest TEXT PRIMARY KEY NOT NULL CHECK (digest <> ''),
        version TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX releases_one_active ON releases (active) WHERE active = 1",
    """
    CREATE TABLE release_files (
        release TEXT NOT NULL REFERENCES releases (digest),
        path TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (release, path)
    ) STRICT
    """,
    """
    CREATE TABLE cases (
        id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
        label TEXT NOT NULL,
        situation TEXT NOT NULL,
        answers TEXT NOT NULL,
        release TEXT NOT NULL REFERENCES releases (digest),
        status TEXT NOT NULL,
        risk_group TEXT,
        saved_at TEXT NOT NULL,
        practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
        sha256 TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX cases_by_time ON cases (saved_at)",
    "CREATE INDEX cases_by_release ON cases (release)",
    """
    CREATE TABLE handouts (
        id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
        case_id TEXT NOT NULL REFERENCES cases (id),
        release TEXT NOT NULL REFERENCES releases (digest),
        language TEXT NOT NULL,
        size TEXT NOT NULL,
        paper TEXT NOT NULL,
        grey INTEGER NOT NULL CHECK (grey IN (0, 1)),
        pages INTEGER NOT NULL,
        confirmed_by TEXT NOT NULL,
        made_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX handouts_by_case ON handouts (case_id, made_at)",
    "CREATE INDEX handouts_by_release ON handouts (release)",
    "CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT",
)


@MIGRATIONS()
def m001_first_tables(db: Database) -> None:
    """Cases, handouts with their bytes, content releases with their files, settings."""
    for statement in _FIRST:
        db.execute(statement)
