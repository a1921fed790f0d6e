"""The window before a vault is open: unlock one, or make one."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thb_desktop import __version__
from ui import shortcuts, theme
from ui.checking.window import CheckingWindow
from ui.named import set_by_name
from ui.unlock.view import UnlockView
from ui.widgets import icons
from ui.widgets.basic import Card, Label, button, row

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from ui.jobs import VaultJobs
    from ui.lock_outcome import LockOutcome
    from ui.unlock.view_model import UnlockViewModel


class StartWindow(CheckingWindow):
    """opened: a vault was unlocked. packet_opened: the place of a packet for an interpreter.

    wants_lock, wants_settings, wants_keys: from a key or button. painted: it has painted itself for the first
    time. may_close: asked before it closes.
    """

    painted = Signal()
    opened = Signal()
    wants_lock = Signal()
    wants_settings = Signal()
    wants_keys = Signal()
    packet_opened = Signal(object)

    def __init__(
        self, jobs: "Callable[[], VaultJobs]", folder: Path | None, *, locked: "LockOutcome | None" = None
    ) -> None:
        """jobs: asked for when something is to be done in a vault; the first paint does not wait for them."""
        super().__init__(jobs)
        theme.dress(self)
        self._jobs = jobs
        self._leaves = False
        self._is_painted = False
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(self.tr("THB Desktop"))
        self.resize(980, 640)
        self.setMinimumSize(QSize(820, 560))
        whole = QWidget()
        self.setCentralWidget(whole)
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._brand())
        right = QWidget()
        right.setProperty("part", "page")
        column = QVBoxLayout(right)
        column.setContentsMargins(40, 32, 40, 16)
        card = Card(margin=28)
        card.setMaximumWidth(620)
        self.stack = QStackedWidget()
        card.body.addWidget(self.stack)
        column.addLayout(row(None, 0))
        column.addWidget(card, 1)
        self.keys_button = button(self.tr("&Keys"), self.wants_keys.emit, part="quiet", icon="keyboard")
        self.settings_button = button(
            self.tr("Se&ttings"), self.wants_settings.emit, part="quiet", icon="settings"
        )
        # No letter of its own: the wizard behind it has them all. It has a key.
        self.check_button = button(
            self.tr("Check a signed file\u2026"), self.check_file, part="quiet", icon="file-check"
        )
        self.packet_button = button(
            self.tr("Open a packet for an interpreter\u2026"),
            self.show_packet,
            part="quiet",
            icon="package-check",
        )
        column.addLayout(row(None, self.packet_button))
        column.addLayout(row(None, self.check_button, self.keys_button, self.settings_button))
        across.addWidget(right, 1)
        self.unlock = UnlockView(lambda: self.unlock_model, folder, locked=locked)
        self.stack.addWidget(self.unlock)
        self.unlock.wants_new_vault.connect(self.show_wizard)
        self.unlock.wants_restore.connect(self.show_restore)
        self.unlock.wants_shares.connect(self.show_shares)
        for key, signal in (
            (shortcuts.LOCK, self.wants_lock),
            (shortcuts.OVERVIEW, self.wants_keys),
            (shortcuts.SETTINGS, self.wants_settings),
        ):
            self._on_key(key, signal.emit)
        self._on_key(shortcuts.QUIT, self.close)

    def _on_key(self, key: str, action: "Callable[[], object]") -> None:
        made = QShortcut(self)
        set_by_name(made, key=key)
        made.activated.connect(action)

    @cached_property
    def unlock_model(self) -> "UnlockViewModel":
        """What unlocks; made when it is first asked for."""
        from ui.unlock.view_model import UnlockViewModel

        model = UnlockViewModel(self._jobs(), self)
        self.unlock.follow(model)
        model.unlocked.connect(self.opened)
        model.recovered.connect(self._show_recovered)
        return model

    def paintEvent(self, event: "QPaintEvent") -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # Only after this event is what was painted on the screen.
            QTimer.singleShot(0, self, self.painted.emit)

    @property
    def awaits_paper(self) -> bool:
        """Whether the recovery code of a new vault is shown and not typed back yet."""
        wizard = getattr(self, "wizard", None)
        return wizard is not None and wizard.awaits_code

    def closeEvent(self, event: "QCloseEvent") -> None:  # noqa: N802 - Qt's name
        """Ask before a code that nobody wrote down is lost, because it is never shown again."""
        if not self.awaits_paper or self._leaves:
            event.setAccepted(self.may_close())
            return
        from ui.widgets.questions import Question

        event.ignore()
        question = Question(
            self,
            self.tr("Close without the recovery code?"),
            self.tr(
                "It has not been typed back yet, and it is never shown again. Without it, nobody can "
                "open this vault if the passphrase is lost."
            ),
            self.tr("Close &without it"),
            danger=True,
        )
        question.accepted.connect(self._leave)
        question.open()

    def _leave(self) -> None:
        self._leaves = True
        self.close()

    @property
    def is_at_the_start(self) -> bool:
        """Whether it only asks which vault to unlock, and nothing else was begun."""
        return self.stack.currentWidget() is self.unlock

    def folder(self) -> Path | None:
        """The chosen folder to unlock."""
        chosen = self.unlock.folder.text().strip()
        return Path(chosen) if chosen else None

    def show_wizard(self) -> None:
        """Make a vault instead of opening one."""
        from ui.vaults.view import CreateView
        from ui.vaults.view_model import CreateViewModel

        if not hasattr(self, "wizard"):
            self.wizard = CreateView(CreateViewModel(self._jobs(), self))
            self.wizard.left.connect(lambda: self._show(self.unlock))
            self.wizard.finished.connect(self.opened)
            self.stack.addWidget(self.wizard)
        self._show(self.wizard)
        self.wizard.start()

    def show_restore(self) -> None:
        """Make a vault from a backup."""
        from ui.unlock.restore_model import RestoreModel
        from ui.unlock.restore_view import RestoreView

        if not hasattr(self, "restore"):
            self.restore = RestoreView(RestoreModel(self._jobs(), self))
            self.restore.left.connect(lambda: self._show(self.unlock))
            self.restore.finished.connect(self.opened)
            self.restore.recovered.connect(self._show_recovered)
            self.stack.addWidget(self.restore)
        self._show(self.restore)
        self.restore.start()

    def show_shares(self) -> None:
        """Open a vault by the recovery shares of several holders."""
        from ui.unlock.shares_view import SharesView
        from ui.unlock.view_model import UnlockViewModel

        if not hasattr(self, "shares"):
            model = UnlockViewModel(self._jobs(), self)
            self.shares = SharesView(model)
            self.shares.left.connect(lambda: self._show(self.unlock))
            model.recovered.connect(lambda: self._show_recovered(by_shares=True))
            self.stack.addWidget(self.shares)
        self._show(self.shares)
        self.shares.start(self.unlock.folder.text())

    def show_packet(self) -> None:
        """Open the packet that an office sent to an interpreter, on their own laptop."""
        from ui.assignment.packet_dialogs import OpenPacketDialog

        dialog = OpenPacketDialog(self, self._jobs())
        dialog.opened.connect(self.packet_opened)
        dialog.open()

    def _show_recovered(self, *, by_shares: bool = False) -> None:
        from ui.vaults.passphrase_view import RecoveredView
        from ui.vaults.view_model import RecoveredViewModel

        page = RecoveredView(RecoveredViewModel(self._jobs(), self), by_shares=by_shares)
        page.finished.connect(self.opened)
        self.stack.addWidget(page)
        self._show(page)
        page.start()

    def _show(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        if page is self.unlock:
            self.unlock.focus_first()

    def _brand(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("part", "rail")
        frame.setFixedWidth(300)
        column = QVBoxLayout(frame)
        column.setContentsMargins(32, 40, 32, 28)
        column.setSpacing(14)
        mark = Label()
        mark.setPixmap(icons.pixmap("thb-desktop", "", 56))
        column.addWidget(mark)
        name = Label(self.tr("THB Desktop"))
        name.setProperty("part", "brand")
        column.addWidget(name)
        for sentence in (
            self.tr("Testimony, evidence and custody in cases of trafficking in human beings."),
            self.tr(
                "Everything stays on this computer, encrypted in your vault. Nothing goes over a network."
            ),
        ):
            line = Label(sentence, wrap=True)
            line.setProperty("part", "brandline")
            column.addWidget(line)
        column.addStretch(1)
        version = Label(self.tr("Version {version}").format(version=__version__))
        version.setProperty("part", "brandline")
        set_by_name(version, alignment="AlignLeading")
        column.addWidget(version)
        return frame
