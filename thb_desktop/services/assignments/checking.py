"""Checking a store before anything of it is merged: what an unlock checks, and the whole chain and every row.

A store is small, so all of it is read. It must begin with the entry that founded it, and continue the state
of its last return and what this computer remembers of it.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment, AssignmentReturn, Packet, PacketReturn
from thb_desktop.domain.office import Office, highest_epoch
from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import Reading
from thb_desktop.errors import (
    DamageError,
    DeclarationMissingError,
    FormatError,
    PacketOlderError,
    ReturnForeignError,
    StoreBrokenError,
)
from thb_desktop.findings import Finding, Standing, broken, of_entry
from thb_desktop.ledger.chain import check_chain
from thb_desktop.ledger.checkpoint import Mark
from thb_desktop.services.core.certification_checks import check_certifications
from thb_desktop.services.core.consultation_checks import read_end
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.keys import session_certificates
from thb_desktop.services.core.login import get_office, root_certificate
from thb_desktop.services.core.packet_sheets import returns_that_came
from thb_desktop.services.core.rollback_checks import (
    Anchors,
    check_remembered,
    open_heads,
    remembered_epoch,
)
from thb_desktop.services.core.schema_checks import check_rebuilt
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.settlements import settlement_of
from thb_desktop.services.core.told_entries import entry_that_told
from thb_desktop.services.core.unlock_checks import check_completely, check_indexes, first_look
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import database_medium
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.vault.unlocked import Vault


def check_store(
    store: Vault,
    assignment: Assignment,
    marks: Sequence[Mark],
    *,
    environment: Environment,
    reading: Reading,
) -> tuple[Finding, ...]:
    """Return what is broken in a store, and nothing if it holds together. It writes nothing.

    marks: the states that its chain must continue (`marks_of`).
    """
    office = get_office(store.connection)
    root, connection = root_certificate(office), store.connection
    heads = open_heads(store, environment)
    head, findings = first_look(
        store,
        read_end(connection),
        office,
        root=root,
        now=reading.at,
        known_epoch=highest_epoch(office.header_epoch, remembered_epoch(heads)),
    )
    journal = Journal(connection, (heads.sizes if heads else frozenset()) | {mark.size for mark in marks})
    found = [
        *findings,
        *check_completely(
            connection, journal, head, vault_id=office.id, root=root, brought_up=store.brought_up, seen=0
        ),
        *check_indexes(connection),
        *_check_chain(store, office, root, marks),
        *_check_authors(store, assignment),
        *check_rebuilt(rebuild(store.connection)),
        *check_certifications(connection, office.id, root),
        *(broken("database.damaged", detail=text) for text in store.check_database()),
        *check_remembered(heads, journal, office, Anchors()),
    ]
    return tuple(finding for finding in found if finding.standing is Standing.BROKEN)


def verify_sound(session: Session, store: Vault, assignment: Assignment) -> None:
    """Refuse a store that does not hold together, or does not continue what came back before.

    Raises PacketOlderError, ReturnForeignError, StoreBrokenError.
    """
    returns = _unsettled(
        session, registry.ASSIGNMENT_RETURN.where(session.read, "assignment_id", assignment.id)
    )
    taken = returns_that_came(session.read, assignment.id, root_certificate(session.office_record))

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


def _unsettled(session: Session, returns: Sequence[AssignmentReturn]) -> tuple[AssignmentReturn, ...]:
    """Return those for which no magistrate answered: only their states must the store continue."""
    root = root_certificate(session.office_record)

    def is_settled(made: AssignmentReturn) -> bool:
        entry = entry_that_told(
            session.read, RowName(registry.ASSIGNMENT_RETURN.name, made.id), "head", made.head
        )
        return entry is not None and bool(settlement_of(session.read, entry, session.vault_id, root))

    return tuple(each for each in returns if not is_settled(each))


def marks_of(
    assignment: Assignment, returns: Sequence[AssignmentReturn], taken: Sequence[PacketReturn] = ()
) -> tuple[Mark, ...]:
    """Return the states of the store's chain that the vault recorded: when it was founded, in packets that
    came back, and in what was merged.
    """
    founded = Mark(size=1, root=bytes.fromhex(assignment.head), at=assignment.assigned_at)
    return (
        founded,
        *(Mark(size=each.entries, root=bytes.fromhex(each.head)) for each in taken),
        *(Mark(size=each.size, root=bytes.fromhex(each.head)) for each in returns),
    )


_OF_WORK = frozenset({Right.WORK_ON_ASSIGNMENT, Right.LANGUAGE_WORK})


def verify_declared(store: Vault, sent: Sequence[Packet]) -> None:
    """Refuse work in a store that travelled, unless the declaration that opens the record came before it.

    sent: the packet in which it left. Who reads a store with a program of their own needs no declaration to
    do so; but whatever they hand back without one is refused. Raises DeclarationMissingError.
    """
    if not get_office(store.connection).travels:
        return
    declared = registry.DECLARATION.all(store.connection)
    acts = [each.parsed().action for each in chain.entries(store.connection)]
    if len(declared) != 1 or VaultAction.WORK_DECLARED not in acts:
        raise DeclarationMissingError("the work in this store was begun without a declaration")
    at = acts.index(VaultAction.WORK_DECLARED)
    later = acts[at + 1 :] if not declared[0].is_accepted else []
    if any(map(_is_work, acts[1:at])) or any(map(_is_work, set(later) - {VaultAction.WORK_HANDED_BACK})):
        raise DeclarationMissingError("the work in this store was not begun with a declaration that opens it")
    if declared[0].packet not in {each.sha256 for each in sent}:
        raise DeclarationMissingError("the declaration in this store is about another packet")


def _is_work(action: str) -> bool:
    """Whether an act reads the record or writes in it: consultations are closed after something was read."""
    return action == VaultAction.CONSULTATIONS_CLOSED or right_of_act(action) in _OF_WORK


def _check_chain(store: Vault, office: Office, root: bytes, marks: Sequence[Mark]) -> Iterator[Finding]:
    connection = store.connection
    faults = check_chain(
        chain.entries(connection),
        vault=office.id,
        statements=chain.statements(connection),
        certified=certified_keys(session_certificates(connection), root),
        heads=chain.each_head(connection),
        marks=marks,
        verify_signature=verify_signature,
        opening_of=lambda entry: chain.opening_of(connection, entry.seq),
    )
    return (fault.found() for fault in faults)


def _check_authors(store: Vault, assignment: Assignment) -> Iterator[Finding]:
    """After the entry that founded it, a store has entries of its assignee alone."""
    for signed in chain.entries(store.connection):
        with suppress(FormatError):  # the check of the chain reports it
            entry = signed.parsed()
            if entry.seq > 1 and entry.agent != assignment.user_id:
                yield broken("store-author", where=of_entry(entry.seq))
