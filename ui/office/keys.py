"""Keys and recovery: the passphrases and codes that open the vault, and what may be renewed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.domain.rights import Right
from ui.jobs import VaultJobs
from ui.office.code_dialog import CodeDialog
from ui.office.keys_model import KeyslotRow, KeysModel, NewCode
from ui.office.own_keys import OwnKeysDialog, OwnKeysModel, told_after, told_of
from ui.office.passphrase import PassphraseDialog, PassphraseModel
from ui.office.rekey import RekeyDialog
from ui.office.rekey_model import RekeyModel
from ui.office.shares import SharesWork
from ui.office.shares_model import SharesModel
from ui.rows import Column, RowsModel
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.secret import PassphraseField
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.core.keys_made import KeysMade


class KeysPart(QWidget):
    """The keyslots in words, and the buttons that change them. left: the vault is locked; unlock it again."""

    left = Signal()

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.notice = notice
        self.model = KeysModel(jobs, self)
        told = self.tr(
            "Each passphrase or code in this list opens the vault by itself. One guess at it costs the "
            "memory and the passes shown. An interpreter's passphrase is not listed, because it opens "
            "only their own keys."
        )
        columns = (
            Column[KeyslotRow](title=self.tr("What opens it"), read=self._kind, width=260),
            Column[KeyslotRow](title=self.tr("Belongs to"), read=lambda found: found.name),
            Column[KeyslotRow](title=self.tr("A guess costs"), read=self._costs, width=260),
        )
        self.rows: RowsModel[KeyslotRow] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Passphrases and codes that open the vault"))
        self.passphrase_button = button(
            self.tr("Chan&ge your passphrase\u2026"), self._change_passphrase, icon="key-round"
        )
        self.own_button = button(self.tr("Make my ke&ys my own\u2026"), self._make_own, icon="key-round")
        self.own = Label("", wrap=True)
        self.own.hide()
        self._own_model = OwnKeysModel(jobs, self)
        self._own_model.known.connect(self._show_own)
        self.code_button = button(
            self.tr("&New recovery code\u2026"),
            lambda: RenewCodeDialog(self, self.model).open(),
            icon="printer",
        )
        self._shares = SharesWork(self, SharesModel(jobs, self))
        self.shares_button = button(self.tr("Recovery s&hares\u2026"), self._shares.begin, icon="users-round")
        self.rekey_button = button(self.tr("New &master key\u2026"), self._rekey, icon="shield-check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.own)
        buttons = (self.passphrase_button, self.own_button, self.code_button, self.shares_button)
        column.addLayout(row(*buttons, None, self.rekey_button))
        self.model.listed.connect(self.rows.show_rows)
        self.model.renewed.connect(self._show_code)
        self.model.writing.connect(self.notice.clear)
        self.model.refused.connect(self.notice.refuse)

    def reload(self) -> None:
        self.model.reload()
        self._own_model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        for each in (self.passphrase_button, self.own_button):
            each.setVisible(Right.OWN_KEYS in rights)
        for each in (self.code_button, self.shares_button, self.rekey_button):
            each.setVisible(Right.MANAGE_RECOVERY in rights)

    def _kind(self, found: KeyslotRow) -> str:
        words = {
            SlotKind.PASSPHRASE: self.tr("Passphrase"),
            SlotKind.RECOVERY: self.tr("Recovery code"),
        }
        return words.get(found.slot.kind, self.tr("Recovery shares"))

    def _costs(self, found: KeyslotRow) -> str:
        costs = found.slot.costs
        passes = self.tr("%n pass(es)", "", costs.passes)
        memory = self.tr("{count} MiB").format(count=costs.memory // 1024)
        return f"{memory}, {passes}"

    def _change_passphrase(self) -> None:
        PassphraseDialog(self, PassphraseModel(self.model.jobs)).open()

    def _make_own(self) -> None:
        model = OwnKeysModel(self.model.jobs)
        model.made.connect(self._tell_made)
        OwnKeysDialog(self, model).open()

    def _tell_made(self, made: "KeysMade") -> None:
        self.notice.tell(told_after(made), Tone.OK)
        self.reload()

    def _show_own(self, made: "KeysMade | None") -> None:
        told = told_of(made) if made is not None else ""
        self.own.setText(told)
        self.own.setVisible(bool(told))

    def _rekey(self) -> None:
        model = RekeyModel(self.model.jobs)
        model.renewed.connect(self._show_last_code)
        RekeyDialog(self, model).open()

    def _show_last_code(self, new: NewCode) -> None:
        """The vault is already locked under its new key."""
        dialog = CodeDialog(self, self.model.jobs, new)
        dialog.accepted.connect(self.left)
        dialog.open()

    def _show_code(self, new: NewCode) -> None:
        dialog = CodeDialog(self, self.model.jobs, new)
        dialog.accepted.connect(self._tell_renewed)
        dialog.open()

    def _tell_renewed(self) -> None:
        self.notice.tell(
            self.tr("The new recovery code is valid. The old sheet no longer opens the vault."), Tone.OK
        )


class RenewCodeDialog(Dialog):
    """Asks for the passphrase again, because the change affects what opens the vault."""

    def __init__(self, parent: QWidget, model: KeysModel) -> None:
        super().__init__(
            parent,
            self.tr("A new recovery code"),
            self.tr("As soon as the new code is made, your present sheet no longer opens the vault."),
        )
        self._model = model
        form = Form()
        self.own = form.add(self.tr("&Your own passphrase"), PassphraseField(self.tr("Your own passphrase")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Make the code"))

    def take(self) -> None:
        wanting = self.tr("Please type your own passphrase too: this changes who can open the vault.")
        if self.lacks((self.own, wanting)):
            return
        self.begin_work(self.tr("The new code is made. This takes a few seconds."))
        with self._model.answering(self):
            self._model.renew_code(self.own.take())
