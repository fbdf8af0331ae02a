"""The clinic's own id of a child: whether it looks as if anybody could tell from it who the child is."""

from __future__ import annotations

import re

_DAY = re.compile(r"(?<!\d)\d{1,4}[-./]\d{1,2}[-./]\d{2,4}(?!\d)")
_FEWEST_LETTERS = 2


def tells_who(label: str) -> bool:
    """Whether an id reads like a full name (two words with capitals, and no digit) or holds a calendar day.

    A single word is let through: "Lion" may be the clinic's code, and "Emma" cannot be told from it.
    """
    if _DAY.search(label):
        return True
    words = label.replace(",", " ").split()
    capitals = [word for word in words if word[0].isupper() and len(word) >= _FEWEST_LETTERS]
    letters = all(word.replace("-", "").replace("'", "").replace("’", "").isalpha() for word in words)
    return letters and len(capitals) > 1
