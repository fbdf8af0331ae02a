"""Names for files: the clinic's own label and the day. Never a result, never an answer."""

from __future__ import annotations

import re
from datetime import date

_UNSAFE = re.compile(r"[^\w.-]+", re.UNICODE)


def suggested_name(label: str, day: date, suffix: str, kind: str) -> str:
    """``Practice-07-handout-2026-04-21.pdf``."""
    safe = _UNSAFE.sub("-", label).strip("-.")
    return f"{'-'.join(filter(None, [safe, kind, day.isoformat()]))}.{suffix}"
