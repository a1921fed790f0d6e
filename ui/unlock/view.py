"""The page that opens a vault."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, rename, row
from ui.widgets.card import CardRows
from ui.widgets.form import Form, line
from ui.widgets.paths import path_of, takes_path
from ui.widgets.secret import CodeField, PassphraseField

if TYPE_CHECKING:
    from ui.lock_outcome import LockOutcome
    from ui.unlock.view_model import UnlockViewModel


class UnlockView(QWidget):
    """wants_new_vault: make one instead. wants_restore: from a backup. wants_shares: open it with shares.

    It is shown before there is a view-model, and asks for it when something is to be unlocked.
    """

    wants_new_vault = Signal()
    wants_restore = Signal()
    wants_shares = Signal()

    def __init__(
        self,
        view_model: "Callable[[], UnlockViewModel]",
        folder: Path | None,
        *,
        locked: "LockOutcome | None" = None,
    ) -> None:
        super().__init__()
        self._model = view_model
        self._by_code = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading = Label(self.tr("Unlock a vault"), Part.TITLE)
        self.sentence = Label("", Part.MUTED, wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addSpacing(4)
        form = Form()
        self.folder = takes_path(line(str(folder or ""), self.tr("Folder of the vault")))
        self.browse = button(self.tr("&Browse\u2026"), self._browse, icon="folder-open")
        place = QWidget()
        place.setLayout(row(self.folder, self.browse))
        place.setFocusProxy(self.folder)
        form.add(self.tr("Fol&der"), place)
        self.folder.setAccessibleName(self.tr("Folder of the vault"))
        self.passphrase = form.add(self.tr("&Passphrase"), PassphraseField(self.tr("Passphrase")))
        self.code = form.add(self.tr("Recovery &code"), CodeField())
        self.deriving = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self.deriving.setAccessibleName(self.tr("Deriving the key"))
        self.deriving_label = Label(self.tr("Deriving the key"), Part.MUTED)
        self.form = form
        self.card = CardRows(form)
        column.addLayout(form)
        column.addWidget(self.deriving)
        column.addWidget(self.deriving_label)
        self.notice = Notice()
        column.addWidget(self.notice)
        self.unlock_button = button(self.tr("&Unlock"), self._unlock, icon="lock-open", part="primary")
        self.unlock_button.setAutoDefault(True)
        column.addLayout(row(None, self.unlock_button))
        column.addStretch(1)
        self.other_way = button("", self._change_way, part="quiet", icon="key-round")
        self.new_vault = button(
            self.tr("&Make a new vault"), self.wants_new_vault.emit, part="quiet", icon="plus"
        )
        self.restore_button = button(
            self.tr("R&estore a backup\u2026"), self.wants_restore.emit, part="quiet", icon="history"
        )
        self.shares_button = button(
            self.tr("Use recovery s&hares\u2026"), self.wants_shares.emit, part="quiet", icon="users-round"
        )
        self.card_button = button("", self._change_card, part="quiet", icon="stamp")
        column.addLayout(row(self.other_way, None, self.card_button, self.shares_button))
        column.addLayout(row(self.restore_button, None, self.new_vault))
        for field in (self.folder, self.passphrase, self.code, self.card.module.text, self.card.pin):
            field.returnPressed.connect(self._unlock)
        self._show_way()
        self._waiting(False)
        if locked is not None:
            self._tell(locked)
        QTimer.singleShot(0, self, self.focus_first)

    def follow(self, view_model: "UnlockViewModel") -> None:
        """Show what it says from now on."""
        view_model.refused.connect(self._refuse)
        view_model.unlocked.connect(self.forget)
        view_model.recovered.connect(self.forget)

    def forget(self) -> None:
        """Clear the secrets."""
        self.code.clear()
        self.passphrase.clear()

    def _tell(self, locked: "LockOutcome") -> None:
        from ui.lock_outcome import reason

        told = [self.tr("Locked.")]
        if locked.lost:
            lost = self.tr("What was being typed was NOT saved and must be typed again: {reason}.")
            told.append(lost.format(reason=reason(locked.lost)))
        elif locked.kept:
            told.append(self.tr("What was being typed was saved in the vault as a draft."))
        if locked.returned:
            told.append(self.tr("The linguist handed back their work. Unlock the vault to look at it."))
        self.notice.tell(" ".join(told), Tone.BAD if locked.lost else Tone.INFO)

    def focus_first(self) -> None:
        """Put the cursor where something is missing."""
        if not self.folder.text():
            self.browse.setFocus()
        else:
            (self.code if self._by_code else self.passphrase).setFocus()

    def _browse(self) -> None:
        from ui.widgets import choose

        chosen = choose.choose_folder(self, self.tr("Folder of the vault"))
        if chosen is not None:
            self.folder.setText(str(chosen))
            self.notice.clear()
            self.focus_first()

    def _change_way(self) -> None:
        self._by_code = not self._by_code
        self.forget()
        self.notice.clear()
        self._show_way()
        self.focus_first()

    def _show_way(self) -> None:
        self.form.setRowVisible(self.passphrase, not self._by_code)
        self.form.setRowVisible(self.code, self._by_code)
        self.shares_button.setVisible(self._by_code)
        self.card_button.setVisible(not self._by_code)
        self._show_card(False)
        if self._by_code:
            self.sentence.setText(
                self.tr("Type the code from the recovery sheet. Then choose a new passphrase.")
            )
            self._name_other_way(self.tr("Use the passphra&se"))
        else:
            self.sentence.setText(self.tr("Choose the folder of the vault and type your passphrase."))
            self._name_other_way(self.tr("Passphrase lo&st?"))

    def _change_card(self) -> None:
        self._show_card(not self.card.wanted)
        (self.card.module if self.card.wanted else self.passphrase).setFocus()

    def _show_card(self, wanted: bool) -> None:
        self.card.show(wanted)
        rename(self.card_button, self.tr("Without a ca&rd") if wanted else self.tr("Si&gn with a card\u2026"))

    def _name_other_way(self, text: str) -> None:
        rename(self.other_way, text)

    def _unlock(self) -> None:
        from ui.widgets.refusals import lacks, take_back

        folder = self.folder.text().strip()
        field = self.code if self._by_code else self.passphrase
        secret = self.tr("Please type the passphrase.")
        if self._by_code:
            secret = self.tr("Please type the recovery code.")
        self.notice.clear()
        take_back(self)
        if lacks(
            (self.folder, self.tr("Please choose the folder of the vault.")),
            (field, secret),
            *self.card.wanting(),
        ):
            return
        self._waiting(True)
        if self._by_code:
            self._model().unlock_with_code(path_of(folder), self.code.text())
        else:
            self._model().unlock(path_of(folder), self.passphrase.take(), self.card.take())

    def _waiting(self, waiting: bool) -> None:
        self.deriving.setVisible(waiting)
        self.deriving_label.setVisible(waiting)
        if waiting:  # a field that is disabled gives its keys to the next button: Enter would press that
            self.deriving.setFocus()
        for part in (self.folder, self.browse, self.passphrase, self.code, self.unlock_button):
            part.setEnabled(not waiting)
        for part in (self.other_way, self.new_vault, self.restore_button, self.shares_button):
            part.setEnabled(not waiting)
        self.card_button.setEnabled(not waiting)
        self.card.let_type(not waiting)

    def _refuse(self, sentence: str) -> None:
        self._waiting(False)
        self.notice.tell(sentence, Tone.BAD)
        self.focus_first()
