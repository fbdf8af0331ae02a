"""The family's window: large words, no identity, one idea at a time, and one key that blanks it at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from allcounsel.domain.clinic import Clinic
from allcounsel.services.family_view import Idea, Shown
from allcounsel.services.translations import lacking
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.desk import Desk
from allcounsel.ui.diagram.view import DiagramView
from allcounsel.ui.family.idea_page import IdeaPage
from allcounsel.ui.family.line_page import LinePage
from allcounsel.ui.family.talk import Talk, road_plan, talk_of
from allcounsel.ui.look import Look
from allcounsel.ui.parts.bars import Tag
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.focus import FocusRing
from allcounsel.ui.parts.words import Text

MARGIN = 64
LANGUAGES = ("en", "es")
_ROAD = 16
"""The size of the words on the road, which has to stand on one screen."""
ASKED = ("why", "open", "road")
"""What "Tell me more" leads to from the group."""


class FamilyWindow(QWidget):
    """Its title is the clinic's name: nothing on it says which child this is. ``closed``: it is gone."""

    closed = Signal()

    def __init__(self, look: Look, desk: Desk, model: CaseModel, clinic: Clinic) -> None:
        super().__init__()
        self.look = look.beside()
        self._core = desk.core
        self._model = model
        self._clinic = clinic
        self._language = LANGUAGES[0]
        self._at = 0
        self._line = 0
        self.interpreting = False
        self.setWindowTitle(clinic.name)
        self.resize(1366, 768)
        self._build(practice=desk.practice)
        self._shortcuts()
        self.ring = FocusRing(self.look, self)
        self.look.changed.connect(self._show)
        model.changed.connect(self.follow)
        self.talk = self._make_talk()
        self._show()

    # ---- building
    def _build(self, *, practice: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 28, MARGIN, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        clinic = Text(self.look, self._clinic.name, "family_foot", "ink2")
        clinic.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(clinic, 1)
        if practice:
            head.addWidget(Tag(self.look, self._words("practice"), dashed=True))
        self._switches = QWidget()
        head.addWidget(self._switches)
        column.addLayout(head)
        self._sheets = QStackedWidget()
        self.blank = QWidget()
        self._sheets.addWidget(self.blank)
        column.addWidget(self._sheets, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        self.marks = Text(self.look, "", "family_foot", "ink2").on_one_line()
        foot.addWidget(self.marks)
        self.promise = Text(self.look, "", "caption", "ink2")
        for text in (self.marks, self.promise):
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.promise, 1)
        self.buttons: dict[str, Button] = {}
        self._add_switches()
        runs = {"blank": self.toggle_blank, "back": self.back, "next": self.forward}
        keys = {"blank": "B"}
        for name, run in runs.items():
            kind = "main" if name == "next" else "quiet" if name == "blank" else "ordinary"
            button = Button(self.look, self._words(name), kind, key=keys.get(name, ""))
            button.clicked.connect(run)
            self.buttons[name] = button
            foot.addWidget(button)
        column.addWidget(self._foot)

    def _add_switches(self) -> None:
        """What a family can ask for at any time, each with its key."""
        line = QHBoxLayout(self._switches)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        runs = {
            "language": ("L", self.other_language),
            "interpreter": ("I", self.toggle_interpreting),
            "dark": ("D", self.toggle_dark),
        }
        for name, (key, run) in runs.items():
            button = Button(self.look, self._words(name), "quiet", small=True, key=key)
            button.clicked.connect(run)
            self.buttons[name] = button
            line.addWidget(button)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Right": self.forward,
            "PgDown": self.forward,
            "Space": self._press_or_go_on,
            "Left": self.back,
            "PgUp": self.back,
            "B": self.toggle_blank,
            ".": self.toggle_blank,
            "L": self.other_language,
            "I": self.toggle_interpreting,
            "D": self.toggle_dark,
            "Ctrl+=": lambda: self.look.step_scale(1),
            "Ctrl++": lambda: self.look.step_scale(1),
            "Ctrl+-": lambda: self.look.step_scale(-1),
            "F5": self.put_away,
            "Esc": self.put_away,
        }
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(run)

    # ---- where it stands
    def open(self, beside: QWidget) -> None:
        """On the other screen where there is one, else as a large window."""
        others = [screen for screen in QGuiApplication.screens() if screen is not beside.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.showMaximized()
        self.activateWindow()
        self.buttons["next"].setFocus()

    def put_away(self) -> None:
        """The talk is over."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    # ---- walking
    @property
    def idea(self) -> Idea:
        """The idea that is shown."""
        return self.talk.ideas[self._at]

    def forward(self) -> None:
        """The next idea, or the next sentence of an interpreter's talk."""
        self._move(1)

    def _press_or_go_on(self) -> None:
        """Space presses the button that has the focus, as everywhere."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Button) and self.isAncestorOf(focused):
            focused.click()
        else:
            self.forward()

    def back(self) -> None:
        """The one before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        if self.is_blank:
            return
        if self.interpreting:
            self._line = max(0, min(self._line + step, len(self.talk.lines) - 1))
        else:
            self._at = max(0, min(self._at + step, len(self.talk.ideas) - 1))
        self._show()

    def go(self, about: str) -> None:
        """To a part of the talk."""
        self._at = self.talk.about(about) or 0
        self._show()

    # ---- switches
    @property
    def is_blank(self) -> bool:
        """Whether nothing is shown but the clinic's name."""
        return self._sheets.currentWidget() is self.blank

    def toggle_blank(self) -> None:
        """At once: nothing of the talk stays on the screen."""
        if self.is_blank:
            self._show()
        else:
            self._go_blank()

    def other_language(self) -> None:
        """The same idea or sentence in the other language, where all of it is translated."""
        if self._other:
            self._language = self._other
            self.talk = self._make_talk()
            self._show()

    def toggle_interpreting(self) -> None:
        """One numbered sentence at a time in two languages, from what is shown on; and back to its idea."""
        if self.is_blank or not self.talk.lines:
            return
        self.interpreting = not self.interpreting
        if self.interpreting:
            self._line = next((n for n, line in enumerate(self.talk.lines) if line.idea >= self._at), 0)
        else:
            self._at = self.talk.lines[self._line].idea
        self._show()

    def toggle_dark(self) -> None:
        """For a dark room."""
        self.look.use(scheme="light" if self.look.scheme == "dark" else "dark")

    @property
    def _other(self) -> str:
        others = [language for language in LANGUAGES if language != self._language]
        return next((language for language in others if not lacking(self._core.release, language)), "")

    # ---- showing
    def follow(self) -> None:
        """The child's answers changed; while something in them is wrong, nothing is shown."""
        if self._model.problems:
            self._go_blank()
            return
        blank = self.is_blank
        self.talk = self._make_talk()
        self._at = min(self._at, len(self.talk.ideas) - 1)
        self._line = max(min(self._line, len(self.talk.lines) - 1), 0)
        if not blank:
            self._show()

    def _make_talk(self) -> Talk:
        model = self._model
        return talk_of(self._core, model.case, model.assessment, self._clinic, self._language, self._other)

    def _go_blank(self) -> None:
        self._clear()
        self._switches.hide()
        self._foot.hide()

    def _clear(self) -> None:
        self._sheets.setCurrentWidget(self.blank)
        for index in range(self._sheets.count() - 1, 0, -1):
            page = self._sheets.widget(index)
            if page is not None:
                self._sheets.removeWidget(page)
                page.hide()
                page.deleteLater()

    def _show(self) -> None:
        if self._model.problems:
            return
        self._clear()
        page = self._line_page() if self.interpreting else self._idea_page()
        self._sheets.addWidget(page)
        self._sheets.setCurrentWidget(page)
        at, count = (self._line, self.talk.lines) if self.interpreting else (self._at, self.talk.ideas)
        self.marks.setText(self._words("page", page=str(at + 1), pages=str(len(count))))
        self.promise.setText(self.talk.foot)
        for name, button in self.buttons.items():
            button.reword(self._words(name))
        self._foot.show()
        for name in ("language", "interpreter"):
            self.buttons[name].setVisible(bool(self._other))
        self._switches.show()
        focused = QApplication.focusWidget()
        if focused is None or focused is self:  # what had the focus went with its page
            self.buttons["next"].setFocus()
        self.update()

    def _idea_page(self) -> IdeaPage:
        page = IdeaPage(self.look, self.idea, self._more(), self._words("more"), self._road())
        page.wanted.connect(self.go)
        return page

    def _line_page(self) -> LinePage:
        return LinePage(self.look, self.talk.lines[self._line])

    def _more(self) -> tuple[Idea, ...]:
        if self.idea.about != "group":
            return ()
        found = [self.talk.about(part) for part in ASKED]
        return tuple(self.talk.ideas[index] for index in found if index is not None)

    def _road(self) -> DiagramView | None:
        if self.idea.shown is not Shown.ROAD:
            return None
        width = max(self.width() - 2 * MARGIN - 40, 600)
        plan = road_plan(self._core, self.talk, float(width), float(self.look.px(_ROAD)))
        if plan is None:
            return None
        view = DiagramView(self.look, plan)
        for node in view.nodes:
            node.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return view

    def _words(self, name: str, **holes: str) -> str:
        return self._core.release.texts[self._language](f"labels.family_view.{name}", **holes)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.colour("surface"))
