"""Exchange: a job goes out to its translator as a file, and comes back as versions typed for them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    ExchangeError,
    ExchangeJobError,
    FileSeenError,
    NothingToSendError,
    OfKnownJobError,
    ReasonMissingError,
)
from thb_desktop.exchange.formats import ExchangeFormat, read_file, write_file
from thb_desktop.exchange.returned import Acceptance, AcceptedUnit, ReturnedFile, accept, refusals
from thb_desktop.exchange.tables.rows import Headings
from thb_desktop.exchange.units import ExchangeFile
from thb_desktop.findings import Finding, Where, unknown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.carrying import WHY, answered_in, carry_notes
from thb_desktop.services.language.jobs import get_job, require_free_job
from thb_desktop.services.language.outgoing import outgoing_files
from thb_desktop.services.language.reference import glossary_file, memory_file
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """One file that goes out: its name without anything of the case, and its bytes."""

    name: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedWork:
    """What came back. remarks: units with notes or words beside them that are new; a person enters them."""

    versions: tuple[RenderingVersion, ...]
    remarks: tuple[AcceptedUnit, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A file that came back, before anything of it is written. acceptance: None if it is refused.

    refused: every reason, the first `MOST_REFUSALS` of them.
    """

    job: LanguageJob
    acceptance: Acceptance | None
    refused: tuple[ExchangeError, ...]


MOST_REFUSALS = 1000


@permitted(Right.RELEASE_BUNDLES, logs=Consulted.TESTIMONY)
def send_job(
    session: Session,
    job_id: JobId,
    form: ExchangeFormat | None,
    *,
    recipient: str,
    reason: str,
    headings: Headings | None = None,
    with_memory: bool = False,
    with_glossary: bool = False,
) -> tuple[SentFile, ...]:
    """Return a job as files in clear, one for each pair of languages, and record that it was sent.

    form: None for memory and glossary alone.
    with_memory: what other linguists of the case rendered into this language, as TMX: it may be the words of
    other persons. with_glossary: the terms of the case, as TBX.

    The event has the reason, the recipient and the digest of each file. Raises ReasonMissingError without
    both, NothingToSendError, JobClosedError, JobAssignedError, NothingToRenderError, TextUnwritableError,
    and the errors of a vault that is not sound.
    """
    job = require_free_job(session, job_id)
    if is_blank(reason) or is_blank(recipient):
        raise ReasonMissingError("say to whom the job is sent, and why")
    if form is None and not (with_memory or with_glossary):
        raise NothingToSendError("nothing was chosen that could be sent")
    session.opening.verify_sound()
    files = outgoing_files(session, job.id) if form is not None else ()
    sent = [_sent(job, each, form, headings) for each in files if form is not None]
    if with_memory:
        sent.append(_named(f"{job.number}.tmx", memory_file(session, job.id)))
    if with_glossary:
        sent.append(_named(f"{job.number}.tbx", glossary_file(session, job.id)))
    digests = ", ".join(each.sha256 for each in sent)
    purpose = Purpose(code=Justification.EXPORT, text=reason.strip())
    with session.work() as work:
        work.record(
            job_id,
            VaultAction.LANGUAGE_JOB_SENT,
            f"{reason.strip()} ({recipient.strip()}; SHA-256 {digests})",
        )
        work.consulted(Consulted.TESTIMONY, job_id, purpose=purpose, recipient=recipient.strip())
    return tuple(sent)


@permitted(Right.LANGUAGE_WORK)
def review_file(session: Session, job_id: JobId, returned: ReturnedFile) -> Review:
    """Return what a file that came back would change, or everything for which it is refused. Nothing is
    written.
    """
    job = require_free_job(session, job_id)
    files = outgoing_files(session, job.id)
    languages = (returned.source_language.lower(), returned.target_language.lower())
    sent = next((each for each in files if _pair(each) == languages), files[0])
    refused = tuple(islice(refusals(returned, sent), MOST_REFUSALS))
    if refused:
        return Review(job=job, acceptance=None, refused=_of_its_job(session, job, returned, refused))
    written = get_job(session, job.id).versions
    return Review(job=job, acceptance=_marking_earlier(accept(returned, sent), written), refused=())


def _of_its_job(
    session: Session, job: LanguageJob, returned: ReturnedFile, refused: tuple[ExchangeError, ...]
) -> tuple[ExchangeError, ...]:
    """Say which job of the case a file was made for, where it is one of them and all of its units say so."""
    jobs_named = {each.key.partition(".")[0] for each in returned.units}
    if not isinstance(refused[0], ExchangeJobError) or len(jobs_named) > 1:
        return refused
    (named,) = jobs_named
    listed = registry.LANGUAGE_JOB.where(session.read, "case_id", job.case_id)
    found = [each.number for each in listed if each.id == named]
    return tuple(OfKnownJobError("the file was made for another job", each) for each in found) or refused


def _marking_earlier(accepted: Acceptance, written: Iterable[RenderingVersion]) -> Acceptance:
    """Mark what is an earlier wording of its turn: it was sent out, and another was written here since.

    As the newest version, it would take the place of one that its author signed.
    """
    numbers = {(str(each.segment_id), each.text): each.number for each in written}
    units, findings = [], list(accepted.findings)
    for each in accepted.units:
        number = numbers.get((each.sent.id, each.unit.target), 0) if each.has_new_words else 0
        if number:
            where = Where(kind="unit", names=(each.sent.number,))
            findings.append(unknown("exchange-target.earlier", where=where, number=number))
        units.append(replace(each, earlier=number))
    return Acceptance(units=tuple(units), findings=tuple(findings))


@permitted(Right.LANGUAGE_WORK)
def compare_file(session: Session, job_id: JobId, untrusted: bytes, form: ExchangeFormat) -> Acceptance:
    """Return what a file that came back would change. Nothing is written.

    Raises ExchangeError: the file is not what was sent, or not what it should be (V-T-05).
    """
    review = review_file(session, job_id, read_file(untrusted, form))
    for refusal in review.refused:
        raise refusal
    if review.acceptance is None:  # it is refused without a reason, which cannot be
        raise ExchangeError("the file is refused")
    return review.acceptance


@permitted(Right.LANGUAGE_WORK)
def import_versions(
    session: Session,
    job_id: JobId,
    untrusted: bytes,
    form: ExchangeFormat,
    *,
    seen: Acceptance | None = None,
    along: str = WHY,
) -> ImportedWork:
    """Write each new wording of a file as the next version, typed for the author, in one event.

    They are unsigned, whatever state the file claims, until the author signs them. Notes go along as with
    `write_version`. The event has the digest
    of the file. A translation that is missing in the file changes nothing. seen: what a person was shown
    before. Raises FileSeenError if it is another by now, and what `compare_file` raises.
    """
    job = require_free_job(session, job_id)
    acceptance = compare_file(session, job_id, untrusted, form)
    if seen is not None and seen != acceptance:
        raise FileSeenError("the job changed since the file was looked at")
    new = [each for each in acceptance.changed if each.has_new_words]
    remarks = tuple(each for each in acceptance.changed if each.remark or each.new_notes)
    if not new:
        return ImportedWork(versions=(), remarks=remarks, findings=acceptance.findings)
    numbers = {segment: version.number for segment, version in get_job(session, job_id).newest().items()}
    with session.work() as work:
        versions = tuple(
            RenderingVersion(
                id=RowId(work.new_id()),
                job_id=job_id,
                segment_id=SegmentId(each.sent.id),
                number=numbers.get(SegmentId(each.sent.id), 0) + 1,
                text=each.unit.target,
                source_digest=each.sent.source_digest,
                author_id=job.linguist_id,
                typed_by=session.user.id,
                typed_at=work.at,
                salt=work.new_salt(),
            )
            for each in new
        )
        work.save(*versions)
        answered = answered_in(session.read, versions[0])
        for version in versions:
            carry_notes(session.read, work, version, because=along, answered=answered)
        digest = hashlib.sha256(untrusted).hexdigest()
        work.record(job_id, VaultAction.VERSIONS_IMPORTED, f"SHA-256 {digest}")
    return ImportedWork(versions=versions, remarks=remarks, findings=acceptance.findings)


def _sent(
    job: LanguageJob, exchange: ExchangeFile, form: ExchangeFormat, headings: Headings | None
) -> SentFile:
    name = f"{job.number}-{exchange.source_language}-{exchange.target_language}.{form.value}"
    return _named(name, write_file(exchange, form, headings))


def _named(name: str, data: bytes) -> SentFile:
    return SentFile(name=name, data=data, sha256=hashlib.sha256(data).hexdigest())


def _pair(exchange: ExchangeFile) -> tuple[str, str]:
    return exchange.source_language.lower(), exchange.target_language.lower()
