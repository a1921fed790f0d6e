"""Tail checks: the entries since the program of the same user last checked on this computer, at each unlock;
the last thousand at least where it left no mark.

Each entry must be signed by the session that it names, and have an author with the right to its act, a
second person where the act takes two, and only the rows of its act, with the signatures of the linguists that
they name; and no entry may cover a change of rows that none tells.
"""

from collections.abc import Iterator

from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.services.core.act_audit import ActAudit
from thb_desktop.services.core.guarded import guarded
from thb_desktop.services.core.linguists import NewSignatures
from thb_desktop.services.core.new_entries import check_new_entries
from thb_desktop.services.core.printed_copies import COPIED, check_copies, replaces_paper
from thb_desktop.vault.anchors import HeadStore
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tail import Tail

UNSEEN = 1000
"""How many entries at least are checked for a user whose program left no mark on this computer. The health
check checks them all.
"""


def check_tail(
    connection: Connection, journal: Journal, *, since: int, vault: str, root: bytes
) -> Iterator[Finding]:
    """Check the entries after one. root: the vault's root certificate, DER."""
    tail = Tail(connection, since)
    audit = ActAudit(connection, vault, root, told=tail.schema)
    signatures = NewSignatures(connection, vault, root)
    yield from check_new_entries(connection, tail, audit.signers, vault, root)
    before, copied = tail.first, list[str]()
    for told in tail.told:
        yield from guarded(
            told.entry.seq,
            audit.check(before, told.entry, told.event),
            audit.check_rows(told.entry, told.changes),
            signatures.check(told.entry.seq, told.changes),
        )
        if replaces_paper(told.changes):
            yield unknown("paper-replaced", where=of_entry(told.entry.seq))
        if told.entry.action in COPIED:
            copied.append(told.entry.subject)
        before = told.entry
    yield from check_copies(connection, copied)
    if tail.erased:
        yield broken("events-erased", count=len(tail.erased))
    if tail.stray:
        yield broken("events.stray", where=of_entry(tail.stray[0]))
    for seq in tail.covering(journal.projection.total):
        yield broken("tables-differ.covered", where=of_entry(seq))


def last_seen(heads: HeadStore | None, journal: Journal) -> int:
    """Return the number of the last entry that the program of this very user checked on this computer.

    Where it left no mark, entries are checked from the newest remembered state on that the chain continues,
    and `UNSEEN` at least: every user of the vault could have written that state.
    """
    own = heads.checked_before(journal.roots) if heads else None
    if own is not None:
        return own
    line = heads.found.line if heads and heads.found else ()
    fitting = (head.size for head in line if journal.roots.get(head.size) == head.root)
    return min(max(fitting, default=journal.size), max(journal.size - UNSEEN, 0))
