"""Corrections: an entry is changed for a reason, and the former values stay readable.

One transaction writes the row, a `Correction` for each field, and the event. A signed interview record is not
corrected; a supplementary record is written instead.
"""

from dataclasses import replace
from typing import Any, cast

from thb_desktop.domain.action_day import ActionTeam, VoidedNumber
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.corrections import REASON_KEPT_BACK, STRUCK, UNREADABLE, Correction, stored_text
from thb_desktop.domain.entries_told import outward_fields
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.fields import Description, Phase
from thb_desktop.domain.finance import BankStatement, Transaction
from thb_desktop.domain.ids import CaseId, RowId, told_of
from thb_desktop.domain.people import Identity, Interpreter, PersonRole, SealedIdentity, SealedItem
from thb_desktop.domain.people_fields import IDENTITY
from thb_desktop.domain.person_claims_fields import OF_CLAIMS
from thb_desktop.domain.person_names import is_same_name
from thb_desktop.domain.record import to_full_record, to_record
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import Compartment, CustodyAction
from thb_desktop.domain.working_notes import is_note
from thb_desktop.errors import (
    FieldKeptError,
    FilesPresentError,
    IdentityReadableError,
    LinguistSignedError,
    NotFoundError,
    NothingCorrectedError,
    ReasonMissingError,
    SealedValueDamagedError,
    StruckOutError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.case_file.currencies import with_assets
from thb_desktop.services.case_file.entries import (
    case_id_of,
    kind_named,
    kind_of,
    verify_enterable,
)
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.compartments import item_context, sealed
from thb_desktop.services.core.linguists import has_signed
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.resealed import FormerKeys
from thb_desktop.services.core.sealed_readable import is_readable_by, kept_as_it_was
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.exhibit_lookup import verify_seal_of
from thb_desktop.services.persons.people import open_identity, roles_beside, seal_identity
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@permitted(Right.SEE_CASES)
def correct[Value](session: Session, value: Value, reason: str, *, keep_back: bool = False) -> Value:
    """Correct an entry: `value` is the whole corrected entry.

    keep_back: the former values stay in the office, with the new ones and the reason; a bundle tells that the
    field was corrected, when and by whom.

    It needs the right to add such an entry. The correction of an exhibit is an event of its custody, unless
    nothing but working notes was corrected: these, and the reason, are the office's own. Raises
    NotAllowedError, ReasonMissingError, NotFoundError, StruckOutError, NothingCorrectedError, FieldKeptError,
    FieldMissingError, and what adding such an entry raises.
    """
    session.require(kind_of(value).right)
    because = reason_of(reason)
    with session.work() as work:
        return correct_in(work, session, value, because, keep_back=keep_back)


def correct_in[Value](
    work: UnitOfWork, session: Session, value: Value, because: str, *, keep_back: bool = False
) -> Value:
    """Correct one entry as a part of a transaction, and record it by an event of its own.

    The right and the reason are verified by the caller. Raises what else `correct` raises.
    """
    kind = kind_of(value)
    entered: Any = value
    before = kind.table.find(work.connection, entered.id)
    if before is None:
        raise NotFoundError("there is no such entry in this file")
    if before.struck:
        raise StruckOutError("the entry was struck out as made in error")
    right: Any = with_assets(work.connection, completed(entered, before), before)
    changed = _changed(kind.description, before, right)
    verify_enterable(work.connection, right, before)
    if isinstance(right, Exhibit):
        _verify_exhibit(work.connection, right, before)
    if isinstance(right, Interpreter):
        _verify_interpreter(work.connection, right, before)
    was, now = to_full_record(before), to_full_record(right)
    work.save(right)
    for name in changed:
        change = (name, stored_text(was[name]), stored_text(now[name]))
        work.save(replace(_row(work, session, right, change, because), kept_back=keep_back))
    told = REASON_KEPT_BACK if keep_back else because
    if isinstance(right, Exhibit) and not is_note(kind.table.name, changed):
        append_event(work, right.id, _told_in_custody(work, session, told))
        work.record(right.id, CustodyAction.EXHIBIT_CORRECTED, told)
    elif isinstance(right, PersonRole):
        _record_role(work, right, kind.corrected)
    else:
        work.record(case_id_of(right), kind.corrected, told)
        if not outward_fields(kind.description).isdisjoint(changed):
            tell(work, right)
    return cast(Value, right)


@permitted(Right.SEE_CASES)
def strike_out(session: Session, kind: str, entry_id: str, reason: str) -> None:
    """Mark an entry as made in error. It stays readable, with the reason, and is no longer offered for
    choice. The rows of a statement of account are struck out with it, and the voided numbers of a team.

    kind: the name of its description. It needs the right to add such an entry. Raises NotAllowedError,
    ReasonMissingError, NotFoundError, StruckOutError.
    """
    struck = kind_named(kind)
    session.require(struck.right)
    because = reason_of(reason)
    with session.work() as work:
        before = struck.table.find(work.connection, entry_id)
        if before is None:
            raise NotFoundError("there is no such entry in this file")
        if before.struck:
            raise StruckOutError("the entry was struck out already")
        entries = (before, *_rows_of(work.connection, before))
        for each in entries:
            work.save(replace(each, struck=because))
            work.save(_row(work, session, each, (STRUCK, "", because), because))
        if isinstance(before, PersonRole):
            _record_role(work, before, struck.struck_out)
        else:
            work.record(case_id_of(before), struck.struck_out, because)
            for each in entries:
                tell(work, replace(each, struck=because))


def _rows_of(connection: Connection, entry: object) -> tuple[Transaction | VoidedNumber, ...]:
    """Return the standing rows of a statement of account, or the standing voided numbers of a team."""
    rows: tuple[Transaction | VoidedNumber, ...] = ()
    if isinstance(entry, BankStatement):
        rows = registry.MONEY_TRANSACTION.where(connection, "statement_id", entry.id)
    elif isinstance(entry, ActionTeam):
        rows = registry.VOIDED_NUMBER.where(connection, "team_id", entry.id)
    return tuple(each for each in rows if not each.struck)


def _record_role(work: UnitOfWork, role: PersonRole, action: ActionCode) -> None:
    """The reason is in the row of the correction, which an extract can leave out."""
    work.tell(*roles_beside(work.connection, role.person_id, role.id))
    work.record(told_of(role.person_id), action)


@permitted(Right.READ_IDENTITIES)
def correct_identity(session: Session, identity: Identity, reason: str) -> None:
    """Correct a sealed identity. The file says that a field was corrected; the values are sealed separately.

    Raises ReasonMissingError, NotFoundError if none is sealed, NothingCorrectedError, NotAllowedError.
    """
    session.require(Right.EDIT_CASE)
    because = reason_of(reason)
    kept = registry.SEALED_IDENTITY.find(session.read, identity.person_id)
    if kept is None:
        raise NotFoundError("no identity of this person is sealed in this file")
    before = open_identity(session, kept)
    was, now = to_full_record(before), to_full_record(identity)
    with session.work() as work:
        work.save(seal_identity(work, session, identity, kept.case_id))
        for name in _changed(IDENTITY, before, identity):
            values = canonical.encode({"before": was[name], "after": now[name]})
            _tell_sealed(work, session, kept, (name, values), because)
        work.record(identity.person_id, VaultAction.IDENTITY_CORRECTED, because)


@permitted(Right.READ_IDENTITIES)
def enter_identity_again(session: Session, identity: Identity, reason: str) -> None:
    """Enter an identity in the place of one that nobody can read. The file says so, and what was sealed is
    kept as it was, sealed separately.

    Raises ReasonMissingError, NotFoundError if none is sealed, IdentityReadableError for one that can be
    read, SealedValueDamagedError if a former key of this user opens it, NotAllowedError.
    """
    session.require(Right.EDIT_CASE)
    because = reason_of(reason)
    kept = registry.SEALED_IDENTITY.find(session.read, identity.person_id)
    if kept is None:
        raise NotFoundError("no identity of this person is sealed in this file")
    _verify_unreadable(session, kept)
    with session.work() as work:
        work.save(seal_identity(work, session, identity, kept.case_id))
        _tell_sealed(work, session, kept, (UNREADABLE, kept_as_it_was(to_record(kept))), because)
        work.record(identity.person_id, VaultAction.IDENTITY_CORRECTED, because)


def _verify_unreadable(session: Session, kept: SealedIdentity) -> None:
    try:
        open_identity(session, kept)
    except SealedValueDamagedError:
        keys = FormerKeys(session, Compartment.IDENTITIES)
        try:
            if is_readable_by(keys.all_before(session.journal.size + 1), to_record(kept), session):
                raise  # a renewal left it out: its words are known
        finally:
            keys.wipe()
    else:
        raise IdentityReadableError("the identity can be read: it is corrected")


@permitted(Right.SEE_CASES, logs=Consulted.CASE)
def list_corrections(session: Session, subject_id: str) -> tuple[Correction, ...]:
    """List the corrections of an entry, or of all entries of a case, in the order of entry.

    subject_id: of the entry or of the case file; for a case, the list has what this user's role may read.
    """
    if registry.CASE_FILE.find(session.read, subject_id) is not None:
        of_case = registry.CORRECTION.where(session.read, "case_id", subject_id)
        return tuple(each for each in of_case if may(session.user.role, _reading(each)))
    found = registry.CORRECTION.where(session.read, "subject_id", subject_id)
    for right in {_reading(each) for each in found}:
        session.require(right)
    return found


def _reading(correction: Correction) -> Right:
    if correction.entity in (IDENTITY.name, *OF_CLAIMS):
        return Right.READ_CASE
    return kind_named(correction.entity).reading


def _verify_exhibit(connection: Connection, exhibit: Exhibit, before: Exhibit) -> None:
    """Refuse a seal of another exhibit, and secret key material that has files."""
    if exhibit.seal != before.seal:
        verify_seal_of(connection, exhibit)
    if exhibit.is_secret and registry.EXHIBIT_FILE.where(connection, "exhibit_id", exhibit.id):
        raise FilesPresentError("an exhibit with files is not secret key material", "exhibit.kind")


def reason_of(reason: str) -> str:
    """Return the reason of a correction. Raises ReasonMissingError for a blank one."""
    if is_blank(reason):
        raise ReasonMissingError("a correction needs a reason")
    return reason.strip()


def _changed(description: Description, before: object, after: object) -> tuple[str, ...]:
    """Return the fields that differ. Raises an error if one of them cannot be corrected, or none differs."""
    changed = tuple(
        field for field in description.fields if getattr(before, field.name) != getattr(after, field.name)
    )
    kept = [name for name in description.internal if name != "checksum"]
    if any(getattr(before, name) != getattr(after, name) for name in kept):
        raise FieldKeptError("the id and the case of an entry cannot be changed")
    if any(field.until is Phase.ONCE for field in changed):
        raise FieldKeptError("this field cannot be corrected")
    if not changed:
        raise NothingCorrectedError("nothing was changed")
    return tuple(field.name for field in changed)


def _verify_interpreter(connection: Connection, right: Interpreter, before: Interpreter) -> None:
    """Refuse another user or name once work was signed: the signatures are those of this user."""
    is_same = right.user_id == before.user_id and is_same_name(right.name, before.name)
    if before.user_id is not None and not is_same and has_signed(connection, right.id):
        raise LinguistSignedError("language work was signed under this user and name")


_Change = tuple[str, str | None, str | None]
"""A field, its former value, and its new value."""


def _row(work: UnitOfWork, session: Session, entry: Any, change: _Change, reason: str) -> Correction:
    name, before, after = change
    return Correction(
        id=RowId(work.new_id()),
        case_id=CaseId(case_id_of(entry)),
        entity=kind_of(entry).description.name,
        subject_id=entry.id,
        field=name,
        before=before,
        after=after,
        reason=reason,
        at=work.at,
        by=session.user.id,
    )


def _told_in_custody(work: UnitOfWork, session: Session, reason: str) -> Act:
    return Act(
        action=CustodyAction.EXHIBIT_CORRECTED, occurred_at=work.at, actor=session.user.name, reason=reason
    )


def _tell_sealed(
    work: UnitOfWork, session: Session, kept: SealedIdentity, change: tuple[str, bytes], reason: str
) -> None:
    """Save the correction of an identity; change: its field, and what is sealed beside it."""
    field, values = change
    row = Correction(
        id=RowId(work.new_id()),
        case_id=kept.case_id,
        entity=IDENTITY.name,
        subject_id=kept.person_id,
        field=field,
        before=None,
        after=None,
        reason=reason,
        at=work.at,
        by=session.user.id,
    )
    work.save(row, _sealed_values(work, session, row, values))


def _sealed_values(work: UnitOfWork, session: Session, row: Correction, values: bytes) -> SealedItem:
    item = SealedItem(
        id=RowId(work.new_id()),
        case_id=row.case_id,
        compartment=Compartment.IDENTITIES,
        subject_id=row.id,
        sealed="",
        added_at=work.at,
    )
    context = item_context(session.vault.vault_id, item)
    return replace(item, sealed=sealed(item.compartment, values, context, work, session))
