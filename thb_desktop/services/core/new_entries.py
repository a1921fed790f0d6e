"""New entries: whether each was signed by the session that it names, in the name and role of that session,
which is the role of its user, and is not earlier than the entry before. The health check does the same for
the whole chain (`ledger.walk`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain as chain_of

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.errors import SignatureError
from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Entry, SignedEntry
from thb_desktop.ledger.faults import Fault, at_entry, merged
from thb_desktop.ledger.signers import Signers
from thb_desktop.ledger.statement import KeyRing, gather_keys
from thb_desktop.services.core.keys import session_certificates
from thb_desktop.services.core.stated_times import StatedTimes
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain

_KEY = re.compile(rb'"key":"([0-9a-f]{64})"')


@dataclass(slots=True)
class NewEntries:
    """The check of entries one by one, in their order.

    before: the entry before the next one. times: what the entries up to it stated.
    """

    ring: KeyRing
    signers: Signers
    vault: str
    before: Entry | None
    times: StatedTimes
    _faults: list[Fault] = field(default_factory=list)
    _claiming: set[str] = field(default_factory=set)
    """The sessions that claim a role which their user does not have: each is told once."""

    def check(self, signed: SignedEntry, entry: Entry) -> Iterator[Finding]:
        """Check the next entry. Returns what it says of the clock; its faults are told at the end."""
        if (back := self.times.take(entry)) is not None:
            yield unknown(
                "clock-set-back",
                where=of_entry(entry.seq),
                before=back.before,
                after=back.after,
                ahead=back.ahead,
            )
        code = _fault_of(signed, entry, self.ring, self.vault)
        member = self.signers.members.get(entry.agent)
        if code is None and member is not None:
            if member.role != entry.role and entry.key not in self._claiming:
                self._claiming.add(entry.key)
                yield broken("role-not-held", where=of_entry(entry.seq))
            if member.until is not None and entry.seq > member.until:
                code = "agent-retired"
        before = self.before
        if code is None and before and entry.at < before.at and entry.action != CLOCK_WENT_BACK:
            code = "clock-backwards"
        if code is not None:
            self._faults.append(at_entry(code, entry.seq))
        self.before = entry

    def faults(self) -> Iterator[Finding]:
        """Return what is wrong with the entries; those of one kind that follow each other are told once."""
        return (fault.found() for fault in merged(self._faults))


def ring_after(connection: Connection, since: int, vault: str, root: bytes) -> KeyRing:
    """Return the sessions of the entries after one, and those that began after it: they end the ones before.
    root: DER.
    """
    found = (_KEY.search(each.entry) for each in chain.entries_after(connection, since))
    named = dict.fromkeys(each[1].decode() for each in found if each)
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
