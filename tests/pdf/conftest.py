"""The writer as the program builds it."""

from __future__ import annotations

import pytest

from allcounsel.pdf.writer import PdfWriter
from helpers import sample_roads


@pytest.fixture(scope="session")
def writer() -> PdfWriter:
    return PdfWriter(sample_roads.FONTS, sample_roads.measure())
