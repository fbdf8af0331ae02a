"""Works a window as a person without a mouse does: Tab, arrows, Space, Enter, shortcuts and typed text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allcounsel.domain.answers import Absent, Age, GeneResult, Mrd, WhiteCount
from allcounsel.domain.feature import FeatureKind
from allcounsel.ui import tab_order
from allcounsel.ui.screen_words import NOT_APPLICABLE

ENOUGH = 400


class LostError(AssertionError):
    """A person would not have found it."""


class Hands:
    """Only ever talks to the widget that has the focus."""

    def __init__(self, qtbot, application):
        self.qtbot = qtbot
        self.application = application

    # ---- keys
    @property
    def focus(self):
        widget = self.application.focusWidget()
        if widget is None:
            raise LostError("the focus is nowhere")
        return widget

    @property
    def name(self):
        """What assistive technology would say of the focus."""
        return self.focus.accessibleName()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.focus, key, modifiers)

    def ctrl(self, key):
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, text):
        """Type in place of what stands there."""
        self.ctrl(Qt.Key.Key_A)
        QTest.keyClicks(self.focus, text)

    def to(self, *names):
        """Press Tab until the focus has this name, or one that starts with it."""
        heard = []
        for _ in range(ENOUGH):
            if any(self.name == name or self.name.startswith(f"{name}: ") for name in names):
                return
            heard.append(self.name)
            self.press(Qt.Key.Key_Tab)
        raise LostError(f"{names} not reached; heard {heard[:60]}")

    def walk(self, name):
        """Press the right arrow inside a group until the focus has this name."""
        heard = []
        for _ in range(40):
            if self.name == name:
                return
            heard.append(self.name)
            self.press(Qt.Key.Key_Right)
        raise LostError(f"{name} not in the group {heard}")

    def walk_through(self, root):
        """Where Tab goes from the first part of a window on, and where the layout says that it goes."""
        expected = [
            widget
            for widget in tab_order.in_reading_order(root)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        ]
        expected[0].setFocus()
        walked = []
        for _ in expected:
            walked.append(self.focus)
            self.press(Qt.Key.Key_Tab)
        return walked, expected

    def pick(self, group, option):
        self.to(group)
        self.walk(f"{group}: {option}")
        self.press(Qt.Key.Key_Space)

    # ---- answers
    def answer(self, words, feature, answer, due=None):
        """Enter one answer as a person would."""
        question = words.question(feature.id)
        if isinstance(answer, Absent):
            self.to_states(question)
            self.walk(f"{question}: {'Waiting' if answer is Absent.PENDING else 'Not known'}")
            self.press(Qt.Key.Key_Space)
            if due is not None:
                self.day(f"{question}, expected", due)
            return
        if answer == NOT_APPLICABLE:
            self.to_states(question)
            self.walk(f"{question}: Does not apply")
            self.press(Qt.Key.Key_Space)
            return
        self.value(words, feature, question, answer)

    def to_states(self, question):
        self.to(f"{question}: Waiting", f"{question}: Not known", f"{question}: Does not apply")

    def day(self, name, day):
        for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
            self.to(f"{name}: {part}")
            self.write(str(value))

    def value(self, words, feature, question, answer):
        ways = {
            FeatureKind.CHOICE: self.choice,
            FeatureKind.MULTI: self.several,
            FeatureKind.GENE: self.gene,
            FeatureKind.DATE: lambda _words, _feature, question, answer: self.day(question, answer),
            FeatureKind.WHITE_COUNT: self.white_count,
            FeatureKind.MRD: self.mrd,
            FeatureKind.AGE: self.age,
        }
        ways.get(feature.kind, self.text)(words, feature, question, answer)

    def text(self, _words, _feature, question, answer):
        self.to(question)
        self.write(str(answer))

    def choice(self, words, feature, question, answer):
        self.pick(question, words.words.option(feature.id, answer))

    def several(self, words, feature, question, answer):
        for option in answer:
            self.choice(words, feature, question, option)

    def gene(self, words, feature, question, answer: GeneResult):
        self.pick(question, words.words.option(feature.id, answer.result))
        if answer.method:
            self.to(f"{question}: method")
            self.write(answer.method)

    def white_count(self, words, _feature, question, answer: WhiteCount):
        self.to(f"{question}: number")
        self.write(f"{answer.value:f}")
        self.pick(f"{question}, unit", words.unit(answer.unit))

    def mrd(self, words, _feature, question, answer: Mrd):
        found = answer.percent is not None
        self.pick(question, "Found" if found else "Not found below")
        self.to(f"{question}: percent")
        self.write(f"{answer.percent if found else answer.below:f}")
        self.pick(f"{question}, method", dict(words.methods())[answer.method])

    def age(self, _words, _feature, question, answer: Age):
        self.to(f"{question}: years")
        self.write(str(answer.years))
        if answer.months is not None:
            self.to(f"{question}: months, if known")
            self.write(str(answer.months))
