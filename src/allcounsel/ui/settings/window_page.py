"""The settings of the window on this laptop: colours, size of the words, own impression first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allcounsel.ui.look import SCALES, Look
from allcounsel.ui.page import Page
from allcounsel.ui.parts.card import Card, Scroll
from allcounsel.ui.parts.check import Check
from allcounsel.ui.parts.segments import Segments
from allcounsel.ui.parts.words import Text
from allcounsel.ui.settings.preferences import Preferences


class WindowPage(Page):
    """Each choice holds at once; nothing has to be saved."""

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__(look)
        self._preferences = preferences
        self.head(self.tr("Settings"), self.tr("They hold at once, on this laptop only."))
        inside = QWidget()
        self._form = QVBoxLayout(inside)
        self._form.setContentsMargins(24, 18, 24, 18)
        self._form.setSpacing(10)
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

    def _choice(self, name: str, options: tuple[tuple[str, str], ...]) -> Segments:
        self._form.addWidget(Text(self.look, name, "strong"))
        segments = Segments(self.look, options, name)
        segments.name_cells(name)
        self._form.addWidget(segments)
        return segments

    def _show(self) -> None:
        self.schemes.show_values(self._preferences.scheme)
        self.scales.show_values(str(self.look.scale))

    def enter(self) -> None:
        self._show()
        self.impression.setChecked(self._preferences.own_impression)
        next(cell for cell in self.schemes.cells if cell.isChecked()).setFocus()
