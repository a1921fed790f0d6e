"""Retiring a user, handing over the vault, and readmitting a user."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.office.decision import DecisionDialog
from ui.office.people_model import PeopleModel
from ui.text import isolate_words
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.secret import PassphraseField


class RetireDialog(DecisionDialog):
    """Asks for the reason and the second person."""

    def __init__(self, parent: QWidget, model: PeopleModel, user: User) -> None:
        super().__init__(
            parent,
            model.jobs,
            self.tr("Retire {name}").format(name=isolate_words(user.name)),
            self.tr(
                "This user loses all access to the vault and every key. What they did and signed stays "
                "in their name and can still be verified."
            ),
        )
        self._model, self._user = model, user
        self.reason = self.ask_reason()
        self.ask_own()
        self.second.ask(TwoPersonAct.RETIRE_USER, user.id)
        self.end(
            self.tr("Re&tire"),
            working=self.tr("The user's access and keys are being removed."),
            danger=True,
        )
        self.keep_typing(model.draft("retire-user", user.id))

    def decide(self) -> None:
        with self._model.answering(self):
            self._model.retire(
                self._user, reason=self.reason.text().strip(), own=self.own.text(), second=self.second.take()
            )


class HandOverDialog(DecisionDialog):
    """The successor sits at this desk, and types a passphrase."""

    def __init__(self, parent: QWidget, model: PeopleModel) -> None:
        super().__init__(
            parent,
            model.jobs,
            self.tr("Hand over the vault"),
            self.tr(
                "The successor gets your function, every case and every key that you hold. You are "
                "retired at the same moment, and the vault locks. Let the successor type their "
                "passphrase."
            ),
        )
        self._model = model
        self.name = self.ask(self.tr("Na&me of the successor"), self.tr("Please write the name."))
        self.reason = self.ask_reason()
        self.form = self.ask_new_passphrase()
        self.ask_own()
        self.second.ask(TwoPersonAct.HAND_OVER)
        self.end(
            self.tr("&Hand over"),
            working=self.tr("The successor's keys are made. This takes a few seconds."),
            danger=True,
        )
        self.keep_typing(model.draft("hand-over"))

    def decide(self) -> None:
        with self._model.answering(self):
            self._model.hand_over(
                self.name.text().strip(),
                typed=self.form.new.text(),
                reason=self.reason.text().strip(),
                own=self.own.text(),
                second=self.second.take(),
            )


class ReadmitDialog(Dialog):
    """A user who was absent when the master key was renewed types their present passphrase."""

    def __init__(self, parent: QWidget, model: PeopleModel, user: User) -> None:
        super().__init__(
            parent,
            self.tr("Readmit {name}").format(name=isolate_words(user.name)),
            self.tr("They type the passphrase that they had before. It then opens the vault again."),
        )
        self._model, self._user = model, user
        form = Form()
        self.passphrase = form.add(self.tr("Their &passphrase"), PassphraseField(self.tr("Their passphrase")))
        self.own = form.add(self.tr("&Your own passphrase"), PassphraseField(self.tr("Your own passphrase")))
        self.body.addLayout(form)
        self.finish_with(self.tr("Read&mit"))

    def take(self) -> None:
        wanting = self.tr("Please type the passphrase.")
        if self.lacks((self.passphrase, wanting), (self.own, wanting)):
            return
        self.begin_work(self.tr("The passphrases are checked. This takes a few seconds."))
        with self._model.answering(self):
            self._model.readmit(self._user, typed=self.passphrase.take(), own=self.own.take())
