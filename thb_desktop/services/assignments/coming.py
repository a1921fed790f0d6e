"""Coming: which rows of a handback the vault does not have yet, and whether each may come into it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from thb_desktop.domain.anchors import AnchorKind, quotes
from thb_desktop.domain.assignment import Assignment, Declaration, Handback
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import ConceptId, FileId
from thb_desktop.domain.language_work import (
    Annotation,
    LanguageCertificate,
    RenderingVersion,
    RevisionVerdict,
    SafetyFlag,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.domain.note_details import NoteDetails, are_whole
from thb_desktop.domain.record import to_record
from thb_desktop.errors import ReturnRefusedError
from thb_desktop.ledger.handback import row_digest
from thb_desktop.services.assignments.work import BROUGHT
from thb_desktop.services.core.linguists import Linguists
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import language, registry


def new_rows(
    vault: Connection,
    store: Connection,
    handback: Handback,
    assignment: Assignment,
    *,
    linguists: Linguists,
    now: datetime,
) -> Iterator[object]:
    """Return the rows of a handback that the vault does not have. Raises ReturnRefusedError.

    An entry of the glossary that the vault has stays as it stands there (`entries_kept`).
    """
    tables = {table.name: table for table in BROUGHT}
    latest = now + _GRACE
    own = _Concepts(vault, assignment, handback)
    for name, row_id, digest in handback.rows:
        row = tables[name].find(store, row_id) if name in tables else None
        if row is None or row_digest(name, to_record(row)) != digest:
            raise ReturnRefusedError("the work went on after it was handed back: it is handed back again")
        present = tables[name].find(vault, row_id)
        if isinstance(row, Concept | Term):
            _verify_entry(row, present, own)
        if row == present or _is_settled_now(present, row):
            continue
        if present is not None and isinstance(row, Concept | Term):
            continue
        if present is not None and not _is_struck_now(present, row):
            raise ReturnRefusedError("a row of the return differs from the one of the same id in the vault")
        _verify_theirs(row, assignment)
        verify_new(row, assignment, latest)
        if isinstance(row, _SIGNED) and linguists.certificate_behind(row) is None:
            raise ReturnRefusedError("a row of the return does not have the signature of the interpreter")
        if isinstance(row, RenderingVersion):
            _verify_place(vault, row, handback)
        elif isinstance(row, Annotation):
            _verify_quote(row, vault, store, own)
        yield row


def entries_kept(
    vault: Connection, store: Connection, handback: Handback, assignment: Assignment
) -> Iterator[tuple[Concept | Term, Concept | Term]]:
    """Return each entry of the glossary that the vault keeps though the interpreter changed it: as it stands
    there, and as it came back. What the vault changed after an earlier return is none. A new term
    for a concept that stays struck out comes with the concept: it is signed, so it is not left out, and is
    proposed nowhere.
    """
    earlier = {
        row
        for each in registry.HANDBACK.where(vault, "assignment_id", handback.assignment_id)
        if each.id != handback.id
        for row in each.rows
    }
    for name, row_id, digest in handback.rows:
        if (name, row_id, digest) in earlier:
            continue
        for table in (registry.GLOSSARY_CONCEPT, registry.GLOSSARY_TERM):
            if table.name == name:
                came = table.find(store, row_id)
                stands = table.find(vault, row_id) or _struck_concept(vault, came)
                if stands is None or came is None or stands == came:
                    continue
                if stands.case_id == came.case_id == assignment.case_id:
                    yield stands, came


class _Concepts:
    """The concepts that may be named by what comes: of the case, and those that come along."""

    def __init__(self, vault: Connection, assignment: Assignment, handback: Handback) -> None:
        self._vault, self.case_id = vault, assignment.case_id
        self._come = {row_id for name, row_id, _ in handback.rows if name == registry.GLOSSARY_CONCEPT.name}

    def has(self, concept_id: ConceptId) -> bool:
        stands = registry.GLOSSARY_CONCEPT.find(self._vault, concept_id)
        return concept_id in self._come if stands is None else stands.case_id == self.case_id


def _struck_concept(vault: Connection, entry: Concept | Term | None) -> Concept | None:
    """Return the concept of a term, if it was struck out in the vault."""
    if not isinstance(entry, Term):
        return None
    stands = registry.GLOSSARY_CONCEPT.find(vault, entry.concept_id)
    return stands if stands is not None and stands.struck else None


def _verify_entry(row: Concept | Term, present: object, own: _Concepts) -> None:
    """Refuse an entry under the id of one of another case, and a term for a concept of another case."""
    stands = present if isinstance(present, Concept | Term) else row
    if {row.case_id, stands.case_id} != {own.case_id}:
        raise ReturnRefusedError("a row of the return is about another case")
    if isinstance(row, Term) and not own.has(row.concept_id):
        raise ReturnRefusedError("a term of the return names no entry of the glossary")


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


def _verify_quote(note: Annotation, vault: Connection, store: Connection, own: _Concepts) -> None:
    """Refuse a note that quotes words which do not stand at its place, or names a time in something else than
    a recording that was given along, or a concept of another case: a page prints them.
    """
    concept = note.details and note.details.concept_id
    if concept and not own.has(concept):
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
