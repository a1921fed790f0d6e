"""Further signing keys: from a card or a key file, certified by the vault's root."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import SigningIdentity, User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import IdentityKind
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels import words
from ui.office.offered import OfferedDialog
from ui.office.signing_model import KeyRow, SigningModel
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.paths import path_of
from ui.widgets.place import FileField
from ui.widgets.questions import ReasonDialog
from ui.widgets.secret import PassphraseField
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.office.identities import CardKey


class SigningPart(QWidget):
    """The further signing keys, and the buttons that add one or withdraw it."""

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.notice = notice
        self.model = SigningModel(jobs, self)
        self._users: tuple[User, ...] = ()
        self._manages = False
        told = self.tr(
            "Every user signs with a key of this vault. A key on a card or in a key file can also sign "
            "for its user: the vault's root certificate certifies it, its user agrees with an earlier key, "
            "and its issuer's certificate is stored with it. The key must be on the curve P-256."
        )
        columns = (
            Column[KeyRow](title=self.tr("User"), read=lambda found: found.user),
            Column[KeyRow](title=self.tr("Kind"), read=lambda found: words(found.identity.kind), width=150),
            Column[KeyRow](
                title=self.tr("Card"), read=lambda found: found.identity.token, width=200, exact=True
            ),
            Column[KeyRow](
                title=self.tr("Since"),
                read=lambda found: when_here(found.identity.added_at),
                width=190,
                exact=True,
            ),
            Column[KeyRow](
                title=self.tr("State"),
                read=self._state,
                width=170,
                tone=_tone,
            ),
        )
        self.rows: RowsModel[KeyRow] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Further signing keys"))
        self.table.say_when_empty(
            self.tr("There is no further signing key yet. Add one with the buttons below.")
        )
        self.file_button = button(self.tr("Add a key &file…"), self._take_file, icon="file-lock")
        self.card_button = button(self.tr("Add a c&ard…"), self._take_card, icon="key-round")
        self.withdraw_button = button(self.tr("With&draw\u2026"), self._withdraw, icon="x")
        self.offered_button = button(self.tr("A&gree or refuse…"), self._answer, icon="check")
        self.withdraw_button.setEnabled(False)
        self.offered_button.setEnabled(False)
        self.table.chosen.connect(self._show_chosen)
        self.due = Label("", Part.MUTED, wrap=True)
        self.renew_button = button(self.tr("Re&new the certificates"), self.model.renew, icon="shield-check")
        self._show_due(())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.due)
        adding = (self.file_button, self.card_button, self.offered_button, self.renew_button)
        column.addLayout(row(*adding, None, self.withdraw_button))
        self.model.listed.connect(self._show)
        self.model.offered.connect(self._show_offered)
        self.model.taken.connect(self.reload)
        self.model.due.connect(self._show_due)
        self.model.renewed.connect(self._tell_renewed)
        self.model.writing.connect(self.notice.clear)
        self.model.refused.connect(self.notice.refuse)

    def reload(self) -> None:
        self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._manages = Right.MANAGE_USERS in rights
        for each in (self.file_button, self.card_button, self.withdraw_button):
            each.setVisible(self._manages)
        self.renew_button.setVisible(self._manages and not self.due.isHidden())

    def _show(self, rows: tuple[KeyRow, ...], users: Sequence[User]) -> None:
        self.rows.show_rows(rows)
        self._users = tuple(users)
        self._show_chosen(self.table.current_record())

    def _show_due(self, names: Sequence[str]) -> None:
        self.due.setText(
            self.tr(
                "The certificates of these users do not say their function, or end soon: {names}. Without a "
                "function, or after its end, a certificate signs no bundle."
            ).format(names=listed(names))
        )
        self.due.setVisible(bool(names))
        self.renew_button.setVisible(self._manages and bool(names))

    def _tell_renewed(self, names: Sequence[str]) -> None:
        self.notice.tell(
            self.tr("The certificates were renewed: {names}.").format(names=listed(names)), Tone.OK
        )
        self.reload()

    def _take_file(self) -> None:
        KeyFileDialog(self, self.model, self._users).open()

    def _take_card(self) -> None:
        CardDialog(self, self.model, self._users).open()

    def _show_offered(self, offered: Sequence[SigningIdentity]) -> None:
        if offered:
            dialog = OfferedDialog(self.window(), self.model, offered[0])
            dialog.accepted.connect(self.model.ask_offered)
            dialog.open()

    def _show_chosen(self, found: object) -> None:
        chosen = found if isinstance(found, KeyRow) else None
        self.withdraw_button.setEnabled(chosen is not None and _can_be_withdrawn(chosen))
        self.offered_button.setEnabled(chosen is not None and chosen.is_offered)

    def _state(self, found: KeyRow) -> str:
        if not _signs(found):
            return self.tr("Withdrawn")
        if found.is_offered:
            return self.tr("Waits for you")
        return self.tr("Active") if found.agreed else self.tr("Not agreed to")

    def _answer(self) -> None:
        found = self.table.current_record()
        if isinstance(found, KeyRow):
            OfferedDialog(self, self.model, found.identity).open()

    def _withdraw(self) -> None:
        found = self.table.current_record()
        if isinstance(found, KeyRow):
            dialog = ReasonDialog(
                self,
                self.tr("Withdraw this signing key"),
                self.tr("It can no longer sign. What it signed before stays valid. Write the reason."),
                self.tr("&Withdraw"),
                "",
                draft=self.model.draft("withdraw-key", found.identity.id),
            )
            if dialog.exec():
                self.model.withdraw(found.identity, dialog.reason.text())


class KeyFileDialog(Dialog):
    """Asks for a PKCS#12 file, its passphrase, and its user's passphrase."""

    def __init__(self, parent: QWidget, model: SigningModel, users: tuple[User, ...]) -> None:
        super().__init__(
            parent,
            self.tr("Add a key file"),
            self.tr("The key is sealed under its user's own key. The file itself stays where it is."),
        )
        self._model = model
        form = Form()
        self.user = form.add(self.tr("&User"), ValueBox(_choices(users)))
        self.passphrase = form.add(self.tr("Their &passphrase"), PassphraseField(self.tr("Their passphrase")))
        self.path = form.add(self.tr("&Key file (.p12, .pfx)"), FileField(self.tr("Key file"))).text
        self.of_file = form.add(
            self.tr("Passphrase of the &file"), PassphraseField(self.tr("Passphrase of the file"))
        )
        self.body.addLayout(form)
        self.finish_with(self.tr("&Add it"))
        self.keep_typing(model.draft("take-key-file"))

    def take(self) -> None:
        if self.lacks(
            (self.passphrase, self.tr("Please type the passphrase.")),
            (self.path, self.tr("Please choose the key file.")),
        ):
            return
        path = self.path.text().strip()
        self.begin_work(self.tr("The key is being added. This takes a few seconds."))
        with self._model.answering(self):
            self._model.take_file(
                AgentId(self.user.currentData()),
                path_of(path),
                typed=self.passphrase.take(),
                of_file=self.of_file.take(),
            )


class CardDialog(Dialog):
    """Asks for the card in the reader: its module, one of its keys, its PIN, and its user's passphrase."""

    def __init__(self, parent: QWidget, model: SigningModel, users: tuple[User, ...]) -> None:
        super().__init__(
            parent,
            self.tr("Add a card"),
            self.tr(
                "Nothing is written to the card. It signs once now, to show that it holds the key, and "
                "once at each unlock with its module and its PIN."
            ),
        )
        self._model = model
        form = Form()
        self.user = form.add(self.tr("&User"), ValueBox(_choices(users)))
        self.passphrase = form.add(self.tr("Their &passphrase"), PassphraseField(self.tr("Their passphrase")))
        module = FileField(self.tr("Module of the card (PKCS#11)"))
        self.module = form.add(self.tr("&Module of the card"), module).text
        self.look = button(self.tr("&Look for cards"), self._look, icon="search")
        form.addRow("", row(self.look, None))
        self.key = form.add(self.tr("&Key"), ValueBox(()))
        self.pin = form.add(self.tr("P&IN"), PassphraseField(self.tr("PIN of the card")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Add it"))
        self.keep_typing(model.draft("vouch-card"))
        self._keys: tuple[CardKey, ...] = ()

    def take(self) -> None:
        if self.lacks(
            (self.passphrase, self.tr("Please type the passphrase.")),
            (self.key, self.tr("Please look for the card first.")),
            (self.pin, self.tr("Please type the PIN of the card.")),
        ):
            return
        self.begin_work(self.tr("The card signs once, to show that it holds the key."))
        with self._model.answering(self):
            self._model.take_card(
                AgentId(self.user.currentData()),
                path_of(self.module.text()),
                self._keys[self.key.currentIndex()],
                typed=self.passphrase.take(),
                pin=self.pin.take(),
            )

    def _look(self) -> None:
        wanting = self.tr("Please name the module that came with the card: a file that ends in .so or .dll.")
        if self.lacks((self.module, wanting)):
            return
        self.notice.clear()
        with self._model.answering(self):
            self._model.look_at_cards(path_of(self.module.text()), self._show)

    def _show(self, keys: "tuple[CardKey, ...]") -> None:
        self._keys = keys
        self.key.clear()
        for number, each in enumerate(keys):
            self.key.addItem(f"{isolate_words(each.token)} {isolate(each.label)}", number)
        if not keys:
            self.refuse_at(self.look, self.tr("No card with a usable key is in the reader."))


def _choices(users: tuple[User, ...]) -> list[tuple[str, str]]:
    return [(isolate_words(user.name), user.id) for user in users]


def _tone(found: KeyRow) -> Tone:
    if not _signs(found):
        return Tone.PLAIN
    return Tone.OK if found.agreed else Tone.WARN


def _signs(found: KeyRow) -> bool:
    return found.identity.ended_at is None


def _can_be_withdrawn(found: KeyRow) -> bool:
    """A key that its user made ends with the next that they make."""
    return _signs(found) and found.identity.kind is not IdentityKind.OWN_KEY
