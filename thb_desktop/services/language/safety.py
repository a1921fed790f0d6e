"""Concerns for safety: sealed by whoever enters them, read and dealt with by those who may read them."""

from dataclasses import replace
from typing import Any

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, InterpreterId, InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.language_work import SafetyFlag
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.record import to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.safety import SafetyConcern, SafetySettled
from thb_desktop.domain.vocabulary import Compartment, ConcernKind
from thb_desktop.errors import (
    AnnotationError,
    NotAllowedError,
    NotFoundError,
    ReasonMissingError,
    SealedValueDamagedError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.compartments import item_context, opened_as, sealed, unsealed
from thb_desktop.services.core.concerns import is_none, moved_words, open_concern
from thb_desktop.services.core.consultation_log import stated_purpose
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.sealed_notes import seal_note
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.language.sources import turns_of
from thb_desktop.services.testimony.records import require_interview
from thb_desktop.vault.tables import registry

WHERE = Compartment.ASSESSMENTS
"""Held by the magistrates: a clerk who types for the linguist cannot read it again."""


@permitted(Right.LANGUAGE_WORK)
def raise_safety_flag(
    session: Session,
    interview_id: InterviewId,
    text: str,
    *,
    interpreter_id: InterpreterId,
    segment_id: SegmentId | None = None,
    kind: ConcernKind = ConcernKind.SAFETY,
    job_id: JobId | None = None,
) -> SafetyFlag:
    """Seal a concern of a linguist for those who may read it: about a turn, or about the whole of a job.

    What kind it is stands in the seal too. Raises AnnotationError for an empty text, NotFoundError for a turn
    or a job of another record.
    """
    interview = require_interview(session, interview_id)
    verify_named(session.read, "interpreter", interpreter_id, interview.case_id)
    segment = registry.SEGMENT.find(session.read, segment_id) if segment_id else None
    if segment_id and (segment is None or segment.interview_id != interview_id):
        raise NotFoundError("there is no such segment in this record")
    job = registry.LANGUAGE_JOB.find(session.read, job_id) if job_id else None
    if job_id and (job is None or job.interview_id != interview_id):
        raise NotFoundError("there is no such job on this record")
    if is_blank(text):
        raise AnnotationError("a concern for safety says what it is")
    if kind is ConcernKind.OBJECTION:
        raise AnnotationError("an objection of the person heard is entered by the office")
    return _raise(
        session,
        interview,
        text,
        interpreter_id=interpreter_id,
        segment_id=segment_id,
        kind=kind,
        job_id=job_id,
    )


@permitted(Right.EDIT_TESTIMONY)
def raise_objection(
    session: Session,
    interview_id: InterviewId,
    text: str,
    *,
    interpreter_id: InterpreterId,
    through: str = "",
) -> SafetyFlag:
    """Seal that the person heard objects to an interpreter, which they said without them; no record tells it.

    through: by whom or by what means it was told. Raises AnnotationError for an empty text, NotFoundError and
    StruckOutError for the interpreter.
    """
    interview = require_interview(session, interview_id)
    verify_named(session.read, "interpreter", interpreter_id, interview.case_id)
    if is_blank(text):
        raise AnnotationError("an objection says what the person said")
    kind = ConcernKind.OBJECTION
    return _raise(session, interview, text, interpreter_id=interpreter_id, kind=kind, through=through.strip())


@permitted(Right.READ_ASSESSMENTS, logs=Consulted.CASE)
def list_safety_flags(session: Session, case_id: CaseId) -> tuple[SafetyFlag, ...]:
    """List the concerns of a case in the order of entry, without opening any."""
    return registry.SAFETY_FLAG.where(session.read, "case_id", case_id)


@permitted(Right.READ_ASSESSMENTS)
def read_safety_flag(session: Session, flag_id: RowId, *, justification: str) -> SafetyConcern:
    """Open a concern. The event chain first records that it was read, and why.

    Its first reader moves it into the compartment, so that it follows its renewals and handovers. Those for
    whom it was sealed read what was sealed for them; the health check compares. Raises ReasonMissingError,
    NotFoundError, NotAllowedError if it was not sealed for this user, SealedValueDamagedError for what nobody
    can read, which `settle_safety_flag` settles unread.
    """
    if is_blank(justification):
        raise ReasonMissingError("viewing sealed content needs a reason")
    flag = _require(session, flag_id)
    kept = moved_words(session.read, flag_id)
    if kept is not None and session.user.id not in dict(flag.wrapped):
        opened = unsealed(WHERE, kept.sealed, item_context(session.vault.vault_id, kept), session)
    else:
        opened = open_concern(flag, session)
    try:
        concern = opened_as(SafetyConcern, opened)
        with session.work() as work:
            if kept is None:
                work.save(_item(work, session, flag, bytes(opened)))
            work.record(flag_id, VaultAction.SAFETY_FLAG_VIEWED, justification.strip())
            purpose = stated_purpose(session.user, justification)
            work.consulted(Consulted.SAFETY_FLAG, flag_id, purpose=purpose)
    finally:
        wipe(opened)
    return concern


@permitted(Right.READ_ASSESSMENTS)
def place_of(session: Session, concern: SafetyConcern) -> tuple[str, str]:
    """Return the label of the turn and the number of the job of a concern; empty where it names none."""
    turns = turns_of(session.read, concern.interview_id) if concern.segment_id else ()
    label = next((each.label for each in turns if each.segment.id == concern.segment_id), "")
    job = registry.LANGUAGE_JOB.find(session.read, concern.job_id) if concern.job_id else None
    return label, job.number if job is not None else ""


@permitted(Right.READ_ASSESSMENTS)
def settle_safety_flag(session: Session, flag_id: RowId, what_was_done: str) -> SafetyFlag:
    """Say that a concern was dealt with, and how; that is sealed as the concern is.

    One that nobody can read is settled unread. Raises ReasonMissingError, and AnnotationError for one that
    can be read and was not, or that is settled already.
    """
    flag = _require(session, flag_id)
    if is_blank(what_was_done):
        raise ReasonMissingError("say what was done")
    if flag.settled_by or (moved_words(session.read, flag_id) is None and _is_readable(session, flag)):
        raise AnnotationError("a concern is read before it is settled, and is settled once")
    with session.work() as work:
        settled = replace(flag, settled_by=session.user.id, settled_at=work.at)
        said = SafetySettled(text=what_was_done.strip(), by=session.user.id, at=work.at)
        work.save(settled, _item(work, session, flag, canonical.encode(to_record(said))))
        work.record(flag_id, VaultAction.SAFETY_FLAG_SETTLED)
    return settled


def _is_readable(session: Session, flag: SafetyFlag) -> bool:
    """Whether somebody can read it: this user, or others for whom alone it was sealed."""
    try:
        wipe(open_concern(flag, session))
    except NotAllowedError:
        return True
    except SealedValueDamagedError:
        return False
    return not is_none(flag, session)


def _raise(session: Session, interview: Interview, text: str, **told: Any) -> SafetyFlag:
    """Seal a concern about a record. told: its other fields."""
    with session.work() as work:
        flag_id = RowId(work.new_id())
        concern = SafetyConcern(
            interview_id=interview.id,
            text=text.strip(),
            entered_by=session.user.id,
            at=work.at,
            **told,
        )
        made, wrapped = seal_note(WHERE, flag_id, canonical.encode(to_record(concern)), session)
        flag = SafetyFlag(
            id=flag_id,
            case_id=interview.case_id,
            interview_id=interview.id,
            sealed=made,
            wrapped=wrapped,
            typed_by=session.user.id,
            at=work.at,
        )
        work.save(flag)
        work.record(flag.id, VaultAction.SAFETY_FLAG_RAISED)
    return flag


def _require(session: Session, flag_id: RowId) -> SafetyFlag:
    flag = registry.SAFETY_FLAG.find(session.read, flag_id)
    if flag is None:
        raise NotFoundError("there is no such concern in this file")
    return flag


def _item(work: UnitOfWork, session: Session, flag: SafetyFlag, plain: bytes) -> SealedItem:
    item = SealedItem(
        id=RowId(work.new_id()),
        case_id=flag.case_id,
        compartment=WHERE,
        subject_id=flag.id,
        sealed="",
        added_at=work.at,
    )
    context = item_context(session.vault.vault_id, item)
    return replace(item, sealed=sealed(WHERE, plain, context, work, session))
