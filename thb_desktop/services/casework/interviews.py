"""Interviews: held, written down segment by segment, read back, signed, and from then on unchanged."""

from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.bundle import InterviewInFull, SegmentInFull
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, InterviewId, RowId
from thb_desktop.domain.interview import (
    Caution,
    InterpreterEngagement,
    Interview,
    Presence,
    ReadBackCorrection,
    RecordSignature,
    Rendering,
    Segment,
    TimelineEvent,
)
from thb_desktop.domain.interview_rules import check_interview as check_rules
from thb_desktop.domain.interview_rules import verify_signable
from thb_desktop.domain.people import roles_of
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import (
    CopyGiven,
    InterviewState,
    PersonConfirmation,
    ReadbackMode,
)
from thb_desktop.errors import RecordFrozenError, RecordOrderError
from thb_desktop.findings import Finding
from thb_desktop.services.casework.digests import interview_digest
from thb_desktop.services.casework.people import get_person
from thb_desktop.services.casework.segments import (
    NewRendering,
    add_segment,
    discard_draft,
    drafts_of,
    require_interview,
    save_draft,
    set_rendering,
    set_source,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import counts, registry

__all__ = [
    "Formalities",
    "InterviewSummary",
    "NewRendering",
    "ReadBack",
    "add_segment",
    "check_interview",
    "discard_draft",
    "drafts_of",
    "get_interview",
    "hold_interview",
    "list_interviews",
    "list_languages",
    "read_back",
    "save_draft",
    "set_formalities",
    "set_rendering",
    "set_source",
    "sign_interview",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewSummary:
    """An interview as a list shows it: the person's pseudonym and how many segments there are."""

    interview: Interview
    person: str
    segments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Formalities:
    """What the law wants noted about an interview; rows without an id are new, others are changed."""

    presences: tuple[Presence, ...] = ()
    cautions: tuple[Caution, ...] = ()
    timeline: tuple[TimelineEvent, ...] = ()
    engagements: tuple[InterpreterEngagement, ...] = ()
    corrections: tuple[ReadBackCorrection, ...] = ()
    signatures: tuple[RecordSignature, ...] = ()

    @property
    def rows(
        self,
    ) -> tuple[
        Presence | Caution | TimelineEvent | InterpreterEngagement | ReadBackCorrection | RecordSignature, ...
    ]:
        return (
            *self.presences,
            *self.cautions,
            *self.timeline,
            *self.engagements,
            *self.corrections,
            *self.signatures,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """How a record was read back, and what the person said to it. note: why it was not, where it was not."""

    mode: ReadbackMode
    language: str
    confirmation: PersonConfirmation
    complaint: str
    copy_given: CopyGiven
    note: str = ""


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_interviews(session: Session, case_id: CaseId) -> tuple[InterviewSummary, ...]:
    segments = counts.segments_of_case(session.read, case_id)
    return tuple(
        InterviewSummary(
            interview=interview,
            person=get_person(session, interview.person_id).code,
            segments=segments.get(interview.id, 0),
        )
        for interview in registry.INTERVIEW.where(session.read, "case_id", case_id)
    )


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_languages(session: Session, case_id: CaseId) -> tuple[str, ...]:
    """The languages into which something of a case's interviews was rendered, by their tags."""
    return counts.languages_of_case(session.read, case_id)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def get_interview(session: Session, interview_id: InterviewId) -> InterviewInFull:
    """An interview with all that its record prints, and the digest of that record."""
    interview = require_interview(session, interview_id)
    read = session.read
    segments = registry.SEGMENT.where(read, "interview_id", interview_id)
    record = InterviewInFull(
        interview=interview,
        person=get_person(session, interview.person_id),
        presences=registry.PRESENCE.where(read, "interview_id", interview_id),
        cautions=registry.CAUTION.where(read, "interview_id", interview_id),
        timeline=registry.TIMELINE_EVENT.where(read, "interview_id", interview_id),
        corrections=registry.READ_BACK_CORRECTION.where(read, "interview_id", interview_id),
        signatures=registry.RECORD_SIGNATURE.where(read, "interview_id", interview_id),
        engagements=registry.INTERPRETER_ENGAGEMENT.where(read, "interview_id", interview_id),
        segments=tuple(
            SegmentInFull(segment=segment, renderings=_renderings(session, segment)) for segment in segments
        ),
        digest="",
        roles=roles_of(
            registry.PERSON_ROLE.where(read, "person_id", interview.person_id),
            interview.person_id,
            interview.day,
        ),
    )
    return replace(record, digest=interview_digest(record))


@permitted(Right.EDIT_TESTIMONY)
def hold_interview(session: Session, interview: Interview, formalities: Formalities) -> Interview:
    """Begin the record of an interview as a draft, with the formalities known so far.

    Raises AlreadyExistsError (the number), NotFoundError (a person or official that is not in the file).
    """
    with session.work() as work:
        held = replace(
            interview,
            id=InterviewId(work.new_id()),
            state=InterviewState.DRAFT,
            record_digest="",
        )
        work.save(held)
        _save_formalities(work, held.id, formalities)
        work.record(held.id, VaultAction.INTERVIEW_HELD)
    return held


@permitted(Right.EDIT_TESTIMONY)
def set_formalities(
    session: Session, interview_id: InterviewId, formalities: Formalities, *, header: Interview | None = None
) -> None:
    """Add or change formalities before the record is signed. header: the interview's own fields, if changed.

    Raises RecordFrozenError after it was signed.
    """
    interview = _require_open(session, interview_id)
    with session.work() as work:
        if header is not None:
            work.save(
                replace(
                    header,
                    id=interview.id,
                    case_id=interview.case_id,
                    state=interview.state,
                    record_digest="",
                )
            )
        _save_formalities(work, interview_id, formalities)
        work.record(interview_id, VaultAction.FORMALITIES_SET)


@permitted(Right.EDIT_TESTIMONY)
def read_back(
    session: Session, interview_id: InterviewId, outcome: ReadBack, formalities: Formalities
) -> Interview:
    """Record how the record was read back, with corrections and signatures; its text is fixed from then."""
    interview = _require_open(session, interview_id)
    if interview.state is not InterviewState.DRAFT:
        raise RecordOrderError("the record was read back already")
    with session.work() as work:
        _save_formalities(work, interview_id, formalities)
        heard = replace(
            interview,
            readback_mode=outcome.mode,
            readback_language=outcome.language,
            readback_note=outcome.note,
            confirmation=outcome.confirmation,
            interpretation_complaint=outcome.complaint,
            copy_given=outcome.copy_given,
            state=InterviewState.READ_BACK,
        )
        work.save(heard)
        work.record(interview_id, VaultAction.INTERVIEW_READ_BACK)
    return heard


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def check_interview(session: Session, interview_id: InterviewId) -> tuple[Finding, ...]:
    """What would refuse the signature of this record, and what should be seen before it."""
    return check_rules(get_interview(session, interview_id))


@permitted(Right.SIGN_RECORDS)
def sign_interview(session: Session, interview_id: InterviewId) -> Interview:
    """Sign an interview record: nothing of it changes any more. Its digest is in `record_digest`.

    Raises RecordOrderError before it was read back, RecordFrozenError after it was signed, and the error of
    the first rule that refuses (`domain.interview_rules.REFUSALS`).
    """
    interview = _require_open(session, interview_id)
    if interview.state is not InterviewState.READ_BACK:
        raise RecordOrderError("the record must be read back before it is signed")
    record = get_interview(session, interview_id)
    verify_signable(record)
    with session.work() as work:
        frozen = replace(interview, state=InterviewState.SIGNED, record_digest=record.digest)
        work.save(frozen)
        work.record(interview_id, VaultAction.INTERVIEW_SIGNED)
    return frozen


def _require_open(session: Session, interview_id: InterviewId) -> Interview:
    interview = require_interview(session, interview_id)
    if interview.is_signed:
        raise RecordFrozenError("the record is signed and cannot be changed any more")
    return interview


def _save_formalities(work: UnitOfWork, interview_id: InterviewId, formalities: Formalities) -> None:
    for row in formalities.rows:
        row_id = row.id or RowId(work.new_id())
        work.save(replace(row, id=row_id, interview_id=interview_id))


def _renderings(session: Session, segment: Segment) -> tuple[Rendering, ...]:
    return registry.RENDERING.where(session.read, "segment_id", segment.id)
