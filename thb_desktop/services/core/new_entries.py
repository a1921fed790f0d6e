"""New entries: whether each was signed by the session that it names, in the name and role of that session,
and is not earlier than the entry before. The health check does the same for the whole chain (`ledger.walk`).
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain as chain_of

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.findings import Finding, of_entry, unknown
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Entry, SignedEntry
from thb_desktop.ledger.faults import Fault, at_entry, merged
from thb_desktop.ledger.signers import Signers
from thb_desktop.ledger.statement import KeyRing, gather_keys
from thb_desktop.services.core.keys import session_certificates
from thb_desktop.services.core.stated_times import StatedTimes
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tail import Tail


def check_new_entries(
    connection: Connection, tail: Tail, signers: Signers, vault: str, root: bytes
) -> Iterator[Finding]:
    """Check the entries of a tail. What cannot be read, others name. root: DER."""
    entries = list[tuple[SignedEntry, Entry]]()
    for signed in tail.signed:
        with suppress(FormatError):
            entries.append((signed, signed.parsed()))
    ring = _ring(connection, [entry for _, entry in entries], vault, root, since=tail.since)
    before, faults, times = tail.first, list[Fault](), StatedTimes()
    if before is not None:
        times.take(before)
    for signed, entry in entries:
        if (back := times.take(entry)) is not None:
            where = of_entry(entry.seq)
            yield unknown("clock-set-back", where=where, before=back.before, after=back.after)
        code = _fault_of(signed, entry, ring, vault)
        if code is None:
            member = signers.members.get(entry.agent)
            if member is not None and member.until is not None and entry.seq > member.until:
                code = "agent-retired"
        if code is None and before and entry.at < before.at and entry.action != CLOCK_WENT_BACK:
            code = "clock-backwards"
        if code is not None:
            faults.append(at_entry(code, entry.seq))
        before = entry
    yield from (fault.found() for fault in merged(faults))


def _ring(
    connection: Connection, entries: Sequence[Entry], vault: str, root: bytes, *, since: int
) -> KeyRing:
    """Return the sessions of these entries, and those that began after one: they end the ones before."""
    named = dict.fromkeys(entry.key for entry in entries)
    stated = (chain.statements_of(connection, key) for key in named)
    ring, _ = gather_keys(
        dict.fromkeys(chain_of(chain.statements_since(connection, since), *stated)),
        vault=vault,
        certified=certified_keys(session_certificates(connection), root),
        verify_signature=verify_signature,
    )
    return ring


def _fault_of(signed: SignedEntry, entry: Entry, ring: KeyRing, vault: str) -> str | None:
    """Return what is wrong with one entry, as the code of a fault."""
    if entry.vault != vault:
        return "entry-foreign-vault"
    statement = ring.sessions.get(entry.key)
    if statement is None:
        return "key-foreign"
    try:
        verify_signature(statement.session, signed.entry, signed.signature)
    except SignatureError:
        return "entry-altered"
    if entry.agent != statement.agent:
        return "agent-mismatch"
    if entry.role != statement.role:
        return "role-mismatch"
    return ring.time_fault(statement, entry.seq)
