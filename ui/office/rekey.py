"""A new master key: the vault is rewritten, with the users whose passphrases are typed here."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.office.decision import DecisionDialog
from ui.office.rekey_model import FORM, RekeyModel
from ui.text import isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.form import Form
from ui.widgets.progress import ProgressCard
from ui.widgets.secret import PassphraseField


class RekeyDialog(DecisionDialog):
    """The vault is locked afterwards; its model, which reports the new recovery code, ends with it."""

    def __init__(self, parent: QWidget, model: RekeyModel) -> None:
        super().__init__(
            parent,
            model.jobs,
            self.tr("A new master key"),
            self.tr(
                "The whole vault is rewritten under a new key, checked, and replaces this one; then it "
                "locks. Do this if somebody may have copied the vault and known a passphrase. Earlier "
                "backups and recovery shares belong to the old key: make new ones."
            ),
        )
        self._model = model
        model.setParent(self)
        self.reason = self.ask_reason()
        self.ask_own()
        self.others = Form()
        self.fields: dict[str, PassphraseField] = {}
        self.told = Label(
            self.tr(
                "A colleague who types their passphrase here keeps access. The others are readmitted "
                "later, with their present passphrase."
            ),
            Part.MUTED,
            wrap=True,
        )
        self.told.hide()
        self.body.addWidget(self.told)
        self.body.addLayout(self.others)
        self.progress = ProgressCard()
        self.progress.stopped.connect(model.stop)
        self.end(self.tr("Re&write the vault"), working=self.tr("The vault is rewritten."), danger=True)
        self.body.addWidget(self.progress)
        self.keep_typing(model.draft(FORM))
        model.asked.connect(self._ask)
        model.began.connect(lambda: self.progress.begin(self.tr("Rewriting the vault")))
        model.advanced.connect(self.progress.advance)
        model.ended.connect(self.progress.end)
        model.renewed.connect(self.accept)
        model.refused_by.connect(self.refused_by)
        model.refused.connect(self.refuse)
        model.ask()

    def decide(self) -> None:
        given = {user_id: field.take() for user_id, field in self.fields.items() if field.text()}
        self._model.renew(
            reason=self.reason.text().strip(),
            own=self.own.text(),
            others=given,
            second=self.second.take(),
        )

    def _ask(self, colleagues: tuple[User, ...], vault_id: str) -> None:
        self.second.ask(TwoPersonAct.RENEW_MASTER_KEY, vault_id)
        self.told.setVisible(bool(colleagues))
        for user in colleagues:
            name = isolate_words(user.name)
            self.fields[user.id] = self.others.add(name, PassphraseField(name))
