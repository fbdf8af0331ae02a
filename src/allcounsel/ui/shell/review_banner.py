"""Under the bar of every page, once the content is past its review date; in the way of nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.domain.currency import Review
from allcounsel.services.currency import review_words
from allcounsel.services.words import Words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.parts.words import show_if

_KINDS = {Review.PAST: "check", Review.LONG_PAST: "stop"}


class ReviewBanner(QWidget):
    """To check while the content is past its review date, must be put right once it is long past."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._words = words
        self.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 0)
        self.notices = {state: Notice(look, kind) for state, kind in _KINDS.items()}
        for notice in self.notices.values():
            # Tab comes here, so that whoever cannot see the colour hears the words.
            notice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            notice.hide()
            column.addWidget(notice)

    def follow(self, today: date) -> None:
        """Say what is true on this day; a window may stay open over the date."""
        state, said = review_words(self._words, today)
        for own, notice in self.notices.items():
            notice.say(said if own is state else "")
            notice.setAccessibleName(notice.text.replace("**", ""))
        show_if(self, wanted=bool(said))
