"""Returning: what an interpreter handed back is looked at, and merged into the vault by one act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import AnchorKind, quotes
from thb_desktop.domain.assignment import Assignment, AssignmentReturn, Declaration, Handback
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import AssignmentId, CaseId, FileId, RowId, SegmentId
from thb_desktop.domain.language_work import (
    Annotation,
    LanguageCertificate,
    LanguageJob,
    RenderingVersion,
    RevisionVerdict,
    SafetyFlag,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.domain.note_details import NoteDetails, are_whole
from thb_desktop.domain.record import to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import digest_of
from thb_desktop.domain.vocabulary import AnnotationCode, VerdictKind
from thb_desktop.errors import (
    AssignmentClosedError,
    DamageError,
    NothingHandedBackError,
    PacketOlderError,
    ReturnForeignError,
    ReturnRefusedError,
    ReturnSeenError,
    StoreBrokenError,
    ThbError,
)
from thb_desktop.findings import Finding
from thb_desktop.ledger.checkpoint import Mark
from thb_desktop.ledger.handback import row_digest
from thb_desktop.services.assignments.checking import check_store, marks_of, verify_declared
from thb_desktop.services.assignments.giving import require_assignment
from thb_desktop.services.assignments.store import enter_for_office, within_bound
from thb_desktop.services.assignments.work import BROUGHT
from thb_desktop.services.core.handbacks import is_signed
from thb_desktop.services.core.linguists import Linguists
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.settlements import settlement_of
from thb_desktop.services.core.told_entries import entry_that_told
from thb_desktop.services.language.jobs import require_open_job
from thb_desktop.services.language.sources import source_of
from thb_desktop.vault.database import Connection, database_medium
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import language, registry
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.vault.unlocked import Vault


class Doubt(StrEnum):
    """What a person should see of a version before it is merged. None of it keeps it out."""

    STALE = "STALE"
    """The source changed since: it is merged, and shown as made from an earlier source."""
    GONE = "GONE"
    """The turn was struck out since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A return as it was looked at.

    rows: what is new in the vault, or changed. doubts: by turn. merged: the return in which this handback was
    merged already, and of which nothing lacks.
    """

    assignment: Assignment
    handback: Handback
    size: int
    head: str
    rows: tuple[object, ...]
    doubts: tuple[tuple[SegmentId, Doubt], ...]
    merged: AssignmentReturn | None

    def of[T](self, kind: type[T]) -> tuple[T, ...]:
        """Return what is new of one kind."""
        return tuple(each for each in self.rows if isinstance(each, kind))

    @property
    def versions(self) -> tuple[RenderingVersion, ...]:
        return self.of(RenderingVersion)

    @property
    def agreed(self) -> int:
        """With how many versions another linguist agrees."""
        return sum(each.kind is VerdictKind.AGREES for each in self.of(RevisionVerdict))

    @property
    def disputed(self) -> int:
        """How many versions another linguist disputes."""
        return sum(each.kind is VerdictKind.DISPUTES for each in self.of(RevisionVerdict))

    @property
    def questions(self) -> tuple[Annotation, ...]:
        """The questions to the authority that are new, and were not struck out."""
        return tuple(
            each for each in self.of(Annotation) if each.code is AnnotationCode.QUERY and not each.struck
        )

    @property
    def declaration(self) -> Declaration | None:
        """What the interpreter declared, if it is new."""
        return next(iter(self.of(Declaration)), None)

    @property
    def sealed(self) -> int:
        """How many words about safety or complaints are new. They are sealed for the magistrates."""
        return len(self.of(SafetyFlag))


@permitted(Right.ASSIGN_WORK)
def review_return(session: Session, assignment_id: AssignmentId) -> Review:
    """Verify the store of an assignment, and compare what was handed back with the vault; nothing is written.

    Raises StoreBrokenError, ReturnForeignError if it contradicts nothing but a return in the vault,
    StoreForeignError, StoreKeyMissingError, ReturnRefusedError with what is wrong,
    NothingHandedBackError, AssignmentClosedError, JobClosedError, VaultInUseError while the store is open.
    """
    assignment = require_assignment(session, assignment_id)
    if assignment.is_closed:
        raise AssignmentClosedError("the assignment was closed")
    job = require_open_job(session, assignment.job_id)
    with within_bound(), enter_for_office(session, assignment) as store:
        verify_sound(session, store, assignment)
        verify_declared(store, registry.PACKET.where(session.read, "assignment_id", assignment_id))
        handback = registry.HANDBACK.last(store.connection)
        if handback is None:
            raise NothingHandedBackError("the interpreter has handed nothing back yet")
        _verify_handed(session, handback, assignment)
        rows = tuple(_new_rows(session, store.connection, handback, assignment))
        journal = Journal(store.connection)
        return Review(
            assignment=assignment,
            handback=handback,
            size=journal.size,
            head=journal.root.hex(),
            rows=rows,
            doubts=tuple(_doubts(session, job, rows)),
            merged=None if rows else _return_of(session, handback),
        )


@permitted(Right.ASSIGN_WORK, logs=Consulted.CASE)
def list_waiting(session: Session, case_id: CaseId) -> dict[AssignmentId, datetime]:
    """Return when the last work was handed back that waits to be merged, by open assignment of a case.

    Nothing of it is verified: that is for who looks at it. Nothing is said of a store that does not open now.
    """
    found: dict[AssignmentId, datetime] = {}
    for each in registry.ASSIGNMENT.where(session.read, "case_id", case_id):
        if each.is_closed:
            continue
        try:
            with within_bound(), enter_for_office(session, each) as store:
                handback = registry.HANDBACK.last(store.connection)
        except ThbError:
            continue
        if handback is not None and _return_of(session, handback) is None:
            found[each.id] = handback.at
    return found


@permitted(Right.ASSIGN_WORK)
def merge_assignment(session: Session, assignment_id: AssignmentId, seen: Review) -> AssignmentReturn:
    """Merge what was handed back, as it was looked at, in one event; what is there already is not written.

    A handback that was merged before changes nothing. Raises ReturnSeenError if the return or the vault
    changed since, and what `review_return` raises.
    """
    session.verify_writable()
    review = review_return(session, assignment_id)
    if review.merged is not None:
        return review.merged
    if review != seen:
        raise ReturnSeenError("the return, or what it is compared with, changed since it was looked at")
    with session.work() as work:
        made = AssignmentReturn(
            id=RowId(work.new_id()),
            assignment_id=assignment_id,
            case_id=review.assignment.case_id,
            handback_id=review.handback.id,
            by_user=review.assignment.user_id,
            merged_by=session.user.id,
            merged_at=work.at,
            size=review.size,
            head=review.head,
            brought=len(review.rows),
        )
        known = registry.HANDBACK.find(session.read, review.handback.id) is not None
        work.save(*review.rows, *(() if known else (review.handback,)), made)
        work.record(assignment_id, VaultAction.ASSIGNMENT_MERGED)
    return made


def _unsettled(session: Session, returns: Sequence[AssignmentReturn]) -> tuple[AssignmentReturn, ...]:
    """Return those for which no magistrate answered: only their states must the store continue."""
    root = root_certificate(session.office_record)

    def is_settled(made: AssignmentReturn) -> bool:
        entry = entry_that_told(
            session.read, RowName(registry.ASSIGNMENT_RETURN.name, made.id), "head", made.head
        )
        return entry is not None and bool(settlement_of(session.read, entry, session.vault_id, root))

    return tuple(each for each in returns if not is_settled(each))


def _return_of(session: Session, handback: Handback) -> AssignmentReturn | None:
    return next(iter(registry.ASSIGNMENT_RETURN.where(session.read, "handback_id", handback.id)), None)


def verify_sound(session: Session, store: Vault, assignment: Assignment) -> None:
    """Refuse a store that does not hold together, or does not continue what came back before.

    Raises PacketOlderError, ReturnForeignError, StoreBrokenError.
    """
    returns = _unsettled(
        session, registry.ASSIGNMENT_RETURN.where(session.read, "assignment_id", assignment.id)
    )
    taken = registry.PACKET_RETURN.where(session.read, "assignment_id", assignment.id)

    def check(marks: Sequence[Mark]) -> tuple[Finding, ...]:
        with database_medium():
            return check_store(
                store, assignment, marks, environment=session.environment, reading=session.clock.read()
            )

    try:
        found = check(marks_of(assignment, returns, taken))
        is_foreign = bool(found) and bool(returns or taken) and not check(marks_of(assignment, ()))
    except DamageError as refusal:
        raise StoreBrokenError("the store is damaged", refusal.code) from None
    if found:
        codes = ", ".join(dict.fromkeys(finding.key for finding in found))
        if is_foreign and taken:
            raise PacketOlderError("the packet does not continue what came back before")
        if is_foreign:
            raise ReturnForeignError("the store and a return in the vault contradict each other", codes)
        raise StoreBrokenError("the store does not hold together", codes)


def _verify_handed(session: Session, handback: Handback, assignment: Assignment) -> None:
    if (handback.assignment_id, handback.user_id) != (assignment.id, assignment.user_id):
        raise ReturnRefusedError("the work was handed back for another assignment, or by somebody else")
    root = root_certificate(session.office_record)
    if not is_signed(session.read, handback, session.vault_id, root):
        raise ReturnRefusedError("what was handed back does not have the signature of the interpreter")


def _new_rows(
    session: Session, store: Connection, handback: Handback, assignment: Assignment
) -> Iterator[object]:
    """Return the rows of a handback that the vault does not have. Raises ReturnRefusedError."""
    tables = {table.name: table for table in BROUGHT}
    linguists = Linguists.of(session.read, session.vault_id, root_certificate(session.office_record))
    latest = session.clock.read().at + _GRACE
    for name, row_id, digest in handback.rows:
        row = tables[name].find(store, row_id) if name in tables else None
        if row is None or row_digest(name, to_record(row)) != digest:
            raise ReturnRefusedError("the work went on after it was handed back: it is handed back again")
        present = tables[name].find(session.read, row_id)
        if row == present or _is_settled_now(present, row):
            continue
        if present is not None and not _is_struck_now(present, row):
            raise ReturnRefusedError("a row of the return differs from the one of the same id in the vault")
        _verify_theirs(row, assignment)
        verify_new(row, assignment, latest)
        if isinstance(row, _SIGNED) and linguists.certificate_behind(row) is None:
            raise ReturnRefusedError("a row of the return does not have the signature of the interpreter")
        if isinstance(row, RenderingVersion):
            _verify_place(session.read, row, handback)
        elif isinstance(row, Annotation):
            _verify_quote(row, session.read, store)
        yield row


_SIGNED = (VersionSignature, VersionWithdrawal, RevisionVerdict, LanguageCertificate)


def _is_settled_now(present: object, row: object) -> bool:
    """Whether a word about safety of the vault was settled there, and nothing else of it changed."""
    return isinstance(present, SafetyFlag) and replace(present, settled_by=None, settled_at=None) == row


def _is_struck_now(present: object, row: object) -> bool:
    """Whether an annotation of the vault was struck out by its author, and nothing else of it changed."""
    if not isinstance(present, Annotation) or not isinstance(row, Annotation) or present.struck:
        return False
    before, after = to_record(present), to_record(row)
    return bool(row.struck) and {**before, "struck": row.struck} == after


def _verify_theirs(row: object, assignment: Assignment) -> None:
    """Refuse a row that is not of this job, or not by the assignee."""
    match row:
        case RenderingVersion() | Annotation():
            told = (row.job_id, row.author_id, row.typed_by)
        case VersionSignature() | VersionWithdrawal() | RevisionVerdict() | LanguageCertificate():
            told = (row.job_id, row.interpreter_id, row.user_id)
        case SafetyFlag():
            told = (assignment.job_id, assignment.interpreter_id, row.typed_by)
            if row.interview_id != assignment.interview_id:
                raise ReturnRefusedError("a row of the return is about another record")
        case Concept() | Term():
            told = (assignment.job_id, assignment.interpreter_id, assignment.user_id)
            if row.case_id != assignment.case_id:
                raise ReturnRefusedError("a row of the return is about another case")
        case Declaration():
            told = (assignment.job_id, assignment.interpreter_id, row.user_id)
            if row.assignment_id != assignment.id:
                raise ReturnRefusedError("a declaration of the return is about another assignment")
        case _:
            raise ReturnRefusedError("a row of the return is of no kind that comes back")
    if told != (assignment.job_id, assignment.interpreter_id, assignment.user_id):
        raise ReturnRefusedError("a row of the return is not of the assignee")


_GRACE = timedelta(days=1)
"""By how much the clock of an interpreter's computer may be ahead."""


def verify_new(row: object, assignment: Assignment, latest: datetime) -> None:
    """Refuse what only others may say of a row, and a time that has not come."""
    match row:
        case SafetyFlag(settled_by=by, settled_at=at) if by is not None or at is not None:
            raise ReturnRefusedError("a concern for safety is settled by the magistrates alone")
        case Term(checked_by=by) if by not in (None, assignment.interpreter_id):
            raise ReturnRefusedError("a term of the return was checked by somebody else")
        case Annotation(code=code, details=NoteDetails() as details) if not are_whole(code, details):
            raise ReturnRefusedError("a note of the return has not the parts that its code asks for")
        case RenderingVersion(typed_at=at) | Annotation(at=at) | SafetyFlag(at=at) | Declaration(at=at) if (
            at > latest
        ):
            raise ReturnRefusedError("a row of the return is of a time that has not come")
        case _:
            pass


def _verify_place(vault: Connection, version: RenderingVersion, handback: Handback) -> None:
    """Refuse a version of a turn that the record does not have, and one whose place another has taken."""
    segment = registry.SEGMENT.find(vault, version.segment_id)
    job = registry.LANGUAGE_JOB.find(vault, version.job_id)
    if segment is None or job is None or segment.interview_id != job.interview_id:
        raise ReturnRefusedError("the record has no such turn")
    own = {row_id for _, row_id, _ in handback.rows}
    taken = language.versions_of(vault, version.job_id, version.segment_id)
    if any(each.number >= version.number and each.id not in own for each in taken):
        raise ReturnRefusedError("somebody else wrote a newer version of a turn meanwhile")


def _verify_quote(note: Annotation, vault: Connection, store: Connection) -> None:
    """Refuse a note that quotes words which do not stand at its place, or names a time in something else than
    a recording that was given along, or a term that was not: a page prints them.
    """
    concept = note.details and note.details.concept_id
    if concept and registry.GLOSSARY_CONCEPT.find(store, concept) is None:
        raise ReturnRefusedError("a note of the return names no entry of the glossary")
    if note.anchor.kind is AnchorKind.TIME:
        files = (registry.EXHIBIT_FILE.find(each, FileId(note.anchor.of)) for each in (vault, store))
        if any(file is None or file.sha256 != note.anchor.digest for file in files):
            raise ReturnRefusedError("a note of the return names no recording that was given along")
        return
    if note.anchor.kind is not AnchorKind.TEXT:
        raise ReturnRefusedError("a note of the return is neither in a text nor in a recording")
    segment = registry.SEGMENT.find(vault, note.anchor.of)
    version = registry.RENDERING_VERSION.find(store, note.anchor.of)
    text = version.text if version else (segment.source_text if segment else None)
    if not quotes(note.anchor, note.anchor.of, text or ""):
        raise ReturnRefusedError("a note of the return quotes words that do not stand there")


def _doubts(session: Session, job: LanguageJob, rows: Sequence[object]) -> Iterator[tuple[SegmentId, Doubt]]:
    for row in rows:
        if not isinstance(row, RenderingVersion):
            continue
        segment = registry.SEGMENT.find(session.read, row.segment_id)
        if segment is None or segment.struck:
            yield row.segment_id, Doubt.GONE
        elif digest_of(source_of(session.read, job, segment)) != row.source_digest:
            yield row.segment_id, Doubt.STALE
