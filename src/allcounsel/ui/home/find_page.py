"""Find a child by the clinic's own id; go on with it, or save again exactly what the family was given."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.domain.errors import KnownError
from allcounsel.services.ports import CaseRecord, HandoutRecord
from allcounsel.ui import dialogs
from allcounsel.ui.desk import Desk
from allcounsel.ui.file_names import suggested_name
from allcounsel.ui.home.records import record_line, record_row
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.page import Action, Page
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card, Hairline, Scroll
from allcounsel.ui.parts.icons import GroupMark
from allcounsel.ui.parts.line import Line
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.row_button import RowButton
from allcounsel.ui.parts.words import Text
from allcounsel.ui.screen_words import ScreenWords
from allcounsel.ui.tongue import LANGUAGES

_MOST = 200
_PAUSE = 150


class FindPage(Page):
    """``case_wanted``: the id of the saved case to go on with."""

    case_wanted = Signal(str)

    def __init__(self, look: Look, words: ScreenWords, desk: Desk) -> None:
        super().__init__(look)
        self._words = words
        self._desk = desk
        self._chosen: CaseRecord | None = None
        self.rows: list[RowButton] = []
        self._records: tuple[CaseRecord, ...] = ()
        self.head(self.tr("Find a child"))
        columns = QHBoxLayout()
        columns.setSpacing(24)
        self.column.addLayout(columns, 1)
        columns.addWidget(self._build_list(), 58)
        self._detail = Card(look, padding=(20, 18))
        self._inside: QWidget | None = None
        columns.addWidget(self._detail, 42)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)

    def _build_list(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.text = Line(
            self.look, self.tr("Find a child by its id"), placeholder=self.tr("Id, or part of it")
        )
        self.text.setObjectName("find-text")
        self.text.textEdited.connect(self._on_typed)
        self.text.returnPressed.connect(self._first)
        column.addWidget(self.text)
        self.count = Text(self.look, "", "small", "ink2")
        column.addWidget(self.count)
        self._card = Card(self.look, padding=(1, 1))
        self._scroll: Scroll | None = None
        column.addWidget(self._card, 1)
        return left

    def _on_typed(self) -> None:
        self._pause.start()

    def main_action(self) -> Action | None:
        if self._chosen is None:
            return None
        label = self._chosen.label or self.tr("this child")
        text = self.tr("Go on with {label}").format(label=label)
        return Action("go-on", text, self._go_on, key=self.tr("Ctrl+Enter"))

    def enter(self) -> None:
        self.search()
        self.text.setFocus()
        self.text.selectAll()  # what is typed next takes the place of the search before

    # ---- searching
    def search(self) -> None:
        """Show what fits the text."""
        self._pause.stop()
        try:
            found = self._desk.library.find(self.text.text())
        except KnownError as error:
            self.count.setText(str(message_for(error)))
            found = ()
        else:
            self.count.setText(self._count_words(len(found)))
        self._records = found[:_MOST]
        self._show_rows()
        keep = self._chosen.id if self._chosen else ""
        self._choose(next((record for record in self._records if record.id == keep), None))

    def _count_words(self, count: int) -> str:
        if not count:
            typed = self.text.text().strip()
            return self.tr("No child has an id like this.") if typed else self.tr("Nothing here yet.")
        return self.tr("1 child") if count == 1 else self.tr("{count} children").format(count=count)

    def _show_rows(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)  # room for the focus ring
        column.setSpacing(0)
        self.rows = []
        for record in self._records:
            if self.rows:
                column.addWidget(Hairline(self.look))
            row = record_row(self.look, self._words, record)
            row.clicked.connect(lambda _checked=False, chosen=record: self._choose(chosen))
            self.rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        if self._scroll is not None:
            self._card.column.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = Scroll(inside)
        self._card.column.addWidget(self._scroll)
        self._scroll.show()

    def _first(self) -> None:
        self.search()
        if self.rows:
            self.rows[0].setFocus()
            self.rows[0].click()

    def _go_on(self) -> None:
        if self._chosen is not None:
            self.case_wanted.emit(self._chosen.id)

    # ---- one child
    def _choose(self, record: CaseRecord | None) -> None:
        self._chosen = record
        for row, each in zip(self.rows, self._records, strict=True):
            row.select(on=record is not None and each.id == record.id)
        self._show_detail(record)
        self.actions_changed.emit()

    def _show_detail(self, record: CaseRecord | None) -> None:
        if self._inside is not None:
            self._detail.column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if record is None:
            words = self.tr("Choose a child at the left to see its handouts.")
            column.addWidget(Text(self.look, words, "body", "ink2"))
        else:
            self._fill_detail(column, record)
        column.addStretch(1)
        self._detail.column.addWidget(self._inside)
        self._inside.show()

    def _fill_detail(self, column: QVBoxLayout, record: CaseRecord) -> None:
        column.addWidget(Text(self.look, record.label or self.tr("No id yet"), "h2"))
        line = record_line(self._words, record)
        level = QHBoxLayout()
        level.setSpacing(8)
        mark = GroupMark(self.look, 24)
        mark.show_group(line.group, closed=line.closed)
        level.addWidget(mark)
        level.addWidget(Text(self.look, line.text), 1)
        column.addLayout(level)
        column.addSpacing(8)
        column.addWidget(Text(self.look, self.tr("Handouts that were made"), "strong"))
        self.said = Notice(self.look, "know")
        self.fault = Notice(self.look, "stop")
        for notice in (self.said, self.fault):
            notice.hide()
        self._add_handouts(column, record)
        for notice in (self.said, self.fault):
            column.addWidget(notice)

    def _add_handouts(self, column: QVBoxLayout, record: CaseRecord) -> None:
        try:
            handouts = self._desk.library.handouts(record.id)
        except KnownError as error:
            column.addWidget(Text(self.look, str(message_for(error)), "body", "stop"))
            return
        if not handouts:
            words = self.tr("None yet. Go on with this child and make one.")
            column.addWidget(Text(self.look, words, "body", "ink2"))
        for handout in handouts:
            column.addWidget(self._handout_row(record, handout))

    def _handout_row(self, record: CaseRecord, handout: HandoutRecord) -> QWidget:
        row = QWidget()
        level = QHBoxLayout(row)
        level.setContentsMargins(0, 4, 0, 4)
        level.setSpacing(12)
        day = self._words.words.day(handout.made_at.date())
        time = f"{handout.made_at:%H:%M}"
        first = self.tr("{day}, {time}").format(day=day, time=time)
        languages = " + ".join(dict(LANGUAGES)[one] for one in handout.language.split("+"))
        second = self.tr("{pages} pages, {language}, checked by {name}").format(
            pages=handout.pages, language=languages, name=handout.confirmed_by
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self.look, first, "strong"))
        words.addWidget(Text(self.look, second, "small", "ink2"))
        level.addLayout(words, 1)
        button = Button(self.look, self.tr("Save again exactly…"), icon="copy", small=True)
        button.setObjectName(f"reprint-{handout.id}")
        button.setAccessibleName(self.tr("Save again exactly: {what}").format(what=f"{first}, {second}"))
        button.clicked.connect(lambda: self._reprint(record, handout))
        level.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _reprint(self, record: CaseRecord, handout: HandoutRecord) -> None:
        """The very bytes that the family was given."""
        name = suggested_name(record.label, handout.made_at.date(), "pdf", self.tr("handout"))
        path = dialogs.ask_save_path(self, self.tr("Save the handout"), name, self.tr("PDF (*.pdf)"))
        if not path:
            return
        path = path if path.lower().endswith(".pdf") else f"{path}.pdf"
        try:
            self._desk.core.files.write(path, self._desk.library.reprint(handout.id))
        except KnownError as error:
            self.said.hide()
            self.fault.say(str(message_for(error)))
        else:
            self.fault.hide()
            self.said.say(self.tr("Saved, the same pages as then: {path}").format(path=path))
