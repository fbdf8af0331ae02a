"""Every row of evidence 1.6, C-1 to C-40, has a test that proves its proposed display on real outputs."""

from __future__ import annotations

import re
import sys
from pathlib import Path

MODULES = sorted(Path(__file__).parent.glob("test_conflicts_of_*.py"))
CONFLICTS = tuple(range(1, 41))
TEST = re.compile(r"^def test_c(\d+)_\w+\(shown\):$", re.MULTILINE)


def without_a_test(text: str) -> list[int]:
    """The conflicts that no test of this text is named after."""
    tested = {int(number) for number in TEST.findall(text)}
    return [number for number in CONFLICTS if number not in tested]


def text_of_modules() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in MODULES)


def test_every_conflict_has_a_test_of_its_display(capsys):
    missing = without_a_test(text_of_modules())
    with capsys.disabled():
        sys.stdout.write(f"\n{len(CONFLICTS) - len(missing)} of {len(CONFLICTS)} conflicts\n")
    assert missing == []


def test_a_conflict_without_its_test_is_named():
    text = text_of_modules()
    for number in CONFLICTS:
        assert without_a_test(re.sub(rf"def test_c{number}_", "def look_at_", text)) == [number]


def test_no_test_is_named_after_a_conflict_that_does_not_exist():
    assert {int(number) for number in TEST.findall(text_of_modules())} <= set(CONFLICTS)
