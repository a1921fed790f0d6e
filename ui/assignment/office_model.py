"""What the office does with assignments: given out, looked at, merged, closed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from thb_desktop.domain.assignment import AssignmentReturn
from thb_desktop.domain.ids import AssignmentId, CaseId, InterpreterId, InterviewId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.vocabulary import TranslationType
from thb_desktop.services.assignments import giving, returning
from thb_desktop.services.assignments.giving import AssignmentInFull
from thb_desktop.services.assignments.returning import Review
from thb_desktop.services.casework import interviews
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs as language_jobs
from ui.topics import Topic
from ui.view_model import ViewModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be given out. kind: of the translation, for a job that is opened with it."""

    interview_id: InterviewId
    interpreter_id: InterpreterId
    language: str
    kind: TranslationType
    purpose: str
    with_recording: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What can be given out: the records of the case, and its interpreters who are users."""

    records: tuple[tuple[InterviewId, str], ...]
    interpreters: tuple[Interpreter, ...]
    languages: tuple[str, ...]


class AssignmentsModel(ViewModel):
    """listed: the assignments of the case. offered: what can be given out. reviewed: a return, looked at.
    merged: what was brought.
    """

    changes = Topic.TESTIMONY

    listed = Signal(object)
    offered = Signal(object)
    reviewed = Signal(object)
    merged = Signal(object)

    def list(self, case_id: CaseId) -> None:
        self.read(lambda session: giving.list_assignments(session, case_id), self.listed.emit)

    def ask_offered(self, case_id: CaseId) -> None:
        def work(session: Session) -> Offered:
            held = interviews.list_interviews(session, case_id)
            languages = dict.fromkeys(
                tag for each in held for tag in (each.interview.procedure_language, each.interview.language)
            )
            return Offered(
                records=tuple((each.interview.id, each.interview.number) for each in held),
                interpreters=tuple(giving.list_assignees(session, case_id)),
                languages=tuple(languages),
            )

        self.read(work, self.offered.emit)

    def assign(self, case_id: CaseId, wanted: Wanted) -> None:
        """Give out the open job of this linguist on this record, or a new one."""

        def work(session: Session) -> Sequence[AssignmentInFull]:
            job = _open_job(session, wanted)
            giving.assign(session, job.id, with_recording=wanted.with_recording)
            return giving.list_assignments(session, case_id)

        self.write(work, self.listed.emit)

    def review(self, assignment_id: AssignmentId) -> None:
        self.read(lambda session: returning.review_return(session, assignment_id), self.reviewed.emit)

    def merge(self, case_id: CaseId, review: Review) -> None:
        def work(session: Session) -> tuple[AssignmentReturn, Sequence[AssignmentInFull]]:
            made = returning.merge_assignment(session, review.assignment.id, review)
            return made, giving.list_assignments(session, case_id)

        def done(result: tuple[AssignmentReturn, Sequence[AssignmentInFull]]) -> None:
            self.listed.emit(result[1])
            self.merged.emit(result[0])

        self.write(work, done)

    def close_assignment(
        self, case_id: CaseId, assignment_id: AssignmentId, reason: str, *, keep: bool
    ) -> None:
        def work(session: Session) -> Sequence[AssignmentInFull]:
            giving.close_assignment(session, assignment_id, reason=reason, keep=keep)
            return giving.list_assignments(session, case_id)

        self.write(work, self.listed.emit)


def _open_job(session: Session, wanted: Wanted) -> LanguageJob:
    for job in language_jobs.list_jobs(session, wanted.interview_id):
        if (
            job.is_open
            and (job.linguist_id, job.target_language) == (wanted.interpreter_id, wanted.language)
            and job.from_job_id is None
        ):
            return job
    return language_jobs.open_job(
        session,
        language_jobs.NewJob(
            interview_id=wanted.interview_id,
            target_language=wanted.language,
            linguist_id=wanted.interpreter_id,
            translation_type=wanted.kind,
            purpose=wanted.purpose,
        ),
    )
