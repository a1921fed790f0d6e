"""The versions of one segment in a job, and what belongs to them, found without reading the whole job."""

from thb_desktop.domain.ids import CaseId, InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.language_work import (
    Annotation,
    LanguageJob,
    RenderingVersion,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.registry import (
    ANNOTATION,
    LANGUAGE_JOB,
    RENDERING_VERSION,
    VERSION_SIGNATURE,
    VERSION_WITHDRAWAL,
)

_ASKED = """
    SELECT DISTINCT annotation.segment_id FROM language_job
    JOIN annotation ON annotation.job_id = language_job.id
    WHERE language_job.interview_id = :interview_id AND language_job.struck = ''
    AND annotation.struck = '' AND annotation.code IN ('QUERY', 'AMBIGUOUS')
    AND NOT EXISTS (SELECT 1 FROM annotation_answer
        WHERE annotation_answer.job_id = language_job.id AND annotation_answer.annotation_id = annotation.id)
    ORDER BY annotation.segment_id
"""
_JOBS = "SELECT count(*) FROM language_job WHERE case_id = :case_id"
_SIGNED = "SELECT EXISTS (SELECT 1 FROM version_signature WHERE job_id = :job_id)"
_OPEN_QUESTIONS = """
    SELECT annotation.job_id, annotation.segment_id FROM language_job
    JOIN annotation ON annotation.job_id = language_job.id
    WHERE language_job.case_id = :case_id AND language_job.struck = ''
    AND annotation.struck = '' AND annotation.code = 'QUERY'
    AND NOT EXISTS (SELECT 1 FROM annotation_answer
        WHERE annotation_answer.job_id = language_job.id AND annotation_answer.annotation_id = annotation.id)
    ORDER BY language_job.number, annotation.at, annotation.id
"""
_CONCERNS_OF_CASE = "SELECT count(*) FROM safety_flag WHERE case_id = :case_id AND settled_by IS NULL"
_OPEN_CONCERNS = """
    SELECT count(*) FROM safety_flag WHERE interview_id = :interview_id AND settled_by IS NULL
"""


def count_jobs(connection: Connection, case_id: CaseId) -> int:
    """Return how many jobs a case has had, struck ones too."""
    return int(connection.execute(_JOBS, {"case_id": case_id}).fetchone()[0])


def versions_of(connection: Connection, job_id: JobId, segment_id: SegmentId) -> tuple[RenderingVersion, ...]:
    """Return the versions of a segment in a job, from the first to the last."""
    return RENDERING_VERSION.select(
        connection,
        "WHERE job_id = :job_id AND segment_id = :segment_id ORDER BY number",
        {"job_id": job_id, "segment_id": segment_id},
    )


def annotations_of(connection: Connection, job_id: JobId, segment_id: SegmentId) -> tuple[Annotation, ...]:
    """Return the annotations at a segment in a job, struck ones too."""
    return ANNOTATION.select(
        connection,
        "WHERE job_id = :job_id AND segment_id = :segment_id ORDER BY id",
        {"job_id": job_id, "segment_id": segment_id},
    )


def withdrawal_of(connection: Connection, version_id: RowId) -> VersionWithdrawal | None:
    """Return the author's withdrawal of a version, if there is one."""
    found = VERSION_WITHDRAWAL.where(connection, "version_id", version_id)
    return found[0] if found else None


def last_signature_of(connection: Connection, job_id: JobId, version_id: RowId) -> VersionSignature | None:
    """Return the author's newest signature that names a version; no other signature of the job is read."""
    found = VERSION_SIGNATURE.select(
        connection,
        "WHERE job_id = :job_id AND instr(versions, :version_id) > 0 "
        f"ORDER BY {VERSION_SIGNATURE.newest_first} LIMIT 1",
        {"job_id": job_id, "version_id": version_id},
    )
    return found[0] if found else None


def is_signed(connection: Connection, job_id: JobId) -> bool:
    """Return whether the author of a job signed anything in it."""
    return bool(connection.execute(_SIGNED, {"job_id": job_id}).fetchone()[0])


def open_questions(connection: Connection, case_id: CaseId) -> tuple[tuple[JobId, SegmentId], ...]:
    """Return the job and the turn of each question in a case that nobody answered."""
    rows = connection.execute(_OPEN_QUESTIONS, {"case_id": case_id})
    return tuple((JobId(row[0]), SegmentId(row[1])) for row in rows)


def count_concerns(connection: Connection, case_id: CaseId) -> int:
    """Return how many sealed words of linguists in a case nobody dealt with."""
    return int(connection.execute(_CONCERNS_OF_CASE, {"case_id": case_id}).fetchone()[0])


def asked_at(connection: Connection, interview_id: InterviewId) -> tuple[SegmentId, ...]:
    """Return the segments of a record at which a question or doubt of a linguist has no answer."""
    rows = connection.execute(_ASKED, {"interview_id": interview_id})
    return tuple(SegmentId(row[0]) for row in rows)


def open_concerns_in(connection: Connection, interview_id: InterviewId) -> int:
    """Return how many concerns for safety about a record nobody has dealt with."""
    return int(connection.execute(_OPEN_CONCERNS, {"interview_id": interview_id}).fetchone()[0])


def jobs_of(connection: Connection, interview_id: InterviewId) -> tuple[LanguageJob, ...]:
    """Return the jobs on a record, in the order of their numbers."""
    return LANGUAGE_JOB.where(connection, "interview_id", interview_id)
