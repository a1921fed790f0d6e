"""The dialog that records for whom packages are closed, after a comparison of the fingerprint."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.domain.vocabulary import RecipientKind
from ui.labels import words
from ui.partners.recipients_model import NewRecipient, RecipientsModel
from ui.text import isolate, isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import FileField


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
        file = self.file.path()
        if (problem := self.file.problem()) or file is None:
            self.refuse_at(self.certificate, problem)
            return
        self.begin_work(self.tr("The certificate is compared and recorded."))
        self._model.record(
            NewRecipient(
                kind=RecipientKind(self.kind.currentData()),  # Qt gives the plain text back
                name=self.name.text().strip(),
                certificate=file,
                fingerprint=self.fingerprint.text().strip(),
                told=self.told.text().strip(),
                office=self.office.currentData(),
            )
        )

    def _offer(self, found: tuple[ForeignOffice, ...]) -> None:
        """List the offices of the register; none of them is chosen."""
        for each in found:
            self.office.addItem(f"{isolate_words(each.name)} ({isolate(each.country)})", each.id)
