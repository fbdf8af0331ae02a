"""Where things lie on this machine: seeds and resources in the source tree, in the wheel or beside the frozen
program; the clinic's data in the user's own folder. Nobody else builds such a path.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from allcounsel.domain.errors import ErrorCode, KnownError

DATA_DIR_VARIABLE = "ALLCOUNSEL_DATA_DIR"
"""Set by the clinic's IT, or by a test, to keep the data elsewhere."""

_PROGRAM = "allcounsel"
_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Paths:
    """The places; none of the data folders needs to exist yet."""

    seeds: Path
    resources: Path
    data: Path

    @property
    def store(self) -> Path:
        """The clinic's store."""
        return self.data / "store.db"

    @property
    def keys(self) -> Path:
        """The wrapped key of the clinic's store."""
        return self.data / "store.keys"

    @property
    def logs(self) -> Path:
        """The program's own log."""
        return self.data / "logs"

    @property
    def crash_reports(self) -> Path:
        """What is written when the program fails."""
        return self.data / "crash-reports"


def find_paths(environment: Mapping[str, str] = os.environ) -> Paths:
    """The places for this run; KnownError when the program's own files are missing."""
    shipped = _shipped()
    return Paths(shipped / "seeds", shipped / "resources", _data(environment))


def _shipped() -> Path:
    for place in _places():
        if (place / "seeds").is_dir() and (place / "resources").is_dir():
            return place
    raise KnownError(ErrorCode.FILE_MISSING, path=str(_places()[0] / "seeds"))


def _places() -> tuple[Path, ...]:
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if frozen is not None:
        return (Path(frozen) / _PROGRAM / "_data",)
    # A wheel holds a copy in itself; in the source tree, src/allcounsel stands two below the top.
    return (_PACKAGE / "_data", _PACKAGE.parents[1])


def _data(environment: Mapping[str, str]) -> Path:
    chosen = environment.get(DATA_DIR_VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser().absolute()
    # Never the roaming folder of Windows: a store that is copied while in use is damaged.
    return platformdirs.user_data_path(_PROGRAM, appauthor=False, roaming=False)
