"""The command line of case-format.md: the same core without a window and without Qt."""

from __future__ import annotations

from allcounsel.cli.main import main, run

__all__ = ["main", "run"]
