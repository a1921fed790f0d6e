"""The page that checks the vault."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from thb_desktop.domain.rights import Right
from thb_desktop.verify.findings import Finding, Standing, verdict
from ui.health.view_model import HealthViewModel
from ui.jobs import VaultJobs
from ui.labels.findings import finding_text
from ui.rows import Column, RowsModel
from ui.standings import SAID, standing_words
from ui.text import digest_groups, isolate, size
from ui.tones import Tone
from ui.widgets.basic import Card, EmptyState, Label, Notice, Part, button, row
from ui.widgets.page import Page
from ui.widgets.progress import ProgressCard
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.health import HealthReport


class HealthView(Page):
    """A button, the progress, the findings."""

    needs = Right.CHECK_HEALTH

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = HealthViewModel(jobs, self)
        self.check_button = button(
            self.tr("&Check the vault"), self.model.check, icon="shield-check", part="primary"
        )
        self.notice = Notice()
        self.progress = ProgressCard()
        self.progress.stopped.connect(self.model.stop)
        columns = (
            Column[Finding](
                title=self.tr("Result"),
                read=lambda found: standing_words(found.standing),
                width=150,
                tone=lambda found: SAID[found.standing],
            ),
            Column[Finding](title=self.tr("What was found"), read=finding_text),
        )
        self.rows: RowsModel[Finding] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Findings"), wrap=True)
        self.empty = EmptyState(
            "activity",
            self.tr("Not checked since unlocking"),
            self.tr(
                "The check reads the whole vault: structure, event chain, tables, and every stored file."
            ),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.fingerprint = Label("", Part.DIGEST, wrap=True).selectable()
        self.fingerprint.setAccessibleName(self.tr("Fingerprint of the root certificate (SHA-256)"))
        root = Card(spacing=4, margin=12)
        root.body.addWidget(Label(self.tr("Fingerprint of the root certificate (SHA-256)"), Part.CAPTION))
        root.body.addWidget(self.fingerprint)
        told = self.tr(
            "Tell it to those who receive your bundles, by telephone or on paper: by it they know that a "
            "bundle is yours."
        )
        root.body.addWidget(Label(told, Part.MUTED, wrap=True))
        self.body.addLayout(row(self.check_button, None))
        self.body.addWidget(self.notice)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(root)
        self.model.root_known.connect(lambda digest: self.fingerprint.setText(digest_groups(digest, 4)))
        self.model.began.connect(self._begin)
        self.model.advanced.connect(self._advance)
        self.model.ended.connect(self._end)
        self.model.checked.connect(self._show)
        self.model.refused.connect(lambda sentence: self.notice.tell(sentence, Tone.BAD))

    def reload(self) -> None:
        self.model.ask_root()

    def _begin(self) -> None:
        self.notice.clear()
        self.check_button.setEnabled(False)
        self.progress.begin(self.tr("Checking the vault"))

    def _advance(self, done: int, total: int) -> None:
        detail = self.tr("{done} of {total}").format(done=isolate(size(done)), total=isolate(size(total)))
        self.progress.advance(done, total, detail)

    def _end(self) -> None:
        self.progress.end()
        self.check_button.setEnabled(True)

    def _show(self, report: "HealthReport") -> None:
        self.rows.show_rows((*report.findings, *report.surroundings))
        self.stack.setCurrentWidget(self.table)
        told = {
            Standing.HOLDS: self.tr("Everything that was checked holds."),
            Standing.UNKNOWN: self.tr("Nothing is broken, but not everything can be told."),
            Standing.BROKEN: self.tr("Something is broken. Keep the vault as it is and restore a copy."),
        }
        standing = verdict(report.findings)
        counted = self.tr("%n stored file(s) read.", "", report.files_checked)
        self.notice.tell(f"{told[standing]} {counted}", SAID[standing])
