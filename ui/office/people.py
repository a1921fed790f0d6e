"""The users of the vault with their functions, and the acts about them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.identity_binding_fields import USER_BINDING, Binding, binding_of
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import Compartment
from thb_desktop.services.core.keys_made import KeysMade
from ui.forms.entry_dialog import EntryDialog
from ui.jobs import VaultJobs
from ui.labels import words
from ui.office.add_user import AddUserDialog
from ui.office.code_dialog import CodeDialog
from ui.office.keys_model import NewCode
from ui.office.leaving import HandOverDialog, ReadmitDialog, RetireDialog
from ui.office.people_model import PeopleModel
from ui.rows import Column, RowsModel
from ui.text import isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.table import RecordTable


class PeoplePart(QWidget):
    """All users, including retired ones, because their signatures stay. left: the vault was handed over; lock
    now.
    """

    left = Signal()

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.notice = notice
        self._rights: frozenset[Right] = frozenset()
        self._made: dict[AgentId, KeysMade] = {}
        self.model = PeopleModel(jobs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        told = self.tr("Each user signs with a key of their own, which only their passphrase opens.")
        columns = (
            Column[User](title=self.tr("Name"), read=lambda user: user.name),
            Column[User](title=self.tr("Function"), read=lambda user: words(user.role), width=220),
            Column[User](title=self.tr("Keys"), read=self._made_by, width=260),
            Column[User](
                title=self.tr("State"),
                read=lambda user: self.tr("Active") if user.active else self.tr("Retired"),
                width=140,
                tone=lambda user: Tone.OK if user.active else Tone.PLAIN,
            ),
        )
        self.rows: RowsModel[User] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Users"))
        self.add_button = button(self.tr("&Add a user\u2026"), self._add, icon="user-round-plus")
        self.retire_button = button(self.tr("Re&tire\u2026"), self._retire, icon="x")
        self.keys_button = button(self.tr("&Give missing keys"), self._give_keys, icon="key-round")
        self.keys_button.setToolTip(
            self.tr(
                "Keys of identities, assessments and key material: those that the user's function "
                "includes and that you hold."
            )
        )
        self.bind_button = button(self.tr("&Identified how…"), self._bind, icon="pencil")
        self.readmit_button = button(self.tr("Read&mit…"), self._readmit, icon="undo-2")
        self.readmit_button.hide()
        self._absent: tuple[User, ...] = ()
        self.hand_over_button = button(self.tr("&Hand over the vault…"), self._hand_over, icon="handshake")
        self.table.chosen.connect(lambda _: self._fit())
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(
            row(
                self.add_button,
                self.retire_button,
                self.keys_button,
                self.bind_button,
                self.readmit_button,
                None,
                self.hand_over_button,
            )
        )
        self._fit()
        self.model.made.connect(self._take_made)
        self.model.listed.connect(self.rows.show_rows)
        for done in (self.model.retired, self.model.readmitted):
            done.connect(self.reload)
        self.model.absent.connect(self._show_absent)
        self.model.added.connect(self._tell_added)
        self.model.given.connect(self._tell_given)
        self.model.bound.connect(self._tell_bound)
        self.model.handed_over.connect(self._show_code)
        self.model.writing.connect(self.notice.clear)
        self.model.refused.connect(self.notice.refuse)

    def reload(self) -> None:
        self.model.reload()
        if Right.MANAGE_USERS in self._rights:
            self.model.ask_absent()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        for each in (self.add_button, self.retire_button, self.keys_button, self.bind_button):
            each.setVisible(Right.MANAGE_USERS in rights)
        self.hand_over_button.setVisible(Right.HAND_OVER in rights)

    def _take_made(self, made: Sequence[KeysMade]) -> None:
        self._made = {each.user.id: each for each in made}

    def _made_by(self, user: User) -> str:
        """In whose program the keys of a user were made."""
        made = self._made.get(user.id)
        if made is None:
            return ""
        if made.waits:
            return self.tr("their own, not certified yet")
        if not made.by:
            return self.tr("their own")
        return self.tr("made by {name}").format(name=isolate_words(made.by))

    def _chosen(self) -> User | None:
        user = self.table.current_record()
        return user if isinstance(user, User) and user.active else None

    def _fit(self) -> None:
        """Enable the acts that are possible for the chosen user."""
        user = self._chosen()
        for each in (self.retire_button, self.keys_button):
            each.setEnabled(user is not None)
        self.bind_button.setEnabled(isinstance(self.table.current_record(), User))
        self.readmit_button.setEnabled(user in self._absent)

    def _give_keys(self) -> None:
        if (user := self._chosen()) is not None:
            self.model.give_keys(user)

    def _tell_given(self, user: User, given: tuple[Compartment, ...]) -> None:
        told = self.tr("{name} already has every key of their function that you hold.")
        if given:
            told = self.tr("{name} was given the keys of: {keys}.")
        keys = listed(map(words, given))
        self.notice.tell(told.format(name=isolate_words(user.name), keys=keys), Tone.OK)

    def _bind(self) -> None:
        """Of a retired user too: their signatures stay."""
        user = self.table.current_record()
        if not isinstance(user, User):
            return

        def take(values: dict[str, Any], reason: str) -> None:
            self.model.state_binding(user, Binding(**values), reason)

        EntryDialog(
            self,
            self.tr("How {name} was identified").format(name=isolate_words(user.name)),
            USER_BINDING,
            take,
            model=self.model,
            main=self.tr("Save"),
            sentence=self.tr(
                "Bundles tell it beside the keys of those who signed. The former words stay in the chain."
            ),
            entity=binding_of(user),
            reasoned=True,
            draft=self.model.draft("user-binding", user.id),
        ).open()

    def _tell_bound(self, user: User) -> None:
        told = self.tr("It was recorded how {name} was identified.")
        self.notice.tell(told.format(name=isolate_words(user.name)), Tone.OK)

    def _tell_added(self, user: User) -> None:
        told = self.tr("{name} was added, with this function: {function}.")
        self.notice.tell(told.format(name=isolate_words(user.name), function=words(user.role)), Tone.OK)

    def _add(self) -> None:
        self.model.when_open(lambda: AddUserDialog(self, self.model).open())

    def _retire(self) -> None:
        if (user := self._chosen()) is not None:
            self.model.when_open(lambda: RetireDialog(self, self.model, user).open())

    def _show_absent(self, absent: tuple[User, ...]) -> None:
        if absent != self._absent:
            self.notice.clear()
        self._absent = absent
        self.readmit_button.setVisible(bool(absent))
        self._fit()
        if absent:
            names = listed(isolate_words(user.name) for user in absent)
            told = self.tr(
                "The master key was renewed without {names}. They cannot open the vault until they are "
                "readmitted. Choose one of them in the list."
            )
            self.notice.tell(told.format(names=names), Tone.WARN)

    def _readmit(self) -> None:
        user = self._chosen()
        if user in self._absent and user is not None:
            self.model.when_open(lambda: ReadmitDialog(self, self.model, user).open())

    def _hand_over(self) -> None:
        self.model.when_open(lambda: HandOverDialog(self, self.model).open())

    def _show_code(self, new: NewCode) -> None:
        dialog = CodeDialog(self, self.model.jobs, new)
        dialog.accepted.connect(self.left)
        dialog.open()
