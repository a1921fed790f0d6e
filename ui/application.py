"""The controller of the application: which window is open, and its appearance."""

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QMainWindow

from ui import faults, garbage, language, shortcuts, system, theme
from ui.named import set_by_name
from ui.pieces import Pieces
from ui.settings import Scheme, Settings
from ui.start_window import StartWindow
from ui.text import translate
from ui.tones import Tone
from ui.widgets import icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from thb_desktop.services.core.environment import Environment
    from ui.assignment.opening import HandedOverWindow
    from ui.assignment.view import AssignmentWindow
    from ui.clipboard import ClipboardGuard
    from ui.guard import Guard
    from ui.jobs import VaultJobs
    from ui.lock_outcome import LockOutcome
    from ui.main_window import MainWindow

LARGEST_PICTURE = 128
"""Mebibytes of a decoded picture; a larger one is not drawn."""
QUIET = 30
"""Seconds without a key or a mouse after which Python may look through all its objects."""
PATIENCE = 0.0002
"""Seconds for which another thread may go on when this one waits for its turn: Python runs one at a time."""


def make_application(arguments: list[str]) -> QApplication:
    """Make the application with its font, without traces on disk."""
    application = QApplication([*arguments, *theme.style_arguments()])
    application.setApplicationName("thb-desktop")
    application.setQuitOnLastWindowClosed(True)
    keep_no_traces()
    sys.setswitchinterval(PATIENCE)
    QImageReader.setAllocationLimit(LARGEST_PICTURE)
    theme.load_interface_font(application)
    return application


def _load_main_window() -> None:
    import ui.main_window  # noqa: F401 - loading is the purpose


def _load_first_reads() -> None:
    """Load what pages ask the vault for when they are first shown: later, it holds up every thread."""
    import thb_desktop.services.assignments.coming
    import thb_desktop.services.bundling.disclosures
    import thb_desktop.services.bundling.printed_contents
    import thb_desktop.services.keeping.surroundings
    import thb_desktop.services.office.renewing  # noqa: F401 - loading is the purpose
    from thb_desktop import words

    for kind in ("codes", "fields", "languages", "findings", "where", "verification", "documents"):
        for each in (language.current(), words.ENGLISH):
            words.entries(kind, each)


def keep_no_traces() -> None:
    """Stop Qt's own dialogs from storing anything on disk."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, "/dev/null")


class AppController(QObject):
    """Opens the start window, then the main window, and replaces the process when the vault is locked.

    The jobs and both guards are made right after the first paint of the start window, or when they are first
    asked for. No vault is opened without the jobs, and they start the guard.
    """

    def __init__(self, application: QApplication, environment: "Callable[[], Environment]") -> None:
        super().__init__(application)
        self._application = application
        self._environment = environment
        self.settings = Settings.load(system.settings_folder())
        shortcuts.choose(dict(self.settings.keys))
        self.window: QMainWindow | None = None
        self._main: MainWindow | None = None
        self.bug: QDialog | None = None
        self.locked: LockOutcome | None = None
        self.outcome: LockOutcome | None = None
        self.assignment: Path | None = None
        """The folder of the assignment that its interpreter has open, or opens after the lock."""
        self.vault: Path | None = None
        """The vault to which the screen goes back from an assignment."""
        self._returned = ""
        """The name of the folder of the assignment whose linguist handed something back just now."""
        self._from_packet = False
        """Whether what is open came in a packet, and no vault waits behind it."""
        self.replace_process: Callable[[Path | None], None] = self._start_anew
        self._fonts = Pieces(self)
        self._is_quiet = False
        sys.excepthook = self.tell_of_bug

    @cached_property
    def jobs(self) -> "VaultJobs":
        """The vault's thread."""
        from ui.jobs import VaultJobs

        jobs = VaultJobs(self._environment, self)
        jobs.opened.connect(self._watch)
        return jobs

    @cached_property
    def guard(self) -> "Guard":
        """The guard of the open vault."""
        from ui.guard import Guard

        guard = Guard(self._application, self.jobs, self._leave, self)
        guard.remaining.connect(self._look_for_garbage)
        return guard

    @cached_property
    def clipboard(self) -> "ClipboardGuard":
        """The guard of what is copied."""
        from ui.clipboard import ClipboardGuard

        return ClipboardGuard(self)

    def _watch(self) -> None:
        """A vault was opened."""
        self.guard.follow(self.window)
        self.guard.watch(self.settings.idle)

    def start(
        self,
        vault: Path | None,
        *,
        locked: "LockOutcome | None" = None,
        assignment: Path | None = None,
    ) -> None:
        """Show the window that asks for a vault, or for the passphrase of an interpreter to an assignment.

        locked: what became of unsaved typing, after a lock.
        """
        self.locked = locked
        self._dress()
        if assignment is not None:
            self._from_packet = vault is None
            from ui.assignment.switch import show_handed_over

            show_handed_over(self, vault, assignment)
            self._application.setWindowIcon(icons.application_icon())
        else:
            self._show_start(vault).painted.connect(self._complete)
        QTimer.singleShot(400, self, lambda: self._fonts.begin(theme.loading_fonts()))

    def end(self) -> None:
        """The last window is closed: save drafts, finish queued work, and lock."""
        self.clipboard.take_back()
        self.guard.end()

    def lock(self) -> None:
        """Save drafts, stop long work, close the vault, and restart with an empty memory."""
        self.guard.by_hand()

    def _leave(self, outcome: "LockOutcome") -> None:
        """The vault is locked: end the process, so that nothing stays in memory."""
        self.outcome = outcome._replace(returned=self._returned)
        try:
            self.clipboard.take_back()
        finally:
            # A sleep that waits for the lock waits until this process is replaced.
            self.replace_process(self.vault if self._from_packet or self.vault else self.jobs.folder)

    def _start_anew(self, vault: Path | None) -> None:
        typed = self.outcome.to_text() if self.outcome else ""
        system.start_anew(vault, typed=typed, assignment=self.assignment)

    def _look_for_garbage(self, remaining: int) -> None:
        """Half a minute after the last key, nobody waits for the window."""
        was_quiet, self._is_quiet = self._is_quiet, remaining <= self.settings.idle - QUIET
        if self._is_quiet and not was_quiet:
            garbage.collect_all()

    def _show_start(self, vault: Path | None) -> StartWindow:
        window = StartWindow(lambda: self.jobs, vault, locked=self.locked)
        self.wire(window)
        window.opened.connect(self._show_main)
        window.packet_opened.connect(self._show_packet)
        window.wants_lock.connect(self.lock)
        self.show_window(window)
        return window

    def _show_packet(self, place: Path) -> None:
        """Ask the interpreter for their passphrase to a packet: here is no vault of an office."""
        from ui.assignment.switch import show_handed_over

        self._from_packet = True
        show_handed_over(self, None, place)

    def _may_close(self) -> bool:
        return self.guard.may_close()

    def _complete(self) -> None:
        """The start window is painted: make what works behind it."""
        garbage.begin()
        self._application.setWindowIcon(icons.application_icon())
        self.clipboard.look()
        self.guard.follow(self.window)
        self._obey_ctrl_c()
        QTimer.singleShot(150, self, self._prepare)

    def _obey_ctrl_c(self) -> None:
        import signal

        signal.signal(signal.SIGINT, lambda *_: self._application.quit())
        if sys.stdin is not None and sys.stdin.isatty():
            # Python notices Ctrl+C only while it runs: in a terminal, let it run now and then.
            self._tick = QTimer(self, interval=250)
            self._tick.timeout.connect(lambda: None)
            self._tick.start()

    def _prepare(self) -> None:
        """Load what the next window needs, in the vault's thread, while a passphrase is typed here."""
        if isinstance(self.window, StartWindow):
            self.window.unlock_model.prepare()
            self.jobs.call(self, _load_main_window)
            self.jobs.call(self, _load_first_reads)

    def _show_main(self) -> None:
        from ui.main_window import MainWindow

        if self.guard.is_waiting:
            return
        theme.load_all_fonts()
        window = MainWindow(self.jobs)
        self.wire(window)
        window.wants_lock.connect(self.lock)
        window.wants_hand_over.connect(self.hand_over)
        self.guard.keep_drafts = window.keep_drafts
        self.guard.holds_drafts = lambda: window.holds_drafts
        self.guard.locking.connect(window.keep_place)
        self.guard.remaining.connect(window.status.show_remaining)
        self._main, self._returned = window, ""
        if self.locked is not None and self.locked.returned:
            window.lead_to_return(self.locked.returned)
        self.show_window(window)
        self.guard.follow(window)

    def wire(self, window: "StartWindow | MainWindow | HandedOverWindow | AssignmentWindow") -> None:
        """Connect what every window asks for."""
        window.may_close = self._may_close
        window.wants_settings.connect(self._ask_settings)
        window.wants_keys.connect(self._show_keys)

    def hand_over(self, assignment: Path) -> None:
        """Lock the vault, and let the interpreter of an assignment open it."""
        self.assignment = assignment
        self.lock()
        if self.jobs.is_open and not self.guard.is_waiting:
            self.assignment = None  # a person stayed, because something typed could not be saved

    def hand_back(self, *, is_new: bool) -> None:
        """Close the assignment, and ask for the passphrase of the office.

        is_new: whether its linguist handed something back just now.
        """
        kept, self.assignment = self.assignment, None
        self._returned = kept.name if is_new and kept is not None and self.vault is not None else ""
        if not self.jobs.is_open:
            self._show_start(self.vault).painted.connect(self._complete)
            return
        self.lock()
        if self.jobs.is_open and not self.guard.is_waiting:
            self.assignment = kept
            self._returned = ""

    def show_window(self, window: QMainWindow) -> None:
        former, self.window = self.window, window
        window.show()
        system.hide_from_capture(int(window.winId()))
        if former is not None:
            former.hide()
            former.deleteLater()

    def _dress(self) -> None:
        spoken = self.settings.language or language.system_language()
        theme.load_fonts_of(spoken)
        language.install(self._application, spoken)
        set_by_name(self._application, layoutDirection=language.direction())
        dark = self.settings.scheme is Scheme.DARK
        theme.apply(
            self._application,
            dark=dark or (self.settings.scheme is Scheme.SYSTEM and theme.system_is_dark(self._application)),
        )

    def _ask_settings(self) -> None:
        from ui.preferences.view import SettingsDialog

        if self.window is None:
            return
        dialog = SettingsDialog(self.window, self.settings, self._told_of_settings())
        if dialog.exec() != SettingsDialog.DialogCode.Accepted or dialog.chosen == self.settings:
            return
        self.settings = dialog.chosen
        self.settings.save(system.settings_folder())
        self.guard.allow(self.settings.idle)
        if self._is_at_the_start and isinstance(self.window, StartWindow):
            self._dress()
            self.guard.follow(self._show_start(self.window.folder()))

    @property
    def _is_at_the_start(self) -> bool:
        """Whether nothing was begun that a new window would lose."""
        at_first = isinstance(self.window, StartWindow) and self.window.is_at_the_start
        return at_first and not self.jobs.is_open and not self.jobs.is_busy

    def _told_of_settings(self) -> str:
        """When changed settings apply, and what else locks the vault here; empty if they apply at once."""
        if self._is_at_the_start:
            return ""
        from ui.sleep import Sign

        told = translate(
            "lock",
            "Appearance, language and keys change when the program restarts, at the latest after a lock.",
        )
        if self.guard.sleep is None:
            return told
        if self.guard.sleep.signs == {Sign.SLEEP, Sign.SCREEN}:
            also = translate(
                "lock", "The vault also locks when this computer goes to sleep and when its screen is locked."
            )
        else:
            also = translate(
                "lock",
                "This system does not tell the program that the screen is locked or that the computer "
                "sleeps. The vault locks when the computer wakes up.",
            )
        return f"{told} {also}"

    def _show_keys(self) -> None:
        from ui.preferences.view import ShortcutsDialog

        if self.window is not None:
            ShortcutsDialog(self.window, assigned=self.assignment is not None).exec()

    def tell_of_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show a short code for a bug. Its text is not shown, because it may contain testimony."""
        from ui.widgets.questions import Message

        code = faults.tell(kind, trace)
        del error
        if self.window is not None and self.bug is None:
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
