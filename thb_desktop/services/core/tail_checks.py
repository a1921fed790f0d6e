"""Tail checks: the entries since the program of the same user last checked on this computer, at each unlock;
the last thousand at least where it left no mark.

Each entry must be signed by the session that it names, and have an author with the right to its act, a
second person where the act takes two, and only the rows of its act, with the signatures of the linguists that
they name; and no entry may cover a change of rows that none tells. The index of the events must be what it
was before them, and what they tell: many of these checks look something up in it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from thb_desktop.domain.change import Change
from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.act_audit import ActAudit
from thb_desktop.services.core.guarded import guarded
from thb_desktop.services.core.linguists import NewSignatures
from thb_desktop.services.core.new_entries import NewEntries, ring_after
from thb_desktop.services.core.printed_copies import COPIED, check_copies, replaces_paper
from thb_desktop.services.core.stated_times import StatedTimes, TimesBefore, doubted_before
from thb_desktop.vault.anchors import HeadStore
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain, told_rows
from thb_desktop.vault.tail import Tail, Told

UNSEEN = 1000
"""How many entries at least are checked for a user whose program left no mark on this computer. The health
check checks them all.
"""


def check_tail(
    connection: Connection,
    journal: Journal,
    *,
    since: int,
    vault: str,
    root: bytes,
    times: StatedTimes | None = None,
    step: Callable[[], None] = lambda: None,
    is_index: Callable[[str], bool] = lambda _: True,
) -> Iterator[Finding]:
    """Check the entries after one, each as it is read. root: the vault's root certificate, DER.

    times: what the entries up to that one stated; None if it is not known. step: called for each entry.
    is_index: whether the index of the events had this sum when the program of this user checked up to that
    entry.
    """
    tail = Tail(connection, since)
    check = _Check.of(connection, tail, times or StatedTimes(), vault, root)
    for told in tail:
        step()
        yield from check.take(told)
    yield from check.result()
    for seq in tail.covering(journal.projection.total):
        yield broken("tables-differ.covered", where=of_entry(seq))
    if not _is_indexed(connection, journal, tail, is_index):
        yield broken("tables-differ.index")


def _is_indexed(
    connection: Connection, journal: Journal, tail: Tail, is_index: Callable[[str], bool]
) -> bool:
    """Whether the index has the sum that it had before the tail, and what the tail tells.

    The sums beside the heads are signed by nobody. Before the first entry it is known; behind another one it
    is that of the own mark, where there is one. A migration may change what rows are called.
    """
    if not tail.is_whole or (tail.since and tail.schema < journal.schema):
        return True
    computed = told_rows.sum_text(int(journal.told_sum, 16) - tail.indexed)
    if not tail.since:
        return computed == told_rows.sum_text(0)
    before = chain.told_sum_at(connection, tail.since)
    return is_index(before) and before in ("", computed)


@dataclass(slots=True)
class _Check:
    """The checks of a tail, entry by entry. erased: how many contents were; stray: what cannot be read."""

    connection: Connection
    entries: NewEntries
    audit: ActAudit
    signatures: NewSignatures
    before: Entry | None
    copied: dict[str, None] = field(default_factory=dict)
    erased: int = 0
    stray: int | None = None

    @classmethod
    def of(cls, connection: Connection, tail: Tail, times: StatedTimes, vault: str, root: bytes) -> Self:
        if tail.first is not None:
            times.take(tail.first)
        doubted = doubted_before(connection, times.back, tail.since)
        audit = ActAudit(connection, vault, root, told=tail.schema, times=replace(times), doubted=doubted)
        ring = ring_after(connection, tail.since, vault, root)
        return cls(
            connection=connection,
            entries=NewEntries(ring, audit.signers, vault, tail.first, times),
            audit=audit,
            signatures=NewSignatures(connection, vault, root),
            before=tail.first,
        )

    def take(self, told: Told) -> Iterator[Finding]:
        entry, event = told.entry, told.event
        if entry is not None:
            yield from guarded(entry.seq, self.entries.check(told.signed, entry))
        if entry is None or event is None:
            self.erased += told.is_erased
            if not told.is_erased and self.stray is None:
                self.stray = told.seq
            return
        yield from guarded(
            entry.seq,
            self.audit.check(self.before, entry, event),
            self.audit.check_rows(entry, told.changes),
            self.signatures.check(entry.seq, told.changes),
            _of_paper(entry, told.changes),
        )
        if entry.action in COPIED:
            self.copied[entry.subject] = None
        self.before = entry

    def result(self) -> Iterator[Finding]:
        yield from self.entries.faults()
        yield from check_copies(self.connection, self.copied)
        if self.erased:
            yield broken("events-erased", count=self.erased)
        if self.stray is not None:
            yield broken("events.stray", where=of_entry(self.stray))


def _of_paper(entry: Entry, changes: Sequence[Change]) -> Iterator[Finding]:
    if replaces_paper(changes):
        yield unknown("paper-replaced", where=of_entry(entry.seq))


def times_before(connection: Connection, heads: HeadStore | None) -> TimesBefore:
    """Return what takes the times that the entries state, up to each number that `last_seen` may return."""
    sizes = heads.sizes if heads else frozenset[int]()
    return TimesBefore(sizes | {max(chain.size_of(connection) - UNSEEN, 0)})


def is_short(connection: Connection, heads: HeadStore | None) -> bool:
    """Whether so few entries are new to this user that the window waits for their check.

    Only the mark's number counts here: whether it is true is seen when the chain is read.
    """
    told = heads.told_before if heads else None
    if told is None and heads and heads.found:
        told = heads.found.newest.size
    return told is None or chain.size_of(connection) - told <= UNSEEN


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
