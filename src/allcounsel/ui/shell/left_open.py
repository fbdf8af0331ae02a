"""Which saved child is open now: after a crash it can be named, and gone on with."""

from __future__ import annotations

from allcounsel.domain.errors import KnownError
from allcounsel.services.ports import CaseRecord
from allcounsel.ui.desk import Desk

OPEN, PUT_OFF = "open-case", "put-off-case"


class LeftOpen:
    """Only an id is kept. Where even that cannot be written, nothing is lost but the question."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._marked = ""

    def mark(self, case_id: str | None) -> None:
        """The child that is open now."""
        if case_id and case_id != self._marked:
            self._put(OPEN, case_id)

    def clear(self) -> None:
        """It was left as it should be."""
        if self._marked:
            self._put(OPEN, "")

    def found(self) -> CaseRecord | None:
        """The child that was open when the program ended, or was put off since."""
        try:
            names = [self._desk.settings.get(name) for name in (OPEN, PUT_OFF)]
            wanted = next((name for name in names if name), None)
            return self._desk.library.open(wanted) if wanted else None
        except (KnownError, KeyError):
            return None

    def put_off(self, case_id: str) -> None:
        """Ask again at the next start."""
        self._put(PUT_OFF, case_id)
        self._put(OPEN, "")

    def decided(self, case_id: str) -> None:
        """Somebody said what is to be done with it; another one that was put off is asked about next time."""
        for name in (OPEN, PUT_OFF):
            if self._desk.settings.get(name) == case_id:
                self._put(name, "")

    def _put(self, name: str, value: str) -> None:
        if name == OPEN:
            self._marked = value
        try:
            self._desk.settings.put(name, value)
        except KnownError:
            return
