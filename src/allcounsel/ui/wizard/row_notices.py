"""What is wrong or odd about one answer, beside its field: must be put right, please check, to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.notice import Notice


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence; ``kind``: stop, check or know. ``action``: a verb, and what it does; ``about``: to which
    answer, for those who hear the verb alone.
    """

    kind: str
    text: str
    action: str = ""
    run: Callable[[], None] | None = None
    about: str = ""


class RowNotices(QWidget):
    """The remarks at one question; those that stay are not built anew, so nothing is read out twice."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: dict[tuple[str, str, str], Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is said now."""
        return tuple(text for _, text, _ in self._shown)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say exactly these."""
        wanted = {(remark.kind, remark.text, remark.action): remark for remark in remarks}
        for key in [key for key in self._shown if key not in wanted]:
            notice = self._shown.pop(key)
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        for key, remark in wanted.items():
            if key not in self._shown:
                self._shown[key] = self._build(remark)
        self.setVisible(bool(self._shown))

    def first_button(self) -> QWidget:
        """Where the first thing can be done; the list itself when there is nothing to press."""
        return next(iter(self.findChildren(Button)), self)

    def _build(self, remark: Remark) -> Notice:
        notice = Notice(self._look, remark.kind)
        self._column.addWidget(notice)
        notice.say(remark.text)
        if remark.run is not None:
            button = notice.add_action(remark.action)
            button.clicked.connect(remark.run)
            if remark.about:
                button.setAccessibleName(f"{remark.action}: {remark.about}")
        return notice
