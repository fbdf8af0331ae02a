"""Write seeds/texts/LANGUAGE/made_from.yaml: from which English text each translated one was made.

`mark_translated.py es` records every text that has no record yet. `mark_translated.py es KEY...` records
these anew, once somebody has looked at them: what is stale stays stale until then. A record whose text is
gone goes too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from allcounsel.bootstrap import seed_files
from allcounsel.content.release import inspect
from allcounsel.domain.text import SOURCE_LANGUAGE, fingerprint

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
HEAD = (
    "# Made by packaging/mark_translated.py: the fingerprint of the English text that each was made from.\n"
)


def marks(folder: Path, language: str, named: list[str]) -> tuple[dict[str, str], list[str]]:
    """All records as they should be, and the keys recorded now; KeyError for a key without a text."""
    release, problems = inspect(seed_files(folder))
    faults = [problem for problem in problems if not problem.language]
    if release is None or faults:
        sys.exit("\n".join(map(str, faults)))
    english, translated = release.texts[SOURCE_LANGUAGE], release.texts[language]
    fresh = named or [key for key in translated.texts if key not in translated.made_from and key in english]
    kept = {key: mark for key, mark in translated.made_from.items() if key in translated}
    found = {key: fingerprint(english.texts[key]) for key in fresh if translated.texts[key]}
    return dict(sorted((kept | found).items())), fresh


def as_text(records: dict[str, str]) -> str:
    """The file, one record a line."""
    return HEAD + "".join(f'{key}: "{mark}"\n' for key, mark in records.items())


def main(language: str, named: list[str], folder: Path = SEEDS) -> None:
    """Record, and tell what was recorded."""
    try:
        records, fresh = marks(folder, language, named)
    except KeyError as error:
        sys.exit(f"{error} has no text in both languages")
    target = folder / "texts" / language / "made_from.yaml"
    target.write_text(as_text(records), encoding="utf-8")
    for key in fresh:
        print(f"recorded {key}")
    print(f"{target.name}: {len(records)} records, {len(fresh)} of them new")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit("usage: mark_translated.py LANGUAGE [KEY...]")
    main(sys.argv[1], sys.argv[2:])
