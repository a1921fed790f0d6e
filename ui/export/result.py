"""The result: the signed file, and the findings of its verification."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.findings import Standing, verdict
from ui.export.closing import ClosedFolder, ClosingModel
from ui.export.package_flow import open_package, tell_closed
from ui.export.view_model import Signed
from ui.jobs import VaultJobs
from ui.labels.findings import finding_text
from ui.standings import SAID, said_of
from ui.text import digest_groups, isolate, visible
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Notice, Part, button, empty_layout, row
from ui.widgets.form import Form


class ResultCard(Card):
    """Shows the bundle's data, the result, and each finding."""

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__(spacing=10)
        self._jobs = jobs
        self.heading = Label("", Part.HEADING)
        self.notice = Notice()
        self.facts = QVBoxLayout()
        self.findings = QVBoxLayout()
        self.findings.setSpacing(6)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.notice)
        self.body.addLayout(self.facts)
        self.encrypt_button = button(self.tr("&Encrypt for the recipients\u2026"), self._encrypt, icon="lock")
        self.package_button = button(
            self.tr("Make the sealed &package\u2026"), self._package, icon="package-check", part="primary"
        )
        self.annex_button = button(self.tr("&Identity annex\u2026"), self._annex, icon="user-round")
        self.note_button = button(self.tr("&Note that it was sent\u2026"), self._note, icon="pen-line")
        self.body.addLayout(row(self.package_button, self.encrypt_button, self.annex_button, None))
        self.note_annex_button = button(
            self.tr("Note that the anne&x was sent\u2026"), self._note_annex, icon="pen-line"
        )
        self.note_annex_button.hide()
        self.body.addLayout(row(self.note_button, self.note_annex_button, None))
        self._bundle: Bundle | None = None
        self._target: Path | None = None
        self._number = self._annex_number = ""
        self.language = ""
        """Of the case, for the titles of its exhibits."""
        self.body.addWidget(Label(self.tr("Checks that anybody can repeat"), Part.CAPTION))
        self.body.addLayout(self.findings)
        self.body.addStretch(1)

    def show_signed(self, signed: Signed) -> None:
        bundle = signed.bundle
        self.heading.setText(self.tr("Bundle {number} is signed").format(number=isolate(bundle.number)))
        standing = verdict(signed.findings)
        self._target, self._bundle, self._number = signed.target, bundle, bundle.number
        self.note_annex_button.hide()
        for offered in (self.package_button, self.encrypt_button, self.annex_button, self.note_button):
            offered.setEnabled(standing is not Standing.BROKEN)
        told = {
            Standing.HOLDS: self.tr("The saved file was read again and verified. Everything is valid."),
            Standing.UNKNOWN: self.tr(
                "The saved file was read again. Nothing is invalid, but not everything could be confirmed."
            ),
            Standing.BROKEN: self.tr("The saved file is not valid. Do not hand it over."),
        }
        self.notice.tell(told[standing], SAID[standing] if standing is Standing.BROKEN else Tone.OK)
        empty_layout(self.facts)
        empty_layout(self.findings)
        form = Form()
        form.setVerticalSpacing(6)
        form.tell(self.tr("File"), visible(signed.target.name))
        form.tell(self.tr("Folder"), isolate(visible(str(signed.target.parent.absolute()))))
        form.tell(self.tr("Pages"), str(bundle.pages), exact=True)
        form.tell(self.tr("SHA-256"), digest_groups(bundle.sha256), exact=True)
        form.tell(self.tr("Recipient"), bundle.recipient)
        form.tell(self.tr("Purpose"), bundle.purpose)
        self.facts.addLayout(form)
        for finding in signed.findings:
            chip = Chip(*said_of(finding))
            self.findings.addLayout(row(chip, Label(finding_text(finding), wrap=True)))

    def _package(self) -> None:
        if self._target is not None:
            open_package(self, self._jobs, self._target, self.language, self._tell_made)

    def _tell_made(self, made: ClosedFolder) -> None:
        """What was written last is what is noted as sent."""
        self._number = made.number or self._number
        told = self.tr("{number} is closed for its recipients. When it was sent, note it in the log.")
        self.notice.tell(told.format(number=isolate(self._number)), Tone.OK)

    def _note(self) -> None:
        """Offer a line of the log of transmissions, for the package if one was made, else for the bundle."""
        self._offer_line(self._number)

    def _note_annex(self) -> None:
        self._offer_line(self._annex_number)

    def _offer_line(self, named: str) -> None:
        from ui.partners.noting import NotingModel
        from ui.partners.noting_dialog import offer_line

        if self._bundle is not None:
            model = NotingModel(self._jobs, self._bundle.case_id, named, self)
            offer_line(self, model, self.notice, self.notice.refuse, self.language)

    def _encrypt(self) -> None:
        from ui.export.close_dialog import CloseDialog

        if self._target is None:
            return
        model = ClosingModel(self._jobs, self)
        dialog = CloseDialog(self, model, self._target)
        dialog.finished.connect(lambda _: model.deleteLater())
        dialog.accepted.connect(lambda: tell_closed(self, dialog.written, self._tell_made))
        dialog.open()

    def _annex(self) -> None:
        from ui.export.annex import AnnexModel
        from ui.export.annex_dialog import AnnexDialog

        if self._target is None or self._bundle is None:
            return
        model = AnnexModel(self._jobs, self._bundle, self._target, self)
        dialog = AnnexDialog(self, model, self._target)
        dialog.finished.connect(lambda _: model.deleteLater())
        dialog.accepted.connect(lambda: self._tell_annex(dialog.made))
        dialog.open()

    def _tell_annex(self, made: IdentityAnnex | None) -> None:
        if made is not None:
            told = self.tr("Identity annex {number} is written. Tell its SHA-256 in another way: {digest}")
            digest = digest_groups(made.sha256)
            self.notice.tell(told.format(number=isolate(made.number), digest=isolate(digest)), Tone.OK)
            self._annex_number = made.number
            self.note_annex_button.show()
