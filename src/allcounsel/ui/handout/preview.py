"""The pages of the real PDF as pictures, one at a time, on a sunk ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allcounsel.ui.look import Look
from allcounsel.ui.paint import rounded
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.words import Text

_MARGIN = 16


class PagePreview(QWidget):
    """Shows pages, or a sentence while there are none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 12)
        column.setSpacing(12)
        self.sheet = _Sheet(look)
        column.addWidget(self.sheet, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.back = Button(look, "", icon="back", small=True)
        self.back.setAccessibleName(self.tr("Page before"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forward = Button(look, "", icon="forward", small=True)
        self.forward.setAccessibleName(self.tr("Next page"))
        self.forward.clicked.connect(lambda: self._turn(1))
        self.where = Text(look, "", "body").on_one_line()
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.back, self.where, self.forward):
            foot.addWidget(widget)
        foot.addStretch(1)
        column.addLayout(foot)
        self._pages: list[QImage] = []
        self._number = 0
        self._tell()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """New pages; the number of the page that is looked at stays."""
        self._pages = [QImage.fromData(page) for page in pages]
        self._number = max(0, min(self._number, len(self._pages) - 1))
        self._tell()

    def say(self, words: str) -> None:
        """A sentence instead of, or over, the pages."""
        self.sheet.say(words)

    def _turn(self, step: int) -> None:
        self._number = max(0, min(self._number + step, len(self._pages) - 1))
        self._tell()

    def _tell(self) -> None:
        count = len(self._pages)
        page = self._pages[self._number] if count else None
        text = (
            self.tr("Page {number} of {count}").format(number=self._number + 1, count=count) if count else ""
        )
        self.where.setText(text)
        for button in (self.back, self.forward):
            button.setVisible(count > 1)
        self.sheet.show_page(page, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(rounded(QRectF(self.rect()), 10), self._look.colour("sunk"))


class _Sheet(QWidget):
    """One page, as large as there is room, always with its own proportions."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: QImage | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(380, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 260)

    def show_page(self, page: QImage | None, name: str) -> None:
        """Another page."""
        self._page = page
        self.setAccessibleName(name)
        self.update()

    def say(self, words: str) -> None:
        """A sentence; empty takes it away."""
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._page is not None and not self._page.isNull():
            self._paint_page(painter, self._page)
        if self._words:
            self._paint_words(painter)

    def _paint_page(self, painter: QPainter, page: QImage) -> None:
        ratio = self.devicePixelRatioF()
        size = page.size().scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        scaled = page.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        width, height = size.width() / ratio, size.height() / ratio
        x, y = round((self.width() - width) / 2), 0
        painter.drawImage(x, y, scaled)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawRect(QRectF(x + 0.5, y + 0.5, width - 1, height - 1))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(self._look.font("body"))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        inside = self.rect().adjusted(24, 24, -24, -24)
        box = painter.boundingRect(inside, flags, self._words).adjusted(-16, -10, 16, 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(rounded(QRectF(box), 6), self._look.colour("surface"))
        painter.setPen(QPen(self._look.colour("ink")))
        painter.drawText(inside, flags, self._words)
