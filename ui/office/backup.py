"""Backups: the vault's encrypted parts on another medium, and the result of each."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.rights import Right
from thb_desktop.findings import Standing, verdict
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels.findings import finding_text
from ui.office.backup_model import BackupModel, BackupRow
from ui.rows import Column, RowsModel
from ui.standings import SAID
from ui.text import isolate, size
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import PlaceField
from ui.widgets.progress import ProgressCard
from ui.widgets.secret import PassphraseField
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.keeping.backups import BackupReport
    from thb_desktop.services.keeping.restoring import TrialReport


class BackupPart(QWidget):
    """A button that makes one, its progress, and the backups in the event chain."""

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.notice = notice
        self._doing = ""
        self.model = BackupModel(jobs, self)
        told = self.tr(
            "A backup is encrypted like the vault and opens with the same passphrases and recovery code. "
            "Keep it on a medium in another place, and test from time to time that it can be restored."
        )
        self.make_button = button(self.tr("&Make a backup\u2026"), self._make, icon="save", part="primary")
        self.try_button = button(self.tr("&Test the restoration…"), self._try, icon="history")
        self.progress = ProgressCard()
        self.progress.stopped.connect(self.model.stop)
        columns = (
            Column[BackupRow](
                title=self.tr("When"), read=lambda found: when_here(found.event.at), width=190, exact=True
            ),
            Column[BackupRow](
                title=self.tr("What"),
                read=lambda found: self.tr("Tested") if found.event.tried else self.tr("Made"),
                width=110,
                tone=lambda found: Tone.OK if found.event.tried else Tone.INFO,
            ),
            Column[BackupRow](title=self.tr("By"), read=lambda found: found.by, width=220),
            Column[BackupRow](title=self.tr("Note"), read=lambda found: found.event.note),
        )
        self.rows: RowsModel[BackupRow] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Backups"))
        self.table.say_when_empty(
            self.tr("No backup has been made yet. Make the first with the button above.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addLayout(row(self.make_button, self.try_button, None))
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        self.model.listed.connect(self.rows.show_rows)
        self.model.began.connect(self._begin)
        self.model.advanced.connect(self.progress.advance)
        self.model.ended.connect(self._end)
        self.model.made.connect(self._show)
        self.model.tried.connect(self._show_trial)
        self.model.refused.connect(self.notice.refuse)

    def reload(self) -> None:
        self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        for each in (self.make_button, self.try_button):
            each.setVisible(Right.BACK_UP in rights)

    def _make(self) -> None:
        self._doing = self.tr("Making the backup")
        BackupDialog(self, self.model).open()

    def _try(self) -> None:
        self._doing = self.tr("Testing the restoration of the backup")
        TrialDialog(self, self.model).open()

    def _begin(self) -> None:
        self.notice.clear()
        self.progress.begin(self._doing)
        for each in (self.make_button, self.try_button):
            each.setEnabled(False)

    def _end(self) -> None:
        self.progress.end()
        for each in (self.make_button, self.try_button):
            each.setEnabled(True)

    def _show(self, report: "BackupReport") -> None:
        standing = verdict(report.findings)
        told = [finding_text(finding) for finding in report.findings]
        told.append(
            self.tr("Size: {size}, of which {new} new. Short code of this state: {code}").format(
                size=isolate(size(report.size)),
                new=isolate(size(report.copied_bytes)),
                code=isolate(report.code),
            )
        )
        self.notice.tell(" ".join(told), Tone.OK if standing is Standing.HOLDS else SAID[standing])
        self.reload()

    def _show_trial(self, report: "TrialReport") -> None:
        standing = verdict(report.findings)
        told = [
            finding_text(finding) for finding in report.findings if finding.standing is not Standing.HOLDS
        ]
        if standing is Standing.HOLDS:
            checked = self.tr("%n stored file(s) read.", "", report.files_checked)
            told = [self.tr("A vault was restored from the backup, and everything in it is valid."), checked]
        self.notice.tell(" ".join(told), SAID[standing])
        self.reload()


class BackupDialog(Dialog):
    """Asks for the folder and the name of the medium."""

    def __init__(self, parent: QWidget, model: BackupModel) -> None:
        super().__init__(
            parent,
            self.tr("Make a backup"),
            self.tr(
                "Choose a new or empty folder on another medium. If you choose the folder of an earlier "
                "backup of this vault, only what is new is copied."
            ),
        )
        self._model = model
        form = Form()
        self.folder = form.add(self.tr("Fol&der"), PlaceField(self.tr("Folder of the backup")))
        self.label = form.add(self.tr("&Which medium"), line())
        self.body.addLayout(form)
        self.finish_with(self.tr("&Make the backup"))
        self.keep_typing(model.draft("backup"))

    def take(self) -> None:
        folder = self.folder.path()
        if self.lacks((self.folder, self.tr("Please choose a folder."))) or folder is None:
            return
        self._model.make(folder, self.label.text().strip())
        self.accept()


class TrialDialog(Dialog):
    """Asks for the backup, a folder with enough room, and a passphrase of its time."""

    def __init__(self, parent: QWidget, model: BackupModel) -> None:
        super().__init__(
            parent,
            self.tr("Test the restoration of a backup"),
            self.tr(
                "A vault is restored from it in the folder that you name, encrypted as always, checked "
                "completely, and removed again. The outcome is recorded."
            ),
        )
        self._model = model
        form = Form()
        self.folder = form.add(self.tr("Folder of the &backup"), PlaceField(self.tr("Folder of the backup")))
        self.within = form.add(
            self.tr("Fo&lder for the test"),
            PlaceField(self.tr("Folder for the test, with room for a whole vault")),
        )
        self.passphrase = form.add(
            self.tr("&Passphrase of the backup"), PassphraseField(self.tr("Passphrase of the backup"))
        )
        self.body.addLayout(form)
        self.finish_with(self.tr("&Test it"))
        self.keep_typing(model.draft("try-backup"))

    def take(self) -> None:
        folder, within = self.folder.path(), self.within.path()
        lacks = self.lacks(
            (self.folder, self.tr("Please choose a folder.")),
            (self.within, self.tr("Please choose a folder.")),
            (self.passphrase, self.tr("Please type the passphrase.")),
        )
        if not lacks and folder is not None and within is not None:
            self._model.try_restore(folder, within, self.passphrase.take())
            self.accept()
