"""How large the road is drawn: fitted to the page, or larger to show it from further away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button

FACTORS = (1.0, 1.25, 1.5, 2.0)
"""Times the width of the page; the first fits."""


class Zoom(QWidget):
    """Three buttons. ``changed``: draw anew."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._at = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.smaller = Button(look, "−", small=True)
        self.smaller.setAccessibleName(self.tr("Draw the road smaller"))
        self.larger = Button(look, "+", small=True)
        self.larger.setAccessibleName(self.tr("Draw the road larger"))
        self.fit = Button(look, self.tr("Fit"), small=True)
        self.smaller.clicked.connect(lambda: self._go(self._at - 1))
        self.larger.clicked.connect(lambda: self._go(self._at + 1))
        self.fit.clicked.connect(lambda: self._go(0))
        for button in (self.smaller, self.larger, self.fit):
            row.addWidget(button)
        self._show()

    @property
    def factor(self) -> float:
        """Times the width of the page."""
        return FACTORS[self._at]

    def _go(self, at: int) -> None:
        if 0 <= at < len(FACTORS) and at != self._at:
            self._at = at
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        percent = f"{self.factor:.0%}"
        self.fit.setAccessibleName(self.tr("Fit the road to the page; now {percent}").format(percent=percent))
