"""Notices that nobody is at the laptop. It hears of windows only, so that a key costs nothing to speak of."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from allcounsel.services.ports import Clock

NOTICE = timedelta(seconds=30)
"""So long before the end a person is told, and any key or movement begins the time anew."""
_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_TICK = 1000


class IdleWatch(QObject):
    """``soon``: the end is near (true), or a person came back (false). ``idle``: the time is over."""

    soon = Signal(bool)
    idle = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit: timedelta | None = None
        self._last = clock.now()
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def allow(self, minutes: int | None) -> None:
        """How long nobody may touch anything; ``None``: for ever."""
        self._limit = None if minutes is None else timedelta(minutes=minutes)
        self.begin_anew()
        if self._limit is None:
            self._timer.stop()
        else:
            self._timer.start()

    def begin_anew(self) -> None:
        """Somebody is here."""
        self._last = self._clock.now()
        if self._told:
            self._told = False
            self.soon.emit(False)

    def look(self) -> None:
        """How late it is; also after the laptop slept, when the clock has gone on without us."""
        if self._limit is None:
            return
        now: datetime = self._clock.now()
        self._last = min(self._last, now)  # the clock may have been put back
        passed = now - self._last
        if passed >= self._limit:
            self._told = False
            self._last = now
            self.idle.emit()
        elif passed >= self._limit - NOTICE and not self._told:
            self._told = True
            self.soon.emit(True)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LIFE:
            self.begin_anew()
        return False
