"""Bring resources/i18n up to date: what the window says, in each language of the program.

`translations.py` collects every text of the window into allcounsel_LANGUAGE.ts, keeps what is translated, and
compiles the .qm that the window loads. It ends with a fault for every text that is not whole in a language.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("es",)
_HOLE, _BOLD, _KEY = (
    re.compile(r"\{\w*\}"),
    re.compile(r"\*\*"),
    re.compile(r"\b(?:Ctrl\+\S|F\d|Esc\b|Alt\b)"),
)
_SIGNS = {"holes": _HOLE, "bold marks": _BOLD, "keys": _KEY, "line breaks": re.compile(r"\n")}


def collect(ts: Path, language: str) -> None:
    """Write every text of the window into this file, without losing what is translated in it."""
    sources = sorted(str(file) for file in (ROOT / "src" / "allcounsel" / "ui").rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    _run("pyside6-lupdate", *options, *sources, "-ts", str(ts))


def compile_to(ts: Path, qm: Path) -> None:
    """The form that Qt reads; the same bytes for the same texts."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).parent / tool), *arguments]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def texts(ts: Path) -> Iterator[tuple[str, str, str]]:
    """Context, English and translation of each text; an unfinished translation is empty."""
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - a file of our own
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and "type" not in translation.attrib
            said = (translation.text or "") if translation is not None and finished else ""
            yield context.findtext("name", ""), message.findtext("source", ""), said


def faults(ts: Path) -> Iterator[str]:
    """What is not whole: nothing said, or other holes, marks, keys or lines than in English."""
    for context, english, said in texts(ts):
        if not said.strip():
            yield f"{context}: {english!r} is not translated"
            continue
        for what, sign in _SIGNS.items():
            if Counter(sign.findall(english)) != Counter(sign.findall(said)):
                yield f"{context}: {english!r} has other {what} in {said!r}"


def main(folder: Path = FOLDER) -> int:
    """The number of faults, as far as an exit code can tell it."""
    found = 0
    for language in LANGUAGES:
        ts = folder / f"allcounsel_{language}.ts"
        collect(ts, language)
        compile_to(ts, ts.with_suffix(".qm"))
        for fault in faults(ts):
            found += 1
            print(fault)
        print(f"{ts.name}: {sum(1 for _ in texts(ts))} texts, {found} faults")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
