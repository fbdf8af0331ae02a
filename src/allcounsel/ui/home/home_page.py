"""Where the day begins: a new consultation, a child that was seen before, the clinic, and children to
practise with.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.vignette import PracticeChild
from allcounsel.services.ports import CaseRecord
from allcounsel.ui.clinic_block import clinic_of
from allcounsel.ui.desk import Desk
from allcounsel.ui.home.door import Door
from allcounsel.ui.look import Look
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.card import Card, Hairline, Scroll, Sheet
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.row_button import RowButton
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import ScreenWords


class HomePage(Page):
    """Doors above, lists below."""

    new_wanted = Signal()
    find_wanted = Signal()
    clinic_wanted = Signal()
    case_wanted = Signal(str)
    practice_wanted = Signal(str)
    draft_decided = Signal(str)
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look, words: ScreenWords, desk: Desk) -> None:
        super().__init__(look)
        self._words = words
        self._desk = desk
        self.column.setContentsMargins(18, 24, 18, 18)
        self.column.setSpacing(6)
        self.head(self.tr("Good to see you"), self._greeting())
        sheet = Sheet(look)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(12)
        column.addLayout(self._doors())
        self.fault = Notice(look, "stop")
        self.fault.hide()
        column.addWidget(self.fault)
        self.draft = self._build_draft()
        column.addWidget(self.draft)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lists.setSpacing(24)
        column.addLayout(self._lists, 1)
        self.column.addWidget(Scroll(sheet), 1)
        look.changed.connect(self._arrange)
        self._arrange()
        self._recent: QWidget | None = None
        if desk.practice:
            self._lists.addWidget(self._practice_list(), 1)

    def _build_draft(self) -> Notice:
        """What to do with the child that was open when the program ended."""
        notice = Notice(self.look, "check")
        notice.hide()
        names = {"restore": self.tr("Restore"), "clean": self.tr("Start clean"), "later": self.tr("Later")}
        self.draft_buttons = {}
        for name, words in names.items():
            self.draft_buttons[name] = notice.add_action(words)
            self.draft_buttons[name].clicked.connect(
                lambda _checked=False, what=name: self.draft_decided.emit(what)
            )
        return notice

    def ask_about(self, draft: CaseRecord | None) -> None:
        """Name the child that was left open; none: nothing is asked."""
        if draft is None:
            self.draft.say("")
            return
        name = draft.label or self.tr("a child without an id")
        words = self.tr(
            "The program ended while **{name}** was open, last saved {day} at {time}. Every answer is kept."
        )
        day = self._words.words.day(draft.saved_at.date())
        self.draft.say(words.format(name=name, day=day, time=f"{draft.saved_at:%H:%M}"))

    def _greeting(self) -> str:
        if self._desk.practice:
            return self.tr("Everything here is **practice**: invented children, and an invented clinic.")
        return self.tr("Children are kept on this laptop only. Nothing is sent anywhere.")

    def _arrange(self) -> None:
        """Doors and lists side by side where the words leave room."""
        under = self.look.largest
        direction = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        for row in (self._door_row, self._lists):
            row.setDirection(direction)
        for card in self.findChildren(Card):
            card.setMinimumHeight(self.look.px(200) if self.look.stacked else 0)

    def _doors(self) -> QBoxLayout:
        doors = self._door_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        doors.setSpacing(20)
        self.new = Door(
            self.look,
            "plus",
            self.tr("New consultation"),
            self.tr("Start with an empty page."),
            "Ctrl+N",
            main=True,
        )
        self.find_door = Door(
            self.look, "search", self.tr("Find a child"), self.tr("Go on, or print again."), "Ctrl+F"
        )
        self.clinic = Door(self.look, "settings", self.tr("The clinic"), "")
        self.new.clicked.connect(self.new_wanted)
        self.find_door.clicked.connect(self.find_wanted)
        self.clinic.clicked.connect(self.clinic_wanted)
        for door in (self.new, self.find_door, self.clinic):
            doors.addWidget(door, 1)
        return doors

    def _practice_list(self) -> QWidget:
        inside = QWidget()
        column = _list_column(inside)
        self.children_rows: list[RowButton] = []
        for child in self._desk.core.release.practice_children:
            if self.children_rows:
                column.addWidget(Hairline(self.look))
            row = self._child_row(child)
            self.children_rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        return _titled(self.look, self.tr("Children to practise with"), inside)

    def _child_row(self, child: PracticeChild) -> RowButton:
        row = RowButton(
            self.look, str(child.case.get("label", child.name)), self._words.words.practice(child)
        )
        row.setObjectName(f"practice-{child.name}")
        row.clicked.connect(lambda _checked=False, name=child.name: self.practice_wanted.emit(name))
        return row

    def extra_actions(self) -> tuple[Action, ...]:
        return (
            Action("settings", self.tr("Settings"), self.settings_wanted.emit, key=self.tr("Ctrl+,")),
            Action("help", self.tr("Help and keys"), self.help_wanted.emit, key="F1"),
        )

    def enter(self) -> None:
        (self.draft_buttons["restore"] if self.draft.text else self.new).setFocus()

    def show_recent(self, rows: list[RowButton]) -> None:
        """The children seen last; each row is connected by who made it."""
        if self._recent is not None:
            self._lists.removeWidget(self._recent)
            self._recent.hide()
            self._recent.deleteLater()
        inside = QWidget()
        column = _list_column(inside)
        for index, row in enumerate(rows):
            if index:
                column.addWidget(Hairline(self.look))
            column.addWidget(row)
        if not rows:
            nothing = Text(
                self.look, self.tr("Nothing here yet. Start with a new consultation."), "body", "ink2"
            )
            nothing.setContentsMargins(16, 14, 16, 14)
            column.addWidget(nothing)
        column.addStretch(1)
        self._recent = _titled(self.look, self.tr("Seen last"), inside)
        self._lists.insertWidget(0, self._recent, 1)
        self._recent.show()
        self._arrange()
        self._show_clinic()

    def _show_clinic(self) -> None:
        read = clinic_of(self._desk)
        if read.clinic is not None:
            self.clinic.reword(read.clinic.name)
        else:
            self.clinic.reword(self.tr("Phone numbers and fever threshold are missing. Add them first."))


def _list_column(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(8, 8, 8, 8)  # room for the focus ring
    column.setSpacing(0)
    return column


def _titled(look: Look, title: str, inside: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    column.addWidget(Text(look, title, "h2"))
    card = Card(look, padding=(1, 1))
    card.column.addWidget(Scroll(inside))
    column.addWidget(card, 1)
    return box
