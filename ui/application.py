"""The desk: which window is open, how it looks, and how it locks."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QImageReader, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from ui import faults, language, shortcuts, system, theme
from ui.clipboard import ClipboardGuard
from ui.idle import IdleWatch
from ui.jobs import VaultJobs
from ui.settings import Scheme, Settings
from ui.sleep import Sign, SleepWatch
from ui.start_window import StartWindow
from ui.text import translate
from ui.tones import Tone
from ui.widgets import icons
from ui.widgets.keeping import Keeper

if TYPE_CHECKING:
    from thb_desktop.services.ground.environment import Environment
    from ui.main_window import MainWindow

LARGEST_PICTURE = 128
"""Mebibytes that a picture may take once it is unpacked; a larger one is not drawn."""


def make_application(arguments: list[str]) -> QApplication:
    """The application with its font and mark, leaving no traces of its own."""
    application = QApplication(arguments)
    application.setApplicationName("thb-desktop")
    application.setQuitOnLastWindowClosed(True)
    keep_no_traces()
    QImageReader.setAllocationLimit(LARGEST_PICTURE)
    theme.load_interface_font(application)
    application.setWindowIcon(icons.application_icon())
    return application


def keep_no_traces() -> None:
    """Let Qt's own dialogs remember nothing on disk."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, "/dev/null")


class Desk(QObject):
    """Opens the start window, then the main window, and replaces the process when the vault is locked."""

    def __init__(self, application: QApplication, environment: "Callable[[], Environment]") -> None:
        super().__init__(application)
        self._application = application
        self._environment = environment
        self.settings = Settings.load(system.settings_folder())
        self.jobs = VaultJobs(environment, self)
        self.clipboard = ClipboardGuard(self)
        self.window: QMainWindow | None = None
        self._main: MainWindow | None = None
        self._idle: IdleWatch | None = None
        self.sleep: SleepWatch | None = None
        self.bug: QDialog | None = None
        self._vault: Path | None = None
        self.kept = False
        self.replace_process: Callable[[Path | None], None] = self._start_anew
        sys.excepthook = self.tell_of_bug
        signal.signal(signal.SIGINT, lambda *_: self._application.quit())
        if sys.stdin is not None and sys.stdin.isatty():
            # Python sees Ctrl+C only when it runs: in a terminal, let it run now and then.
            self._tick = QTimer(self, interval=250)
            self._tick.timeout.connect(lambda: None)
            self._tick.start()

    def start(self, vault: Path | None, *, locked: bool = False, kept: bool = False) -> None:
        """Show the window that asks for a vault. kept: the lock had a draft to keep."""
        self._vault = vault
        self._dress()
        self._show_start(locked=locked, kept=kept)
        QTimer.singleShot(400, self, theme.load_all_fonts)

    def end(self) -> None:
        """The last window is closed: keep what is being typed, finish what is queued, and lock."""
        self._close()
        self.clipboard.take_back()
        if self.sleep is not None:
            self.sleep.stop()

    def _close(self) -> None:
        if self._main is not None and self.jobs.is_open:
            self._main.keep_drafts()
        self.jobs.close()

    def renew_jobs(self) -> None:
        """Begin again with a vault's thread that has no vault."""
        self.jobs = VaultJobs(self._environment, self)

    def lock(self) -> None:
        """Keep what is being typed, stop long work, close the vault, and start anew with an empty memory."""
        self.jobs.stop_long_work()
        self._lock()

    def _lock(self) -> None:
        """Nobody is there: long work is finished behind hidden windows first."""
        if not self.jobs.is_open or self._awaits_code:
            return
        self.kept = self._is_typing() or (self._main is not None and self._main.holds_drafts)
        for window in self._application.topLevelWidgets():
            window.hide()
        if self._main is not None:
            self._main.keep_place()
        self.clipboard.take_back()
        # A sleep that waits for the lock goes on waiting until this process is replaced.
        self._close()
        self.replace_process(self._vault)

    def _is_typing(self) -> bool:
        """Whether something stands in a form that is open, or on a page, and is not saved."""
        return any(
            keeper.holds
            for window in self._application.topLevelWidgets()
            for keeper in window.findChildren(Keeper)
        )

    def _start_anew(self, vault: Path | None) -> None:
        system.start_anew(vault, kept=self.kept)

    def _show_start(self, *, locked: bool = False, kept: bool = False) -> None:
        window = StartWindow(self.jobs, self._vault, locked=locked, kept=kept)
        window.opened.connect(lambda: self._open(window))
        window.unlock_model.recovered.connect(self._guard)
        window.wants_settings.connect(self._ask_settings)
        window.wants_keys.connect(self._show_keys)
        self._replace(window)
        QTimer.singleShot(150, window, window.unlock_model.prepare)

    def _open(self, start: StartWindow) -> None:
        self._vault = start.vault_folder()
        theme.load_all_fonts()
        self._show_main()
        self._guard()

    def _guard(self) -> None:
        """From now on a vault is open: watch for nobody being there, for sleep and for a locked screen."""
        if self._idle is not None:
            self._watch()
            return
        self._idle = IdleWatch(self.settings.idle, self)
        self._application.focusWindowChanged.connect(self._idle.watch)
        self._application.focusWindowChanged.connect(self._lock_from)
        self._watch()
        self._idle.expired.connect(self._lock)
        self._idle.remaining.connect(self._show_remaining)
        self.sleep = SleepWatch(self)
        self.sleep.leaving.connect(self.lock)
        QTimer.singleShot(0, self, self._listen)

    @property
    def _awaits_code(self) -> bool:
        """A recovery code that nobody wrote down yet would be lost with the lock: it is shown this once."""
        return isinstance(self.window, StartWindow) and self.window.awaits_code

    def _listen(self) -> None:
        if self.sleep is not None and self.window is not None:
            self.sleep.listen(int(self.window.winId()))

    def _show_main(self) -> None:
        from ui.main_window import MainWindow

        window = MainWindow(self.jobs)
        window.wants_lock.connect(self.lock)
        window.wants_settings.connect(self._ask_settings)
        window.wants_keys.connect(self._show_keys)
        self._main = window
        self._replace(window)

    def _watch(self) -> None:
        if self._idle is not None and self.window is not None:
            self._idle.watch(self.window.windowHandle())

    def _lock_from(self, front: QWindow | None) -> None:
        """Let a dialog lock too: it keeps the keys of the window behind it from being heard.

        A dialog shows testimony too: it is kept out of screenshots like the windows.
        """
        if front is not None:
            system.hide_from_capture(int(front.winId()))
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for dialog in self._application.topLevelWidgets():
            if not isinstance(dialog, QDialog) or front is None or dialog.windowHandle() is not front:
                continue
            if dialog.findChild(QShortcut, shortcuts.LOCK, direct) is None:
                key = QShortcut(QKeySequence(shortcuts.LOCK), dialog, self.lock)
                key.setObjectName(shortcuts.LOCK)

    def _show_remaining(self, seconds: int) -> None:
        if self._main is not None:
            self._main.show_remaining(seconds)

    def _replace(self, window: QMainWindow) -> None:
        former, self.window = self.window, window
        window.show()
        system.hide_from_capture(int(window.winId()))
        self._watch()
        if former is not None:
            former.close()
            former.deleteLater()

    def _dress(self) -> None:
        spoken = self.settings.language or language.system_language()
        language.install(self._application, spoken)
        self._application.setLayoutDirection(QLocale(spoken).textDirection())
        dark = self.settings.scheme is Scheme.DARK
        theme.apply(
            self._application, dark=dark or (self.settings.scheme is Scheme.SYSTEM and theme.system_is_dark())
        )

    def _ask_settings(self) -> None:
        from ui.preferences.view import SettingsDialog

        if self.window is None:
            return
        dialog = SettingsDialog(self.window, self.settings, self._told_of_locking())
        if dialog.exec() != SettingsDialog.DialogCode.Accepted or dialog.chosen == self.settings:
            return
        self.settings = dialog.chosen
        self.settings.save(system.settings_folder())
        self._dress()
        if self._main is not None:
            self._main.keep_drafts()
            self._show_main()
        elif not self._awaits_code:
            self._show_start()
        if self._idle is not None:
            self._idle.allow(self.settings.idle)

    def _told_of_locking(self) -> str:
        """What else locks the vault here; empty before a vault is open."""
        if self.sleep is None:
            return ""
        if self.sleep.signs == {Sign.SLEEP, Sign.SCREEN}:
            return translate(
                "lock", "The vault also locks when this computer goes to sleep and when its screen is locked."
            )
        return translate(
            "lock",
            "This system does not tell the program of a locked screen or of a sleep: the vault locks when "
            "the computer wakes up.",
        )

    def _show_keys(self) -> None:
        from ui.preferences.view import ShortcutsDialog

        if self.window is not None:
            ShortcutsDialog(self.window).exec()

    def tell_of_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """A bug gets a short code. Its text stays untold: it may hold testimony."""
        code = faults.tell(kind, trace)
        del error
        if self.window is not None and self.bug is None:
            from ui.widgets.dialog import Message

            self.bug = Message(
                self.window,
                translate("bugs", "Something went wrong"),
                translate(
                    "bugs",
                    "The program made a mistake. What was saved is safe. Please report this code: {code}",
                ).format(code=code),
                Tone.BAD,
            )
            self.bug.finished.connect(self._forget_bug)
            self.bug.open()

    def _forget_bug(self) -> None:
        self.bug = None
