"""Jobs: a linguist's work on a record is opened, changed, closed, and read with everything in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, InterpreterId, InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import JobInFull, annotations_of, as_certified
from thb_desktop.domain.language_work import Annotation, LanguageJob, RenderingVersion
from thb_desktop.domain.rights import Right
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import SourceForm, TranslationType
from thb_desktop.errors import (
    FieldMissingError,
    JobAssignedError,
    JobCertifiedError,
    JobClosedError,
    NotFoundError,
    NothingCorrectedError,
    ReasonMissingError,
    ValueRefusedError,
)
from thb_desktop.ledger.language_work import version_digest
from thb_desktop.services.case_file.entries import verify_case_not_struck, verify_named
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stores import open_assignment_of
from thb_desktop.services.language.sources import sources_of
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import language, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """What is known when a job is opened; the fields are those of `LanguageJob`."""

    interview_id: InterviewId
    target_language: str
    linguist_id: InterpreterId
    translation_type: TranslationType
    purpose: str
    source_language: str = ""
    from_job_id: JobId | None = None
    made_from: SourceForm | None = None
    made_from_note: str = ""


@permitted(Right.EDIT_TESTIMONY)
def open_job(session: Session, asked: NewJob) -> LanguageJob:
    """Open a job on a record, signed or not; it gets the next number of its case.

    Raises FieldMissingError without a language or a purpose, ValueRefusedError for a job that renders into
    its own source language, NotFoundError and StruckOutError for what it names.
    """
    interview = require_interview(session, asked.interview_id)
    verify_case_not_struck(session.read, interview.case_id)
    verify_named(session.read, "interpreter", asked.linguist_id, interview.case_id)
    for name in ("target_language", "purpose"):
        if is_blank(getattr(asked, name)):
            raise FieldMissingError("a job needs a language and a purpose", f"language_job.{name}")
    _verify_source(session, asked)
    file = registry.STATEMENT_ELSEWHERE.find(session.read, interview.id)
    number = language.count_jobs(session.read, interview.case_id) + 1
    with session.work() as work:
        job = LanguageJob(
            id=JobId(work.new_id()),
            case_id=interview.case_id,
            interview_id=interview.id,
            number=f"T-{number:02}",
            target_language=asked.target_language,
            linguist_id=asked.linguist_id,
            translation_type=asked.translation_type,
            purpose=asked.purpose.strip(),
            opened_by=session.user.id,
            opened_at=work.at,
            source_language=asked.source_language,
            from_job_id=asked.from_job_id,
            made_from=asked.made_from,
            made_from_note=asked.made_from_note.strip(),
            source_sha256=file.sha256 if file else "",
            source_pages=file.pages if file else 0,
        )
        work.save(job)
        work.record(job.id, VaultAction.LANGUAGE_JOB_OPENED)
    return job


@permitted(Right.EDIT_TESTIMONY)
def change_job(session: Session, job: LanguageJob, reason: str) -> LanguageJob:
    """Change what a job is for, or from what it is made; the event keeps the reason.

    job: the whole changed job. Its record, languages and linguist stay: for another, strike this one out and
    open another; so too once a certificate says what is to be changed. Raises ReasonMissingError,
    NothingCorrectedError, JobClosedError, JobCertifiedError, LanguageWorkStaysError.
    """
    before = require_open_job(session, job.id)
    because = _reason(reason)
    if job == before:
        raise NothingCorrectedError("nothing was changed")
    if is_blank(job.purpose):
        raise FieldMissingError("a job needs a language and a purpose", "language_job.purpose")
    is_certified = bool(registry.LANGUAGE_CERTIFICATE.where(session.read, "job_id", job.id))
    if is_certified and as_certified(job) != as_certified(before):
        raise JobCertifiedError("a certificate says of the job what is to be changed")
    with session.work() as work:
        work.save(job)
        work.record(job.id, VaultAction.LANGUAGE_JOB_CHANGED, because)
    return job


@permitted(Right.EDIT_TESTIMONY)
def close_job(session: Session, job_id: JobId, reason: str) -> LanguageJob:
    """Close a job: nothing is written in it any more. A verdict or a withdrawal can still be given."""
    job, because = require_open_job(session, job_id), _reason(reason)
    with session.work() as work:
        closed = replace(job, closed_at=work.at, closed_by=session.user.id, closed_because=because)
        work.save(closed)
        work.record(job_id, VaultAction.LANGUAGE_JOB_CLOSED, because)
    return closed


@permitted(Right.EDIT_TESTIMONY)
def reopen_job(session: Session, job_id: JobId, reason: str) -> LanguageJob:
    """Open a closed job again, because more is to be done or it was closed in error."""
    job, because = require_job(session, job_id), _reason(reason)
    if job.struck or job.is_open:
        raise JobClosedError("only a closed job is opened again")
    opened = replace(job, closed_at=None, closed_by=None, closed_because="")
    with session.work() as work:
        work.save(opened)
        work.record(job_id, VaultAction.LANGUAGE_JOB_REOPENED, because)
    return opened


@permitted(Right.EDIT_TESTIMONY)
def strike_job(session: Session, job_id: JobId, reason: str) -> LanguageJob:
    """Mark a job as opened in error. What was written in it stays readable, and is printed nowhere."""
    job, because = require_job(session, job_id), _reason(reason)
    if job.struck:
        raise JobClosedError("the job was struck out already")
    struck = replace(job, struck=because)
    with session.work() as work:
        work.save(struck)
        work.record(job_id, VaultAction.LANGUAGE_JOB_STRUCK, because)
    return struck


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def list_jobs(session: Session, interview_id: InterviewId) -> tuple[LanguageJob, ...]:
    """List the jobs on a record, struck ones too, in the order of their numbers."""
    return language.jobs_of(session.read, interview_id)


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_jobs_of_case(session: Session, case_id: CaseId) -> tuple[LanguageJob, ...]:
    return registry.LANGUAGE_JOB.where(session.read, "case_id", case_id)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def require_job(session: Session, job_id: JobId) -> LanguageJob:
    job = registry.LANGUAGE_JOB.find(session.read, job_id)
    if job is None:
        raise NotFoundError("there is no such job in this file")
    return job


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def require_open_job(session: Session, job_id: JobId) -> LanguageJob:
    """Return the job if it is open. Raises JobClosedError, StruckOutError if its case was struck out."""
    job = require_job(session, job_id)
    if not job.is_open:
        raise JobClosedError("the job is closed or was struck out")
    verify_case_not_struck(session.read, job.case_id)
    return job


@permitted(Right.LANGUAGE_WORK)
def require_free_job(session: Session, job_id: JobId) -> LanguageJob:
    """Return an open job in which this session may write. Raises JobAssignedError while its linguist has it
    in a store of their own.
    """
    job = require_open_job(session, job_id)
    if open_assignment_of(session.read, job_id, job.linguist_id) is not None:
        raise JobAssignedError("the job is in the hands of its linguist")
    return job


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def get_job(session: Session, job_id: JobId) -> JobInFull:
    """Return a job with all its rows, its present sources, and what is signed of each version now."""
    return job_in_full(session.read, require_job(session, job_id))


def job_in_full(
    read: Connection, job: LanguageJob, turns_read: Sequence[SegmentInFull] | None = None
) -> JobInFull:
    """The same for who has the right. turns_read: the turns of the record, if they are read already."""
    job_id = job.id
    versions = registry.RENDERING_VERSION.where(read, "job_id", job_id)
    annotations = registry.ANNOTATION.where(read, "job_id", job_id)
    sources = sources_of(read, job, turns_read)
    return JobInFull(
        job=job,
        versions=versions,
        signatures=registry.VERSION_SIGNATURE.where(read, "job_id", job_id),
        withdrawals=registry.VERSION_WITHDRAWAL.where(read, "job_id", job_id),
        verdicts=registry.REVISION_VERDICT.where(read, "job_id", job_id),
        certificates=registry.LANGUAGE_CERTIFICATE.where(read, "job_id", job_id),
        annotations=annotations,
        answers=registry.ANNOTATION_ANSWER.where(read, "job_id", job_id),
        sources=sources,
        source_digests={segment: digest_of(text) for segment, text in sources.items()},
        digests=digests_of(versions, annotations, language=job.target_language),
    )


def digests_of(
    versions: Iterable[RenderingVersion], annotations: Iterable[Annotation], *, language: str
) -> dict[RowId, str]:
    """Return the digest of what is signed of each version of a job, with these annotations.

    language: the target language of the job.
    """
    noted: dict[SegmentId, list[Annotation]] = {}
    for each in annotations:
        noted.setdefault(each.segment_id, []).append(each)
    return {
        each.id: version_digest(each, annotations_of(each, noted.get(each.segment_id, ())), language=language)
        for each in versions
    }


def _verify_source(session: Session, asked: NewJob) -> None:
    """Refuse a job into the language of its own source, and one from a job of another record."""
    source = asked.source_language
    if asked.from_job_id is not None:
        other = require_job(session, asked.from_job_id)
        if other.interview_id != asked.interview_id or source:
            raise ValueRefusedError("a job is made from a side of the record, or from another job on it")
        source = other.target_language
    if source == asked.target_language:
        raise ValueRefusedError("a job renders into another language than that of its source")


def _reason(reason: str) -> str:
    if is_blank(reason):
        raise ReasonMissingError("a change of a job needs a reason")
    return reason.strip()
