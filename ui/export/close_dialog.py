"""The dialogs that encrypt a signed bundle for its recipients, and show what to tell them."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.crypto.wordlists import LANGUAGES
from ui.export.closing import ClosedFolder, ClosingModel, Told, Wanted
from ui.labels import language_name
from ui.text import digest_groups, isolate, isolate_words, visible
from ui.widgets.basic import Label, Part, button, empty_layout, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.handed_over import HandedOverDialog
from ui.widgets.place import FileField, NewPlace, unused


class CloseDialog(Dialog):
    """Stays open until the folder is written. written: what was written, for the dialog that follows."""

    def __init__(self, parent: QWidget, model: ClosingModel, source: Path) -> None:
        super().__init__(
            parent,
            self.tr("Encrypt for the recipients"),
            self.tr(
                "A signed bundle can be read by everybody who finds it. Encrypted, it opens only for those "
                "whom you name here, with OpenSSL alone."
            ),
        )
        self.setMinimumWidth(660)
        self._model, self._source = model, source
        self.told: list[Told] = []
        self.written: ClosedFolder | None = None
        form = Form()
        form.tell(self.tr("File"), visible(source.name))
        self.file = FileField(self.tr("Certificate of a recipient"), browse=self.tr("&Browse\u2026"))
        self.certificate = form.add(self.tr("&Certificate of a recipient"), self.file).text
        self.fingerprint = form.add(self.tr("Its &fingerprint (SHA-256)"), line(""))
        self.body.addLayout(form)
        self.body.addWidget(
            Label(
                self.tr(
                    "Ask the recipient for the fingerprint by telephone, not in the message with the "
                    "certificate. A wrong certificate would open the file to somebody else."
                ),
                Part.MUTED,
                wrap=True,
            )
        )
        self.add_button = button(self.tr("&Add this recipient"), self._add, icon="plus")
        self.body.addLayout(row(None, self.add_button))
        self.listed = QVBoxLayout()
        self.listed.setSpacing(4)
        self.body.addLayout(self.listed)
        rest = Form()
        words = [(self.tr("No passphrase"), ""), *((language_name(tag), tag) for tag in LANGUAGES)]
        self.words = rest.add(self.tr("New passphrase in &words"), ValueBox(words))
        self.place = NewPlace(self.tr("New folder"), browse=self.tr("Bro&wse\u2026"))
        self.folder = rest.add(self.tr("New f&older"), self.place).text
        self.folder.setText(str(unused(source.parent / "encrypted")))
        self.body.addLayout(rest)
        self.finish_with(self.tr("&Encrypt"), icon="lock")
        self._show_recipients()
        model.refused.connect(self.refuse)
        model.closed.connect(self._finish)

    def take(self) -> None:
        if (self.certificate.text().strip() or self.fingerprint.text().strip()) and not self._add():
            return
        folder = self.place.path()
        if not self.told and not self.words.currentData():
            self.refuse_at(self.certificate, self.tr("Please name a recipient, or choose a passphrase."))
        elif problem := self.place.problem():
            self.refuse_at(self.folder, problem)
        elif folder is not None:
            self.begin_work(self.tr("The file is encrypted, and what was written is read again."))
            self._model.close(
                Wanted(
                    source=self._source,
                    folder=folder,
                    recipients=tuple(self.told),
                    words=self.words.currentData() or "",
                )
            )

    def _add(self) -> bool:
        """Take what is typed as one more recipient; say where something lacks."""
        file = self.file.path()
        if self.lacks(
            (self.certificate, self.tr("Please choose the file with the certificate.")),
            (self.fingerprint, self.tr("Please type the fingerprint as the recipient tells it.")),
        ):
            return False
        if (problem := self.file.problem()) or file is None:
            self.refuse_at(self.certificate, problem)
            return False
        self.told.append(Told(file=file, fingerprint=self.fingerprint.text().strip()))
        self.certificate.clear()
        self.fingerprint.clear()
        self.notice.clear()
        self._show_recipients()
        self.certificate.setFocus()
        return True

    def _show_recipients(self) -> None:
        empty_layout(self.listed)
        for each in self.told:
            name = isolate_words(visible(each.file.name))
            away = button(self.tr("Remove"), partial(self._remove, each), part="quiet")
            away.setAccessibleName(self.tr("Remove {recipient}").format(recipient=name))
            digest = Label(isolate(each.fingerprint), Part.DIGEST, wrap=True)
            self.listed.addLayout(row(Label(name), digest, away))

    def _remove(self, told: Told) -> None:
        self.told.remove(told)
        self._show_recipients()
        self.certificate.setFocus()

    def _finish(self, written: ClosedFolder) -> None:
        self.written = written
        self.accept()


class ClosedDialog(HandedOverDialog):
    """Shows where the encrypted folder is, and what the recipients must be told in another way."""

    def __init__(self, parent: QWidget, written: ClosedFolder) -> None:
        super().__init__(
            parent,
            self.tr("Encrypted for %n recipient(s)", "", written.recipients),
            written.folder,
            (
                (self.tr("Volumes"), str(written.closed.volumes)),
                (self.tr("SHA-256 of the file"), digest_groups(written.closed.sha256)),
            ),
            written.passphrase,
        )
