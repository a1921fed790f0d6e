"""Giving: an interpreter is assigned a record, and an assignment is closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, AssignmentReturn, Packet, PacketReturn
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AssignmentId, CaseId, InterpreterId, InterviewId, JobId
from thb_desktop.domain.people import Interpreter, User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import (
    AssignedAlreadyError,
    AssigneeError,
    AssigneeWithoutWayError,
    AssignmentClosedError,
    ChangeUncertainError,
    NotFoundError,
    ReasonMissingError,
    StorageError,
    StoreEndDueError,
)
from thb_desktop.services.assignments.content import assigned_rows, can_go_along
from thb_desktop.services.assignments.store import Asked, Founded, found_store
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.packet_sheets import returns_that_came
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signers import is_as_added, signers_of
from thb_desktop.services.core.stores import end_store, open_assignment_of, place_of
from thb_desktop.services.language.doubts import turns_told
from thb_desktop.services.language.jobs import require_open_job
from thb_desktop.vault.assigned import erase_store, new_place, put_in_place
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.system import medium
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentInFull:
    """An assignment with what came back of it, and where its store lies.

    record, job: the numbers of the interview and of the job. language: into which it renders. code,
    assignee: of the interpreter. is_open: whether the assignee can open the store at this computer. packet:
    in which it left. taken: what came back in packets that its interpreter signed.
    """

    assignment: Assignment
    record: str
    job: str
    language: str
    code: str
    assignee: str
    returns: tuple[AssignmentReturn, ...]
    folder: Path
    is_open: bool
    packet: Packet | None = None
    taken: tuple[PacketReturn, ...] = ()

    @property
    def waits_to_leave(self) -> bool:
        """Whether it is for a laptop of the interpreter's own, and is still here."""
        return self.assignment.travels and not self.assignment.is_closed and self.packet is None


@permitted(Right.ASSIGN_WORK)
def assign(
    session: Session,
    job_id: JobId,
    *,
    interpreter_id: InterpreterId | None = None,
    due_on: date | None = None,
    note: str = "",
    with_recording: bool = False,
    travels: bool = False,
) -> Assignment:
    """Give an interpreter a job on a record, in a store of its own that only they and the office open.

    interpreter_id: who revises it; None for its linguist. due_on, note: they stand in the store too. travels:
    they work on a laptop of their own, and declare what is asked of them before it opens there.

    Raises AssigneeError for who is no active interpreter, AssigneeWithoutWayError, AssignedAlreadyError,
    JobClosedError, NotFoundError, StruckOutError, DiskFullError, LeavingBarredError for a recording that
    must not go along, and what reading the recording raises.
    """
    job = require_open_job(session, job_id)
    chosen = interpreter_id or job.linguist_id
    verify_named(session.read, "interpreter", chosen, job.case_id)
    if open_assignment_of(session.read, job_id, chosen) is not None:
        raise AssignedAlreadyError("this job is already assigned to this interpreter")
    interpreter, user = _assignee(session, chosen)
    way = rows.find_way(session.read, user.id)
    if way is None:
        raise AssigneeWithoutWayError("the interpreter must type their passphrase at a desk first")
    session.verify_writable()
    assigned = assigned_rows(session, job, interpreter, user, with_recording=with_recording, travels=travels)
    at = session.clock.read().at
    new_id = AssignmentId(session.new_id(at))
    place = new_place(session.vault.folder, session.environment.randomness)
    asked = Asked(assignment=new_id, due_on=due_on, terms=note.strip(), travels=travels)
    founded = found_store(session, place, asked, assigned, way)
    assignment = Assignment(
        id=new_id,
        case_id=job.case_id,
        interview_id=job.interview_id,
        job_id=job_id,
        interpreter_id=chosen,
        user_id=user.id,
        assigned_by=session.user.id,
        assigned_at=at,
        place=place.name,
        store_id=founded.store_id,
        root_digest=founded.root_digest,
        head=founded.head,
        due_on=due_on,
        note=note.strip(),
        travels=travels,
    )
    try:
        _record(session, assignment, founded)
    except BaseException:
        if registry.ASSIGNMENT.find(session.read, new_id) is None:
            erase_store(place.beside, session.environment.randomness)
        raise
    finally:
        wipe(founded.secret)
    try:
        put_in_place(place)
    except StorageError:
        raise ChangeUncertainError(
            "the medium failed: the work is assigned; its store gets its name when the vault is unlocked next"
        ) from None
    return assignment


@permitted(Right.ASSIGN_WORK)
def close_assignment(session: Session, assignment_id: AssignmentId, *, reason: str, keep: bool) -> Assignment:
    """End the way of the assignee; what is not merged by then stays in the store, or goes with it.

    keep: the office keeps the store for itself; otherwise it is destroyed. Raises ReasonMissingError,
    AssignmentClosedError, VaultInUseError while the store is open, NotFoundError.
    """
    if is_blank(reason):
        raise ReasonMissingError("closing an assignment needs a reason")
    assignment = require_assignment(session, assignment_id)
    if assignment.is_closed:
        raise AssignmentClosedError("the assignment was closed")
    lock = place_of(session, assignment).layout.lock
    if lock.is_file():
        with medium():
            hold_lock(lock).release()
    with session.work() as work:
        closed = replace(assignment, closed_at=work.at, closed_because=reason.strip(), kept=keep)
        work.save(closed)
        if not keep:
            rows.drop_store_secret(work.connection, assignment_id)
        work.record(assignment_id, VaultAction.ASSIGNMENT_CLOSED, reason.strip())
    try:
        end_store(session, closed)
    except StorageError:
        raise StoreEndDueError("the assignment is closed, and its store is still there") from None
    return closed


@permitted(Right.ASSIGN_WORK)
def require_assignment(session: Session, assignment_id: AssignmentId) -> Assignment:
    assignment = registry.ASSIGNMENT.find(session.read, assignment_id)
    if assignment is None:
        raise NotFoundError("there is no such assignment in this vault")
    return assignment


@permitted(Right.ASSIGN_WORK, logs=Consulted.CASE)
def list_assignments(session: Session, case_id: CaseId) -> tuple[AssignmentInFull, ...]:
    """List the assignments of a case in the order in which they were made."""
    return tuple(
        _in_full(session, each) for each in registry.ASSIGNMENT.where(session.read, "case_id", case_id)
    )


@permitted(Right.ASSIGN_WORK)
def find_at(session: Session, place: str) -> AssignmentInFull | None:
    """Return the open assignment whose store has this name, and log its case; None if there is none."""
    held = registry.ASSIGNMENT.where(session.read, "place", place)
    found = next((each for each in held if not each.is_closed), None)
    if found is None:
        return None
    session.consulted(Consulted.CASE, found.case_id)
    return _in_full(session, found)


@permitted(Right.ASSIGN_WORK)
def other_cases_with_work_out(session: Session, case_id: CaseId) -> tuple[str, ...]:
    """Return the references of the other cases in which an assignment is not closed, in their order."""
    cases = {each.case_id for each in registry.ASSIGNMENT.all(session.read) if not each.is_closed}
    found = (registry.CASE_FILE.find(session.read, each) for each in cases - {case_id})
    return tuple(sorted(each.reference for each in found if each is not None))


@permitted(Right.ASSIGN_WORK, logs=Consulted.CASE)
def list_assignees(session: Session, case_id: CaseId) -> Sequence[Interpreter]:
    """List the interpreters of a case to whom work can be assigned."""
    return [
        each
        for each in registry.INTERPRETER.where(session.read, "case_id", case_id)
        if not each.struck and each.user_id and _is_assignable(session, each)
    ]


@permitted(Right.ASSIGN_WORK, logs=Consulted.CASE)
def list_recorded(session: Session, case_id: CaseId) -> frozenset[InterviewId]:
    """Return the records of a case that have a recording which can go along with an assignment."""
    held = registry.INTERVIEW.where(session.read, "case_id", case_id)
    return frozenset(each.id for each in held if can_go_along(session.read, each))


@permitted(Right.ASSIGN_WORK)
def is_recorded(session: Session, interview_id: InterviewId) -> bool:
    """Whether a record has a recording which can go along with an assignment; no other record is read."""
    interview = registry.INTERVIEW.find(session.read, interview_id)
    return interview is not None and bool(can_go_along(session.read, interview))


@permitted(Right.ASSIGN_WORK)
def languages_of(session: Session, job_id: JobId) -> tuple[str, ...]:
    """Return the languages that the linguist of a job must know: of its sources, and into which it goes."""
    job = require_open_job(session, job_id)
    _, spoken = turns_told(session.read, job)
    return tuple(dict.fromkeys((*spoken.values(), job.target_language)))


def _in_full(session: Session, assignment: Assignment) -> AssignmentInFull:
    interview = registry.INTERVIEW.find(session.read, assignment.interview_id)
    interpreter = registry.INTERPRETER.find(session.read, assignment.interpreter_id)
    job = registry.LANGUAGE_JOB.find(session.read, assignment.job_id)
    place = place_of(session, assignment)
    return AssignmentInFull(
        assignment=assignment,
        record=interview.number if interview else "",
        job=job.number if job else "",
        language=job.target_language if job else "",
        code=interpreter.code if interpreter else "",
        assignee=interpreter.name if interpreter else "",
        returns=registry.ASSIGNMENT_RETURN.where(session.read, "assignment_id", assignment.id),
        folder=place.folder,
        is_open=not assignment.is_closed and not assignment.travels and place.is_open_to_assignee,
        packet=next(iter(registry.PACKET.where(session.read, "assignment_id", assignment.id)), None),
        taken=returns_that_came(session.read, assignment.id, root_certificate(session.office_record)),
    )


def _assignee(session: Session, interpreter_id: InterpreterId) -> tuple[Interpreter, User]:
    """Return an interpreter and their user, who is as the entry that added them says."""
    interpreter = registry.INTERPRETER.find(session.read, interpreter_id)
    if interpreter is None or not _is_assignable(session, interpreter):
        raise AssigneeError("the interpreter is no active user with the function of an interpreter")
    user = registry.USER.find(session.read, interpreter.user_id or "")
    if user is None or not is_as_added(signers_of(session.read), user):
        raise AssigneeError("the user of the interpreter is not as the entry that added them says")
    return interpreter, user


def _is_assignable(session: Session, interpreter: Interpreter) -> bool:
    user = registry.USER.find(session.read, interpreter.user_id) if interpreter.user_id else None
    return (
        user is not None
        and user.active
        and user.role is UserRole.INTERPRETER
        and interpreter.goes_by(user.name)
    )


def _record(session: Session, assignment: Assignment, founded: Founded) -> None:
    with session.work() as work:
        work.save(assignment)
        rows.add_store_secret(work.connection, assignment.id, founded.secret)
        work.record(assignment.id, VaultAction.ASSIGNED, assignment.note)
