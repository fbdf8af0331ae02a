"""The lock of an open program (F12, or nobody there): a curtain over everything, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QToolTip, QWidget

from allcounsel.services.ports import Clock, Vault
from allcounsel.ui.gate.idle import IdleWatch
from allcounsel.ui.gate.sheet import GateSheet
from allcounsel.ui.gate.unlock import UnlockSheet
from allcounsel.ui.look import Look
from allcounsel.ui.parts.button import Button
from allcounsel.ui.parts.notice import Notice
from allcounsel.ui.tasks import TaskRunner


class OpenSheet(GateSheet):
    """The curtain of a store without a passphrase: whoever comes back goes on."""

    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("Locked"),
            self.tr("In practice no passphrase is needed: the children are invented."),
        )
        self.go = Button(look, self.tr("Go on"), "main")
        self.go.clicked.connect(self.opened)
        self.body.addWidget(self.go)

    def enter(self) -> None:
        self.go.setFocus()


class Locker(QObject):
    """``locking``: put away what others could read."""

    locking = Signal()

    def __init__(
        self,
        window: QMainWindow,
        sheets: QStackedWidget,
        look: Look,
        vault: Vault | None,
        runner: TaskRunner,
        clock: Clock,
    ) -> None:
        super().__init__(window)
        self._sheets = sheets
        self._look = look
        self._vault = vault
        self._runner = runner
        self._curtain: GateSheet | None = None
        self._behind: QWidget | None = None
        self._focused: QWidget | None = None
        self.idle = IdleWatch(clock, self)
        self.idle.idle.connect(self.lock)
        self.notice = Notice(look, "check")
        self.notice.hide()
        self.idle.soon.connect(self._tell)

    @property
    def is_locked(self) -> bool:
        """Whether the curtain is down."""
        return self._curtain is not None

    @property
    def curtain(self) -> GateSheet | None:
        """What lies over everything."""
        return self._curtain

    def keep_time(self, minutes: int) -> None:
        """Lock when nobody was there for so long; in practice never."""
        self.idle.allow(None if self._vault is None else minutes)

    def lock(self) -> None:
        """At once."""
        self._tell(soon=False)
        if self._curtain is not None:
            return
        behind, focused = self._sheets.currentWidget(), QApplication.focusWidget()
        self._behind = behind
        here = behind is not None and focused is not None and behind.isAncestorOf(focused)
        self._focused = focused if here else None
        self.locking.emit()
        _put_away_what_floats()
        curtain = self._curtain = self._made()
        self._sheets.addWidget(curtain)
        self._sheets.setCurrentWidget(curtain)
        curtain.enter()

    def refuse_to_close(self) -> None:
        """Something is half written behind the curtain, and closing would lose it."""
        if self._curtain is not None:
            words = self.tr("Something is half written. Open this first, then close the program.")
            self._curtain.note.setText(words)

    def _made(self) -> GateSheet:
        if self._vault is None:
            practice = OpenSheet(self._look)
            practice.opened.connect(self._unlock)
            return practice
        unlock = UnlockSheet(self._look, self._vault, self._runner)
        unlock.unlocked.connect(lambda _key: self._unlock())
        return unlock

    def _unlock(self) -> None:
        curtain, self._curtain = self._curtain, None
        if curtain is None:
            return
        if self._behind is not None:
            self._sheets.setCurrentWidget(self._behind)
        self._sheets.removeWidget(curtain)
        curtain.hide()
        curtain.deleteLater()
        self.idle.begin_anew()
        if self._focused is not None and self._focused.isVisible():
            self._focused.setFocus()
        self._focused = self._behind = None

    def _tell(self, soon: bool) -> None:  # noqa: FBT001 - as the signal has it
        words = self.tr("Nobody was here for a while: this locks in 30 seconds. Any key keeps it open.")
        self.notice.say(words if soon and not self.is_locked else "")


def _put_away_what_floats() -> None:
    """Dialogs, menus and tips are windows of their own, and a copied text is everybody's."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and window.isVisible():
            window.reject()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QToolTip.hideText()
    QGuiApplication.clipboard().clear()
