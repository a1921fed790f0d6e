"""The jobs of a case or of one record: listed with their states, opened, changed, closed, given out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import InterviewId, JobId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.people import Interpreter
from thb_desktop.services.assignments import giving
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs, overview
from thb_desktop.services.language.overview import JobSummary
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from ui.jobs import VaultJobs
from ui.labels.entries import Choices, choices_among
from ui.text import isolate
from ui.topics import Topic
from ui.view_model import FormModel


class JobsModel(FormModel):
    """listed: summaries of the jobs. records: id and number of each record of the case. counted: a job's id
    and its StateCounts. offered: what a new job can name. assignees: to whom a job can be given, which
    languages it needs, and whether its record has a recording. made: a job was opened, changed or given out.
    """

    changes = Topic.TESTIMONY

    listed = Signal(object)
    records = Signal(object)
    counted = Signal(str, object)
    offered = Signal(object)
    assignees = Signal(object, object, bool)
    made = Signal(object)

    def __init__(self, vault_jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(vault_jobs, parent)
        self.case: CaseFile | None = None
        self.record: InterviewId | None = None
        """The record whose jobs are listed; None for all of the case."""
        self._listing = 0

    def show_case(self, case: CaseFile | None) -> None:
        """Take a case; nothing is read before `list_jobs`."""
        if (case and case.id) != (self.case and self.case.id):
            self.record = None
            self.listed.emit(())
        self.case = case

    def stop(self) -> None:
        """Something else is shown: count no further."""
        self._listing += 1

    def list_jobs(self) -> None:
        """List the jobs, and then count the states of each, one job at a time."""
        if self.case is None:
            return
        case_id, record = self.case.id, self.record
        self._listing += 1
        listing = self._listing

        def work(session: Session) -> tuple[list[tuple[InterviewId, str]], tuple[JobSummary, ...]]:
            held = interviews.list_interviews(session, case_id)
            numbers = [(each.interview.id, each.interview.number) for each in held]
            return numbers, overview.list_summaries(session, case_id)

        def done(read: tuple[list[tuple[InterviewId, str]], tuple[JobSummary, ...]]) -> None:
            if listing != self._listing:
                return
            numbers, found = read
            self.records.emit(numbers)
            mine = tuple(each for each in found if record in (None, each.job.interview_id))
            self.listed.emit(mine)
            self._count([each.job.id for each in mine], listing)

        self.read(work, done)

    def _count(self, waiting: Sequence[JobId], listing: int) -> None:
        if not waiting or listing != self._listing:
            return
        job_id, rest = waiting[0], waiting[1:]

        def done(counts: overview.StateCounts) -> None:
            self.counted.emit(job_id, counts)
            self._count(rest, listing)

        self.read(lambda session: overview.count_states(session, job_id), done)

    def ask_offered(self) -> None:
        """Load what a new job can name: the linguists of the case, and the jobs on the record."""
        if self.case is None or self.record is None:
            return
        case, record = self.case, self.record

        def work(session: Session) -> Choices:
            linguists = people.list_interpreters(session, case.id)
            choices = choices_among({"interpreter": linguists}, case.language)
            standing = [each for each in jobs.list_jobs(session, record) if not each.struck]
            choices["language_job"] = [(isolate(each.number), each.id) for each in standing]
            return choices

        self.read(work, self.offered.emit)

    def ask_assignees(self, job: LanguageJob) -> None:
        """Load the interpreters of the case to whom a job can be given, and what else the dialog asks."""
        if self.case is None:
            return
        case_id = self.case.id

        def work(session: Session) -> tuple[Sequence[Interpreter], tuple[str, ...], bool]:
            is_recorded = giving.is_recorded(session, job.interview_id)
            return giving.list_assignees(session, case_id), giving.languages_of(session, job.id), is_recorded

        self.read(work, lambda found: self.assignees.emit(*found))

    def begin_job(self, values: Mapping[str, Any]) -> None:
        if self.record is not None:
            asked = jobs.NewJob(interview_id=self.record, **values)
            self._list_after(lambda session: jobs.open_job(session, asked))

    def change_job(self, job: LanguageJob, reason: str) -> None:
        self._list_after(lambda session: jobs.change_job(session, job, reason))

    def close_job(self, job_id: JobId, reason: str) -> None:
        self._list_after(lambda session: jobs.close_job(session, job_id, reason))

    def reopen_job(self, job_id: JobId, reason: str) -> None:
        self._list_after(lambda session: jobs.reopen_job(session, job_id, reason))

    def strike_job(self, job_id: JobId, reason: str) -> None:
        self._list_after(lambda session: jobs.strike_job(session, job_id, reason))

    def assign(self, job_id: JobId, **terms: Any) -> None:
        """Give the job to a linguist, in a store of their own."""
        self._list_after(lambda session: giving.assign(session, job_id, **terms))

    def _list_after(self, work: Callable[[Session], object]) -> None:
        """Do this; the window reads the list again, because testimony changed."""
        self.write(work, self.made.emit)
