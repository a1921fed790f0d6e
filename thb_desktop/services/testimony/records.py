"""Records: read an interview with everything that it prints, and check that it may be changed."""

from collections.abc import Iterable
from dataclasses import replace

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.fields import Description, Phase
from thb_desktop.domain.ids import CaseId, InterpreterId, InterviewId, PersonId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_interpreting import SUSPECTS
from thb_desktop.domain.interview_record import InterviewInFull, LaterRecord
from thb_desktop.domain.people import (
    VICTIMS,
    Interpreter,
    Person,
    PersonRole,
    is_same_linguist,
    roles_begun,
    roles_of,
)
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.signed_names import as_signed, roles_signed
from thb_desktop.domain.vocabulary import (
    InterviewState,
    ProceduralRole,
    RenderingKind,
)
from thb_desktop.errors import (
    FieldKeptError,
    NotFoundError,
    RecordFrozenError,
    StruckOutError,
    TranslationInJobError,
)
from thb_desktop.ledger.interview_record import record_digest
from thb_desktop.services.case_file.entries import verify_case_not_struck
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.record_parts import in_parts
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.ages import records_in, treated_on
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, language, registry


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def get_interview(session: Session, interview_id: InterviewId) -> InterviewInFull:
    """Return an interview with everything that its record prints, and the digest of that record."""
    record = get_undigested(session, interview_id)
    return replace(record, digest=record_digest(record))


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def get_undigested(
    session: Session, interview_id: InterviewId, *, copies: bool = True, account: bool = True
) -> InterviewInFull:
    """Return an interview as `get_interview` does, with an empty digest.

    copies: whether those that were printed for signing are among it; no digest covers them. account: whether
    its turns are; without them it costs the same however many there are.
    """
    interview = require_interview(session, interview_id)
    read = session.read
    record = in_parts(read, interview, copies=copies, account=account)
    linguists = {each.interpreter_id for each in record.engagements} | {
        each.author_id for full in record.segments for each in full.renderings if each.author_id
    }
    person, day, names = record.person, interview.day, record.names
    same = records_in(read, person)
    roles = [replace(each, person_id=person.id) for one in same for each in _roles(read, one.id)]
    treated, decided = treated_on(read, person, day.earliest if day else None)
    return replace(
        record,
        interpreters=as_signed((_interpreter(session, each) for each in sorted(linguists)), names),
        roles=roles_signed(names) if names else roles_of(roles, interview.person_id, day),
        roles_begun=roles_begun(roles, interview.person_id, day) if day else (),
        for_suspects=_working_for(read, interview.case_id, SUSPECTS),
        for_victims=_working_for(read, interview.case_id, VICTIMS),
        later=_later(session, interview_id),
        asked=language.asked_at(read, interview_id),
        open_concerns=language.open_concerns_in(read, interview_id)
        if may(session.user.role, Right.READ_ASSESSMENTS)
        else 0,
        child=treated.ground if treated else None,
        age_disputed=bool(treated and treated.disputed),
        age_decided=decided,
        also_protected=any(each.is_protected for each in same if each.id != person.id),
        unnamed_present=_unnamed_present(read, record),
    )


def _unnamed_present(connection: Connection, record: InterviewInFull) -> tuple[Person, ...]:
    named = dict.fromkeys(each.person_id for each in record.presences if each.person_id)
    found = (registry.PERSON.find(connection, each) for each in named)
    return tuple(each for each in found if each is not None and each.is_unnamed)


def _working_for(
    connection: Connection, case_id: CaseId, roles: Iterable[ProceduralRole]
) -> tuple[InterpreterId, ...]:
    """Return who interpreted for persons of these roles, with each other entry of the same linguist."""
    found = set(counts.interpreters_for(connection, case_id, roles))
    every = registry.INTERPRETER.where(connection, "case_id", case_id) if found else ()
    known = [each for each in every if each.id in found]
    return tuple(sorted(each.id for each in every if any(is_same_linguist(each, one) for one in known)))


def _roles(connection: Connection, person_id: PersonId) -> tuple[PersonRole, ...]:
    return registry.PERSON_ROLE.where(connection, "person_id", person_id)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def require_interview(session: Session, interview_id: InterviewId) -> Interview:
    interview = registry.INTERVIEW.find(session.read, interview_id)
    if interview is None:
        raise NotFoundError("there is no such interview in this file")
    return interview


@permitted(Right.EDIT_TESTIMONY)
def require_open(session: Session, interview_id: InterviewId) -> Interview:
    """Return the interview if it is not signed yet. Raises RecordFrozenError otherwise, StruckOutError if
    its case was struck out.
    """
    interview = require_interview(session, interview_id)
    if interview.is_signed:
        raise RecordFrozenError("the record is signed and can no longer be changed")
    verify_case_not_struck(session.read, interview.case_id)
    return interview


@permitted(Right.EDIT_TESTIMONY)
def require_draft(session: Session, interview_id: InterviewId) -> Interview:
    """Return the interview if it was not read back yet. Raises RecordFrozenError otherwise, StruckOutError
    if its case was struck out.
    """
    interview = require_interview(session, interview_id)
    if interview.state is not InterviewState.DRAFT:
        raise RecordFrozenError("the text was read back and can no longer be changed")
    verify_case_not_struck(session.read, interview.case_id)
    return interview


def verify_phase(description: Description, before: object, after: object, state: InterviewState) -> None:
    """Refuse a change of a field that may no longer change. Raises FieldKeptError, RecordFrozenError."""
    for field in description.fields:
        if getattr(before, field.name) == getattr(after, field.name):
            continue
        if field.until is Phase.ONCE:
            raise FieldKeptError("this field cannot be corrected")
        kept = getattr(before, field.name)
        if state is not InterviewState.DRAFT and not field.may_change_after_reading_back(kept):
            raise RecordFrozenError("this was fixed by the reading back and can no longer be changed")


@permitted(Right.EDIT_TESTIMONY)
def require_segment(session: Session, segment_id: SegmentId) -> Segment:
    segment = registry.SEGMENT.find(session.read, segment_id)
    if segment is None:
        raise NotFoundError("there is no such segment in this file")
    return segment


@permitted(Right.EDIT_TESTIMONY)
def require_standing(session: Session, segment_id: SegmentId) -> Segment:
    """Return the segment if it was not struck out. Raises StruckOutError otherwise."""
    segment = require_segment(session, segment_id)
    if segment.struck:
        raise StruckOutError("the turn was struck out as made in error")
    return segment


@permitted(Right.EDIT_TESTIMONY)
def require_turn(session: Session, segment_id: SegmentId) -> Segment:
    """Return the segment if it may be changed: it is of a draft, and not struck out."""
    segment = require_standing(session, segment_id)
    require_draft(session, segment.interview_id)
    return segment


@permitted(Right.EDIT_TESTIMONY)
def require_rendering(session: Session, rendering_id: RowId) -> Rendering:
    rendering = registry.RENDERING.find(session.read, rendering_id)
    if rendering is None:
        raise NotFoundError("there is no such rendering in this file")
    return rendering


@permitted(Right.EDIT_TESTIMONY)
def require_writable(session: Session, segment_id: SegmentId, kind: RenderingKind) -> Segment:
    """Return the segment if such a rendering may still be written: a rendition in a draft only."""
    segment = require_standing(session, segment_id)
    if kind is RenderingKind.RENDITION:
        require_draft(session, segment.interview_id)
    else:
        require_open(session, segment.interview_id)
    return segment


def verify_said(kind: RenderingKind) -> None:
    """Refuse a new rendering that nobody said during the interview: it is made in a job beside the record."""
    if kind is RenderingKind.TRANSLATION:
        raise TranslationInJobError("no translation is added to a record: it is made in a language job")


def _interpreter(session: Session, interpreter_id: InterpreterId) -> Interpreter:
    interpreter = registry.INTERPRETER.find(session.read, interpreter_id)
    if interpreter is None:
        raise NotFoundError("there is no such interpreter in this file")
    return interpreter


def _later(session: Session, interview_id: InterviewId) -> tuple[LaterRecord, ...]:
    return tuple(
        LaterRecord(
            id=each.id,
            number=each.number,
            rectifies=column == "rectifies_id",
            is_signed=each.state is InterviewState.SIGNED,
            turns=_rectified_in(session.read, each) if column == "rectifies_id" else frozenset(),
        )
        for column in ("supplements_id", "rectifies_id")
        for each in registry.INTERVIEW.where(session.read, column, interview_id)
    )


def _rectified_in(connection: Connection, note: Interview) -> frozenset[SegmentId]:
    """Return the turns whose words a note rectifies."""
    rows = registry.READ_BACK_CORRECTION.where(connection, "interview_id", note.id)
    return frozenset(each.segment_id for each in rows if not each.struck)
