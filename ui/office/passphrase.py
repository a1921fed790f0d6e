"""Changing the user's own passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.crypto import passphrases
from ui.topics import Topic
from ui.view_model import ViewModel
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.secret import PassphraseField


class PassphraseModel(ViewModel):
    """done: the new passphrase is valid. refused: why not; the old one is still valid."""

    changes = Topic.OFFICE

    done = Signal()

    def change(self, old: str, new: str) -> None:
        from thb_desktop.services.office import vaults

        self.jobs.run(
            self,
            lambda session: vaults.change_passphrase(
                session, old=passphrases.prepare(old), new=passphrases.prepare(new)
            ),
            then=lambda _: self.done.emit(),
            refused=self.refuse,
        )


class PassphraseDialog(Dialog):
    """Changes the passphrase of the session's user."""

    def __init__(self, parent: QWidget, view_model: PassphraseModel) -> None:
        super().__init__(
            parent,
            self.tr("Change your passphrase"),
            self.tr("The recovery code of the vault stays as it is."),
        )
        self._model = view_model
        view_model.setParent(self)
        form = Form()
        self.old = form.add(self.tr("&Present passphrase"), PassphraseField(self.tr("Present passphrase")))
        self.body.addLayout(form)
        self.form = NewPassphrase(view_model.jobs)
        self.body.addLayout(self.form)
        self.finish_with(self.tr("&Change"))
        view_model.done.connect(self.accept)
        view_model.refused.connect(self.refuse)

    def take(self) -> None:
        if self.lacks((self.old, self.tr("Please type your present passphrase."))):
            return
        if lack := self.form.lack():
            self.refuse_at(*lack)
            return
        self.begin_work(self.tr("The passphrase is changed. This takes a few seconds."))
        self._model.change(self.old.text(), self.form.new.text())
