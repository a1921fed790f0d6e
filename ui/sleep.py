"""Sleep and screen lock, as the system reports them, so that the vault locks first."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)

from ui import system

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

LOGIND = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
SCREEN_SAVERS = {
    "org.freedesktop.ScreenSaver": ("/ScreenSaver", "/org/freedesktop/ScreenSaver"),
    "org.gnome.ScreenSaver": ("/org/gnome/ScreenSaver",),
    "org.cinnamon.ScreenSaver": ("/org/cinnamon/ScreenSaver",),
    "org.mate.ScreenSaver": ("/org/mate/ScreenSaver",),
    "org.xfce.ScreenSaver": ("/org/xfce/ScreenSaver",),
}
SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"


class Sign(StrEnum):
    """What the system reports."""

    SLEEP = "sleep"
    SCREEN = "screen"


class SleepWatch(QObject):
    """leaving: the machine is about to sleep, or the screen was locked.

    signs: what is watched; empty if the system reports nothing, and then only the clocks notice the waking up
    (see `idle`).
    """

    leaving = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.signs: set[Sign] = set()
        self._inhibitor: object = None
        self._connections: list[str] = []
        self._filter: _WindowsFilter | None = None

    def listen(self, window: int) -> None:
        """Begin to listen. window: the native handle of the main window; Windows tells it to a window."""
        if sys.platform == "win32":
            self._filter = _WindowsFilter(self)
            QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]  # the application exists
            self.signs.add(Sign.SLEEP)
            self.follow(window)
        elif sys.platform != "darwin":
            self._listen_to_logind()
            self._listen_to_screen_savers()

    def follow(self, window: int) -> None:
        """Follow this main window from now on."""
        if sys.platform == "win32" and system.tell_of_session(window):
            self.signs.add(Sign.SCREEN)

    def stop(self) -> None:
        """Stop listening, and let the machine sleep."""
        self._inhibitor = None
        if self._filter is not None:
            QCoreApplication.instance().removeNativeEventFilter(self._filter)  # type: ignore[union-attr]  # the application exists
            self._filter = None
        if self._connections:
            from PySide6.QtDBus import QDBusConnection

            for name in self._connections:
                QDBusConnection.disconnectFromBus(name)
            self._connections.clear()
        self.signs.clear()

    def _listen_to_logind(self) -> None:
        """Sleep and lock of the session. A delay lock makes the system wait until this process has locked.

        The lock is an open file: replacing the process closes it.
        """
        from PySide6.QtDBus import QDBusMessage, QDBusObjectPath, QDBusPendingCallWatcher

        address = bus_address("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_BUS)
        bus = self._connect(address, "system")
        if bus is None:
            return
        path = "/org/freedesktop/login1"
        if self._hear(bus, (LOGIND, path, MANAGER, "PrepareForSleep"), SLOT("sleeps(bool)")):
            self.signs.add(Sign.SLEEP)
        ask = QDBusMessage.createMethodCall(LOGIND, path, MANAGER, "Inhibit")
        ask.setArguments(["sleep", "THB Desktop", "The vault is locked first", "delay"])
        waiting = QDBusPendingCallWatcher(bus.asyncCall(ask, 2_000), self)
        waiting.finished.connect(self._take_inhibitor)
        which = QDBusMessage.createMethodCall(LOGIND, path, MANAGER, "GetSession")
        which.setArguments([os.environ.get("XDG_SESSION_ID") or "auto"])

        def listen(answered: QDBusPendingCallWatcher) -> None:
            found = answered.reply().arguments()
            # Without an answer, each session's lock counts: one lock too many loses nothing.
            known = bool(found) and isinstance(found[0], QDBusObjectPath)
            session = found[0].path() if known else ""
            if self._hear(bus, (LOGIND, session, SESSION, "Lock"), SLOT("locks()")):
                self.signs.add(Sign.SCREEN)
            answered.deleteLater()

        QDBusPendingCallWatcher(bus.asyncCall(which, 2_000), self).finished.connect(listen)

    def _listen_to_screen_savers(self) -> None:
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        usual = f"unix:path={runtime}/bus" if runtime and Path(runtime, "bus").exists() else ""
        bus = self._connect(bus_address("DBUS_SESSION_BUS_ADDRESS", usual), "session")
        if bus is None:
            return
        for service, paths in SCREEN_SAVERS.items():
            for path in paths:
                if self._hear(bus, (service, path, service, "ActiveChanged"), SLOT("covers(bool)")):
                    self.signs.add(Sign.SCREEN)

    def _connect(self, address: str, name: str) -> "QDBusConnection | None":
        from PySide6.QtDBus import QDBusConnection

        if not address:
            return None
        own = f"thb-desktop-{name}-{id(self)}"
        bus = QDBusConnection.connectToBus(address, own)
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(own)
            return None
        self._connections.append(own)
        return bus

    def _hear(self, bus: "QDBusConnection", signal: tuple[str, str, str, str], slot: str) -> bool:
        """signal: service, path, interface and name. slot: as text; the bytes in Qt's stub are refused."""
        return bus.connect(*signal, self, slot)  # type: ignore[call-overload, no-any-return]  # the overload with a slot as text

    def _take_inhibitor(self, answered: "QDBusPendingCallWatcher") -> None:
        from PySide6.QtDBus import QDBusUnixFileDescriptor

        found = answered.reply().arguments()
        if found and isinstance(found[0], QDBusUnixFileDescriptor):
            self._inhibitor = found[0]
        answered.deleteLater()

    @property
    def delays_sleep(self) -> bool:
        """Whether the system waits for the lock before it sleeps."""
        return self._inhibitor is not None

    @Slot(bool)
    def sleeps(self, beginning: bool) -> None:
        if beginning:
            self.leaving.emit()

    @Slot()
    def locks(self) -> None:
        self.leaving.emit()

    @Slot(bool)
    def covers(self, active: bool) -> None:
        if active:
            self.leaving.emit()


def bus_address(variable: str, usual: str) -> str:
    """Return the address of a bus; empty if there is none, or if it is not a socket of this machine."""
    address = os.environ.get(variable) or usual
    parts = [part for part in address.split(";") if part]
    return address if all(part.startswith("unix:") for part in parts) else ""


class _WindowsFilter(QAbstractNativeEventFilter):
    """Receives WM_POWERBROADCAST and WM_WTSSESSION_CHANGE."""

    def __init__(self, watch: SleepWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if sys.platform == "win32" and kind == b"windows_generic_MSG":
            from ctypes.wintypes import MSG

            power, suspend, session, locked = 0x0218, 0x4, 0x02B1, 0x7
            told = MSG.from_address(int(message))
            if (told.message, told.wParam) in ((power, suspend), (session, locked)):
                self._watch.leaving.emit()
        return False
