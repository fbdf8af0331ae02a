"""The settings of the window on this laptop: language, colours, size of the words, own impression first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.ui.look import SCALES, Look
from allcounsel.ui.page import Page
from allcounsel.ui.parts.card import Card, Scroll
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.settings.preferences import LOCK_MINUTES, Preferences
from allcounsel.ui.tongue import LANGUAGES


class WindowPage(Page):
    """Each choice holds at once; nothing has to be saved.

    Only the language waits while a child is open: what is half written there stays as it is.
    """

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__(look)
        self._preferences = preferences
        self.head(self.tr("Settings"), self.tr("They hold at once, on this laptop only."))
        inside = QWidget()
        self._form = QVBoxLayout(inside)
        self._form.setContentsMargins(24, 18, 24, 18)
        self._form.setSpacing(10)
        self._offer_languages()
        schemes = (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high_contrast", self.tr("High contrast")),
        )
        self.schemes = self._choice(self.tr("Colours"), schemes)
        self.schemes.picked.connect(lambda: preferences.choose_scheme(self.schemes.value))
        scales = tuple((str(scale), f"{scale:.0%}") for scale in SCALES)
        self.scales = self._choice(self.tr("Size of the words"), scales)
        self.scales.picked.connect(lambda: look.use(scale=float(self.scales.value)))
        minutes = tuple((str(each), self.tr("{count} min").format(count=each)) for each in LOCK_MINUTES)
        self.lock_after = self._choice(self.tr("Lock when nobody was here for"), minutes)
        self.lock_after.picked.connect(lambda: preferences.choose_lock_minutes(int(self.lock_after.value)))
        self.impression = Check(
            look,
            self.tr("Your own impression first"),
            self.tr("Before a result is shown, you say which group you expect. It is not kept."),
        )
        self.impression.toggled.connect(lambda on: preferences.choose_own_impression(wanted=on))
        self._form.addSpacing(8)
        self._form.addWidget(self.impression)
        self._form.addStretch(1)
        card = Card(look, padding=(1, 1))
        card.column.addWidget(Scroll(inside))
        self.column.addWidget(card, 1)
        look.changed.connect(self._show)
        self._show()

    def _offer_languages(self) -> None:
        names = tuple(language for language in LANGUAGES if language[0] in self._preferences.languages)
        self.languages = self._choice(self.tr("Language of the program"), names)
        self.languages.picked.connect(lambda: self._preferences.choose_language(self.languages.value))
        self.language_note = Text(self.look, "", "small", "ink2")
        self.language_note.hide()
        self._form.addWidget(self.language_note)

    def say_language(self, *, waits: bool) -> None:
        """Whether the language that was chosen waits for a child to be closed."""
        words = self.tr("The language changes when you leave the child that is open.")
        self.language_note.say(words if waits else "")

    def focus_language(self) -> None:
        """Where one was when the page was built anew in another language."""
        next(cell for cell in self.languages.cells if cell.isChecked()).setFocus()

    def _choice(self, name: str, options: tuple[tuple[str, str], ...]) -> Segments:
        self._form.addWidget(Text(self.look, name, "strong"))
        segments = Segments(self.look, options, name)
        segments.name_cells(name)
        self._form.addWidget(segments)
        return segments

    def _show(self) -> None:
        self.schemes.show_values(self._preferences.scheme)
        self.languages.show_values(self._preferences.language)
        self.scales.show_values(str(self.look.scale))
        self.lock_after.show_values(str(self._preferences.lock_minutes))

    def enter(self) -> None:
        self._show()
        self.impression.setChecked(self._preferences.own_impression)
        self.focus_language()
