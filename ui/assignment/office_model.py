"""What the office does with assignments: given out, looked at, merged, closed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal

from thb_desktop.domain import translation_rules
from thb_desktop.domain.assignment import AssignmentReturn
from thb_desktop.domain.ids import AssignmentId, CaseId, InterpreterId, InterviewId, JobId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.vocabulary import SourceForm, TranslationType
from thb_desktop.services.assignments import giving, returning
from thb_desktop.services.assignments.giving import AssignmentInFull
from thb_desktop.services.assignments.returning import Review
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs as language_jobs
from thb_desktop.services.testimony import interviews
from thb_desktop.services.testimony.interview_lists import InterviewSummary
from ui.language_work.handed_back import waiting_in
from ui.topics import Topic
from ui.view_model import ViewModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be given out. job_id: of an open job, which stays as it is; None to open one with the rest.

    made_from: None where it is not answered. due_on, terms: what the interpreter reads.
    """

    job_id: JobId | None
    interview_id: InterviewId
    interpreter_id: InterpreterId
    language: str
    kind: TranslationType | None
    purpose: str
    made_from: SourceForm | None
    made_from_note: str
    with_recording: bool
    due_on: date | None = None
    terms: str = ""
    travels: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSend:
    """What leaves, where to, and for whom: the file of a certificate with its fingerprint as it was told.
    words: the language of a new passphrase; empty for none.
    """

    assignment_id: AssignmentId
    folder: Path
    named: tuple[tuple[Path, str], ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPacket:
    """A packet that was written. root: the fingerprint that the interpreter compares. passphrase: shown
    once; empty for none.
    """

    folder: Path
    root: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What can be given out: the records of the case, its interpreters who are users, and open jobs that are
    made from a record itself. recorded: the records whose recording can go along.
    """

    records: tuple[InterviewSummary, ...]
    interpreters: tuple[Interpreter, ...]
    jobs: tuple[LanguageJob, ...]
    recorded: frozenset[InterviewId]

    def job_for(
        self, interview_id: InterviewId | None, interpreter_id: InterpreterId | None, language: str
    ) -> LanguageJob | None:
        """The open job of this linguist on this record, into this language."""
        wanted = (interview_id, interpreter_id, language)
        return next(
            (
                each
                for each in self.jobs
                if (each.interview_id, each.linguist_id, each.target_language) == wanted
            ),
            None,
        )

    def not_named(
        self, interview_id: InterviewId | None, interpreter_id: InterpreterId | None, language: str
    ) -> tuple[str, ...]:
        """The languages of such a job that the entry of the interpreter does not name."""
        record = next((each.interview for each in self.records if each.interview.id == interview_id), None)
        linguist = next((each for each in self.interpreters if each.id == interpreter_id), None)
        if record is None or linguist is None:
            return ()
        source = record.procedure_language if record.language == language else record.language
        return translation_rules.not_named(linguist, (source, language))


class AssignmentsModel(ViewModel):
    """listed: the assignments of the case. elsewhere: other cases with open ones. waiting: when work was
    handed back that is not merged. offered: what can be given out. reviewed: a return, looked at. merged:
    what was brought, and the return as it was looked at. sent: a packet that left.
    """

    changes = Topic.TESTIMONY

    listed = Signal(object)
    elsewhere = Signal(object)
    waiting = Signal(object)
    offered = Signal(object)
    reviewed = Signal(object)
    merged = Signal(object, object)
    sent = Signal(object)

    def list(self, case_id: CaseId) -> None:
        self.read(lambda session: giving.list_assignments(session, case_id), self.listed.emit)
        self.read(lambda session: giving.other_cases_with_work_out(session, case_id), self.elsewhere.emit)
        self.list_waiting(case_id)

    def list_waiting(self, case_id: CaseId) -> None:
        """Each store is opened for it, beside other work: no key waits for all of them."""
        self.jobs.beside(
            self, lambda in_vault: waiting_in(in_vault, case_id), then=self.waiting.emit, refused=self.refuse
        )

    def ask_offered(self, case_id: CaseId) -> None:
        def work(session: Session) -> Offered:
            return Offered(
                records=interviews.list_interviews(session, case_id),
                interpreters=tuple(giving.list_assignees(session, case_id)),
                jobs=tuple(
                    each
                    for each in language_jobs.list_jobs_of_case(session, case_id)
                    if each.is_open and each.from_job_id is None
                ),
                recorded=giving.list_recorded(session, case_id),
            )

        self.read(work, self.offered.emit)

    def assign(self, case_id: CaseId, wanted: Wanted) -> None:
        """Give out an open job, or a new one."""

        def work(session: Session) -> Sequence[AssignmentInFull]:
            job_id = wanted.job_id or _new_job(session, wanted).id
            giving.assign(
                session,
                job_id,
                due_on=wanted.due_on,
                note=wanted.terms,
                with_recording=wanted.with_recording,
                travels=wanted.travels,
            )
            return giving.list_assignments(session, case_id)

        self.write(work, self.listed.emit)

    def send(self, case_id: CaseId, wanted: ToSend) -> None:
        """Write the packet of an assignment; the work ends at this computer."""

        def work(session: Session) -> tuple[SentPacket, Sequence[AssignmentInFull]]:
            from thb_desktop.services.packets.sending import Addressed, send_packet

            addressed = Addressed(named=wanted.named, words=wanted.words)
            sent = send_packet(session, wanted.assignment_id, wanted.folder, addressed)
            told = SentPacket(folder=wanted.folder, root=sent.root, passphrase=sent.passphrase)
            return told, giving.list_assignments(session, case_id)

        def done(result: tuple[SentPacket, Sequence[AssignmentInFull]]) -> None:
            self.listed.emit(result[1])
            self.sent.emit(result[0])

        self.write(work, done)

    def take_back(self, folder: Path) -> None:
        """Verify a packet that came back, put its store in place, and show what it brings."""

        def work(session: Session) -> Review:
            from thb_desktop.services.packets.taking_back import take_back

            return returning.review_return(session, take_back(session, folder).assignment_id)

        self.write(work, self.reviewed.emit)

    def review(self, assignment_id: AssignmentId) -> None:
        self.read(lambda session: returning.review_return(session, assignment_id), self.reviewed.emit)

    def merge(self, case_id: CaseId, review: Review) -> None:
        def work(session: Session) -> tuple[AssignmentReturn, Sequence[AssignmentInFull]]:
            made = returning.merge_assignment(session, review.assignment.id, review)
            return made, giving.list_assignments(session, case_id)

        def done(result: tuple[AssignmentReturn, Sequence[AssignmentInFull]]) -> None:
            self.listed.emit(result[1])
            self.merged.emit(result[0], review)
            self.list_waiting(case_id)

        self.write(work, done)

    def close_assignment(
        self, case_id: CaseId, assignment_id: AssignmentId, reason: str, *, keep: bool
    ) -> None:
        def work(session: Session) -> Sequence[AssignmentInFull]:
            giving.close_assignment(session, assignment_id, reason=reason, keep=keep)
            return giving.list_assignments(session, case_id)

        self.write(work, self.listed.emit)


def _new_job(session: Session, wanted: Wanted) -> LanguageJob:
    if wanted.kind is None:
        message = "what the translation is was not answered"
        raise ValueError(message)
    return language_jobs.open_job(
        session,
        language_jobs.NewJob(
            interview_id=wanted.interview_id,
            target_language=wanted.language,
            linguist_id=wanted.interpreter_id,
            translation_type=wanted.kind,
            purpose=wanted.purpose,
            made_from=wanted.made_from,
            made_from_note=wanted.made_from_note,
        ),
    )
