"""The page for language work: the jobs of a case, and the one that is open."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import InterviewId, JobId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.rights import Right
from thb_desktop.services.language.overview import OpenJob
from ui.jobs import VaultJobs
from ui.language_office.act_dialogs import SignVersionsDialog, WithdrawDialog
from ui.language_office.job_model import JobModel
from ui.language_office.job_view import JobView
from ui.language_office.jobs_list import JobsPanel
from ui.language_office.jobs_model import JobsModel
from ui.tones import Tone
from ui.topics import Topic
from ui.widgets.page import Page


class LanguageView(Page):
    """The list, and in its place the open job."""

    needs = Right.READ_TESTIMONY
    about_case = True
    shows = frozenset((Topic.TESTIMONY, Topic.CASES))

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.notice_line.give_way()
        self.outer.setContentsMargins(16, 8, 16, 8)
        self.jobs_model, self.model = JobsModel(jobs, self), JobModel(jobs, self)
        self.panel = JobsPanel(self.jobs_model, self.notice)
        self.job = JobView(self.model, self.notice)
        self.right = QStackedWidget()
        self.right.addWidget(self.panel)
        self.right.addWidget(self.job)
        self.body.addWidget(self.right, 1)
        self.home = (self.job.table, self.panel.table)
        self.panel.wants_open.connect(lambda job_id: self.open_job(JobId(job_id)))
        self.job.wants_back.connect(self._go_back)
        self.job.wants_signing.connect(self._sign)
        self.job.wants_withdrawal.connect(self._withdraw)
        self.model.opened.connect(self._opened)

    def show_rights(self, rights: frozenset[Right]) -> None:
        self.panel.show_rights(rights)
        self.job.show_rights(rights)

    def show_case(self, case: CaseFile | None) -> None:
        before = self.jobs_model.case
        if (case and case.id) != (before and before.id):
            self.model.leave_job()
        self.jobs_model.show_case(case)

    def reload(self) -> None:
        """Read again what is shown: the open job, or the list."""
        if self.model.found is not None:
            self.model.open_job(self.model.found.job.id)
        else:
            self.jobs_model.list_jobs()

    def show_record(self, record: str) -> None:
        """List the jobs of one record."""
        self.model.leave_job()
        self.panel.show_record(InterviewId(record))
        self.jobs_model.list_jobs()

    def open_job(self, job_id: JobId) -> None:
        self.notice.clear()
        self.jobs_model.stop()
        self.model.open_job(job_id)

    def offer_files(self, *acts: tuple[str, Callable[[LanguageJob], object]]) -> None:
        """Offer what the main window does with the chosen job: sent out as a file, taken in again."""
        self.panel.offer_files(acts)

    def open_id(self) -> str:
        return self.model.found.job.id if self.model.found else ""

    def typed_turn(self) -> tuple[str, str]:
        return self.job.table.typed_turn() if self.model.found else ("", "")

    def return_to(self, record: str, _turn: str = "") -> None:
        self.model.open_job(JobId(record))

    @property
    def holds_drafts(self) -> bool:
        return self.model.holds_drafts

    def keep_drafts(self) -> None:
        self.job.table.end_editing()
        self.model.keep_drafts()

    def _opened(self, found: OpenJob | None) -> None:
        shown = self.right.currentWidget()
        self.right.setCurrentWidget(self.panel if found is None else self.job)
        if self.right.currentWidget() is not shown and self.isVisible():
            self.take_focus()

    def _sign(self) -> None:
        """Let the linguist sign; what is typed on a turn is written first."""
        found = self.model.found
        if self.model.holds_drafts:
            self.notice.tell(
                self.tr("Save or discard first what is typed: only versions are signed."), Tone.WARN
            )
        elif found is not None:
            SignVersionsDialog(self, self.model, found, self.job.chosen_version()).open()

    def _withdraw(self) -> None:
        found, version = self.model.found, self.job.chosen_version()
        if found is not None and version is not None:
            WithdrawDialog(self, self.model, found, version).open()

    def _go_back(self) -> None:
        """Close the job, and show the list with what it became."""
        self.job.table.end_editing()
        self.notice.clear()
        self.model.leave_job()
        self.jobs_model.list_jobs()
