"""Checks of the log of consultations: against its heads, and against the event chain."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.consultation import ConsultationMark
from thb_desktop.domain.ids import VaultId
from thb_desktop.domain.people import User
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, broken, holds, of_entry, unknown
from thb_desktop.ledger.chain import check_chain, head_fault
from thb_desktop.ledger.checkpoint import Head, Mark, SignedHead
from thb_desktop.ledger.statement import gather_keys
from thb_desktop.services.core.consultation_log import journal_id
from thb_desktop.services.core.told_entries import entry_that_told
from thb_desktop.vault.chain_writer import ChainWriter
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.chain import CONSULTATIONS
from thb_desktop.vault.tables.told_rows import RowName

Certified = Mapping[str, Collection[bytes]]
"""The keys of certificates by user, as `certified_keys` returns them."""


def read_end(connection: Connection) -> ChainWriter:
    """Read the state of the log, and its states when the event chain recorded it."""
    sizes = {mark.size for mark in registry.CONSULTATION_MARK.all(connection)}
    return ChainWriter(connection, sizes, book=CONSULTATIONS)


def check_end(
    connection: Connection, end: ChainWriter, *, vault_id: VaultId, certified: Certified
) -> Iterator[Finding]:
    """Check at every unlock: the entries against the last head, its signature, and each mark.

    Against each, because who cuts the log tells a state of what is left.
    """
    marks = registry.CONSULTATION_MARK.all(connection)
    signed = chain.last_head(connection, CONSULTATIONS)
    yield from _check_marks(connection, end, marks)
    if signed is None and not end.size:
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
    )
    if not fits:
        yield broken("consultations-differ.end")


def check_journal(connection: Connection, *, vault_id: VaultId, certified: Certified) -> Iterator[Finding]:
    """Check each entry, head and statement of the log, and each state that the event chain recorded of it."""
    told = registry.CONSULTATION_MARK.all(connection)
    size = chain.size_of(connection, CONSULTATIONS)
    if not size and not told and not chain.statements(connection, CONSULTATIONS):
        yield holds("consultations.empty")
        return
    end = ChainWriter(connection, [mark.size for mark in told], book=CONSULTATIONS)
    false = list(_check_marks(connection, end, told))
    openings = chain.OpeningsInOrder(connection, CONSULTATIONS)
    faults = check_chain(
        chain.entries(connection, CONSULTATIONS),
        vault=journal_id(vault_id),
        statements=chain.statements(connection, CONSULTATIONS),
        certified=certified,
        heads=chain.each_head(connection, CONSULTATIONS),
        marks=() if false else [_mark_of(mark) for mark in told],
        verify_signature=verify_signature,
        opening_of=lambda entry: openings.of(entry.seq),
    )
    for fault in faults:
        yield (broken if fault.broken else unknown)("consultations-differ.fault", fault=fault.found())
    yield from false
    indexed = [*check_end(connection, end, vault_id=vault_id, certified=certified)]
    if any(chain.misfiled_statements(connection, CONSULTATIONS)):
        indexed.append(broken("consultations-differ.end"))
    yield from () if faults or false else indexed
    if not faults and not false and not indexed:
        yield holds("consultations.whole", size=size)


def _mark_of(told: ConsultationMark) -> Mark:
    return Mark(size=told.size, root=bytes.fromhex(told.root), at=told.at)


def _check_marks(
    connection: Connection, end: ChainWriter, marks: Sequence[ConsultationMark]
) -> Iterator[Finding]:
    """Find states that the log does not have: it was cut, or the author of the entry made one up.

    end: with the roots at the sizes of these marks. Of states in a row, the last is named, with the author of
    the next one that the log has, if there is one: no program of before or now tells a further state of a log
    that lacks one.
    """
    fitting = {mark.id: end.roots.get(mark.size, b"").hex() == mark.root for mark in marks}
    if all(fitting.values()):
        return
    told = list[tuple[int, User, bool]]()
    for mark in marks:
        row = RowName(registry.CONSULTATION_MARK.name, mark.id)
        entry = entry_that_told(connection, row, "root", mark.root)
        author = registry.USER.find(connection, entry.agent) if entry else None
        if entry is not None and author is not None:
            told.append((entry.seq, author, fitting[mark.id]))
        elif not fitting[mark.id]:
            yield broken("consultations-differ.end")
    told.sort(key=lambda each: each[0])
    for (seq, author, fits), after in zip(told, [*told[1:], None], strict=True):
        if fits or (after is not None and not after[2]):
            continue
        if after is None:
            yield broken("consultations-differ.mark", where=of_entry(seq), name=author.name, role=author.role)
        else:
            yield broken(
                "consultations-differ.cut",
                where=of_entry(seq),
                name=author.name,
                role=author.role,
                later=after[0],
                other=after[1].name,
                other_role=after[1].role,
            )


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
