"""Withdrawing one file of an exhibit, as added by mistake, and taking that back.

Nothing is erased: the file stays in the content store and in the chain. It is shown as withdrawn, and is no
part of what is searched, printed, sent, read for its content or compared any more.
"""

from collections.abc import Iterator
from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.confirmations import standing_confirmations
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    FileGivenAlongError,
    FileStandsError,
    FileUsedError,
    LastFileReliedOnError,
    ReasonMissingError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files, verify_file_stands
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.exhibit_files import get_file
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import picture_lists, registry
from thb_desktop.vault.tables.told_rows import RowName, first_told


@permitted(Right.REGISTER_EXHIBITS)
def withdraw_file(session: Session, file_id: FileId, reason: str) -> ExhibitFile:
    """Say that a file was added by mistake, and why. Its exhibit stays, with the other files.

    Raises ReasonMissingError, NotFoundError, StruckOutError for a file of an exhibit that was struck out,
    FileWithdrawnError if it was withdrawn before, FileUsedError for one on which something else rests,
    LastFileReliedOnError for the only file of an exhibit that an entry names as its scan or order,
    FileGivenAlongError for a recording that an interpreter may have, and ExhibitDisposedError.
    """
    file = get_file(session, file_id)
    _verify_withdrawable(session.read, file)
    return _record(session, file, CustodyAction.FILE_WITHDRAWN, VaultAction.FILE_STRUCK_OUT, reason)


@permitted(Right.REGISTER_EXHIBITS)
def verify_withdrawable(session: Session, file_id: FileId) -> None:
    """Refuse what `withdraw_file` would refuse because of the file, before anybody is asked for a reason."""
    file = get_file(session, file_id)
    standing_exhibit(session.read, file.exhibit_id)
    _verify_withdrawable(session.read, file)


@permitted(Right.REGISTER_EXHIBITS)
def reinstate_file(session: Session, file_id: FileId, reason: str) -> ExhibitFile:
    """Say that a withdrawn file belongs to its exhibit after all, and why.

    Raises FileStandsError for one that was not withdrawn, and otherwise what `withdraw_file` raises.
    """
    file = get_file(session, file_id)
    if not file.struck:
        raise FileStandsError("the file was not withdrawn")
    return _record(session, file, CustodyAction.FILE_REINSTATED, VaultAction.FILE_STANDS_AGAIN, reason)


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_withdrawn(session: Session, exhibit_id: ExhibitId) -> tuple[ExhibitFile, ...]:
    """List the files of an exhibit that were withdrawn, in the order of entry."""
    files = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit_id)
    return tuple(each for each in files if each.struck)


def _record(
    session: Session, file: ExhibitFile, action: CustodyAction, of_file: VaultAction, reason: str
) -> ExhibitFile:
    """Record both in one transaction: what the custody record tells, without the name of the file, and the
    file itself. So who receives the exhibit does not learn what a file was called that never belonged to it.
    """
    if is_blank(reason):
        raise ReasonMissingError("say why the file is withdrawn, or why it stands again")
    because = reason.strip()
    exhibit = standing_exhibit(session.read, file.exhibit_id)
    changed = replace(file, struck=because if action is CustodyAction.FILE_WITHDRAWN else "")
    with session.work() as work:
        act = Act(
            action=action,
            occurred_at=work.at,
            actor=session.user.name,
            reason=because,
            sha256=file.sha256,
        )
        append_event(work, exhibit.id, act)
        work.record(exhibit.id, action, because)
        work.save(changed)
        work.record(file.id, of_file, because)
        picture_lists.forget_picture(work.connection, exhibit, file.sha256)
    return changed


def _verify_withdrawable(connection: Connection, file: ExhibitFile) -> None:
    verify_file_stands(file)
    if numbers := sorted({*_resting_on(connection, file)}, key=natural):
        raise FileUsedError(
            "something that was entered rests on this file; take that back first", tuple(numbers)
        )
    _verify_not_relied_on(connection, file)
    _verify_not_given_along(connection, file)


def _resting_on(connection: Connection, file: ExhibitFile) -> Iterator[str]:
    """Yield the numbers of what counts and rests on a file: that is taken back first, by its own act. Of
    advertisements, which are read and taken back together, it is the number of the exhibit.
    """
    readings = registry.AD_READING.where(connection, "file_id", file.id)
    read_from = {each.exhibit_id for each in readings if each.withdrawn_at is None}
    yield from (each.number for each in registry.EXHIBIT.among(connection, "id", read_from))
    statements = registry.BANK_STATEMENT.where(connection, "exhibit_id", file.exhibit_id)
    yield from (each.number for each in statements if each.file_id == file.id and not each.struck)
    copies = [
        *registry.MASKED_COPY.where(connection, "exhibit_id", file.exhibit_id),
        *registry.MASKED_COPY.where(connection, "file_id", file.id),
    ]
    made = registry.EXHIBIT.among(connection, "id", [each.exhibit_id for each in copies])
    yield from (each.number for each in made if not each.struck)
    told = registry.STATEMENT_ELSEWHERE.where(connection, "file_id", file.id)
    yield from (
        each.number for each in registry.INTERVIEW.among(connection, "id", [each.id for each in told])
    )
    received = registry.RECEIVED_PACKAGE.where(connection, "exhibit_id", file.exhibit_id)
    yield from (each.number for each in received)


def _verify_not_relied_on(connection: Connection, file: ExhibitFile) -> None:
    """Refuse the only file of an exhibit that an entry names as the scan of a signed paper, or as an order:
    the entry would name an exhibit that shows nothing.
    """
    if any(each.id != file.id for each in standing_files(connection, file.exhibit_id)):
        return
    if numbers := sorted({*_relying_on(connection, file.exhibit_id)}, key=natural):
        raise LastFileReliedOnError("something relies on the only file of this exhibit", tuple(numbers))


def _relying_on(connection: Connection, exhibit_id: ExhibitId) -> Iterator[str]:
    """Yield the numbers of the records, orders, packages and exhibits of which an entry that counts names an
    exhibit as the paper that was signed, or as the order.
    """
    papers = registry.SIGNING_COPY.where(connection, "scan_id", exhibit_id)
    records = registry.INTERVIEW.among(connection, "id", [each.interview_id for each in papers])
    yield from (each.number for each in records)
    orders = registry.INSTRUMENT.where(connection, "order_exhibit_id", exhibit_id)
    yield from (each.number for each in orders if not each.struck)
    receipts = registry.PACKAGE_RECEIPT.where(connection, "exhibit_id", exhibit_id)
    standing = [each.package_id for each in receipts if each.withdrawn_at is None]
    yield from (each.number for each in registry.PACKAGE.among(connection, "id", standing))
    confirmed = {each.exhibit_id for each in registry.CUSTODY_EVENT.where(connection, "scan_id", exhibit_id)}
    for exhibit in registry.EXHIBIT.among(connection, "id", confirmed):
        events = registry.CUSTODY_EVENT.where(connection, "exhibit_id", exhibit.id)
        if any(each.scan_id == exhibit_id for each in standing_confirmations(events)):
            yield exhibit.number


def _verify_not_given_along(connection: Connection, file: ExhibitFile) -> None:
    """Refuse a recording that the store of open work may have: whoever has it would go on hearing it. Whether
    it was given along stands in the store alone. A row that was struck out since may have been its way there.
    """
    rows = [
        row
        for name in ("exhibit_id", "working_copy_id")
        for row in registry.RECORDING.where(connection, name, file.exhibit_id)
    ]
    held = (
        *registry.INTERVIEW.where(connection, "recording_id", file.exhibit_id),
        *registry.INTERVIEW.among(connection, "id", {each.interview_id for each in rows}),
    )
    given = registry.ASSIGNMENT.among(connection, "interview_id", {each.id for each in held})
    added = _entry_of(connection, registry.EXHIBIT_FILE.name, file.id)
    out = {
        each.interview_id
        for each in given
        if not each.is_closed and _entry_of(connection, registry.ASSIGNMENT.name, each.id) > added
    }
    if numbers := sorted({each.number for each in held if each.id in out}, key=natural):
        raise FileGivenAlongError("open work of an interpreter may have this recording", tuple(numbers))


def _entry_of(connection: Connection, table: str, row: str) -> int:
    """Return the number of the entry that told a row first; 0 if none tells it."""
    return first_told(connection, RowName(table, row)) or 0
