"""What is said before a child is left with something unfinished: where, and what would be lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.ids import FeatureId
from allcounsel.ui.look import Look
from allcounsel.ui.messages import UserMessage
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.screen_words import ScreenWords

_OpenEnds = tuple[tuple[FeatureId, ...], UserMessage | None]
_NONE: _OpenEnds = ((), None)


class Leaving(QWidget):
    """The first time it tells and holds back, the second time it lets go."""

    question_wanted = Signal(str)

    def __init__(self, look: Look, words: ScreenWords) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._told = _NONE
        self._notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 6, 24, 10)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._notice.text if self._notice is not None else ""

    def asked_for(self, unfinished: tuple[FeatureId, ...], fault: UserMessage | None) -> bool:
        """Whether the person may go. ``fault``: why the last answers are not saved."""
        if (unfinished, fault) in (_NONE, self._told):
            return True
        self.withdraw()
        self._told = (unfinished, fault)
        self._notice = self._build(unfinished, fault)
        self._column.addWidget(self._notice)
        self._notice.show()
        self.show()
        return False

    def withdraw(self) -> None:
        """The person goes on: whoever leaves later is told anew."""
        self._told = _NONE
        self.hide()
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def _build(self, unfinished: tuple[FeatureId, ...], fault: UserMessage | None) -> Notice:
        notice = Notice(self._look, "check", parent=self)
        questions = [self._words.question(feature_id) for feature_id in unfinished]
        said = []
        if questions:
            names = ", ".join(f"**{question}**" for question in questions)
            words = self.tr(
                "Not finished: {names}. What is half written there is lost if you leave now; answers from"
                " before stay."
            )
            said.append(words.format(names=names))
        if fault is not None:
            said.append(self.tr("{fault} The last answers are lost if you leave now.").format(fault=fault))
        notice.say(" ".join([*said, self.tr("Leave again to go all the same.")]))
        if questions:
            go = notice.add_action(self.tr("Go to this question"))
            go.setAccessibleName(self.tr("Go to: {question}").format(question=questions[0]))
            go.clicked.connect(lambda: self.question_wanted.emit(unfinished[0]))
        return notice
