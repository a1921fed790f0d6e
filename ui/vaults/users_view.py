"""Adding a user of the vault at this desk."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.vocabulary import UserRole
from ui.vaults.passphrase_view import NewPassphrase
from ui.vaults.view_model import UsersViewModel
from ui.widgets.choices import CodeBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line


class AddUserDialog(Dialog):
    """Name, function and passphrase of a new user, who sits at the desk and types the passphrase."""

    def __init__(self, parent: QWidget, view_model: UsersViewModel) -> None:
        super().__init__(parent, self.tr("Add a user"), self.tr("Let the new user type the passphrase."))
        self._model = view_model
        form = Form()
        self.name = form.add(self.tr("Na&me"), line())
        self.role = form.add(self.tr("&Function"), CodeBox(UserRole, UserRole.INTERPRETER))
        self.body.addLayout(form)
        self.form = NewPassphrase()
        self.body.addLayout(self.form)
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
        self.main_button.setEnabled(False)
        self._model.add(self.name.text().strip(), self.role.code(), self.form.new.text())
