"""Sends a job out as files: in which form, to whom and why; then the files are saved."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.exchange.formats import ExchangeFormat
from thb_desktop.exchange.tables.rows import Headings
from thb_desktop.services.language.exchange import SentFile
from ui.exchange.model import ExchangeModel, Wish
from ui.jobs import VaultJobs
from ui.text import digest_groups, isolate, isolate_words, with_name
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.questions import ask


def open_send(parent: QWidget, jobs: VaultJobs, job: LanguageJob) -> "SendDialog":
    """Ask how a job is sent out, and show the files when they are made."""
    model = ExchangeModel(jobs, parent)
    dialog = SendDialog(parent, model, job)
    model.sent.connect(lambda files: SentDialog(parent, model, files).open())
    dialog.open()
    return dialog


class SendDialog(Dialog):
    """What goes out. Nothing is presumed: not the form, not the recipient."""

    def __init__(self, parent: QWidget, model: ExchangeModel, job: LanguageJob) -> None:
        super().__init__(
            parent,
            self.tr("Send out job {number}").format(number=isolate(job.number)),
            self.tr(
                "The files are in clear: whoever has them can read the testimony. Give them by a protected "
                "way only. To whom and why stays in the event chain."
            ),
        )
        self.setMinimumWidth(600)
        self._model, self._job = model, job
        form = Form()
        self.form: ValueBox = form.add(self.tr("&Form"), ValueBox(()))
        for shown, value in (
            (self.tr("XLIFF 2.1, for a translation program"), ExchangeFormat.XLIFF),
            (self.tr("Table for Word (DOCX)"), ExchangeFormat.DOCX),
            (self.tr("Table for Excel (XLSX)"), ExchangeFormat.XLSX),
            (self.tr("Not the job: memory or glossary alone"), None),
        ):
            self.form.addItem(shown, value)
        self.form.setPlaceholderText(self.tr("Please choose"))
        self.form.setCurrentIndex(-1)
        self.recipient = form.add(self.tr("&Recipient"), QLineEdit())
        self.reason = form.add(self.tr("R&eason"), QLineEdit())
        self.memory = QCheckBox(self.tr("With the &memory of the case (TMX): words of other persons too"))
        self.glossary = QCheckBox(self.tr("With the &glossary of the case (TBX)"))
        form.addRow(self.memory)
        form.addRow(self.glossary)
        self.body.addLayout(form)
        self.finish_with(self.tr("Ma&ke the files"), icon="file-text")
        self.keep_typing(model.draft("send-job", job.id))
        model.held.connect(self._hold)
        model.ask_free(job.id)

    def _hold(self, said: str) -> None:
        """Say that the job is in the hands of its linguist."""
        self._may_take = lambda: False
        self.let_take()
        self.refuse(said)

    def take(self) -> None:
        form = self.form.currentData()
        if self.form.currentIndex() < 0:
            self.refuse_at(self.form, self.tr("Please choose what goes out."))
        elif form is None and not (self.memory.isChecked() or self.glossary.isChecked()):
            self.refuse_at(self.form, self.tr("Please choose the memory or the glossary too."))
        elif not self.lacks(
            (self.recipient, self.tr("Please write to whom it goes.")),
            (self.reason, self.tr("A reason is needed. Please write why.")),
        ):
            wish = Wish(
                form=ExchangeFormat(form) if form is not None else None,
                recipient=self.recipient.text().strip(),
                reason=self.reason.text().strip(),
                with_memory=self.memory.isChecked(),
                with_glossary=self.glossary.isChecked(),
            )
            self.begin_work(self.tr("The files are being made\u2026"))
            with self._model.answering(self):
                self._model.send(self._job.id, wish, self._headings())

    def _headings(self) -> Headings:
        return Headings(
            number=self.tr("No."),
            speaker=self.tr("Speaker"),
            source=self.tr("Text"),
            target=self.tr("Translation"),
            state=self.tr("State"),
            notes=self.tr("Notes"),
        )


class SentDialog(Dialog):
    """The files that were made, each with its digest, until they are saved."""

    def __init__(self, parent: QWidget, model: ExchangeModel, files: tuple[SentFile, ...]) -> None:
        super().__init__(
            parent,
            self.tr("The files are made"),
            self.tr(
                "The event chain keeps their digests. Save them now: they are kept nowhere in the vault."
            ),
        )
        self.setMinimumWidth(600)
        self._model, self.files, self.is_saved = model, files, False
        for each in files:
            self.body.addWidget(Label(isolate(each.name), Part.STRONG))
            digest = Label(f"SHA-256 {digest_groups(each.sha256)}", Part.DIGEST, wrap=True).selectable()
            digest.setAccessibleName(with_name(each.name, f"SHA-256 {each.sha256}"))
            self.body.addWidget(digest)
        self.finish_with(self.tr("&Save\u2026"), icon="save", back=self.tr("Close"))
        # Enter saves; closing without it leaves an event of files that nobody has.
        self.main_button.setFocus()
        model.saved.connect(self._tell_saved)
        model.refused.connect(self.refuse)

    def take(self) -> None:
        folder = choose.choose_folder(self, self.tr("Folder for the files"))
        if folder is not None:
            self.begin_work(self.tr("The files are being written\u2026"))
            self._model.save(self.files, folder)

    def reject(self) -> None:
        """Go back; files that are not saved are gone, although the event chain says that they were sent."""
        if self._works or self.is_saved or self._goes_unsaved():
            super().reject()

    def _goes_unsaved(self) -> bool:
        return ask(
            self,
            self.tr("Close without saving?"),
            self.tr(
                "The files are not saved. The event chain says that they were made; make them again to send."
            ),
            self.tr("Close without saving"),
            danger=True,
        )

    def _tell_saved(self, paths: tuple[object, ...]) -> None:
        self._end_work()
        self.is_saved = True
        folder = isolate_words(str(getattr(paths[0], "parent", "")))
        self.notice.tell(self.tr("Saved in {folder}.").format(folder=folder), Tone.OK)
        self.back_button.setFocus()
