"""Language jobs of a bundle: gathered, verified, and told without what stays in the office."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import InterpreterId, InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import (
    JobOutward,
    LinguistOutward,
    StaleOutward,
    VersionOutward,
)
from thb_desktop.domain.language_states import (
    JobInFull,
    WorkState,
    annotations_of,
    last_naming,
    states_of,
)
from thb_desktop.domain.language_work import (
    Annotation,
    AnnotationAnswer,
    LanguageJob,
    RenderingVersion,
    RevisionVerdict,
)
from thb_desktop.domain.person_names import is_same_name
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import AnnotationVisibility
from thb_desktop.errors import (
    LanguageUnsignedError,
    NotFoundError,
    NothingToExportError,
    SafetyFlagOpenError,
    StruckOutError,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn
from thb_desktop.ledger.language_parts import version_outward
from thb_desktop.ledger.language_work import annotation_digest
from thb_desktop.services.bundling.former_versions import disputes_shown, former_versions, signatures_over
from thb_desktop.services.bundling.stale_versions import OF_BUNDLE, stale_versions
from thb_desktop.services.core.linguists import Linguists
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import get_job
from thb_desktop.services.testimony.drawn import undrawn_in
from thb_desktop.vault.tables import registry


@permitted(Right.PREPARE_BUNDLES)
def gather_jobs(
    session: Session, held: Iterable[InterviewInFull], job_ids: Iterable[JobId], *, is_version: bool
) -> tuple[JobOutward, ...]:
    """Return the chosen jobs on these records, with the present versions that their authors signed.

    is_version: whether for a version for a recipient, in which no stale version goes along: its earlier words
    could say what is masked.

    Raises NotFoundError for a job on another record, StruckOutError, NothingToExportError for a job without
    such a version, LanguageUnsignedError if a signature is not its linguist's.
    """
    records = {each.interview.id: each for each in held}
    chosen = tuple(job_ids)
    return tuple(_outward(session, records, each, chosen, is_version=is_version) for each in chosen)


@permitted(Right.PREPARE_BUNDLES)
def linguists_of(session: Session, job_ids: Iterable[JobId]) -> tuple[InterpreterId, ...]:
    """Return whose work these jobs are: their authors, and who said something of it."""
    jobs = [job for each in job_ids if (job := registry.LANGUAGE_JOB.find(session.read, each)) is not None]
    verdicts = [
        row for job in jobs for row in registry.REVISION_VERDICT.where(session.read, "job_id", job.id)
    ]
    return tuple(
        dict.fromkeys((*(each.linguist_id for each in jobs), *(each.interpreter_id for each in verdicts)))
    )


@permitted(Right.PREPARE_BUNDLES)
def certificates_behind(session: Session, jobs: Iterable[JobOutward]) -> tuple[bytes, ...]:
    """Return the certificates (DER) whose keys signed the rows of these jobs.

    Raises LanguageUnsignedError if a row has no signature of its linguist.
    """
    root = root_certificate(session.office_record)
    linguists = Linguists.of(session.read, session.vault_id, root)
    found = []
    for job in jobs:
        for row in job.signed:
            certificate = linguists.certificate_behind(row)
            if certificate is None:
                raise LanguageUnsignedError("language work does not have the signature of its linguist")
            found.append(certificate)
    return tuple(dict.fromkeys(found))


@permitted(Right.PREPARE_BUNDLES)
def verify_no_open_concern(session: Session, interview_ids: Iterable[InterviewId]) -> None:
    """Raise SafetyFlagOpenError if a concern for safety about one of these records is not dealt with."""
    for each in interview_ids:
        flags = registry.SAFETY_FLAG.where(session.read, "interview_id", each)
        if any(flag.settled_by is None for flag in flags):
            raise SafetyFlagOpenError("a concern for safety about a record is not dealt with (V-I-20)")


@permitted(Right.PREPARE_BUNDLES)
def check_jobs(
    session: Session, held: Iterable[InterviewInFull], job_ids: Iterable[JobId], *, is_version: bool
) -> tuple[Finding, ...]:
    """Return what should be read before these jobs are printed. held, is_version: as in `gather_jobs`."""
    records, chosen = {each.interview.id: each for each in held}, tuple(job_ids)
    found = list[Finding]()
    for each in chosen:
        work = get_job(session, each)
        record = records.get(work.job.interview_id)
        stale = {} if record is None else _stale(session, work, record, chosen, is_version=is_version)
        found += _doubts(session, work, [one.told.version for one in stale.values()])
    return tuple(found)


def _doubts(session: Session, work: JobInFull, stale: Collection[RenderingVersion]) -> Iterator[Finding]:
    """stale: the stale versions that go along."""
    number, states, shown = work.job.number, states_of(work), disputes_shown(session.read, work)
    newest = work.newest()
    present = [states[newest[one].id] if one in newest else None for one in work.sources]
    uncertified = sum(state not in (WorkState.CERTIFIED, WorkState.CONTESTED) for state in present)
    contested = sum(state is WorkState.CONTESTED for state in present)
    left_out = sum(state not in OF_BUNDLE for state in present) - len(stale)
    if uncertified:
        yield warn("language-uncertified", number=number, count=uncertified)
    if contested:
        yield warn("language-contested", number=number, count=contested)
    if again := sum(states[newest[one].id] is not WorkState.CONTESTED for one in shown):
        yield warn("language-contested-before", number=number, count=again)
    if lost := sum(said != shown.get(one) for one, said in work.disputes_again().items()):
        yield warn("language-dispute-left-out", number=number, count=lost)
    if stale:
        yield warn("language-stale-printed", number=number, count=len(stale))
    if unprinted := sum(
        _is_printed(note) for each in stale for note in annotations_of(each, work.annotations)
    ):
        yield warn("language-stale-notes", number=number, count=unprinted)
    if left_out:
        yield warn("language-left-out", number=number, count=left_out)
    if work.open_queries():
        yield warn("language-query", number=number, count=len(work.open_queries()))
    notes = [*(each.text for each in work.annotations), *(each.text for each in work.answers)]
    texts = [*(each.text for each in newest.values()), *notes]
    if characters := undrawn_in("\n".join(texts)):
        yield warn("characters-undrawn.translation", number=number, characters=characters)


def _outward(
    session: Session,
    records: dict[InterviewId, InterviewInFull],
    job_id: JobId,
    chosen: Collection[JobId],
    *,
    is_version: bool,
) -> JobOutward:
    work = get_job(session, job_id)
    record = records.get(work.job.interview_id)
    if record is None:
        raise NotFoundError("a chosen job is on a record that is not in the bundle")
    if work.job.struck:
        raise StruckOutError("a chosen job was struck out as opened in error")
    order = [each.segment.id for each in record.segments]
    versions = tuple(_versions(work, order))
    if not versions:
        raise NothingToExportError("a chosen job has no version that its linguist signed")
    own, newest = {each.version.id for each in versions}, work.newest()
    verdicts = tuple(each for each in work.last_verdicts() if each.version_id in own and _counts(work, each))
    shown = disputes_shown(session.read, work)
    again = tuple(each for of, said in shown.items() if newest[of].id in own for each in said)
    former = former_versions(session.read, work, again)
    stale = _stale(session, work, record, chosen, is_version=is_version)
    signed = {row.id for one, (row, _) in last_naming(work.signatures).items() if one in own}
    certified = {row.id for one, (row, _) in last_naming(work.certificates).items() if one in own}
    signatures = tuple(each for each in work.signatures if each.id in signed)
    certificates = tuple(each for each in work.certificates if each.id in certified)
    printed = tuple(
        each
        for version in versions
        for each in annotations_of(version.version, work.annotations)
        if _is_printed(each)
    )
    who = {work.job.linguist_id, *(each.interpreter_id for each in (*verdicts, *again))}
    return JobOutward(
        job=_job_outward(work.job),
        record=record.interview.number,
        linguists=tuple(_linguists(session, sorted(who))),
        versions=versions,
        annotations=printed,
        answers=tuple(_answers(work, {each.id for each in printed})),
        signatures=signatures,
        verdicts=(*verdicts, *again),
        certificates=certificates,
        former=tuple(former.values()),
        former_signatures=signatures_over(work.signatures, {*former, *stale}),
        stale=tuple(stale.values()),
    )


def _stale(
    session: Session,
    work: JobInFull,
    record: InterviewInFull,
    chosen: Collection[JobId],
    *,
    is_version: bool,
) -> dict[tuple[str, str], StaleOutward]:
    """Return the stale versions that go along: of turns of which the record shows the side from which they
    are made. It shows none whose language is no column, and the words of then would leave in that language.
    """
    if is_version:
        return {}
    is_relay, side = work.job.from_job_id is not None, work.job.source_language
    order = [
        each.segment.id
        for each in record.segments
        if is_relay or each.side(side or each.segment.language).text is not None
    ]
    return dict(stale_versions(work, order, _pivot(session, work, chosen)))


def _pivot(session: Session, work: JobInFull, chosen: Collection[JobId]) -> JobInFull | None:
    """The job from which another one is made, if both are in the bundle."""
    pivot = work.job.from_job_id
    return get_job(session, pivot) if pivot is not None and pivot in chosen else None


def _counts(work: JobInFull, verdict: RevisionVerdict) -> bool:
    """Whether a verdict is about a version as it is now: an agreement before another note is not."""
    return bool(verdict.own_text) or verdict.version_digest == work.digests[verdict.version_id]


def _versions(work: JobInFull, order: Iterable[SegmentId]) -> Iterator[VersionOutward]:
    """The present versions that were signed, in the order of the record."""
    newest, states = work.newest(), states_of(work)
    for segment_id in order:
        version = newest.get(segment_id)
        if version is not None and states[version.id] in OF_BUNDLE:
            noted = annotations_of(version, work.annotations)
            told = VersionOutward(
                version=version,
                state=states[version.id],
                withheld=tuple(annotation_digest(each) for each in noted if not _is_printed(each)),
            )
            digests = map(annotation_digest, noted)
            yield version_outward(told, digests, language=work.job.target_language)


def _answers(work: JobInFull, printed: Collection[RowId]) -> Iterator[AnnotationAnswer]:
    """The last answer to each of these annotations."""
    last = {each.annotation_id: each for each in work.answers}
    return (each for each in last.values() if each.annotation_id in printed)


def _is_printed(annotation: Annotation) -> bool:
    return annotation.visibility is AnnotationVisibility.PRINT


def _job_outward(job: LanguageJob) -> LanguageJob:
    """The job without what the office notes about its course."""
    return replace(job, closed_at=None, closed_by=None, closed_because="")


def _linguists(session: Session, ids: Iterable[InterpreterId]) -> Iterator[LinguistOutward]:
    for each in ids:
        row = registry.INTERPRETER.find(session.read, each)
        if row is None or row.user_id is None or is_blank(row.name):
            raise LanguageUnsignedError("a linguist of a chosen job is no user of this vault")
        user = registry.USER.find(session.read, row.user_id)
        yield LinguistOutward(
            id=row.id,
            name=row.name_latin if user and not is_same_name(user.name, row.name) else row.name,
            code=row.code,
            register_number=row.register_number,
            user_id=row.user_id,
        )
