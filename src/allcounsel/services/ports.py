"""What the use cases need from the outside, as protocols; ``bootstrap`` builds the rooms behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from allcounsel.domain.clinic import Logo
from allcounsel.domain.diagram import DiagramPlan
from allcounsel.domain.handout import Handout, Piece


class Clock(Protocol):
    """The only source of the day and the hour."""

    def today(self) -> date:
        """The day on this laptop."""

    def now(self) -> datetime:
        """The moment, with its zone."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """The 32 random bytes that a store is encrypted with; they never show in a message or a log."""

    raw: bytes = field(repr=False)


KeyOf = Callable[[bytes], DataKey]
"""The key in these wrappings, by a secret of theirs; KnownError WRONG_PASSPHRASE when it is not one."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What an encrypted store is opened with. ``wrappings``: of the key; a backup carries them with it.

    ``key_of``: asked for the key of a backup that was made under another one.
    """

    key: DataKey
    wrappings: bytes
    key_of: KeyOf


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the clinic who opens the store: a random id, and the name that they are called by."""

    id: str
    name: str


class Vault(Protocol):
    """The key of the store, wrapped once for each person's passphrase and once for the recovery code.

    A wrong secret is KnownError WRONG_PASSPHRASE with how many tries are ``left``; after some wrong ones
    TOO_MANY_TRIES with the ``seconds`` to wait. KEYS_MISSING and KEYS_DAMAGED say that the wrappings are.
    """

    @property
    def exists(self) -> bool:
        """Whether a key was ever made here."""

    def people(self) -> tuple[Person, ...]:
        """Who has a passphrase, in the order in which they came."""

    def set_up(self, person: str, passphrase: str) -> tuple[DataKey, str]:
        """A new key with its first person; the key and the recovery code, which is shown once."""

    def unlock(self, person: str, passphrase: str) -> DataKey:
        """The key by one person's passphrase; ``person``: the id of one of ``people``."""

    def recover(self, code: str) -> DataKey:
        """The key by the recovery code, however it is spaced and whichever case it is written in."""

    def give_passphrase(self, key: DataKey, person: str, passphrase: str) -> None:
        """Another passphrase for somebody, in place of the former one."""

    def add_person(self, key: DataKey, name: str, passphrase: str) -> Person:
        """Somebody else who may open the store, with a passphrase of their own."""

    def remove_person(self, person: str) -> None:
        """Their passphrase opens nothing any more; ValueError for the last one."""

    def renew_code(self, key: DataKey) -> str:
        """Another recovery code; the former one opens nothing any more."""

    def copy(self) -> bytes:
        """The wrappings, for a backup: they open nothing without one of their secrets."""


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A saved case: its own random id, its label, its answers as a case file, and what assessed it."""

    id: str
    label: str
    situation: str
    answers: Mapping[str, object]
    release: str
    status: str
    group: str | None
    saved_at: datetime
    practice: bool = False


@dataclass(frozen=True, slots=True)
class HandoutRecord:
    """A handout as it was given: its bytes, their SHA-256, and how it was made."""

    id: str
    case_id: str
    release: str
    language: str
    size: str
    paper: str
    grey: bool
    pages: int
    confirmed_by: str
    made_at: datetime
    sha256: str


class CaseStore(Protocol):
    """Saved cases."""

    def save(self, record: CaseRecord) -> None:
        """Keep a case; the same id again replaces it."""

    def get(self, case_id: str) -> CaseRecord:
        """One case; KeyError when there is none."""

    def find(self, text: str) -> tuple[CaseRecord, ...]:
        """Cases whose label holds the text, newest first; all for an empty text."""


class HandoutStore(Protocol):
    """Handouts as they were given."""

    def add(self, record: HandoutRecord, content: bytes) -> None:
        """Keep a handout with its bytes."""

    def of_case(self, case_id: str) -> tuple[HandoutRecord, ...]:
        """The handouts of one case, newest first."""

    def content(self, handout_id: str) -> bytes:
        """The bytes as they were; KnownError HANDOUT_CHANGED when they no longer match their SHA-256."""


class ReleaseStore(Protocol):
    """Content releases by digest."""

    def add(self, digest: str, version: str, files: Mapping[str, bytes], imported_at: datetime) -> None:
        """Keep the files of a release; the same digest again changes nothing."""

    def files(self, digest: str) -> dict[str, bytes]:
        """The files of a release by path; KeyError when it is not there."""

    def activate(self, digest: str) -> None:
        """Make this the release that new assessments use; the former ones stay."""

    def active(self) -> str | None:
        """Digest of the release in use."""


class SettingsStore(Protocol):
    """Preferences of this laptop, such as the clinic's own block."""

    def get(self, name: str) -> str | None:
        """One preference."""

    def put(self, name: str, value: str) -> None:
        """Keep a preference."""


ReadFile = Callable[[str, int], bytes]
"""The bytes of the file at a path, at most so many; KnownError when the world says no."""

DigestOf = Callable[[Mapping[str, bytes]], str]
"""The digest that names a release with these files, by path."""


@dataclass(frozen=True, slots=True)
class StoreContents:
    """How much a store holds, and what in it is not as it was put there, in plain sentences."""

    cases: int
    handouts: int
    releases: int
    problems: tuple[str, ...] = ()


class Backups(Protocol):
    """The store as a whole: copied, put back, looked through. Opens its own connections."""

    @property
    def path(self) -> str:
        """Where the store is, or will be."""

    def make(self, target: str) -> StoreContents:
        """A verified copy, whole or not at all. Changed contents are copied too, and named as problems."""

    def restore(self, source: str, moment: datetime, *, despite_problems: bool = False) -> str | None:
        """Put a verified backup in the store's place. Returns where the store as it was is kept, if there
        was one; its name carries the moment. STORE_DAMAGED when the backup has problems: damage always
        refuses it, changed contents may be accepted. STORE_LOCKED while the store is open anywhere.
        """

    def verify(self) -> StoreContents:
        """Look through everything; KnownError FILE_MISSING when there is no store yet."""


END = "end"
"""Stands for the end of a paper where pages are counted."""


class HandoutWriter(Protocol):
    """Paper."""

    def pdf(self, handout: Handout) -> bytes:
        """The handout as a PDF; the same handout always gives the same bytes."""

    def printed(self, handout: Handout) -> tuple[Piece, ...]:
        """Every piece in the order in which the PDF prints it; head and foot once."""

    def starts(self, handout: Handout) -> Mapping[str, int]:
        """The page on which each section starts, counted from 1, under END the number after the last page."""

    def pages(self, pdf: bytes, dots_per_inch: int) -> tuple[bytes, ...]:
        """The pages of a PDF as PNG images."""

    def logo(self, content: bytes) -> Logo:
        """The picture in a PNG or JPEG file, fit for paper; InputRefusedError where it cannot be used."""

    def diagram_pdf(self, plan: DiagramPlan, *, grey: bool) -> bytes:
        """The pathway diagram alone, one page of its own size."""


class FileSink(Protocol):
    """Writes files whole or not at all."""

    def write(self, path: str, content: bytes) -> None:
        """Write to a ``.part`` beside it, flush, replace; KnownError when the world says no."""
