"""Returning: what an interpreter handed back is looked at, and merged into the vault by one act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, AssignmentReturn, Declaration, Handback
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import AssignmentId, CaseId, RowId, SegmentId
from thb_desktop.domain.language_work import (
    Annotation,
    LanguageJob,
    RenderingVersion,
    RevisionVerdict,
    SafetyFlag,
)
from thb_desktop.domain.rights import Right
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import AnnotationCode, VerdictKind
from thb_desktop.errors import (
    AssignmentClosedError,
    NothingHandedBackError,
    ReturnRefusedError,
    ReturnSeenError,
    ThbError,
)
from thb_desktop.services.assignments.checking import verify_declared, verify_sound
from thb_desktop.services.assignments.coming import entries_kept, new_rows
from thb_desktop.services.assignments.giving import require_assignment
from thb_desktop.services.assignments.store import enter_for_office, within_bound
from thb_desktop.services.core.handbacks import is_signed
from thb_desktop.services.core.linguists import Linguists
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import require_open_job
from thb_desktop.services.language.sources import source_of, sources_of, turns_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import registry


class Doubt(StrEnum):
    """What a person should see of a version before it is merged. None of it keeps it out."""

    STALE = "STALE"
    """The source changed since: it is merged, and shown as made from an earlier source."""
    GONE = "GONE"
    """The turn was struck out since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A turn that changed in the vault since it was rendered.

    label: its short name ("3 Q"). then: its source as it was rendered, empty if the store has another one by
    now; now: as it is, None if it has none. text: what was rendered.
    """

    segment_id: SegmentId
    doubt: Doubt
    label: str
    then: str
    now: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A turn that another linguist disputes. text: the version. own_text, reason: theirs."""

    segment_id: SegmentId
    label: str
    text: str
    own_text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A return as it was looked at.

    rows: what is new in the vault, or changed. doubts, disputes: in the order of the record. kept: entries
    of the glossary that stay as they stand in the vault, each with what came back: also a concept that stays
    struck out, with a new term for it. merged: the return in which this handback was merged already, and of
    which nothing lacks.
    """

    assignment: Assignment
    handback: Handback
    size: int
    head: str
    rows: tuple[object, ...]
    doubts: tuple[Doubted, ...]
    disputes: tuple[Disputed, ...]
    kept: tuple[tuple[Concept | Term, Concept | Term], ...]
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
        root = root_certificate(session.office_record)
        rows = tuple(
            new_rows(
                session.read,
                store.connection,
                handback,
                assignment,
                linguists=Linguists.of(session.read, session.vault_id, root),
                now=session.clock.read().at,
            )
        )
        journal = Journal(store.connection)
        return Review(
            assignment=assignment,
            handback=handback,
            size=journal.size,
            head=journal.root.hex(),
            rows=rows,
            doubts=tuple(_doubts(session.read, store.connection, job, rows)),
            disputes=tuple(_disputes(session.read, job, rows)),
            kept=tuple(entries_kept(session.read, store.connection, handback, assignment)),
            merged=None if rows else _return_of(session, handback),
        )


@permitted(Right.ASSIGN_WORK, logs=Consulted.CASE)
def list_given_out(session: Session, case_id: CaseId) -> tuple[AssignmentId, ...]:
    """Return the open assignments of a case: `waits_since` opens the store of each."""
    given = registry.ASSIGNMENT.where(session.read, "case_id", case_id)
    return tuple(each.id for each in given if not each.is_closed)


@permitted(Right.ASSIGN_WORK)
def waits_since(session: Session, assignment_id: AssignmentId) -> datetime | None:
    """Return when the last work was handed back that waits to be merged; None if none does.

    Nothing of it is verified: that is for who looks at it. Nothing is said of a store that does not open now.
    """
    try:
        with within_bound(), enter_for_office(session, require_assignment(session, assignment_id)) as store:
            handback = registry.HANDBACK.last(store.connection)
    except ThbError:
        return None
    return handback.at if handback is not None and _return_of(session, handback) is None else None


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


def _return_of(session: Session, handback: Handback) -> AssignmentReturn | None:
    return next(iter(registry.ASSIGNMENT_RETURN.where(session.read, "handback_id", handback.id)), None)


def _verify_handed(session: Session, handback: Handback, assignment: Assignment) -> None:
    if (handback.assignment_id, handback.user_id) != (assignment.id, assignment.user_id):
        raise ReturnRefusedError("the work was handed back for another assignment, or by somebody else")
    root = root_certificate(session.office_record)
    if not is_signed(session.read, handback, session.vault_id, root):
        raise ReturnRefusedError("what was handed back does not have the signature of the interpreter")


def _doubts(
    vault: Connection, store: Connection, job: LanguageJob, rows: Sequence[object]
) -> Iterator[Doubted]:
    newest: dict[SegmentId, RenderingVersion] = {}
    for row in rows:
        if isinstance(row, RenderingVersion):
            newest[row.segment_id] = max(newest.get(row.segment_id, row), row, key=lambda each: each.number)
    before = sources_of(store, job) if newest else {}
    for full in turns_of(vault, job.interview_id) if newest else ():
        version = newest.get(full.segment.id)
        if version is None:
            continue
        now = source_of(vault, job, full.segment)
        if digest_of(now) == version.source_digest and not full.segment.struck:
            continue
        then = before.get(full.segment.id, "")
        yield Doubted(
            segment_id=full.segment.id,
            doubt=Doubt.GONE if full.segment.struck else Doubt.STALE,
            label=full.label,
            then=then if digest_of(then) == version.source_digest else "",
            now=now,
            text=version.text,
        )


def _disputes(vault: Connection, job: LanguageJob, rows: Sequence[object]) -> Iterator[Disputed]:
    """The last word on a version counts."""
    last = {each.version_id: each for each in rows if isinstance(each, RevisionVerdict)}
    said = {of: each for of, each in last.items() if each.kind is VerdictKind.DISPUTES}
    found = (registry.RENDERING_VERSION.find(vault, of) for of in said)
    versions = {each.segment_id: each for each in found if each is not None}
    for full in turns_of(vault, job.interview_id) if versions else ():
        if (version := versions.get(full.segment.id)) is not None:
            yield Disputed(
                segment_id=full.segment.id,
                label=full.label,
                text=version.text,
                own_text=said[version.id].own_text,
                reason=said[version.id].reason,
            )
