"""What stands in the place of a result while something must be put right first: each thing with the way to
it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.feature import FeatureDictionary
from allcounsel.domain.ids import FeatureId
from allcounsel.ui.case_model import CaseModel
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import Text
from allcounsel.ui.problem_words import problem_sentence
from allcounsel.ui.screen_words import ScreenWords


class Blocked(QWidget):
    """Lists what is wrong, in words, with a button to each question."""

    question_wanted = Signal(str)

    def __init__(self, look: Look, words: ScreenWords) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._notices: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._title = Text(look, "", "h1")
        self._sentence = Text(look, "", "body", "ink2")
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._column.addStretch(1)

    def show_problems(self, model: CaseModel, dictionary: FeatureDictionary) -> None:
        """Say exactly what is wrong now."""
        for notice in self._notices:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self._notices = []
        self._say(wrong=bool(model.problems))
        for problem in model.problems:
            feature_id = question_of(problem.field, dictionary)
            notice = Notice(self._look, "stop")
            question = self._words.question(feature_id) if feature_id else problem.field
            notice.say(f"**{question}.** {problem_sentence(problem)}")
            if feature_id:
                go = notice.add_action(self.tr("Go to this question"))
                go.setAccessibleName(self.tr("Go to: {question}").format(question=question))
                go.clicked.connect(
                    lambda _checked=False, target=feature_id: self.question_wanted.emit(target)
                )
            self._column.insertWidget(self._column.count() - 1, notice)
            notice.show()
            self._notices.append(notice)

    def _say(self, *, wrong: bool) -> None:
        if wrong:
            self._title.setText(self.tr("Something has to be put right first"))
            self._sentence.setText(
                self.tr("Nothing is lost. The result comes as soon as these answers fit together.")
            )
            return
        self._title.setText(self.tr("This program does not cover this disease"))
        self._sentence.setText(
            self.tr("It is treated in other ways than the ones described here. Your team's own plan stands.")
        )

    def focus_first(self) -> None:
        """Put the focus where the first thing can be put right."""
        button = next((b for notice in self._notices for b in notice.findChildren(Button)), None)
        if button is not None:
            button.setFocus()


def question_of(path: str, dictionary: FeatureDictionary) -> FeatureId | None:
    """The question that a dotted path stands on; it may name a part of the answer."""
    path = path.removeprefix("expected.")
    while path and path not in dictionary:
        path = path.rpartition(".")[0]
    return FeatureId(path) if path else None
