"""Everything without a child: home, find, the clinic, inside the same bars as a consultation."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from allcounsel.domain.errors import KnownError
from allcounsel.ui import tab_order
from allcounsel.ui.desk import Desk
from allcounsel.ui.help.page import HelpPage
from allcounsel.ui.home.find_page import FindPage
from allcounsel.ui.home.home_page import HomePage
from allcounsel.ui.home.records import record_row
from allcounsel.ui.look import Look
from allcounsel.ui.messages import message_for
from allcounsel.ui.page import Page
from allcounsel.ui.parts.row_button import RowButton
from allcounsel.ui.screen_words import ScreenWords
from allcounsel.ui.settings.clinic_page import ClinicPage
from allcounsel.ui.settings.preferences import Preferences
from allcounsel.ui.settings.window_page import WindowPage
from allcounsel.ui.shell.bottom_bar import BottomBar
from allcounsel.ui.shell.identity_bar import IdentityBar
from allcounsel.ui.shell.review_banner import ReviewBanner

_RECENT = 30
AnyPage = TypeVar("AnyPage", bound=Page)


class Desktop(tab_order.ReadingOrder):
    """``back_wanted``: leave the clinic's page the way one came."""

    new_wanted = Signal()
    case_wanted = Signal(str)
    practice_wanted = Signal(str)
    back_wanted = Signal()
    draft_decided = Signal(str)

    def __init__(self, look: Look, desk: Desk, preferences: Preferences) -> None:
        super().__init__()
        self._look = look
        self._desk = desk
        self._words = ScreenWords(desk.core.words, desk.core.release)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = IdentityBar(look, self._words, desk.core.release.info, practice=desk.practice)
        column.addWidget(self.bar)
        self.review = ReviewBanner(look, desk.core.words)
        column.addWidget(self.review)
        self.stack = QStackedWidget()
        self.stack.setProperty(tab_order.ONE, True)
        column.addWidget(self.stack, 1)
        self.bottom = BottomBar(look)
        self.bottom.help.hide()
        column.addWidget(self.bottom)
        self._preferences = preferences
        self.home = self._kept(HomePage(look, self._words, desk))
        self._connect()

    def _kept(self, page: AnyPage) -> AnyPage:
        self.stack.addWidget(page)
        page.actions_changed.connect(self._show_actions)
        return page

    # Pages behind the doors are built when they are first opened: the window is there sooner.
    @cached_property
    def find_page(self) -> FindPage:
        """Where a child is looked for."""
        page = self._kept(FindPage(self._look, self._words, self._desk))
        page.case_wanted.connect(self.case_wanted)
        return page

    @cached_property
    def clinic(self) -> ClinicPage:
        """The clinic's own block."""
        return self._kept(ClinicPage(self._look, self._desk))

    @cached_property
    def settings(self) -> WindowPage:
        """The window on this laptop."""
        return self._kept(WindowPage(self._look, self._preferences))

    @cached_property
    def help(self) -> HelpPage:
        """The screens and the keys."""
        return self._kept(HelpPage(self._look))

    def _connect(self) -> None:
        self.bar.home_wanted.connect(self.show_home)
        self.bottom.back_wanted.connect(self.back_wanted)
        self.home.new_wanted.connect(self.new_wanted)
        self.home.find_wanted.connect(self.show_find)
        self.home.clinic_wanted.connect(self.show_clinic)
        self.home.practice_wanted.connect(self.practice_wanted)
        self.home.draft_decided.connect(self.draft_decided)
        self.home.settings_wanted.connect(self.show_settings)
        self.home.help_wanted.connect(self.show_help)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press_main)
        for key, wanted in (("Alt+Left", self.back_wanted), ("F1", self.home.help_wanted)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wanted)

    def show_home(self) -> None:
        """The doors."""
        self.home.show_recent(self._recent_rows())
        self._show(self.home, self.tr("Home"))

    def show_find(self) -> None:
        """Find a child."""
        self._show(self.find_page, self.tr("Find"))

    def show_clinic(self) -> None:
        """The clinic's own block."""
        self._show(self.clinic, self.tr("The clinic"))

    def show_settings(self) -> None:
        """The window on this laptop."""
        self._show(self.settings, self.tr("Settings"))

    def show_help(self) -> None:
        """The screens and the keys."""
        self._show(self.help, self.tr("Help"))

    def say(self, words: str) -> None:
        """Something that went wrong, on the page that is shown."""
        self.show_home()
        self.home.fault.say(words)

    def _show(self, page: Page, title: str) -> None:
        self.bar.home.setVisible(page is not self.home)
        self.bar.show_none(title)
        self.review.follow(self._desk.core.clock.today())
        self.bottom.back.setVisible(page is not self.home)
        self.home.fault.hide()
        self.stack.setCurrentWidget(page)
        self._show_actions()
        page.enter()

    def _show_actions(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            self.bottom.show_actions(page.extra_actions(), page.main_action())

    def _press_main(self) -> None:
        page = self.stack.currentWidget()
        action = page.main_action() if isinstance(page, Page) else None
        if action is not None:
            action.run()

    def _recent_rows(self) -> list[RowButton]:
        try:
            records = self._desk.library.find()
        except KnownError as error:
            self.home.fault.say(str(message_for(error)))
            return []
        rows = []
        for record in records[:_RECENT]:
            row = record_row(self._look, self._words, record)
            row.clicked.connect(lambda _checked=False, wanted=record.id: self.case_wanted.emit(wanted))
            rows.append(row)
        return rows
