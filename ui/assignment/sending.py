"""The dialogs of the office that send work to a laptop of the interpreter's own."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.crypto.wordlists import LANGUAGES
from thb_desktop.domain.case import CaseFile
from thb_desktop.services.assignments.giving import AssignmentInFull
from ui.assignment.office_model import AssignmentsModel, SentPacket, ToSend
from ui.labels import language_name
from ui.text import digest_groups, isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.handed_over import HandedOverDialog
from ui.widgets.place import FileField, NewPlace, unused


class SendDialog(Dialog):
    """Asks for whom the packet is closed, and where it is written."""

    def __init__(
        self, parent: QWidget, model: AssignmentsModel, case: CaseFile, chosen: AssignmentInFull
    ) -> None:
        super().__init__(
            parent,
            self.tr("Send the work of {name}").format(name=isolate_words(chosen.assignee)),
            self.tr(
                "It leaves in a packet, and goes on at the interpreter's laptop alone. It opens there after "
                "a declaration about secrecy and independence. What left cannot be called back."
            ),
        )
        self.setMinimumWidth(660)
        self._model, self._case, self._chosen = model, case, chosen
        form = Form()
        self.file = FileField(self.tr("Certificate of the interpreter"), browse=self.tr("&Browse\u2026"))
        self.certificate = form.add(self.tr("&Certificate of the interpreter"), self.file).text
        self.fingerprint = form.add(self.tr("Its &fingerprint (SHA-256)"), line(""))
        words = [(self.tr("No passphrase"), ""), *((language_name(tag), tag) for tag in LANGUAGES)]
        self.words = form.add(self.tr("New &passphrase in words"), ValueBox(words))
        self.place = NewPlace(self.tr("New folder"), browse=self.tr("Bro&wse\u2026"))
        self.folder = form.add(self.tr("New f&older"), self.place).text
        self.folder.setText(str(unused(Path.home() / "packet")))
        self.body.addLayout(form)
        told = self.tr("Name a certificate whose fingerprint they told you, or choose a passphrase, or both.")
        self.body.addWidget(Label(told, Part.MUTED, wrap=True))
        self.finish_with(self.tr("&Send"), icon="lock")

    def take(self) -> None:
        named = bool(self.certificate.text().strip() or self.fingerprint.text().strip())
        file, folder = self.file.path(), self.place.path()
        if named and self.lacks(
            (self.certificate, self.tr("Please choose the file with the certificate.")),
            (self.fingerprint, self.tr("Please type the fingerprint as the interpreter tells it.")),
        ):
            return
        if named and (problem := self.file.problem()):
            self.refuse_at(self.certificate, problem)
        elif not named and not self.words.currentData():
            self.refuse_at(self.words, self.tr("Please name a certificate, or choose a passphrase."))
        elif problem := self.place.problem():
            self.refuse_at(self.folder, problem)
        elif folder is not None:
            self.begin_work(self.tr("The packet is written, and what was written is read again."))
            wanted = ToSend(
                assignment_id=self._chosen.assignment.id,
                folder=folder,
                named=((file, self.fingerprint.text().strip()),) if named and file is not None else (),
                words=self.words.currentData() or "",
            )
            with self._model.answering(self):
                self._model.send(self._case.id, wanted)


class SentDialog(HandedOverDialog):
    """Shows where the packet is, and what the interpreter must be told in another way."""

    def __init__(self, parent: QWidget, sent: SentPacket) -> None:
        super().__init__(
            parent,
            self.tr("The packet is written"),
            sent.folder,
            ((self.tr("Fingerprint of your root certificate"), digest_groups(sent.root)),),
            sent.passphrase,
        )
