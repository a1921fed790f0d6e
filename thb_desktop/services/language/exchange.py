"""Exchange: a job goes out to its translator as a file, and comes back as versions typed for them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.interview_record import SegmentInFull, in_order
from thb_desktop.domain.language_states import JobInFull, WorkState, states_of
from thb_desktop.domain.language_work import Annotation, LanguageJob, RenderingVersion
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import AnnotationVisibility
from thb_desktop.errors import (
    ExchangeLanguagesError,
    NothingToRenderError,
    ReasonMissingError,
    TextUnwritableError,
)
from thb_desktop.exchange.formats import ExchangeFormat, read_file, write_file
from thb_desktop.exchange.returned import Acceptance, AcceptedUnit, accept
from thb_desktop.exchange.tables.rows import Headings
from thb_desktop.exchange.units import (
    ExchangeFile,
    ExchangeNote,
    ExchangeState,
    ExchangeUnit,
    Side,
    by_languages,
    is_language_tag,
)
from thb_desktop.findings import Finding
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import get_job, require_free_job, require_job
from thb_desktop.vault.tables import registry, turns

_STATES: Mapping[WorkState, ExchangeState] = {
    WorkState.SELF_CHECKED: ExchangeState.SELF_CHECKED,
    WorkState.REVISED: ExchangeState.REVISED,
    WorkState.CONTESTED: ExchangeState.DISPUTED,
    WorkState.CERTIFIED: ExchangeState.CERTIFIED,
}
"""Every other state of a version that stands is a draft for its translator."""


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


@permitted(Right.RELEASE_BUNDLES, logs=Consulted.TESTIMONY)
def send_job(
    session: Session,
    job_id: JobId,
    form: ExchangeFormat,
    *,
    recipient: str,
    reason: str,
    headings: Headings | None = None,
) -> tuple[SentFile, ...]:
    """Return a job as files in clear, one for each pair of languages, and record that it was sent.

    The event has the reason, the recipient and the digest of each file. Raises ReasonMissingError without
    both, JobClosedError, JobAssignedError, NothingToRenderError, TextUnwritableError, and the errors of a
    vault that is not sound.
    """
    job = require_free_job(session, job_id)
    if is_blank(reason) or is_blank(recipient):
        raise ReasonMissingError("say to whom the job is sent, and why")
    session.opening.verify_sound()
    sent = tuple(_sent(job, each, form, headings) for each in _files(session, job))
    digests = ", ".join(each.sha256 for each in sent)
    purpose = Purpose(code=Justification.EXPORT, text=reason.strip())
    with session.work() as work:
        work.record(
            job_id,
            VaultAction.LANGUAGE_JOB_SENT,
            f"{reason.strip()} ({recipient.strip()}; SHA-256 {digests})",
        )
        work.consulted(Consulted.TESTIMONY, job_id, purpose=purpose, recipient=recipient.strip())
    return sent


@permitted(Right.LANGUAGE_WORK)
def compare_file(session: Session, job_id: JobId, untrusted: bytes, form: ExchangeFormat) -> Acceptance:
    """Return what a file that came back would change. Nothing is written.

    Raises ExchangeError: the file is not what was sent, or not what it should be (V-T-05).
    """
    returned, files = read_file(untrusted, form), _files(session, require_free_job(session, job_id))
    languages = (returned.source_language.lower(), returned.target_language.lower())
    sent = next((each for each in files if _pair(each) == languages), None)
    if sent is None:
        raise ExchangeLanguagesError("the file has other languages than the one that was sent out")
    return accept(returned, sent)


@permitted(Right.LANGUAGE_WORK)
def import_versions(session: Session, job_id: JobId, untrusted: bytes, form: ExchangeFormat) -> ImportedWork:
    """Write each new wording of a file as the next version, typed for the author, in one event.

    They are unsigned, whatever state the file claims, until the author signs them. The event has the digest
    of the file. A translation that is missing in the file changes nothing. Raises what `compare_file` raises.
    """
    job = require_free_job(session, job_id)
    acceptance = compare_file(session, job_id, untrusted, form)
    new = [each for each in acceptance.changed if _has_new_words(each)]
    remarks = tuple(each for each in acceptance.changed if each.remark or each.unit.notes != each.sent.notes)
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
            )
            for each in new
        )
        work.save(*versions)
        digest = hashlib.sha256(untrusted).hexdigest()
        work.record(job_id, VaultAction.VERSIONS_IMPORTED, f"SHA-256 {digest}")
    return ImportedWork(versions=versions, remarks=remarks, findings=acceptance.findings)


def _has_new_words(accepted: AcceptedUnit) -> bool:
    return accepted.unit.target != accepted.sent.target and not is_blank(accepted.unit.target)


def _sent(
    job: LanguageJob, exchange: ExchangeFile, form: ExchangeFormat, headings: Headings | None
) -> SentFile:
    data = write_file(exchange, form, headings)
    name = f"{job.number}-{exchange.source_language}-{exchange.target_language}.{form.value}"
    return SentFile(name=name, data=data, sha256=hashlib.sha256(data).hexdigest())


def _pair(exchange: ExchangeFile) -> tuple[str, str]:
    return exchange.source_language.lower(), exchange.target_language.lower()


def _files(session: Session, job: LanguageJob) -> tuple[ExchangeFile, ...]:
    """Return the job as it would go out now. Raises NothingToRenderError if no turn has a text."""
    outgoing = _Outgoing(get_job(session, job.id), _source_language(session, job))
    units = [outgoing.unit(full) for full in _turns(session, outgoing.work)]
    if not units:
        raise NothingToRenderError("no turn has a text from which the job is made")
    return tuple(ExchangeFile(reference=job.number, units=each) for each in by_languages(units))


def _turns(session: Session, work: JobInFull) -> Iterator[SegmentInFull]:
    interview_id = work.job.interview_id
    segments = registry.SEGMENT.where(session.read, "interview_id", interview_id)
    ordered = in_order(segments, turns.renderings_of(session.read, interview_id))
    return (full for full in ordered if full.segment.id in work.sources)


def _source_language(session: Session, job: LanguageJob) -> str:
    """Return the language of all sources; empty if each turn has its own."""
    if job.from_job_id is not None:
        return require_job(session, job.from_job_id).target_language
    return job.source_language


class _Outgoing:
    """Makes the units of a job: each turn with its present version and the annotations that may go out."""

    def __init__(self, work: JobInFull, source_language: str) -> None:
        self.work, self._source_language = work, source_language
        self._newest, self._states = work.newest(), states_of(work)
        self._annotations: dict[SegmentId, list[Annotation]] = {}
        for each in work.annotations:
            if not each.struck and each.visibility is not AnnotationVisibility.SEALED:
                self._annotations.setdefault(each.segment_id, []).append(each)

    def unit(self, full: SegmentInFull) -> ExchangeUnit:
        segment_id, target_language = full.segment.id, self.work.job.target_language
        source_language = self._source_language or full.segment.language
        if not (is_language_tag(source_language) and is_language_tag(target_language)):
            raise TextUnwritableError("a language has a tag that files do not have", full.label)
        version = self._present(segment_id)
        return ExchangeUnit(
            id=segment_id,
            number=full.label,
            speaker=full.label.partition(" ")[2],
            source_language=source_language,
            source=self.work.sources[segment_id],
            target_language=target_language,
            target=version.text if version else "",
            state=self._state(version),
            notes=tuple(self._notes(segment_id, version)),
        )

    def _present(self, segment_id: SegmentId) -> RenderingVersion | None:
        """Return the last version of a turn, unless its author took it back or it has no words."""
        version = self._newest.get(segment_id)
        if version is None or self._states[version.id] is WorkState.WITHDRAWN or not version.text:
            return None
        return version

    def _state(self, version: RenderingVersion | None) -> ExchangeState:
        if version is None:
            return ExchangeState.UNTOUCHED
        known = _STATES.get(self._states[version.id], ExchangeState.DRAFT)
        return ExchangeState.DRAFT if is_blank(version.text) else known

    def _notes(self, segment_id: SegmentId, version: RenderingVersion | None) -> Iterator[ExchangeNote]:
        sides: dict[str, tuple[Side, str]] = {segment_id: (Side.SOURCE, self.work.sources[segment_id])}
        if version is not None:
            sides[version.id] = (Side.TARGET, version.text)
        for each in self._annotations.get(segment_id, ()):
            yield _note(each, sides)


def _note(annotation: Annotation, sides: Mapping[str, tuple[Side, str]]) -> ExchangeNote:
    """Return an annotation as a note: at its place if its words still stand there, else on the whole."""
    anchor = annotation.anchor
    side, text = sides.get(anchor.of, (None, ""))
    is_there = anchor.kind is AnchorKind.TEXT and text[anchor.start : anchor.end] == anchor.quoted
    is_placed = side is not None and is_there
    return ExchangeNote(
        id=annotation.id,
        code=annotation.code.value,
        text=annotation.text,
        side=side,
        start=anchor.start if is_placed else 0,
        end=anchor.end if is_placed else 0,
        quoted=anchor.quoted if is_placed else "",
    )
