"""Every answer on one page: what must be put right first, then what is open, then the rest."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Notice as Warned
from allcounsel.domain.case import is_open
from allcounsel.domain.feature import Feature
from allcounsel.services.still_open import could_still_change
from allcounsel.services.wizard_flow import WizardFlow, said_open, shown
from allcounsel.ui.case_model import CaseModel, belongs
from allcounsel.ui.look import Look
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card, Hairline, Scroll
from allcounsel.ui.parts.icons import Icon
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import Text
from allcounsel.ui.problem_words import problem_sentence
from allcounsel.ui.screen_words import ScreenWords

QUESTION_WIDTH = 320


class ReviewPage(Page):
    """``question_wanted``: the person wants to edit that answer."""

    question_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, look: Look, words: ScreenWords, model: CaseModel, flow: WizardFlow) -> None:
        super().__init__(look)
        self._words = words
        self._model = model
        self._flow = flow
        said = self.tr(
            "Open answers first. **Not known** is a full answer: it never counts as normal or as no."
        )
        self.head(self.tr("Review"), said)
        card = Card(look, padding=(1, 1))
        self._card = card
        self.column.addWidget(card, 1)
        self._scroll: Scroll | None = None
        self.first: Button | None = None
        model.changed.connect(self._on_change)

    def main_action(self) -> Action | None:
        return Action("show-result", self.tr("Show result"), self._show_result, key=self.tr("Ctrl+Enter"))

    def _show_result(self) -> None:
        self.page_wanted.emit("result")

    def enter(self) -> None:
        self._rebuild()
        self._focus_first()

    def _focus_first(self) -> None:
        if self.first is not None:
            self.first.setFocus()

    def _on_change(self) -> None:
        if self.isVisible():
            self._rebuild()

    # ---- building
    def _rebuild(self) -> None:
        focused = QApplication.focusWidget()
        inside_before = focused is not None and self.isAncestorOf(focused)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        self.first = None
        self._add_notices(column)
        for title, features in self._sections():
            if features:
                column.addWidget(self._heading(title, len(features)))
                for feature in features:
                    column.addWidget(Hairline(self.look))
                    column.addWidget(self._row(feature))
        column.addStretch(1)
        if self._scroll is not None:
            self._card.column.removeWidget(self._scroll)
            self._scroll.deleteLater()
        self._scroll = Scroll(inside)
        self._card.column.addWidget(self._scroll)
        self._scroll.show()
        if inside_before:
            self._focus_first()

    def _add_notices(self, column: QVBoxLayout) -> None:
        notices = [*self._problem_notices(), *map(self._confirm_notice, self._model.to_confirm)]
        if not notices:
            return
        box = QVBoxLayout()
        box.setContentsMargins(16, 14, 16, 2)
        box.setSpacing(8)
        for notice in notices:
            box.addWidget(notice)
        column.addLayout(box)

    def _problem_notices(self) -> Iterator[Notice]:
        for feature in self._features():
            for problem in self._model.problems_of(feature.id):
                notice = Notice(self.look, "stop")
                question = self._words.question(feature.id)
                notice.say(f"**{question}.** {problem_sentence(problem)}")
                go = notice.add_action(self.tr("Go to this question"))
                go.setAccessibleName(self.tr("Go to: {question}").format(question=question))
                self._leads_to(go, feature)
                yield notice

    def _confirm_notice(self, warning: Warned) -> Notice:
        notice = Notice(self.look, "check")
        question = self._words.question(self._model.question_at(warning.field))
        notice.say(f"**{question}.** {self._words.words.warning(warning.code)}")
        accept = notice.add_action(self.tr("It is right as entered"))
        accept.setAccessibleName(f"{accept.text()}: {question}")
        accept.clicked.connect(lambda: self._model.accept(warning))
        for feature in self._features():
            if belongs(warning.field, feature.id):
                edit = notice.add_action(self.tr("Edit"))
                edit.setAccessibleName(self._edit_words(feature))
                self._leads_to(edit, feature)
        return notice

    def _heading(self, title: str, count: int) -> QWidget:
        heading = Text(self.look, f"{title} ({count})", "caption_strong", "ink2")
        heading.setContentsMargins(20, 14, 20, 6)
        return heading

    def _row(self, feature: Feature) -> QWidget:
        row = QWidget()
        level = QHBoxLayout(row)
        level.setContentsMargins(20, 4, 16, 4)
        level.setSpacing(16)
        question = Text(self.look, self._words.question(feature.id), "strong")
        question.setFixedWidth(self.look.px(QUESTION_WIDTH if not self.look.stacked else 220))
        question.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        level.addWidget(question)
        answer = self._model.case.get(feature.id)
        icon = "clock" if said_open(feature, answer) else "question" if is_open(feature, answer) else "check"
        role = "accent" if icon == "check" else "ink2"
        level.addWidget(Icon(self.look, icon, 20, role))
        text = Text(self.look, self._answer_words(feature), "body", "ink" if icon == "check" else "ink2")
        text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        level.addWidget(text, 1)
        edit = Button(self.look, self.tr("Edit"), "quiet", small=True)
        edit.setAccessibleName(self._edit_words(feature))
        edit.setObjectName(f"edit-{feature.id}")
        self._leads_to(edit, feature)
        level.addWidget(edit)
        self.first = self.first or edit
        row.setMinimumHeight(self.look.px(44))
        return row

    def _edit_words(self, feature: Feature) -> str:
        return self.tr("Edit: {question}").format(question=self._words.question(feature.id))

    def _leads_to(self, button: Button, feature: Feature) -> None:
        button.clicked.connect(lambda: self.question_wanted.emit(feature.id))

    def _answer_words(self, feature: Feature) -> str:
        words = self._words.words.answer(feature.id, self._model.case.get(feature.id))
        due = self._model.case.expected.get(feature.id)
        if due is not None:
            words = self.tr("{answer}, about {day}").format(answer=words, day=self._words.words.day(due))
        return words

    # ---- what stands where
    def _features(self) -> list[Feature]:
        situation = self._model.case.situation
        return [
            feature
            for part in self._flow.all_parts(situation)
            for feature in part.features
            if shown(feature, self._model.case)
        ]

    def _sections(self) -> Iterator[tuple[str, list[Feature]]]:
        """What could change the result, awaited answers first; then the other awaited ones, and the rest."""
        decisive: list[Feature] = []
        others, answered, record = [], [], []
        changing = could_still_change(self._model.assessment)
        for feature in self._features():
            answer = self._model.case.get(feature.id)
            if feature.id == "date_of_birth":
                continue
            if feature.id in changing:
                decisive.append(feature)
            elif said_open(feature, answer):
                others.append(feature)
            elif is_open(feature, answer):
                record.append(feature)
            else:
                answered.append(feature)
        decisive.sort(key=lambda feature: not said_open(feature, self._model.case.get(feature.id)))
        yield self.tr("Still open, and could change the result"), decisive
        yield self.tr("Waiting for other results"), others
        yield self.tr("Answered"), answered
        yield self.tr("Not known, for the record only"), record
