"""The jobs behind the handout page: plain functions of frozen values, fit to run off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from allcounsel.domain.assessment import Assessment
from allcounsel.domain.case import Case
from allcounsel.domain.clinic import Clinic
from allcounsel.domain.errors import InputRefusedError
from allcounsel.domain.handout import PaperChoices
from allcounsel.services.compose_handout import compose
from allcounsel.services.export_handout import HandoutOrder, make_handout, unprintable
from allcounsel.ui.desk import Core

PREVIEW_DPI = 110
_COUNT_DPI = 12


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of the real PDF as PNG images."""

    pages: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written."""

    path: str
    content: bytes
    pages: int


def preview(core: Core, case: Case, assessment: Assessment, clinic: Clinic, choices: PaperChoices) -> Preview:
    """The pages as they would be printed now; nothing has to be confirmed to look at them.

    InputRefusedError where somebody's own words cannot be printed, by field.
    """
    refused = tuple(unprintable(case, clinic, core.measure))
    if refused:
        raise InputRefusedError(refused)
    handout = compose(
        case,
        assessment,
        core.release,
        core.engine,
        clinic,
        core.clock.today(),
        choices,
        core.measure,
        core.frame(choices),
    )
    return Preview(core.writer.pages(core.writer.pdf(handout), PREVIEW_DPI))


def save(core: Core, order: HandoutOrder, path: str) -> Saved:
    """Make the handout and write it; InputRefusedError or KnownError when it may or can not be."""
    handout = make_handout(
        order, core.release, core.engine, core.clock.today(), core.measure, core.frame(order.choices)
    )
    content = core.writer.pdf(handout)
    core.files.write(path, content)
    return Saved(path, content, len(core.writer.pages(content, _COUNT_DPI)))
