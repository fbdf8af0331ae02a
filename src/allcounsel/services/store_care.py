"""Looking after the store, for the command line and the settings window: where it is, a backup, putting one
back, looking it through. It decides nothing about files; the port ``Backups`` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from allcounsel.services.ports import Backups, Clock, StoreContents


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was read again and found whole; ``contents.problems`` were in the store already."""

    path: str
    contents: StoreContents


@dataclass(frozen=True, slots=True)
class StoreRestored:
    """The store now holds the backup; ``kept_as``: where it is as it was before, if there was one."""

    path: str
    kept_as: str | None
    contents: StoreContents


@dataclass(frozen=True, slots=True)
class StoreVerified:
    """What was found on looking through the store."""

    path: str
    contents: StoreContents

    @property
    def good(self) -> bool:
        """Whether everything is as it was put there."""
        return not self.contents.problems


class StoreCare:
    """The ``store`` commands as functions; whatever the world refuses leaves as KnownError."""

    def __init__(self, backups: Backups, clock: Clock) -> None:
        self._backups = backups
        self._clock = clock

    def path(self) -> str:
        """Where the store is, or will be."""
        return self._backups.path

    def backup(self, target: str) -> BackupMade:
        """Write a backup to this file, over an earlier one only when the new one is complete."""
        return BackupMade(target, self._backups.make(target))

    def restore(self, source: str, *, despite_problems: bool = False) -> StoreRestored:
        """Put the backup in the store's place. Close the store first: while it is open this is refused."""
        kept = self._backups.restore(source, self._clock.now(), despite_problems=despite_problems)
        return StoreRestored(self._backups.path, kept, self._backups.verify())

    def verify(self) -> StoreVerified:
        """Look through everything that is in the store."""
        return StoreVerified(self._backups.path, self._backups.verify())
