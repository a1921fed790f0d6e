"""Backups: the vault's encrypted parts on another medium, and what became of each."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.rights import Right
from thb_desktop.verify.findings import Standing, verdict
from ui.jobs import VaultJobs
from ui.labels.findings import finding_text
from ui.office.backup_model import BackupModel, BackupRow
from ui.rows import Column, RowsModel
from ui.standings import SAID
from ui.text import isolate, size, when
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.progress import ProgressCard
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.backups import BackupReport


class BackupPart(QWidget):
    """A button that makes one, its progress, and the backups that the event chain tells of."""

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = BackupModel(jobs, self)
        told = self.tr(
            "A backup is as encrypted as the vault and opens with the same secrets. Keep it on a medium that "
            "lies elsewhere, and try now and then whether it can be restored."
        )
        self.make_button = button(self.tr("&Make a backup\u2026"), self._make, icon="save", part="primary")
        self.notice = Notice()
        self.progress = ProgressCard()
        self.progress.stopped.connect(self.model.stop)
        columns = (
            Column[BackupRow](
                title=self.tr("When"), read=lambda found: when(found.event.at), width=190, exact=True
            ),
            Column[BackupRow](
                title=self.tr("What"),
                read=lambda found: self.tr("Tried") if found.event.tried else self.tr("Made"),
                width=110,
                tone=lambda found: Tone.OK if found.event.tried else Tone.INFO,
            ),
            Column[BackupRow](title=self.tr("By"), read=lambda found: found.by, width=220),
            Column[BackupRow](title=self.tr("Note"), read=lambda found: found.event.note),
        )
        self.rows: RowsModel[BackupRow] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Backups"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addLayout(row(self.make_button, None))
        for part in (self.notice, self.progress):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self.model.listed.connect(self.rows.show_rows)
        self.model.began.connect(self._begin)
        self.model.advanced.connect(self._advance)
        self.model.ended.connect(self._end)
        self.model.made.connect(self._show)
        self.model.refused.connect(lambda sentence: self.notice.tell(sentence, Tone.BAD))

    def reload(self) -> None:
        self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self.make_button.setVisible(Right.BACK_UP in rights)

    def _make(self) -> None:
        BackupDialog(self, self.model).open()

    def _begin(self) -> None:
        self.notice.clear()
        self.make_button.setEnabled(False)
        self.progress.begin(self.tr("Making the backup"))

    def _advance(self, done: int, total: int) -> None:
        detail = self.tr("{done} of {total}").format(done=isolate(size(done)), total=isolate(size(total)))
        self.progress.advance(done, total, detail)

    def _end(self) -> None:
        self.progress.end()
        self.make_button.setEnabled(True)

    def _show(self, report: "BackupReport") -> None:
        standing = verdict(report.findings)
        told = [finding_text(finding) for finding in report.findings]
        told.append(
            self.tr("{size} in all, {new} of it new. Short code of this state: {code}").format(
                size=isolate(size(report.size)),
                new=isolate(size(report.copied_bytes)),
                code=isolate(report.code),
            )
        )
        self.notice.tell(" ".join(told), Tone.OK if standing is Standing.HOLDS else SAID[standing])
        self.reload()


class BackupDialog(Dialog):
    """Where to, and which medium it is."""

    def __init__(self, parent: QWidget, model: BackupModel) -> None:
        super().__init__(
            parent,
            self.tr("Make a backup"),
            self.tr(
                "Choose a new or empty folder on another medium, or the folder of an earlier backup of this "
                "vault: then only what is new is copied."
            ),
        )
        self._model = model
        form = Form()
        self.folder = line()
        self.browse = button(self.tr("&Browse\u2026"), self._browse, icon="folder-open")
        place = QWidget()
        place.setLayout(row(self.folder, self.browse))
        form.add(self.tr("Fol&der"), place)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.label = form.add(self.tr("Which &medium"), line())
        self.body.addLayout(form)
        self.finish_with(self.tr("&Make the backup"))
        self.keep_typing(model.draft("backup"))

    def take(self) -> None:
        if not self.folder.text().strip():
            self.refuse(self.tr("Please choose a folder."))
            return
        self._model.make(Path(self.folder.text().strip()).expanduser(), self.label.text().strip())
        self.accept()

    def _browse(self) -> None:
        chosen = choose.choose_folder(self, self.tr("A folder for the backup"))
        if chosen is not None:
            self.folder.setText(str(chosen))
