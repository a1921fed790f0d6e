"""Checks of the log of consultations: against its heads, and against the event chain."""

from collections.abc import Collection, Iterator, Mapping

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.ids import VaultId
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.ledger.chain import check_chain, head_fault
from thb_desktop.ledger.checkpoint import Head, Mark, SignedHead
from thb_desktop.ledger.statement import gather_keys
from thb_desktop.services.core.consultation_log import journal_id
from thb_desktop.vault.chain_writer import ChainWriter
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.chain import CONSULTATIONS

Certified = Mapping[str, Collection[bytes]]
"""The keys of certificates by user, as `certified_keys` returns them."""


def read_end(connection: Connection) -> ChainWriter:
    """Read the state of the log, and its state when the event chain last recorded it."""
    marks = registry.CONSULTATION_MARK.all(connection)
    return ChainWriter(connection, [marks[-1].size] if marks else (), book=CONSULTATIONS)


def check_end(
    connection: Connection, end: ChainWriter, *, vault_id: VaultId, certified: Certified
) -> Iterator[Finding]:
    """Check at every unlock: the entries against the last head, its signature, and the last mark."""
    marks = registry.CONSULTATION_MARK.all(connection)
    signed = chain.last_head(connection, CONSULTATIONS)
    if signed is None and not end.size and not marks:
        return
    try:
        head = signed.parsed() if signed else None
    except FormatError:
        head = None
    stands = (end.size, end.root, end.counters.size, end.counters.root)
    fits = (
        signed is not None
        and head is not None
        and stands == (head.size, head.root, head.subjects, head.counters)
        and _is_signed(connection, signed, head, vault_id, certified)
        and (not marks or end.roots.get(marks[-1].size, b"").hex() == marks[-1].root)
    )
    if not fits:
        yield broken("consultations-differ.end")


def check_journal(connection: Connection, *, vault_id: VaultId, certified: Certified) -> Iterator[Finding]:
    """Check each entry, head and statement of the log, and each state that the event chain recorded of it."""
    marks = [
        Mark(size=mark.size, root=bytes.fromhex(mark.root), at=mark.at)
        for mark in registry.CONSULTATION_MARK.all(connection)
    ]
    size = chain.size_of(connection, CONSULTATIONS)
    if not size and not marks:
        yield holds("consultations.empty")
        return
    openings = chain.OpeningsInOrder(connection, CONSULTATIONS)
    faults = check_chain(
        chain.entries(connection, CONSULTATIONS),
        vault=journal_id(vault_id),
        statements=chain.statements(connection, CONSULTATIONS),
        certified=certified,
        heads=chain.each_head(connection, CONSULTATIONS),
        marks=marks,
        verify_signature=verify_signature,
        opening_of=lambda entry: openings.of(entry.seq),
    )
    for fault in faults:
        yield (broken if fault.broken else unknown)("consultations-differ.fault", fault=fault.found())
    indexed = list(check_end(connection, read_end(connection), vault_id=vault_id, certified=certified))
    yield from () if faults else indexed
    if not faults and not indexed:
        yield holds("consultations.whole", size=size)


def _is_signed(
    connection: Connection, signed: SignedHead, head: Head, vault_id: VaultId, certified: Certified
) -> bool:
    """Whether a session signed the head whose key a certified user certifies."""
    vault = journal_id(vault_id)
    keys, _ = gather_keys(
        chain.statements_of(connection, head.key, CONSULTATIONS),
        vault=vault,
        certified=certified,
        verify_signature=verify_signature,
    )
    return head_fault(signed, head, vault=vault, keys=keys, verify_signature=verify_signature) is None
