"""Formalities: the rows that the law requires, added, changed and struck out until a record is signed."""

from collections.abc import Sequence
from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.checked_codes import SignatureMethod
from thb_desktop.domain.entry_rules import verify_entry
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import Caution, Formality, Interview, Presence, ReadBackCorrection
from thb_desktop.domain.interview_fields import ROWS
from thb_desktop.domain.interview_rows import RecordSignature
from thb_desktop.domain.interview_rules import verify_row
from thb_desktop.domain.presence_rules import is_named
from thb_desktop.domain.rights import Right
from thb_desktop.domain.signature_level import verify_level, verify_level_of_method
from thb_desktop.errors import (
    CorrectionMismatchError,
    FieldMissingError,
    InformationEnteredError,
    NotElsewhereError,
    NotFoundError,
    OneEntryOnlyError,
    PresenceNamedError,
    ReasonMissingError,
    StruckOutError,
)
from thb_desktop.services.case_file.entries import verify_references
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.testimony.records import require_open, require_standing, verify_phase
from thb_desktop.services.testimony.rectifications import verify_rectified
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import form_drafts, registry
from thb_desktop.vault.tables.registry import table_of

_DESCRIBED = {each.entity: each for each in ROWS}


@permitted(Right.EDIT_TESTIMONY)
def add_formality(session: Session, interview_id: InterviewId, row: Formality) -> Formality:
    """Add a row to a record that is not signed yet: a person present, a caution, a signature ...

    A correction can be added only after the record was read back. Raises RecordFrozenError otherwise, and
    InterviewTimesError for impossible times, OneEntryOnlyError, and NotFoundError, StruckOutError for what it
    names.
    """
    verify_rows(session, require_open(session, interview_id), (row,))
    with session.work() as work:
        (added,) = save_rows(work, interview_id, (replace(row, id=RowId(""), struck=""),))
        work.record(interview_id, VaultAction.FORMALITY_ADDED)
    return added


@permitted(Right.EDIT_TESTIMONY)
def add_formalities(
    session: Session, interview_id: InterviewId, rows: Sequence[Formality], *, form: str = ""
) -> tuple[Formality, ...]:
    """Add several rows at once, like `add_formality`. form: whose draft about this interview is deleted with
    the act.
    """
    verify_rows(session, require_open(session, interview_id), rows)
    with session.work() as work:
        added = save_rows(work, interview_id, [replace(row, id=RowId(""), struck="") for row in rows])
        work.record(interview_id, VaultAction.FORMALITY_ADDED)
        if form:
            form_drafts.discard(work.connection, form, interview_id, session.user.id)
    return added


@permitted(Right.EDIT_TESTIMONY)
def change_formality(session: Session, row: Formality) -> Formality:
    """Change a row directly. Raises NotFoundError, RecordFrozenError, StruckOutError, FieldKeptError.

    The pseudonym of a protected person is written also after the reading back, and in a struck row, which is
    printed too.
    """
    kept = require_row(session, row)
    interview = require_open(session, kept.interview_id)
    changed = replace(row, interview_id=kept.interview_id, struck=kept.struck)
    if not _only_renames_protected(session.read, kept, changed):
        _verify_standing(kept)
        verify_phase(_DESCRIBED[type(kept)], kept, changed, interview.state)
    verify_rows(session, interview, (changed,), kept)
    with session.work() as work:
        work.save(changed)
        work.record(kept.interview_id, VaultAction.FORMALITY_CHANGED)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def strike_formality(session: Session, row: Formality, reason: str) -> Formality:
    """Strike out a row that was entered in error: it stays visible and no longer counts.

    Raises PresenceNamedError for a row that calls a protected person by their name: it would stay visible.
    """
    kept = require_row(session, row)
    _verify_standing(kept)
    require_open(session, kept.interview_id)
    if isinstance(kept, Presence):
        verify_pseudonym(session.read, kept)
    if is_blank(reason):
        raise ReasonMissingError("striking something out needs a reason")
    struck = replace(kept, struck=reason.strip())
    with session.work() as work:
        work.save(struck)
        work.record(kept.interview_id, VaultAction.FORMALITY_STRUCK, reason.strip())
    return struck


def save_rows(
    work: UnitOfWork, interview_id: InterviewId, rows: Sequence[Formality]
) -> tuple[Formality, ...]:
    """Save rows of an interview within an open transaction; those without an id are new."""
    saved = tuple(replace(row, id=row.id or RowId(work.new_id()), interview_id=interview_id) for row in rows)
    work.save(*saved)
    return saved


def verify_rows(
    session: Session, interview: Interview, rows: Sequence[Formality], before: Formality | None = None
) -> None:
    """Refuse rows without what they must have or with impossible times, rows that name what is struck out or
    of another case, a correction of words that are not in its turn, and a correction or a signature of a
    statement made elsewhere.

    before: the present row, if it is changed.
    """
    now = session.clock.read().at
    if any(isinstance(row, (ReadBackCorrection, RecordSignature)) for row in rows):
        _verify_held_here(session, interview)
    for row in rows:
        verify_entry(_DESCRIBED[type(row)], row)
        if isinstance(row, RecordSignature):
            _verify_reason(row)
            verify_level(row, "record_signature")
            verify_level_of_method(row, row.method)
        verify_row(row, now=now)
        if is_entered(session.read, interview.id, row):
            raise InformationEnteredError("this information is entered already", "caution.code")
        if isinstance(row, Presence):
            _verify_one_entry(row)
        verify_rectified(interview, row)
        verify_references(session.read, _DESCRIBED[type(row)], row, interview.case_id, before)
        if isinstance(row, Presence):
            verify_pseudonym(session.read, row)
        if isinstance(row, ReadBackCorrection) and _words_before(row) != _words_before(before):
            _verify_words_before(session, row)


def is_entered(
    connection: Connection, interview_id: InterviewId, row: Formality, *, alike: bool = False
) -> bool:
    """Whether a row is information of which a record says already, for this occasion, whether it was given.

    alike: and says the same.
    """
    if not isinstance(row, Caution):
        return False
    kept = registry.CAUTION.where(connection, "interview_id", interview_id)
    others = (each for each in kept if each.id != row.id and not each.struck)
    told = [each for each in others if each.is_same_occasion(row)]
    return any(each.given == row.given or not alike for each in told)


def _verify_held_here(session: Session, interview: Interview) -> None:
    """Refuse for a copy what is done at a reading back: its file was signed as it is."""
    if registry.STATEMENT_ELSEWHERE.find(session.read, interview.id) is not None:
        raise NotElsewhereError("a copy of a statement is neither corrected nor signed by hand")


def _words_before(row: Formality | None) -> tuple[str, str] | None:
    return (row.language, row.before) if isinstance(row, ReadBackCorrection) else None


def _verify_words_before(session: Session, row: ReadBackCorrection) -> None:
    """Refuse a correction whose words before are not in its turn in that language, as it is saved."""
    segment = require_standing(session, row.segment_id)
    if is_blank(row.before):
        return
    texts = [segment.source_text or ""] if segment.language == row.language else []
    texts += [
        each.text
        for each in registry.RENDERING.where(session.read, "segment_id", segment.id)
        if each.language == row.language
    ]
    if not any(row.before.strip() in text for text in texts):
        raise CorrectionMismatchError(
            "the words to be corrected are not in this turn", "read_back_correction.before"
        )


def _verify_reason(row: RecordSignature) -> None:
    """Refuse a signature that was refused, or could not be given, without a word why."""
    if row.method in (SignatureMethod.REFUSED, SignatureMethod.UNABLE) and is_blank(row.reason):
        raise FieldMissingError("a required field is empty", "record_signature.reason")


def _verify_one_entry(row: Presence) -> None:
    """Refuse a person present who is named by two entries of the case."""
    named = [name for name in ("official_id", "interpreter_id", "person_id") if getattr(row, name)]
    if len(named) > 1:
        raise OneEntryOnlyError("a person present is one entry of the case", f"presence.{named[-1]}")


def verify_pseudonym(connection: Connection, row: Presence) -> None:
    """Refuse the name of a protected person: a record calls them by their pseudonym (V-I-31)."""
    if _names_protected(connection, row):
        raise PresenceNamedError("a record calls a protected person by their pseudonym", "presence.name")


def _names_protected(connection: Connection, row: Presence) -> bool:
    person = registry.PERSON.find(connection, row.person_id) if row.person_id else None
    return person is not None and is_named(row, person)


def _only_renames_protected(connection: Connection, kept: Formality, changed: Formality) -> bool:
    """Whether nothing changes but the name of a protected person."""
    if not isinstance(kept, Presence) or not isinstance(changed, Presence):
        return False
    return replace(kept, name=changed.name) == changed and _names_protected(connection, kept)


def require_row(session: Session, row: Formality) -> Formality:
    """Return a row as it is kept. Raises NotFoundError."""
    kept = table_of(row).find(session.read, row.id)
    if kept is None:
        raise NotFoundError("there is no such entry in this record")
    return kept


def _verify_standing(row: Formality) -> None:
    if row.struck:
        raise StruckOutError("the entry was struck out as made in error")
