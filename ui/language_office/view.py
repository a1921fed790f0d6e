"""The page for language work: the jobs of a case, and the one that is open."""

from PySide6.QtWidgets import QMenu, QStackedWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding
from thb_desktop.services.language.overview import OpenJob
from ui.jobs import VaultJobs
from ui.language_office.act_dialogs import SignVersionsDialog, WithdrawDialog
from ui.language_office.case.concerns import ConcernsDialog, ConcernsModel
from ui.language_office.certificates.dialogs import CertifyAtDesk
from ui.language_office.certificates.model import WordingsModel
from ui.language_office.certificates.wordings import WordingsDialog
from ui.language_office.job_forms import change_dialog
from ui.language_office.job_model import JobModel
from ui.language_office.job_view import JobView
from ui.language_office.jobs_list import JobsPanel
from ui.language_office.jobs_model import JobsModel
from ui.language_office.revision.compare import CompareView
from ui.language_work.certifying import CertifyingModel
from ui.language_work.glossary import GlossaryDialog, GlossaryModel
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
        self.compare = CompareView(self.model, self.notice)
        self.wordings = WordingsModel(jobs, self)
        self._sets = self._works = False
        self._turn = ""
        """The turn to go to in the job that is being opened."""
        self.right = QStackedWidget()
        self.right.addWidget(self.panel)
        self.right.addWidget(self.job)
        self.right.addWidget(self.compare)
        self.body.addWidget(self.right, 1)
        self.home = (self.compare.list, self.job.table, self.panel.table)
        self.panel.wants_open.connect(lambda job_id: self.open_job(JobId(job_id)))
        self.job.wants_back.connect(self._go_back)
        self.job.wants_signing.connect(self._sign)
        self.job.wants_withdrawal.connect(self._withdraw)
        self.job.wants_compare.connect(self._compare)
        self.job.wants_certificate.connect(self._certify)
        self.compare.wants_back.connect(self._leave_comparison)
        self.compare.wants_other.connect(lambda of: self.model.read_other(JobId(of)))
        self.model.other.connect(self.compare.take_other)
        self.wordings.refused.connect(self.notice.refuse)
        self.panel.wants_glossary.connect(self._show_glossary)
        self.panel.wants_concerns.connect(self._show_concerns)
        self.panel.wants_wordings.connect(
            lambda: WordingsDialog(self, self.wordings, may_set=self._sets).open()
        )
        self.model.opened.connect(self._opened)
        self.model.doubted.connect(self._open_sign)

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._sets = Right.SIGN_RECORDS in rights
        self._works = Right.LANGUAGE_WORK in rights
        self.panel.show_rights(rights)
        self.job.show_rights(rights)
        self.panel.files_button.setVisible(bool(rights & {Right.RELEASE_BUNDLES, Right.LANGUAGE_WORK}))

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

    def chosen_job(self) -> LanguageJob | None:
        """The job that is chosen in the list."""
        chosen = self.panel.chosen()
        return chosen.job if chosen else None

    def offer_files(self, menu: QMenu) -> None:
        """Offer what the main window does with the chosen job: sent out as a file, imported again."""
        self.panel.files_button.setMenu(menu)

    def open_id(self) -> str:
        return self.model.found.job.id if self.model.found else ""

    def typed_turn(self) -> tuple[str, str]:
        return self.job.table.typed_turn() if self.model.found else ("", "")

    def return_to(self, record: str, turn: str = "") -> None:
        self._turn = turn
        self.open_job(JobId(record))

    def show_concerns(self) -> None:
        """Show what linguists sealed in the case."""
        self._show_concerns()

    @property
    def holds_drafts(self) -> bool:
        return self.model.holds_drafts

    def keep_drafts(self) -> None:
        self.job.table.end_editing()
        self.model.keep_drafts()

    def _opened(self, found: OpenJob | None) -> None:
        shown = self.right.currentWidget()
        if found is None or shown is not self.compare:
            self.right.setCurrentWidget(self.panel if found is None else self.job)
        else:
            self.compare.show_job(found, self.compare.chosen())
        if self.right.currentWidget() is not shown and self.isVisible():
            self.take_focus()
        if found is not None and self._turn:
            turn, self._turn = SegmentId(self._turn), ""
            self.job.go_to(self.model.rows.row_of(turn))

    def _sign(self) -> None:
        """Let the linguist sign; what is typed on a turn is written first."""
        found = self.model.found
        if self.model.holds_drafts:
            self.notice.tell(
                self.tr("Save or discard first what is typed: only versions are signed."), Tone.WARN
            )
        elif found is not None:
            self.model.check_signing()

    def _open_sign(self, doubts: tuple[Finding, ...]) -> None:
        found = self.model.found
        if found is not None:
            dialog = SignVersionsDialog(self, self.model, found, self.job.chosen_version(), doubts)
            dialog.goes_to.connect(lambda turn: self.job.go_to(self.model.rows.row_of(SegmentId(turn))))
            dialog.open()

    def _withdraw(self) -> None:
        found, version = self.model.found, self.job.chosen_version()
        if found is not None and version is not None:
            WithdrawDialog(self, self.model, found, version).open()

    def _compare(self) -> None:
        """Show the chosen turn in all its versions, and who says what of them."""
        found, version = self.model.found, self.job.chosen_version()
        if found is not None:
            self.job.table.end_editing()
            self.right.setCurrentWidget(self.compare)
            self.compare.show_job(found, version.segment_id if version is not None else None)

    def _leave_comparison(self) -> None:
        segment_id = self.compare.chosen()
        self.right.setCurrentWidget(self.job)
        if segment_id is not None:
            self.job.go_to(self.model.rows.row_of(segment_id))

    def _certify(self) -> None:
        found = self.model.found
        if self.model.holds_drafts:
            self.notice.tell(
                self.tr("Save or discard first what is typed: only versions are certified."), Tone.WARN
            )
        elif found is not None:
            certifying = CertifyingModel(self.jobs_model.jobs, found.job.id, self)
            dialog = CertifyAtDesk(self, certifying, found)
            certifying.certified.connect(lambda: self.notice.tell(self.tr("The job is certified."), Tone.OK))
            dialog.goes_to.connect(self._go_to)
            dialog.finished.connect(certifying.deleteLater)
            dialog.open()

    def _go_to(self, finding: Finding) -> None:
        """Go to where a rule can be met: a turn, or the form of the job."""
        found = self.model.found
        if found is None:
            return
        noted = {each.id: each.segment_id for each in found.work.annotations}
        segment_id = noted.get(RowId(finding.about), SegmentId(finding.about))
        number = self.model.rows.row_of(segment_id)
        if number >= 0:
            self.job.go_to(number)
        elif finding.field.startswith("language_job."):
            change_dialog(self, self.jobs_model, found.summary).open()

    def _show_glossary(self) -> None:
        case = self.jobs_model.case
        if case is not None:
            model = GlossaryModel(self.jobs_model.jobs, case, self)
            GlossaryDialog(self, model, may_work=self._works).open()

    def _show_concerns(self) -> None:
        case = self.jobs_model.case
        if case is not None:
            ConcernsDialog(self, ConcernsModel(self.jobs_model.jobs, case, self)).open()

    def _go_back(self) -> None:
        """Close the job, and show the list with what it became."""
        self.job.table.end_editing()
        self.notice.clear()
        self.model.leave_job()
        self.jobs_model.list_jobs()
