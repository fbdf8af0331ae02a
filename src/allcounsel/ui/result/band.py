"""The band with the group: shape, words, one sentence, and whose group it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.assessment import Assessment, Status
from allcounsel.domain.assessment import Notice as Warned
from allcounsel.services.still_open import READ_BY_PROTOCOL, could_move_group, could_still_change
from allcounsel.ui.group_line import computed_line, group_line
from allcounsel.ui.parts.bars import Tag
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.check_first import check_words
from allcounsel.ui.parts.icons import GroupMark
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import Text
from allcounsel.ui.wizard.fields.base import Tools

_SHAPE = 84


class Band(Card):
    """``team_wanted``: the person wants to record or change the team's decision.

    ``check_wanted``: to the question whose answer has to be checked first.
    """

    team_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.look, padding=(28, 18))
        self._tools = tools
        look = tools.look
        self.check = Notice(look, "check")
        self.check.hide()
        self._go = self.check.add_action("")
        self._go.clicked.connect(self.check_wanted)
        self.column.addWidget(self.check)
        level = self._level = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        level.setSpacing(28)
        self.column.addLayout(level)
        self.mark = GroupMark(look, _SHAPE)
        level.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        level.addLayout(middle, 1)
        middle.addStretch(1)
        self.title = Text(look, "", "group")
        middle.addWidget(self.title)
        self._tags = QHBoxLayout()
        self._tags.setSpacing(8)
        middle.addLayout(self._tags)
        self.sentence = Text(look, "", "lead")
        middle.addWidget(self.sentence)
        middle.addWidget(self._build_computed())
        middle.addStretch(1)
        level.addWidget(self._build_side(), 0, Qt.AlignmentFlag.AlignVCenter)

    def _build_computed(self) -> QWidget:
        """The published group, small, under the team's decision."""
        self.computed = QWidget()
        row = QHBoxLayout(self.computed)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        self._computed_mark = GroupMark(self._tools.look, 22)
        self._computed_words = Text(self._tools.look, "", "body")
        row.addWidget(self._computed_mark)
        row.addWidget(self._computed_words, 1)
        return self.computed

    def _build_side(self) -> QWidget:
        look = self._tools.look
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        self._whose = Text(look, "", "caption", "ink2")
        look.changed.connect(self._resize_side)
        self._resize_side()
        side.addWidget(self._whose)
        self.button = Button(look, self.tr("Record team decision…"), icon="pencil", small=True)
        self.button.clicked.connect(self.team_wanted)
        side.addWidget(self.button)
        return self._side

    def _resize_side(self) -> None:
        look = self._tools.look
        width = look.px(222)
        self._whose.setFixedWidth(width)
        self._whose.setMinimumHeight(max(self._whose.heightForWidth(width), 0))
        self._level.setDirection(
            QBoxLayout.Direction.TopToBottom if look.largest else QBoxLayout.Direction.LeftToRight
        )

    def show_assessment(self, assessment: Assessment) -> None:
        """Say it."""
        words = self._tools.words
        line = group_line(words, assessment)
        self.title.setText(line.text)
        self.mark.show_group(line.group, closed=line.closed)
        team = assessment.team_group is not None
        grouped = assessment.status is not Status.NOT_APPLICABLE  # after a relapse there are no groups
        out = assessment.status is Status.OUT_OF_SCOPE
        self.mark.setVisible(bool(line.group) or assessment.status is Status.NOT_ASSIGNED)
        self._side.setVisible(not out)
        self.sentence.setText(self._sentence(assessment))
        self.computed.setVisible(team and grouped)
        computed = computed_line(words, assessment)
        self._computed_mark.show_group(computed.group, closed=computed.closed)
        self._computed_words.setText(self.tr("By the published groups: {group}").format(group=computed.text))
        self._whose.setText(
            self.tr("Your team's decision always stands.")
            if team or not grouped
            else self.tr("By the published groups. Your team's own decision always stands.")
        )
        self._resize_side()
        self.button.reword(self.tr("Change team decision…") if team else self.tr("Record team decision…"))
        self._show_tags(assessment.special_groups)

    def show_to_check(self, waiting: Sequence[Warned], question: str) -> None:
        """Before the group: what has to be checked first. ``question``: the first one it is about."""
        self._go.reword(self.tr("Go to: {question}").format(question=question))
        why = [self._tools.words.words.warning(warned.code) for warned in waiting[:1]]
        self.check.say(" ".join([f"**{check_words(len(waiting))}.**", *why]) if why else "")

    def _show_tags(self, specials: tuple[str, ...]) -> None:
        while self._tags.count():
            item = self._tags.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for name in specials:
            self._tags.addWidget(Tag(self._tools.look, self._tools.words.words.special(name)))
        self._tags.addStretch(1)

    def _sentence(self, assessment: Assessment) -> str:
        match assessment.status:
            case Status.OUT_OF_SCOPE:
                return self.tr(
                    "This disease is treated in other ways than the ones described here. "
                    "No group is given and no handout is made. Your team's own plan stands."
                )
            case Status.NOT_APPLICABLE:
                return self.tr(
                    "The risk groups are for first treatment. After a relapse, place and time guide the team."
                )
            case Status.NOT_ASSIGNED:
                return self.tr("Too little is known for a group. That is common at the start.")
            case Status.FINAL:
                return self._final(assessment)
        return self._provisional(assessment)

    def _final(self, assessment: Assessment) -> str:
        count = len(could_still_change(assessment))
        if not count:
            return self.tr("Nothing that is still open can change this.")
        if count == 1:
            return self.tr("No open answer can change the group. One could still change the treatment.")
        words = self.tr("No open answer can change the group. {number} could still change the treatment.")
        return words.format(number=count)

    def _provisional(self, assessment: Assessment) -> str:
        """How many open answers could change the result, and how many of these, alone, the group."""
        count, moving = len(could_still_change(assessment)), len(could_move_group(assessment))
        group = self.tr("the published group") if assessment.team_group else self.tr("the group")
        if not moving:
            said = self._by_no_single_answer(assessment)
        elif count == 1:
            said = self.tr("One answer is still open that could change {group}, and with it the treatment.")
        elif moving == count:
            said = self.tr(
                "{number} answers are still open. Any one could change {group}, and with it the treatment."
            )
        elif moving == 1:
            said = self.tr("{number} answers are still open. One of them alone could change {group}.")
        else:
            said = self.tr("{number} answers are still open. Any one of {moving} alone could change {group}.")
        return said.format(number=count, moving=moving, group=group)

    def _by_no_single_answer(self, assessment: Assessment) -> str:
        if READ_BY_PROTOCOL.isdisjoint(assessment.flags):
            return self.tr("No open answer alone can change {group}. Several together could.")
        return self.tr(
            "How your protocol reads a result could change {group}. See the note below; no open answer does"
            " so alone."
        )
