"""From an empty window to an exported PDF, by real key presses on a real screen; a picture of every page.

Run as a program on an X screen: ``journey.py FOLDER``. Prints what it did as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allcounsel.bootstrap import build_core, open_desk
from allcounsel.services.case_file import read_case
from allcounsel.services.wizard_flow import WizardFlow
from allcounsel.ui.application import dress, load_fonts, make_application
from allcounsel.ui.desk import Desk
from allcounsel.ui.look import Look
from allcounsel.ui.main_window import MainWindow
from e2e.real_hands import RealHands, xdotool
from gui.hands import LostError

CHILD = "standard-for-now"
SIZE = (1366, 768)


class Journey:
    """One consultation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.core = build_core()
        self.opened = open_desk(self.core, folder / "store.db")
        self.application = make_application(["allcounsel"])
        load_fonts(sorted((self.core.paths.resources / "fonts").glob("*.ttf")))
        look = Look(self.core.paths.resources)
        dress(self.application, look)
        self.window = MainWindow(
            look, Desk(self.opened.core, self.opened.library, self.opened.settings, practice=True)
        )
        self.hands = RealHands(self.application)
        self.pictures: list[str] = []

    def look_at(self, name: str) -> None:
        """A picture of the window as it is on the screen."""
        QTest.qWait(300)
        path = self.folder / f"{len(self.pictures) + 1:02d}-{name}.png"
        self.window.screen().grabWindow(self.window.winId()).save(str(path))
        self.pictures.append(path.name)

    def run(self) -> dict[str, object]:
        self.window.resize(*SIZE)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window, 10_000)
        self.take_focus()
        self.look_at("home")
        self.hands.ctrl(Qt.Key.Key_N)
        self.answer_everything()
        self.look_at("review")
        self.hands.ctrl(Qt.Key.Key_Return)
        self.look_at("result")
        self.road()
        self.paper()
        self.printed()
        return self.told()

    def take_focus(self) -> None:
        """No window manager gives the focus here, so the screen is asked to."""
        xdotool("windowfocus", str(int(self.window.winId())))
        assert QTest.qWaitForWindowActive(self.window, 10_000)

    def answer_everything(self) -> None:
        release = self.core.release
        child = next(one for one in release.practice_children if one.name == CHILD)
        self.case = read_case(child.case, release.dictionary, self.core.clock.today()).case
        consultation = self.window.consultation
        flow = WizardFlow(release.pages, release.dictionary)
        while consultation.book.is_question(consultation.place):
            place = consultation.place
            for feature in flow.parts(place.step, consultation.model.case.situation)[place.part].features:
                if feature.id in self.case.answers:
                    due = self.case.expected.get(feature.id)
                    self.hands.answer(consultation.words, feature, self.case.answers[feature.id], due)
            self.look_at(f"{place.step}-{place.part + 1}")
            self.hands.ctrl(Qt.Key.Key_Return)

    def road(self) -> None:
        self.hands.to("Pathway")
        self.hands.press(Qt.Key.Key_Return)
        self.look_at("pathway")
        self.hands.to("Handout", "Make the handout")
        self.hands.press(Qt.Key.Key_Return)

    def paper(self) -> None:
        hands, consultation = self.hands, self.window.consultation
        assert consultation.place.step == "handout", consultation.place
        hands.to("I have checked the reasons: right child, right result")
        hands.press(Qt.Key.Key_Space)
        hands.to("Name or initials of who checked")
        hands.write("AB")
        QTest.qWait(3000)
        self.look_at("handout")
        saver = consultation.page.saver
        written: list[str] = []
        saver.saved.connect(written.append)
        hands.type_into_dialog(str(self.folder / "handout.pdf"))
        hands.ctrl(Qt.Key.Key_E)
        self.wait_until(lambda: written)
        self.look_at("saved")
        self.written = written

    def printed(self) -> None:
        """Through one more look and the system's dialog, into a file, as on a laptop without a printer."""
        hands, page = self.hands, self.window.consultation.page
        self.take_focus()  # a dialog had it
        hands.ctrl(Qt.Key.Key_P)
        self.wait_until(page.sheet.isVisible)
        self.look_at("print")
        hands.print_into_dialog(str(self.folder / "printed.pdf"))
        hands.press(Qt.Key.Key_Return)
        self.wait_until(lambda: len(self.kept()) > 1)
        self.look_at("printed")

    def wait_until(self, there) -> None:
        """Until something is there; not with Qt's own waiting alone, which keeps the worker waiting too."""
        for _ in range(600):
            if there():
                return
            QTest.qWait(20)
            time.sleep(0.08)
        raise LostError("it did not come")

    def kept(self) -> list[object]:
        """The papers that the store knows of this child."""
        return list(self.opened.library.handouts(self.window.consultation.model.case_id))

    def told(self) -> dict[str, object]:
        consultation = self.window.consultation
        library = self.opened.library
        kept = library.handouts(consultation.model.case_id)
        return {
            "presses": self.hands.presses,
            "pictures": self.pictures,
            "written": self.written,
            "kept": [record.sha256 for record in kept],
            "same_bytes": bool(kept)
            and library.reprint(kept[0].id) == (self.folder / "handout.pdf").read_bytes(),
            "same_result": consultation.model.assessment == self.core.engine.assess(self.case),
            "title": self.window.windowTitle(),
        }

    def paper_bytes(self) -> bytes:
        return (self.folder / "handout.pdf").read_bytes()

    def close(self) -> None:
        self.window.close()
        QTest.qWait(100)
        self.opened.close()


def main() -> int:
    """The journey; exit code 0 when it came to its end."""
    journey = Journey(Path(sys.argv[1]))
    try:
        told = journey.run()
    finally:
        journey.look_at("end")
    journey.close()
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
