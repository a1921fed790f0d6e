"""Versions: each wording is written once, and signed, or taken back, by its author."""

from collections.abc import Iterable, Sequence

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.language_states import PRESENT, annotations_of, left_by_author, states_of
from thb_desktop.domain.language_work import (
    AS_LEFT,
    LanguageJob,
    RenderingVersion,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.errors import (
    NotFoundError,
    NothingToRenderError,
    ReasonMissingError,
    SignedAlreadyError,
    StruckOutError,
    ValueRefusedError,
    VersionNotPresentError,
)
from thb_desktop.findings import Finding
from thb_desktop.ledger.language_work import version_digest
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.language.carrying import WHY, carry_notes
from thb_desktop.services.language.doubts import Reason, differing, reason_for
from thb_desktop.services.language.jobs import get_job, require_free_job, require_job
from thb_desktop.services.language.signing import UNSIGNED, is_theirs, signed_row, user_of
from thb_desktop.services.language.sources import source_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import language, registry


@permitted(Right.LANGUAGE_WORK)
def write_version(
    session: Session,
    job_id: JobId,
    segment_id: SegmentId,
    text: str,
    *,
    signer: Signer | None = None,
    along: str = WHY,
) -> RenderingVersion:
    """Write the next wording of a segment, made from its present source.

    What was noted at words that stand in it too is noted at it (`carry_notes`); along: why it is struck out
    at the former wording. It is signed as a draft with the linguist's key, opened at this desk (`signer`) or
    of their own session. Typed by anybody else it stays unsigned until the linguist signs it. That they
    checked it they say by `sign_versions`, with a reason for each difference. Raises JobClosedError,
    NothingToRenderError, NotTheLinguistError, ValueRefusedError.
    """
    job = require_free_job(session, job_id)
    segment = segment_of(session.read, job, segment_id)
    source = source_of(session.read, job, segment)
    if source is None:
        raise NothingToRenderError("this turn has no text from which the job is made")
    is_signed = signer is not None or is_theirs(session, job.linguist_id)
    before = language.versions_of(session.read, job_id, segment_id)
    with session.work() as work:
        version = RenderingVersion(
            id=RowId(work.new_id()),
            job_id=job_id,
            segment_id=segment_id,
            number=len(before) + 1,
            text=text,
            source_digest=digest_of(source),
            author_id=job.linguist_id,
            typed_by=session.user.id,
            typed_at=work.at,
            salt=work.new_salt(),
        )
        work.save(version)
        carry_notes(session.read, work, version, because=along)
        if is_signed:
            sign_now(session, work, job, [version], state=RenderingState.DRAFT, signer=signer)
        work.record(job_id, VaultAction.VERSION_WRITTEN)
    return version


@permitted(Right.LANGUAGE_WORK)
def sign_versions(
    session: Session,
    job_id: JobId,
    read: Iterable[RenderingVersion],
    reasons: Sequence[tuple[Finding, str]] = (),
    *,
    state: RenderingState,
    signer: Signer | None = None,
) -> VersionSignature:
    """Let the author sign versions as they read them, any number in one go, as DRAFT or SELF_CHECKED.

    Each is signed with its annotations. reasons: for each finding of `doubts.check_versions`, why a version
    is signed as checked all the same; they are part of what is signed. Raises VersionNotPresentError for one
    that was superseded, withdrawn, or made from an earlier source; SignedAlreadyError if all are signed in
    this state; WarningUnansweredError.
    """
    job = require_free_job(session, job_id)
    verify_left(state)
    work_on = get_job(session, job_id)
    chosen = {each.id for each in read}
    states = states_of(work_on)
    versions = [each for each in work_on.versions if each.id in chosen]
    if not versions or len(versions) != len(chosen):
        raise NotFoundError("there is no such version in this job")
    if not all(states[each.id] in PRESENT for each in versions):
        raise VersionNotPresentError("a version was superseded, withdrawn or made from an earlier source")
    left = left_by_author(work_on.signatures)
    if all(left.get(each.id) == (work_on.digests[each.id], state) for each in versions):
        raise SignedAlreadyError("these versions are signed in this state already")
    is_checked = state is RenderingState.SELF_CHECKED
    found = differing(session.read, work_on, chosen) if is_checked else ()
    said = tuple(reason_for(each, reasons) for each in found)
    with session.work() as work:
        made = sign_now(session, work, job, versions, state=state, signer=signer, reasons=said)
        work.record(job_id, VaultAction.VERSIONS_SIGNED)
    return made


@permitted(Right.LANGUAGE_WORK)
def withdraw_version(
    session: Session, version_id: RowId, reason: str, *, signer: Signer | None = None
) -> VersionWithdrawal:
    """Let the author take a version back. It stays readable; they write the next one in its place.

    It can be done after the job is closed. Raises ReasonMissingError, VersionNotPresentError if it was
    withdrawn already, NotTheLinguistError.
    """
    version = require_version(session, version_id)
    if is_blank(reason):
        raise ReasonMissingError("a withdrawal needs a reason")
    if language.withdrawal_of(session.read, version_id) is not None:
        raise VersionNotPresentError("the version was withdrawn already")
    user_id = user_of(session, version.author_id)
    with session.work() as work:
        row = VersionWithdrawal(
            id=RowId(work.new_id()),
            job_id=version.job_id,
            version_id=version_id,
            interpreter_id=version.author_id,
            user_id=user_id,
            reason=reason.strip(),
            at=work.at,
            signature=UNSIGNED,
        )
        made = signed_row(session, row, signer)
        work.save(made)
        work.record(version.job_id, VaultAction.VERSION_WITHDRAWN)
    return made


@permitted(Right.LANGUAGE_WORK)
def sign_now(
    session: Session,
    work: UnitOfWork,
    job: LanguageJob,
    versions: Iterable[RenderingVersion],
    *,
    state: RenderingState,
    signer: Signer | None,
    reasons: tuple[Reason, ...] = (),
) -> VersionSignature:
    """Sign versions with their present annotations, in an open transaction."""
    signed = tuple((each.id, digest_now(session.read, job, each)) for each in versions)
    row = VersionSignature(
        id=RowId(work.new_id()),
        job_id=job.id,
        interpreter_id=job.linguist_id,
        user_id=user_of(session, job.linguist_id),
        state=state,
        versions=signed,
        at=work.at,
        signature=UNSIGNED,
        reasons=reasons,
    )
    made = signed_row(session, row, signer)
    work.save(made)
    return made


def digest_now(connection: Connection, job: LanguageJob, version: RenderingVersion) -> str:
    """Return the digest of what is signed of a version of this job now."""
    noted = language.annotations_of(connection, version.job_id, version.segment_id)
    return version_digest(version, annotations_of(version, noted), language=job.target_language)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def require_version(session: Session, version_id: RowId) -> RenderingVersion:
    """Return a version of a job that was not struck out."""
    version = registry.RENDERING_VERSION.find(session.read, version_id)
    if version is None:
        raise NotFoundError("there is no such version in this file")
    if require_job(session, version.job_id).struck:
        raise StruckOutError("the job was struck out as opened in error")
    return version


def segment_of(connection: Connection, job: LanguageJob, segment_id: SegmentId) -> Segment:
    """Return a segment of the record of a job. Raises NotFoundError for any other."""
    segment = registry.SEGMENT.find(connection, segment_id)
    if segment is None or segment.interview_id != job.interview_id:
        raise NotFoundError("there is no such segment in this record")
    return segment


def verify_left(state: RenderingState) -> None:
    """Refuse a state that an author does not give."""
    if state not in AS_LEFT:
        raise ValueRefusedError("an author leaves a version as a draft, or as re-read and right")
