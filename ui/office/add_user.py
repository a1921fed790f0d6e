"""Adding a user of the vault at this desk."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from ui.office.people_model import PeopleModel
from ui.widgets.choices import CodeBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.second_person import SecondPerson
from ui.widgets.secret import PassphraseField


class AddUserDialog(Dialog):
    """Name, function and passphrase of a new user, who sits at the desk and types the passphrase."""

    def __init__(self, parent: QWidget, view_model: PeopleModel) -> None:
        super().__init__(parent, self.tr("Add a user"), self.tr("Let the new user type the passphrase."))
        self._model = view_model
        form = Form()
        self.name = form.add(self.tr("Na&me"), line())
        self.role = form.add(self.tr("&Function"), CodeBox(UserRole, UserRole.INTERPRETER))
        self.body.addLayout(form)
        self.form = NewPassphrase()
        self.body.addLayout(self.form)
        self.own = PassphraseField(self.tr("Your own passphrase"))
        self.own_form = Form()
        self.own_form.add(self.tr("&Your own passphrase"), self.own)
        self.body.addLayout(self.own_form)
        self.second = SecondPerson(view_model.jobs)
        self.second.ask(TwoPersonAct.ADD_USER)
        self.body.addWidget(self.second)
        self.role.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()
        self.finish_with(self.tr("&Add"))
        self.keep_typing(view_model.draft("add-user"))
        view_model.added.connect(self.accept)
        view_model.refused.connect(self.refuse)

    def take(self) -> None:
        if not self.name.text().strip():
            self.refuse(self.tr("Please write the name."))
            return
        if not self.form.agree():
            self.refuse(self.tr("The two passphrases differ. Please type them again."))
            return
        if self._opens_vault and not self.own.text():
            self.refuse(self.tr("Please type your own passphrase too: this changes who can open the vault."))
            return
        if problem := self.second.problem():
            self.refuse(problem)
            return
        self.main_button.setEnabled(False)
        self._model.add(
            self.name.text().strip(),
            self.role.code(),
            self.form.new.text(),
            self.own.take(),
            self.second.take(),
        )

    @property
    def _opens_vault(self) -> bool:
        """Whether the new user gets a way into the vault; an interpreter opens their own keys alone."""
        return self.role.code() is not UserRole.INTERPRETER

    def _fit(self) -> None:
        self.own_form.setRowVisible(self.own, self._opens_vault)
