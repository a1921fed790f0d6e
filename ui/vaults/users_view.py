"""The users of a vault: who they are, and adding one at this desk."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import UserRole
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.vaults.passphrase_view import NewPassphrase
from ui.vaults.view_model import UsersViewModel
from ui.widgets.basic import button, row
from ui.widgets.choices import CodeBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.table import RecordTable


class UsersDialog(Dialog):
    """All users, and a button that adds one."""

    def __init__(self, parent: QWidget, view_model: UsersViewModel) -> None:
        super().__init__(
            parent,
            self.tr("Users of this vault"),
            self.tr("Each user signs with a key of their own, which only their passphrase opens."),
        )
        self._model = view_model
        self.resize(640, 440)
        columns = (
            Column[User](title=self.tr("Name"), read=lambda user: user.name),
            Column[User](title=self.tr("Function"), read=lambda user: words(user.role), width=220),
        )
        self.rows: RowsModel[User] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Users"))
        self.body.addWidget(self.table)
        self.add_button = button(self.tr("&Add a user\u2026"), self._add, icon="user-round-plus")
        self.close_button = button(self.tr("Close"), self.accept)
        self._outer.addLayout(row(self.add_button, None, self.close_button))
        view_model.listed.connect(self.rows.show_rows)
        view_model.reload()

    def _add(self) -> None:
        AddUserDialog(self, self._model).exec()


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
