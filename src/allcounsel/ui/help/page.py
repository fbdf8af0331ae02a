"""Help and keys: what each screen is for in a sentence or two, and every key of the program."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.page import Page
from allcounsel.ui.parts.card import Card, Scroll, Sheet
from allcounsel.ui.parts.words import Marked, Text

_KEY = 190
_TALL = 420
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class HelpPage(Page):
    """Two lists; Tab reaches each, arrow keys scroll it, and its name says it all."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.head(
            self.tr("Help and keys"),
            self.tr("**F1** at a question opens its own help: what it means, and why it is asked."),
        )
        sheet = Sheet(look)
        self._columns = QBoxLayout(_ACROSS, sheet)
        self._columns.setContentsMargins(6, 6, 6, 6)
        self._columns.setSpacing(24)
        self.screens = self._list(self.tr("The screens"), [self._told(*each) for each in self._screens()])
        self.keys = self._list(self.tr("Keys"), [self._key(*each) for each in self.all_keys()])
        self.column.addWidget(Scroll(sheet), 1)
        look.changed.connect(self._arrange)
        self._arrange()

    def enter(self) -> None:
        self.screens.setFocus()

    def _arrange(self) -> None:
        self._columns.setDirection(_DOWN if self.look.stacked else _ACROSS)
        for area in (self.screens, self.keys):
            area.setMinimumHeight(self.look.px(_TALL) if self.look.stacked else 0)

    def _list(self, title: str, rows: Iterable[tuple[QWidget, str]]) -> Scroll:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self.look, title, "h2"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(18, 12, 18, 12)
        lines.setSpacing(10)
        spoken = []
        for row, said in rows:
            lines.addWidget(row)
            spoken.append(said)
        lines.addStretch(1)
        area = Scroll(inside, f"{title}. {' '.join(spoken)}".replace("**", ""))
        card = Card(self.look, padding=(1, 1))
        card.column.addWidget(area)
        column.addWidget(card, 1)
        self._columns.addWidget(box, 1)
        return area

    def _told(self, name: str, words: str) -> tuple[QWidget, str]:
        return Marked(self.look, f"**{name}.** {words}", "body"), f"{name}. {words}"

    def _key(self, key: str, words: str) -> tuple[QWidget, str]:
        row = QWidget()
        level = QHBoxLayout(row)
        level.setContentsMargins(0, 0, 0, 0)
        level.setSpacing(12)
        name = Text(self.look, key, "strong")
        name.setFixedWidth(self.look.px(_KEY))
        level.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        level.addWidget(Text(self.look, words, "body"), 1)
        return row, f"{key}: {words}."

    def _screens(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Facts"),
                self.tr(
                    "Every question can stay open: **Waiting** and **Not known** are full answers, and"
                    " neither counts as no. Each answer is kept at once."
                ),
            ),
            (self.tr("Review"), self.tr("All answers in one list, the open ones first.")),
            (
                self.tr("Result"),
                self.tr(
                    "The published group with its reasons, and what could still change it. Your team's"
                    " decision stands above it."
                ),
            ),
            (
                self.tr("What if"),
                self.tr("Open results tried out. Nothing of it is saved, printed, or taken for the child."),
            ),
            (self.tr("Pathway"), self.tr("The order of the steps, without dates, and where the child is.")),
            (
                self.tr("Family view"),
                self.tr(
                    "A second window to look at together: the sentences of the paper, one idea at a time,"
                    " and nothing that says which child it is."
                ),
            ),
            (
                self.tr("Handout"),
                self.tr("The real pages. Choose the cards, the language and the size, and check the child."),
            ),
            (
                self.tr("Published schemes"),
                self.tr("Other published groups to compare with, and where the sources disagree."),
            ),
        )

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Each key with what it does; a test presses every one of them."""
        return (
            ("Ctrl+N", self.tr("New consultation")),
            ("Ctrl+F", self.tr("Find a child")),
            ("Ctrl+Enter", self.tr("The main button of the page")),
            ("Alt+←, Alt+→", self.tr("The page before, the page after")),
            ("Ctrl+1 … Ctrl+9", self.tr("To a step")),
            ("Ctrl+R", self.tr("Review")),
            ("Ctrl+T", self.tr("Published schemes")),
            ("Ctrl+E", self.tr("Save the handout as PDF")),
            ("Ctrl+P", self.tr("Print the handout")),
            ("Ctrl+Z", self.tr("Take back the last step")),
            ("Ctrl+Y", self.tr("Do it again")),
            ("F1", self.tr("Help")),
            ("F2", self.tr("Open or close the sources")),
            ("F5", self.tr("Family view: open or close")),
            ("F6", self.tr("What if")),
            ("F12", self.tr("Lock")),
            ("U, P", self.tr("At an answer that is picked: not known, waiting")),
            ("Ctrl+=, Ctrl+-", self.tr("Larger words, smaller words")),
            ("Ctrl+,", self.tr("Settings")),
            ("Ctrl+/", self.tr("This page")),
            ("Ctrl+Q", self.tr("Close the program")),
            (self.tr("In the family view"), ""),
            ("→, Space", self.tr("The next idea, or the next sentence")),
            ("←", self.tr("The one before")),
            ("B", self.tr("Blank at once, and back")),
            ("L", self.tr("The other language")),
            ("I", self.tr("One sentence at a time in two languages, for an interpreter")),
            ("D", self.tr("Dark or light")),
            ("Esc", self.tr("Close it")),
        )
