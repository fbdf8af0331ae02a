"""Builds every Qt-free object once and hands it down; only this module knows every room but the screen."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from allcounsel.content.reading import digest_of
from allcounsel.content.release import read_release
from allcounsel.domain.assess import Engine
from allcounsel.domain.assessment import Assessment
from allcounsel.domain.case import Case
from allcounsel.domain.errors import ContentError, ContentProblem, ErrorCode, KnownError
from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.release import ContentRelease
from allcounsel.services.case_library import CaseLibrary
from allcounsel.services.check_vignettes import failing
from allcounsel.services.compose_handout import Frame
from allcounsel.services.font_widths import FontWidths
from allcounsel.services.ports import (
    Clock,
    DataKey,
    HandoutWriter,
    Lock,
    ReadFile,
    ReleaseStore,
    SettingsStore,
)
from allcounsel.services.store_care import StoreCare
from allcounsel.services.words import Words
from allcounsel.system.clock import SystemClock
from allcounsel.system.files import WholeFileSink, read_limited
from allcounsel.system.paths import Paths, find_paths

if TYPE_CHECKING:  # loaded when a store is opened: it brings a library of its own
    from allcounsel.system.keys import KeyFile


class Core:
    """Everything that needs no store and no window: the content, the engine, the words, the paper."""

    def __init__(self, paths: Paths, release: ContentRelease, clock: Clock) -> None:
        """``release``: the content that assesses; see ``build_core`` and ``open_desk``."""
        self.paths = paths
        self.release = release
        self.clock = clock
        self.engine = Engine(release.dictionary, release.rules, release.pathways)
        self.words = Words(release)
        self.files = WholeFileSink()
        self.read_file: ReadFile = read_limited

    def speaking(self, language: str) -> Core:
        """The same core with clinicians' words in another language that the release offers."""
        core = copy(self)
        core.words = Words(self.release, language)
        return core

    def assess(self, case: Case) -> Assessment:
        """The assessment of a case under this release."""
        return self.engine.assess(case)

    @cached_property
    def measure(self) -> FontWidths:
        """How wide text is in the bundled fonts."""
        table = self.paths.resources / "fonts" / "widths.json"
        return FontWidths(json.loads(table.read_text(encoding="utf-8")))

    def frame(self, choices: PaperChoices) -> Frame:
        """The room on the chosen paper."""
        from allcounsel.pdf.styles import figure_height, frame_width

        paper, size = choices.paper, choices.size
        return Frame(
            frame_width(paper, size), figure_height(paper, size, bilingual=bool(choices.second_language))
        )

    @cached_property
    def writer(self) -> HandoutWriter:
        """The paper room; loaded when it is first needed, since it takes a third of a second."""
        from allcounsel.pdf.writer import PdfWriter

        return PdfWriter(self.paths.resources / "fonts", self.measure)


def seed_files(folder: Path) -> dict[str, bytes]:
    """The files of a content folder by path below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".yaml", ".toml")
    }


def shipped_seeds() -> Path:
    """The folder of the content that was shipped."""
    return find_paths().seeds


def build_core(clock: Clock | None = None) -> Core:
    """The core with the content that was shipped; ContentError when it has a problem."""
    paths = find_paths()
    return Core(paths, read_release(seed_files(paths.seeds)), clock or SystemClock())


def core_of(release: ContentRelease) -> Core:
    """A core with other content than was shipped, to try it with."""
    return Core(find_paths(), release, SystemClock())


class Desk:
    """A core with a clinic's store: saved cases, handouts, settings, and the content they were made with."""

    def __init__(
        self,
        core: Core,
        library: CaseLibrary,
        settings: SettingsStore,
        releases: ReleaseStore,
        close: Callable[[], None],
    ) -> None:
        """Built by ``open_desk``. ``close``: lets go of the store; call it last."""
        self.core = core
        self.close = close
        self.library = library
        self.settings = settings
        self.releases = releases


def switch_on(
    release: ContentRelease, files: Mapping[str, bytes], releases: ReleaseStore, clock: Clock
) -> None:
    """Keep a release in the store and use it; ContentError, and the former stays, when a vignette fails."""
    failures = failing(release, Engine(release.dictionary, release.rules, release.pathways), clock.today())
    if failures:
        raise ContentError(tuple(ContentProblem("vignettes", 1, failure) for failure in failures))
    releases.add(release.digest, release.info.version, files, clock.now())
    releases.activate(release.digest)


def open_desk(core: Core, store: Path, key: DataKey | None = None) -> Desk:
    """Open or make the store at this path; the content is read into it, and the desk works from the store.

    ``key``: of an encrypted store, which it makes a new one too.
    """
    from allcounsel.storage.case_store import SqliteCaseStore
    from allcounsel.storage.database import open_store
    from allcounsel.storage.handout_store import SqliteHandoutStore
    from allcounsel.storage.release_store import SqliteReleaseStore
    from allcounsel.storage.settings_store import SqliteSettingsStore

    opened = open_store(store, key)
    releases = SqliteReleaseStore(opened)
    try:
        from_store = Core(core.paths, _active_release(core, releases), core.clock)
    except BaseException:
        opened.close()
        raise
    library = CaseLibrary(
        SqliteCaseStore(opened), SqliteHandoutStore(opened), core.clock, lambda: uuid.uuid4().hex
    )
    return Desk(from_store, library, SqliteSettingsStore(opened), releases, opened.close)


def open_clinic(core: Core, key: DataKey) -> Desk:
    """The clinic's own store, encrypted; one that was made before there were keys is encrypted first."""
    from allcounsel.storage.first_key import give_key

    give_key(core.paths.store, key)
    return open_desk(core, core.paths.store, key)


def refuse_lost_key(core: Core) -> None:
    """KnownError KEYS_MISSING where there is an encrypted store and nothing that could open it."""
    from allcounsel.storage.first_key import is_plain

    store, keys = core.paths.store, core.paths.keys
    if store.is_file() and store.stat().st_size and not is_plain(store) and not keys.exists():
        raise KnownError(ErrorCode.KEYS_MISSING, path=str(keys))


def _active_release(core: Core, releases: ReleaseStore) -> ContentRelease:
    """The shipped content, read into the store first where it is newer than what the store uses."""
    shipped = seed_files(core.paths.seeds)
    if releases.active() != digest_of(shipped):
        switch_on(read_release(shipped), shipped, releases, core.clock)
    kept = releases.files(releases.active() or "")
    # The very same bytes need not be read a second time.
    return core.release if digest_of(kept) == core.release.digest else read_release(kept)


def vault() -> KeyFile:
    """The wrapped key of the clinic's store."""
    from allcounsel.system.keys import KeyFile

    return KeyFile(find_paths().keys, SystemClock())


def store_care(secret: str = "", *, from_backup: str = "") -> StoreCare:
    """What the ``store`` commands use. ``secret``: of an encrypted store; KnownError PASSPHRASE_WANTED.

    ``from_backup``: to be restored; a laptop that has no store yet takes over its wrapped key.
    """
    from allcounsel.storage.backups import SqliteBackups
    from allcounsel.storage.packed import is_packed, wrappings_in

    paths, keys = find_paths(), vault()
    new_here = not keys.exists and not paths.store.exists()
    if from_backup and secret and new_here and is_packed(Path(from_backup)):
        keys.adopt(wrappings_in(Path(from_backup)), secret)
    return StoreCare(SqliteBackups(paths.store, digest_of, _lock(keys, secret)), SystemClock())


def _lock(keys: KeyFile, secret: str) -> Lock | None:
    if not keys.exists:
        return None
    if not secret:
        raise KnownError(ErrorCode.PASSPHRASE_WANTED)
    from allcounsel.system.keys import key_in

    return Lock(keys.unlock_by_any(secret), keys.copy(), lambda wrappings: key_in(wrappings, secret))
