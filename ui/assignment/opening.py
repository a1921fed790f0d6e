"""The window after the screen was handed over: the vault is locked, and the interpreter types theirs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QProgressBar, QVBoxLayout, QWidget

from ui import shortcuts, theme
from ui.assignment.packet_dialogs import DeclareDialog, SendBackDialog
from ui.jobs import VaultJobs
from ui.tones import Tone
from ui.view_model import ViewModel
from ui.widgets.basic import Card, Label, Notice, Part, button, rename, row
from ui.widgets.form import Form
from ui.widgets.refusals import lacks, take_back
from ui.widgets.secret import PassphraseField

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class Opened(NamedTuple):
    """A store that opened. awaits: nothing is shown before the declaration; declined: or ever."""

    session: "Session"
    awaits: bool
    declined: bool


class HandedOverModel(ViewModel):
    """opened: the store is open. asked: it is, and nothing of it before the declaration; whether that was
    declined.
    """

    opened = Signal()
    asked = Signal(bool)

    def __init__(self, jobs: VaultJobs, assignment: Path, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._assignment = assignment

    def open(self, typed: str) -> None:
        assignment = self._assignment

        def work() -> "Opened":
            from thb_desktop.crypto import passphrases
            from thb_desktop.services.assignments.desk import open_assignment

            session = open_assignment(
                assignment, passphrase=passphrases.prepare(typed), environment=self.jobs.environment()
            )
            return Opened(session, awaits=session.awaits_declaration, declined=session.was_declined)

        self.jobs.call(self, work, then=self._opened, refused=self.refuse, unwanted=_close)

    def _opened(self, found: "Opened") -> None:
        self.jobs.adopt(found.session)
        if found.awaits:
            self.asked.emit(found.declined)
        else:
            self.opened.emit()


class HandedOverWindow(QMainWindow):
    """opened: the interpreter's store is open. wants_back: the office takes the screen back."""

    opened = Signal()
    wants_back = Signal()
    wants_settings = Signal()
    wants_keys = Signal()

    def __init__(self, jobs: VaultJobs, assignment: Path, *, at_office: bool = True) -> None:
        """at_office: whether a vault of an office waits behind it; otherwise this is a packet."""
        super().__init__()
        self._jobs = jobs
        theme.dress(self)
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(self.tr("THB Desktop"))
        self.resize(980, 640)
        self.setMinimumSize(QSize(700, 480))
        self.model = HandedOverModel(jobs, assignment, self)
        whole = QWidget()
        whole.setProperty("part", "page")
        self.setCentralWidget(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(40, 32, 40, 20)
        card = Card(margin=28)
        card.setFixedWidth(560)
        card.body.addWidget(Label(self.tr("For the interpreter"), Part.TITLE))
        told = self.tr(
            "The vault of the office is locked. Type your own passphrase: it opens the record that was "
            "assigned to you, and nothing else."
        )
        if not at_office:
            told = self.tr(
                "Type your own passphrase: it opens the record of this packet, and nothing else. The first "
                "time, you declare before what the office asks."
            )
        card.body.addWidget(Label(told, Part.MUTED, wrap=True))
        form = Form()
        self.passphrase = form.add(self.tr("Your &passphrase"), PassphraseField(self.tr("Your passphrase")))
        card.body.addLayout(form)
        self.deriving = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self.deriving.setAccessibleName(self.tr("Deriving the key"))
        self.deriving.hide()
        card.body.addWidget(self.deriving)
        self.notice = Notice()
        card.body.addWidget(self.notice)
        self.open_button = button(self.tr("&Open"), self._open, icon="lock-open", part="primary")
        self.back_button = button(
            self.tr("&Back to the office"), self.wants_back.emit, icon="undo-2", part="quiet"
        )
        if not at_office:
            rename(self.back_button, self.tr("&Back"))
        card.body.addLayout(row(self.back_button, None, self.open_button))
        column.addStretch(1)
        column.addLayout(row(None, card, None))
        column.addStretch(2)
        self.passphrase.returnPressed.connect(self._open)
        self.model.opened.connect(self.opened)
        self.model.asked.connect(self._ask)
        self.model.refused.connect(self._refuse)
        for key, signal in (
            (shortcuts.HAND_OVER, self.wants_back),
            (shortcuts.OVERVIEW, self.wants_keys),
            (shortcuts.SETTINGS, self.wants_settings),
        ):
            QShortcut(QKeySequence(key), self, signal.emit)
        QShortcut(QKeySequence(shortcuts.QUIT), self, self.close)
        QTimer.singleShot(0, self, self.passphrase.setFocus)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self.may_close())

    def _open(self) -> None:
        take_back(self)
        self.notice.clear()
        if lacks((self.passphrase, self.tr("Please type the passphrase."))):
            return
        self._wait(waiting=True)
        self.model.open(self.passphrase.take())

    def _wait(self, *, waiting: bool) -> None:
        self.deriving.setVisible(waiting)
        for part in (self.passphrase, self.open_button, self.back_button):
            part.setEnabled(not waiting)

    def _ask(self, declined: bool) -> None:
        """Ask for the declaration; who declined can send that back."""
        self.deriving.hide()
        if declined:
            self._offer_return()
            return
        asked = DeclareDialog(self, self._jobs)
        asked.allowed.connect(self.opened)
        asked.declined.connect(self._offer_return)
        asked.rejected.connect(self.wants_back)
        asked.open()

    def _offer_return(self) -> None:
        offered = SendBackDialog(self, self._jobs, declined=True)
        offered.sent.connect(self.wants_back)
        offered.rejected.connect(self.wants_back)
        offered.open()

    def _refuse(self, sentence: str) -> None:
        self._wait(waiting=False)
        self.notice.tell(sentence, Tone.BAD)
        self.passphrase.setFocus()


def _close(found: Opened) -> None:
    """The result is no longer wanted."""
    found.session.close()
