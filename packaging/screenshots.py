"""A picture of every screen in every theme, and once in the largest words: artefacts/screenshots/.

`screenshots.py [FOLDER]` needs no screen. Prints how many pictures it made; fails where one shows nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from allcounsel.ui.handout.page import HandoutPage
from allcounsel.ui.main_window import MainWindow
from allcounsel.ui.shell.book import REFERENCE, WHAT_IF
from window_of import program_on

CHILDREN = ("standard-for-now", "unknown-heavy", "relapse-brain")
THEMES = (("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0))
SIZE = (1366, 768)
FAMILY_PAGES = 6
PREVIEW, STEP = 60.0, 0.1
"""Seconds within which the pages of a paper have to be there, and between two looks."""

Screen = tuple[str, QWidget]


def without_a_child(window: MainWindow) -> Iterator[Screen]:
    """The pages of the desktop."""
    window.go_home()
    for name in ("home", "find", "clinic", "settings", "help"):
        getattr(window.desktop, f"show_{name}")()
        yield name, window


def with_a_child(window: MainWindow, child: str) -> Iterator[Screen]:
    """Every screen of a consultation, and the first pages of the family's window."""
    window.open_practice(child)
    consultation = window.consultation
    if consultation is None:
        return
    for place in consultation.book._places:  # noqa: SLF001 - every place there is, which nobody else asks for
        consultation._show(place)  # noqa: SLF001 - as above
        wait_for_pages(consultation.page)
        yield f"{child}-{place.step}-{place.part + 1}", window
    for step in (WHAT_IF, REFERENCE):
        consultation.go(step)
        yield f"{child}-{step}", window
    consultation.toggle_family()
    family = consultation.family
    if family is not None:
        family.look.use(scheme=window.look.scheme, scale=window.look.scale)
        family.showNormal()
        family.resize(*SIZE)
        for number in range(min(FAMILY_PAGES, len(family.talk.ideas))):
            yield f"{child}-family-{number + 1}", family
            family.forward()
        family.toggle_interpreting()
        yield f"{child}-family-interpreter", family
        family.close()


def wait_for_pages(page: QWidget) -> None:
    """The real pages of the paper are made beside the window."""
    waited = 0.0
    while isinstance(page, HandoutPage) and not page.preview.page_count:
        if waited > PREVIEW:
            sys.exit("the pages of the paper did not come")
        time.sleep(STEP)  # not Qt's own waiting, which keeps the worker waiting too
        QApplication.processEvents()
        waited += STEP


def every_screen(window: MainWindow) -> Iterator[Screen]:
    """The desktop, then each child."""
    yield from without_a_child(window)
    for child in CHILDREN:
        yield from with_a_child(window, child)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def is_empty(picture: QWidget) -> bool:
    """Whether a picture shows a single colour."""
    image = picture.grab().toImage()
    across = range(0, image.width(), 7)
    return len({image.pixel(x, y) for x in across for y in range(0, image.height(), 7)}) < 3  # noqa: PLR2004


def make(folder: Path) -> int:
    """The number of pictures; those that show nothing end the run."""
    made = 0
    with tempfile.TemporaryDirectory() as store:
        program = program_on(Path(store) / "screens.db")
        window, look = program.window, program.window.look
        window.resize(*SIZE)
        window.show()
        for scheme, scale in THEMES:
            look.follows_system = False
            look.use(scheme=scheme, scale=scale)
            theme = folder / (scheme if scale == 1 else f"{scheme}-{scale:.0%}".rstrip("%"))
            theme.mkdir(parents=True, exist_ok=True)
            for name, shown in every_screen(window):
                QTest.qWait(60)
                if is_empty(shown):
                    sys.exit(f"{theme.name}/{name} shows nothing")
                shown.grab().save(str(theme / f"{name}.png"))
                made += 1
        program.close()
    return made


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("artefacts/screenshots")
    print(f"{make(target)} pictures of {len(THEMES)} themes in {target}")
