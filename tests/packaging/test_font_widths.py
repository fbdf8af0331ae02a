"""The table of character widths belongs to the fonts that are shipped."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location(
        "build_font_widths", ROOT / "packaging" / "build_font_widths.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def table():
    return json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))


def test_the_table_is_fresh(script):
    assert script.TABLE.read_text(encoding="utf-8") == script.as_text(), "run `make fonts`"


def test_every_font_has_its_line_and_its_licence(table):
    stems = {path.stem for path in FONTS.glob("*.ttf")}
    assert set(table) == stems
    families = {stem.split("-")[0] for stem in stems}
    assert {path.name.split("-")[0] for path in FONTS.glob("*-LICENSE.txt")} == families


def test_some_widths_are_as_read_by_hand(table):
    # Advance widths as an independent tool (ttx) shows them, per thousand.
    assert table["DejaVuSans"]["widths"]["A"] == 684
    assert table["NotoSans-Regular"]["widths"]["A"] == 639
    assert table["NotoSans-Regular"]["cap_height"] == 714
    assert table["AtkinsonHyperlegibleNext-Regular"]["cap_height"] == 668


@pytest.mark.parametrize("character", "≥≤≈×→☐✓–—’…½²°ñüéß")
def test_the_three_families_together_draw_what_a_handout_needs(table, character):
    assert any(character in table[stem]["widths"] for stem in table if not stem.endswith("Bold"))
