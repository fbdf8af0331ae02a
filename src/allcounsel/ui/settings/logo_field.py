"""The clinic's picture for the head of each page: seen as it will be printed, chosen or removed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allcounsel.domain.clinic import Logo
from allcounsel.domain.errors import InputRefusedError
from allcounsel.services.clinic_logo import read_logo
from allcounsel.ui import dialogs
from allcounsel.ui.desk import Core
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.settings.clinic_words import problem_words

_WIDE, _HIGH, _AROUND = 128, 56, 6


class LogoField(QWidget):
    """``said``: why a file cannot be used, or nothing. The picture is kept when the page is saved."""

    said = Signal(str)

    def __init__(self, look: Look, core: Core) -> None:
        super().__init__()
        self._core = core
        self.logo: Logo | None = None
        level = QHBoxLayout(self)
        level.setContentsMargins(0, 0, 0, 0)
        level.setSpacing(12)
        self.picture = _OnPaper(look)
        self.choose = Button(look, self.tr("Choose a picture…"))
        self.remove = Button(look, self.tr("Remove the picture"), "quiet")
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        for widget in (self.picture, self.choose, self.remove):
            level.addWidget(widget)
        level.addStretch(1)
        self.show_logo(None)

    def show_logo(self, logo: Logo | None) -> None:
        """What is kept, or None."""
        self.logo = logo
        self.said.emit("")
        self.picture.show_image(QImage.fromData(logo.png) if logo else QImage())
        self.picture.setVisible(logo is not None)
        self.remove.setVisible(logo is not None)

    def _choose(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        path = dialogs.ask_open_path(self, self.tr("Choose the clinic's picture"), kinds)
        if not path:
            return
        try:
            self.show_logo(read_logo(path, self._core.read_file, self._core.writer))
        except InputRefusedError as error:
            self.said.emit(problem_words(error.problems)["logo"])

    def _remove(self) -> None:
        self.show_logo(None)
        self.choose.setFocus()


class _OnPaper(QWidget):
    """A picture on white, in its own proportions, whatever the colours of the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self.setAccessibleName(self.tr("The clinic's picture"))
        look.changed.connect(self._resize)
        self._resize()

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(area, "white")
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawRect(area)
        if not self._image.isNull():
            painter.drawImage(self._place(), self._image)

    def _place(self) -> QRectF:
        around, wide, high = self._look.px(_AROUND), self._image.width(), self._image.height()
        scale = min((self.width() - 2 * around) / wide, (self.height() - 2 * around) / high)
        place = QRectF(0, 0, wide * scale, high * scale)
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def _resize(self) -> None:
        self.setFixedSize(self._look.px(_WIDE), self._look.px(_HIGH))
