"""The dialog that records for whom packages are closed, after a comparison of the fingerprint."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.domain.vocabulary import RecipientKind
from ui.forms.editors import CountryEditor
from ui.labels import words
from ui.partners.recipients_model import NewRecipient, RecipientsModel
from ui.text import isolate, isolate_words, translate
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import FileField


class PlaceOfRecipient:
    """Two fields: in which State an addressee is, and what it is. Nothing is chosen beforehand."""

    def __init__(self, form: Form, state: str, party: str) -> None:
        """state, party: the labels."""
        self.state = form.add(state, CountryEditor())
        kinds = [
            (translate("recipient", "Please choose"), None),
            *((words(kind), kind) for kind in PartyKind),
        ]
        self.party = form.add(party, ValueBox(kinds))

    def kind(self) -> PartyKind | None:
        chosen = self.party.currentData()
        return PartyKind(chosen) if chosen else None  # Qt gives the plain text back

    def refuses(self, dialog: Dialog) -> bool:
        """Say in the dialog what is missing; return whether something is."""
        missing = translate("recipient", "Please write in which State the addressee is.")
        if dialog.lacks((self.state, missing)):
            return True
        if problem := self.state.problem():
            dialog.refuse_at(self.state, problem)
            return True
        if self.kind() is None:
            dialog.refuse_at(self.party, translate("recipient", "Please choose what the addressee is."))
            return True
        return False


class RecipientDialog(Dialog):
    """Stays open until the recipient is recorded."""

    def __init__(self, parent: QWidget, model: RecipientsModel) -> None:
        super().__init__(
            parent,
            self.tr("Record a recipient"),
            self.tr(
                "Ask the holder for the fingerprint by telephone, not in the message with the certificate. "
                "Who told it, and how, stays on record."
            ),
        )
        self.setMinimumWidth(640)
        self._model = model
        form = Form()
        kinds = [(self.tr("Please choose"), None), *((words(kind), kind) for kind in RecipientKind)]
        self.kind = form.add(self.tr("&Kind"), ValueBox(kinds))
        self.name = form.add(self.tr("&Name"), line(""))
        self.place = PlaceOfRecipient(form, self.tr("&State of an addressee"), self.tr("The &addressee is"))
        self.file = FileField(self.tr("File with the certificate"), browse=self.tr("&Browse\u2026"))
        self.certificate = form.add(self.tr("File with the &certificate"), self.file).text
        self.fingerprint = form.add(self.tr("Its &fingerprint (SHA-256)"), line(""))
        self.told = form.add(self.tr("&Who told it, and how"), line(""))
        self.office = form.add(self.tr("Its &office abroad"), ValueBox([(self.tr("Not known"), None)]))
        self.body.addLayout(form)
        self.body.addWidget(
            Label(
                self.tr(
                    "For a certificate of your own office and for its escrow every package is closed. It "
                    "must be for encryption: the certificates of this vault sign. If its office abroad is "
                    "named, a receipt that another office signs is told as such."
                ),
                Part.MUTED,
                wrap=True,
            )
        )
        self.finish_with(self.tr("&Record"), icon="plus")
        model.refused.connect(self.refuse)
        model.recorded.connect(self.accept)
        model.offices.connect(self._offer)
        model.ask_offices()

    def take(self) -> None:
        if self.kind.currentData() is None:
            self.refuse_at(self.kind, self.tr("Please choose what the certificate is for."))
            return
        if self.lacks(
            (self.name, self.tr("Please write whose certificate it is.")),
            (self.certificate, self.tr("Please choose the file with the certificate.")),
            (self.fingerprint, self.tr("Please type the fingerprint as its holder tells it.")),
            (self.told, self.tr("Please write who told the fingerprint, and how.")),
        ):
            return
        kind = RecipientKind(self.kind.currentData())  # Qt gives the plain text back
        chosen = kind is RecipientKind.ADDRESSEE
        if chosen and self.place.refuses(self):
            return
        file = self.file.path()
        if (problem := self.file.problem()) or file is None:
            self.refuse_at(self.certificate, problem)
            return
        self.begin_work(self.tr("The certificate is compared and recorded."))
        self._model.record(
            NewRecipient(
                kind=kind,
                name=self.name.text().strip(),
                certificate=file,
                fingerprint=self.fingerprint.text().strip(),
                told=self.told.text().strip(),
                office=self.office.currentData(),
                state=self.place.state.value() if chosen else "",
                party=self.place.kind() if chosen else None,
            )
        )

    def _offer(self, found: tuple[ForeignOffice, ...]) -> None:
        """List the offices of the register; none of them is chosen."""
        for each in found:
            self.office.addItem(f"{isolate_words(each.name)} ({isolate(each.country)})", each.id)


class PlaceDialog(Dialog):
    """Stays open until it is recorded in which State an addressee is, and what it is."""

    def __init__(self, parent: QWidget, model: RecipientsModel, recipient: Recipient) -> None:
        super().__init__(
            parent,
            self.tr("State and kind of {name}").format(name=isolate_words(recipient.name)),
            self.tr(
                "A package or an identity annex of a bundle is closed for a recipient of the State and the "
                "kind for which the bundle was released, and for nobody else."
            ),
        )
        self.setMinimumWidth(560)
        self._model, self._recipient = model, recipient
        form = Form()
        self.place = PlaceOfRecipient(form, self.tr("&State of an addressee"), self.tr("The &addressee is"))
        self.place.state.setText(recipient.state)
        if recipient.party is not None:
            self.place.party.setCurrentIndex(self.place.party.findData(recipient.party))
        self.reason = form.add(self.tr("&Who says so"), line(""))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Record"), icon="pen-line")
        model.refused.connect(self.refuse)
        model.recorded.connect(self.accept)

    def take(self) -> None:
        if self.place.refuses(self) or self.lacks((self.reason, self.tr("Please write who says so."))):
            return
        self.begin_work()
        self._model.correct(
            self._recipient, self.place.state.value(), self.place.kind(), self.reason.text().strip()
        )
