"""Annotations: what the linguist of a job notes at a place, and the answers to their queries."""

from dataclasses import dataclass, replace

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor, Anchored, AnchorKind, verify_anchor
from thb_desktop.domain.annotation_codes import DEFAULT_VISIBILITY, may_rest_on
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import FileId, JobId, RowId, SegmentId
from thb_desktop.domain.language_work import Annotation, AnnotationAnswer, LanguageJob, RenderingVersion
from thb_desktop.domain.note_details import ANSWERED, SEEN, NoteDetails, are_whole
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import (
    AnnotationBasis,
    AnnotationCode,
    AnnotationVisibility,
    RenderingState,
)
from thb_desktop.errors import (
    AnchorMismatchError,
    AnnotationDetailsError,
    AnnotationError,
    NotFoundError,
    ReasonMissingError,
    StruckOutError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.language.doubts import Reason
from thb_desktop.services.language.jobs import require_free_job
from thb_desktop.services.language.signing import is_theirs
from thb_desktop.services.language.sources import source_of
from thb_desktop.services.language.versions import digest_now, segment_of, sign_now
from thb_desktop.services.testimony.recordings import recorded_file
from thb_desktop.vault.tables import language, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnnotation:
    """What is noted. basis: None of a question. language: of the note; empty where it is not said.

    visibility: None for the default of the code. details: what the code asks beside the text.
    """

    segment_id: SegmentId
    anchor: Anchor
    code: AnnotationCode
    basis: AnnotationBasis | None
    language: str
    text: str
    visibility: AnnotationVisibility | None = None
    details: NoteDetails | None = None


@permitted(Right.LANGUAGE_WORK)
def annotate(
    session: Session, job_id: JobId, noted: NewAnnotation, *, signer: Signer | None = None
) -> Annotation:
    """Add an annotation of the job's linguist: in the source, in the present version, or in a recording.

    The version to which it belongs is signed again, if it was signed and the linguist's key is at hand
    (`signer`, or the session is theirs); without it the version is unsigned until they sign it. Raises
    AnnotationError, AnchorMismatchError, JobClosedError, NotTheLinguistError.
    """
    job = require_free_job(session, job_id)
    segment = segment_of(session.read, job, noted.segment_id)
    visibility = noted.visibility or DEFAULT_VISIBILITY[noted.code]
    if noted.code is AnnotationCode.SAFETY_FLAG or visibility is AnnotationVisibility.SEALED:
        raise AnnotationError("what concerns safety is sealed for those who may read it")
    if not may_rest_on(noted.code, noted.basis):
        raise AnnotationError("a note rests on something, and is an opinion on language and variety only")
    details = _read_of(session, job, noted.details)
    if not are_whole(noted.code, details):
        raise AnnotationDetailsError("a note has the parts that its code asks for, and no others")
    text = noted.text.strip()
    if details is not None and noted.code in SEEN:
        if text:
            raise AnnotationDetailsError("what could be seen is chosen from the list, without other words")
        text = " ".join(details.conduct)
    if is_blank(text):
        raise AnnotationError("an annotation needs its text")
    _verify_place(session, job, segment, noted.anchor)
    left = _left(session, job, segment.id)
    with session.work() as work:
        annotation = Annotation(
            id=RowId(work.new_id()),
            job_id=job_id,
            segment_id=segment.id,
            anchor=noted.anchor,
            code=noted.code,
            basis=noted.basis,
            visibility=visibility,
            language=noted.language,
            text=text,
            author_id=job.linguist_id,
            typed_by=session.user.id,
            at=work.at,
            details=details,
        )
        work.save(annotation)
        _sign_again(session, work, job, left, signer=signer)
        work.record(job_id, VaultAction.ANNOTATION_ADDED)
    return annotation


@permitted(Right.LANGUAGE_WORK)
def strike_annotation(
    session: Session, annotation_id: RowId, reason: str, *, signer: Signer | None = None
) -> Annotation:
    """Strike out an annotation. It stays readable, with the reason; its version is signed again as when one
    is added.
    """
    annotation = _require(session, annotation_id)
    job = require_free_job(session, annotation.job_id)
    if is_blank(reason):
        raise ReasonMissingError("an annotation is struck out for a reason")
    struck = replace(annotation, struck=reason.strip())
    left = _left(session, job, annotation.segment_id)
    with session.work() as work:
        work.save(struck)
        _sign_again(session, work, job, left, signer=signer)
        work.record(job.id, VaultAction.ANNOTATION_STRUCK, reason.strip())
    return struck


@permitted(Right.LANGUAGE_WORK)
def place_again(
    session: Session, annotation_id: RowId, anchor: Anchor, because: str, *, signer: Signer | None = None
) -> Annotation:
    """Note at other words, for the linguist, what stands at words of a former wording.

    The note there is struck out, for the reason `because`. Raises ReasonMissingError, StruckOutError, and
    what `annotate` raises for a place.
    """
    note = _require(session, annotation_id)
    job = require_free_job(session, note.job_id)
    if is_blank(because):
        raise ReasonMissingError("a note is placed again for a reason")
    _verify_place(session, job, segment_of(session.read, job, note.segment_id), anchor)
    left = _left(session, job, note.segment_id)
    with session.work() as work:
        placed = replace(note, id=RowId(work.new_id()), anchor=anchor, typed_by=session.user.id, at=work.at)
        work.save(placed, replace(note, struck=because.strip()))
        _sign_again(session, work, job, left, signer=signer)
        work.record(job.id, VaultAction.ANNOTATION_ADDED, because.strip())
    return placed


@permitted(Right.EDIT_TESTIMONY)
def answer(session: Session, annotation_id: RowId, text: str) -> AnnotationAnswer:
    """Answer a question or an ambiguity of a linguist, for the authority. A later answer takes its place.

    Raises AnnotationError for an annotation that asks nothing, and for an empty answer.
    """
    annotation = _require(session, annotation_id)
    if annotation.code not in ANSWERED or is_blank(text):
        raise AnnotationError("an answer is to a question or a doubt, and says something")
    with session.work() as work:
        given = AnnotationAnswer(
            id=RowId(work.new_id()),
            job_id=annotation.job_id,
            annotation_id=annotation_id,
            text=text.strip(),
            given_by=session.user.id,
            at=work.at,
        )
        work.save(given)
        work.record(annotation.job_id, VaultAction.ANNOTATION_ANSWERED)
    return given


def _read_of(session: Session, job: LanguageJob, given: NoteDetails | None) -> NoteDetails | None:
    """Return the parts of a note with the words of the entry of the glossary that it names, as they are now.

    Raises NotFoundError for an entry of another case, or one that was struck out.
    """
    if given is None or given.concept_id is None:
        return given
    concept = registry.GLOSSARY_CONCEPT.find(session.read, given.concept_id)
    if concept is None or concept.case_id != job.case_id or concept.struck:
        raise NotFoundError("there is no such entry in the glossary of this case")
    terms = registry.GLOSSARY_TERM.where(session.read, "concept_id", concept.id)
    words = (f"{each.term} ({each.language})" for each in terms if not each.struck)
    return replace(given, concept="; ".join(words) or concept.definition.strip())


def _require(session: Session, annotation_id: RowId) -> Annotation:
    """Return an annotation that was not struck out."""
    annotation = registry.ANNOTATION.find(session.read, annotation_id)
    if annotation is None:
        raise NotFoundError("there is no such annotation in this file")
    if annotation.struck:
        raise StruckOutError("the annotation was struck out already")
    return annotation


def _verify_place(session: Session, job: LanguageJob, segment: Segment, anchor: Anchor) -> None:
    """Refuse a place that is not in the source of the segment, in its last version, or in a recording.

    At a turn that the job does not render, nothing is noted: no version would carry the note.
    """
    version, source = _last_version(session, job, segment.id), source_of(session.read, job, segment)
    if anchor.kind is AnchorKind.TIME:
        file = recorded_file(session.read, job.interview_id, FileId(anchor.of))
        if file is None or (version is None and source is None):
            raise AnchorMismatchError("the recording is not one of this record, or the turn not of this job")
        verify_anchor(anchor, Anchored(id=file.id, digest=file.sha256))
        return
    text = version.text if version is not None and anchor.of == version.id else source
    if (
        text is None
        or anchor.kind is not AnchorKind.TEXT
        or anchor.of not in (segment.id, version and version.id)
    ):
        raise AnchorMismatchError("an annotation is in the source, in the last version, or in a recording")
    verify_anchor(anchor, Anchored.of_text(anchor.of, text))


def _last_version(session: Session, job: LanguageJob, segment_id: SegmentId) -> RenderingVersion | None:
    versions = language.versions_of(session.read, job.id, segment_id)
    return versions[-1] if versions else None


_Left = tuple[RenderingVersion, RenderingState, tuple[Reason, ...]]
"""A version, the state in which its author signed it, and what they said of its differences."""


def _left(session: Session, job: LanguageJob, segment_id: SegmentId) -> _Left | None:
    """Return the last version of a segment, if its author signed it as it is now with its annotations."""
    version = _last_version(session, job, segment_id)
    if version is None:
        return None
    signature = language.last_signature_of(session.read, job.id, version.id)
    if signature is None or dict(signature.versions)[version.id] != digest_now(session.read, job, version):
        return None
    return version, signature.state, tuple(each for each in signature.reasons if each[1] == segment_id)


def _sign_again(
    session: Session, work: UnitOfWork, job: LanguageJob, left: _Left | None, *, signer: Signer | None
) -> None:
    """Sign a version with its changed annotations as it was left, if the linguist's key is at hand."""
    if left is not None and (signer is not None or is_theirs(session, job.linguist_id)):
        version, state, reasons = left
        sign_now(session, work, job, [version], state=state, signer=signer, reasons=reasons)
