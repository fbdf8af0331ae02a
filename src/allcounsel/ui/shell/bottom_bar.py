"""The bar at the bottom: back, whether all is saved, what this program is not, and what happens next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from allcounsel.ui.look import Look
from allcounsel.ui.page import Action
from allcounsel.ui.parts.bars import Bar
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.words import Text


class BottomBar(Bar):
    """Buttons follow the page; the sentence never goes away."""

    back_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, line_at_top=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 6, 24, 6)
        self._row.setSpacing(12)
        self.back = Button(look, self.tr("Back"), "quiet", icon="back")
        self.back.clicked.connect(self.back_wanted)
        self._row.addWidget(self.back)
        self.state = Text(look, "", "caption", "ink2")
        self.state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.state, 1)
        self.help = Button(look, self.tr("Help for this question"), "quiet", key="F1", small=True)
        self.help.clicked.connect(self.help_wanted)
        self._row.addWidget(self.help)
        self._buttons: list[Button] = []
        self._actions: tuple[Action, ...] = ()
        self.show_state("")

    def show_state(self, saved: str) -> None:
        """``saved``: such as "Saved 14:02", or why not."""
        evaluation = self.tr("Evaluation build. Not a medical device. Not for clinical decisions.")
        self.state.setText("  ·  ".join(filter(None, [saved, evaluation])))

    def show_actions(self, actions: tuple[Action, ...], main: Action | None) -> None:
        """The buttons of a page; the same ones keep their focus."""
        wanted = (*actions, *([main] if main else []))
        if [action.name for action in wanted] != [button.objectName() for button in self._buttons]:
            self._rebuild(wanted, has_main=main is not None)
        self._actions = wanted
        for button, action in zip(self._buttons, wanted, strict=True):
            button.reword(action.text, icon=action.icon, key=action.key)

    def _rebuild(self, wanted: tuple[Action, ...], *, has_main: bool) -> None:
        former, self._buttons = self._buttons, []
        for index, action in enumerate(wanted):
            kind = "main" if has_main and index == len(wanted) - 1 else "ordinary"
            button = Button(self.look, action.text, kind)
            button.setObjectName(action.name)
            button.clicked.connect(self._runner(index))
            self._row.addWidget(button)
            button.show()
            self._buttons.append(button)
        self._keep_focus(former)
        for button in former:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _keep_focus(self, former: list[Button]) -> None:
        """It stays on the button that was pressed, or goes to the main one; hidden, Qt would send it away."""
        held = next((button.objectName() for button in former if button.hasFocus()), None)
        if held is not None:
            same = (button for button in self._buttons if button.objectName() == held)
            next(same, self._buttons[-1] if self._buttons else self.back).setFocus()

    def _runner(self, index: int) -> Callable[[], None]:
        def run() -> None:
            if index < len(self._actions):
                self._actions[index].run()

        return run
