"""Who the paper comes from and whom the family calls; where something is missing, the way to put it in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from allcounsel.services.clinic_file import ReadClinic
from allcounsel.ui.clinic_block import threshold_words
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.card import Card
from allcounsel.ui.parts.words import Text


class ClinicCard(Card):
    """``settings_wanted``: the person wants to change the clinic's block."""

    settings_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.column.setSpacing(4)
        self.title = Text(look, "", "strong")
        self.column.addWidget(self.title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        names = (self.tr("Phone, day"), self.tr("Phone, night"), self.tr("Call at"))
        self._values = [Text(look, "", "small_strong") for _ in names]
        self._names = [Text(look, name, "small", "ink2").on_one_line() for name in names]
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        self.column.addLayout(grid)
        self.problem = Text(look, "", "small")
        self.column.addWidget(self.problem)
        self.button = Button(look, self.tr("The clinic's page"), "link")
        self.button.clicked.connect(self.settings_wanted)
        self.column.addWidget(self.button)

    def show_clinic(self, read: ReadClinic) -> None:
        """The clinic as it will be printed, or what is missing."""
        clinic = read.clinic
        for widget in (*self._names, *self._values):
            widget.setVisible(clinic is not None)
        self.problem.setVisible(clinic is None)
        if clinic is None:
            self.title.setText(self.tr("The clinic is not set up yet"))
            self.problem.setText(
                self.tr("Without phone numbers and the clinic's own fever threshold nothing is saved.")
            )
            return
        self.title.setText(self.tr("From {clinic}").format(clinic=clinic.name))
        call_at = self.tr("{threshold} or more").format(threshold=threshold_words(clinic))
        for value, words in zip(
            self._values, (clinic.phone, clinic.out_of_hours_phone, call_at), strict=True
        ):
            value.setText(words)
