"""What the window is handed when it opens: ``bootstrap`` builds the parts, ``ui`` never does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from allcounsel.domain.assess import Engine
from allcounsel.domain.handout import PaperChoices
from allcounsel.domain.release import ContentRelease
from allcounsel.services.case_library import CaseLibrary
from allcounsel.services.compose_handout import Frame
from allcounsel.services.font_widths import FontWidths
from allcounsel.services.ports import Clock, FileSink, HandoutWriter, ReadFile, SettingsStore
from allcounsel.services.words import Words


class Core(Protocol):
    """Everything that does not depend on a store."""

    @property
    def release(self) -> ContentRelease:
        """The content in use."""

    @property
    def engine(self) -> Engine:
        """Assesses cases under it."""

    @property
    def words(self) -> Words:
        """Clinicians' words."""

    def speaking(self, language: str) -> Core:
        """The same core with its words in another language."""

    @property
    def clock(self) -> Clock:
        """The day and the hour."""

    @property
    def writer(self) -> HandoutWriter:
        """Paper."""

    @property
    def measure(self) -> FontWidths:
        """How wide text is, and which characters can be printed."""

    def frame(self, choices: PaperChoices) -> Frame:
        """The room on the chosen paper."""

    @property
    def read_file(self) -> ReadFile:
        """A file that a person chose, up to a limit."""

    @property
    def files(self) -> FileSink:
        """Files, whole or not at all."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One open store and what it is used with. ``practice``: invented children, and the practice clinic."""

    core: Core
    library: CaseLibrary
    settings: SettingsStore
    practice: bool = False

    def speaking(self, language: str) -> Desk:
        """The same desk with clinicians' words in another language."""
        return replace(self, core=self.core.speaking(language))
