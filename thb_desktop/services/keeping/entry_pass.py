"""Entry pass: every entry is read once with its content, and given to each check that looks at contents."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from thb_desktop.errors import FormatError, ThbError
from thb_desktop.findings import Finding
from thb_desktop.ledger import withheld
from thb_desktop.ledger.entry import Entry, Opening, SignedEntry, commit
from thb_desktop.services.core.act_audit import ActAudit
from thb_desktop.services.core.guarded import guarded
from thb_desktop.services.keeping.surroundings import ClockMoves
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.rebuild import Rebuilt, Replay, replaying
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tail import Tail

_NEAR = 3
"""Entries whose contents stay at hand: the check of the chain looks one entry ahead."""


@contextmanager
def reading_entries(
    connection: Connection, vault: str, root: bytes, step: Callable[[], None]
) -> Iterator["EntryPass"]:
    """Yield a pass over the entries. root: the vault's root certificate, DER. step: called for each."""
    with replaying(connection) as replay:
        yield EntryPass(connection, ActAudit(connection, vault, root), replay, step)


class EntryPass:
    """One pass over all entries, led by whoever iterates over them.

    deeds: the faults of authors without the right, or without a second person. rows: of acts that did not
    keep to their rows. moves: of the clock. is_bound: whether each content is the one that its entry
    committed to.
    """

    def __init__(
        self, connection: Connection, audit: ActAudit, replay: Replay, step: Callable[[], None]
    ) -> None:
        self.deeds: list[Finding] = []
        self.rows: list[Finding] = []
        self.moves = ClockMoves()
        self.is_bound = True
        self._connection, self._audit, self._replay, self._step = connection, audit, replay, step
        self._before: Entry | None = None
        self._is_read = False
        self._near: dict[int, Opening | None] = {}

    def entries(self) -> Iterator[SignedEntry]:
        """Return all entries, checked as they are read; when they are read again, they are only returned."""
        is_first, self._is_read = not self._is_read, True
        self._near.clear()
        for number, signed, opening in chain.numbered(self._connection):
            self._step()
            self._near[number] = opening
            if len(self._near) > _NEAR:
                del self._near[next(iter(self._near))]
            if is_first:
                self._take(signed, opening)
            yield signed

    def opening_of(self, entry: Entry) -> Opening | None:
        """Return the content of an entry, by the number that it has by its own words."""
        if entry.seq in self._near:
            return self._near[entry.seq]
        return chain.opening_of(self._connection, entry.seq)

    def rebuilt(self) -> Rebuilt:
        """Compare the tables with what the entries rebuilt, after the last one."""
        rebuilt = self._replay.result()
        for seq in rebuilt.stray:  # its rows waited, and were checked without the state of their record
            self.rows += (each for each in self._check_by_index(seq) if each not in self.rows)
        return rebuilt

    def _take(self, signed: SignedEntry, opening: Opening | None) -> None:
        """Check one entry. The check of the chain reports what cannot be read."""
        entry = _entry_of(signed)
        event, commitment = (None, None) if opening is None else _read(opening)
        self.is_bound = self.is_bound and (commitment is None or _is_of(commitment, entry))
        if entry is not None:
            self.moves.take(entry)
            if event is not None or opening is None:
                self.deeds += guarded(entry.seq, self._audit.check(self._before, entry, event))
                self._before = entry
        if opening is None:
            self._replay.pass_over()
            return
        changes = self._replay.take(event)
        if entry is not None and changes is not None:
            self.rows += guarded(entry.seq, self._audit.check_rows(entry, changes))
        elif entry is not None and event is not None:
            self.rows += self._check_by_index(entry.seq)

    def _check_by_index(self, seq: int) -> list[Finding]:
        """Check the rows of an entry that the replay does not give, because the rules of the database refuse
        it or one before it. The states before are found by the index, as at the unlock.
        """
        told = next(iter(Tail(self._connection, seq - 1)), None)
        if told is None or told.entry is None:
            return []
        return [*guarded(seq, self._audit.check_rows(told.entry, told.changes))]


def _entry_of(signed: SignedEntry) -> Entry | None:
    try:
        return signed.parsed()
    except ThbError:
        return None


def _is_of(commitment: bytes, entry: Entry | None) -> bool:
    return entry is not None and entry.commitment == commitment


def _read(opening: Opening) -> tuple[Event | None, bytes]:
    """Return the event, None if it cannot be read, and what an entry with this content commits to.

    The content is read once for both.
    """
    try:
        content = withheld.Content(opening.payload)
    except ThbError:
        return None, opening.commitment
    try:
        event = Event.of_content(content.whole, content.marks)
    except ThbError:
        event = None
    try:
        return event, commit(opening.nonce, content.disclosed())
    except FormatError:
        return event, commit(opening.nonce, opening.payload)
