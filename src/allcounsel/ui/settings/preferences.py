"""How a person wants the window on this laptop: language, colours, size of words, own impression first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from allcounsel.domain.errors import KnownError
from allcounsel.domain.text import SOURCE_LANGUAGE
from allcounsel.services.palette import SCREEN
from allcounsel.services.ports import SettingsStore
from allcounsel.ui.application import system_scheme
from allcounsel.ui.look import SCALES, Look

SYSTEM = "system"
SCHEMES = (SYSTEM, *SCREEN)
_SCHEME, _SCALE, _IMPRESSION = "look-scheme", "look-scale", "own-impression"
_LANGUAGE = "program-language"
_LOCK = "lock-minutes"
LOCK_MINUTES = (1, 2, 5, 10, 15, 30)
_LOCK_DEFAULT = 5


class Preferences(QObject):
    """Read when the window opens, kept as soon as they change; what cannot be kept holds until then."""

    language_chosen = Signal()
    lock_chosen = Signal()

    def __init__(
        self, look: Look, settings: SettingsStore, languages: Callable[[], tuple[str, ...]], window: QObject
    ) -> None:
        """``languages``: finds those of the program. ``window``: whoever the preferences go with."""
        super().__init__(window)
        self._look = look
        self._settings = settings
        self._find_languages = languages
        kept = settings.get(_LANGUAGE)
        self._language = kept if kept is not None and kept in self.languages else SOURCE_LANGUAGE
        scheme, scale = settings.get(_SCHEME), settings.get(_SCALE)
        if scheme in SCHEMES:
            self._dress(scheme)
        wanted = {str(each): each for each in SCALES}
        if scale in wanted:
            look.use(scale=wanted[scale])
        self._kept_scale = look.scale
        look.changed.connect(self._keep_scale)

    @property
    def scheme(self) -> str:
        """One of ``SCHEMES``."""
        return SYSTEM if self._look.follows_system else self._look.scheme

    def choose_scheme(self, name: str) -> None:
        """Colours of one's own, or those of the system."""
        self._dress(name)
        self._put(_SCHEME, name)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Those in which every screen is whole; found when they are first wanted, since it takes a moment."""
        return self._find_languages()

    @property
    def language(self) -> str:
        """Of the program; that of the handout is chosen with the handout."""
        return self._language

    def choose_language(self, language: str) -> None:
        """For every screen that is built from now on."""
        self._language = language
        self._put(_LANGUAGE, language)
        self.language_chosen.emit()

    @property
    def own_impression(self) -> bool:
        """Whether a person says what they expect before they see the result."""
        return wants_own_impression(self._settings)

    def choose_own_impression(self, *, wanted: bool) -> None:
        """From the next result on."""
        self._put(_IMPRESSION, "yes" if wanted else "no")

    @property
    def lock_minutes(self) -> int:
        """After so long without anybody the program locks."""
        wanted = {str(each): each for each in LOCK_MINUTES}
        return wanted.get(self._settings.get(_LOCK) or "", _LOCK_DEFAULT)

    def choose_lock_minutes(self, minutes: int) -> None:
        """One of ``LOCK_MINUTES``."""
        self._put(_LOCK, str(minutes))
        self.lock_chosen.emit()

    def _dress(self, name: str) -> None:
        self._look.follows_system = name == SYSTEM
        self._look.use(scheme=system_scheme() if name == SYSTEM else name)

    def _keep_scale(self) -> None:
        if self._look.scale != self._kept_scale:
            self._kept_scale = self._look.scale
            self._put(_SCALE, str(self._look.scale))

    def _put(self, name: str, value: str) -> None:
        try:
            self._settings.put(name, value)
        except KnownError:
            return


def wants_own_impression(settings: SettingsStore) -> bool:
    """Whether the result waits for a person's own impression."""
    return settings.get(_IMPRESSION) == "yes"
