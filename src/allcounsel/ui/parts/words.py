"""Words on the window in the text styles of the look."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from allcounsel.services.dates import NO_BREAK
from allcounsel.services.words import THIN_SPACE
from allcounsel.ui.look import Look


class Text(QLabel):
    """One piece of text in one style and colour role; it wraps before it is ever cut."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        role: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)
        self._restyle()
        look.changed.connect(self._restyle)

    def on_one_line(self) -> Text:
        """Short labels that must never break; returns itself."""
        self.setWordWrap(False)
        return self

    def say(self, text: str) -> None:
        """New words; an empty text takes no room."""
        self.setText(text)
        show_if(self, wanted=bool(text))

    def restyle(self, *, style: str | None = None, role: str | None = None) -> None:
        """Another text style or colour role."""
        self._style = style or self._style
        self._role = role or self._role
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._style))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._role))
        palette.setColor(QPalette.ColorRole.Link, self._look.colour("accent"))
        self.setPalette(palette)
        self.updateGeometry()


class Marked(Text):
    """Text in which ``**marked**`` words are strong."""

    def text_without_marks(self) -> str:
        """The words alone."""
        return self._plain

    def setText(self, text: str) -> None:
        """Everything but the marks is shown as typed."""
        self._plain = text.replace("**", "")
        self.setTextFormat(Qt.TextFormat.RichText)
        super().setText(strong_html(text))


def show_if(widget: QWidget, *, wanted: bool) -> None:
    """Show or hide; a widget without a parent is left alone, for showing it would open a window."""
    if not wanted:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()


def strong_html(text: str) -> str:
    """``a **b** c`` as rich text, everything else escaped.

    Qt reads a thin space there as one that may end a line: half a number would read like another.
    """
    parts = escape(text, quote=False).replace("\n", "<br>").replace(THIN_SPACE, NO_BREAK).split("**")
    pieces = [
        f'<span style="font-weight:600">{part}</span>' if i % 2 else part for i, part in enumerate(parts)
    ]
    return "".join(pieces)
