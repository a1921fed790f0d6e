"""The people of the office: users with their function, and what may be done about them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from ui.jobs import VaultJobs
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.tones import Tone
from ui.vaults.users_view import AddUserDialog
from ui.vaults.view_model import UsersViewModel
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.table import RecordTable


class PeoplePart(QWidget):
    """All users, those who left too: their signatures stay."""

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = UsersViewModel(jobs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        told = self.tr("Each user signs with a key of their own, which only their passphrase opens.")
        self.notice = Notice()
        columns = (
            Column[User](title=self.tr("Name"), read=lambda user: user.name),
            Column[User](title=self.tr("Function"), read=lambda user: words(user.role), width=220),
            Column[User](
                title=self.tr("State"),
                read=lambda user: self.tr("Works here") if user.active else self.tr("Retired"),
                width=140,
                tone=lambda user: Tone.OK if user.active else Tone.PLAIN,
            ),
        )
        self.rows: RowsModel[User] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Users"))
        self.add_button = button(self.tr("&Add a user\u2026"), self._add, icon="user-round-plus")
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.add_button, None))
        self.model.listed.connect(self.rows.show_rows)

    def reload(self) -> None:
        self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self.add_button.setVisible(Right.MANAGE_USERS in rights)

    def _add(self) -> None:
        AddUserDialog(self, self.model).exec()
